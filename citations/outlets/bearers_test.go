package outlets

import "testing"

// TestBearers holds that looking through the keys and the table of all words count alike, over the words of many outlets and what is left of them without their ends.
func TestBearers(t *testing.T) {
	r := Default()
	for i := 0; i < len(r.entries); i += 97 {
		for _, w := range words(r.entries[i].Name) {
			for _, word := range []string{w, w[1:], w[:len(w)-1]} {
				for _, most := range []int{1, 3, 1000} {
					if word == "" {
						continue
					}
					want := min(r.counts().of(word), most)
					if n, ok := r.lookThrough(word, most); ok && n != want {
						t.Errorf("%q: %d, want %d", word, n, want)
					}
				}
			}
		}
	}
}
