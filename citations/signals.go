package citations

import "strings"

// signals are what a citation may begin with before it names its outlet, lower-case, in the languages that the survey of forms
// covers. The longest that fits is taken.
var signals = strings.Split(`see also|see e.g.|see|cf.|cfr.|cf|cfr|compare|see for example|for more see|via|as cited in|cited in|cited by|qtd. in|qtd in|as quoted in|quoted in|quoted by|as reported by|as reported in|reported by|reported in|
per|citing|according to|source:|sources:|source|also|and see|but see|from|originally in|first published in|
vgl.|vgl|siehe auch|siehe|s. auch|s.a.|s.|zit. nach|zitiert nach|nach|quelle:|quellen:|laut|
voir aussi|voir|lire aussi|lire|cité dans|cité par|cité in|d'après|d’après|selon|source :|sources :|
véase también|véase|vease|ver también|ver|vid.|citado en|citado por|según|fuente:|fuentes:|
ver também|veja|citado em|segundo|conforme|fonte:|fontes:|
si vedano|si veda|vedi|v.|citato in|cit. in|secondo|fonti:|
см. также|см.|цит. по|по данным|источник:|
bkz.|bkz|aktaran|kaynak:|zob.|zob|por.|porównaj|patrz|za|cyt. za|źródło:|zie ook|zie|geciteerd in|bron:|volgens|див. також|див.|за даними|джерело:|вж.|източник:|lihat juga|lihat|menurut|sumber:|lásd még|lásd|forrás:|vezi și|vezi|sursa:|viz též|viz|zdroj:|se även|se også|se|jfr|jf.|källa:|kilde:|katso|lähde:|βλ.|πηγή:|shih|sipas|burimi:|vidi|usp.|prema|izvor:|نقلا عن|نقلاً عن|عن|انظر|المصدر:|参见|參見|详见|转引自|轉引自|来源：|来源:|來源：|出典：|出典:|출처:|출처 :`, "|")

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

// alsoWords may follow a signal.
var alsoWords = wordSet(`also auch aussi anche też także również também también ook također takođe ayrıca e.g. e.g z.b. p.ex. for например также příklad dhe edhe np. and أيضا أيضاً ايضا`)
