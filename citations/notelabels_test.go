package citations_test

import (
	"fmt"
	"strings"
	"testing"
)

// styled prints n in a style: "#" for digits, "¹" for raised ones, "i" for small roman numerals.
func styled(style string, n int) string {
	style = strings.NewReplacer("¹", string([]rune("⁰¹²³⁴")[n]), "i", []string{"", "i", "ii", "iii", "iv"}[n]).Replace(style)
	return strings.ReplaceAll(style, "#", fmt.Sprint(n))
}

// TestMarkersAndLabels puts three notes with labels of each style below texts with markers of each style.
func TestMarkersAndLabels(t *testing.T) {
	labels := []string{"#. ", "[#] ", "#) ", "(#) ", "# ", "¹ ", "¹", "^# ", "#: ", "# - ", "#\t", "[^#]: ", "Note #: ", "#.", "↑#", "^ ", "^ a b "}
	for _, marker := range []string{"[#]", "(#)", "¹", "#", "^#", "[^#]", "{#}", "[note #]", "(note #)", "<sup>#</sup>", "¹)"} {
		for _, label := range labels {
			threeNotes(t, marker, label, "Notes\n\n", "\n\n")
		}
	}
	for _, label := range []string{"i. ", "[i] ", "i) "} {
		threeNotes(t, "[i]", label, "Notes\n\n", "\n\n")
	}
	for _, marker := range []string{"[#]", "#", "¹", "(#)"} {
		for _, label := range []string{"#. ", "[#] ", "# ", "¹ ", "#) "} {
			for _, head := range []string{"", "———\n\n", "NOTES:\n\n", "Endnotes\n", "References\n\n", "* * *\n\n", "__________\n"} {
				threeNotes(t, marker, label, head, "\n\n")
				threeNotes(t, marker, label, head, "\n")
			}
		}
	}
}

func threeNotes(t *testing.T, marker, label, head, between string) {
	t.Helper()
	var s strings.Builder
	s.WriteString("Ports and Promises\n\nBy Cora Dunn\n\nMay 18, 2019\n\n")
	for i, sentence := range []string{"The port of Ras Kormak was shut for a week after gunmen took the customs house", "Nothing else was said in the town about the matter", "The mayor kept to his house and saw nobody but his cook"} {
		s.WriteString(sentence + "." + styled(marker, i+1) + " ")
	}
	s.WriteString("\n\nThe customs house was opened again in June, and the port with it.\n\n" + head)
	for i, note := range []string{"Ann Bell, “Ports Close,” Reuters, May 3, 2018, https://www.reuters.com/a.", "World Bank, Ports and Poverty, Washington, 2014, p. 12.", "Libya Herald, June 4, 2018."} {
		s.WriteString(styled(label, i+1) + note + between)
	}
	doc := parseText(t, "en.txt", s.String())
	if a := &doc.Articles[0]; len(doc.Articles) != 1 || len(a.Notes) != 3 || len(a.Markers) != 3 {
		t.Errorf("markers %q, labels %q below %q: %d articles, %d notes, %d markers", marker, label, head, len(doc.Articles), len(a.Notes), len(a.Markers))
	} else {
		for i := range a.Markers {
			if a.Markers[i].Note != i {
				t.Errorf("markers %q, labels %q below %q: marker %d leads to note %d", marker, label, head, i, a.Markers[i].Note)
			}
		}
	}
}
