package outlets

import (
	"strings"
	"testing"
)

// TestMayBegin holds that no name of the registry is passed over, with its article or behind one, however it is spelled.
func TestMayBegin(t *testing.T) {
	r := Default()
	for i := range r.entries {
		o := &r.entries[i]
		for _, a := range o.Aliases {
			begins(t, r, a.Text)
		}
		begins(t, r, o.Name)
		begins(t, r, "The "+o.Name)
	}
	for _, w := range respelled[1:] {
		var f folder
		f.all(w)
		if string(f.bytes()) == w {
			t.Errorf("%q is spelled so in keys", w)
		}
	}
	for text, want := range map[string]bool{"Centre": true, "yesterday the": false, "taz": true, "la Repubblica": true, "zzyzx Said": false, "l’Espresso": true, "“": true, "": true} {
		if got := r.MayBegin(text, 0); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
	may := 0 // the set of heads says so of some words that begin none
	for a := 'a'; a <= 'z'; a++ {
		for b := 'a'; b <= 'z'; b++ {
			if r.MayBegin("Zzyz"+string(a)+string(b)+" said", 0) {
				may++
			}
		}
	}
	if all := 26 * 26; may > all/5 {
		t.Errorf("%d of %d words that begin no name may begin one: make the set of heads larger", may, all)
	}
}

func begins(t *testing.T, r *Registry, name string) {
	t.Helper()
	for _, s := range []string{name, name + ", May 5", strings.ReplaceAll(name, "Center", "Centre"), strings.ReplaceAll(name, "Defense", "Defence")} {
		if k := r.index.find([]byte(Fold(s))); k != nil && r.asName(k, s, 0, len(s)) && !r.MayBegin(s, 0) {
			t.Errorf("%q may begin no name", s)
		}
	}
}
