package citations

import (
	"slices"
	"strings"
	"testing"
)

func TestWordList(t *testing.T) {
	for _, c := range []struct {
		list    *wordList
		in, out []string
	}{
		{wordSet(`on in  n°
	été вестник`), []string{"on", "in", "n°", "été", "вестник"}, []string{"", "o", "On", "onin", "on in", "été ", "вестни"}},
		{wordSetLines(`note|end notes |
	voir aussi | 注`), []string{"note", "end notes", "voir aussi", "注"}, []string{"", "end", "notes", " 注", "end notes "}},
		{wordSet(""), nil, []string{"", "a"}},
	} {
		if got := slices.Collect(c.list.all()); !slices.Equal(got, c.in) {
			t.Errorf("%q holds %q", c.list.text, got)
		}
		for _, w := range c.in {
			if !c.list.has(w) || !c.list.hasBytes([]byte(w)) {
				t.Errorf("%q lacks %q", c.list.text, w)
			}
		}
		for _, w := range c.out {
			if c.list.has(w) || c.list.hasBytes([]byte(w)) {
				t.Errorf("%q has %q", c.list.text, w)
			}
		}
	}
}

// TestWordListOfMany holds that long lists find their words and no others that share a hash with them.
func TestWordListOfMany(t *testing.T) {
	for _, list := range []*wordList{bodyNouns, pressWords, notTelling, nameWords, saying()} {
		words := map[string]bool{}
		for _, w := range strings.Fields(list.text) {
			words[w] = true
		}
		for _, other := range []*wordList{bodyNouns, judging, notNouns, abbreviations, presentVerbs} {
			for _, w := range strings.Fields(other.text + " " + list.text) {
				for _, s := range []string{w, w + "s", w[1:], w + w} {
					if list.has(s) != words[s] {
						t.Errorf("%q: %v", s, list.has(s))
					}
				}
			}
		}
	}
}
