package citations

import (
	"slices"
	"strings"

	"example.org/verify/citations/dates"
	"example.org/verify/citations/outlets"
)

// namesBefore finds the press that is named right before a cue, past a date ("on October 10"), a word of kind ("newspaper") or a relative clause of a few
// words; with it the names that "and" joins to it.
func (p *parser) namesBefore(s Range, cueAt int) []Range {
	const reach = 70
	verb := cueAt
	cueAt = p.beforeAside(s, cueAt)
	from := max(s.Start, cueAt-reach)
	best, prior := Range{}, Range{}
	last := lastApostrophe(p.clean[from:cueAt]) + from
	for i := from; i < cueAt; i++ {
		if !wordChar(p.clean, i) || i > s.Start && (wordChar(p.clean, i-1) || p.clean[i-1] == '.') { // "E.ON" is no ON
			continue
		}
		r, counts := p.pressBefore(s, i, verb, cueAt, i <= last)
		if counts {
			prior, best = best, r
		}
		if !r.Empty() {
			i = r.End // no name inside a name: "The Mill Street Journal"
		}
	}
	if from := p.leftOver(best.Start, s.Start); !best.Empty() && from < best.Start && (beginsWith(p.clean[from:best.End], stationHeads) || p.lang == "en" && paperNouns.has(foldWord(p.clean[best.Start:best.End]))) {
		best.Start = from // "Radio Verde Sur" where "Sur" is known, "North Sarn Chronicle"
	}
	if best.Empty() {
		best = p.paperBefore(s, verb)
	}
	if best.Empty() && p.lang == "tr" {
		best = p.turkishBody(s, verb)
	}
	if best.Empty() && postpositions.has(firstWord(p.clean[verb:s.End])) {
		best = p.firmBefore(s, verb)
	}
	switch {
	case best.Empty() || !p.onlyBetween(p.clean[p.asideAfter(p.genitiveEnd(best.End, cueAt), cueAt):cueAt]):
		return nil
	case !prior.Empty() && joins(p.clean[prior.End:best.Start]):
		return []Range{prior, best}
	}
	return []Range{best}
}

// pressBefore is the press that is named at byte i before a cue, whose verb stands at byte verb; ending says that an apostrophe follows which may tie a case ending to
// the name. It does not count where it is the end of a body's name.
func (p *parser) pressBefore(s Range, i, verb, cueAt int, ending bool) (r Range, counts bool) {
	if r := p.describedName(i, cueAt); !r.Empty() {
		return r, true
	}
	end, ids, ok := p.names.LongestAt(p.clean[:s.End], i)
	if !ok && outlets.Declines(p.lang) && (p.lang == "fi" || p.lang == "de" || inPaper.has(foldWord(lastField(strings.TrimRight(p.clean[s.Start:i], " «„\"“\u00A0\n"))))) {
		end, ids, ok = p.names.DeclinedAt(p.clean[:s.End], i, p.lang)
	}
	if !ok && ending {
		end, ids, ok = p.withEnding(i, cueAt)
	}
	if ok && end <= cueAt && !anyPress(ids) && strings.IndexByte(p.clean[i:end], ' ') > 0 {
		return Range{Start: i, End: end}, reporting(ids, p.clean[verb:s.End]) // no paper inside the name of a body: "Ministerio Público"
	}
	if !ok || end > cueAt || !anyPress(ids) && !reporting(ids, p.clean[verb:s.End]) || !nameable(p.clean[i:end]) || p.commonHead(i, end) || onDay(p.clean[s.Start:i], p.clean[i:end]) || i > 0 && p.clean[i-1] == '(' {
		return Range{}, false
	}
	if company.has(strings.ToLower(lastField(strings.TrimRight(p.clean[s.Start:i], " \u00A0\n")))) {
		return Range{}, false // "An official who worked with Umar said": who was with the one who says
	}
	if militant(ids) && !claiming.has(firstWord(p.clean[verb:s.End])) || p.lang == "de" && p.behindAdjective(s.Start, i) {
		return Range{}, false
	}
	r = Range{Start: i, End: p.wholeName(i, end, cueAt)}
	if r.End == end && p.lang == "id" && strings.IndexByte(p.clean[i:end], ' ') < 0 && p.endsBody(s, r) { // "Universitas Gadjah Mada"
		return Range{Start: i, End: end}, false
	}
	return r, r.End == end || !p.endsBody(s, r)
}

