package citations

import (
	"strings"
	"unicode/utf8"
)

// Turkish says by the ending of a name what it has to do with the statement: "Sayıştay'ın raporunda" is what its report says, "BBC Türkçe'ye … dedi" whom somebody told,
// "Bakanlığı'ndan yapılan açıklamada" whose statement it is. Without an ending the name is the subject, and the verb of saying ends the clause.

// turkishCase is what the ending of a name makes of it.
type turkishCase uint8

const (
	nominative turkishCase = iota
	genitive
	dative
	locative
	ablative
	otherCase
)

// turkishCases are the cases by their endings, behind an apostrophe or the noun of a paper.
var turkishCases = func() map[string]turkishCase {
	m := map[string]turkishCase{}
	for c, endings := range map[turkishCase]string{
		genitive: `ın in un ün nın nin nun nün`,
		dative:   `a e ya ye na ne`,
		locative: `da de ta te nda nde`,
		ablative: `dan den tan ten ndan nden`,
	} {
		for e := range strings.FieldsSeq(endings) {
			m[e] = c
		}
	}
	return m
}()

// turkishMedia are the nouns that follow the name of a paper or a station, with the ending that makes them its noun.
var turkishMedia = [...]string{"gazetesi", "ajansı", "kanalı", "sitesi", "dergisi", "televizyonu", "radyosu", "portalı"}

// turkishReports are the stems of nouns of what is made public.
var turkishReports = [...]string{"haber", "rapor", "araştırma", "analiz", "veri", "açıklama", "hesab", "hesap", "manşet", "dosya", "anket", "tahmin", "ifade", "bülten", "istatistik", "röportaj", "soruşturma", "inceleme", "değerlendirme",
	"bildiri", "duyuru", "rakam", "makale", "yazısı", "tespit", "çalışma", "demec", "demeç", "mülakat", "söyleşi"}

// turkishParties have an acronym and no findings.
var turkishParties = wordSet(`AKP CHP MHP HDP DEM İYİ TBMM ABD AB TIR KDV SGK`)

// turkishSources finds the papers and bodies that a Turkish sentence names as its source.
func (p *parser) turkishSources(a *Article, s Range, ts []token, seen int) {
	from := s.Start
	for i := range ts {
		at := max(s.Start, int(ts[i].start))
		if at < from || ts[i].class&capital == 0 {
			continue
		}
		at += quoteMark(p.clean[at:s.End])
		r, press := p.turkishName(at, s.End)
		if r.Empty() {
			continue
		}
		from = r.End
		end, c := p.turkishEnding(r.End, s.End, press)
		if !p.turkishTells(s, r.Start, end, c, press) || !p.newSource(a, s, r, seen) {
			continue
		}
		p.addAttribution(a, s, r, cue{before: true, press: press, body: !press}, r.Start)
	}
}

// turkishName is the name of a paper, or of a body, at byte at without its ending; press says which.
func (p *parser) turkishName(at, limit int) (r Range, press bool) {
	end, ids, ok := p.names.LongestAt(p.clean[:limit], at)
	if e, of, tied := p.withEnding(at, p.within(at, limit)); tied && e > end { // "BBC Türkçe'ye"
		end, ids, ok = e, of, true
	}
	if ok && nameable(p.clean[at:end]) {
		if press = anyPress(ids); press || asserting(ids) {
			return Range{Start: at, End: p.turkishEdition(end, limit, press)}, press
		}
		return Range{}, false
	}
	end = at
	for k := at; k < limit; {
		e := p.turkishWordEnd(k, limit)
		if !capitalised(p.clean[k:e]) {
			break
		}
		if end = e; e >= limit || blankAt(p.clean, e) == 0 {
			break
		}
		k = skipBlanks(p.clean, e, limit)
	}
	end = p.turkishFields(at, end, limit)
	name := p.clean[at:end]
	switch last := strings.ToLower(lastField(name)); {
	case strings.IndexByte(name, ' ') > 0 && turkishBodies.has(last):
	case strings.IndexByte(name, ' ') < 0 && (turkishAcronym(name) && !turkishParties.has(name) || soleBodies.has(strings.ToLower(name))):
	default:
		return Range{}, false
	}
	return Range{Start: at, End: end}, false
}

// turkishEdition is where a station's name that ends at byte end is whole: behind the language or the branch of its edition, "Euronews Türkçe'ye".
func (p *parser) turkishEdition(end, limit int, press bool) int {
	at := skipBlanks(p.clean, end, limit)
	if e := p.turkishWordEnd(at, limit); press && at > end && turkishEditions.has(p.clean[at:e]) {
		return e
	}
	return end
}

var turkishEditions = wordSet(`Türkçe Türk Türkiye Kürtçe Arapça İngilizce Farsça TV Haber Spor Ekonomi Radyo`)

