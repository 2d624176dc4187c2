package citations

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/verify/citations/outlets"
)

// Sentences name papers that no registry knows, and misspell those that it does. What a name is called and the verb behind it tell such a paper from a
// person; what an office does tells one that publishes findings from one that merely said so.

// inversions stand before a verb whose subject follows: "así lo publicó El Tiempo", "lo ha scritto la Gazzetta", "das meldete der NDR am Freitag".
var inversions = wordSet(`lo así como según ainsi comme come così wie so zoals zo som så как jak tak conforme segundo das dies dat dit det que quanto`)

// inverted reports whether the verb at byte at has its subject behind it, which ends at end: a comma, a quotation or such a word stands before the verb, or
// the clause ends with the name. "Publicó El Tiempo perdido" has an object there.
func (p *parser) inverted(s Range, at, end int) bool {
	before := strings.TrimRight(p.clean[s.Start:at], " \u00A0\n")
	if last, _ := utf8.DecodeLastRuneInString(before); last != utf8.RuneError && !unicode.IsLetter(last) && !unicode.IsDigit(last) || inversions.has(foldWord(lastField(before))) {
		return true
	}
	end = skipBlanks(p.clean, end, s.End)
	if end >= s.End {
		return true
	}
	next, _ := utf8.DecodeRuneInString(p.clean[end:])
	return strings.ContainsRune(",.;:!?»”\"“(", next) || beginsWith(p.clean[end:s.End], complementizers)
}

// paperVerbs say of what stands before them that it is read; a person or a star may have "said" something, too.
var paperVerbs = wordSet(`reported reports wrote writes revealed berichtete berichtet meldete meldet schreibt schrieb rapporté révélé écrit rapporte publicó reportó reveló noticiou publicou escreveu scrive scritto riporta meldt meldde schrijft berichtte rapporterade skriver skrev`)

// paperBefore is the run of capitals right before a cue that a registry does not know but that is called as papers are ("the Ashby Gazette reported") or is a
// slip of the pen away from one ("the Gaurdian reported").
func (p *parser) paperBefore(s Range, cueAt int) Range {
	e := wordRun(p.clean[:s.End], cueAt)
	verb := p.clean[cueAt:e]
	if r := p.stationBefore(s, cueAt, verb); !r.Empty() {
		return r
	}
	if r := p.quotedBefore(s, cueAt, verb); !r.Empty() {
		return r
	}
	if strings.HasPrefix(p.clean[e:s.End], " by ") {
		return Range{} // "the good news reported by the vicar"
	}
	if verb == "a" || verb == "has" || verb == "had" || verb == "ha" {
		verb, _, _ = strings.Cut(strings.TrimSpace(p.clean[e:min(s.End, e+20)]), " ")
	}
	r := trimRange(p.clean, Range{Start: s.Start, End: cueAt})
	if !paperVerbs.has(foldWord(verb)) || r.Empty() {
		return Range{}
	}
	at := r.End
	const most = 5 // words of a name
	for n := range most {
		from, to := wordBefore(p.clean, r.Start, at)
		w := p.clean[from:to]
		article := articleWords.has(strings.ToLower(w))
		if w == "" || !nameWord(w) || article && (n > 0 || !capitalised(w)) {
			break
		}
		if at = from; article {
			break
		}
	}
	r.Start = at
	if r.Empty() || !p.calledPaper(p.clean[r.Start:r.End]) {
		return Range{}
	}
	return r
}

// stationBefore is the name that no registry knows and that a word for its medium, right before the English verb at byte at, makes a paper's or a station's: "Kanal Nord
// television said". One capital at the head of a sentence may be any word: "State television said".
func (p *parser) stationBefore(s Range, at int, verb string) Range {
	if p.lang != "en" || !saying().has(verb) {
		return Range{}
	}
	from, to := wordBefore(p.clean, s.Start, at)
	if w := p.clean[from:to]; w == "" || !stationWords.has(w) {
		return Range{}
	}
	r := Range{Start: from, End: trimRange(p.clean, Range{Start: s.Start, End: from}).End}
	const most = 4 // words of a name
	n := 0
	for ; n <= most && r.Start > s.Start; n++ {
		k, e := wordBefore(p.clean, s.Start, r.Start)
		if w := p.clean[k:e]; w == "" || !capitalised(w) || !nameWord(w) || articleWords.has(strings.ToLower(w)) {
			break
		}
		r.Start = k
	}
	if n == 0 || n > most || n == 1 && r.Start == s.Start {
		return Range{}
	}
	name := p.clean[r.Start:r.End]
	if _, people := outlets.Places.Country(name); people || p.places(name) {
		return Range{}
	}
	return r
}

