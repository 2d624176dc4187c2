package outlets

import (
	"os"
	"strings"
	"testing"
)

// printedName is one line of testdata/resolve.tsv.
type printedName struct {
	line               int
	printed, want, how string
	context            Context
}

func printedNames(t testing.TB) []printedName {
	t.Helper()
	b, err := os.ReadFile("testdata/resolve.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var names []printedName
	for i, line := range strings.Split(string(b), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := append(strings.Split(line, "\t"), "", "", "")
		n := printedName{line: i + 1, printed: f[0], want: f[2], how: f[3]}
		for part := range strings.FieldsSeq(f[1]) {
			key, value, _ := strings.Cut(part, "=")
			switch key {
			case "lang":
				n.context.Language = value
			case "countries":
				n.context.Countries = strings.Split(value, ",")
			case "others":
				n.context.Others = strings.Split(value, ",")
			case "url":
				n.context.URL = value
			case "day":
				n.context.Day = value
			default:
				t.Fatalf("line %d: context %q", i+1, part)
			}
		}
		names = append(names, n)
	}
	return names
}

// said is a match in the words of the table.
func said(m Match, long bool) string {
	switch {
	case m.How == Ambiguous:
		return "*"
	case m.How == Provisional:
		return "~"
	case long:
		return m.Entry.Name + " (" + m.Entry.Country + ")"
	}
	return m.Entry.Name
}

func TestResolve(t *testing.T) {
	r := Default()
	names := printedNames(t)
	wrong, merged := 0, 0
	for _, n := range names {
		m := r.Resolve(n.printed, n.context)
		got := said(m, strings.HasSuffix(n.want, ")"))
		if got != n.want || n.how != "" && n.how != m.How {
			wrong++
			if got != "*" && got != "~" && got != n.want {
				merged++
			}
			t.Errorf("line %d: %q: got %q %s %q, want %q %s; %s %v", n.line, n.printed, got, m.How, m.ID, n.want, n.how, m.Why, m.Candidates)
		}
		if m.Why == "" || m.Confidence == 0 || m.Name == "" {
			t.Errorf("line %d: %q: incomplete match %+v", n.line, n.printed, m)
		}
	}
	t.Logf("%d of %d wrong, %d of them taken for another outlet", wrong, len(names), merged)
}
