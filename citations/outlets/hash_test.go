package outlets

import "testing"

func TestDefaultHash(t *testing.T) {
	hash, entries := DefaultHash()
	if r := Default(); hash != r.Hash() || entries != len(r.All()) {
		t.Errorf("%s of %d outlets, want %s of %d", hash, entries, r.Hash(), len(r.All()))
	}
}
