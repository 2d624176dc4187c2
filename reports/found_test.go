package reports

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"
	"time"

	"example.org/verify/fetch"
	"example.org/verify/fetch/support"
	"example.org/verify/score"
)

// lookedUpSample is the sample with what its first two citations came to: a hostile page in a copy of an archive, and none.
func lookedUpSample(t *testing.T) *score.Analysis {
	t.Helper()
	a := sample(t)
	claim := 0
	for i := range a.Document.Articles[0].Claims {
		if len(a.Document.Articles[0].Claims[i].Citations) >= 2 {
			claim = i
			break
		}
	}
	k := a.Document.Articles[0].Claims[claim].Citations
	a.SetAnswers([]score.Answer{
		{Claim: claim, Citation: k[0], Copies: []score.Copy{{Citation: k[1], Containment: .87}}, Evidence: &fetch.Evidence{
			Result: support.Result{Verdict: support.Differs, Why: "the claim has “two guards”, the page “three guards”", Passage: "=cmd|'/c calc' \x1b[31m<script>three | guards</script>"},
			Page:   "https://caj.example/1", Capture: "https://archive.example/1", Captured: time.Date(2018, 5, 17, 3, 0, 0, 0, time.UTC), Title: "Guards", Correction: "An earlier version said two."}},
		{Claim: claim, Citation: k[1], Evidence: &fetch.Evidence{Result: support.Result{Verdict: support.NotFound, Why: "no resolver found a page that fits"},
			Resolvers: []fetch.Resolved{{Name: "address", Why: "the citation gives no address"}, {Name: "day archive", Why: "nothing of that day"}}}},
	})
	return a
}

func TestFound(t *testing.T) {
	a := lookedUpSample(t)
	for _, width := range []int{40, 80, 120} {
		var b bytes.Buffer
		if err := Write(&b, "text", slices.Values([]*score.Analysis{a}), Options{Width: width, Fetched: true}); err != nil {
			t.Fatal(err)
		}
		flat := strings.Join(strings.Fields(b.String()), " ")
		for _, want := range []string{"differs, a copy of 2018-05-17, 2 days after the cited day", "the claim has “two guards”, the page “three guards”", "the page is corrected: An earlier version",
			"nearly the text of", "(87 %)", "not found day archive: nothing of that day"} {
			if !strings.Contains(flat, want) {
				t.Errorf("width %d: %q is not in\n%s", width, want, b.String())
			}
		}
		if strings.Contains(b.String(), "\x1b") {
			t.Errorf("width %d: an escape sequence of the page reaches the terminal", width)
		}
		for line := range strings.Lines(b.String()) {
			if strings.Contains(line, "guards") && columns(strings.TrimSuffix(line, "\n")) > width {
				t.Errorf("width %d: %s", width, line)
			}
		}
	}
}

func TestFoundInTables(t *testing.T) {
	a := lookedUpSample(t)
	var rows, text bytes.Buffer
	if err := Write(&rows, "csv", slices.Values([]*score.Analysis{a}), Options{Fetched: true}); err != nil {
		t.Fatal(err)
	}
	table, err := csv.NewReader(&rows).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := table[0][:len(csvHeader)], csvHeader; !slices.Equal(got, want) || !slices.Equal(table[0][len(csvHeader):], csvFound) {
		t.Errorf("columns %v", table[0])
	}
	row := table[1][len(csvHeader):]
	if row[0] != "differs" || row[6] != "2" || !strings.HasPrefix(row[7], "'=cmd") || row[8] != "differs" {
		t.Errorf("%q", row)
	}
	if err := Write(&text, "markdown", slices.Values([]*score.Analysis{a}), Options{Fetched: true}); err != nil {
		t.Fatal(err)
	}
	if got := text.String(); !strings.Contains(got, "differs, a copy of 2018-05-17") || strings.Contains(got, "<script>") || !strings.Contains(got, `three \| guards`) {
		t.Errorf("%s", got)
	}
}
