package rules

import (
	"testing"
	"unicode/utf8"

	"example.org/verify/citations"
)

// Where a phrase of a list stands among the words of a stretch, however it is cut out of its article, the stretch has the list's cue.
func FuzzCues(f *testing.F) {
	f.Add("en", "Many analysts say so. “I told an official,” ONE OFFICIAL said; according to Sources, the recent now-defunct poll", 5, 60)
	f.Add("en", "İstanbul's sources don’t SAY, many claim", 0, 40)
	f.Add("ar", "وقال مسؤول إن مصادر وبعض الخبراء يقولون", 2, 50)
	f.Add("fr", "Certains experts affirment qu’un responsable l’a dit récemment, selon des sources", 9, 80)
	f.Add("ru", "По словам экспертов, источник сообщил: НЕКОТОРЫЕ считают", 0, 90)
	f.Add("de", "Viele Beobachter meinen, ich hätte derzeit eine Quelle", 3, 52)
	f.Fuzz(func(t *testing.T, language, s string, start, end int) {
		if !utf8.ValidString(s) {
			t.Skip()
		}
		r := citations.Range{Start: start, End: end}
		if start < 0 || end > len(s) || start > end || start < len(s) && !utf8.RuneStart(s[start]) || end < len(s) && !utf8.RuneStart(s[end]) {
			r = citations.Range{Start: 0, End: len(s)}
		}
		art := &citations.Article{Language: language, Paragraphs: []citations.Paragraph{{Range: citations.Range{Start: 0, End: len(s)}}}}
		var room []found
		x := newCueIndex(nil, art, s, &room)
		has := x.in(s, r)
		w := wordsOf(language)
		ws := tokens(nil, s, r)
		for _, list := range w.cued() {
			if list.phrases.among(ws, 0, len(ws)) && has&list.cue == 0 {
				t.Errorf("%s: %q has no cue %b", language, s[r.Start:r.End], list.cue)
			}
		}
	})
}