// stationWords stand behind the names of stations and papers in English.
var stationWords = wordSet(`television tv radio newspaper daily weekly newswire website magazine`)

// quotedBefore is the name in quotation marks right before the verb at byte at, which says that it is read: "“Morning Kelm” wrote in its edition of 9 October".
func (p *parser) quotedBefore(s Range, at int, verb string) Range {
	behind := firstPrinted(p.clean[min(s.End, at+len(verb)):s.End])
	if !paperVerbs.has(foldWord(verb)) && !writing.has(verb) || articleWords.has(behind) || capitalised(behind) && p.lang != "de" { // "“Never,” wrote the clerk"
		return Range{}
	}
	before := strings.TrimRight(p.clean[s.Start:at], " \u00A0\n")
	width := allQuotes.lastWidth(before)
	if width == 0 {
		return Range{}
	}
	const longest, most = 60, 5 // bytes and words of a name
	end := s.Start + len(before) - width
	from := p.backTo(end, min(longest, end-s.Start))
	k := allQuotes.lastIn(p.clean[from:end])
	if k < 0 {
		return Range{}
	}
	open := from + k
	r := Range{Start: open + quoteMark(p.clean[open:end]), End: end}
	ws := words(p.clean[r.Start:r.End])
	if r.Start == open || len(ws) == 0 || len(ws) > most || open > s.Start && blankBefore(p.clean, open) == 0 || strings.ContainsAny(p.clean[r.Start:r.End], ",.;:!?") || !nameWord(ws[0]) || !capitalised(ws[0]) {
		return Range{}
	}
	if p.lang == "en" && slices.ContainsFunc(ws, func(w string) bool { return !capitalised(w) && !nameWords.has(w) && len(ws) < 3 }) {
		return Range{}
	}
	return r
}

// writing are verbs of writing in languages that print the names of papers in quotation marks.
var writing = wordSet(`пишет пишут писал писала писало написал написала написало пише пишуть писав написав pisze pisał pisała napisał napisała píše psal napsal`)

// paperNouns end the names of papers and hardly those of anything else.
var paperNouns = wordSet(`gazette herald tribune times post courier chronicle observer examiner inquirer telegraph dispatch news journal register radio television broadcasting mirror echo mail sentinel advertiser argus mercury bulletin
	independent magazine newswire zeitung anzeiger tagblatt rundschau kurier dagblad tidning tidningen bladet posten`)

// stationHeads begin the names of stations and agencies in most languages.
var stationHeads = wordSet(`radio rádio radyo rádió tv télé agence agencia agência agenzia agencja diario diário correo periódico canal`)

// calledPaper reports whether a name ends as those of papers do, two letters that changed places aside. A single word has to be a compound, "Deichzeitung",
// or such a slip.
func (p *parser) calledPaper(name string) bool {
	ws := words(name)
	last := foldWord(ws[len(ws)-1])
	switch {
	case swapsPressWord(last), len(ws) > 1 && (paperNouns.has(last) || stationHeads.has(foldWord(ws[0]))):
		return true
	case len(ws) > 2 && hasPressWord(ws) && p.slipOf(name):
		return true
	case len(ws) == 2 && articleWords.has(strings.ToLower(ws[0])) && capitalised(ws[0]): // "The Gaurdian"
		m := p.names.Resolve(name, outlets.Context{Language: p.lang})
		return m.How == outlets.Fuzzy && m.Entry != nil && m.Entry.Kind.Press()
	}
	k := strings.LastIndexByte(last, '-')
	return k > 0 && paperNouns.has(last[k+1:]) || !pressWords.has(last) && len(last) > 8 && hasPressWord([]string{last})
}

// calledPaperAt is the run of capitals at byte at that no registry knows but that is called as papers are; empty where there is none.
func (p *parser) calledPaperAt(at, limit int, found knownAt) Range {
	if found.ok || p.lang != "en" {
		return Range{}
	}
	r, ok := p.capitalRun(at, limit)
	if !ok {
		return Range{}
	}
	if k := strings.Index(p.clean[r.Start:r.End], " and "); k > 0 { // two of them, or a name like "Times and Echo"
		if r.End = r.Start + k; strings.IndexByte(p.clean[r.Start:r.End], ' ') < 0 && strings.IndexByte(p.clean[r.Start:r.End], '-') < 0 {
			return Range{}
		}
	}
	if strings.IndexByte(p.clean[r.Start:r.End], ' ') < 0 || !p.calledPaper(p.clean[r.Start:r.End]) {
		return Range{}
	}
	return r
}

