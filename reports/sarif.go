package reports

import (
	"encoding/json"
	"io"
	"iter"
	"net/url"
	"path"
	"path/filepath"
	"strings"

	"example.org/verify/score"
	"example.org/verify/score/rules"
)

// SARIF 2.1.0 (OASIS Standard, 27 March 2020, with errata 1 of 28 August 2023): the parts that are written, in the order of the
// specification's sections.
type (
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version"`
		URI     string      `json:"informationUri"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID      string          `json:"id"`
		Short   sarifText       `json:"shortDescription"`
		Full    sarifText       `json:"fullDescription"`
		Help    sarifText       `json:"help"`
		Default sarifLevel      `json:"defaultConfiguration"`
		More    sarifProperties `json:"properties"`
	}
	sarifLevel struct {
		Level string `json:"level"`
	}
	sarifProperties struct {
		Tags []string `json:"tags"`
	}
	sarifText struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown,omitempty"`
	}
	sarifResult struct {
		RuleID       string             `json:"ruleId"`
		RuleIndex    int                `json:"ruleIndex"`
		Level        string             `json:"level"`
		Message      sarifText          `json:"message"`
		Locations    []sarifLocation    `json:"locations"`
		Fingerprints map[string]string  `json:"partialFingerprints"`
		Suppressions []sarifSuppression `json:"suppressions,omitempty"`
		Fixes        []sarifFix         `json:"fixes,omitempty"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
		Message  *sarifText    `json:"message,omitempty"`
	}
	sarifPhysical struct {
		Artifact sarifURI     `json:"artifactLocation"`
		Region   *sarifRegion `json:"region,omitempty"`
	}
	sarifURI struct {
		URI   string `json:"uri"`
		Index *int   `json:"index,omitempty"` // into artifacts
	}
	sarifRegion struct {
		StartLine   int        `json:"startLine"`
		StartColumn int        `json:"startColumn"`
		EndLine     int        `json:"endLine"`
		EndColumn   int        `json:"endColumn"`
		Snippet     *sarifText `json:"snippet,omitempty"`
	}
	sarifSuppression struct {
		Kind          string             `json:"kind"`
		Status        string             `json:"status"`
		Justification string             `json:"justification"`
		More          sarifSuppressionBy `json:"properties"`
	}
	sarifSuppressionBy struct {
		By    string `json:"by,omitempty"`
		Until string `json:"until,omitempty"`
	}
	sarifFix struct {
		Description sarifText     `json:"description"`
		Changes     []sarifChange `json:"artifactChanges"`
	}
	sarifChange struct {
		Artifact     sarifURI           `json:"artifactLocation"`
		Replacements []sarifReplacement `json:"replacements"`
	}
	sarifReplacement struct {
		Deleted  sarifRegion `json:"deletedRegion"`
		Inserted sarifText   `json:"insertedContent"`
	}
	sarifArtifact struct {
		Location sarifURI          `json:"location"`
		Length   int               `json:"length"`
		Roles    []string          `json:"roles"`
		Encoding string            `json:"encoding,omitempty"`
		Hashes   map[string]string `json:"hashes"`
	}
	sarifInvocation struct {
		Successful    bool                `json:"executionSuccessful"`
		Exit          int                 `json:"exitCode"`
		Notifications []sarifNotification `json:"toolExecutionNotifications"`
	}
	sarifNotification struct {
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations"`
	}
	sarifCounts struct {
		Summary  string    `json:"summary"`
		Silenced int       `json:"silenced"`
		Baseline *Baseline `json:"baseline,omitempty"`
	}
)

const sarifHead = `{"$schema":"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json","version":"2.1.0","runs":[{"tool":`

// writeSARIF writes one run. Its results go out as the documents come; what is only known at the end follows them.
func writeSARIF(w io.Writer, docs iter.Seq[*score.Analysis], c *Check) error {
	s := &sarif{w: w, rules: map[string]int{}, artifacts: []sarifArtifact{}}
	s.raw(sarifHead)
	s.value(s.tool(c.Version))
	s.raw(`,"columnKind":"utf16CodeUnits","results":[`)
	for a := range docs {
		s.document(a)
		if s.err != nil {
			return s.err
		}
	}
	s.raw(`],"artifacts":`)
	s.value(s.artifacts)
	s.raw(`,"invocations":`)
	s.value([]sarifInvocation{invocation(c)})
	s.raw(`,"properties":`)
	s.value(sarifCounts{c.Summary(), c.totals.silenced, c.Baseline})
	s.raw("}]}\n")
	return s.err
}

// sarif writes a log. Its first error stays, and nothing is written after it.
type sarif struct {
	w         io.Writer
	err       error
	rules     map[string]int // index by id
	artifacts []sarifArtifact
	results   int
}

func (s *sarif) raw(part string) {
	if s.err == nil {
		_, s.err = io.WriteString(s.w, part)
	}
}

func (s *sarif) value(v any) {
	b, err := json.Marshal(v)
	if s.err == nil {
		s.err = err
	}
	s.raw(string(b))
}

func (s *sarif) tool(version string) sarifTool {
	all := rules.All()
	t := sarifTool{sarifDriver{Name: "verify", Version: version, URI: "https://example.org/verify", Rules: make([]sarifRule, len(all))}}
	for i := range all {
		s.rules[all[i].ID] = i
		t.Driver.Rules[i] = describe(&all[i])
	}
	return t
}

