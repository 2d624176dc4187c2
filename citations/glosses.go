package citations

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/verify/citations/dates"
)

// A bracket with a name that no registry knows and a date is a source, or it says where and when something is or was: a match, a meeting, a birth. What the
// name looks like cannot tell the two apart; how the bracket stands in its sentence and what the text says of the name elsewhere can. Only unknown names
// without a word of the press are asked about.

// glosses reports whether a group says where or when something is instead of who said it.
func (p *parser) glosses(g *group) bool {
	if g.Kind != '(' || g.Open {
		return false
	}
	for i := range g.Cites {
		c := &g.Cites[i]
		name := p.t.Slice(c.Outlet)
		if c.Head != likeName || c.Signal != "" || c.Address != "" || c.Person || c.Date == nil || c.Date.Template || isoPrinted(c.Date) || caseless(name) || p.likePress(name) {
			return false
		}
	}
	c := &g.Cites[0]
	closed := p.closesSentence(g)
	switch {
	case p.usedAsPlace(c.Outlet):
		return true // "the road from Fada N'Gourma … (Fada N'Gourma, May 2018)"
	case !closed && c.Date.Precision == dates.Month:
		return true // "His predecessor (Ivo Hrast, July 2016) was": when he was hired
	case closed:
		return false
	case p.birth(g):
		return true // "his sister Luz Ocar (Tirkou, 12 August 1984)"
	}
	return p.partsSubject(g)
}

// youngest is how many years before the latest year of a text a day behind a person's name is a birth rather than a source.
const youngest = 15

// birth reports whether a group stands behind a person's name and gives a day long before the text.
func (p *parser) birth(g *group) bool {
	d := g.Cites[0].Date
	if d.Precision != dates.Day || d.Year != dates.YearStated || p.latestYear()-d.From.Y < youngest {
		return false
	}
	b := p.t.Blocks[g.Block].Range
	return p.behindPerson(p.clean[max(b.Start, p.backTo(g.Range.Start, 80)):g.Range.Start])
}

// newestYear is the latest year that a text prints or was published in, 0 if there is none.
func newestYear(s string, published dates.Date) int {
	newest := max(0, published.From.Y)
	for i := 0; i+4 <= len(s); i++ {
		if (s[i] != '1' || s[i+1] != '9') && (s[i] != '2' || s[i+1] != '0') || !isNumber(s[i:i+4]) || i > 0 && wordChar(s, i-1) || i+4 < len(s) && wordChar(s, i+4) {
			continue
		}
		y := int(s[i+2]-'0')*10 + int(s[i+3]-'0') + 1900
		if s[i] == '2' {
			y += 100
		}
		newest = max(newest, y)
	}
	return newest
}

// likePress reports whether a name says that it is of the press or of the web.
func (p *parser) likePress(name string) bool {
	ws := words(name)
	return hasPressWord(ws) || webPhrase(name) || domainLike(ws[len(ws)-1]) || p.slipOf(name)
}

// longestSentence bounds how far back from a bracket the start of its sentence is looked for, in bytes.
const longestSentence = 400

// sentenceBefore is where the sentence of a group begins, or how far back it is looked for.
func (p *parser) sentenceBefore(g *group) int {
	from := max(p.t.Blocks[g.Block].Range.Start, p.backTo(g.Range.Start, longestSentence))
	for i := g.Range.Start - 1; i > from; i-- {
		if canEnd[p.clean[i]] && p.terminal(i) > 0 && p.ends(from, i, i+p.terminal(i), g.Range.Start) {
			return skipBlanks(p.clean, i+p.terminal(i), g.Range.Start)
		}
	}
	return from
}

// partsSubject reports whether a bracket stands between a subject and its verb: no word before it in its sentence is a verb, and the sentence goes on with
// a word in small letters that joins nothing, or with a comma behind a person's name. A source stands behind what it is the source of.
func (p *parser) partsSubject(g *group) bool {
	before := p.clean[p.sentenceBefore(g):g.Range.Start]
	end := p.t.Blocks[g.Block].Range.End
	at := skipBlanks(p.clean, g.Range.End, end)
	if at >= end || p.hasVerb(before) {
		return false
	}
	if comma(p.clean, at) > 0 {
		return p.behindPerson(before)
	}
	next, _ := utf8.DecodeRuneInString(p.clean[at:])
	return unicode.IsLower(next) && !joiners.has(p.clean[at:wordRun(p.clean[:end], at)])
}

// joiners begin what follows a clause that a source has closed.
var joiners = wordSet(`and or but while as when after before because since although though where which who whom that than to in on at of for from by with without despite amid so yet nor if until
	und oder aber während als nachdem bevor weil denn da obwohl wo die der das dass um in an auf mit ohne trotz bis sowie
	et ou mais tandis alors quand après avant car parce puisque bien où qui que dont pour en dans à sur avec sans malgré jusqu
	y e o u pero mientras cuando después antes porque pues aunque donde que quien para en a con sin pese hasta
	mas enquanto quando depois antes porque pois embora onde quem para em com sem apesar até no na
	ed ma mentre quando dopo prima perché poiché benché dove che chi per con senza nonostante fino
	en of maar terwijl toen nadat voordat omdat want hoewel waar die dat om met zonder ondanks tot
	и или но а пока когда после до потому так хотя где который что чтобы в на с без
	i lub ale a gdy kiedy po przed bo ponieważ choć gdzie który która które że aby w na z bez oraz
	och eller men medan när efter innan eftersom fast där som att för i på med utan trots till
	ve veya ama iken çünkü ancak ki ile için`)

