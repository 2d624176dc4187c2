package reports

import (
	"strings"
	"unicode/utf8"

	"example.org/verify/citations"
	"example.org/verify/citations/text"
)

// excerpt is the part of a source line that a span stands in, fit for a terminal: what stands before the span, the span as far as it
// lies in that line, and what follows it.
type excerpt struct{ before, marked, after string }

// excerptOf cuts the line around a span to w columns. It looks no further than it prints, so that the findings of a document in one
// long line take no longer than others.
func excerptOf(t *text.Text, s citations.Span, w int) excerpt {
	reach := 4*w + 64 // bytes; a column is at most four, marks aside
	from, to := whole(t, max(0, s.Start-reach)), whole(t, min(len(t.Raw), s.Start+reach))
	to = max(to, s.Start) // bytes that are no text have no characters
	end := max(s.Start, min(whole(t, s.End), to))
	before := t.Printed(citations.Span{Start: from, End: s.Start})
	if i := strings.LastIndexAny(before, "\n\r"); i >= 0 {
		before = before[i+1:]
	}
	x := excerpt{before: strings.TrimLeft(Visible(before), " ")}
	marked, more := firstLine(t.Printed(citations.Span{Start: s.Start, End: end}))
	x.marked = Visible(marked)
	if !more {
		after, _ := firstLine(t.Printed(citations.Span{Start: end, End: to}))
		x.after = strings.TrimRight(Visible(after), " ")
	}
	return x.cut(w)
}

// whole moves an offset back to where a character begins.
func whole(t *text.Text, at int) int {
	if t.Encoding != "utf-8" { // Printed finds the character itself
		return at
	}
	for at > 0 && at < len(t.Raw) && !utf8.RuneStart(t.Raw[at]) {
		at--
	}
	return at
}

// firstLine cuts s at its first line end; more says that there was one.
func firstLine(s string) (line string, more bool) {
	if i := strings.IndexAny(s, "\n\r"); i >= 0 {
		return s[:i], true
	}
	return s, false
}

// cut shortens what stands around the span, and the span itself if it alone is too wide, to w columns in all.
func (x excerpt) cut(w int) excerpt {
	if most := w * 2 / 3; columns(x.marked) > most {
		x.marked, x.after = cutRight(x.marked, most), ""
	}
	room := w - max(1, columns(x.marked)) // an empty span has a caret, too
	before, after := columns(x.before), columns(x.after)
	if before+after <= room {
		return x
	}
	left := min(before, max(room/2, room-after))
	x.before = cutLeft(x.before, left)
	x.after = cutRight(x.after, room-left)
	return x
}

// caret is the line under the excerpt.
func (x excerpt) caret() string {
	return strings.Repeat(" ", columns(x.before)) + strings.Repeat("^", max(1, columns(x.marked)))
}