// withEnding is the known name at byte i that an apostrophe ties a case ending to.
func (p *parser) withEnding(i, limit int) (end int, ids []*outlets.Outlet, ok bool) {
	k := strings.IndexAny(p.clean[i:limit], "'’")
	if k <= 0 || caseEnding(p.clean[i+k:limit]) == 0 {
		return 0, nil, false
	}
	end, ids, ok = p.names.LongestAt(p.clean[:i+k], i)
	return end, ids, ok && end == i+k
}

// company are the words before somebody with whom the subject of a sentence does what it does.
var company = wordSet(`with alongside without mit ohne avec sans con com senza z ze с со med uden utan met zonder`)

// militant reports whether a name is that of armed groups alone.
func militant(ids []*outlets.Outlet) bool {
	return len(ids) > 0 && !slices.ContainsFunc(ids, func(o *outlets.Outlet) bool { return o.Kind != "militant" })
}

// claiming are the verbs with which an armed group speaks; others say what it did.
var claiming = wordSet(`said says claimed claims announced announces reported reports wrote published released has had stated asserted alleged alleges warned warns affirme affirmait a dit sagte erklärte meldete afirmó dijo anunció ha`)

// behindAdjective reports whether an article and a lower-case word stand before the name at byte at, which makes a noun of it in German: "die italienische Presse".
func (p *parser) behindAdjective(from, at int) bool {
	before := strings.TrimRight(p.clean[from:at], " \u00A0\n„“\"»«")
	w := lastField(before)
	if w == "" || capitalised(w) || articleWords.has(w) || mediumWords.has(w) {
		return false
	}
	return articleWords.has(strings.ToLower(lastField(strings.TrimRight(strings.TrimSuffix(before, w), " \u00A0\n"))))
}

// asideAfter is where the bracket closes that stands behind a name which ends at byte end: "The Polish Press Agency (PAP) put". It is end where there is none.
func (p *parser) asideAfter(end, limit int) int {
	return max(end, p.asideEnd(skipBlanks(p.clean, end, limit), limit))
}

// turkishBodies end the names of bodies in Turkish.
var turkishBodies = wordSet(`kurumu kuruluşu bakanlığı derneği odası odaları birliği vakfı platformu müdürlüğü belediyesi enstitüsü üniversitesi merkezi başkanlığı konseyi sendikası federasyonu komisyonu kurulu örgütü inisiyatifi borsası ajansı bankası işleri dairesi kaymakamlığı valiliği müfettişliği cemiyeti konfederasyonu akademisi gözlemevi ofisi girişimi topluluğu meclisi komitesi laboratuvarı forumu ağı koalisyonu ekibi grubu bürosu barosu kooperatifi şirketi holdingi masası fonu kurultayı sözcülüğü elçiliği ordusu genelkurmayı savcılığı emniyeti sekreterliği mahkemesi kurumları merkezleri birlikleri dernekleri vakıfları sendikaları belediyeleri üniversiteleri bakanlıkları kooperatifleri platformları müdürlükleri meclisleri akademisi hareketi`)