// hasVerb reports whether a stretch holds a word that looks like a finite verb.
func (p *parser) hasVerb(s string) bool {
	var room [64]byte
	for i := 0; ; {
		x, ok := nextWord(s, i)
		if !ok {
			return false
		}
		i = x.end
		f := lower(room[:0], s[x.from:x.to])
		if !x.capital && len(f) > 0 && (presentVerbs.hasBytes(f) || pastForm(f, p.lang) && !p.romanceNoun(f)) {
			return true
		}
	}
}

// romanceNoun reports whether a word ends as verbs of the past do in German, in a language where nouns do: "comandante".
func (p *parser) romanceNoun(f []byte) bool {
	switch p.lang {
	case "it", "es", "pt", "fr":
		return strings.HasSuffix(string(f), "te")
	}
	return false
}

// presentVerbs are the verbs of states and wishes that sentences in the present are made with.
var presentVerbs = wordSet(`is are has have will would can could may might must does do says say
	ist sind hat haben wird werden kann können soll sollen muss müssen will wollen
	est sont ont va vont peut peuvent doit doivent sera seront fait font
	es son está están hay tiene tienen va van puede pueden debe deben será serán
	é são está estão há tem têm vai vão pode podem deve devem será serão
	è sono hanno può possono deve devono sarà saranno
	zijn heeft hebben wordt worden kan kunnen zal zullen moet moeten wil
	есть имеет имеют может могут должен должны будет будут
	jest są ma mają może mogą musi muszą będzie będą
	är har kan ska ska skall måste vill blir
	var yok olacak`)

// behindPerson reports whether a stretch ends with a person's name: two words or more, each with a capital.
func (p *parser) behindPerson(s string) bool {
	ws := words(s)
	n := 0
	for n < len(ws) && n < 4 && (capitalised(ws[len(ws)-1-n]) || n > 0 && nameParticles.has(ws[len(ws)-1-n])) && nameWord(strings.TrimLeft(ws[len(ws)-1-n], "“\"«„")) {
		n++
	}
	for n > 0 && !capitalised(ws[len(ws)-n]) {
		n--
	}
	_, person := personName(strings.Join(ws[len(ws)-n:], " "), false)
	return person
}

// Other uses of a name are looked for so many bytes around it, and no more than so many are.
const (
	placesNear = 3000
	mostUses   = 8
)

// usedAsPlace reports whether the text around a name uses it as that of a place: "in Fada N'Gourma", "from Bura to …". A report may be in a paper, too.
func (p *parser) usedAsPlace(r Range) bool {
	name := p.t.Slice(r)
	from, to := p.backTo(r.Start, placesNear), min(len(p.clean), r.End+placesNear)
	for i, n := from, 0; i < to && n < mostUses; n++ {
		k := strings.Index(p.clean[i:to], name)
		if k < 0 {
			return false
		}
		i += k + len(name)
		at := i - len(name)
		if at == r.Start || i < to && wordChar(p.clean, i) {
			continue
		}
		before := p.clean[p.backTo(at, 60):at]
		if p.locative(before) || strings.HasSuffix(before, " from ") && strings.HasPrefix(p.clean[i:to], " to ") {
			return true
		}
	}
	return false
}

// locatives say of the name behind them that it is a place.
var locatives = wordSet(`in near outside en à em nahe bei w we v i nära yakınında town village city district ville commune village ciudad municipio pueblo cidade município stadt dorf gemeinde città comune stad dorp города город село miasto wieś`)

// locative reports whether words before a name make it a place.
func (p *parser) locative(s string) bool {
	ws := words(s)
	if len(ws) < 2 || s == strings.TrimRight(s, " \u00A0\n") {
		return false
	}
	last := ws[len(ws)-1]
	if (last == "of" || last == "de" || last == "di" || last == "von") && len(ws) > 1 {
		ws = ws[:len(ws)-1]
		if last = ws[len(ws)-1]; len(last) < 4 {
			return false
		}
	}
	if last == "from" || last == "to" {
		return road.has(foldWord(ws[len(ws)-2]))
	}
	if !locatives.has(last) {
		return false
	}
	for _, w := range ws[max(0, len(ws)-5):] {
		if f := foldWord(w); hasPressWord([]string{f}) || tellings.has(f) {
			return false
		}
	}
	return true
}

// road are what leads from a place or to one.
var road = wordSet(`road way highway train bus flight miles kilometres kilometers km moved travelled traveled fled drove`)

// tellings stand between a source and the paper that it is in.
var tellings = wordSet(`article articles interview story stories piece column published wrote written writing reported reports said quoted artikel bericht interview gedruckt artículo entrevista publicado artigo articolo intervista artykuł wywiad artikeln`)
