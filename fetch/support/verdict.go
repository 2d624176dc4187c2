package support

import (
	"fmt"
	"strings"
	"sync"

	"example.org/verify/citations/dates"
	"example.org/verify/fetch/page"
)

// Below carried of a claim's words, a page does not carry it; below touched, it speaks of something else. A claim of few words must be
// found whole: one of five that differs is another statement. alone is what the best sentence by itself must have: the words of one
// statement, not of three.
const (
	carried = 0.85
	touched = 0.34
	alone   = 0.5
	few     = 5
)

// decide comes from the checks to a verdict.
func (j *judge) decide() {
	c := &j.r.Checks
	for _, step := range [...]func(*Checks) (Verdict, string){j.contradicted, j.strange, j.lacking} {
		if v, why := step(c); v != "" {
			j.settle(v, why)
			return
		}
	}
	j.settle(Supported, "names, figures and quotations of the claim stand on the page, and "+j.wordsSaid(c))
}

func (j *judge) settle(v Verdict, why string) {
	if j.page.Kind == page.Paywalled && v != Supported && v != Partly || j.page.Paywall != "" && v == Unrelated {
		v, why = Blocked, "the text that is not behind the paywall does not carry the claim"
	}
	j.r.Verdict, j.r.Why = v, why
}

func (j *judge) wordsSaid(c *Checks) string {
	return fmt.Sprintf("the passage has %d of %d words", c.Words.Found, c.Words.Of)
}

// contradicted finds a figure or a quotation that the page has otherwise.
func (j *judge) contradicted(c *Checks) (Verdict, string) {
	for _, f := range c.Figures {
		if f.State == Contrary {
			return Differs, fmt.Sprintf("the claim has “%s”, the page “%s”", f.Text, f.Page)
		}
	}
	for _, q := range c.Quotations {
		if q.State == Contrary {
			return Differs, fmt.Sprintf("the claim quotes “%s”, the page has “%s”", cutAt(q.Text, 120), cutAt(q.Page, 120))
		}
	}
	return "", ""
}

// strange reports a page that speaks of something else.
func (j *judge) strange(c *Checks) (Verdict, string) {
	for _, q := range c.Quotations {
		if q.State == Found || q.State == Near {
			return "", ""
		}
	}
	plain, names := 0, 0
	for i, a := range j.asked {
		if j.best.hits.has(i) {
			if a.name {
				names++
			} else {
				plain++
			}
		}
	}
	figures := j.best.figures.count()
	switch {
	case c.Words.Of == 0 && figures > 0, c.Words.Found > 0 && j.measured():
		return "", ""
	case c.Names.Of > 0 && c.Names.Found == 0 && figures == 0 && c.Words.Share < 0.6:
		return Unrelated, "the page has none of the names and figures of the claim, and " + j.wordsSaid(c)
	case c.Words.Share < touched && (figures == 0 || names == 0), plain == 0 && figures == 0, c.Words.Found <= 1 && figures == 0 && c.Words.Of > 1:
		return Unrelated, fmt.Sprintf("no passage has more than %d of the claim's %d words", c.Words.Found, c.Words.Of)
	}
	return "", ""
}

// measured reports whether the passage has a figure of the claim that hardly comes by chance: a hundred or more, or a measure of ten or more.
func (j *judge) measured() bool {
	for i := range j.figures {
		g := &j.figures[i]
		if j.r.Checks.Figures[i].State == Found && (g.values[0] >= 100 || g.values[0] >= 10 && g.unit.kind != "" && g.unit.kind != "percent") {
			return true
		}
	}
	return false
}

// lacking finds what keeps a claim from being carried wholly.
func (j *judge) lacking(c *Checks) (Verdict, string) {
	for _, find := range [...]func(*Checks) string{j.lackingQuote, j.lackingFigure, j.lackingNumber, j.lackingName, j.turned, j.lackingWords, j.otherDay} {
		if why := find(c); why != "" {
			return Partly, why
		}
	}
	return "", ""
}

func (j *judge) lackingQuote(c *Checks) string {
	for _, q := range c.Quotations {
		switch q.State {
		case Near:
			return fmt.Sprintf("the quotation “%s” stands there in other words: “%s”", cutAt(q.Text, 120), cutAt(q.Page, 120))
		case Missing:
			return fmt.Sprintf("the quotation “%s” does not stand there", cutAt(q.Text, 120))
		}
	}
	return ""
}

func (j *judge) lackingFigure(c *Checks) string {
	for _, f := range c.Figures {
		switch f.State {
		case Missing:
			if f.Page != "" {
				return fmt.Sprintf("the figure “%s” does not stand there, the passage has “%s”", f.Text, f.Page)
			}
			return fmt.Sprintf("the figure “%s” does not stand there", f.Text)
		case Elsewhere:
			return fmt.Sprintf("the figure “%s” stands there of something else: “%s”", f.Text, f.Page)
		}
	}
	return ""
}

