package citations

import (
	"strings"

	"example.org/verify/citations/outlets"
)

func hasPressWord(ws []string) bool {
	for _, w := range ws {
		f := foldWord(w)
		if pressWords.has(f) {
			return true
		}
		if k := strings.LastIndexByte(f, '-'); k > 0 && pressWords.has(f[k+1:]) { // "Böhme-Zeitung"
			return true
		}
		for _, end := range [...]string{"zeitung", "anzeiger", "nachrichten", "tidning", "tidningen"} { // "Volkszeitung"
			if len(f) > len(end) && strings.HasSuffix(f, end) {
				return true
			}
		}
	}
	return false
}

// outletsIn splits a head at its commas and words for "and". All parts known: several outlets with one date. The first known: the others are its
// place, section or title. The last known: it follows a title or an author.
func (p *parser) outletsIn(head Range) ([]Range, verdict) {
	whole := p.clean[head.Start:head.End]
	if p.knownName(whole) || p.articled(whole) {
		return []Range{head}, known
	}
	if _, q := quotedTitle(whole); q.Start == 0 && !q.Empty() && q.End < len(whole) && quoteEnds[firstRune(whole)] != "" && !p.names.Known(whole[:q.End]) && strings.IndexByte("[(", strings.TrimSpace(whole[q.End:])[0]) < 0 {
		if opposed(whole[q.End:]) {
			return nil, notName
		}
		if rest, _ := trimHead(p.clean, trimComma(p.clean, Range{Start: head.Start + q.End, End: head.End})); !rest.Empty() {
			return p.outletsIn(rest) // a title, then who published it
		}
	}
	parts := splitItems(p.clean, head, comma)
	if len(parts) == 0 {
		return nil, notName
	}
	if len(parts) == 1 {
		return p.oneOrPair(parts[0])
	}
	if rest := p.partsBehindTitle(parts); !rest.Empty() {
		return p.outletsIn(rest)
	}
	parts = p.splitLast(parts)
	judged := make([]verdict, len(parts))
	if last := len(parts) - 1; last > 0 && weekdayShort.has(p.clean[parts[last].Start:parts[last].End]) && judgedKnown(p, parts[:last]) {
		parts = parts[:last] // "Helsingin Sanomat, Sun 11 Feb"
		judged = judged[:last]
	}
	knowns := 0
	for i, r := range parts {
		if judged[i] = p.judgeHead(p.clean[r.Start:r.End]); judged[i] == known {
			knowns++
		}
	}
	switch {
	case knowns == len(parts):
		return parts, known
	case knowns >= 2:
		if judged[len(parts)-1] == likeName && knowns == len(parts)-1 && !p.places(p.clean[parts[len(parts)-1].Start:parts[len(parts)-1].End]) {
			return parts, known
		}
		return keep(parts, judged, known), known
	case judged[0] == known:
		return parts[:1], known
	case knowns == 1:
		return keep(parts, judged, known), known
	}
	return p.unknownParts(parts, judged)
}

// partsBehindTitle is what follows a title in quotation marks that stands behind the first of some parts, an author: "Ann Bell, “Ports close,” Reuters"; empty where no
// part is one or nothing follows.
func (p *parser) partsBehindTitle(parts []Range) Range {
	last := parts[len(parts)-1]
	for _, r := range parts[1:] {
		s := p.clean[r.Start:r.End]
		if _, q := quotedTitle(s); q.Start == 0 && !q.Empty() && quoteEnds[firstRune(s)] != "" && !p.names.Known(s[:q.End]) {
			return trimComma(p.clean, Range{Start: r.Start + q.End, End: last.End})
		}
	}
	return Range{}
}

// articled reports whether a name is known without the article in small letters that it begins with: "het FD".
func (p *parser) articled(s string) bool {
	first, name, ok := strings.Cut(s, " ")
	return ok && articleWords.has(first) && capitalised(name) && p.knownName(name)
}

// opposed reports whether a dash and another name in quotes follow: «Луч» — «Сибирь» is a match.
func opposed(s string) bool {
	s = strings.TrimLeft(s, " \u00A0")
	rest := strings.TrimLeft(s, "-–—")
	return rest != s && quoteEnds[firstRune(strings.TrimLeft(rest, " \u00A0"))] != ""
}

