package reports

import (
	"strings"
	"testing"
)

// wordBody is a main part with a body.
func wordBody(body string) []byte {
	return []byte(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body + `</w:body></w:document>`)
}

func TestScanWord(t *testing.T) {
	const run = "<w:r><w:t>x</w:t></w:r>"
	for name, c := range map[string]struct {
		body string
		want []string // the paragraphs
	}{
		"the last are empty":             {"<w:p>" + run + "</w:p><w:p/><w:p> </w:p>", []string{"x"}},
		"an empty one between others":    {"<w:p>" + run + "</w:p><w:p/><w:p>" + run + run + "</w:p>", []string{"x", "xx"}},
		"empty ones at the beginning":    {"<w:p/><w:p/><w:p>" + run + "</w:p>", []string{"x"}},
		"a text box":                     {"<w:p><w:r><w:t>a</w:t><w:p>" + run + "</w:p><w:t>b</w:t></w:r></w:p>", []string{"ab", "x"}},
		"a text box without text":        {"<w:p><w:r><w:p/><w:t>b</w:t></w:r></w:p><w:p>" + run + "</w:p>", []string{"b", "x"}},
		"a text box in an empty one":     {"<w:p><w:r><w:p>" + run + "</w:p></w:r></w:p>", []string{"", "x"}},
		"breaks, tabs and two run texts": {"<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/></w:r>" + run + "</w:p>", []string{"a\tb\nx"}},
	} {
		part, err := scanWord(wordBody(c.body))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var got []string
		for _, p := range part.pars {
			got = append(got, p.text)
		}
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestFindNearest(t *testing.T) {
	part, err := scanWord(wordBody(strings.Repeat("<w:p><w:r><w:t>the port</w:t></w:r></w:p><w:p><w:r><w:t>a ship</w:t></w:r></w:p>", 3)))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text       string
		near, want int
	}{{"port", 0, 0}, {"port", 2, 2}, {"port", 3, 2}, {"port", 5, 4}, {"port", -1, 0}, {"ship", 99, 5}, {"ship", 0, 1}, {"goat", 2, -1}, {" ", 2, -1}} {
		if got, _ := part.find(c.text, c.near); got != c.want {
			t.Errorf("%q near %d: paragraph %d, want %d", c.text, c.near, got, c.want)
		}
	}
}

// TestScanWordIsLinear scans very many paragraphs and runs: quadratic time would run into the time limit of go test; no clock is read.
func TestScanWordIsLinear(t *testing.T) {
	const n = 300_000
	for name, c := range map[string]struct {
		body string
		pars int
	}{
		"paragraphs": {strings.Repeat("<w:p><w:r><w:t>x</w:t></w:r></w:p>", n), n},
		"runs":       {"<w:p>" + strings.Repeat("<w:r><w:t>x</w:t></w:r>", n) + "</w:p>", 1},
		"empty ones behind a long blank": {"<w:p><w:r><w:t>" + strings.Repeat(" ", n) + "x" + "</w:t></w:r></w:p>" +
			strings.Repeat("<w:p/>", n), 1},
	} {
		part, err := scanWord(wordBody(c.body))
		if err != nil || len(part.pars) != c.pars {
			t.Errorf("%s: %v, %d paragraphs of %d", name, err, len(part.pars), c.pars)
		}
	}
}
