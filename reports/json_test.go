package reports

import (
	"bytes"
	"encoding/json"
	"iter"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"example.org/verify/score"
)

// The contract of design/output.md as encoding/json would write it. TestJSON reads what the encoder printed into these and
// writes it again: a member that is missing, unknown, renamed, out of order or of another type is a difference.
type (
	contract struct {
		Schema   string            `json:"schema"`
		Document contractDocument  `json:"document"`
		Articles []contractArticle `json:"articles"`
		Findings []contractFinding `json:"findings"`
	}
	contractDocument struct {
		Path        string  `json:"path"`
		Format      string  `json:"format"`
		SHA256      string  `json:"sha256"`
		TextSHA256  string  `json:"text_sha256"`
		Bytes       int     `json:"bytes"`
		Language    *string `json:"language"`
		Publication struct {
			Name *string `json:"name"`
			From *string `json:"from"`
		} `json:"publication"`
		Published     *string `json:"published"`
		PublishedFrom *string `json:"published_from"`
		Settings      *string `json:"settings"`
	}
	contractArticle struct {
		ID            string             `json:"id"`
		Title         *string            `json:"title"`
		Authors       []string           `json:"authors"`
		Span          [2]int             `json:"span"`
		Published     *string            `json:"published"`
		PublishedFrom *string            `json:"published_from"`
		Claims        []contractClaim    `json:"claims"`
		Citations     []contractCitation `json:"citations"`
		Markers       []contractMarker   `json:"markers"`
		Notes         []contractNote     `json:"notes"`
		Score         contractFigures    `json:"score"`
	}
	contractClaim struct {
		ID          string        `json:"id"`
		Span        [2]int        `json:"span"`
		Text        string        `json:"text"`
		Citations   []string      `json:"citations"`
		CoveredBy   []string      `json:"covered_by"`
		Checkworthy bool          `json:"checkworthy"`
		Score       contractScore `json:"score"`
		Page        *int          `json:"page"`
		Paragraph   *int          `json:"paragraph"`
	}
	contractScore struct {
		Citations int `json:"citations"`
		Own       int `json:"own"`
		Outlets   int `json:"outlets"`
		Owners    struct {
			Count int `json:"count"`
			Known int `json:"known"`
		} `json:"owners"`
		Countries     int      `json:"countries"`
		Languages     int      `json:"languages"`
		Origins       int      `json:"origins"`
		Corroboration int      `json:"corroboration"`
		Read          int      `json:"read"`
		Differs       int      `json:"differs"`
		Diversity     float64  `json:"diversity"`
		LagDays       *int     `json:"lag_days"`
		Grade         *string  `json:"grade"`
		Reliability   *string  `json:"reliability"`
		Credibility   *int     `json:"credibility"`
		Points        *int     `json:"points"`
		Because       []string `json:"because"`
	}
	contractFigures struct {
		contractScore
		Checkworthy      int            `json:"checkworthy"`
		Sourced          int            `json:"sourced"`
		TwoOrigins       int            `json:"two_origins"`
		StateControlled  int            `json:"state_controlled"`
		UnknownOutlets   int            `json:"unknown_outlets"`
		Sought           int            `json:"sought"`
		Carried          int            `json:"carried"`
		LargestOutlet    *contractShare `json:"largest_outlet"`
		LargestOwner     *contractShare `json:"largest_owner"`
		Concentration    *float64       `json:"concentration"`
		EffectiveSources *float64       `json:"effective_sources"`
	}
	contractShare struct {
		ID string `json:"id"`
		N  int    `json:"n"`
		Of int    `json:"of"`
	}
	contractCitation struct {
		ID          string          `json:"id"`
		Kind        string          `json:"kind"`
		Role        string          `json:"role"`
		SourceClass string          `json:"source_class"`
		Group       *int            `json:"group"`
		Span        [2]int          `json:"span"`
		Raw         string          `json:"raw"`
		Signal      *string         `json:"signal"`
		Outlet      *contractOutlet `json:"outlet"`
		Date        *contractDate   `json:"date"`
		Note        *string         `json:"note"`
		URL         *string         `json:"url"`
		Evidence    any             `json:"evidence"`
	}
	contractOutlet struct {
		ID         *string `json:"id"`
		Name       string  `json:"name"`
		Printed    string  `json:"printed"`
		Span       [2]int  `json:"span"`
		Match      string  `json:"match"`
		Confidence float64 `json:"confidence"`
		Why        string  `json:"why"`
		Candidates []struct {
			ID  string `json:"id"`
			Why string `json:"why"`
		} `json:"candidates"`
	}
	contractDate struct {
		ISO          *string  `json:"iso"`
		Printed      string   `json:"printed"`
		Precision    string   `json:"precision"`
		Year         string   `json:"year"`
		Why          string   `json:"why"`
		Candidates   []string `json:"candidates"`
		DeclaredNone bool     `json:"declared_none"`
	}
	contractMarker struct {
		Span      [2]int   `json:"span"`
		Label     string   `json:"label"`
		Note      *string  `json:"note"`
		Citations []string `json:"citations"`
	}
	contractNote struct {
		ID        string          `json:"id"`
		Span      [2]int          `json:"span"`
		Label     string          `json:"label"`
		Text      string          `json:"text"`
		Kind      string          `json:"kind"`
		Authors   []string        `json:"authors"`
		Title     *string         `json:"title"`
		Publisher *string         `json:"publisher"`
		Outlet    *contractOutlet `json:"outlet"`
		Date      *contractDate   `json:"date"`
		Accessed  *string         `json:"accessed"`
		URLs      []string        `json:"urls"`
		RefersTo  *string         `json:"refers_to"`
		Citations []string        `json:"citations"`
	}
	contractFinding struct {
		Rule       string  `json:"rule"`
		Severity   string  `json:"severity"`
		Article    *string `json:"article"`
		Claim      *string `json:"claim"`
		Citation   *string `json:"citation"`
		Note       *string `json:"note"`
		Span       [2]int  `json:"span"`
		Line       int     `json:"line"`
		Column     int     `json:"column"`
		Message    string  `json:"message"`
		Suggestion *string `json:"suggestion"`
		Edit       *struct {
			Span [2]int `json:"span"`
			Text string `json:"text"`
		} `json:"edit"`
		RestsOnGuess bool   `json:"rests_on_guess"`
		Fingerprint  string `json:"fingerprint"`
		Silenced     *struct {
			By     *string `json:"by"`
			Reason string  `json:"reason"`
			Until  *string `json:"until"`
		} `json:"silenced"`
		Page      *int `json:"page"`
		Paragraph *int `json:"paragraph"`
	}
)

