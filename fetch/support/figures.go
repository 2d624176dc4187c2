package support

import (
	"strings"

	"example.org/verify/citations/dates"
)

// figure is a quantity of a text.
type figure struct {
	values     []float64 // more than one where the separators leave two readings
	high       float64   // the upper end of a range, else 0
	unit       unit
	bound      bound
	nouns      []string // roots of what is counted, nearest first
	head       string   // the root of the noun itself
	preds      []string // roots of what is said of it: the words before it and behind its noun
	prep       string   // "rose to 5 percent", "rose by 5 percent"
	text       string   // as printed, with its noun
	first      int      // index of its first token
	last       int      // index of the last one that belongs to the number and its unit
	line       int      // of the page
	spoken     bool     // a verb stands before it
	bare       bool     // nothing says what is counted: no figure of a claim, but it may answer one
	participle bool     // what stands for its noun has the form of a participle: "eleven injured"
	coarse     bool     // it has a magnitude in words: "1.2 million" stands for 1,240,000
}

// figuresOf finds the quantities of a text: numbers with what they count. Dates, years, ordinals, times and numbers in names are none.
func figuresOf(s string, ts []token, lang string) (out []figure) {
	f := figureFinder{s: s, ts: ts, lang: lang}
	if strings.ContainsAny(s, "0123456789٠١٢٣٤٥٦٧٨٩") {
		f.dates = dates.Find(s, dates.Options{Language: lang})
	}
	for i := 0; i < len(ts); {
		g, next := f.at(i)
		if next > i {
			out = append(out, g)
			i = next
			continue
		}
		i++
	}
	return out
}

type figureFinder struct {
	s     string
	ts    []token
	lang  string
	dates []dates.Found
}

// at reads the quantity that begins at token i. next is i where there is none.
func (f *figureFinder) at(i int) (g figure, next int) {
	values, next, words := f.number(i)
	if next == i || f.dated(i) || f.inName(i, next) {
		return g, i
	}
	before := strings.ToLower(f.s[max(0, f.ts[i].start-40):f.ts[i].start])
	g = figure{values: values, first: i, unit: unit{"", 1}, bound: boundBefore(before)}
	if code := signBefore(f.s[max(0, f.ts[i].start-6):f.ts[i].start]); code != "" {
		g.unit = unit{code, 1}
	}
	g.coarse = words
	next = f.upper(&g, next)
	next = f.measure(&g, next)
	g.last = next - 1
	f.noun(&g, next)
	f.predicates(&g, next)
	g.bare = g.unit.kind == "" && len(g.nouns) == 0 && !words
	if g.unit.kind == "" && g.high == 0 && f.year(i, values, &g) {
		return g, i
	}
	end := f.ts[g.last].end
	if len(g.nouns) > 0 && next < len(f.ts) && (g.unit.kind == "" || leadsNoun[f.ts[next].low]) { // "320 meters shortly" counts nothing
		end = max(end, f.ts[min(next+len(g.nouns), len(f.ts))-1].end)
	}
	g.text = cutAt(strings.TrimSpace(f.s[f.start(i):end]), 80)
	if f.ts[g.last].end < len(f.s) && f.s[f.ts[g.last].end] == '%' && len(g.nouns) == 0 {
		g.text += "%"
	}
	return g, max(next, i+1)
}

// start is where a figure's sign begins.
func (f *figureFinder) start(i int) int {
	at := f.ts[i].start
	for _, c := range signs {
		if n := len(strings.TrimSpace(c.sign)); at >= n && f.s[at-n:at] == strings.TrimSpace(c.sign) {
			return at - n
		}
	}
	return at
}

// number reads digits, or number words, and the magnitudes behind them. magnitude says that there was one.
func (f *figureFinder) number(i int) (values []float64, next int, magnitude bool) {
	t := &f.ts[i]
	switch {
	case t.number:
		if values, next = f.digits(i); next == i {
			return nil, i, false
		}
	default:
		v, n, ok := f.inWords(i)
		if !ok {
			return nil, i, false
		}
		values, next = []float64{v}, n
	}
	for next < len(f.ts) {
		m, ok := f.magnitude(next)
		if !ok {
			break
		}
		for k := range values {
			values[k] *= m
		}
		magnitude = true
		next++
	}
	if magnitude && len(values) == 2 { // "1.240 million" is never 1,240 million
		values = values[:1]
	}
	return values, next, magnitude
}

// magnitude is the multiplier at token i.
func (f *figureFinder) magnitude(i int) (float64, bool) {
	low := f.ts[i].low
	if low == "m" || low == "k" || low == "b" {
		if !f.ts[i].glued {
			return 0, false
		}
		return map[string]float64{"m": 1e6, "k": 1e3, "b": 1e9}[low], true
	}
	m, ok := magnitudes()[low]
	return m, ok
}

