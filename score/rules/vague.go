package rules

import (
	"fmt"
	"sort"

	"example.org/verify/citations"
	"example.org/verify/score"
)

var claimVagueAttribution = Rule{
	ID:       "claim.vague-attribution",
	Severity: score.Warning,
	Title:    "“Sources say”, and nobody knows who",
	Doc: `A statement is given to "sources", "experts", "observers", "studies" and the like, without saying which, and no citation, note or link stands in the sentence or in the
next one that picks one of them out ("One of them, …", "A 2019 study …"). "Analysts at the bank" and "sources close to the minister" say more, and are left alone;
so are people, not studies and rumours, in an essay in the first person.`,
	Why:      "It sounds sourced and cannot be checked; often it is the author's own view.",
	Example:  "A Ferry King in the Making\n\nThe union is split (Reuters, May 4).\n\nSources describe Odim as stubborn, which the drivers count in his favor. He has steered the night boat for years. The vote is open.\n\nHe grew up on the lake (Reuters, May 5).",
	NearMiss: "A Ferry King in the Making\n\nThe union is split (Reuters, May 4).\n\nSources describe Odim as stubborn, which the drivers count in his favor (Reuters, May 4). He has steered the night boat for years. The vote is open.\n\nHe grew up on the lake (Reuters, May 5).",
	Cure:     "Name them, cite one of them, or say that it is your own view.",
	Source:   "BBC Editorial Guidelines, section 3, Accuracy; SPJ Code of Ethics, “Identify sources clearly”",
	run: func(p *pass) {
		p.eachArticle(func(a int, art *citations.Article) {
			if w := p.words(art); len(w.vague.whole) > 0 {
				p.eachVague(a, func(s citations.Range) { p.vagueIn(a, s, w) })
			}
		})
	},
}

// eachVague calls f for the sentences of running text in which a vague source may stand and that have no citation of their own and are not followed by one that
// has and that picks one of them out.
func (p *pass) eachVague(a int, f func(s citations.Range)) {
	art := &p.doc.Articles[a]
	covered := p.coveredSentences(art)
	for i := range art.Paragraphs {
		par := &art.Paragraphs[i]
		if par.Part != citations.Body && par.Part != citations.Item {
			continue
		}
		for n, s := range par.Sentences {
			if p.ended() {
				return
			}
			if !p.cues(a, s).vague() || covered(s) || n+1 < len(par.Sentences) && covered(par.Sentences[n+1]) && p.picksOut(art, par.Sentences[n+1]) {
				continue
			}
			f(s)
		}
	}
}

// picksOut reports whether a sentence, which has a source, goes on with what the sentence before has left open: it picks one of those out, or it takes the subject up, so that its
// source stands for both. A sentence that names a source of its own at once begins something else. Where a language needs no pronoun, nothing but that tells.
func (p *pass) picksOut(art *citations.Article, s citations.Range) bool {
	const near = 6 // words
	w := p.words(art)
	ws := p.read.tokens(s)
	if len(ws) == 0 || w.vagueCue.at(ws, 0) > 0 {
		return false
	}
	if art.Language != "en" || w.picks.at(ws, 0) > 0 {
		return true
	}
	for i := 0; i < len(ws) && i < near; i++ {
		if w.documents.at(ws, i) > 0 || w.vague.at(ws, i) > 0 || w.person.at(ws, i) > 0 {
			return true
		}
	}
	return false
}

// coveredSentences tells which sentences of an article have a citation, a note, a link or a named source in them.
func (p *pass) coveredSentences(art *citations.Article) func(citations.Range) bool {
	var in []citations.Range
	for c := range art.Claims {
		if claim := &art.Claims[c]; p.sourced(art, claim) {
			in = append(in, claim.Sentence)
		}
	}
	return within(in)
}

// within tells of a range whether it overlaps one of a list.
func within(in []citations.Range) func(citations.Range) bool {
	sort.Slice(in, func(i, j int) bool { return in[i].Start < in[j].Start })
	return func(s citations.Range) bool {
		i := sort.Search(len(in), func(i int) bool { return in[i].End > s.Start })
		return i < len(in) && in[i].Overlaps(s)
	}
}

