package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
)

// digest is what want.json holds: the contract's output put so that a person can read it in a diff, with the quoted text in the place of
// every span.
type digest struct {
	Published string          `json:"published,omitempty"` // "2018-05-18, flag"
	Articles  []digestArticle `json:"articles"`
	Findings  []string        `json:"findings"` // `rule@line: "quoted text": message (suggestion)`
}

type digestArticle struct {
	Title     string        `json:"title"`
	Authors   []string      `json:"authors,omitempty"`
	Published string        `json:"published,omitempty"` // where it differs from the document's
	Claims    []digestClaim `json:"claims"`
	Unclaimed []string      `json:"unclaimed,omitempty"` // citations that no claim lists
	Markers   []string      `json:"markers,omitempty"`   // `1 → note 1`
	Notes     []string      `json:"notes,omitempty"`     // `1: book, 2017, https://…`
}

type digestClaim struct {
	Text      string   `json:"text"`
	Printed   string   `json:"printed,omitempty"` // the bytes of the span where they are not the text
	Sources   []string `json:"sources,omitempty"` // `CAJ News (caj-news) 2018-05-15? [exact] "CAJ News, May 15"`; ? marks an inferred year
	CoveredBy []string `json:"covered_by,omitempty"`
	Worth     bool     `json:"checkworthy"`
}

// output is as much of the contract as a digest needs.
type output struct {
	Document struct {
		Published     string `json:"published"`
		PublishedFrom string `json:"published_from"`
	} `json:"document"`
	Articles []outputArticle `json:"articles"`
	Findings []struct {
		Rule       string `json:"rule"`
		Span       [2]int `json:"span"`
		Line       int    `json:"line"`
		Message    string `json:"message"`
		Suggestion string `json:"suggestion"`
		Severity   string `json:"severity"`
		Silenced   any    `json:"silenced"`
	} `json:"findings"`
}

type outputArticle struct {
	Title         string   `json:"title"`
	Authors       []string `json:"authors"`
	Published     string   `json:"published"`
	PublishedFrom string   `json:"published_from"`
	Claims        []struct {
		Text        string   `json:"text"`
		Span        [2]int   `json:"span"`
		Citations   []string `json:"citations"`
		CoveredBy   []string `json:"covered_by"`
		Checkworthy bool     `json:"checkworthy"`
	} `json:"claims"`
	Citations []outputCitation `json:"citations"`
	Markers   []struct {
		Label string `json:"label"`
		Note  string `json:"note"`
		Span  [2]int `json:"span"`
	} `json:"markers"`
	Notes []struct {
		ID       string      `json:"id"`
		Label    string      `json:"label"`
		Kind     string      `json:"kind"`
		Title    string      `json:"title"`
		Date     *outputDate `json:"date"`
		URLs     []string    `json:"urls"`
		RefersTo string      `json:"refers_to"`
	} `json:"notes"`
}

type outputCitation struct {
	ID     string `json:"id"`
	Kind   string `json:"kind"`
	Role   string `json:"role"`
	Class  string `json:"source_class"`
	Span   [2]int `json:"span"`
	Signal string `json:"signal"`
	Outlet *struct {
		ID    string `json:"id"`
		Name  string `json:"name"`
		Match string `json:"match"`
	} `json:"outlet"`
	Date *outputDate `json:"date"`
	URL  string      `json:"url"`
}

type outputDate struct {
	ISO  string `json:"iso"`
	Year string `json:"year"`
}

func (d *outputDate) String() string {
	switch {
	case d == nil:
		return ""
	case d.ISO == "":
		return "n.d."
	case d.Year == "inferred":
		return d.ISO + "?"
	}
	return d.ISO
}

