package reports

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"example.org/verify/fetch/page"
)

// pageLine is one page as `verify page --format jsonl` prints it, one a line. Fields are added, never renamed. An unknown value is null, a
// list never is.
type pageLine struct {
	Schema     string     `json:"schema"` // verify/page/1
	Path       string     `json:"path"`
	URL        *string    `json:"url"`
	Kind       string     `json:"kind"` // article, index, paywall, soft-404, consent, login, parked, redirect, empty
	Why        *string    `json:"why"`
	Title      *string    `json:"title"`
	Authors    []string   `json:"authors"`
	Site       *string    `json:"site"`
	Date       *pageDate  `json:"date"`
	Modified   *string    `json:"modified"`
	Canonical  *string    `json:"canonical"`
	Language   *string    `json:"language"`
	Charset    string     `json:"charset"`
	Credit     *pageMaker `json:"credit"`
	Correction *string    `json:"correction"`
	Paywall    *string    `json:"paywall"`
	Summary    *string    `json:"summary"`
	Text       string     `json:"text"` // paragraphs, one a line
	Notices    []string   `json:"notices"`
}

type pageDate struct {
	ISO       string `json:"iso"`
	How       string `json:"how"` // url, json-ld, meta, time, text
	Where     string `json:"where"`
	Printed   string `json:"printed"`
	Certainty string `json:"certainty"` // stated; weak: nothing calls it the day of publication; change: only the last change is stated
}

type pageMaker struct {
	Agency *string `json:"agency"` // id in the registry
	Name   string  `json:"name"`
	How    string  `json:"how"` // dateline, credit line, author, json-ld, meta
}

// WritePage writes what was read from a page, as "text" or as a JSON line.
func WritePage(w io.Writer, format, path string, p *page.Page) error {
	if format == "text" {
		return writePageText(w, path, p)
	}
	line := pageLine{
		Schema: "verify/page/1", Path: path, URL: orNone(p.URL), Kind: string(p.Kind), Why: orNone(p.Why), Title: orNone(p.Title), Authors: append([]string{}, p.Authors...),
		Site: orNone(p.Site), Modified: orNone(p.Modified), Canonical: orNone(p.Canonical), Language: orNone(p.Language), Charset: p.Charset, Correction: orNone(p.Correction),
		Paywall: orNone(p.Paywall), Summary: orNone(p.Summary), Text: p.Text(), Notices: append([]string{}, p.Notices...),
	}
	if p.Date.ISO != "" {
		line.Date = &pageDate{p.Date.ISO, string(p.Date.How), p.Date.Where, p.Date.Printed, certainty(p.Date)}
	}
	if p.Credit.Name != "" {
		line.Credit = &pageMaker{orNone(p.Credit.Agency), p.Credit.Name, p.Credit.How}
	}
	return writeLine(w, line)
}

// writeLine writes a value as one line of JSON.
func writeLine(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

func orNone(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func certainty(d page.Date) string {
	switch {
	case d.Modified:
		return "change"
	case d.Weak:
		return "weak"
	}
	return "stated"
}

// certaintySaid are the words for a certainty that a person should know of.
var certaintySaid = map[string]string{"stated": "", "weak": "; nothing calls it the day of publication", "change": "; only the last change is stated"}

func writePageText(w io.Writer, path string, p *page.Page) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", Visible(path))
	add := func(label, value string) {
		if value != "" {
			fmt.Fprintf(&b, "  %-11s %s\n", label, Visible(value))
		}
	}
	add("kind", joinWhy(string(p.Kind), p.Why))
	add("title", p.Title)
	add("by", strings.Join(p.Authors, ", "))
	add("site", p.Site)
	add("published", publishedSaid(p.Date))
	add("changed", p.Modified)
	add("address", p.Canonical)
	add("credit", creditSaid(p.Credit))
	add("correction", p.Correction)
	add("paywall", p.Paywall)
	add("language", p.Language)
	for _, n := range p.Notices {
		add("note", n)
	}
	for _, block := range p.Blocks {
		fmt.Fprintf(&b, "\n%s\n", Visible(block.Text))
	}
	b.WriteString("\n")
	_, err := io.WriteString(w, b.String())
	return err
}

func joinWhy(what, why string) string {
	if why == "" {
		return what
	}
	return what + ": " + why
}

func publishedSaid(d page.Date) string {
	if d.ISO == "" {
		return "no date found"
	}
	return fmt.Sprintf("%s (%s: %s%s)", d.ISO, d.How, d.Where, certaintySaid[certainty(d)])
}

func creditSaid(c page.Credit) string {
	if c.Name == "" {
		return ""
	}
	s := c.Name
	if c.Agency != "" && !strings.EqualFold(c.Agency, c.Name) {
		s += " = " + c.Agency
	}
	return s + " (" + c.How + ")"
}
