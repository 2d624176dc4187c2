package rules

import (
	"fmt"
	"strings"

	"example.org/verify/citations"
	"example.org/verify/score"
)

var noteOrder = Rule{
	ID:       "note.order",
	Severity: score.Warning,
	Title:    "Markers are out of order",
	Doc: `The numbers in the text do not rise: one is followed by a lower one that had not been used. Once for an article, at the first that skips. Silent where the notes are sorted
by name, and where numbers are used again and again.`,
	Why:      "Mostly a paragraph was moved and its notes were not; then every ibid. behind it is wrong, too.",
	Example:  "Ferry Talks\n\nThe two ministers met in Tripoli. [1] They agreed on a new line. [3] The port opens in June. [2]\n\nNOTES\n\n[1] “Ministers meet,” Libya Herald, May 3, 2018.\n\n[2] “A new line,” Reuters, May 4, 2018.\n\n[3] “Port opens,” Reuters, May 5, 2018.",
	NearMiss: "Ferry Talks\n\nThe two ministers met in Tripoli. [1] They agreed on a new line. [2] The port opens in June. [1]\n\nNOTES\n\n[1] “Ministers meet,” Libya Herald, May 3, 2018.\n\n[2] “A new line,” Reuters, May 4, 2018.",
	Cure:     "Number markers and notes anew.",
	Source:   "The Chicago Manual of Style, on numbered notes",
	run: func(p *pass) {
		p.eachArticle(func(a int, art *citations.Article) {
			if sorted(art) || len(reused(art)) >= system {
				return
			}
			first := firstUses(art)
			if i, low := skips(art, first); i >= 0 {
				m, next := &art.Markers[first[i]], &art.Markers[first[low]]
				p.report(onMarker(a, m), m.Span, fmt.Sprintf("marker %s comes before marker %s", m.Label, next.Label), "number markers and notes anew")
			}
		})
	},
}

// system is the number of labels from which on their reuse is how the article cites.
const system = 3

func sorted(art *citations.Article) bool {
	for i := range art.Notes {
		if art.Notes[i].Unordered {
			return true
		}
	}
	return false
}

// firstUses are the markers that lead to a note for the first time.
func firstUses(art *citations.Article) []int {
	seen := make([]bool, len(art.Notes))
	var out []int
	for i := range art.Markers {
		if n := art.Markers[i].Note; n >= 0 && !seen[n] && counts(art.Markers[i].Label) {
			seen[n] = true
			out = append(out, i)
		}
	}
	return out
}

// counts reports whether a label is a number or a letter, and no name, which has no order.
func counts(label string) bool {
	return isNumber(label) || len([]rune(label)) == 1 || strings.Trim(strings.ToLower(label), "ivxlc") == ""
}

// skips finds the first of some markers that a lower one of the same list follows, and the lowest of those that do; -1 if they rise.
func skips(art *citations.Article, uses []int) (first, low int) {
	lowest := map[int]int{} // by list: index into uses of the lowest note behind
	first, low = -1, -1
	for i := len(uses) - 1; i >= 0; i-- {
		n := art.Markers[uses[i]].Note
		l := art.Notes[n].List
		if k, ok := lowest[l]; ok && art.Markers[uses[k]].Note < n {
			first, low = i, k
			continue
		}
		lowest[l] = i
	}
	return first, low
}

var noteReused = Rule{
	ID:       "note.reused",
	Severity: score.Suggestion,
	Title:    "One number marks two places",
	Doc: `A label of a note stands at two places in the text. In a numbered list of notes that is a slip; from three such labels on it is how the article cites, and the rule is
silent.`,
	Why:      "One of the two sentences has another source than the one it points to, or the second should have its own note.",
	Example:  "Ferry Talks\n\nThe two ministers met in Tripoli. [1] They agreed on a new line. [2] The port opens in June. [1]\n\nNOTES\n\n[1] “Ministers meet,” Libya Herald, May 3, 2018.\n\n[2] “A new line,” Reuters, May 4, 2018.",
	NearMiss: "Ferry Talks\n\nThe two ministers met in Tripoli. [1] They agreed on a new line. [2] The port opens in June. [3]\n\nNOTES\n\n[1] “Ministers meet,” Libya Herald, May 3, 2018.\n\n[2] “A new line,” Reuters, May 4, 2018.\n\n[3] Ibid.",
	Cure:     "Give the second place a note of its own.",
	Source:   "The Chicago Manual of Style, on numbered notes",
	run: func(p *pass) {
		p.eachArticle(func(a int, art *citations.Article) {
			again := reused(art)
			if len(again) >= system {
				return
			}
			for _, i := range again {
				m := &art.Markers[i]
				if p.twin(a, m.Note) {
					continue
				}
				p.report(onMarker(a, m), m.Span, fmt.Sprintf("marker %s stands at a second place", m.Label), "give this place a note of its own")
			}
		})
	},
}

// reused are for each note that several places lead to the second marker that does.
func reused(art *citations.Article) []int {
	uses := make([]int, len(art.Notes))
	var out []int
	for i := range art.Markers {
		if n := art.Markers[i].Note; n >= 0 {
			if uses[n]++; uses[n] == 2 {
				out = append(out, i)
			}
		}
	}
	return out
}