// trimComma takes blanks and commas off the start of a range.
func trimComma(clean string, r Range) Range {
	for r = trimRange(clean, r); !r.Empty() && comma(clean, r.Start) > 0; {
		r = trimRange(clean, Range{Start: r.Start + comma(clean, r.Start), End: r.End})
	}
	return r
}

// weekdayShort are abbreviated days of the week, of which some are the names of papers, too.
var weekdayShort = wordSet("Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun")

// judgedKnown reports whether the first of some parts is known.
func judgedKnown(p *parser, parts []Range) bool {
	return p.knownName(p.clean[parts[0].Start:parts[0].End])
}

// splitLast parts the last of several names at the word for "and": "Clarín, La Tercera y El Mostrador".
func (p *parser) splitLast(parts []Range) []Range {
	last := parts[len(parts)-1]
	s := p.clean[last.Start:last.End]
	if p.knownName(s) || !p.knownName(p.clean[parts[0].Start:parts[0].End]) {
		return parts
	}
	for _, sep := range [...]string{" and ", " y ", " e ", " et ", " und ", " и ", " i ", " ve ", " en ", " & ", " dhe "} {
		k := strings.Index(s, sep)
		if k <= 0 || !p.knownName(strings.TrimSpace(s[:k])) {
			continue
		}
		a, b := Range{Start: last.Start, End: last.Start + k}, Range{Start: last.Start + k + len(sep), End: last.End}
		return append(parts[:len(parts)-1:len(parts)-1], trimRange(p.clean, a), trimRange(p.clean, b))
	}
	return parts
}

// unknownParts decides for a head of several parts that are all unknown.
func (p *parser) unknownParts(parts []Range, judged []verdict) ([]Range, verdict) {
	if p.isPlaces(p.clean[parts[0].Start:parts[len(parts)-1].End]) || p.score(parts) {
		return nil, notName
	}
	press := 0
	for _, r := range parts {
		ws := words(p.clean[r.Start:r.End])
		if hasPressWord(ws) {
			press++
		}
		if len(ws) > 1 && workHouses.has(foldWord(ws[len(ws)-1])) {
			return nil, notName
		}
	}
	if press == len(parts) {
		return parts, likeName
	}
	last := len(parts) - 1
	if first := p.clean[parts[0].Start:parts[0].End]; quoted(first) && judged[last] != notName {
		return parts[last:], judged[last]
	}
	if judged[0] == notName || p.remark(p.clean[parts[last].Start:parts[last].End]) {
		return nil, notName
	}
	for i := 1; i < len(parts); i++ {
		if judged[i] == notName && !p.places(p.clean[parts[i].Start:parts[i].End]) && len(words(p.clean[parts[i].Start:parts[i].End])) > 6 && !genred(words(p.clean[parts[i].Start:parts[i].End])) {
			return nil, notName
		}
	}
	return parts[:1], judged[0]
}

// workHouses end the names of those who bring out music and films.
var workHouses = wordSet(`records recordings films pictures productions studios musik music disques schallplatten`)

// remark reports whether the part before a date says what happened on it: "issued in", "effective".
func (p *parser) remark(s string) bool {
	ws := words(s)
	for _, w := range ws {
		f := foldWord(w)
		if capitalised(w) || f == "" || pressWords.has(f) || reportNames.has(f) || locatorWord(f) || domainLike(w) || caseless(w) || editionWords.has(f) {
			return false
		}
	}
	return len(ws) > 0
}

// editionWords name a part of a paper, in small letters behind its name.
var editionWords = wordSet(`edition editions edición edizione edição ausgabe wydanie baskı section supplement magazine page front evening morning sunday weekend print online web local national`)

// score reports whether every part ends with a number, "Toledo 88, Dunmore 71", or one is a score, "ASEC Mimosas, 2-1".
func (p *parser) score(parts []Range) bool {
	all := true
	for _, r := range parts {
		ws := words(p.clean[r.Start:r.End])
		if len(ws) == 1 && tally(ws[0]) {
			return true
		}
		all = all && len(ws) > 1 && isNumber(ws[len(ws)-1])
	}
	return all
}

// tally reports whether a word is the score of a match: "2-1".
func tally(w string) bool {
	a, b, ok := strings.Cut(strings.ReplaceAll(strings.ReplaceAll(w, "–", "-"), ":", "-"), "-")
	return ok && len(a) < 3 && len(b) < 3 && isNumber(a) && isNumber(b)
}

