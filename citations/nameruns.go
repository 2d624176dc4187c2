package citations

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/verify/citations/dates"
)

// capitalRun is the run of capitals from at on, small words of names inside it.
func (p *parser) capitalRun(at, limit int) (Range, bool) {
	r := Range{Start: at, End: at}
	for at < limit {
		e := wordEnd(p.clean, at, limit)
		w := p.clean[at:e]
		if w[0] == '(' && r.End > r.Start {
			break
		}
		core := behindNames.trimRight(w)
		core = strings.TrimSuffix(strings.TrimSuffix(core, "'s"), "’s")
		small := !capitalised(w) && nameWords.has(w) && !isNumber(w) && w != "in" && w != "on" && w != "at" && w != "to" && w != "as" && w != "a"
		joint := w == "&" || andWords.has(w) && p.isBody(p.clean[r.Start:r.End])
		if joint && r.End > r.Start {
			if k := p.jointField(r.Start, r.End, at, limit); k > 0 { // "Department of Health and Human Services"
				r.End, at = k, skipBlanks(p.clean, k, limit)
				if at > k {
					continue
				}
				break
			}
		}
		if !capitalised(w) && !small && !namePrefix(w) || joint {
			break
		}
		if !small {
			r.End = at + len(core)
		}
		if core != w {
			break
		}
		at = skipBlanks(p.clean, e, limit)
	}
	if r.End > r.Start && p.clean[r.End-1] == '-' {
		r.End = p.hyphened(r.End, limit)
	}
	return r, r.End > r.Start
}

// behindNames are the marks that may stand right behind a name.
var behindNames = marks(".,;:!?\"”»)’")

// hyphened is where a run of capitals ends that ends at byte end with the hyphen of a first part: "Havs- och vattenmyndigheten".
func (p *parser) hyphened(end, limit int) int {
	at := skipBlanks(p.clean, end, limit)
	switch e := wordEnd(p.clean, at, limit); p.clean[at:e] {
	case "och", "og", "en", "und":
		return p.verbEnd(skipBlanks(p.clean, e, limit), limit)
	}
	return end
}

// wholeName lets a known name run on over capitals that belong to it: "Bloomberg Intelligence" where only "Bloomberg" is known.
func (p *parser) wholeName(from, end, limit int) int {
	if e := p.otherName(from, end, limit); e > end {
		return e
	}
	if at := skipBlanks(p.clean, end, limit); at > end && (andWords.has(firstPrinted(p.clean[at:limit])) || firstPrinted(p.clean[at:limit]) == "&") {
		return max(end, p.jointField(from, end, at, limit)) // another office than "Ministry of Health", which is known: "Ministry of Health and Sanitation"
	}
	for {
		at := end
		if at >= limit || p.clean[at] != ' ' {
			return end
		}
		at++
		e := wordRun(p.clean[:limit], at)
		if e == at || !capitalised(p.clean[at:e]) {
			return end
		}
		end = e
	}
}

// otherName is where a name ends that begins with the known one [from, end) of a single word and goes on over a particle; end if it does not.
func (p *parser) otherName(from, end, limit int) int {
	if first, rest, ok := strings.Cut(p.clean[from:end], " "); ok && articleWords.has(strings.ToLower(first)) {
		from = end - len(rest)
	}
	if strings.ContainsAny(p.clean[from:end], " -'’.") || strings.ToUpper(p.clean[from:end]) == p.clean[from:end] {
		return end
	}
	at := skipBlanks(p.clean, end, limit)
	e := wordRun(p.clean[:limit], at)
	if at == end || !joiningParticles.has(p.clean[at:e]) {
		return end
	}
	r, ok := p.capitalRun(skipBlanks(p.clean, e, limit), limit)
	if first := firstWord(p.clean[min(r.Start, limit):limit]); !ok || dates.Weekday(foldWord(first)) || p.dateLike(p.clean[r.Start:min(limit, r.End+12)]) || !capitalised(p.clean[r.Start:r.End]) {
		return end
	}
	if _, month := dates.BareMonth(firstField(p.clean[r.Start:r.End])); month {
		return end
	}
	return r.End
}

// joiningParticles join a single known word to what follows it, so that both are another name: "Campaign for Better Transport", "Corriere del Veneto".
var joiningParticles = wordSet(`for on für pour para per del della dello dei delle di`)

// speakerRange takes the adjectives before a noun of speakers in: "humanitarian agencies".
func (p *parser) speakerRange(from, at, end int) Range {
	start := skipBlanks(p.clean, from, at)
	for start < at {
		e := wordEnd(p.clean, start, at)
		if !articleWords.has(strings.ToLower(p.clean[start:e])) && p.clean[start:e] != "of" {
			break
		}
		start = skipBlanks(p.clean, e, at)
	}
	return Range{Start: start, End: end}
}