// paperTells is the paper at r, which no registry knows, and another that "and" joins to it, where the clause goes on with a verb of telling; told is as for subjectsAt.
func (p *parser) paperTells(s, r Range, told bool) []Range {
	rs, end := []Range{r}, r.End
	second := p.joinedSubject(end, s.End)
	if at := skipBlanks(p.clean, end, s.End); second.Empty() && firstPrinted(p.clean[at:s.End]) == "and" {
		second = p.calledPaperAt(p.behindArticles(nextWordStart(p.clean, at, s.End), s.End), s.End, knownAt{})
	}
	if !second.Empty() {
		rs, end = append(rs, second), second.End
	}
	if k := p.possessed(end, s.End); k > end {
		if end = k; p.shown(end, s.End) {
			return rs
		}
	}
	_, tells := p.telling(s, end)
	_, figured := p.figured(end, s.End)
	at := p.saidVerb(end, s.End)
	if tells || figured || p.andTold(end, s.End) || p.counsels(end, s.End) || saying().has(p.clean[at:p.verbEnd(at, s.End)]) && at > end || p.asserts(end, s.End) || told && p.gapped(end, s.End) {
		return rs
	}
	return p.takenUp(rs, s)
}

// findingVerbs say that a body has made something public.
var findingVerbs = []string{"said", "says", "tells us", "reported", "reports", "has reported", "found", "estimates", "noted", "had reported", "wrote", "warned", "warns", "has warned", "concluded", "concludes", "has found", "argues", "counted", "documented", "has documented", "recommends", "puts", "put", "accuse", "speaks of", "spoke of", "denounce", "recorded", "describe", "alleg", "believes", "expects", "predict", "estimated", "calculated", "has shown", "details", "detailed", "observes",
	"avance", "chiffre", "évalue", "constate", "recense", "alerte", "documente", "estimait", "a recensé", "a constaté",
	"estima", "calcula", "cifra", "advierte", "advirtió", "documentó", "afirmou", "estimou", "aponta", "registrou", "calculou", "stima", "calcola", "segnala", "segnalava", "ha calcolato",
	"schätzt", "beziffert", "warnt", "warnte", "zählt", "zählte", "rechnet", "errechnete", "szacuje", "ostrzega", "оценивает", "оценил", "предупреждает", "насчитал", "يقدر", "تقدر", "قدر", "قدرت", "حذر", "حذرت", "أحصى", "أحصت", "وثق", "وثقت", "سجل", "سجلت", "رصد", "رصدت", "أكد", "أكدت", "أفاد", "أفادت",
	"a annoncé", "avait annoncé", "annonce", "a estimé", "avait estimé", "estime", "a indiqué", "indique", "a précisé", "prévoit", "a rapporté",
	"informó", "reportó", "informou", "ha riferito", "berichtet", "meldet", "meldt", "meldde", "сообщил", "сообщает", "podał", "informuje", "rapporter", "duyurdu", "bildirdi"}

// reporting reports whether one of the entries is a body that publishes findings (the United Nations, a think tank, an NGO, an office that measures) and the
// verb says that it did.
func reporting(ids []*outlets.Outlet, verb string) bool {
	if !slices.ContainsFunc(findingVerbs, func(v string) bool { return strings.HasPrefix(verb, v) }) {
		return false
	}
	const reach = 80 // bytes in which the figure stands
	if strings.HasPrefix(verb, "put") && !strings.Contains(verb[:min(reach, len(verb))], " at ") {
		return false
	}
	return slices.ContainsFunc(ids, func(o *outlets.Outlet) bool {
		switch o.Kind {
		case "international", "ngo", "think-tank", "research", "university":
			return len(o.Name) > 3
		}
		return o.Kind == "government" && measures(o)
	})
}

// measuring are parts of the names of offices that measure and count: of weather, earthquakes, people.
var measuring = [...]string{"meteo", "météo", "weather", "statisti", "census", "geolog", "seism", "sismo", "atmospher", "estatíst", "estadíst", "hydro", "hidro"}

// measures reports whether an entry is an office that measures or counts. Unlike a ministry it publishes what can be looked up.
func measures(o *outlets.Outlet) bool {
	like := func(name string) bool {
		low := strings.ToLower(name)
		return slices.ContainsFunc(measuring[:], func(w string) bool { return strings.Contains(low, w) })
	}
	return like(o.Name) || slices.ContainsFunc(o.Aliases, func(a outlets.Alias) bool { return like(a.Text) })
}
