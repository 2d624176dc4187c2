package citations

import (
	"math/rand/v2"
	"strings"
	"testing"

	"example.org/verify/citations/outlets"
)

// TestMayNameKnown asks of items put together at random whether the cheap question lets pass all in which a known name is found.
func TestMayNameKnown(t *testing.T) {
	parts := []string{"Reuters", "AP", "BBC", "The Guardian", "taz", "444", "Al Jazeera", "Foo Post", "Leeds", "Ana Borg", "aB", "12", "“A Piece”", "\"A Piece\"",
		"republished by", "translated by", "14 ноября", "Mon"}
	joins := []string{", ", ",", " and ", " in ", "/", " & ", " + ", " y ", " и ", " ", " [", "] ", " (", ") "}
	r := rand.New(rand.NewPCG(1, 2))
	named, refused := 0, 0
	for range 20_000 {
		var b strings.Builder
		for k := range 1 + r.IntN(4) {
			if k > 0 {
				b.WriteString(joins[r.IntN(len(joins))])
			}
			b.WriteString(parts[r.IntN(len(parts))])
		}
		p := &parser{clean: b.String(), names: outlets.Default(), lang: "en"}
		item := trimRange(p.clean, Range{End: len(p.clean)})
		may := p.mayNameKnown(item)
		_, v := p.outletsIn(item)
		switch {
		case v == known && !may:
			t.Fatalf("%q has a known name, and mayNameKnown says no", p.clean)
		case v == known:
			named++
		case !may:
			refused++
		}
	}
	if named < 2000 || refused < 1000 {
		t.Errorf("%d items with known names, %d refused: the parts test nothing", named, refused)
	}
}
