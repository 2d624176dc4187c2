package reports

import (
	"encoding/csv"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"

	"example.org/verify/citations"
	"example.org/verify/score"
)

// csvHeader names the columns of the CSV report: one row a citation, in document order; a claim without any has no row. Columns are
// added at the end, never renamed or moved.
var csvHeader = []string{
	"document", "article", "article_title", "article_published",
	"citation", "kind", "role", "source_class", "raw", "line", "column", "start", "end", // as in the JSON; start and end in bytes
	"outlet_id", "outlet", "printed", "match", "confidence",
	"date", "date_printed", "year", // EDTF; year: stated, inferred or none
	"note", "url",
	"claims",     // ids of the claims that it is given for, parted by blanks
	"claim_text", // of the first of them
	"claim_outlets", "claim_origins", "claim_corroboration", "claim_grade",
}

// csvFound are the columns behind those of csvHeader where cited pages were looked up. The citation's own are as in `evidence` of the JSON.
var csvFound = []string{"verdict", "verdict_why", "page", "page_title", "page_date", "capture", "captured_days_after", "passage",
	"verdicts"} // for each of claims, in their order, parted by semicolons

// writeCSV writes UTF-8 with a header, as RFC 4180 says but for line ends of LF alone.
func writeCSV(w io.Writer, docs iter.Seq[*score.Analysis], o Options) error {
	c := csv.NewWriter(w)
	header := csvHeader
	if o.Fetched {
		header = slices.Concat(csvHeader, csvFound)
	}
	if err := c.Write(header); err != nil {
		return err
	}
	for a := range docs {
		for i := range a.Document.Articles {
			if err := csvArticle(c, a, i, o.Fetched); err != nil {
				return err
			}
		}
		if c.Flush(); c.Error() != nil {
			return c.Error()
		}
	}
	c.Flush()
	return c.Error()
}

func csvArticle(c *csv.Writer, a *score.Analysis, n int, fetched bool) error {
	art := &a.Document.Articles[n]
	claims := claimsOf(art)
	for i := range art.Citations {
		row := []string{a.Document.Text.Name, citations.ArticleID(n), art.Title, art.Published.ISO()}
		row = append(row, csvCitation(a, n, i)...)
		row = append(row, csvClaims(a, n, claims[i])...)
		if fetched {
			row = append(row, csvEvidence(&art.Citations[i], a.AnswersTo(n, i))...)
		}
		for x := range row {
			row[x] = harmless(row[x])
		}
		if err := c.Write(row); err != nil {
			return err
		}
	}
	return nil
}

// claimsOf lists for each citation of an article the claims that it is given for.
func claimsOf(art *citations.Article) [][]int {
	claims := make([][]int, len(art.Citations))
	for i := range art.Claims {
		for _, k := range art.Claims[i].Citations {
			claims[k] = append(claims[k], i)
		}
	}
	return claims
}

func csvCitation(a *score.Analysis, n, i int) []string {
	k := &a.Document.Articles[n].Citations[i]
	p := a.Document.Text.Position(k.Span.Start)
	row := []string{citations.CitationID(n, i), k.Kind.String(), k.Role.String(), k.Class.String(), k.Raw,
		strconv.Itoa(p.Line), strconv.Itoa(p.Column), strconv.Itoa(k.Span.Start), strconv.Itoa(k.Span.End)}
	row = append(row, csvOutlet(k)...)
	if k.Date != nil {
		row = append(row, k.Date.ISO(), k.Date.Printed, k.Date.Year.String())
	} else {
		row = append(row, "", "", "")
	}
	note := ""
	if k.Note >= 0 {
		note = citations.NoteID(n, k.Note)
	}
	return append(row, note, k.URL)
}

// csvOutlet gives a source without an outlet by the name that it bears in the text.
func csvOutlet(k *citations.Citation) []string {
	o := k.Outlet
	if o == nil {
		return []string{"", k.Named, k.Named, "", ""}
	}
	return []string{o.ID, o.Name, o.Printed, o.How, strconv.FormatFloat(o.Confidence, 'f', -1, 64)}
}

func csvClaims(a *score.Analysis, n int, claims []int) []string {
	if len(claims) == 0 {
		return make([]string, 6)
	}
	ids := make([]string, len(claims))
	for i, c := range claims {
		ids[i] = citations.ClaimID(n, c)
	}
	s := &a.Articles[n].Claims[claims[0]]
	return []string{strings.Join(ids, " "), a.Document.Articles[n].Claims[claims[0]].Text,
		strconv.Itoa(s.Outlets), strconv.Itoa(s.Counts.Origins), strconv.Itoa(s.Corroboration), s.Grade}
}

// csvEvidence gives what was found for a citation, in the order of csvFound.
func csvEvidence(c *citations.Citation, asked []*score.Answer) []string {
	best := score.Telling(asked)
	if best == nil {
		return make([]string, len(csvFound))
	}
	ev, days := best.Evidence, ""
	if n, ok := daysAfter(ev, cited(c)); ok {
		days = strconv.Itoa(n)
	}
	verdicts := make([]string, len(asked))
	for i, a := range asked {
		verdicts[i] = string(a.Evidence.Verdict)
	}
	return []string{string(ev.Verdict), ev.Why, ev.Page, ev.Title, ev.Day, ev.Capture, days, ev.Passage, strings.Join(verdicts, "; ")}
}

// Harmless is what a cell of CSV says for a text: control characters made visible, and an apostrophe before what a spreadsheet would run as a formula.
func Harmless(cell string) string { return harmless(cell) }

// harmless makes control characters visible and guards a cell that a spreadsheet would run as a formula with an apostrophe, as
// https://owasp.org/www-community/attacks/CSV_Injection advises (read 2026-11-26).
func harmless(cell string) string {
	cell = Visible(cell)
	if cell != "" && strings.ContainsRune("=+-@＝＋－＠", firstRune(cell)) {
		return "'" + cell
	}
	return cell
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}
