package archive

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"time"

	"example.org/verify/reports"
)

// page is one page: the dashboard, or the findings of a rule.
type page struct {
	Title, Kicker, Lead string
	Home                string // the way back to the dashboard; "" on it
	Version, Day, Stamp string
	Tiles               []tile
	Since               []string
	Charts              []chart
	Sections            []section
	Dictionary          string   // address of the data dictionary, "" where it is not
	Files               []string // the tables
	Search              string   // address of the search, "" where there is none
}

// tile is one figure at the head.
type tile struct{ Figure, Name, Mean string }

// section is a headline with a table.
type section struct {
	ID, Title, Note string
	Table           *table
}

// Policy is the page's Content-Security-Policy.
func (p *page) Policy() string { return policy() }

func newPage(a *Audit, title string) *page {
	p := &page{Title: title, Version: a.Version}
	if !a.Now.IsZero() {
		p.Day, p.Stamp = a.Now.UTC().Format("2 January 2006, 15:04 UTC"), a.Now.UTC().Format(time.RFC3339)
	}
	return p
}

// write writes the page. Style, script and data are written as they are, not through a template: the policy knows the first two by their hashes, and
// JSON of Go's has no sign that could end its element.
func (p *page) write(w io.Writer) error {
	b, err := begun(p, "page.html")
	if err != nil {
		return err
	}
	for _, s := range p.Sections {
		if !s.Table.Paged() {
			continue
		}
		data, err := s.Table.data()
		if err != nil {
			return err
		}
		fmt.Fprintf(b, "<script type=\"application/json\" id=\"data-%s\">%s</script>\n", s.Table.ID, data)
	}
	b.WriteString("<script>" + script + "</script>\n</body>\n</html>\n")
	_, err = w.Write(b.Bytes())
	return err
}

// begun is a page as far as its templates write it: the head, the style, and the body of that name.
func begun(p any, body string) (*bytes.Buffer, error) {
	b := new(bytes.Buffer)
	if err := templates().ExecuteTemplate(b, "head.html", p); err != nil {
		return nil, err
	}
	b.WriteString("<style>" + style + "</style>\n")
	return b, templates().ExecuteTemplate(b, body, p)
}

// WriteDashboard writes the dashboard. searched says that the search over all claims lies beside it.
func WriteDashboard(w io.Writer, a *Audit, f *Figures, searched bool) error {
	p := newPage(a, "What the archive rests on")
	p.Kicker = "Archive audit"
	p.Lead = f.lead()
	p.Tiles, p.Charts, p.Since = f.tiles(), f.charts(), f.since(a)
	p.Dictionary = "README.txt"
	if searched {
		p.Search = SearchFolder + "/" + Dashboard
	}
	for _, end := range a.Tables {
		for _, name := range TableNames() {
			p.Files = append(p.Files, name+end)
		}
	}
	for _, s := range []section{
		{"documents", "What to mend first", "Errors, and checkable claims for which nothing is given, count one each; the documents with most of them stand first.", f.documents()},
		{"findings", "Findings by rule", "Open findings; what was silenced or signed off is counted apart.", f.rules()},
		{"outlets", "Who carries the archive", f.outletsNote(), f.outlets()},
		{"origins", "What rests on one origin", "Checkable claims behind which stands a single origin: if that is wrong, they fall with it. Of sources that a tie joins the first that is given is named.", f.origins()},
		{"spellings", "Outlets written in several ways", "Names before the date of an inline citation that mean one outlet. The lines let .verify.toml know all of them; a slip of the pen is better mended, as outlet.misspelt says where.", f.spellings()},
		{"unregistered", "Outlets that the registry does not know", "Of these neither owner nor country is known, so no tie of theirs is. The lines add one to .verify.toml.", f.unregistered()},
		{"links", "What became of the cited pages", "By the month of the last look-up of each citation, with --fetch.", f.links()},
		{"broken", "Cited pages that are not there", "Gone ones first. What is unreachable may come back; an archived copy can take the place of a page.", f.broken()},
		{"years", "Year by year", fewNote, periods("years", "Year", "Documents", f.Years)},
		{"sections", "Sections", "As the catalogue has them. " + fewNote, periods("sections", "Section", "Documents", f.Sections)},
		{"authors", "Authors", "As the catalogue has them, else as the articles are signed; an article of several counts for each. This says how pieces are sourced, not how well anybody works. " + fewNote, periods("authors", "Author", "Pieces", f.Authors)},
		{"failures", "Not read", "Each with its reason. They are tried again by the next audit.", failures(a)},
		{"duplicates", "Read once", "Files with the same content as another.", duplicates(a)},
	} {
		if s.Table.Len() > 0 {
			p.Sections = append(p.Sections, s)
		}
	}
	return p.write(w)
}

