package citations

import (
	"slices"
	"strings"
	"testing"
)

// TestCueIndex holds that the two words which find a cue find every one, however it is printed and whatever follows.
func TestCueIndex(t *testing.T) {
	for first, by := range cueIndex().by {
		by.at("", 0)
		for _, list := range append([][]cue{by.alone}, values(by.next)...) {
			for _, q := range list {
				for _, s := range []string{q.text, q.text + " Reuters", strings.ReplaceAll(q.text, " ", "\u00A0") + ", AFP", strings.ToUpper(q.text)} {
					if low := strings.ToLower(strings.ToUpper(q.text)); low != q.text && s == strings.ToUpper(q.text) {
						continue // a letter that has no capital of its own
					}
					if !slices.Contains(by.at(s, len(first)), q) {
						t.Errorf("%q is not found in %q", q.text, s)
					}
				}
			}
		}
	}
}

// TestCueIndexOrder holds that the cues of a word are tried with the name before them first.
func TestCueIndexOrder(t *testing.T) {
	for first, by := range cueIndex().by {
		by.at("", 0)
		for _, list := range append([][]cue{by.alone}, values(by.next)...) {
			if !slices.IsSortedFunc(list, func(a, b cue) int { return btoi(b.before) - btoi(a.before) }) {
				t.Errorf("%q: a cue with its name behind comes before one with its name before", first)
			}
		}
	}
}

func values(m map[string][]cue) (out [][]cue) {
	for _, list := range m {
		out = append(out, list)
	}
	return out
}