// digits reads a printed number, also one whose groups blanks part: "1 240".
func (f *figureFinder) digits(i int) (values []float64, next int) {
	t := &f.ts[i]
	if i > 0 && t.glued && !f.ts[i-1].number || t.end < len(f.s) && f.joined(t.end) {
		return nil, i
	}
	text := f.s[t.start:t.end]
	next = i + 1
	for next < len(f.ts) && f.ts[next].number && len(text) <= 12 && spacedGroup(f.s, f.ts[next-1], f.ts[next]) && (next > i+1 || t.end-t.start <= 3) {
		text += f.s[f.ts[next].start:f.ts[next].end]
		next++
	}
	values, ok := parseDigits(text, f.lang)
	if !ok {
		return nil, i
	}
	return values, next
}

// joined reports whether a number goes on as something else: a time, an ordinal, a fraction, a code.
func (f *figureFinder) joined(end int) bool {
	rest := f.s[end:]
	switch {
	case strings.HasPrefix(rest, ":") && len(rest) > 1 && rest[1] >= '0' && rest[1] <= '9', strings.HasPrefix(rest, "/") && len(rest) > 1 && rest[1] >= '0' && rest[1] <= '9':
		return true
	}
	low := strings.ToLower(rest[:min(3, len(rest))])
	for _, o := range [...]string{"st", "nd", "rd", "th", "er", "e ", "ème", "º", "ª", "-го", "-й"} {
		if strings.HasPrefix(low, o) {
			return true
		}
	}
	return false
}

// spacedGroup reports whether a blank alone parts two groups of digits, the second of three.
func spacedGroup(s string, a, b token) bool {
	gap := s[a.end:b.start]
	return (gap == " " || gap == "\u00a0" || gap == "\u202f" || gap == "\u2009") && b.end-b.start == 3
}

// inWords reads a number in words: "twenty-five", "two hundred and ten", "half a million", "a dozen".
func (f *figureFinder) inWords(i int) (v float64, next int, ok bool) {
	low := f.ts[i].low
	if low == "half" && i+2 < len(f.ts) && (f.ts[i+1].low == "a" || f.ts[i+1].low == "of") {
		if m, is := magnitudes()[f.ts[i+2].low]; is && m >= 12 {
			return m / 2, i + 3, true
		}
	}
	if (low == "a" || low == "one" || low == "eine" || low == "une" || low == "un" || low == "una" || low == "an" || low == "ein") && i+1 < len(f.ts) {
		if m, is := magnitudes()[f.ts[i+1].low]; is && m >= 12 && len(f.ts[i+1].low) > 2 && (low != "un" || m >= 1000) {
			return m, i + 2, true
		}
		return 0, i, false
	}
	v, is := numberWords()[low]
	if !is || v < 2 || f.wordIsOther(i) {
		return 0, i, false
	}
	next = i + 1
	if next < len(f.ts) && v >= 20 && v < 100 {
		if d, is := numberWords()[f.ts[next].low]; is && d > 0 && d < 10 {
			v += d
			next++
		}
	}
	if next < len(f.ts) && f.ts[next].low == "hundred" {
		return f.hundreds(v*100, next+1)
	}
	return v, next, true
}

// hundreds reads what follows a hundred in words.
func (f *figureFinder) hundreds(v float64, next int) (float64, int, bool) {
	at := next
	if at < len(f.ts) && f.ts[at].low == "and" {
		at++
	}
	if at < len(f.ts) {
		if d, is := numberWords()[f.ts[at].low]; is && d > 0 {
			v += d
			next = at + 1
			if next < len(f.ts) && d >= 20 {
				if e, is := numberWords()[f.ts[next].low]; is && e > 0 && e < 10 {
					v += e
					next++
				}
			}
		}
	}
	return v, next, true
}

// wordIsOther reports whether a word that can be a number is something else in the language of the text: "sei", "acht", "once".
func (f *figureFinder) wordIsOther(i int) bool {
	switch f.ts[i].low {
	case "sei", "elf", "once", "acht", "due", "dos", "sept", "seize", "dix":
		return f.lang == "en" || f.lang == "" || f.lang == "de" && f.ts[i].low == "sei"
	}
	return f.ts[i].capital && !f.ts[i].first && i+1 < len(f.ts) && f.ts[i+1].capital // "Seven Network"
}

