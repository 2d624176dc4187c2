package html

import (
	"bytes"
	"encoding/base64"
	"encoding/csv"
	"html/template"
	"strconv"
	"strings"
	"unicode/utf8"
)

// csvLink is the source table as a link that holds it: the page has no server to ask. The bytes are base64, so that nothing in them can
// be taken for a part of the address.
func (s *sources) csvLink() template.URL {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Write([]string{"source", "printed_as", "country", "kind", "owner", "control", "letter", "rated_by", "citations", "not_standing", "named_as_speaking",
		"first_date", "last_date", "evidence"})
	for _, r := range s.list {
		last := r.Last.ISO
		if last == "" {
			last = r.First.ISO
		}
		row := []string{r.Name, r.Printed, r.Code, r.Kind, r.Owner, r.Control, r.Letter, r.RatedBy, strconv.Itoa(r.Citations), strconv.Itoa(r.Fallen),
			strconv.Itoa(r.Quoted), r.First.ISO, last, r.Evidence}
		for i := range row {
			row[i] = harmless(row[i])
		}
		w.Write(row)
	}
	w.Flush() // to a buffer: it cannot fail
	return template.URL("data:text/csv;charset=utf-8;base64," + base64.StdEncoding.EncodeToString(b.Bytes()))
}

// harmless guards a cell that a spreadsheet would run as a formula with an apostrophe:
// https://owasp.org/www-community/attacks/CSV_Injection (read 2026-11-26).
func harmless(cell string) string {
	if r, _ := utf8.DecodeRuneInString(cell); cell != "" && strings.ContainsRune("=+-@＝＋－＠", r) {
		return "'" + cell
	}
	return cell
}