func describe(r *rules.Rule) sarifRule {
	family, _, _ := strings.Cut(r.ID, ".")
	parts := []struct{ head, body string }{{"Why it matters", r.Why}, {"Found", r.Example}, {"Not found", r.NearMiss}, {"How to mend it", r.Cure}, {"Source", r.Source}}
	help := sarifText{Text: r.Doc, Markdown: literal(r.Doc)}
	for _, p := range parts {
		if p.body != "" {
			help.Text += "\n\n" + p.head + ": " + p.body
			help.Markdown += "\n\n**" + p.head + "**\n\n" + literal(p.body)
		}
	}
	return sarifRule{ID: r.ID, Short: sarifText{Text: r.Title}, Full: sarifText{Text: r.Doc}, Help: help,
		Default: sarifLevel{sarifLevels[r.Severity]}, More: sarifProperties{[]string{"sourcing", family}}}
}

var sarifLevels = map[score.Severity]string{score.Off: "none", score.Suggestion: "note", score.Warning: "warning", score.Error: "error"}

func (s *sarif) document(a *score.Analysis) {
	t := a.Document.Text
	index := len(s.artifacts)
	at := sarifURI{URI: fileURI(t.Name), Index: &index}
	art := sarifArtifact{Location: sarifURI{URI: at.URI}, Length: len(t.File), Roles: []string{"analysisTarget"}, Hashes: map[string]string{"sha-256": t.SHA256()}}
	if inFile(t) {
		art.Encoding = t.Encoding
	}
	s.artifacts = append(s.artifacts, art)
	places := &locator{t: t, units: utf16Units}
	for f := range shown(a) {
		if s.results++; s.results > 1 {
			s.raw(",\n")
		}
		s.value(s.result(a, f, at, places))
	}
}

func (s *sarif) result(a *score.Analysis, f *score.Finding, at sarifURI, places *locator) sarifResult {
	r := sarifResult{RuleID: f.Rule, RuleIndex: s.rules[f.Rule], Level: sarifLevels[f.Severity], Message: sarifText{Text: wholeMessage(f)},
		Locations: []sarifLocation{sarifPlace(f, at, places)},
		// GitHub follows an alert by primaryLocationLineHash: docs.github.com, "SARIF support for code scanning", read 2026-11-26.
		Fingerprints: map[string]string{"verify/v1": f.Fingerprint, "primaryLocationLineHash": f.Fingerprint}}
	if f.Silenced != nil {
		r.Suppressions = []sarifSuppression{suppression(f.Silenced)}
	}
	if edit := certainEdit(a.Document.Text, f); edit != nil {
		places := *places
		change := sarifChange{at, []sarifReplacement{{*sarifRegionOf(places.at(edit.Span)), sarifText{Text: edit.Text}}}}
		r.Fixes = []sarifFix{{sarifText{Text: firstOf(f.Suggestion, f.Message)}, []sarifChange{change}}}
	}
	return r
}

// wholeMessage is what a finding says with its suggestion, in one line.
func wholeMessage(f *score.Finding) string {
	if f.Suggestion == "" {
		return f.Message
	}
	return f.Message + "; suggestion: " + f.Suggestion
}

// sarifPlace is where a finding stands. The lines of a packed document are not the file's: they are said in words, and the region, which GitHub
// asks for, is the file's beginning.
func sarifPlace(f *score.Finding, at sarifURI, places *locator) sarifLocation {
	l := sarifLocation{Physical: sarifPhysical{Artifact: at}}
	if !inFile(places.t) {
		l.Message = &sarifText{Text: placeInText(places.t, f)}
		l.Physical.Region = sarifRegionOf(region{1, 1, 1, 1})
		return l
	}
	l.Physical.Region = sarifRegionOf(places.region(f.Span, f.Line, f.Column))
	if !f.Span.Empty() {
		l.Physical.Region.Snippet = &sarifText{Text: places.t.Printed(f.Span)}
	}
	return l
}

func sarifRegionOf(r region) *sarifRegion {
	return &sarifRegion{StartLine: r.line, StartColumn: r.column, EndLine: r.endLine, EndColumn: r.endColumn}
}

func suppression(s *score.Silence) sarifSuppression {
	kind := "external"
	if strings.Contains(s.By, ByComment) {
		kind = "inSource"
	}
	return sarifSuppression{kind, "accepted", s.Reason, sarifSuppressionBy{s.By, s.Until}}
}

func invocation(c *Check) sarifInvocation {
	v := sarifInvocation{Successful: len(c.Failures) == 0, Exit: c.Exit(), Notifications: []sarifNotification{}}
	for _, f := range c.Failures {
		at := sarifLocation{Physical: sarifPhysical{Artifact: sarifURI{URI: fileURI(f.Name)}}}
		v.Notifications = append(v.Notifications, sarifNotification{"error", sarifText{Text: notRead(&f)}, []sarifLocation{at}})
	}
	return v
}

func notRead(f *Failure) string { return f.Name + ": " + f.Err.Error() }

// fileURI is a file's name as a URI reference.
func fileURI(name string) string {
	slashed := filepath.ToSlash(name)
	u := url.URL{Path: path.Clean(slashed)}
	if path.IsAbs(slashed) {
		u.Scheme = "file"
	}
	return u.String()
}