// upper reads the other end of a range: "10 to 12", "10–12", "between 10 and 12".
func (f *figureFinder) upper(g *figure, next int) int {
	if next >= len(f.ts) {
		return next
	}
	gap := strings.TrimSpace(f.s[f.ts[next-1].end:f.ts[next].start])
	at := next
	switch {
	case gap == "-" || gap == "–" || gap == "—":
	case gap == "" && (f.ts[next].low == "to" || f.ts[next].low == "bis" || g.bound == between && (f.ts[next].low == "and" || f.ts[next].low == "und" || f.ts[next].low == "et" || f.ts[next].low == "y" || f.ts[next].low == "e" || f.ts[next].low == "и")):
		at++
	default:
		if g.bound == between {
			g.bound = exact
		}
		return next
	}
	if at >= len(f.ts) {
		return next
	}
	values, end, _ := f.number(at)
	if end == at || values[0] <= g.values[0] && !(values[0] > 1000 && g.values[0] < 1000) {
		return next
	}
	low := g.values[0]
	if m := f.sharedMagnitude(at, end); m > 1 && low < 1000 {
		low *= m
	}
	g.values, g.high, g.bound = []float64{low}, values[0], between
	return end
}

// sharedMagnitude is the magnitude of the second end of a range, which the first shares: "5 to 6 million".
func (f *figureFinder) sharedMagnitude(at, end int) float64 {
	m := 1.0
	for k := at; k < end; k++ {
		if v, ok := magnitudes()[f.ts[k].low]; ok {
			m *= v
		}
	}
	return m
}

// measure reads the unit behind a number.
func (f *figureFinder) measure(g *figure, next int) int {
	end := f.ts[next-1].end
	if rest := strings.TrimLeft(f.s[end:], " \u00a0"); strings.HasPrefix(rest, "%") || strings.HasPrefix(rest, "٪") {
		g.unit = unit{"percent", 1}
		return next
	}
	for _, c := range [...]string{"€", "£", "$", "₽"} {
		if strings.HasPrefix(strings.TrimLeft(f.s[end:], " \u00a0"), c) {
			g.unit = units()[c]
			return next
		}
	}
	if next >= len(f.ts) {
		return next
	}
	at, square := next, false
	switch f.ts[at].low {
	case "per", "pour", "por", "pro", "per_", "в", "في":
		if at+1 < len(f.ts) && units()[f.ts[at+1].low].kind == "percent" || at+1 < len(f.ts) && f.ts[at+1].low == "cent" {
			g.unit = unit{"percent", 1}
			return at + 2
		}
	case "square", "sq", "quadrat", "quadratic", "квадратных", "cuadrados", "carres":
		square = true
		at++
	case "us", "american":
		at++
	case "of", "de", "d":
		if g.coarse && at+1 < len(f.ts) && isCurrency(units()[f.ts[at+1].low]) {
			at++
		}
	}
	return f.unitAt(g, next, at, square)
}

func isCurrency(u unit) bool { return len(u.kind) == 3 }

// unitAt takes the unit at token at, if there is one there.
func (f *figureFinder) unitAt(g *figure, next, at int, square bool) int {
	if at >= len(f.ts) {
		return next
	}
	low := f.ts[at].low
	if rest, ok := strings.CutPrefix(low, "quadrat"); ok && rest != "" {
		low, square = rest, true
	}
	if low == "km²" || low == "km2" || low == "sqkm" {
		g.unit = unit{"area", 1e6}
		return at + 1
	}
	u, ok := units()[low]
	if !ok || (low == "m" || low == "try" || low == "ha" || low == "in") && !f.ts[at].glued && low != "m" && low != "ha" {
		return next
	}
	if isCurrency(g.unit) && !isCurrency(u) {
		return next
	}
	if n := f.ts[at].end; strings.HasPrefix(f.s[n:], "²") || strings.HasPrefix(f.s[n:], "2") || at+1 < len(f.ts) && (f.ts[at+1].low == "carres" || f.ts[at+1].low == "cuadrados" || f.ts[at+1].low == "quadrados" || f.ts[at+1].low == "مربع") {
		square = true
	}
	if square && u.kind == "length" {
		u = unit{"area", u.factor * u.factor}
	}
	g.unit = u
	return at + 1
}

// noun finds what is counted: the words up to the next small word or mark, the first in the plural being the noun itself.
func (f *figureFinder) noun(g *figure, next int) {
	for k := next; k < len(f.ts) && k < next+4; k++ {
		t := &f.ts[k]
		gap := f.s[f.ts[k-1].end:t.start]
		if strings.ContainsAny(gap, ".,;:()\"“”?!—–") || t.number {
			break
		}
		if t.stop && !(k == next && leadsNoun[t.low] || k == next+1 && f.ts[next].low == "of" && (t.low == "them" || t.low == "the" || t.low == "those")) {
			if _, ok := numberWords()[t.low]; !ok {
				break
			}
		}
		if t.stop {
			continue
		}
		g.nouns = append(g.nouns, root(t.key))
		if g.head == "" && plural(t.low) {
			g.head = root(t.key)
			if k > next+2 || !strings.HasPrefix(gap, "-") {
				break
			}
		}
	}
	if g.head == "" && len(g.nouns) > 0 {
		g.head = g.nouns[0]
		g.participle = verbal(f.ts[next].low)
	}
}

