package rules

import (
	"strings"
	"testing"

	"example.org/verify/citations"
)

// TestCues holds that the words of a text are cues of every list that has a phrase there: the phrases of all lists and languages, with signs, capitals and endings.
func TestCues(t *testing.T) {
	for language, read := range lexicons {
		w := read()
		var texts []string
		for _, list := range w.cued() {
			for _, phrases := range list.phrases.whole {
				for _, phrase := range phrases {
					s := strings.ReplaceAll(strings.Join(phrase, " "), "*", "ing")
					texts = append(texts, s, "One, "+strings.ToUpper(s[:1])+s[1:]+" more", "is “"+strings.ReplaceAll(s, " ", " “")+"” and", strings.ReplaceAll(s, " ", ". ")+".", strings.ReplaceAll(s, " ", " \u00A0")+" x")
				}
			}
		}
		for _, s := range texts {
			r := citations.Range{End: len(s)}
			ws := tokens(nil, s, r)
			all := cue(0)
			for _, f := range w.cues.find(nil, s, r) {
				all |= f.cue
			}
			for _, list := range w.cued() {
				if list.phrases.among(ws, 0, len(ws)) && all&list.cue == 0 {
					t.Errorf("%s: %q has a phrase that its words are no cue of", language, s)
				}
			}
		}
	}
}