// sourced reports whether a claim names a source that can be looked up: not only "officials".
func (p *pass) sourced(art *citations.Article, claim *citations.Claim) bool {
	for _, k := range claim.Citations {
		if c := &art.Citations[k]; c.Kind != citations.Attribution || c.Outlet != nil && c.Role != citations.Own || c.Class == citations.ClassPerson {
			return true
		}
	}
	return len(claim.Orphan) > 0
}

// vagueIn raises the first vague source of a sentence.
func (p *pass) vagueIn(a int, s citations.Range, w *words) {
	ws := p.read.tokens(s)
	language := p.doc.Articles[a].Language
	for i := range ws {
		if ws[i].quoting || ws[i].upper && i > 0 && language != "de" {
			continue
		}
		n := w.hearsay.at(ws, i)
		if n == 0 {
			n = w.vagueAt(ws, i, language)
		}
		if n == 0 || p.author[a] && w.hearsay.at(ws, i) == 0 && w.documents.at(ws, i) == 0 {
			continue
		}
		if i > 0 && !ws[i].breaks && w.many.at(ws, i-1) > 0 {
			i, n = i-1, n+1
		}
		r := citations.Range{Start: ws[i].Start, End: ws[i+n-1].End}
		p.report(onArticle(a), p.doc.Text.Source(r), quoted(p.doc.Text.Slice(r))+": it is not said who, and nothing is cited", "name them, cite one of them, or say that it is your own view")
		return
	}
}

// vagueAt is the number of words at i that are speakers of whom nothing more is said: "experts argued", "laut Experten", "dicen los expertos"; 0 if they are
// none.
func (w *words) vagueAt(ws []token, i int, language string) int {
	if n := w.many.at(ws, i); n > 0 && i+n < len(ws) && !ws[i+n].breaks && w.say.at(ws, i+n) > 0 {
		return n
	}
	n := w.vague.at(ws, i)
	if n == 0 || i > 0 && w.owned.at(ws, i-1) > 0 {
		return 0
	}
	behind := pastAdverb(ws, w.pastTopic(ws, i, i+n))
	if behind < len(ws) && !ws[behind].breaks && w.qualifier.at(ws, behind) > 0 && w.say.at(ws, behind) == 0 {
		return 0
	}
	if w.cuedBefore(ws, i) || saysWithin(w, ws, behind, behind+verbReach(ws, behind)) || behind < len(ws) && !ws[behind].breaks && w.tells.at(ws, behind) > 0 || verbFirst(language) && w.saidBefore(ws, i) {
		return n
	}
	return 0
}

// pastAdverb is the word behind an adverb of time at i: "experts have long warned", "eksperci od dawna ostrzegali".
func pastAdverb(ws []token, i int) int {
	if i < len(ws) && !ws[i].breaks {
		return i + longSince.at(ws, i)
	}
	return i
}

var longSince = newPhrases("long, already, repeatedly, often, schon, längst, bereits, seit langem, seit jahren, déjà, souvent, depuis longtemps, ya, desde hace años, hace tiempo, já, há muito, há muito tempo, há anos, già, da tempo, da anni, al langer, al lang, al jaren, " +
	"давно, уже, неоднократно, давно вже, вже, неодноразово, od dawna, od lat, już, wielokrotnie, länge, redan, de mult, deja, už, už dlouho, dlouhodobě, již, opakovaně, yıllardır, uzun süredir, odavno, već, već dugo")

// verbReach is how many words from word i on the verb of saying may stand: behind an auxiliary it follows other words, "haben seit langem gewarnt".
func verbReach(ws []token, i int) int {
	if i < len(ws) && auxiliaries[ws[i].low] {
		return 5
	}
	return 2
}

var auxiliaries = wordSet(`have had has haben hatten hat hätten ont avaient avait han habían ha había têm tinham tem tinha hanno avevano aveva hebben hadden heeft har hade au aveau`)

