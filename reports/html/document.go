package html

import (
	"html/template"
	"io"
	"path/filepath"
	"slices"

	"example.org/verify/score"
)

// document is one document as the page shows it: the verdict, the reasons, the evidence.
type document struct {
	ID                      string // its anchor, "d1"
	Prefix                  string // of every other id
	Title, Subtitle, Byline string
	Dir                     string
	Several                 bool // articles
	Facts                   []fact
	Verdict                 string
	Counts                  []count
	Tiles                   []tile
	First                   []reference // findings to look at first
	Weakest                 []weak      // claims of weight with the least behind them
	Articles                []article
	Legend                  []level
	Meanings                []tally // of the verdicts that its citations have
	Strip                   strip   // over all articles
	Silenced                int
	Pictures                []picture
	Findings                []finding
	Rules                   []string
	Sources                 []*sourceRow
	Rated, Sought           bool // whether letters are loaded, and pages were sought
	CSV                     template.URL
	CSVName                 string
}

// fact is one line of the head: what the document is, and what it was held against.
type fact struct{ Name, Value string }

// weak is a claim of weight that rests on little.
type weak struct {
	ID, Number, Mark, Text, Dir string
	Level                       level
}

func newDocument(a *score.Analysis, about About, n int) *document {
	m := newMaker(a, about, n)
	d := &document{ID: "d" + itoa(n+1), Prefix: m.prefix, Several: len(a.Document.Articles) > 1, Counts: m.counts(), Rated: about.Ratings != nil}
	var all []int
	for i := range a.Document.Articles {
		all = append(all, i)
		d.Articles = append(d.Articles, m.article(i))
	}
	for i := range a.Findings {
		d.Findings = append(d.Findings, m.finding(i))
		if a.Findings[i].Silenced != nil {
			d.Silenced++
		}
	}
	d.Strip = m.strip(all...)
	d.Legend, d.Meanings = legend(d.Articles), meanings(d.Articles)
	d.Rules = ruleNames(d.Findings)
	d.Sources, d.CSV = m.sources.list, m.sources.csvLink()
	m.head(d)
	d.Tiles = m.tiles()
	d.Pictures = m.pictures()
	m.first(d)
	d.Sought = m.sources.sought()
	return d
}

// head says what the document is. A document of one article bears the article's title, an issue that of its publication.
func (m *maker) head(d *document) {
	doc := m.a.Document
	base := filepath.Base(doc.Text.Name)
	if doc.Text.Name == "-" {
		base = "standard input"
	}
	d.CSVName = "sources.csv"
	d.Title = visible(firstOf(doc.Text.Meta.Title, doc.Publication, base))
	if len(d.Articles) == 1 {
		d.Title, d.Byline = d.Articles[0].Title, d.Articles[0].Byline
		d.Subtitle = visible(doc.Publication)
	} else {
		d.Subtitle = say(len(d.Articles), "article")
		if p := dayOf(&doc.Published); p.Words != "" {
			d.Subtitle = p.Words + " · " + d.Subtitle
		}
	}
	d.Dir = direction(d.Title)
	d.Verdict = verdict(m.figures())
	d.Facts = m.facts()
}

// legend lists the levels that the articles' claims have.
func legend(articles []article) []level {
	var list []level
	for _, l := range levels {
		if slices.ContainsFunc(articles, func(a article) bool { return slices.Contains(a.Levels, l) }) {
			list = append(list, l)
		}
	}
	return list
}

// facts are what the document was held against, for whoever has to defend the report.
func (m *maker) facts() []fact {
	doc := m.a.Document
	facts := []fact{{"File", visible(doc.Text.Name)}}
	add := func(name, value string) {
		if value != "" {
			facts = append(facts, fact{name, visible(value)})
		}
	}
	add("Publication", doc.Publication)
	if p := dayOf(&doc.Published); p.Words != "" {
		add("Published", p.Words+", "+publishedBy[doc.PublishedBy])
	} else {
		add("Published", "not known: years that are not printed were not inferred")
	}
	add("Policy", firstOf(m.about.Policy, "the built-in one"))
	add("Ratings", m.ratings())
	add("Evidence", evidenceSaid(m.figures()))
	add("SHA-256 of the file", doc.Text.SHA256())
	add("Settings", m.a.Settings)
	return facts
}

func (m *maker) ratings() string {
	if m.about.Ratings == nil {
		return "none loaded: no letters, no grades"
	}
	var by []string
	for _, r := range m.sources.list {
		if r.RatedBy != "" && !slices.Contains(by, r.RatedBy) {
			by = append(by, r.RatedBy)
		}
	}
	return firstOf(names(by), "loaded, but none of the sources here is rated")
}

func evidenceSaid(f *score.Figures) string {
	if f.Sought == 0 {
		return "no page was sought: sources are counted as named, not as read"
	}
	return say(f.Sought, "citation") + " sought, " + itoa(f.Carried) + " found to carry the claim wholly or partly"
}

// render appends the document to the page.
func (d *document) render(w io.Writer) error {
	return templates().ExecuteTemplate(w, "document.html", d)
}

func (d *document) entry() entry {
	return entry{ID: d.ID, Title: d.Title, Name: d.Facts[0].Value, Verdict: d.Verdict, Strip: d.Strip, Findings: d.Counts}
}
