package reports

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"example.org/verify/citations"
	"example.org/verify/citations/text"
	"example.org/verify/score"
	"example.org/verify/score/rules"
)

// astralText has characters of one to four bytes, one or two UTF-16 units, before what is found, and what the formats have to escape.
const astralText = "Ferry Talks\r\n\r\n𐐀é新 100% \"said\" <b>&</b>, twice: (Reuters; May 4)\r\nand (AFP\r\nMay 5), 新\x01."

// astral is an analysis of it; its findings lie behind such characters, over a line end, and at no place.
func astral(t testing.TB) *score.Analysis {
	t.Helper()
	txt, err := text.Parse("drafts/a b, 100%.md", []byte(astralText), text.Options{})
	if err != nil {
		t.Fatal(err)
	}
	finding := func(rule string, s score.Severity, marked, message string) score.Finding {
		i := max(0, strings.Index(astralText, marked))
		p := txt.Position(i)
		return score.Finding{Rule: rule, Severity: s, Article: -1, Claim: -1, Citation: -1, Note: -1, Span: citations.Span{Start: i, End: i + len(marked)},
			Line: p.Line, Column: p.Column, Message: message, Fingerprint: "00ff" + rule}
	}
	comma := finding("cite.malformed", score.Warning, "; May 4", "a semicolon: %, \"quoted\"")
	comma.Suggestion, comma.Edit = ", May 4", &citations.Edit{Span: citations.Span{Start: comma.Span.Start, End: comma.Span.Start + 1}, Text: ","}
	over := finding("date.impossible", score.Error, "AFP\r\nMay 5", "line one\r\nline two ::error::")
	silenced := finding("outlet.unknown", score.Suggestion, "新\x01", "unknown\x02")
	silenced.Silenced = &score.Silence{By: ByComment, Reason: "known <&>", Until: "2030-01-01"}
	old := finding("outlet.unknown", score.Error, "Reuters", "an old one")
	old.Silenced = &score.Silence{By: ByBaseline, Reason: "old"}
	nowhere := finding("policy.silence", score.Suggestion, "", "a silence expired")
	return &score.Analysis{Document: &citations.Document{Text: txt}, Findings: []score.Finding{nowhere, comma, old, over, silenced}}
}

// checked writes two documents and a file that failed.
func checked(t testing.TB, format string) string {
	t.Helper()
	c := &Check{Options: Options{Width: 80}, Version: "0.1.0", FailOn: score.Error, Exit: func() int { return 3 }, Baseline: &Baseline{Remain: 1, Gone: 2}}
	docs := func(yield func(*score.Analysis) bool) {
		if yield(sample(t)) && yield(astral(t)) {
			c.Failures = []Failure{{"gone, 1.txt", errors.New("there is no such file")}}
		}
	}
	var b bytes.Buffer
	if err := WriteCheck(&b, format, docs, c); err != nil {
		t.Fatal(err)
	}
	if c.Broken != 3 {
		t.Errorf("%d findings break the policy, want 3", c.Broken)
	}
	return b.String()
}

func TestCheckText(t *testing.T) { golden(t, "check.80.txt", checked(t, "text")) }

// valid holds JSON against a schema of testdata/schemas: the official ones of OASIS (errata 1) and reviewdog (v0.21.3).
func valid(t *testing.T, schema, content string) {
	t.Helper()
	f, err := os.Open("testdata/schemas/" + schema)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	parsed, err := jsonschema.UnmarshalJSON(f)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", parsed); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Validate(v); err != nil {
		t.Errorf("%s: %#v", schema, err)
	}
}

type sarifLog struct {
	Runs []struct {
		Tool       sarifTool `json:"tool"`
		ColumnKind string    `json:"columnKind"`
		Results    []sarifResult
		Artifacts  []sarifArtifact
	}
}