// coordinated adds the name that "and" joins to the one at r, behind a bracket perhaps: "the Danube Shipping Council (DSC) and Corvinus University".
func (p *parser) coordinated(r Range, limit int) []Range {
	out := []Range{r}
	end := r.End
	if aside := skipBlanks(p.clean, end, limit); p.asideEnd(aside, limit) > aside {
		end = p.asideEnd(aside, limit)
	}
	rest := p.clean[end:limit]
	for _, and := range [...]string{" and the ", " and ", " und der ", " und ", " et le ", " et la ", " et ", " y la ", " y ", " e ", " и "} {
		if !strings.HasPrefix(rest, and) {
			continue
		}
		at := end + len(and)
		if end, _, ok := p.names.LongestAt(p.clean[:limit], at); ok && nameable(p.clean[at:end]) {
			return append(out, Range{Start: at, End: p.wholeName(at, end, limit)})
		}
		if two, ok := p.capitalRun(at, limit); ok && p.isBody(p.clean[two.Start:two.End]) {
			if first := p.clean[r.Start:r.End]; end == r.End && !p.names.Known(first) && !p.isBody(first) { // "the National Cereals and Produce Board"
				return []Range{{Start: r.Start, End: two.End}}
			}
			return append(out, two)
		}
		break
	}
	return out
}

// andWords join two names; inside the name of one body ("Office of Rivers and Ports") the first part is none by itself.
var andWords = wordSet(`and und et y e и i ve en`)

// articleWords may stand between a cue and the name.
var articleWords = wordSet(`the a an der die das dem den des le la les un une el los las il lo gli o os as de het`)

// withoutArticle is a name without the article that it begins with.
func withoutArticle(name string) string {
	if first, rest, ok := strings.Cut(name, " "); ok && articleWords.has(strings.ToLower(first)) {
		return rest
	}
	return name
}

// elision is the width of an article that an apostrophe ties to the next word: "l'Ifremer", "dell'Interno".
func elision(s string) int {
	for i := 1; i < len(s) && i <= 5 && blankAt(s, i) == 0; i++ {
		k := 0
		if s[i] == '\'' {
			k = 1
		} else if strings.HasPrefix(s[i:], "’") {
			k = len("’")
		}
		if k > 0 && i+k < len(s) && capitalised(s[i+k:]) && !capitalised(s) {
			return i + k
		}
	}
	return 0
}

// quoteMark is the width of a quotation mark that opens a name: "laut »Spiegel«", "сообщила «Вечерняя Казань»".
func quoteMark(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if quoteEnds[r] == "" {
		return 0
	}
	return n
}

// nameable reports whether a known name is long enough to be told from a pronoun or a number in running text.
func nameable(s string) bool {
	return len(s) > 1 && strings.ContainsFunc(s, unicode.IsLetter)
}

// commonHead reports whether the name [at, end) of one word is an ordinary word where it stands: a number before its noun, "Eleven producers", or in English what other names
// end in, "the Orlow Canal".
func (p *parser) commonHead(at, end int) bool {
	w := strings.ToLower(p.clean[at:end])
	if p.lang == "en" && strings.HasPrefix(w, "the ") {
		w = w[len("the "):]
	}
	switch {
	case strings.IndexByte(w, ' ') >= 0:
		return false
	case p.lang == "en" && stationHeads.has(w):
		return true
	case !spelledIn(p.lang, w):
		return false
	}
	next := firstPrinted(p.clean[skipBlanks(p.clean, end, len(p.clean)):min(len(p.clean), end+longestOwner)])
	return next != "" && !capitalised(next) && !saying().has(next)
}

// leftOver moves the start of a name left over the capitals that belong to it: "Meet the Press" where "the Press" is known. A name that begins with its
// article is whole: "Pour Le Figaro".
func (p *parser) leftOver(start, low int) int {
	if first, _, _ := strings.Cut(p.clean[start:], " "); capitalised(first) && articleWords.has(strings.ToLower(first)) {
		return start
	}
	for start > low+1 && p.clean[start-1] == ' ' {
		k := start - 1
		for k > low && wordChar(p.clean, k-1) {
			k--
		}
		if w := p.clean[k : start-1]; w == "" || !capitalised(w) || articleWords.has(strings.ToLower(w)) || leadIns.has(strings.ToLower(w)) || len(w) < 3 {
			break
		}
		start = k
	}
	return start
}

// leadIns stand at the head of a sentence before the name of a paper: "Pour Libération (6 mars)".
var leadIns = wordSet(`for in on from with against according as like pour selon dans chez sur avec contre d'après comme für in laut nach bei mit gegen wie wo auch según para en con contra como por segundo para em per secondo su con contro come volgens voor bij
	dla według w na z i a но и в на по для по`)