// predicates finds what is said of the figure: "killed" of "killed 18 civilians" and of "18 civilians were killed".
func (f *figureFinder) predicates(g *figure, next int) {
	if g.first > 0 && steps[f.ts[g.first-1].low] != "" {
		g.prep = steps[f.ts[g.first-1].low]
	}
	for k, n := g.first-1, 0; k >= 0 && n < 6; k, n = k-1, n+1 {
		t := &f.ts[k]
		if strings.ContainsAny(f.s[t.end:f.ts[k+1].start], ".,;:()\"“”?!—–") {
			break
		}
		if t.stop || t.number || boundPart[t.low] {
			continue
		}
		if !t.capital || t.first {
			g.preds, g.spoken = append(g.preds, root(t.key)), verbal(t.low)
		}
		break
	}
	from := next
	for k := next; k < len(f.ts) && k < next+4; k++ {
		if root(f.ts[k].key) == g.head {
			from = k + 1
		}
	}
	for k := from; k < len(f.ts) && k < from+5; k++ {
		t := &f.ts[k]
		if k > 0 && strings.ContainsAny(f.s[f.ts[k-1].end:t.start], ".,;:()\"“”?!—–") || t.low == "and" || t.number {
			break
		}
		if !t.stop && !t.capital {
			g.preds = append(g.preds, root(t.key))
			break
		}
	}
}

// steps are the words that say whether a figure is a change or what a change leads to.
var steps = map[string]string{"to": "to", "by": "by", "from": "from", "auf": "to", "um": "by"}

// boundPart are words of bounds, which are not said of a figure.
var boundPart = wordMap(`least most fewer many some about around roughly approximately nearly almost up estimated least minimum maximum total close`)

// leadsNoun may stand between a number and what it counts.
var leadsNoun = map[string]bool{"of": true, "more": true, "other": true}

func plural(w string) bool {
	switch w {
	case "people", "men", "women", "children", "troops", "police", "personnel", "persons", "staff", "cattle", "sheep", "aircraft", "feet":
		return true
	}
	return len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's' && w[len(w)-2] != 'u'
}

// dated reports whether token i lies in a date.
func (f *figureFinder) dated(i int) bool {
	for _, d := range f.dates {
		if f.ts[i].start >= d.Start && f.ts[i].start < d.End {
			return d.Date.Precision != dates.Year || f.s[f.ts[i].start:f.ts[i].end] == strings.TrimSpace(d.Date.Printed)
		}
	}
	return false
}

// year reports whether a number without a unit is a year: four digits between 1900 and 2100, unless it counts people or things.
func (f *figureFinder) year(i int, values []float64, g *figure) bool {
	v := values[0]
	if !f.ts[i].number || v < 1900 || v > 2100 || f.ts[i].end-f.ts[i].start != 4 {
		return false
	}
	return !plural(g.headWord(f)) || i > 0 && yearBefore[f.ts[i-1].low]
}

// headWord is the word behind the number as printed.
func (g *figure) headWord(f *figureFinder) string {
	for k := g.last + 1; k < len(f.ts) && k < g.last+4; k++ {
		if root(f.ts[k].key) == g.head {
			return f.ts[k].low
		}
	}
	return ""
}

var yearBefore = map[string]bool{"in": true, "since": true, "from": true, "the": true, "of": true, "by": true, "until": true, "after": true, "before": true}

// inName reports whether a number belongs to a name: "Resolution 2254", "Article 5", "No. 7", "Covid-19".
func (f *figureFinder) inName(i, next int) bool {
	if i == 0 {
		return false
	}
	p := &f.ts[i-1]
	gap := f.s[p.end:f.ts[i].start]
	if f.ts[i].number && (gap == "-" || gap == "") && !p.number {
		return true
	}
	if p.low == "no" || p.low == "number" || p.low == "article" || p.low == "page" || p.low == "chapter" || p.low == "section" || p.low == "aged" {
		return p.low != "no" || strings.HasPrefix(gap, ".")
	}
	if !f.ts[i].number || !p.capital || p.first || gap != " " {
		return false
	}
	if f.lang == "de" && next < len(f.ts) && f.ts[next].capital {
		return false // German nouns
	}
	if next < len(f.ts) && !f.ts[next].capital && !f.ts[next].stop && strings.TrimSpace(f.s[f.ts[next-1].end:f.ts[next].start]) == "" {
		return false
	}
	return next >= len(f.ts) || f.ts[next].capital || f.ts[next].stop
}

// cutAt is s up to about n bytes, at a blank.
func cutAt(s string, n int) string {
	if len(s) <= n {
		return s
	}
	if k := strings.LastIndexByte(s[:n], ' '); k > 0 {
		return s[:k]
	}
	for n > 0 && s[n]&0xC0 == 0x80 {
		n--
	}
	return s[:n]
}