func TestSARIF(t *testing.T) {
	content := checked(t, "sarif")
	valid(t, "sarif-schema-2.1.0.json", content)
	var log sarifLog
	if err := json.Unmarshal([]byte(content), &log); err != nil {
		t.Fatal(err)
	}
	run := &log.Runs[0]
	if len(run.Results) != 10 || run.ColumnKind != "utf16CodeUnits" {
		t.Errorf("%d results in %q, want 10 (the baseline's are left out)", len(run.Results), run.ColumnKind)
	}
	sources := []string{sampleText, astralText}
	for i := range run.Results {
		r := &run.Results[i]
		if run.Tool.Driver.Rules[r.RuleIndex].ID != r.RuleID {
			t.Errorf("%s has the index of another rule", r.RuleID)
		}
		at := r.Locations[0].Physical
		if at.Artifact.URI != run.Artifacts[*at.Artifact.Index].Location.URI {
			t.Errorf("%s lies in another artifact", at.Artifact.URI)
		}
		if at.Region.Snippet != nil {
			sameText(t, r.RuleID, inUTF16(sources[*at.Artifact.Index], at.Region), at.Region.Snippet.Text)
		}
	}
	if n := strings.Count(content, `"suppressions":[{"kind":"inSource","status":"accepted","justification":"known \u003c\u0026\u003e"`); n != 1 {
		t.Errorf("%d suppressions in the source, want 1", n)
	}
}

// TestPacked holds that formats which point into files do not point there for a document whose lines are those of extracted text.
func TestPacked(t *testing.T) {
	for format, want := range map[string]string{
		"sarif":  `"region":{"startLine":1,"startColumn":1,"endLine":1,"endColumn":1}},"message":{"text":"line 3, column 42 of the text that verify text drafts/a b, 100%.md prints"}`,
		"rdjson": `"message":"line 3, column 42 of the text that verify text drafts/a b, 100%.md prints: a semicolon`,
		"github": "::warning file=drafts/a b%2C 100%25.md,title=cite.malformed::line 3, column 42 of the text",
	} {
		a := astral(t)
		a.Document.Text.Format = "docx"
		var b bytes.Buffer
		if err := WriteCheck(&b, format, only(a), &Check{FailOn: score.Error, Exit: func() int { return 0 }}); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), want) || strings.Contains(b.String(), "fixes") || strings.Contains(b.String(), "suggestions") {
			t.Errorf("%s: no %s in %s", format, want, b.String())
		}
		if format == "sarif" {
			valid(t, "sarif-schema-2.1.0.json", b.String())
		}
	}
}

func sameText(t *testing.T, what, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("%s: the region holds %q, want %q", what, got, want)
	}
}

// inUTF16 cuts a region out of a text as the specification says (section 3.30), with code of its own.
func inUTF16(s string, r *sarifRegion) string {
	return cutRegion(s, region{r.StartLine, r.StartColumn, r.EndLine, r.EndColumn}, func(line string, column int) int {
		return len(string(utf16.Decode(utf16.Encode([]rune(line))[:column-1])))
	})
}

// cutRegion cuts a region out of a text; offset gives the bytes before a column of a line.
func cutRegion(s string, r region, offset func(line string, column int) int) string {
	lines := strings.SplitAfter(s, "\n")
	at := func(line, column int) int {
		return len(strings.Join(lines[:line-1], "")) + offset(lines[line-1], column)
	}
	return s[at(r.line, r.column):at(r.endLine, r.endColumn)]
}

func TestRDJSON(t *testing.T) {
	content := checked(t, "rdjson")
	valid(t, "rdf-diagnostic-result.json", content)
	var result struct {
		Source      struct{ Name string }
		Diagnostics []rdDiagnostic
	}
	d := json.NewDecoder(strings.NewReader(content))
	d.DisallowUnknownFields() // reviewdog's reader does
	if err := d.Decode(&result); err != nil {
		t.Fatal(err)
	}
	bytesBefore := func(_ string, column int) int { return column - 1 }
	for _, x := range result.Diagnostics {
		if x.Code.Value == "cite.malformed" && len(x.Suggestions) > 0 {
			r := func(r *rdRange) region { return region{r.Start.Line, r.Start.Column, r.End.Line, r.End.Column} }
			sameText(t, x.Code.Value, cutRegion(astralText, r(x.Location.Range), bytesBefore), "; May 4")
			sameText(t, x.Code.Value, cutRegion(astralText, r(&x.Suggestions[0].Range), bytesBefore), ";")
			return
		}
	}
	t.Error("no suggestion")
}