// lackingNumber finds a number of the claim that is no figure, a year, a day, a number in a name, and that the page does not have. The
// page's own date stands for a day or year in the claim.
func (j *judge) lackingNumber(*Checks) string {
	have := map[string]bool{}
	for i := range j.lines {
		for k := range j.lines[i].words {
			if t := &j.lines[i].words[k]; t.number {
				have[digitsOf(t.low)] = true
			}
		}
	}
	for _, part := range strings.Split(j.page.Date.ISO, "-") {
		have[strings.TrimLeft(part, "0")] = true
	}
	for _, g := range j.figures {
		for k := g.first; k <= g.last; k++ {
			have[digitsOf(j.words[k].low)] = true
		}
	}
	for i := range j.words {
		if t := &j.words[i]; t.number && !have[digitsOf(t.low)] {
			return "the number " + t.low + " does not stand there"
		}
	}
	return ""
}

func digitsOf(s string) string {
	return strings.TrimLeft(withoutPoints.Replace(s), "0")
}

func (j *judge) lackingName(c *Checks) string {
	if len(c.Names.Missing) == 0 {
		return ""
	}
	return "the page does not name " + strings.Join(c.Names.Missing, ", ")
}

func (j *judge) turned(c *Checks) string {
	n := &c.Negation
	switch {
	case n.Word == "":
		return ""
	case n.Kind == "order":
		return fmt.Sprintf("the passage names %s first: who did what to whom may be the other way round", n.Word)
	case n.In == "claim":
		return fmt.Sprintf("the claim says “%s”, the passage does not", n.Word)
	}
	return fmt.Sprintf("the passage says “%s”, the claim does not", n.Word)
}

// lackingWords says what the passage lacks of the claim's words: a verb, too many, or all of them in one sentence.
func (j *judge) lackingWords(c *Checks) string {
	var missing []string
	verb := ""
	for i, a := range j.asked {
		if j.best.hits.has(i) {
			continue
		}
		missing = append(missing, a.low)
		if verb == "" && !a.name && verbal(a.low) {
			verb = a.low
		}
	}
	lone := 0
	if at := j.bestLine(); at >= 0 {
		lone = j.lines[at].hits.count()
	}
	switch {
	case c.Words.Of < 2:
		return "the claim has too few words to be compared"
	case verb != "":
		return "no passage that has the rest of the claim has “" + verb + "”"
	case j.otherTime() != "":
		return "the passage has " + j.otherTime() + ", which the claim does not"
	case j.replaced() != "":
		return j.replaced()
	case c.Words.Share < carried, c.Words.Of <= few && len(missing) > 0:
		return j.wordsSaid(c) + "; it lacks " + strings.Join(missing[:min(len(missing), 8)], ", ")
	case c.Words.Of < few && lone < c.Words.Of, float64(lone) < alone*float64(c.Words.Of):
		return "the words of the claim stand in several sentences, none of which has enough of them"
	case j.page.Kind == page.Index:
		return "the page lists articles; its teaser may carry the claim, the article was not read"
	}
	return ""
}

// otherTime is a month or a weekday of the passage, where the claim has another one that does not stand there.
func (j *judge) otherTime() string {
	have := map[string]bool{}
	var others [2]string
	for i := j.best.from; i < j.best.to; i++ {
		for k := range j.lines[i].words {
			t := &j.lines[i].words[k]
			have[t.low] = true
			if c := timeWords()[t.low]; c > 0 && t.capital && !j.claims(t.low) {
				others[c-1] = t.low
			}
		}
	}
	for i := range j.words {
		if c := timeWords()[j.words[i].low]; c > 0 && j.words[i].capital && !have[j.words[i].low] && others[c-1] != "" {
			return others[c-1]
		}
	}
	return ""
}

// timeWords are months (1) and weekdays (2).
var timeWords = sync.OnceValue(func() map[string]int {
	m := map[string]int{}
	for w := range wordMap(`january february march april may june july august september october november december`) {
		m[w] = 1
	}
	for w := range wordMap(`monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag`) {
		m[w] = 2
	}
	return m
})

// verbal reports whether a word has the form of a verb in the past or of a participle.
func verbal(w string) bool {
	if _, ok := irregular()[w]; ok {
		return true
	}
	return len(w) > 4 && (strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing"))
}

func (j *judge) otherDay(c *Checks) string {
	if c.Date.State == Contrary {
		return fmt.Sprintf("the page is of %s, not of %s", c.Date.Page, c.Date.Cited)
	}
	return ""
}

// checkDate compares the page's own date with the cited day, give or take a day for time zones.
func checkDate(cited dates.Date, p *page.Page) DateCheck {
	first, ok := cited.First()
	if !ok || cited.From.Y == 0 {
		return DateCheck{}
	}
	last, _ := cited.Last()
	c := DateCheck{Asked: true, Cited: cited.ISO(), Page: p.Date.ISO, State: Missing}
	own, err := dates.ParseISO(p.Date.ISO)
	if err != nil || p.Date.ISO == "" {
		return c
	}
	from, _ := own.First()
	to, _ := own.Last()
	switch {
	case to.Before(first):
		c.Days = int(to.Sub(first).Hours() / 24)
	case from.After(last):
		c.Days = int(from.Sub(last).Hours() / 24)
	}
	switch {
	case c.Days == 0:
		c.State = Found
	case c.Days >= -1 && c.Days <= 1:
		c.State = Near
	case !p.Date.Weak && !p.Date.Modified:
		c.State = Contrary
	}
	return c
}

// withoutPoints takes out of a number what may part its digits.
var withoutPoints = strings.NewReplacer(",", "", ".", "", "'", "", "’", "")
