package outlets

import (
	"slices"
	"testing"
)

// TestCaseStarts holds that names with the same stems begin alike: nothing that the indices by language find is passed over.
func TestCaseStarts(t *testing.T) {
	r := Default()
	for _, l := range inflecting {
		for i := range r.entries {
			o := &r.entries[i]
			if i%3 > 0 || !o.hasLanguage(l) {
				continue
			}
			for _, ending := range []string{"", "a", "en", "ie", "ach", "ой", "ssa"} {
				for _, name := range []string{o.Name + ending, o.Native + ending} {
					var f folder
					f.all(name)
					found := r.caseStarts().declined(r, &f)
					for _, h := range r.declined(&f, l) {
						if !slices.ContainsFunc(found, func(other hit) bool { return other.o == h.o }) {
							t.Errorf("%q in %s: %s is not found", name, l, h.text)
						}
					}
				}
			}
		}
	}
}