func only(a *score.Analysis) iter.Seq[*score.Analysis] { return slices.Values([]*score.Analysis{a}) }

func written(t testing.TB, format string, a *score.Analysis, o Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, format, only(a), o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func asEncodingJSON(t testing.TB, v any) string {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestJSON(t *testing.T) {
	got := written(t, "json", sample(t), Options{})
	var c contract
	d := json.NewDecoder(strings.NewReader(got))
	d.DisallowUnknownFields()
	if err := d.Decode(&c); err != nil {
		t.Fatal(err)
	}
	if want := asEncodingJSON(t, c); got != want {
		t.Errorf("not what encoding/json prints\n got %s\nwant %s", got, want)
	}
	if strings.Count(got, "\n") != 1 {
		t.Error("a document is not one line")
	}
	if strings.Contains(strings.ReplaceAll(got, `"candidates":null`, "null list"), "null list") {
		t.Error("a list is null")
	}
	golden(t, "sample.json", indented(t, got))
}

func indented(t *testing.T, s string) string {
	t.Helper()
	var b bytes.Buffer
	if err := json.Indent(&b, []byte(s), "", " "); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestEncoderStrings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := string(rapid.SliceOf(rapid.SampledFrom([]byte("ab\"\\<&\x00\x1f\n\t\r\b\f\x7f\xc3\xa9\xe2\x80\xa8\xa9\xff\xf0\x9f"))).Draw(t, "bytes"))
		var e encoder
		e.string(s)
		var b bytes.Buffer
		j := json.NewEncoder(&b)
		j.SetEscapeHTML(false)
		if err := j.Encode(s); err != nil {
			t.Fatal(err)
		}
		if got, want := string(e.b)+"\n", b.String(); got != want {
			t.Fatalf("%q: got %s, want %s", s, got, want)
		}
	})
}

func TestJSONIsFlushed(t *testing.T) {
	a := big(t)
	var w writes
	if err := Write(&w, "json", only(a), Options{}); err != nil {
		t.Fatal(err)
	}
	if w.largest > 2*full {
		t.Errorf("a write of %d bytes: the document was held in memory", w.largest)
	}
}

type writes struct{ n, largest int }

func (w *writes) Write(p []byte) (int, error) {
	w.n += len(p)
	w.largest = max(w.largest, len(p))
	return len(p), nil
}

// big is the sample many times over.
func big(t testing.TB) *score.Analysis {
	a := sample(t)
	doc := *a.Document
	b := &score.Analysis{Document: &doc, Settings: a.Settings}
	for range 500 {
		doc.Articles = append(doc.Articles[:len(b.Articles):len(b.Articles)], a.Document.Articles[0])
		b.Articles = append(b.Articles, a.Articles[0])
		b.Findings = append(b.Findings, a.Findings...)
	}
	return b
}

func BenchmarkReports(b *testing.B) {
	a := big(b)
	for _, f := range Formats {
		b.Run(f.Name, func(b *testing.B) {
			var w writes
			if err := Write(&w, f.Name, only(a), Options{}); err != nil {
				b.Fatal(err)
			}
			b.SetBytes(int64(w.n))
			b.ReportAllocs()
			for b.Loop() {
				_ = Write(&w, f.Name, only(a), Options{})
			}
		})
	}
}
