package citations

import (
	"path/filepath"
	"slices"
	"strings"

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
	for i := range looks {
		if i > 6 || looks[i].groups || looks[i].notes || looks[i].entry != "" && !p.beginsWithDate(p.block(i)) || looks[i].last && len(p.block(i)) > 140 {
			break
		}
		d := dates.Date{}
		if looks[i].dated != nil {
			d = *looks[i].dated
		}
		if i == 0 && looks[0].head && d.Precision == dates.None {
			d = p.digestDate(p.block(0))
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
	return best, !best.IsZero()
}

// beginsWithDate reports whether a date opens s: "15. Mai 2024" bears no label of a note.
func (p *parser) beginsWithDate(s string) bool {
	found := dates.Find(s[:min(len(s), 60)], p.dateOptions())
	return len(found) > 0 && found[0].Start == 0
}

// digests are what pieces that gather the news of a day are called.
var digests = wordSet(`briefing digest roundup round-up bulletin newsletter rundown newsbrief presseschau pressespiegel überblick boletín boletim resumen bollettino rassegna revue przegląd dayjest дайджест обзор огляд özeti bülteni persoverzicht`)

// digestDate is the day that the title of a digest ends with: "Morning briefing, 5 September 2026".
func (p *parser) digestDate(s string) dates.Date {
	found := dates.Find(s, p.dateOptions())
	if len(found) == 0 || len(words(s)) > 12 {
		return dates.Date{}
	}
	f := &found[len(found)-1]
	name := strings.TrimRight(s[:f.Start], " \u00A0")
	if !dayPrecise(&f.Date) || f.Date.Year != dates.YearStated || f.Date.Impossible || strings.Trim(s[f.End:], " .") != "" ||
		!strings.HasSuffix(name, ",") && !strings.HasSuffix(name, ":") && !strings.HasSuffix(name, "–") && !strings.HasSuffix(name, "|") {
		return dates.Date{}
	}
	for _, w := range words(name) {
		if digests[foldWord(w)] {
			return f.Date
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

// beforeIssue is the name in a running head that numbers the issue: "NORTHERN SEAS LETTER No. 88"; "" if it does not.
func beforeIssue(s string) string {
	ws := words(s)
	for i, w := range ws {
		switch f := foldWord(w); f {
		case "vol", "volume", "no", "nr", "issue", "band", "jahrgang", "heft", "tome", "numéro", "número", "numero":
			if i >= 1 && i <= 7 && capitalised(ws[0]) {
				return strings.Join(ws[:i], " ")
			}
			return ""
		}
	}
	return ""
}

// issueLine reports whether a line numbers an issue of a publication.
func issueLine(s string) bool {
	ws := words(s)
	if len(ws) > 16 {
		return false
	}
	for i, w := range ws {
		if strings.HasPrefix(w, "#") && isNumber(foldWord(w)) {
			return true
		}
		if issueNouns[foldWord(w)] && i+1 < len(ws) {
			n, _, _ := strings.Cut(foldWord(ws[i+1]), "/") // "No. 12/2021"
			if isNumber(n) || roman(n) > 0 {
				return true
			}
		}
	}
	return false
}

// namesIssue reports whether a line says which issue of a publication it heads: by its number, or by the days that it covers, "Reporting period:
// 3–9 May 2021".
func (p *parser) namesIssue(s string) bool { return issueLine(s) || p.coversDays(s) }

// coversDays reports whether a line is a span of days and hardly anything else.
func (p *parser) coversDays(s string) bool {
	const longest, besides = 80, 3 // bytes, and words that stand beside the days
	if len(s) > longest || !numbered(s) || endsProse(s) {
		return false
	}
	found := dates.Find(s, p.dateOptions())
	if len(found) != 1 || found[0].Date.Precision != dates.Range || !dayPrecise(&found[0].Date) {
		return false
	}
	return len(words(s[:found[0].Start]+" "+s[found[0].End:])) <= besides
}

var issueNouns = wordSet(`vol volume issue no nr number band ausgabe heft jahrgang jaargang numéro número numero n° tome год выпуск том № sayı cilt numer tom`)

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
		if a.Published.IsZero() {
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

// inferYears gives a year to each date of an article that prints none: the latest that is not after the publication, or, in a digest whose paragraphs open
// with their own date, the one next to that.
func (p *parser) inferYears(a *Article) {
	for i := range a.Citations {
		c := &a.Citations[i]
		if c.Date != nil && c.Date.Precision == dates.None && !c.Date.NoDate && !c.Date.Template {
			*c.Date = ago(*c.Date, a.Published)
		}
		if c.Date == nil || c.Date.Year != dates.YearNone || c.Date.Precision == dates.None || c.Date.From.M == 0 {
			continue
		}
		if lead, ok := p.leadDate(a, c); ok {
			d := dates.InferYear(*c.Date, lead)
			if d.Year == dates.YearInferred {
				d.Why = "the year of the date that opens its paragraph, " + dates.English(lead)
				*c.Date = d
				continue
			}
		}
		*c.Date = dates.InferYear(*c.Date, a.Published)
	}
	for i := range a.Notes {
		if d := a.Notes[i].Date; d != nil && d.Year == dates.YearNone && d.From.M != 0 {
			*d = dates.InferYear(*d, a.Published)
		}
	}
}

// ago turns "2 days ago" into the day that it means, where the day of publication is known.
func ago(d, published dates.Date) dates.Date {
	days, ok := dates.Relative(d.Printed)
	day, known := published.First()
	if !ok || !known || published.Precision != dates.Day {
		return d
	}
	day = day.AddDate(0, 0, -days)
	return dates.Date{From: dates.Ymd{Y: day.Year(), M: int(day.Month()), D: day.Day()}, Precision: dates.Day, Year: dates.YearInferred, Printed: d.Printed,
		Why: "“" + d.Printed + "” counted from " + dates.English(published) + ", the publication date"}
}

// leadDate is the full date that the citation's paragraph opens with, where the article's own date does not speak for another year: a month later, since a
// digest gathers what was reported soon after the day.
func (p *parser) leadDate(a *Article, c *Citation) (dates.Date, bool) {
	par := a.ParagraphAt(Range{Start: c.Range.Start, End: c.Range.Start})
	if par < 0 {
		return dates.Date{}, false
	}
	s := p.t.Slice(a.Paragraphs[par].Range)
	f, ok := dates.At(s, 0, p.dateOptions())
	if !ok || f.Date.Precision != dates.Day || f.Date.Year != dates.YearStated {
		return dates.Date{}, false
	}
	rest := strings.TrimLeft(s[f.End:], " ")
	if rest == "" || strings.IndexByte("(:–-—", rest[0]) < 0 && !strings.HasPrefix(rest, "–") && !strings.HasPrefix(rest, "—") {
		return dates.Date{}, false
	}
	lead := f.Date
	lead.From.M++
	if lead.From.M > 12 {
		lead.From.M, lead.From.Y = 1, lead.From.Y+1
	}
	lead.From.D = min(lead.From.D, 28)
	lead.Printed = ""
	return lead, true
}
