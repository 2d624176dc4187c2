package pdf

import (
	"slices"
	"testing"
)

// A note in the size of the text, of two lines or more: the thin line is near to both of them.
func TestNoteBelowThinLine(t *testing.T) {
	line := func(s, lead string, ruled bool) Line {
		return Line{Pieces: []Piece{{Text: s}}, lead: lead, ruled: ruled, size: 12}
	}
	col := []Line{
		line("Work began in February.", "", false),
		line("1 Liz Harrow, A dam at Tell Harun,", "1", true),
		line("which lists the machines.", "", true),
		line("2 Wheat lost, March 7.", "2", false),
	}
	ts := typesetter{body: 12, raised: map[string]bool{"1": true, "2": true}}
	ts.footnotes(col)
	var roles []Role
	var labels []string
	for _, l := range col {
		roles, labels = append(roles, l.Role), append(labels, l.Label)
	}
	if !slices.Equal(roles, []Role{Body, Note, Note, Note}) || !slices.Equal(labels, []string{"", "1", "", "2"}) {
		t.Errorf("roles %v, labels %q", roles, labels)
	}
}
