package support

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"example.org/verify/fetch/page"
)

// line is a sentence of the page.
type line struct {
	text  string
	words []token
	block int // the paragraph that it stands in; -1 the title
	hits  bitset
}

// maxSentence is the most of a sentence that is read as one, in bytes.
const maxSentence = 3000

// sentences are those of the title and the main text. Captions, what stands behind a heading of references, and a notice of correction, which
// says again what was wrong, are no evidence.
func sentences(p *page.Page) (out []line) {
	room := maxPage
	add := func(s string, block int) {
		for s != "" && room > 0 {
			k := sentenceEnd(s)
			if t := strings.TrimSpace(s[:k]); t != "" {
				l := line{text: t, words: tokens(t, room), block: block}
				room -= len(l.words)
				out = append(out, l)
			}
			s = s[k:]
		}
	}
	add(p.Title, -1)
	references := false
	for i, b := range p.Blocks {
		switch {
		case b.Kind == page.Heading || len(b.Text) < 40 && referenceHeads()[headKey(b.Text)]:
			references = referenceHeads()[headKey(b.Text)]
		case b.Kind == page.Caption, notice(p, b.Text):
			continue
		case references && b.Kind == page.Para && len(b.Text) > longestReference && !strings.Contains(b.Text, "://"):
			references = false // the text goes on
		}
		if !references {
			add(b.Text, i)
		}
	}
	return out
}

// notice reports whether a paragraph is the page's notice of correction, which is kept to its first 500 bytes.
func notice(p *page.Page, text string) bool {
	return p.Correction != "" && text != "" && strings.Contains(p.Correction, text[:min(len(text), 400)])
}

func headKey(s string) string { return strings.ToLower(strings.Trim(s, " :.[]0123456789")) }

// longestReference is the longest paragraph of a list of references, in bytes.
const longestReference = 400

// referenceHeads are headings of what a page took its own text from.
var referenceHeads = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.SplitSeq(`references|notes|footnotes|endnotes|sources|bibliography|further reading|works cited|external links|literature|citations|see also|einzelnachweise|quellen|literatur|anmerkungen|fußnoten|weblinks|références|notes et références|bibliographie|sources et références|liens externes|referencias|notas|bibliografía|fuentes|enlaces externos|referências|bibliografia|fontes|note|fonti|riferimenti|примечания|источники|литература|ссылки|المراجع|مراجع|المصادر|参考文献|参考资料|注释|出典|脚注|bronnen|referenties|przypisy|kaynakça|kaynaklar`, "|") {
		m[w] = true
	}
	return m
})

// sentenceEnd is the end of the first sentence of s.
func sentenceEnd(s string) int {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		next := i + n
		switch r {
		case '。', '！', '？', '\n':
			return next
		case '!', '?', '؟', '…', '.':
			if r == '.' && !stops(s, i) {
				break
			}
			for next < len(s) && strings.IndexByte(`"')]`, s[next]) >= 0 {
				next++
			}
			for strings.HasPrefix(s[next:], "”") || strings.HasPrefix(s[next:], "’") || strings.HasPrefix(s[next:], "»") {
				_, size := utf8.DecodeRuneInString(s[next:])
				next += size
			}
			if next >= len(s) || s[next] == ' ' && startsSentence(s[next+1:]) {
				return next
			}
		}
		if next > maxSentence {
			return next
		}
		i = next
	}
	return len(s)
}

func startsSentence(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return !unicode.IsLower(r)
		}
		if unicode.IsDigit(r) {
			return true
		}
		if r == ' ' {
			return true
		}
	}
	return true
}

// shortForms end with a stop that ends no sentence.
var shortForms = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(`mr mrs ms dr prof gen col lt sgt capt maj brig adm gov sen rep st no nos vs etc inc ltd co corp jan feb mar apr jun jul aug sep sept oct nov dec approx ca bzw usw vgl nr hr fr mio mrd sr sra m mme г тыс млн млрд ул д`) {
		m[w] = true
	}
	return m
})

// stops reports whether the full stop at byte i ends a sentence: it does not behind an initial, a short form, or before a digit.
func stops(s string, i int) bool {
	start := i
	for start > 0 && s[start-1] != ' ' && s[start-1] != '(' {
		start--
		if i-start > 40 {
			return true
		}
	}
	w := s[start:i]
	if utf8.RuneCountInString(w) == 1 && !unicode.IsDigit(firstRune(w)) || strings.Contains(w, ".") && len(w) < 6 {
		return false
	}
	return !shortForms()[strings.ToLower(w)]
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
