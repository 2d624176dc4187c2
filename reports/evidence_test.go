package reports

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"example.org/verify/citations/dates"
	"example.org/verify/fetch"
	"example.org/verify/fetch/support"
)

// looked is a source that was found in an archive, by a page that would write to the terminal.
func looked(t *testing.T) *Looked {
	t.Helper()
	cited, err := dates.ParseISO("2024-05-14")
	if err != nil {
		t.Fatal(err)
	}
	captured := time.Date(2024, 5, 16, 23, 0, 0, 0, time.UTC)
	return &Looked{Path: "a.txt", Article: "a1", Claim: "a1.c1", Citation: "a1.k1", Raw: "Lab Herald, May 14", Text: "It rained", Cited: cited, First: true,
		Address: "http://a.example/x", Evidence: &fetch.Evidence{
			Result: support.Result{Verdict: support.Supported, Why: "it stands there", Passage: "It \x1b[2Jrained."}, Page: "http://a.example/x", Capture: "http://archive.example/web/1id_/http://a.example/x",
			Captured: captured, Day: "2024-05-14", DayFrom: "url", Title: "Rain\u202e",
			Attempts:  []fetch.Attempt{{At: captured, URL: "http://a.example/x", Status: 404, Outcome: "gone"}, {URL: "http://archive.example/", Outcome: "unreachable"}},
			Resolvers: []fetch.Resolved{{Name: "address", Why: "gone, status 404"}, {Name: "Wayback Machine"}}}}
}

func TestEvidenceText(t *testing.T) {
	var b bytes.Buffer
	if err := WriteEvidence(&b, "text", looked(t)); err != nil {
		t.Fatal(err)
	}
	want := `a.txt a1.c1
                “It rained”

  Lab Herald, May 14: supported
    because     it stands there
    page        http://a.example/x
    copy        http://archive.example/web/1id_/http://a.example/x
    captured    2024-05-16, 2 days after the cited day
    title       Rain⇄
    dated       2024-05-14, by url
    passage     “It ␛[2Jrained.”
                address: gone, status 404

`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestEvidenceLine(t *testing.T) {
	var b bytes.Buffer
	if err := WriteEvidence(&b, "jsonl", looked(t)); err != nil {
		t.Fatal(err)
	}
	var got map[string]any
	if err := json.Unmarshal(b.Bytes(), &got); err != nil || strings.Count(b.String(), "\n") != 1 {
		t.Fatalf("%v: %s", err, b.String())
	}
	for key, want := range map[string]any{"schema": "verify/fetch/1", "verdict": "supported", "captured_days_after": 2.0, "captured": "2024-05-16T23:00:00Z", "cited": "2024-05-14", "agency": nil} {
		if got[key] != want {
			t.Errorf("%s: %v, want %v", key, got[key], want)
		}
	}
	if a := got["attempts"].([]any); len(a) != 2 || a[1].(map[string]any)["status"] != nil {
		t.Errorf("attempts: %v", a)
	}
	b.Reset()
	if err := WriteEvidence(&b, "jsonl", &Looked{Evidence: &fetch.Evidence{}}); err != nil || !strings.Contains(b.String(), `"attempts":[],"resolvers":[]`) || strings.Contains(b.String(), `"quotations":null`) {
		t.Errorf("%v: %s", err, b.String())
	}
}
