package outlets

import "testing"

// TestLeftOut takes each tenth of the registry out and asks the rest for the names that are gone: none may be taken for another
// outlet by its spelling or by what stands around it.
func TestLeftOut(t *testing.T) {
	all := Default()
	asked, wrong := 0, 0
	for part := range 10 {
		var rest []Outlet
		for i, o := range all.entries {
			if i%10 != part {
				rest = append(rest, o)
			}
		}
		r, err := build(rest)
		if err != nil {
			t.Fatal(err)
		}
		for i := part; i < len(all.entries); i += 10 {
			o := &all.entries[i]
			if r.Known(o.Name) {
				continue
			}
			asked++
			if m := r.Resolve(o.Name, Context{}); m.Entry != nil {
				wrong++
				t.Logf("%q (%s) taken for %q (%s): %s, %s", o.Name, o.ID, m.Entry.Name, m.ID, m.How, m.Why)
			}
		}
	}
	if wrong*150 > asked {
		t.Errorf("%d of %d unknown names taken for another outlet", wrong, asked)
	}
}