func digestOf(t *testing.T, input string, out []byte) []byte {
	t.Helper()
	source, err := os.ReadFile(input)
	if err != nil {
		t.Fatal(err)
	}
	var o output
	if err := json.Unmarshal(out, &o); err != nil {
		t.Fatal(err)
	}
	d := digest{Published: join(", ", o.Document.Published, o.Document.PublishedFrom), Articles: []digestArticle{}, Findings: []string{}}
	q := quoter(source)
	for i := range o.Articles {
		d.Articles = append(d.Articles, q.article(&o.Articles[i], d.Published))
	}
	for _, f := range o.Findings {
		line := fmt.Sprintf("%s %s@%d: %q: %s", f.Severity, f.Rule, f.Line, q.text(f.Span), f.Message)
		if f.Suggestion != "" {
			line += " → " + f.Suggestion
		}
		if f.Silenced != nil {
			line += " (silenced)"
		}
		d.Findings = append(d.Findings, line)
	}
	return pretty(t, d)
}

func pretty(t *testing.T, v any) []byte {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// quoter gives the bytes of a span of the input.
type quoter []byte

func (q quoter) text(span [2]int) string {
	if span[0] < 0 || span[1] > len(q) || span[0] > span[1] {
		return fmt.Sprintf("no such span %v", span)
	}
	return strings.ToValidUTF8(string(q[span[0]:span[1]]), "\uFFFD")
}

func (q quoter) article(a *outputArticle, published string) digestArticle {
	d := digestArticle{Title: a.Title, Authors: a.Authors, Claims: []digestClaim{}}
	if own := join(", ", a.Published, a.PublishedFrom); own != published {
		d.Published = own
	}
	say, claimed := map[string]string{}, map[string]bool{}
	for i := range a.Citations {
		say[a.Citations[i].ID] = q.citation(&a.Citations[i])
	}
	for _, c := range a.Claims {
		dc := digestClaim{Text: c.Text, Worth: c.Checkworthy}
		if printed := q.text(c.Span); printed != c.Text {
			dc.Printed = printed
		}
		for _, id := range c.Citations {
			dc.Sources = append(dc.Sources, say[id])
			claimed[id] = true
		}
		for _, id := range c.CoveredBy {
			dc.CoveredBy = append(dc.CoveredBy, say[id])
		}
		d.Claims = append(d.Claims, dc)
	}
	for i := range a.Citations {
		if id := a.Citations[i].ID; !claimed[id] {
			d.Unclaimed = append(d.Unclaimed, say[id])
		}
	}
	q.notes(a, &d)
	return d
}

func (q quoter) notes(a *outputArticle, d *digestArticle) {
	labels := map[string]string{"": "no note"}
	for _, n := range a.Notes {
		labels[n.ID] = "note " + n.Label
	}
	for _, m := range a.Markers {
		d.Markers = append(d.Markers, fmt.Sprintf("%s %q → %s", m.Label, q.text(m.Span), labels[m.Note]))
	}
	for _, n := range a.Notes {
		refers := ""
		if n.RefersTo != "" {
			refers = "as " + labels[n.RefersTo]
		}
		d.Notes = append(d.Notes, n.Label+": "+join(", ", append([]string{n.Kind, n.Title, n.Date.String(), refers}, n.URLs...)...))
	}
}

// citation says what a citation was read as. The common kind, role and class go without saying.
func (q quoter) citation(c *outputCitation) string {
	var marks []string
	for _, m := range []struct{ is, common string }{{c.Kind, "inline"}, {c.Role, "source"}, {c.Class, "outlet"}, {c.Signal, ""}} {
		if m.is != m.common {
			marks = append(marks, m.is)
		}
	}
	outlet, match := "no outlet", ""
	if c.Outlet != nil {
		outlet = fmt.Sprintf("%s (%s)", c.Outlet.Name, c.Outlet.ID)
		match = "[" + c.Outlet.Match + "]"
	}
	return join(" ", strings.Join(marks, ", "), outlet, c.Date.String(), match, fmt.Sprintf("%q", q.text(c.Span)), c.URL)
}

// join joins what is not "".
func join(sep string, parts ...string) string {
	var full []string
	for _, p := range parts {
		if p != "" {
			full = append(full, p)
		}
	}
	return strings.Join(full, sep)
}