// turkishFields is where the name [at, end) of an office ends that goes on over "and" to another field and the noun of the office: "Tarım ve Orman Bakanlığı".
func (p *parser) turkishFields(at, end, limit int) int {
	k := skipBlanks(p.clean, end, limit)
	and := p.turkishWordEnd(k, limit)
	if end == at || k == end || p.clean[k:and] != "ve" || turkishBodies.has(strings.ToLower(lastField(p.clean[at:end]))) {
		return end
	}
	const most = 4 // words behind "and"
	for n, w := 0, skipBlanks(p.clean, and, limit); n < most && w < limit; n++ {
		e := p.turkishWordEnd(w, limit)
		if !capitalised(p.clean[w:e]) {
			break
		}
		if turkishOffices.has(strings.ToLower(p.clean[w:e])) {
			return e
		}
		if e >= limit || blankAt(p.clean, e) == 0 {
			break
		}
		w = skipBlanks(p.clean, e, limit)
	}
	return end
}

// turkishOffices are the nouns of offices that have several fields.
var turkishOffices = wordSet(`bakanlığı müdürlüğü başkanlığı kurumu komisyonu kurulu dairesi odası birliği derneği vakfı enstitüsü`)

// within is limit, or the end of the longest name that may begin at byte at.
func (p *parser) within(at, limit int) int {
	end := min(limit, at+longestOwner)
	for end < limit && !utf8.RuneStart(p.clean[end]) {
		end++
	}
	return end
}

// turkishWordEnd is where the word at byte at ends, hyphens within it.
func (p *parser) turkishWordEnd(at, limit int) int {
	for at < limit && (wordChar(p.clean, at) || p.clean[at] == '-') {
		at++
	}
	return at
}

// turkishAcronym reports whether a word is made of three capitals or more, hyphens aside.
func turkishAcronym(w string) bool {
	n := 0
	for _, r := range w {
		switch {
		case r == '-':
		case strings.ToLower(string(r)) == string(r):
			return false
		default:
			n++
		}
	}
	const longest = 8
	return n >= 3 && n <= longest
}

// turkishEnding is the case of the name that ends at byte end and where its ending does, over the noun of a paper: "El País gazetesinin".
func (p *parser) turkishEnding(end, limit int, press bool) (int, turkishCase) {
	if k := caseEnding(p.clean[end:limit]); k > 0 {
		ending := strings.ToLower(strings.Trim(p.clean[end:end+k], "'’"))
		if c, ok := turkishCases[ending]; ok {
			return end + k, c
		}
		return end + k, otherCase
	}
	at := skipBlanks(p.clean, end, limit)
	e := p.turkishWordEnd(at, limit)
	if !press || at == end {
		return end, nominative
	}
	for _, noun := range turkishMedia {
		if rest, ok := strings.CutPrefix(p.clean[at:e], noun); ok {
			if rest == "" {
				return e, nominative
			}
			if c, ok := turkishCases[rest]; ok {
				return e, c
			}
			return e, otherCase
		}
	}
	return end, nominative
}

// turkishTells reports whether a name in case c that begins at byte at, the ending of which ends at byte end, is the source of its sentence.
func (p *parser) turkishTells(s Range, at, end int, c turkishCase, press bool) bool {
	const near = 7 // words
	rest := p.clean[end:min(s.End, end+longestClause)]
	switch c {
	case genitive:
		return p.turkishOwned(s, end, firstWords(rest, near))
	case dative:
		return press && (toldQuote(rest) || toldTurkish(firstWords(rest, near)))
	case locative:
		return press && inTurkish(firstWords(rest, near), "yer", "yayımlanan", "yayınlanan", "çıkan")
	case ablative:
		return inTurkish(firstWords(rest, near), "yapılan", "alınan", "edinilen")
	case nominative:
		if p.turkishFirst(s, at, end) {
			return true
		}
		if !p.turkishHead(s, at) {
			return false
		}
		verb, ok := p.lastVerb(s, end)
		return ok && (press || !publishing.has(p.clean[verb.Start:verb.End]))
	}
	return false
}

// turkishOwned reports whether what a name in the genitive owns is a report in which, or by which, something is so.
func (p *parser) turkishOwned(s Range, end int, ws []string) bool {
	for i, w := range ws {
		f := foldWord(w)
		if reportStem(f) {
			if i+1 < len(ws) && foldWord(ws[i+1]) == "göre" {
				return true
			}
			if i > 0 && (strings.HasSuffix(f, "da") || strings.HasSuffix(f, "de")) && madeTurkish(foldWord(ws[i-1])) { // "hazırladığı raporda"
				return true
			}
			for _, ending := range [...]string{"nda", "nde", "ndan", "nden", "yla", "yle"} {
				if strings.HasSuffix(f, ending) {
					return true
				}
			}
			if i+1 < len(ws) && figureOpens(ws[i+1]) { // "Bakanlığı'nın rakamı 421 bin ton"
				return true
			}
			return turkishShows.has(lastField(p.clause(s, end))) || i+1 == len(ws) || turkishShows.has(lastField(strings.TrimRight(p.clean[end:s.End], ". ")))
		}
		if strings.ContainsAny(w, ",.;:(") {
			return false
		}
	}
	return false
}

