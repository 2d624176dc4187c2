package rules

import (
	"strings"
	"unicode/utf8"

	"example.org/verify/citations"
)

// words are what the rules know of a language. An empty list leaves the rules that want it silent.
type words struct {
	toward     phrases  // before a day that lies ahead: "until", "ahead of"
	planned    phrases  // a day in their clause is one of a plan: "will", "scheduled"
	future     []string // endings of verbs in the future: "réunira", "reunirá"
	done       phrases  // verbs of the past, and the auxiliaries of the perfect; empty asks for none
	doneEnds   []string // endings of verbs of the past
	myself     phrases  // the author as a single person: "I"
	announced  phrases  // plan words that, right before a day, set the day of the announcement itself
	fillers    phrases  // may stand between such a word and the day: "the", "on", "Monday"
	polls      phrases  // what is set for a day long before: "election", "deadline"
	relative   phrases  // open a clause that is not the main one
	this       phrases  // point back: "these", "the recent"
	now        phrases  // the present: "so far", "currently"
	past       phrases  // right before or behind a word of the present they set it in the past: "was still"
	recent     phrases  // "recent", "recently"
	perfect    phrases  // "has", "have"
	documents  phrases  // "study", "report", "figures"
	vague      phrases  // "sources", "some experts", "research"
	say        phrases  // "say", "have argued", "shows"
	during     phrases  // open the rest of a sentence that says during what it was: "lors de"
	sameDay    phrases  // point back to a day that was named: "that day", "two days later"
	tookPlace  phrases  // say that something was on a day: "took place"
	hearsay    phrases  // vague by themselves: "it is widely believed", "se dice que"
	tells      phrases  // verbs that, besides those of say, follow a vague source: "put", "expect"
	picks      phrases  // open a sentence that goes on with what the one before left open: "one", "it", "for example"
	informant  phrases  // one person of whom no more is said: "a person familiar with", "источник, знакомый с"
	many       phrases  // "some", "many": vague by themselves right before a verb of saying
	owned      phrases  // before a vague word they say whose it is: "our", "these"
	topic      phrases  // between research and what it is about: "into"
	qualifier  phrases  // behind a vague word they say who is meant: "at", "from", "close to"
	vagueCue   phrases  // with a vague word behind them: "according to", "laut"
	one        phrases  // "a", "one"
	person     phrases  // "official", "source"
	withheld   phrases  // say that a name is kept back: "on condition of anonymity"
	deny       phrases  // a party speaks for itself: "denied", "said"
	firsthand  phrases  // the author saw it: "I", "we visited"
	percentage phrases  // "percent"
	big        phrases  // "thousand", "dozens"

	cues *cueTable // of the lists that are looked for everywhere
}

// plans reports whether word i speaks of what is planned.
func (w *words) plans(ws []token, i int) bool {
	if w.planned.at(ws, i) > 0 {
		return true
	}
	const shortest = 6 // runes: "verão" is no verb
	for _, end := range w.future {
		if strings.HasSuffix(ws[i].low, end) && utf8.RuneCountInString(ws[i].low) >= shortest {
			return true
		}
	}
	return false
}

// tellsPast reports whether a verb of the past stands among words outside quotations; true for a language of which none are known.
func (w *words) tellsPast(ws []token) bool {
	if len(w.done.whole) == 0 {
		return true
	}
	for i := range ws {
		if !ws[i].quoting && (w.done.at(ws, i) > 0 || w.endsPast(&ws[i])) {
			return true
		}
	}
	return false
}

// endsPast reports whether a word that is no name ends as verbs of the past do.
func (w *words) endsPast(t *token) bool {
	const shortest = 4 // runes
	if t.upper || utf8.RuneCountInString(t.low) < shortest {
		return false
	}
	for _, end := range w.doneEnds {
		if strings.HasSuffix(t.low, end) {
			return true
		}
	}
	return false
}

// words are the words of an article's language; English where the language is not known.
func (p *pass) words(art *citations.Article) *words { return wordsOf(art.Language) }

func wordsOf(language string) *words {
	if read, ok := lexicons[language]; ok {
		return read()
	}
	if language == "" {
		return lexicons["en"]()
	}
	return &noWords
}

// noWords is what is known of any other language.
var noWords words
