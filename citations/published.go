package citations

import (
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"example.org/verify/citations/dates"
)

// head finds out what is known of the document as a whole: its publication, and its date from the flag, the policy, its metadata, its text or its file's
// name, in this order. A guess from the citations comes later, once they are read.
func (p *parser) head(looks []look) {
	p.doc.Publication, p.doc.PublicationBy = p.o.Publication, p.o.PublicationBy
	if p.doc.Publication == "" && p.t.Meta.Publication != "" {
		p.doc.Publication, p.doc.PublicationBy = p.t.Meta.Publication, "metadata"
	}
	if p.doc.Publication == "" {
		if name := p.masthead(looks); name != "" {
			p.doc.Publication, p.doc.PublicationBy = name, "text"
		}
	}
	d, by := p.publishedHead(looks)
	if !d.IsZero() {
		p.doc.Published, p.doc.PublishedBy = d, by
	}
}

func (p *parser) publishedHead(looks []look) (dates.Date, string) {
	if !p.o.Published.IsZero() {
		return p.o.Published, p.o.PublishedBy
	}
	if d, ok := p.parseMeta(p.t.Meta.Published); ok {
		return d, "metadata"
	}
	if d, ok := p.issueDate(looks); ok {
		return d, "text"
	}
	if !p.o.Named.IsZero() {
		return p.o.Named, "filename"
	}
	if d, ok := dateInName(p.t.Name); ok {
		return d, "filename"
	}
	return dates.Date{}, ""
}

func (p *parser) parseMeta(s string) (dates.Date, bool) {
	if s == "" {
		return dates.Date{}, false
	}
	if d, err := dates.ParseISO(s); err == nil {
		return d, true
	}
	for _, f := range dates.Find(s, p.dateOptions()) {
		if f.Date.Year == dates.YearStated {
			return f.Date, true
		}
	}
	return dates.Date{}, false
}

// issueDate is the date in the lines above the first running text.
func (p *parser) issueDate(looks []look) (dates.Date, bool) {
	var best dates.Date
	n := 0
	for i := range looks {
		if looks[i].page.sure() && !looks[i].isDated() {
			continue
		}
		if n++; n > 7 || i > pageTop || looks[i].groups || looks[i].notes || looks[i].entry != "" && !p.beginsWithDate(p.block(i)) || looks[i].last && len(p.block(i)) > 140 {
			break
		}
		d := dates.Date{}
		if looks[i].dated != nil {
			d = *looks[i].dated
		}
		if d.Precision == dates.None && looks[i].head {
			d = p.dayOfHead(looks, i)
		}
		if d.Precision != dates.None && (best.IsZero() || dayPrecise(&d) && !dayPrecise(&best)) {
			best = d
		}
	}
	for _, s := range p.t.Heads {
		if d := p.dateLine(s); d.Precision != dates.None && (best.IsZero() || dayPrecise(&d) && !dayPrecise(&best)) {
			best = d
		}
	}
	if best.IsZero() {
		best = p.footDate(looks)
	}
	return best, !best.IsZero()
}

// dayOfHead is the day that head i, above the text, bears: the title of a digest, a masthead above the title, or a heading that is a day and the only one that is.
func (p *parser) dayOfHead(looks []look, i int) dates.Date {
	s := p.block(i)
	if d := p.digestDate(s); !d.IsZero() {
		return d
	}
	if looks[i].side == body || p.marked(i) && p.titleNear(looks, i) {
		if d := p.issueHeadDate(s); !d.IsZero() {
			return d
		}
	}
	if !p.marked(i) {
		return dates.Date{}
	}
	d := p.dateLine(s)
	for k := i + 1; k < len(looks) && !d.IsZero(); k++ {
		if p.marked(k) && numbered(p.block(k)) && !p.dateLine(p.block(k)).IsZero() {
			return dates.Date{} // the days of a chronicle
		}
	}
	return d
}

// footDate is the day that the foot of a page gives: when it was last edited, or when the piece above it was published or posted.
func (p *parser) footDate(looks []look) dates.Date {
	const foot = 8 // blocks
	for i := len(looks) - 1; i >= max(1, len(looks)-foot) && !looks[i].groups; i-- {
		s := p.block(i)
		switch {
		case len(s) > 200 || looks[i].entry != "":
		case looks[i].page == notice || looks[i].page == smallPrint && postedOpenings.opens(s):
			if d := p.dateIn(s); dayPrecise(&d) {
				return d
			}
		case looks[i].isDated() && dayPrecise(looks[i].dated):
			if _, issue := besideDate(s); issue {
				return *looks[i].dated
			}
		}
	}
	return dates.Date{}
}

// postedOpenings begin the lines below a post that say when it was made.
var postedOpenings = phrases("this entry was posted", "this post was", "posted by", "posted on", "dieser beitrag wurde", "ce contenu a été publié", "cette entrée a été", "esta entrada fue", "este artigo foi publicado", "questa voce è stata pubblicata", "dit bericht is geplaatst", "запись опубликована", "ten wpis został")

// beginsWithDate reports whether a date opens s: "15. Mai 2024" bears no label of a note.
func (p *parser) beginsWithDate(s string) bool {
	found := dates.Find(s[:min(len(s), 60)], p.dateOptions())
	return len(found) > 0 && found[0].Start == 0
}