// WriteRule writes the page of a rule, in the folder RulesFolder.
func WriteRule(w io.Writer, a *Audit, r *Rule) error {
	p := newPage(a, r.ID)
	p.Kicker, p.Home = "Findings of one rule", "../"+Dashboard
	p.Lead = fmt.Sprintf("%s in %s. verify explain %s says what the rule means.", say(r.Open, r.Severity), say(r.Documents, "document"), r.ID)
	note := ""
	if r.Open > len(r.Findings) {
		note = fmt.Sprintf("The first %s of %s; findings.csv has all.", thousands(len(r.Findings)), thousands(r.Open))
	}
	t := &table{ID: "list", More: "../findings.csv", Columns: []column{{Name: "Document", Wide: true}, {Name: "Published"}, {Name: "What is wrong", Wide: true, Ours: true}, {Name: "Suggestion", Ours: true}}}
	for i := range r.Findings {
		x := &r.Findings[i]
		message := x.Message
		if x.Guess {
			message += " (rests on a guess)"
		}
		t.add(documentLink(x.Item, x.Title, "../"), words(x.Item.Revision.Published), words(message), words(x.Suggestion))
	}
	p.Sections = []section{{"list", "Where", note, t}}
	return p.write(w)
}

// RulePage is the name of the page of a rule, in RulesFolder.
func RulePage(id string) string { return id + ".html" }

func documentLink(d *Document, title, up string) cell {
	if !d.Page {
		return words(title)
	}
	return link(title, up+PagesFolder+"/"+d.Revision.Rev+".html")
}

// say is a number with its noun: "1 claim", "2 claims".
func say(n int, noun string) string {
	return thousands(n) + " " + many(n, noun)
}

// many is the noun for so many.
func many(n int, noun string) string {
	if n == 1 {
		return noun
	}
	return noun + "s"
}

func (f *Figures) lead() string {
	s := &f.All
	lead := fmt.Sprintf("%s with %s.", say(s.Documents, "document"), say(s.Claims, "claim"))
	if s.Checkworthy > 0 {
		lead += fmt.Sprintf(" Of %s something checkable, %s have a source, and %s rest on a single origin.", say(s.Checkworthy, "claim")+" that state", thousands(s.Sourced), thousands(s.OneOrigin))
	}
	return lead
}

func (f *Figures) tiles() []tile {
	s := &f.All
	tiles := []tile{
		{percent(s.Sourced, s.Checkworthy), "with a source", fmt.Sprintf("%s of %s checkable claims", thousands(s.Sourced), thousands(s.Checkworthy))},
		{each(s.Corroboration, s.Checkworthy).Text, "origins for a claim", "that stand, on average over the checkable claims"},
		{thousands(s.Errors), many(s.Errors, "error"), fmt.Sprintf("and %s, %s that are open", say(s.Warnings, "warning"), say(s.Suggestions, "suggestion"))},
		{thousands(len(f.Outlets)), many(len(f.Outlets), "source"), "in " + say(s.Citations, "citation")},
		{percent(s.State, s.Citations), "state-controlled", "of the citations, as far as the registry knows"},
	}
	if c, ok := f.Concentration(); ok {
		tiles = append(tiles, tile{fmt.Sprintf("%.2f", c), "concentration", "the chance that two citations name one outlet"})
	}
	return tiles
}

