package outlets

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// LongestAt finds the longest known name that starts at byte i of running text, where a word starts, and ends at a word's end. ids are
// the entries that bear it, by id, and must not be changed. Names count only as names are printed: with a capital, or
// letter by letter as in the registry ("taz", "lenta.ru"); abbreviations letter by letter. It does not allocate.
func (r *Registry) LongestAt(text string, i int) (end int, ids []*Outlet, ok bool) {
	if i >= len(text) || !r.MayBegin(text, i) || insideWord(text, i) && !cjk(text[i:]) {
		return 0, nil, false
	}
	var f folder
	limit := maxTokens
	for at, n := i, 0; n < limit && at < len(text); n++ {
		stop := f.word(text, at)
		if stop == at {
			break
		}
		f.endToken(sepAt(text, stop))
		if f.n >= opening && !r.index.openings.has(hash(f.key[:opening])) {
			break
		}
		h := hash(f.bytes())
		if f.tokens == 1 || n == 0 {
			if f.tokens == 1 && !r.index.heads.has(h) { // mostly
				break
			}
			limit = n + r.index.most(h) + 1
			if f.tokens == 0 || f.article > 0 {
				limit = maxTokens
			}
		}
		if k := r.index.findHash(f.bytes(), h); k != nil && f.n > 0 && r.asName(k, text, i, stop) {
			end, ids, ok = stop, r.index.of(k), true
		}
		if f.article > 0 && f.n > f.article {
			if n == 1 {
				limit = min(limit, 1+max(r.index.most(hash(f.key[:f.marks[0]])), r.index.most(hash(f.key[f.article:f.marks[1]]))+1))
			}
		}
		if at = gap(text, stop); at < 0 {
			break
		}
		if strings.IndexByte(text[stop:at], '&') >= 0 {
			f.ascii('&')
			n++
		}
	}
	return end, ids, ok
}

// most is how many words a known name that starts with the word of hash first may have, 0 if none does.
func (x *index) most(first uint64) int { return int(x.starts[first&(1<<startBits-1)]) }

// word folds the word that starts at byte at and returns its end. Folding may end tokens inside ("L'Espresso").
func (f *folder) word(text string, at int) int {
	for at < len(text) {
		if n := f.letters(text[at:]); n > 0 {
			at += n
			continue
		}
		c := text[at]
		if c < utf8.RuneSelf {
			if lower[c] > 1 || c == '\'' && at+1 < len(text) && wordByte(text[at+1]) {
				f.ascii(c)
				at++
				continue
			}
			return at
		}
		r, size := utf8.DecodeRuneInString(text[at:])
		if !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) && !unicode.IsDigit(r) && !(r == '’' && at+size < len(text) && wordByte(text[at+size])) {
			return at
		}
		f.rune(text[at:])
		at += size
	}
	return at
}

// sepAt is the separator at byte i, a blank at the end.
func sepAt(text string, i int) byte {
	if i < len(text) && text[i] < utf8.RuneSelf {
		return text[i]
	}
	return ' '
}

// gap returns where the next word of a name may start after one that ends at byte i, -1 where no name goes on: after a comma, or
// after the full stop of a sentence.
func gap(text string, i int) int {
	from := i
	seen := byte(0)
	for i < len(text) && i-from < 4 {
		switch c := text[i]; {
		case c == ' ' || c == '\n' || c == '-' || c == '/' || c == '&' || c == '.' || c == '\'' || c == '@' || c == '+':
			if c == '.' && i-from > 0 {
				return -1
			}
			seen = c
			i++
			continue
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(text[i:])
			if r == '\u00a0' || r == '\u2011' || r == '\u2010' || r == '–' || r == '’' {
				i += size
				continue
			}
			if !unicode.IsLetter(r) {
				return -1
			}
		case lower[c] <= 1:
			return -1
		}
		break
	}
	if i >= len(text) || i == from {
		return -1
	}
	if text[from] == '.' && i-from > 1 && seen != '.' && !initialBefore(text, from) {
		return -1
	}
	return i
}

// initialBefore reports whether the full stop at byte i follows an initial or a short form such as "St".
func initialBefore(text string, i int) bool {
	n := 0
	for n <= 2 && i-n-1 >= 0 && wordByte(text[i-n-1]) {
		n++
	}
	return n > 0 && n <= 2
}

func wordByte(c byte) bool { return c >= utf8.RuneSelf || lower[c] > 1 }

