package citations

import (
	"maps"
	"math/bits"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// stopwords tell languages apart: words that are frequent in one and rare in its neighbours.
var stopwords = map[string]string{
	"en": "the of and to that is was for with as on by have been from which their has were are it this not but they said",
	"fr": "le la les des de et du en un une est dans que qui pour sur au par avec ne pas il elle on sont cette ce ont leur aux mais été était ses deux après",
	"de": "der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass nach wird bei am war wurde zum zur vor über noch hatte",
	"es": "el la los las de que y en un por con una su para es al lo como más pero sus le ha fue este del según",
	"pt": "o a os as de que e do da em um para com não uma por mais dos como mas foi ao ele das tem à seu sua ou são",
	"it": "il la di che e un in per una sono con non del si da come gli dei le anche più al nel della alla è",
	"nl": "de het een van en in is dat op te zijn voor met die niet aan er ook als door maar bij naar uit werd",
	"pl": "w i na z do się że nie jest to od za przez po jak o dla są oraz ale był",
	"tr": "ve bir bu için ile olarak da de daha olan çok gibi kadar sonra önce göre ise ancak en olduğu diye iki üç dedi etti aynı eski yeni ilk var yok her ama kendisi",
	"sq": "të e në dhe për një me që nga se i më është janë u ka si ky pas",
	"hr": "je i u na da se za su od koji s iz to kako nije ali će što bi do po",
	"ro": "de și în la cu a pe că din nu este pentru care mai un o sunt au fost",
	"sv": "och att det i en som på är av för med till den har de inte om ett men var",
	"cs": "a se v na je že to s z do o ve pro jsou by také jako ale po jeho",
	"id": "yang dan di ke dengan untuk dari pada ini itu dalam tidak akan oleh telah karena bahwa mereka ada juga setelah tersebut adalah sejak",
	"hu": "a az és hogy nem is egy volt meg de van csak mint már",
	"fi": "ja on ei että se oli hän ovat mutta myös kuin joka",
	"sw": "na ya wa kwa ni katika za kuwa la hiyo kama",
}

// stopLanguages are the languages of stopwords in the order of their codes.
var stopLanguages = slices.Sorted(maps.Keys(stopwords))

// stopTable finds the languages that a small word speaks for: by its bytes as a number, a bit for each of stopLanguages.
type stopTable [1 << 11]struct {
	word  uint64
	langs uint32
}

// longestStop is how many bytes a small word has at most.
const longestStop = 8

var stopTables = func() *stopTable {
	t := &stopTable{}
	for i, lang := range stopLanguages {
		for w := range strings.FieldsSeq(stopwords[lang]) {
			if len(w) <= longestStop {
				s := t.slot(packed([]byte(w)))
				t[s].word = packed([]byte(w))
				t[s].langs |= 1 << i
			}
		}
	}
	return t
}()

// slot is where a word stands in the table, or would.
func (t *stopTable) slot(w uint64) uint64 {
	h := w * 0x9E3779B97F4A7C15 >> 53
	for t[h].word != 0 && t[h].word != w {
		h = (h + 1) % uint64(len(t))
	}
	return h
}

// smallWord is the word at byte i of s as a number, 0 if it is too long; ok is false where there is none.
func smallWord(s string, i int) (n uint64, ok bool) {
	w, ok := nextWord(s, i)
	if !ok || w.to-w.from > longestStop {
		return 0, ok
	}
	var room [4 * longestStop]byte
	if f := lower(room[:0], s[w.from:w.to]); len(f) <= longestStop {
		n = packed(f)
	}
	return n, true
}

// packed are up to eight bytes as a number.
func packed(w []byte) (n uint64) {
	for i, c := range w {
		n |= uint64(c) << (8 * i)
	}
	return n
}

// languageSample is how many bytes of a text are looked at; more does not change the answer.
const languageSample = 2000

// languageSampleOf is what of s tells its language.
func languageSampleOf(s string) string {
	s = s[:min(len(s), languageSample)]
	for len(s) > 0 && s[len(s)-1] >= 0x80 { // no character cut
		s = s[:len(s)-1]
	}
	return s
}

// DetectLanguage tells the language of s as ISO 639-1 by its script and its small words, "" if nothing can be said.
func DetectLanguage(s string) string {
	s = languageSampleOf(s)
	return languageOf(s, tokenise(nil, s, Range{End: len(s)}), 0)
}

// languageOf is DetectLanguage of a sample that stands at byte base of the text that its words were cut from.
func languageOf(s string, ts []token, base int) string {
	if l := byScript(s); l != "" {
		return l
	}
	var votes [32]int
	total := 0
	r := Range{Start: base, End: base + len(s)}
	for i := range ts {
		at, end := int(ts[i].start)-base, int(ts[i].end)-base
		word, ok := uint64(0), true
		if ts[i].class&plain != 0 && !ts[i].cut(r) && alnum(s[at]) && alnum(s[end-1]) {
			if end-at <= longestStop {
				word = keyOf(s, at, end).lo
			}
		} else {
			word, ok = smallWord(s, max(0, at))
		}
		if !ok {
			continue
		}
		total++
		if word == 0 {
			continue
		}
		for langs := stopTables[stopTables.slot(word)].langs; langs != 0; langs &= langs - 1 {
			votes[bits.TrailingZeros32(langs)]++
		}
	}
	byLetter(s, &votes, total)
	best := 0
	for l, n := range votes {
		if n > votes[best] {
			best = l
		}
	}
	if votes[best] < 2 || votes[best]*25 < total {
		return ""
	}
	return stopLanguages[best]
}

// ownLetters are letters of the Latin script that one of the languages has and its neighbours lack.
var ownLetters = map[rune]string{'ı': "tr", 'İ': "tr", 'ğ': "tr", 'ł': "pl", 'ę': "pl", 'ą': "pl", 'ż': "pl", 'ě': "cs", 'ř': "cs", 'ů': "cs", 'ő': "hu", 'ű': "hu", 'ã': "pt", 'õ': "pt", 'ß': "de", 'ñ': "es", '¿': "es",
	'ț': "ro", 'ș': "ro", 'ă': "ro"}

// byLetter adds what the letters say to the votes of the words. A language with few small words is known by them; names in a text of another language
// weigh no more than one word in twenty.
func byLetter(s string, votes *[32]int, total int) {
	var count map[string]int
	for _, r := range s {
		if r >= 0x80 {
			if l := ownLetters[r]; l != "" {
				if count == nil {
					count = map[string]int{}
				}
				count[l]++
			}
		}
	}
	for l, n := range count {
		if i, ok := slices.BinarySearch(stopLanguages, l); ok {
			votes[i] += min(n, total/20)
		}
	}
}

// scriptLanguages are the languages that a script alone tells, and how much a letter of it says: Japanese has few kana among its Chinese characters.
var scriptLanguages = [...]struct {
	script *unicode.RangeTable
	lang   string
	weight int
}{
	{unicode.Cyrillic, "ru", 1}, {unicode.Arabic, "ar", 1}, {unicode.Hebrew, "he", 1}, {unicode.Greek, "el", 1}, {unicode.Hiragana, "ja", 4}, {unicode.Katakana, "ja", 4},
	{unicode.Han, "zh", 1}, {unicode.Hangul, "ko", 1}, {unicode.Georgian, "ka", 1}, {unicode.Armenian, "hy", 1}, {unicode.Devanagari, "hi", 1}, {unicode.Thai, "th", 1},
}

// scriptLetters are letters that only one language of a script has, and how many other letters stand for each: one letter in fourteen of Ukrainian is such a one.
var scriptLetters = [...]struct {
	letters, lang string
	weight        int
}{{"ўЎ", "be", 90}, {"іїєґІЇЄҐ", "uk", 24}, {"ђјљњћџЂЈЉЊЋЏ", "sr", 12}, {"پچژگکی", "fa", 12}}

// byScript knows languages by letters that the others do not have.
func byScript(s string) string {
	letters, wide := plainLetters(s)
	if !wide {
		return ""
	}
	const lastLatin = 0x24F // of Latin Extended-B
	count := map[string]int{}
	for _, r := range s {
		if r < utf8.RuneSelf || !unicode.IsLetter(r) {
			continue
		}
		letters++
		if r > lastLatin {
			countScript(count, r)
		}
	}
	best, n := "", 0
	for l, k := range count {
		if k > n || k == n && l < best {
			best, n = l, k
		}
	}
	if n*2 < letters {
		return ""
	}
	return best
}

// letterOf is 1 for each letter of ASCII.
var letterOf = func() (t [256]int) {
	for c := byte('a'); c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = 1, 1
	}
	return
}()

// plainLetters counts the letters of ASCII in s; wide says that there are characters beyond it.
func plainLetters(s string) (n int, wide bool) {
	all := byte(0)
	for i := range len(s) {
		c := s[i]
		all |= c
		n += letterOf[c]
	}
	return n, all >= utf8.RuneSelf
}

// countScript adds what one letter says to the counts of the languages.
func countScript(count map[string]int, r rune) {
	for i := range scriptLanguages {
		if l := &scriptLanguages[i]; unicode.Is(l.script, r) {
			count[l.lang] += l.weight
			break
		}
	}
	for i := range scriptLetters {
		if l := &scriptLetters[i]; strings.ContainsRune(l.letters, r) {
			count[l.lang] += l.weight
			return
		}
	}
}