// since says what is new against the last audit.
func (f *Figures) since(a *Audit) []string {
	if a.First {
		return nil
	}
	fresh, changed := 0, 0
	for i := range a.Documents {
		switch a.Documents[i].Change {
		case "new":
			fresh++
		case "changed":
			changed++
		}
	}
	lines := []string{fmt.Sprintf("%s new, %s changed, %s as before", thousands(fresh), thousands(changed), thousands(len(a.Documents)-fresh-changed))}
	if changed > 0 {
		lines = append(lines, fmt.Sprintf("in the changed ones %s gone and %s come", say(f.Gone, "finding"), thousands(f.Come)))
	}
	if a.Gone > 0 {
		lines = append(lines, say(a.Gone, "document")+" of the ledger no longer in the archive")
	}
	return lines
}

func (f *Figures) documents() *table {
	t := &table{ID: "documents", More: "documents.csv", Columns: []column{{Name: "Document", Wide: true}, {Name: "Published"},
		{Name: "To mend", Number: true, Help: "errors, and checkable claims without a source"}, {Name: "Claims", Number: true}, {Name: "Sourced", Number: true, Help: "of the checkable claims"},
		{Name: "Origins", Number: true, Help: "that stand, for a checkable claim"}, {Name: "Errors", Number: true}, {Name: "Warnings", Number: true}, {Name: "Outlets", Number: true}, {Name: "File", Wide: true}}}
	for i := range f.Items {
		d := &f.Items[i]
		t.add(documentLink(d.Document, d.Title, ""), words(d.Published), count(d.Mend()), count(d.Claims), part(d.Sourced, d.Checkworthy), each(d.Corroboration, d.Checkworthy),
			count(d.Errors), count(d.Warnings), count(d.Outlets), words(d.Name))
	}
	return t
}

func (f *Figures) rules() *table {
	t := &table{ID: "findings", More: "findings.csv", Columns: []column{{Name: "Rule"}, {Name: "Severity"}, {Name: "Open", Number: true}, {Name: "Documents", Number: true},
		{Name: "Silenced", Number: true, Help: "or signed off"}}}
	for _, r := range f.Rules {
		id := words(r.ID)
		if r.Open > 0 {
			id = link(r.ID, RulesFolder+"/"+RulePage(r.ID))
		}
		t.add(id, words(r.Severity), count(r.Open), count(r.Documents), count(r.Silenced))
	}
	return t
}

func (f *Figures) outletsNote() string {
	if len(f.Outlets) == 0 {
		return ""
	}
	top := f.Outlets[0]
	return fmt.Sprintf("%s is cited most, %s of %s citations.", reports.Visible(top.Name), thousands(top.Citations), thousands(f.All.Citations)) + f.All.uncounted()
}

// uncounted says which of the citations no figure here counts; "" where all are counted.
func (s *Sum) uncounted() string {
	var parts []string
	for _, p := range []struct {
		n    int
		what string
	}{{s.Nobody, "because nobody is named"}, {s.Via, "as the party that a source is said to quote"}, {s.Own, "as the publication itself"}} {
		if p.n > 0 {
			parts = append(parts, thousands(p.n)+" "+p.what)
		}
	}
	if parts == nil {
		return ""
	}
	verb := "are"
	if s.Uncounted() == 1 {
		verb = "is"
	}
	return fmt.Sprintf(" Of all %s %s %s not counted, here and in every share: %s.", say(s.Citations+s.Uncounted(), "citation"), thousands(s.Uncounted()), verb, strings.Join(parts, ", "))
}

func (f *Figures) outlets() *table {
	t := &table{ID: "outlets", More: "outlets.csv", Columns: []column{{Name: "Source", Wide: true}, {Name: "Citations", Number: true}, {Name: "Share", Number: true}, {Name: "Documents", Number: true},
		{Name: "First cited", Help: "year of the document"}, {Name: "Last cited", Help: "year of the document"}, {Name: "Country"}, {Name: "Control"}, {Name: "Owner"}}}
	for _, o := range f.Outlets {
		t.add(words(o.Name), count(o.Citations), part(o.Citations, f.All.Citations), count(o.Documents), words(o.FirstYear), words(o.LastYear), words(o.Country), words(o.Control), words(o.Owner))
	}
	return t
}