// turkishBody is the name of a body right before a Turkish word for "according to": an acronym, or capitals that end in a noun of bodies: "TMMOB'ye göre",
// "Trakya Platformu'nun hesabına göre".
func (p *parser) turkishBody(s Range, cueAt int) Range {
	const reach = 90
	if w := firstWord(p.clean[cueAt:s.End]); w != "göre" && !strings.HasSuffix(w, "ine") && !strings.HasSuffix(w, "ına") {
		return Range{}
	}
	from := p.backTo(cueAt, min(reach, cueAt-s.Start))
	end := lastApostrophe(p.clean[from:cueAt])
	if open := strings.LastIndexByte(p.clean[from:cueAt], '('); open > end {
		end = len(strings.TrimRight(p.clean[from:from+open], " \u00A0"))
	}
	if end < 0 { // "TÜİK verilerine göre"
		k, to := wordBefore(p.clean, from, cueAt)
		if w := p.clean[k:to]; firstWord(p.clean[cueAt:s.End]) != "göre" && turkishAcronym(w) && !turkishParties.has(w) {
			return Range{Start: k, End: to}
		}
		return Range{}
	}
	end += from
	at := end
	for at > from {
		k, to := wordBefore(p.clean, from, at)
		if w := p.clean[k:to]; !capitalised(w) || strings.ContainsAny(w, ".,;:()") {
			break
		}
		at = k
	}
	name := p.clean[at:end]
	if len(name) > 2 && strings.ToUpper(name) == name || turkishBodies.has(strings.ToLower(lastField(name))) && strings.IndexByte(name, ' ') > 0 {
		return Range{Start: at, End: end}
	}
	return Range{}
}

// postpositions stand behind whose words something is.
var postpositions = wordSet(`zufolge mukaan szerint`)

// firmBefore is the paper or body beyond doubt that ends right before byte at: "Greenpeace zufolge".
func (p *parser) firmBefore(s Range, at int) Range {
	const most = 8 // words of a name
	end := len(strings.TrimRight(p.clean[:at], " \u00A0\n"))
	for k, n := at, 0; n < most && k > s.Start; n++ {
		from, to := wordBefore(p.clean, s.Start, k)
		if w := p.clean[from:to]; w == "" || strings.ContainsAny(w, ".,;:()") {
			break
		}
		k = from + quoteMark(p.clean[from:to])
		if r := p.firmName(k, end); !r.Empty() && closedQuote(p.clean, r.End, end) == end && !p.places(p.clean[r.Start:r.End]) {
			return r
		}
		k = from
	}
	return Range{}
}

// genitiveEnd is where the ending of a name ends that ends itself at byte end, with what its genitive goes with: "the BBC's Ann Smith reported", "the BBC's Tatar correspondent reported".
func (p *parser) genitiveEnd(end, limit int) int {
	if k := p.possessed(end, limit); k > end && tellingPeople.has(lastField(strings.TrimSpace(p.clean[end:k]))) {
		return k
	}
	end += caseEnding(p.clean[end:limit])
	if end+1 >= limit || !strings.HasSuffix(p.clean[:end], "s") || p.clean[end] != ' ' {
		return end
	}
	if r, ok := p.capitalRun(end+1, limit); ok && r.End <= limit {
		if _, person := personName(p.clean[r.Start:r.End], true); person && strings.IndexByte(p.clean[r.Start:r.End], ' ') > 0 {
			return r.End
		}
	}
	return end
}

// tellingPeople are those of a paper whose words are its own.
var tellingPeople = wordSet(`correspondent correspondents reporter reporters journalist journalists columnist critic editor bureau desk service`)

// endsBody reports whether the name at r is the end of a body's: "National Accord" of "the Government of National Accord", where Le National is known.
func (p *parser) endsBody(s, r Range) bool {
	const longest = 6 // words of the body's name before r
	at := r.Start
	for range longest {
		k, to := wordBefore(p.clean, s.Start, at)
		if w := p.clean[k:to]; w == "" || !capitalised(w) && !nameWords.has(w) {
			break
		}
		at = k
	}
	return p.isBody(strings.TrimRight(p.clean[at:r.Start], " \u00A0\n"))
}

// inPaper are the words before the name of a paper whose people are the subject: "В «Новой газете» рассказали".
var inPaper = wordSet(`в у w v u`)

