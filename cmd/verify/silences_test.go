package main

import (
	"strings"
	"testing"
	"time"

	"example.org/verify/citations"
	"example.org/verify/citations/text"
	"example.org/verify/score"
	"example.org/verify/score/rules"
)

const silenced = `The first paragraph is dated (Reuters, May 99). <!-- verify:ignore date.future: the desk knows -->

The second is dated (Reuters, May 98).

<!-- verify:ignore date.future -->

<!-- verify:ignore date.futur: no such rule -->
`

func findingsIn(t *testing.T, content string, quotes ...string) (*citations.Document, []score.Finding) {
	t.Helper()
	txt, err := text.Parse("x.md", []byte(content), text.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var findings []score.Finding
	for _, q := range quotes {
		i := strings.Index(content, q)
		findings = append(findings, score.Finding{Rule: "date.future", Span: citations.Span{Start: i, End: i + len(q)}})
	}
	return &citations.Document{Text: txt}, findings
}

func TestComments(t *testing.T) {
	doc, findings := findingsIn(t, silenced, "May 99", "May 98")
	faults := silenceByComments(doc.Text, findings, time.Date(2020, 1, 2, 12, 0, 0, 0, time.UTC))
	if findings[0].Silenced == nil || findings[0].Silenced.Reason != "the desk knows" {
		t.Errorf("the comment in the paragraph silences nothing: %+v", findings[0].Silenced)
	}
	if findings[1].Silenced != nil {
		t.Errorf("a comment without a reason silences: %+v", findings[1].Silenced)
	}
	want(t, faults, "the silence for date.future gives no reason", `a silence for "date.futur", which is no rule`)
}

// TestCommentSpans holds that a bad comment is pointed at where it stands, not at the text behind it.
func TestCommentSpans(t *testing.T) {
	const bad = "<!--  verify:ignore date.imposible: why -->"
	now := time.Date(2020, 1, 2, 12, 0, 0, 0, time.UTC)
	for name, content := range map[string]string{
		"between.md": "Ferry Talks\n\nThe council met.\n\n" + bad + "\n\nTwo ministers met.\n",
		"twice.md":   "Ferry Talks\n\n<!-- other -->\n" + bad + "\n" + bad + "\n\nTwo ministers met.\n",
		"within.md":  "Ferry Talks\n\nThe council " + bad + " met.\n",
		"first.md":   bad + "\n\nFerry Talks\n",
		"last.md":    "Ferry Talks\n\nThe council met.\n\n" + bad + "\n",
		"a.html":     "<html><body><p>The council met.</p>\n" + bad + "\n<p>Two ministers met.</p></body></html>\n",
	} {
		txt, err := text.Parse(name, []byte(content), text.Options{})
		if err != nil {
			t.Fatal(err)
		}
		faults := silenceByComments(txt, nil, now)
		if len(faults) != strings.Count(content, bad) {
			t.Errorf("%s: %d faults", name, len(faults))
		}
		at := 0
		for _, f := range faults {
			n := strings.Index(content[at:], bad)
			if f.Span != (citations.Span{Start: at + n, End: at + n + len(bad)}) {
				t.Errorf("%s: %v is pointed at: %q", name, f.Span, content[f.Span.Start:f.Span.End])
			}
			at = f.Span.End
		}
	}
}

func TestIgnore(t *testing.T) {
	for comment, want := range map[string]score.Silence{
		"verify:ignore date.future: as printed":                             {By: "a comment in the document", Reason: "as printed"},
		"verify:ignore date.future: as printed (there)":                     {By: "a comment in the document", Reason: "as printed (there)"},
		"verify:ignore date.future: known (by standards)":                   {By: "standards, a comment in the document", Reason: "known"},
		"verify:ignore date.future: known (by standards, until 2027-01-01)": {By: "standards, a comment in the document", Reason: "known", Until: "2027-01-01"},
		"verify:ignore date.future: known (until tomorrow)":                 {By: "a comment in the document", Reason: "known (until tomorrow)"},
	} {
		if rule, got, ok := cutIgnore(comment); !ok || rule != "date.future" || got != want {
			t.Errorf("%s: %q %+v, want %+v", comment, rule, got, want)
		}
	}
}

func TestSilences(t *testing.T) {
	doc, findings := findingsIn(t, silenced, "May 99", "May 98")
	d := &desk{file: &configFile{}, set: &settings{time: time.Date(2020, 1, 2, 12, 0, 0, 0, time.UTC)}}
	d.file.config.Silence = []silenceConfig{
		{Rule: "date.future", Quote: "99", Reason: "known", By: "standards", Until: "2020-01-02"},
		{Rule: "date.future", Quote: "98", Reason: "known", Until: "2020-01-01"},
		{Rule: "date.future", Quote: "98"},
		{Rule: "date.future", Quote: "97", Reason: "meant for another document"},
	}
	faults := d.silence(doc, findings)
	if s := findings[0].Silenced; s == nil || s.By != "standards" || s.Until != "2020-01-02" {
		t.Errorf("a silence on its last day: %+v", s)
	}
	if findings[1].Silenced != nil {
		t.Errorf("an expired silence, or one without a reason, silences: %+v", findings[1].Silenced)
	}
	want(t, faults, "the silence for date.future expired on 2020-01-01", "the silence for date.future gives no reason")
}

func want(t *testing.T, faults []rules.Fault, what ...string) {
	t.Helper()
	var got []string
	for _, f := range faults {
		got = append(got, f.What)
	}
	if strings.Join(got, "\n") != strings.Join(what, "\n") {
		t.Errorf("faults %q, want %q", got, what)
	}
}
