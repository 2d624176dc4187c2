package reports

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"iter"
	"strings"

	"example.org/verify/citations"
	"example.org/verify/citations/text"
	"example.org/verify/score"
)

// WriteDiff writes the certain mends of the documents as unified diffs, which patch -p0 and git apply -p0 take, and counts what was found in c.
// The bytes are the files' own, whatever their charset and line ends.
func WriteDiff(w io.Writer, docs iter.Seq[*score.Analysis], c *Check) error {
	b := bufio.NewWriter(w)
	for a := range c.counting(docs) {
		hunks, err := hunksOf(a.Document.Text, CertainEdits(a))
		if err != nil {
			return err
		}
		if len(hunks) > 0 {
			name := diffName(a.Document.Text.Name)
			fmt.Fprintf(b, "--- %s\n+++ %s\n", name, name)
		}
		for _, h := range hunks {
			b.Write(h)
		}
		if err := b.Flush(); err != nil {
			return err
		}
	}
	return nil
}

// around is how many lines stand around a change.
const around = 3

// change replaces lines [from, to) of a file.
type change struct {
	from, to int
	lines    [][]byte // with their ends
}

// hunksOf turns edits into the hunks of a diff.
func hunksOf(t *text.Text, edits []citations.Edit) ([][]byte, error) {
	old := bytes.SplitAfter(t.Raw, []byte("\n"))
	if last := len(old) - 1; len(old[last]) == 0 {
		old = old[:last]
	}
	changes, err := changesOf(t, old, edits)
	if err != nil {
		return nil, err
	}
	var hunks [][]byte
	shift := 0 // how many lines the changes before have added
	for len(changes) > 0 {
		n := 1
		for n < len(changes) && changes[n].from-changes[n-1].to <= 2*around {
			n++
		}
		hunk, added := hunkOf(old, changes[:n], shift)
		hunks = append(hunks, hunk)
		shift += added
		changes = changes[n:]
	}
	return hunks, nil
}

// changesOf turns edits into changes of lines. Edits of one line are one change.
func changesOf(t *text.Text, old [][]byte, edits []citations.Edit) ([]change, error) {
	var changes []change
	line, start := 0, 0 // the line at hand, and where it begins
	for len(edits) > 0 {
		for line < len(old)-1 && start+len(old[line]) <= edits[0].Span.Start {
			start += len(old[line])
			line++
		}
		to, end, n := line+1, start+len(old[line]), 0
		for n < len(edits) && (edits[n].Span.Start < end || to == len(old)) {
			for ; to < len(old) && end <= edits[n].Span.End; to++ { // a line whose end is taken out goes on with the next
				end += len(old[to])
			}
			n++
		}
		lines, err := mendedLines(t, start, end, edits[:n])
		if err != nil {
			return nil, err
		}
		changes = append(changes, trimmed(old, change{line, to, lines}))
		for ; line < to; line++ {
			start += len(old[line])
		}
		edits = edits[n:]
	}
	return changes, nil
}

// mendedLines are the bytes [start, end) of a file with edits made in them, as lines.
func mendedLines(t *text.Text, start, end int, edits []citations.Edit) ([][]byte, error) {
	part := &text.Text{Encoding: t.Encoding, Raw: t.Raw[start:end]}
	shifted := make([]citations.Edit, len(edits))
	for i, e := range edits {
		shifted[i] = citations.Edit{Span: citations.Span{Start: e.Span.Start - start, End: e.Span.End - start}, Text: e.Text}
	}
	mended, err := Mended(part, shifted)
	lines := bytes.SplitAfter(mended, []byte("\n"))
	if last := len(lines) - 1; len(lines[last]) == 0 {
		lines = lines[:last]
	}
	return lines, err
}

// trimmed takes lines off a change that stay as they are.
func trimmed(old [][]byte, c change) change {
	for c.from < c.to && len(c.lines) > 0 && bytes.Equal(old[c.to-1], c.lines[len(c.lines)-1]) {
		c.to--
		c.lines = c.lines[:len(c.lines)-1]
	}
	for c.from < c.to && len(c.lines) > 0 && bytes.Equal(old[c.from], c.lines[0]) {
		c.from++
		c.lines = c.lines[1:]
	}
	return c
}

// hunkOf writes changes that lie together, with the lines around them. added is how many lines there are more than before.
func hunkOf(old [][]byte, changes []change, shift int) (hunk []byte, added int) {
	from, to := max(0, changes[0].from-around), min(len(old), changes[len(changes)-1].to+around)
	var body bytes.Buffer
	at := from
	for _, c := range changes {
		putLines(&body, ' ', old[at:c.from])
		putLines(&body, '-', old[c.from:c.to])
		putLines(&body, '+', c.lines)
		added += len(c.lines) - (c.to - c.from)
		at = c.to
	}
	putLines(&body, ' ', old[at:to])
	head := fmt.Sprintf("@@ -%s +%s @@\n", lineRange(from, to-from), lineRange(from+shift, to-from+added))
	return append([]byte(head), body.Bytes()...), added
}

// lineRange is "first,number" as diff counts: lines from 1, an empty range by the line before it.
func lineRange(from, n int) string {
	if n > 0 {
		from++
	}
	return fmt.Sprintf("%d,%d", from, n)
}

func putLines(b *bytes.Buffer, sign byte, lines [][]byte) {
	for _, l := range lines {
		b.WriteByte(sign)
		b.Write(l)
		if !bytes.HasSuffix(l, []byte("\n")) {
			b.WriteString("\n\\ No newline at end of file\n")
		}
	}
}

// diffName is a file's name in a diff: with a tab behind it where it holds a blank, in quotes where it holds what would end it, as GNU diff
// and git write it.
func diffName(name string) string {
	switch {
	case strings.ContainsFunc(name, func(r rune) bool { return r < ' ' || r == 0x7F || r == '"' || r == '\\' }):
		return quotedName(name)
	case strings.Contains(name, " "):
		return name + "\t"
	}
	return name
}

func quotedName(name string) string {
	var b strings.Builder
	b.WriteByte('"')
	for i := range len(name) {
		switch c := name[i]; {
		case c == '"' || c == '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
		case c < ' ' || c == 0x7F:
			fmt.Fprintf(&b, `\%03o`, c)
		default:
			b.WriteByte(c)
		}
	}
	b.WriteByte('"')
	return b.String()
}