// beforeAside is where the relative clause or apposition begins that ends with a comma right before the verb at byte at and has a name right before it: "The
// Miami Herald, which obtained the logs, reported". It is at where there is none.
func (p *parser) beforeAside(s Range, at int) int {
	const longest = 160
	head := strings.TrimRight(p.clean[s.Start:at], " \u00A0\n")
	if !strings.HasSuffix(head, ",") {
		return at
	}
	head = head[:len(head)-1]
	from := max(0, len(head)-longest)
	if k := strings.LastIndexAny(head[from:], ".;:!?"); k >= 0 {
		from += k + 1
	}
	k := strings.IndexByte(head[from:], ',') // the first: the clause may have commas of its own
	for ; k >= 0; k = strings.IndexByte(head[from:], ',') {
		from += k
		if w := strings.TrimLeft(head[from+1:], " \u00A0\n"); w != "" && !capitalised(w) && !(w[0] >= '0' && w[0] <= '9') {
			return s.Start + from
		}
		from++
	}
	return at
}

// lastApostrophe is where the last apostrophe of s stands, -1 if there is none.
func lastApostrophe(s string) int {
	return max(strings.LastIndexByte(s, '\''), strings.LastIndex(s, "’"))
}

// caseEnding is the width of the ending that an apostrophe ties to a name, as Turkish does: "Cumhuriyet'e", "T24’ün".
func caseEnding(s string) int {
	k := 0
	switch {
	case strings.HasPrefix(s, "'"):
		k = 1
	case strings.HasPrefix(s, "’"):
		k = len("’")
	default:
		return 0
	}
	e := k
	for e < len(s) && wordChar(s, e) && e-k < 8 {
		e++
	}
	if e < len(s) && blankAt(s, e) == 0 {
		return 0
	}
	return e
}

// kindWords may stand between the name of an outlet and its verb.
var kindWords = wordSet(`verilerine hesabına raporuna hesaplarına aktardığına bildirdiğine yazdığına haberine belirttiğine göre verdiği habere gazetesi gazetesinin ajansı kanalı sitesi ise de da dergisi kent ville dzisiaj wczoraj już juga telah hari ini kemarin surat kabar harian koran majalah
	du vom del dated de le am ne n' n'en n’en y s' ont avaient se
	newspaper daily weekly magazine agency news website site channel paper on in has had have also later newspaper's first correspondent editor online tv television radio broadcaster station portal which that it the as then reporter network this
	قد zeitung l' a ont l'a nachrichtenagentur сегодня газета`)

// seatWords stand between the name of a paper and its seat.
var seatWords = wordSet(`of in de du di da del aus z w из à в у en em ve i`)

func (p *parser) onlyBetween(s string) bool {
	found := dates.Find(s, p.dateOptions())
	if len(found) > 0 {
		s = s[:found[0].Start] + " " + s[found[0].End:]
	}
	ws := words(s)
	if len(ws) > 2 && seatWords.has(ws[0]) && p.places(ws[1]+" "+ws[2]) {
		ws = ws[3:]
	} else if len(ws) > 1 && seatWords.has(ws[0]) && p.places(ws[1]) { // "The Daily Monitor of Kampala writes"
		ws = ws[2:]
	}
	if len(ws) > 5 || len(ws) == 1 && ws[0] == "y" && p.lang != "fr" { // "and" in Spanish
		return false
	}
	for i, w := range ws {
		if f := foldWord(w); f == "" || kindWords.has(f) || kindWords.has(strings.ToLower(w)) || dates.Weekday(f) || dayLeads.has(f) && i+1 < len(ws) && dates.Weekday(foldWord(ws[i+1])) {
			continue
		}
		return false
	}
	return true
}

// onDay reports whether a name is the day of the week on which something was said, and no paper's: "Wie Reuters am Freitag meldete".
func onDay(before, name string) bool {
	return dates.Weekday(foldWord(name)) && dayLeads.has(lastField(strings.TrimRight(before, " \u00A0\n")))
}

// dayLeads stand before a day of the week.
var dayLeads = wordSet(`on am vom bis seit this last late early next le ce el este il lo na em op w we v ve в во у i på`)

func anyPress(ids []*outlets.Outlet) bool {
	for _, o := range ids {
		if o.Kind.Press() && o.Kind != "social" {
			return true
		}
	}
	return false
}
