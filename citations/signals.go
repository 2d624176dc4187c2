package citations

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// signals are what a citation may begin with before it names its outlet, lower-case, in the languages that the survey of forms
// covers. The longest that fits is taken.
var signals = strings.Split(`see also|see e.g.|see|cf.|cfr.|cf|cfr|compare|see for example|for more see|via|as cited in|cited in|cited by|qtd. in|qtd in|as quoted in|quoted in|quoted by|as reported by|as reported in|reported by|reported in|
per|confer|citing|according to|source:|sources:|source|also|and see|but see|from|originally in|first published in|
vgl.|vgl|siehe auch|siehe|s. auch|s.a.|s.|zit. nach|zitiert nach|nach|quelle:|quellen:|laut|
voir aussi|voir|lire aussi|lire|cité dans|cité par|cité in|d'après|d’après|selon|source :|sources :|
véase también|véase|vease|ver también|ver|vid.|citado en|citado por|según|fuente:|fuentes:|
ver também|veja|citado em|segundo|conforme|fonte:|fontes:|
si vedano|si veda|vedi|v.|citato in|cit. in|secondo|fonti:|
см. также|см.|ср.|сравни|сравните|цит. по|цитируется по|по данным|по материалам|источник:|
bkz.|bkz|krş.|karş.|aktaran|kaynak:|zob.|zob|por.|porównaj|patrz|za|cyt. za|źródło:|zie ook|zie|geciteerd in|bron:|volgens|див. також|див.|за даними|пор.|порівн.|порівняйте|джерело:|вж.|виж|срв.|по данни на|източник:|bandingkan|bdk.|lihat juga|lihat|menurut|sumber:|lásd még|lásd|ld.|vö.|forrás:|vezi și|vezi|sursa:|viz též|viz|srov.|porov.|zdroj:|se även|se også|se|jfr|jmf|jämför|jf.|jvf.|sml.|källa:|kilde:|katso|ks.|vrt.|lähde:|βλ.|πρβλ.|πηγή:|shih|krh.|sipas|burimi:|vidi|usp.|uporedi|usporedi|prema|izvor:|قارن|راجع|نقلا عن|نقلاً عن|عن|انظر|المصدر:|见|見|参见|參見|参阅|參閱|参考|參考|另见|另見|详见|詳見|比较|比較|据|據|根据|根據|引自|引述|转引自|轉引自|摘自|转载自|轉載自|原载|原載|来源：|来源:|來源：|出典：|出典:|출처:|출처 :`, "|")

// signalMap holds them by their first byte.
var signalMap = func() (m [256][]string) {
	for _, s := range signals {
		s = strings.TrimSpace(s)
		m[s[0]] = append(m[s[0]], s)
		if u := strings.ToUpper(s[:1]); s[0] >= 'a' && s[0] <= 'z' {
			m[u[0]] = append(m[u[0]], s)
		}
	}
	return
}()

// signalAt is the length of the signal that s begins with, blanks after it included, 0 if it begins with none. What is left of s is
// never empty.
func signalAt(s string) int {
	if s == "" {
		return 0
	}
	best := 0
	for _, w := range signalMap[s[0]] {
		if len(w) <= best || len(s) <= len(w) || !strings.EqualFold(s[:len(w)], w) || len(w) > 2 && s[1] >= 'A' && s[1] <= 'Z' {
			continue // "CFR" is a name, "cfr." a signal
		}
		if n := blankAt(s, len(w)); n > 0 && len(s) > len(w)+n {
			best = len(w)
		} else if s[len(w)] == ':' && len(w) > 1 && skipBlanks(s, len(w)+1, len(s)) < len(s) { // "см.: ", "انظر: "
			best = len(w) + 1
		} else if strings.HasSuffix(w, ":") || caseless(w) && w[0] >= 0xE3 { // Chinese leaves no blank
			best = len(w)
		}
	}
	if best == 0 {
		return 0
	}
	at := skipBlanks(s, best, len(s))
	for { // "see also", "si veda anche", "zob. też"
		k := at
		for k < len(s) && blankAt(s, k) == 0 && k-at < 16 {
			k++
		}
		next := skipBlanks(s, k, len(s))
		if next == k || next >= len(s) || !alsoWords.has(strings.TrimRight(strings.ToLower(s[at:k]), ",:")) {
			return at
		}
		at = next
	}
}

// tiedOn reports whether a signal stands right before what it points to, as in Chinese, where it may be the beginning of the name as well.
func tiedOn(signal string) bool {
	return caseless(signal) && signal[0] >= 0xE3 && !strings.HasSuffix(signal, "：")
}

// eastPaperEnds end the names of papers, agencies and stations in Chinese.
var eastPaperEnds = [...]string{"报", "報", "网", "網", "社", "台", "臺", "刊", "志", "誌", "新闻", "新聞"}

// pointedAt reports whether what stands behind a glued signal is a source: a name that is known, in title marks, or called as those of the press are.
func (p *parser) pointedAt(s string) bool {
	if c, _ := utf8.DecodeRuneInString(s); strings.ContainsRune("《〈『「“\"：: ", c) {
		return true
	}
	name := s
	if k := strings.IndexAny(s, ",，、;； 0123456789"); k >= 0 {
		name = s[:k]
	}
	return p.names.Known(name) || slices.ContainsFunc(eastPaperEnds[:], func(w string) bool { return strings.HasSuffix(name, w) })
}

// alsoWords may follow a signal.
var alsoWords = wordSet(`also auch aussi anche też także również também también ook također takođe ayrıca e.g. e.g z.b. p.ex. for например также příklad dhe edhe np. and أيضا أيضاً ايضا`)
