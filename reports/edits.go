package reports

import (
	"bytes"
	"fmt"
	"html"
	"slices"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"example.org/verify/citations"
	"example.org/verify/citations/text"
	"example.org/verify/score"
)

// certainEdit is a finding's edit where it can be made in the file itself, nil where there is none: its span indexes the file, it rests on
// no guess, nobody has silenced the finding, and what it replaces is no markup. Its text is written as the file writes: its line ends, and
// in HTML its entities.
func certainEdit(t *text.Text, f *score.Finding) *citations.Edit {
	if f.Edit == nil || f.RestsOnGuess || f.Silenced != nil || !inFile(t) {
		return nil
	}
	old := t.Printed(f.Edit.Span)
	if strings.ContainsAny(old, "<>") {
		return nil
	}
	edit := *f.Edit
	if t.Format == "html" {
		if strings.Contains(old, "&") || strings.Contains(edit.Text, "\n") { // an entity, or a break that a browser does not show
			return nil
		}
		edit.Text = html.EscapeString(edit.Text)
	}
	if bytes.Contains(t.Raw, []byte("\r\n")) {
		edit.Text = strings.ReplaceAll(edit.Text, "\n", "\r\n")
	}
	return &edit
}

// CertainEdits lists the edits of a document in the order of their places; of two that touch the same bytes the first.
func CertainEdits(a *score.Analysis) []citations.Edit {
	var all []citations.Edit
	for i := range a.Findings {
		if e := certainEdit(a.Document.Text, &a.Findings[i]); e != nil {
			all = append(all, *e)
		}
	}
	slices.SortStableFunc(all, func(x, y citations.Edit) int { return x.Span.Start - y.Span.Start })
	kept := all[:0]
	for _, e := range all {
		if n := len(kept); n == 0 || e.Span.Start >= kept[n-1].Span.End && e.Span != kept[n-1].Span {
			kept = append(kept, e)
		}
	}
	return kept
}

// Mended is a document's file with edits made in it, which do not overlap and are in order. The bytes around them stay as they are.
func Mended(t *text.Text, edits []citations.Edit) ([]byte, error) {
	out := make([]byte, 0, len(t.Raw)+16*len(edits))
	at := 0
	for _, e := range edits {
		s, err := encoded(t, e.Text)
		if err != nil {
			return nil, err
		}
		out = append(append(out, t.Raw[at:e.Span.Start]...), s...)
		at = e.Span.End
	}
	return append(out, t.Raw[at:]...), nil
}

// encoded is a string as the document's file writes it.
func encoded(t *text.Text, s string) ([]byte, error) {
	var e encoding.Encoding
	switch t.Encoding {
	case "utf-8":
		return []byte(s), nil
	case "utf-16le":
		e = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case "utf-16be":
		e = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	case "utf-32le":
		e = utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)
	case "utf-32be":
		e = utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)
	default:
		var err error
		if e, err = htmlindex.Get(t.Encoding); err != nil {
			return nil, fmt.Errorf("not mended: %w", err)
		}
	}
	b, err := e.NewEncoder().Bytes([]byte(s))
	if err != nil {
		return nil, fmt.Errorf("not mended: %q cannot be written in the file's own charset, %s", s, t.Encoding)
	}
	return b, nil
}