// pastTopic is the word behind what research is about: "research into radicalisation shows".
func (w *words) pastTopic(ws []token, i, behind int) int {
	const reach = 4
	if behind >= len(ws) || w.documents.at(ws, i) == 0 || w.topic.at(ws, behind) == 0 {
		return behind
	}
	for j := behind + 1; j < len(ws) && j <= behind+reach && !ws[j].breaks; j++ {
		if w.say.at(ws, j) > 0 {
			return j
		}
	}
	return behind
}

// saysWithin reports whether a verb of saying begins at a word of [from, to), no break before it.
func saysWithin(w *words, ws []token, from, to int) bool {
	for j := from; j < len(ws) && j < to && !ws[j].breaks; j++ {
		if w.say.at(ws, j) > 0 {
			return !passive(ws, j)
		}
	}
	return false
}

// passive reports whether others say it of the speakers, in English: "sources believed to be reliable".
func passive(ws []token, verb int) bool {
	return passives[ws[verb].low] && verb+2 < len(ws) && ws[verb+1].low == "to" && ws[verb+2].low == "be" && !ws[verb+1].breaks
}

var passives = wordSet(`believed thought said claimed estimated alleged`)

// cuedBefore reports whether a cue such as "according to" ends within three words before i.
func (w *words) cuedBefore(ws []token, i int) bool {
	for j := i - 1; j >= 0 && j >= i-3 && !ws[j+1].breaks; j-- {
		if w.vagueCue.endsAt(ws, j) > 0 {
			return true
		}
	}
	return false
}

// verbFirst reports whether a language often puts the verb before the speaker.
func verbFirst(language string) bool { return language != "en" && language != "" && language != "tr" }

// saidBefore reports whether a verb of saying stands within two words before i.
func (w *words) saidBefore(ws []token, i int) bool {
	for j := i - 1; j >= 0 && j >= i-2 && !ws[j+1].breaks; j-- {
		if w.say.at(ws, j) > 0 {
			return true
		}
	}
	return false
}

var claimAnonymousSource = Rule{
	ID:       "claim.anonymous-source",
	Severity: score.Suggestion,
	Title:    "An unnamed person is the only source",
	Doc:      `One person without a name ("an official who worked on the program", "a diplomat", or one who "asked not to be named") says it, and no citation, note or link stands beside it.`,
	Why:      "The reader has to take it on trust; two desks' handbooks ask why the name is withheld and what a second source says.",
	Example:  "A Ferry King in the Making\n\nThe union is split (Reuters, May 4).\n\nAn official who worked with Umar said that he suffers from a kidney disease. The succession is open.\n\nHe was born in the north (Reuters, May 5).",
	NearMiss: "A Ferry King in the Making\n\nThe union is split (Reuters, May 4).\n\nAn official who worked with Umar told Reuters that he suffers from a kidney disease. The succession is open.\n\nHe was born in the north (Reuters, May 5).",
	Cure:     "Say why the name is withheld and how the person knows, and find a second source.",
	Source:   "Reuters Handbook of Journalism and AP News Values and Principles, on anonymous sources",
	run: func(p *pass) {
		p.eachArticle(func(a int, art *citations.Article) {
			w := p.words(art)
			if len(w.person.whole) == 0 && len(w.withheld.whole) == 0 {
				return
			}
			covered := p.namedSentences(art)
			for i := range art.Paragraphs {
				if par := &art.Paragraphs[i]; par.Part == citations.Body || par.Part == citations.Item {
					for _, s := range par.Sentences {
						if p.ended() {
							return
						}
						if p.cues(a, s).anonymous() && !covered(s) {
							p.anonymousIn(a, s, w)
						}
					}
				}
			}
		})
	},
}