func (f *Figures) spellings() *table {
	t := &table{ID: "spellings", More: "outlets.csv", Columns: []column{{Name: "Outlet"}, {Name: "Ways", Number: true}, {Name: "Written as", Wide: true}, {Name: "For .verify.toml", Wide: true, Ours: true}}}
	for _, o := range f.Outlets {
		ways := o.Ways()
		if len(ways) < 2 {
			continue
		}
		var said []string
		for _, w := range ways {
			said = append(said, fmt.Sprintf("%s (%s)", w, thousands(o.Printed[w])))
		}
		t.add(words(o.Name), count(len(ways)), words(strings.Join(said, ", ")), toCopy(registryLines(o)))
	}
	return t
}

func (f *Figures) unregistered() *table {
	t := &table{ID: "unregistered", More: "outlets.csv", Columns: []column{{Name: "Outlet", Wide: true}, {Name: "Citations", Number: true}, {Name: "Documents", Number: true}, {Name: "For .verify.toml", Wide: true, Ours: true}}}
	for _, o := range f.Outlets {
		if o.Class == "outlet" && !o.Registered {
			t.add(words(o.Name), count(o.Citations), count(o.Documents), toCopy(registryLines(o)))
		}
	}
	return t
}

// few is how many checkable claims a figure should rest on at least: with fewer, one claim moves a share by five points or more.
const few = 20

const fewNote = "What rests on fewer than 20 checkable claims stands in brackets: a single claim moves it by five points or more."

func periods(id, name, pieces string, list []Period) *table {
	t := &table{ID: id, More: "documents.csv", Columns: []column{{Name: name}, {Name: pieces, Number: true}, {Name: "Claims", Number: true}, {Name: "Sourced", Number: true, Help: "of the checkable claims"},
		{Name: "One origin", Number: true, Help: "of the checkable claims"}, {Name: "Origins", Number: true, Help: "that stand, for a checkable claim"}, {Name: "Findings", Number: true, Help: "for a claim"},
		{Name: "Citations", Number: true}, {Name: "Outlets", Number: true}, {Name: "Diversity", Number: true, Help: "outlets, cited equally often, that would be as diverse; it grows with the citations"},
		{Name: "State", Number: true, Help: "citations of outlets where a state decides"}, {Name: "Concentration", Number: true, Help: "the chance that two citations name one outlet"}}}
	for i := range list {
		p := &list[i]
		name := p.Name
		if name == "" {
			name = "not known"
		}
		t.add(words(name), count(p.Documents), count(p.Claims), p.doubt(part(p.Sourced, p.Checkworthy)), p.doubt(part(p.OneOrigin, p.Checkworthy)), p.doubt(each(p.Corroboration, p.Checkworthy)),
			p.doubt(each(p.Findings(), p.Claims)), count(p.Citations), count(len(p.outlets)), p.doubt(chance(p.Diversity())), p.doubt(part(p.State, p.Citations)), p.doubt(chance(p.Concentration())))
	}
	return t
}

// doubt puts a figure of a period with few claims into brackets; it is sorted as before.
func (p *Period) doubt(c cell) cell {
	if p.Checkworthy < few && c.Value >= 0 {
		c.Text = "(" + c.Text + ")"
	}
	return c
}

func failures(a *Audit) *table {
	t := &table{ID: "failures", Columns: []column{{Name: "File", Wide: true}, {Name: "Reason", Wide: true, Ours: true}}}
	for _, f := range a.Failures {
		t.add(words(f.Name), words(f.Reason))
	}
	return t
}

func duplicates(a *Audit) *table {
	t := &table{ID: "duplicates", Columns: []column{{Name: "File", Wide: true}, {Name: "Same as", Wide: true}}}
	for _, d := range a.Duplicates {
		t.add(words(d.Name), words(d.Of))
	}
	return t
}
