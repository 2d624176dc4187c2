package citations

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// clickHere are the words on which a reader should have clicked, whatever follows. Words that say where a thing is ("can be found here") are none.
var clickHere = []string{
	"click here", "cliquez ici", "cliquer ici", "klicken sie hier", "hier klicken", "haga clic aquí", "haz clic aquí", "pinche aquí", "clicca qui", "cliccate qui", "clique aqui", "acesse aqui",
	"klik hier", "klicka här", "kliknij tutaj", "нажмите здесь", "buraya tıklayın", "klik di sini", "اضغط هنا", "انقر هنا", "点击这里", "点击此处", "點擊這裡", "여기를 클릭",
}

// hereEnds stand where a link was, if nothing of the sentence follows.
var hereEnds = []string{
	"available here", "accessible here", "accessed here", "downloaded here", "viewed here", "consulted here", "read here", "read it here", "read more here", "watch here", "watch it here",
	"listen here", "online here", "see here", "sign up here", "subscribe here", "register here", "donate here",
	"disponible ici", "disponibles ici", "accessible ici", "consultable ici", "à lire ici", "à retrouver ici", "voir ici", "lire ici",
	"hier abrufbar", "hier verfügbar", "hier nachzulesen", "hier nachlesen", "hier zu lesen", "hier herunterladen", "mehr dazu hier",
	"disponible aquí", "disponibles aquí", "consultar aquí", "leer aquí", "ver aquí",
	"disponibile qui", "disponibili qui", "scaricabile qui", "consultabile qui", "leggi qui", "si può leggere qui",
	"disponível aqui", "disponíveis aqui", "leia aqui", "confira aqui", "hier te lezen", "lees hier", "läs mer här", "dostępny tutaj", "dostępne tutaj",
	"доступен здесь", "доступна здесь", "доступно здесь", "читайте здесь", "доступний тут", "читайте тут", "buradan okuyabilirsiniz", "buradan ulaşabilirsiniz", "متاح هنا", "詳細はこちら",
}

// hereOpens begin, before one of hereObjects, a sentence that ends in "here" and asks the reader to look something up: "See the full list here".
var (
	hereOpens   = wordSet(`see read view download watch listen find get access check browse explore`)
	hereObjects = wordSet(`the a an our my his her their its more full also all it this that these those to`)
)

// linkWords are words of which one stands in each of these phrases, those of scripts without blanks aside: the last, or the first where endings may follow
// the last.
func linkWords() []string {
	out := []string{"here"}
	for _, s := range clickHere {
		first, _, _ := strings.Cut(s, " ")
		out = append(out, first)
	}
	for _, s := range slices.Concat(clickHere, hereEnds) {
		out = append(out, s[strings.LastIndexByte(s, ' ')+1:])
	}
	return out
}

var (
	mayLoseLink      = phrases(slices.Concat([]string{" here"}, clickHere, hereEnds)...)
	clickHerePhrases = phrases(clickHere...)
	hereEndPhrases   = phrases(hereEnds...)
)

// lostLinks records the places where a text sends its reader to a link that it does not have.
func (p *parser) lostLinks(o *outline) {
	for i := o.first; i < o.last; i++ {
		p.look()
		b := p.t.Blocks[i].Range
		if part := o.parts[i-o.first]; part == NoteEntry || part == NotesHead || part == Heading || classOfAll(tokensIn(p.tokens, b))&(linkWord|east) == 0 || !mayLoseLink.in(p.clean[b.Start:b.End]) {
			continue
		}
		low := lowered(p.clean[b.Start:b.End])
		if len(low) != b.Len() {
			continue // letters that change their length have no places any more
		}
		var pleas []Range
		clickHerePhrases.places(low, func(from, to int) { pleas = p.plea(pleas, low, Range{Start: from, End: to}, b, false) })
		hereEndPhrases.places(low, func(from, to int) { pleas = p.plea(pleas, low, Range{Start: from, End: to}, b, true) })
		pleas = p.lostHere(pleas, low, b)
		slices.SortFunc(pleas, func(x, y Range) int { return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(y.End, x.End)) })
		end := 0 // of those so far: "Read it here" is one place, found by its words and by its sentence
		for _, r := range pleas {
			if r.Start >= end {
				end = r.End
				p.defect(Defect{Kind: LinkLost, Citation: -1, Note: -1, Span: p.t.Source(r), Detail: p.t.Slice(r)})
			}
		}
	}
}

// plea adds a phrase that stands at the bytes at of a block if it has no link; last asks that nothing of the sentence follows. low is the block in lower case.
func (p *parser) plea(out []Range, low string, at, block Range, last bool) []Range {
	if r := (Range{Start: block.Start + at.Start, End: block.Start + at.End}); (!last || stops(low[at.End:])) && p.unlinked(r, block) {
		return append(out, r)
	}
	return out
}

// stops reports whether nothing, or no more than a sign, stands before the next blank.
func stops(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return s == "" || !blank(c) && !unicode.IsLetter(c) && !unicode.IsDigit(c)
}

// lostHere adds the sentences that end in "here", or end so before a bracket closes, and ask to look something up.
func (p *parser) lostHere(out []Range, low string, block Range) []Range {
	for at := 0; ; {
		k := strings.Index(low[at:], " here")
		if k < 0 {
			return out
		}
		from := at + k + 1
		at = from + len("here")
		if !stops(low[at:]) {
			continue
		}
		first := max(0, from-longestPlea)
		cut := strings.LastIndexAny(low[first:from], ".!?([:;\n")
		if cut < 0 && first > 0 {
			continue
		}
		start := skipBlanks(low, first+cut+1, from)
		if ws := firstWords(low[start:from], 2); len(ws) == 2 && hereOpens.has(ws[0]) && hereObjects.has(ws[1]) {
			if r := (Range{Start: block.Start + start, End: block.Start + at}); p.unlinked(r, block) {
				out = append(out, r)
			}
		}
	}
}

const longestPlea = 120 // bytes from the first word of a sentence to its "here"

// unlinked reports whether a stretch that sends the reader to a link has none: neither in it nor an address right behind.
func (p *parser) unlinked(r, block Range) bool {
	behind := p.clean[r.End:min(block.End, r.End+80)]
	for _, end := range [...]string{", ", ". "} { // the address of another place
		behind, _, _ = strings.Cut(behind, end)
	}
	return !strings.Contains(behind, "://") && !strings.Contains(behind, "www.") && !p.linkIn(r) && !p.inCode(r.Start)
}