// TestJUnit holds the report against the elements and attributes of junit-10.xsd (github.com/jenkinsci/xunit-plugin).
func TestJUnit(t *testing.T) {
	content := checked(t, "junit")
	shape(t, content, map[string][]string{
		"testsuites": {"name"}, "testsuite": {"name", "tests", "failures", "errors", "skipped"}, "testcase": {"name", "classname"},
		"failure": {"type", "message"}, "error": {"type", "message"}, "skipped": {"message"}, "system-out": {},
	}, map[string]string{"testsuite": "testsuites", "testcase": "testsuite", "failure": "testcase", "error": "testcase", "skipped": "testcase", "system-out": "testcase"})
	var read struct {
		Suites []junitSuite `xml:"testsuite"`
	}
	if err := xml.Unmarshal([]byte(content), &read); err != nil {
		t.Fatal(err)
	}
	for i, want := range [][4]int{{6, 2, 0, 1}, {4, 1, 0, 1}, {1, 0, 1, 0}} {
		s := &read.Suites[i]
		if got := [4]int{s.Tests, s.Failures, s.Errors, s.Skipped}; got != want || len(s.Cases) != s.Tests {
			t.Errorf("%s: tests, failures, errors, skipped %v, want %v", s.Name, got, want)
		}
	}
}

// TestCheckstyle holds the report against what Checkstyle's XMLLogger writes.
func TestCheckstyle(t *testing.T) {
	content := checked(t, "checkstyle")
	shape(t, content, map[string][]string{"checkstyle": {"version"}, "file": {"name"}, "error": {"line", "column", "severity", "message", "source"}},
		map[string]string{"file": "checkstyle", "error": "file"})
	var read struct {
		Files []checkstyleFile `xml:"file"`
	}
	if err := xml.Unmarshal([]byte(content), &read); err != nil {
		t.Fatal(err)
	}
	e := read.Files[1].Errors[1]
	if e.Line != 3 || e.Column != 42 || e.Severity != "warning" || e.Message != "a semicolon: %, \"quoted\"; suggestion: , May 4" {
		t.Errorf("%+v", e)
	}
	if !strings.Contains(content, "(2 silenced)") {
		t.Error("the silenced ones are not counted")
	}
}

// shape holds XML against the attributes that each element may have, and the element that it lies in.
func shape(t *testing.T, content string, attributes map[string][]string, parent map[string]string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(content))
	var open []string
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			name := x.Name.Local
			if known, ok := attributes[name]; !ok || len(open) > 0 && parent[name] != open[len(open)-1] {
				t.Errorf("%s in %v", name, open)
			} else {
				for _, a := range x.Attr {
					if !slices.Contains(known, a.Name.Local) {
						t.Errorf("%s has %s", name, a.Name.Local)
					}
				}
			}
			open = append(open, name)
		case xml.EndElement:
			open = open[:len(open)-1]
		}
	}
}

// TestGitHub reads the annotations as GitHub's runner does: ::command key=value,key=value::data.
func TestGitHub(t *testing.T) {
	unescape := strings.NewReplacer("%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%")
	commands := map[string]int{}
	for line := range strings.Lines(checked(t, "github")) {
		head, message, ok := strings.Cut(strings.TrimPrefix(line, "::"), "::")
		command, properties, _ := strings.Cut(head, " ")
		commands[command]++
		values := map[string]string{}
		for _, p := range strings.Split(properties, ",") {
			k, v, _ := strings.Cut(p, "=")
			values[k] = unescape.Replace(v)
		}
		if !ok || !strings.HasPrefix(line, "::") {
			t.Errorf("no command: %q", line)
		}
		if values["title"] == "date.impossible" && values["file"] == "drafts/a b, 100%.md" {
			sameText(t, "date.impossible", unescape.Replace(strings.TrimSuffix(message, "\n")), "line one\r\nline two ::error::")
			if values["line"] != "4" || values["endLine"] != "5" || values["col"] != "" {
				t.Errorf("%v", values)
			}
		}
	}
	if commands["error"] != 4 || commands["warning"] != 4 || commands["notice"] != 2 || len(commands) != 3 {
		t.Errorf("%v", commands)
	}
}

func TestQuestions(t *testing.T) {
	for _, r := range rules.All() {
		if _, ok := questions[r.ID]; !ok {
			t.Errorf("%s has no question; one that is not asked is \"\"", r.ID)
		}
	}
	for id := range questions {
		if _, ok := rules.Find(id); !ok {
			t.Errorf("a question for %s, which is no rule", id)
		}
	}
	var b bytes.Buffer
	if err := WriteQueries(&b, only(sample(t))); err != nil {
		t.Fatal(err)
	}
	golden(t, "sample.queries.md", b.String())
}
