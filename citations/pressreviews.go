package citations

import (
	"strings"
	"unicode"
)

// A review of the press goes from paper to paper: there the paper at the head of a sentence is its source whatever the verb.

// manyPapers is how many different papers an article has to name as sources to be one.
const manyPapers = 4

// reviewsPress reports whether an article goes from paper to paper, so that one at the head of a sentence is the source of what the sentence says: it names many, and one in
// every few of its sentences.
func (p *parser) reviewsPress(a *Article) bool {
	const every = 6
	papers, n, sentences := map[string]bool{}, 0, 0
	for i := range a.Citations {
		if c := &a.Citations[i]; c.Kind == Attribution && c.Class == ClassOutlet && p.printedPress(c.Outlet.Range) {
			papers[strings.ToLower(c.Outlet.Printed)] = true
			n++
		}
	}
	for i := range a.Paragraphs {
		sentences += len(a.Paragraphs[i].Sentences)
	}
	return len(papers) >= manyPapers && n*every >= sentences
}

// printedPress reports whether the name at r is one of the press or called as papers are, and no body that reports.
func (p *parser) printedPress(r Range) bool {
	if _, ids, ok := p.nameAt(r.Start, r.End); ok {
		return anyPress(ids)
	}
	return p.pressAt(r.Start, r.End) > r.Start || p.calledPaper(p.clean[r.Start:r.End])
}

// reviewed finds the paper at the head of a sentence in a review of the press, whatever its verb: "The Scotsman carries a poll", "For the Financial Times, the
// thing to watch is oil", "In the Mail, the columnist calls it …". told are the citations found before.
func (p *parser) reviewed(a *Article, s Range, told *starts) {
	p.wordsOf(s)
	at, lead := s.Start, reviewLeads.has(firstWord(p.clean[s.Start:s.End]))
	if lead {
		at = nextWordStart(p.clean, at, s.End)
	}
	r := p.subjectAt(at, s.End)
	if behind := p.behindLead(s); r.Empty() && lead && behind > at { // "For those who have lost count, the Arab Times prints a table"
		at, lead = behind, false
		r = p.subjectAt(at, s.End)
	}
	if indefinite.has(firstWord(p.clean[at:s.End])) { // "A UN note"
		return
	}
	if r.Empty() || p.inGroup(r.Start) || p.datedBehind(r, s.End) || len(told.overlapping(r)) > 0 {
		return
	}
	rest := p.clean[r.End:s.End]
	verb := firstWord(rest)
	if p.lang == "en" && !lead && p.weighs(r.End, s.End) {
		p.addAttribution(a, s, r, cue{before: true, press: true, text: verb}, r.Start)
		return
	}
	name := foldWord(p.clean[r.Start:r.End])
	switch {
	case hereIn.has(name) || reviewLeads.has(name): // "Sur place, chacun …" means no Sur of Málaga
		return
	case lead && !strings.HasPrefix(rest, ","), !lead && (blankAt(p.clean[:s.End], r.End) == 0 || notTelling.has(verb) || complementizers.has(verb) || nameWords.has(verb) || isNumber(verb)):
		return
	case !lead && (verb == "" || capitalised(strings.TrimLeft(rest, " \u00A0\n")) || !unicode.IsLetter(firstRune(verb))):
		return
	}
	p.addAttribution(a, s, r, cue{before: !lead, press: true, text: verb}, r.Start)
}

// reviewLeads open the sentence that a paper's name and a comma follow.
var reviewLeads = wordSet(`for in pour dans para en für in per su nel nella no na w`)

// behindLead is the byte behind the comma that ends the phrase which opens a sentence; its start where there is none near.
func (p *parser) behindLead(s Range) int {
	const longest = 60
	k := strings.IndexByte(p.clean[s.Start:min(s.End, s.Start+longest)], ',')
	if k < 0 {
		return s.Start
	}
	return skipBlanks(p.clean, s.Start+k+1, s.End)
}

// linkingVerbs join a paper to what it thinks: "The Mirror was kinder to the minister". What happened to it stands behind them, too: "was sold".
var linkingVerbs = wordSet(`was is were are remains remained sounds sounded seems seemed`)

// weighs reports whether an English sentence of a review goes on behind a paper, whose name ends at byte end, with a judgement behind a copula or with a verb in the perfect: "was
// kinder to", "has heard the same".
func (p *parser) weighs(end, limit int) bool {
	at := p.saidVerb(end, limit)
	w := firstWord(p.clean[at:limit])
	perfect := at > skipBlanks(p.clean, end, limit)
	if !linkingVerbs.has(w) {
		return perfect && len(w) > 2 && !notTelling.has(w) && !passives.has(w) && !articleWords.has(w) && unicode.IsLower(firstRune(p.clean[at:]))
	}
	next := foldWord(firstPrinted(p.clean[nextWordStart(p.clean, at, limit):limit]))
	switch {
	case next == "not" || next == "less" || next == "more" || next == "unimpressed":
		return true
	case articleWords.has(next) || indefinite.has(next) || notTelling.has(next) || nameWords.has(next) || prepositions.has(next) || isNumber(next) || irregular.has(next):
		return false
	}
	return len(next) > 3 && !strings.HasSuffix(next, "ed") && !strings.HasSuffix(next, "en") && !strings.HasSuffix(next, "ing")
}