// titleDate is the day that the title of one of a series bears between its name and what it is about: "Delta Update, June 13, 2024: Two Bridges and a Levy".
func (p *parser) titleDate(s string) dates.Date {
	found := dates.Find(s, p.dateOptions())
	if len(found) != 1 {
		return dates.Date{}
	}
	f := &found[0]
	name, rest := strings.TrimRight(s[:f.Start], " \u00A0"), strings.TrimSpace(s[f.End:])
	if f.Date.Precision != dates.Day || f.Date.Year != dates.YearStated || f.Date.Impossible || name == "" || len(words(name)) > 10 {
		return dates.Date{}
	}
	if last, _ := utf8.DecodeLastRuneInString(name); !strings.ContainsRune(",:–—|-(", last) {
		return dates.Date{}
	}
	if first, _ := utf8.DecodeRuneInString(rest); rest != "" && !strings.ContainsRune(":–—|-)", first) {
		return dates.Date{}
	}
	for _, w := range words(name) {
		if f := foldWord(w); digests.has(f) || seriesNouns.has(f) || seriesEnd(f) {
			return found[0].Date
		}
	}
	return dates.Date{}
}

// masthead is the name of the publication, where the first block gives it above an issue line ("Volume VI, Issue 7 | April 6, 2018").
func (p *parser) masthead(looks []look) string {
	for _, s := range p.t.Heads {
		if name := beforeIssue(s); name != "" {
			return name
		}
	}
	const heads = 6 // blocks that a page prints above its text
	for i := range min(len(looks), heads) {
		if s, ok := strings.CutPrefix(p.block(i), "Publication:"); ok { // "Publication: Terrorism Monitor Volume: 16 Issue: 10"
			if name := beforeIssue(s); name != "" {
				return name
			}
		}
	}
	if len(looks) < 3 || !looks[0].head || looks[0].isDated() {
		return ""
	}
	const reach = 5 // blocks in which the day of an issue stands, where not beside its number
	dated := slices.ContainsFunc(looks[1:min(len(looks), reach)], func(l look) bool { return l.dated != nil })
	if (looks[1].isDated() || dated && beforeIssue(p.block(1)) == "") && issueLine(p.block(1)) {
		return strings.Join(words(p.block(0)), " ")
	}
	return ""
}

// dateInName reads a date from a file's name or folder: "2018-05-18-issue.txt", "20180518.txt", "2018/05/issue.txt".
func dateInName(name string) (dates.Date, bool) {
	base := filepath.Base(name)
	for i := 0; i+10 <= len(base); i++ {
		if d, err := dates.ParseISO(base[i : i+10]); err == nil && d.Precision == dates.Day && (i == 0 || !wordChar(base, i-1)) && (i+10 == len(base) || base[i+10] < '0' || base[i+10] > '9') {
			return d, true
		}
	}
	for i := 0; i+8 <= len(base); i++ {
		s := base[i : i+8]
		if isNumber(s) && (i == 0 || base[i-1] < '0' || base[i-1] > '9') && (i+8 == len(base) || base[i+8] < '0' || base[i+8] > '9') && (s[:2] == "19" || s[:2] == "20") {
			if d, err := dates.ParseISO(s[:4] + "-" + s[4:6] + "-" + s[6:]); err == nil && !d.Impossible {
				return d, true
			}
		}
	}
	return dates.Date{}, false
}

// dateAll gives every article its date, guesses the document's where nothing states it, and infers the years of the citations that print none.
func (p *parser) dateAll() {
	doc := p.doc
	if doc.Published.IsZero() {
		for i := range doc.Articles {
			if a := &doc.Articles[i]; a.Published.IsZero() {
				if d := p.datelineOf(a).date; !d.IsZero() {
					a.Published, a.PublishedBy = d, "text"
				}
			}
		}
		p.guess()
	}
	for i := range doc.Articles {
		a := &doc.Articles[i]
		if a.Published.IsZero() || within(doc.Published, a.Published) {
			a.Published, a.PublishedBy = doc.Published, doc.PublishedBy
		}
	}
	if doc.Published.IsZero() && len(doc.Articles) == 1 && !doc.Articles[0].Published.IsZero() {
		doc.Published, doc.PublishedBy = doc.Articles[0].Published, doc.Articles[0].PublishedBy
	}
	for i := range doc.Articles {
		p.inferYears(&doc.Articles[i])
	}
}

// within reports whether d is a day of the month, season or year w, which it then says more exactly: "Fall 2017", published on 20 September.
func within(d, w dates.Date) bool {
	if !dayPrecise(&d) || d.Precision == dates.Range || dayPrecise(&w) {
		return false
	}
	day, ok := d.First()
	first, begins := w.First()
	last, ends := w.Last()
	return ok && begins && ends && !day.Before(first) && !day.After(last)
}

// guess takes the day of publication from the body's citations, over all articles of one issue together.
func (p *parser) guess() {
	var dated, undated []dates.Date
	for i := range p.doc.Articles {
		a := &p.doc.Articles[i]
		if !a.Published.IsZero() {
			return // a collection whose pieces date themselves
		}
		for k := range a.Citations {
			c := &a.Citations[k]
			if c.Kind != Inline || c.Date == nil {
				continue
			}
			switch {
			case c.Date.Year == dates.YearStated && c.Date.Precision == dates.Day:
				dated = append(dated, *c.Date)
			case c.Date.Year == dates.YearNone && dayPrecise(c.Date):
				undated = append(undated, *c.Date)
			}
		}
	}
	if d, ok := dates.GuessPublished(dated, undated); ok {
		p.doc.Published, p.doc.PublishedBy = d, "citations"
	}
}