func keep(parts []Range, judged []verdict, want verdict) []Range {
	var out []Range
	for i, v := range judged {
		if v == want {
			out = append(out, parts[i])
		}
	}
	return out
}

// oneOrPair reads a head without commas: one name, or two that "and" or a slash joins.
func (p *parser) oneOrPair(r Range) ([]Range, verdict) {
	s := p.clean[r.Start:r.End]
	if pair := p.pair(r); pair != nil {
		return pair, known
	}
	if k := strings.LastIndex(s, " in "); k > 0 && p.knownName(s[k+len(" in "):]) { // "Tiina Lehtonen in Turun Sanomat"
		if _, person := personName(s[:k], false); person {
			r.Start += k + len(" in ")
			return []Range{r}, known
		}
	}
	if known := p.carriedName(r); known != r {
		return []Range{known}, p.judgeHead(p.clean[known.Start:known.End])
	}
	if n := republication(s); n > 0 {
		r.End = r.Start + n
		r = trimRange(p.clean, r)
		s = p.clean[r.Start:r.End]
	}
	return []Range{r}, p.judgeHead(s)
}

// carriedName is the known name of press in r without what its piece is or what carried it: "Libya Herald editorial", "Reuters on X"; r itself where nothing of the kind
// follows a known name.
func (p *parser) carriedName(r Range) Range {
	s := p.clean[r.Start:r.End]
	if k := strings.LastIndexByte(s, ' '); k > 0 && pieceKinds.has(s[k+1:]) && p.onlyPress(s[:k]) {
		return trimRange(p.clean, Range{Start: r.Start, End: r.Start + k})
	}
	for _, on := range [...]string{" on ", " via ", " sur ", " auf ", " su ", " en ", " no ", " op "} {
		name, carrier, ok := strings.Cut(s, on)
		if ok && p.names.Known(name) && p.carries(carrier) {
			return Range{Start: r.Start, End: r.Start + len(name)}
		}
	}
	return r
}

// pieceKinds say behind the name of a paper what its piece is.
var pieceKinds = wordSet(`editorial interview op-ed report analysis commentary column story article feature podcast broadcast video livestream dispatch blog factbox explainer leader obituary éditorial entretien reportage entrevista reportaje editoriale intervista
	leitartikel bericht kommentar`)

// carries reports whether a name is that of a network that carries what others say.
func (p *parser) carries(name string) bool {
	m := p.names.Resolve(name, outlets.Context{Language: p.lang})
	return m.Entry != nil && m.Entry.Kind == "social"
}

// republishers stand before who brought a report out again.
var republishers = []string{"republished by", "republished in", "reprinted in", "reposted by", "carried by", "translated by"}

// republication is where words such as "republished by the Irish Times" begin, 0 if none do.
func republication(s string) int {
	for _, w := range republishers {
		if i := strings.Index(s, w); i > 1 {
			return i
		}
	}
	return 0
}

// joints stand between two names.
var joints = []string{" and ", " & ", "/", " / ", " und ", " et ", " y ", " e ", " и ", " ve ", " en ", " i ", " dhe ", " og ", " och ", " + "}

// pair splits "AP/Reuters" and "Palinfo and QudsN Twitter accounts" where both sides are known.
func (p *parser) pair(r Range) []Range {
	s := p.clean[r.Start:r.End]
	for _, sep := range joints {
		i := strings.Index(s, sep)
		if i <= 0 {
			continue
		}
		a := trimRange(p.clean, Range{Start: r.Start, End: r.Start + i})
		b := trimRange(p.clean, Range{Start: r.Start + i + len(sep), End: r.End})
		if a.Empty() || b.Empty() {
			continue
		}
		second := p.clean[b.Start:b.End]
		if sep == "/" && second[0] == '@' { // an account and where it is: "Telegram/@NashirNews"
			if p.names.Known(second) || p.resolves(second) {
				return []Range{b}
			}
			return nil
		}
		if p.names.Known(p.clean[a.Start:a.End]) && (p.names.Known(second) || p.resolves(second) || pluralChannels(second)) {
			return []Range{a, b}
		}
	}
	return nil
}

// pluralChannels reports whether a name ends with a noun that covers the name before it, too: "Filistin al-'An Twitter accounts".
func pluralChannels(s string) bool {
	switch strings.ToLower(lastField(s)) {
	case "accounts", "pages", "channels", "websites", "sites", "newspapers", "feeds":
		return true
	}
	return false
}