// anonymousIn raises the first person without a name who speaks in a sentence.
func (p *pass) anonymousIn(a int, s citations.Range, w *words) {
	ws := p.read.tokens(s)
	language := p.doc.Articles[a].Language
	for i := range ws {
		n := w.one.at(ws, i)
		if n == 0 || ws[i].quoting {
			continue
		}
		j := w.personBehind(ws, i+n)
		if j < 0 || named(ws, j+1) || !w.speaksBehind(ws, j+1) && !(verbFirst(language) && w.spokeBefore(ws, i)) {
			continue
		}
		r := citations.Range{Start: ws[i].Start, End: ws[j].End}
		p.unnamed(a, r, quoted(p.doc.Text.Slice(r)))
		return
	}
	for i := range ws {
		if n := w.informant.at(ws, i); n > 0 && !ws[i].quoting && !named(ws, i+n) && (w.speaksBehind(ws, i+n) || verbFirst(language) && w.spokeBefore(ws, i)) {
			r := citations.Range{Start: ws[i].Start, End: w.phraseEnd(ws, i+n-1)}
			p.unnamed(a, r, quoted(p.doc.Text.Slice(r)))
			return
		}
	}
	for i := range ws {
		if n := w.withheld.at(ws, i); n > 0 && !ws[i].quoting {
			p.unnamed(a, trimmed(p.doc.Text.Clean, s), "a person whose name is withheld")
			return
		}
	}
}

// spokeBefore reports whether a verb of saying stands within two words before i.
func (w *words) spokeBefore(ws []token, i int) bool {
	for j := i - 1; j >= 0 && j >= i-2 && !ws[j+1].breaks; j-- {
		if w.say.at(ws, j) > 0 || w.deny.at(ws, j) > 0 {
			return true
		}
	}
	return false
}

// phraseEnd is where a phrase ends that has word i: at the next break or verb of saying, three words on at most.
func (w *words) phraseEnd(ws []token, i int) int {
	const most = 3
	last := i
	for j := i + 1; j < len(ws) && j <= i+most && !ws[j].breaks && w.say.at(ws, j) == 0 && w.deny.at(ws, j) == 0; j++ {
		last = j
	}
	return ws[last].End
}

// trimmed is a range without the blanks at its ends.
func trimmed(clean string, r citations.Range) citations.Range {
	for r.Start < r.End && clean[r.Start] <= ' ' {
		r.Start++
	}
	for r.End > r.Start && clean[r.End-1] <= ' ' {
		r.End--
	}
	return r
}

// namedSentences tells which sentences of an article have a source that names somebody: a note of a talk with a person whose name is withheld does not.
func (p *pass) namedSentences(art *citations.Article) func(citations.Range) bool {
	var in []citations.Range
	for c := range art.Claims {
		if claim := &art.Claims[c]; p.sourced(art, claim) && !p.talksAlone(art, claim) {
			in = append(in, claim.Sentence)
		}
	}
	return within(in)
}

// talksAlone reports whether all sources of a claim are notes of talks.
func (p *pass) talksAlone(art *citations.Article, claim *citations.Claim) bool {
	for _, k := range claim.Citations {
		if c := &art.Citations[k]; c.Kind != citations.FromNote || art.Notes[c.Note].Kind != citations.NoteInterview {
			return false
		}
	}
	return len(claim.Citations) > 0
}

// unnamed raises the words at r, which stand for a person without a name or say that one is kept back.
func (p *pass) unnamed(a int, r citations.Range, who string) {
	p.report(onArticle(a), p.doc.Text.Source(r), fmt.Sprintf("%s is the only source", who), "say why the name is withheld and how the person knows, and find a second source")
}

// personBehind is the noun of a person within five words from i, -1 if there is none.
func (w *words) personBehind(ws []token, i int) int {
	for j := i; j < len(ws) && j < i+5 && !ws[j].breaks; j++ {
		if w.person.at(ws, j) > 0 {
			return j
		}
		if w.say.at(ws, j) > 0 {
			return -1
		}
	}
	return -1
}

// named reports whether a name of two words stands within four words from i.
func named(ws []token, i int) bool {
	for j := i; j+1 < len(ws) && j < i+4; j++ {
		if ws[j].upper && ws[j+1].upper && !ws[j+1].breaks {
			return true
		}
	}
	return false
}

// speaksBehind reports whether a verb of saying stands within 14 words from i.
func (w *words) speaksBehind(ws []token, i int) bool {
	const reach = 14
	return w.say.among(ws, i, i+reach) || w.deny.among(ws, i, i+reach)
}