// insideWord reports whether the character before byte i belongs to a word; quotation marks beyond ASCII do not.
func insideWord(text string, i int) bool {
	if i == 0 || text[i-1] < utf8.RuneSelf {
		return i > 0 && wordByte(text[i-1])
	}
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}

// cjk reports whether text starts with a letter of a script that does not part its words.
func cjk(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}

// asName reports whether text[i:end], in running prose, is printed as a name of the key is. A single ordinary word needs "the" before
// it, a single word whose article is missing needs that, and a place is a place.
func (r *Registry) asName(k *keyed, text string, i, end int) bool {
	printed := text[i:end]
	first, _ := utf8.DecodeRuneInString(printed)
	capital := !unicode.IsLower(first) || inner(printed)
	if commonNoun(printed) {
		return r.printedSo(k, printed)
	}
	single := oneWord(printed)
	before := family(0)
	if single {
		before = articleBefore(text, i)
		if before == 0 && Ordinary(printed) && !capitals(printed) || Places.known(printed) {
			return false
		}
	}
	for n := k.first; n >= 0; n = r.index.postings[n].next {
		p := &r.index.postings[n]
		own := p.text(&r.entries[p.entry])
		switch {
		case p.form == formAbbreviation:
			if printed == own {
				return true
			}
		case single && p.flags&short != 0 && before&articleOf(own) == 0 && (before == 0 || !english(own)):
		case single && english(own) && before != ^family(0) && !r.entries[p.entry].printedPaper():
		case capital && r.meant(p, printed):
			return true
		case printed == own && len(printed) > 2 && !Ordinary(printed):
			return true
		}
	}
	return false
}

// articleBefore returns the article that stands before byte i, 0 if there is none; all families for "the".
func articleBefore(text string, i int) family {
	if i < 2 || wordByte(text[i-1]) && text[i-1] < utf8.RuneSelf {
		return 0
	}
	const longest = 24 // bytes of an article: a script without blanks would be read back to its beginning
	end := i - 1
	for end > max(0, i-utf8.UTFMax) && text[end] >= utf8.RuneSelf { // a curly apostrophe
		end--
	}
	from := end
	for from > 0 && wordByte(text[from-1]) {
		if from--; end-from > longest {
			return 0
		}
	}
	var room [keySize]byte
	switch word := string(AppendFold(room[:0], text[from:end])); word {
	case "the":
		return ^family(0)
	case "du", "au", "aux", "del", "dello", "dal", "sul", "sullo", "nel", "nello", "ao", "pelo":
		return articleFamily(word) | melted
	default:
		return articleFamily(word)
	}
}

// commonNoun reports whether a text begins with the article in capitals and goes on with one word in small letters: "Le pays compte vingt camps".
func commonNoun(printed string) bool {
	article, word, ok := strings.Cut(printed, " ")
	if !ok || len(article) > 3 || strings.IndexByte(word, ' ') >= 0 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(word)
	var room [16]byte
	return unicode.IsLower(first) && articleFamily(string(AppendFold(room[:0], article))) != 0
}

// printedSo reports whether a name of the key is printed letter by letter like this, but for the case of its first letter.
func (r *Registry) printedSo(k *keyed, printed string) bool {
	for n := k.first; n >= 0; n = r.index.postings[n].next {
		p := &r.index.postings[n]
		if own := p.text(&r.entries[p.entry]); len(own) == len(printed) && own[1:] == printed[1:] {
			return true
		}
	}
	return false
}

// english reports whether a name has the English article, which other languages put their own for: "selon le Guardian", "im Guardian".
func english(name string) bool { return strings.HasPrefix(name, "The ") }

// printedPaper reports whether an outlet is of a kind that readers know by one word of its name and the article of their language. Sites are not: "im Block" is not
// The Block.
func (o *Outlet) printedPaper() bool {
	return o.Kind == "newspaper" || o.Kind == "magazine" || o.Kind == "agency" || o.Kind == "broadcaster"
}

// innerReach bounds where the capital behind an article in small letters stands, in bytes from the article's start.
const innerReach = 6

// inner reports whether a name that starts in lower case has its capital behind an article: "al-Jazeera", "la Repubblica".
func inner(s string) bool {
	for i := 1; i < len(s) && i < innerReach; i++ {
		if (s[i-1] == ' ' || s[i-1] == '-' || s[i-1] == '\'') && s[i] >= 'A' && s[i] <= 'Z' {
			var room [8]byte
			return articleFamily(string(AppendFold(room[:0], s[:i-1]))) != 0 || s[:i-1] == "the"
		}
	}
	return false
}