// figureOpens reports whether a word begins a figure: "421", "yüzde", "%12".
func figureOpens(w string) bool {
	return foldWord(w) == "yüzde" || numbered(strings.TrimPrefix(w, "%")[:min(1, len(strings.TrimPrefix(w, "%")))])
}

// madeTurkish reports whether a word is a participle with an owner: "hazırladığı".
func madeTurkish(f string) bool {
	for _, ending := range [...]string{"dığı", "diği", "duğu", "düğü", "tığı", "tiği", "tuğu", "tüğü"} {
		if strings.HasSuffix(f, ending) {
			return true
		}
	}
	return false
}

// turkishShows end a clause the subject of which is a report.
var turkishShows = wordSet(`gösteriyor gösterdi koyuyor koydu diyor yazıyor yazıyordu belirtiyor ediyor söylüyor`)

func reportStem(f string) bool {
	for _, stem := range turkishReports {
		if strings.HasPrefix(f, stem) {
			return true
		}
	}
	return false
}

// toldQuote reports whether s begins with a quotation and goes on with "said".
func toldQuote(s string) bool {
	s = strings.TrimLeft(s, " \u00A0\n")
	open := quoteMark(s)
	if open == 0 {
		return false
	}
	k := strings.IndexAny(s[open:], "\"”»’")
	if k < 0 {
		return false
	}
	w := foldWord(firstPrinted(strings.TrimLeft(s[open+k:], "\"”»’ ,")))
	return w == "dedi" || w == "diyor" || w == "diye" || w == "diyen" || w == "demişti" || w == "şeklinde"
}

// toldTurkish reports whether words behind a name in the dative say that somebody spoke to it.
func toldTurkish(ws []string) bool {
	for i, w := range ws {
		switch foldWord(w) {
		case "konuşan", "konuştu", "konuşuyor", "konuşmuş", "anlattı", "anlatan", "anlatıyor", "anlatmış", "değerlendiren", "açıklayan", "açıkladı", "açıklıyor", "açıklamış", "söyledi", "söylüyor", "söylemiş", "söylemişti", "söyleyen", "doğruladı", "doğrulayan", "yalanladı":
			return true
		case "verdiği", "yaptığı", "verilen", "yapan", "veren":
			return i+1 < len(ws) && (reportStem(foldWord(ws[i+1])) || strings.HasPrefix(ws[i+1], "bilgi")) || i > 0 && (reportStem(foldWord(ws[i-1])) || strings.HasPrefix(ws[i-1], "bilgi"))
		}
		if strings.ContainsAny(w, ",.;:(") {
			return false
		}
	}
	return false
}

// inTurkish reports whether one of the participles stands among the words behind a name with a noun of reports behind it.
func inTurkish(ws []string, participles ...string) bool {
	seen := false
	for _, w := range ws {
		f := foldWord(w)
		for _, part := range participles {
			seen = seen || f == part
		}
		if seen && (reportStem(f) || strings.HasPrefix(f, "bilgi")) {
			return true
		}
		if strings.ContainsAny(w, ",.;:(") {
			return false
		}
	}
	return false
}

// turkishFirst reports whether a name that begins at byte at, and ends at byte end, is said to be the one that told: "ilk duyuran Medyascope oldu", "ortaya çıkaran da BirGün'dü".
func (p *parser) turkishFirst(s Range, at, end int) bool {
	before := strings.TrimRight(p.clean[s.Start:at], " \u00A0\n\"“«")
	w := lastField(before)
	if w == "da" || w == "de" || w == "ise" {
		w = lastField(strings.TrimRight(strings.TrimSuffix(before, w), " \u00A0\n"))
	}
	next := foldWord(firstPrinted(p.clean[end:s.End]))
	return turkishTelling.has(foldWord(w)) && (next == "oldu" || next == "olmuştu" || next == "idi" || next == "")
}

// turkishTelling are participles of telling.
var turkishTelling = wordSet(`duyuran yazan aktaran açıklayan çıkaran bildiren haberleştiren paylaşan yayımlayan yayınlayan belgeleyen taşıyan getiren ulaşan gündemleştiren gösteren veren`)

// publishing are verbs of what bodies do as well as papers say.
var publishing = wordSet(`yayımladı yayınladı taşıdı verdi attı`)

// turkishHead reports whether a clause begins at byte at: the sentence, what a comma or a semicolon parts off, or behind "but".
func (p *parser) turkishHead(s Range, at int) bool {
	before := strings.TrimRight(p.clean[s.Start:at], " \u00A0\n\"“«")
	return before == "" || strings.IndexByte(",;", before[len(before)-1]) >= 0 || turkishOpeners.has(foldWord(lastField(before)))
}

// turkishOpeners may stand before the subject of a sentence.
var turkishOpeners = wordSet(`ancak ama fakat oysa yine bugün dün önce ayrıca hem ve türk alman ingiliz fransız i̇ngiliz i̇spanyol ispanyol amerikan yunan italyan i̇talyan rus`)
