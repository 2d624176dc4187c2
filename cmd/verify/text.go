package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"example.org/verify/citations/text"
	"example.org/verify/reports"
)

func newText(s streams) *cobra.Command {
	var set settings
	var clean, places bool
	c := &cobra.Command{
		Use:   "text FILE…",
		Short: "Print the text that spans refer to",
		Long: `text prints the text that the spans of the other commands count in: of txt and md the file itself, byte for byte.
With --clean, what a reader reads: markup and page furniture gone, broken lines and words whole again, one block a paragraph.
With --map, where each block stands, a line a block: first byte, the byte behind the last, line:column, page:line on paper ("-" where the
format has no pages), paragraph ("-" where it counts none) and the block, set apart by tabs.`,
		Example: `  verify text paper.pdf
  verify text --clean notes.docx
  verify text --map paper.pdf | cut -f 4,6`,
		Args: files,
		RunE: func(c *cobra.Command, args []string) error {
			if err := set.check(); err != nil {
				return err
			}
			if clean && places {
				return errors.New("--clean and --map exclude each other; leave one out")
			}
			j := &job{set: set, streams: s}
			for _, name := range args {
				if err := c.Context().Err(); err != nil {
					return err
				}
				notices, err := j.print(c.Context(), name, view(clean, places))
				if w := (writeError{}); errors.As(err, &w) {
					return err
				}
				if err != nil && c.Context().Err() != nil {
					return err
				}
				j.say(result{name: name, notices: notices, err: err})
			}
			return j.end(c.Context(), nil)
		},
	}
	c.Flags().BoolVar(&clean, "clean", false, "print what a reader reads")
	c.Flags().BoolVar(&places, "map", false, "print where each block of it stands")
	set.reading(c)
	return c
}

// print prints one document's text as a view shows it.
func (j *job) print(ctx context.Context, name string, show func(*text.Text) iter.Seq[string]) (notices []string, err error) {
	t, err := j.read(ctx, name)
	if err != nil {
		return nil, err
	}
	for s := range show(t) {
		if err := writeTo(j.streams.out, s); err != nil {
			return t.Notices, err
		}
	}
	return t.Notices, nil
}

// view is what text prints of a document, piece by piece.
func view(clean, places bool) func(*text.Text) iter.Seq[string] {
	switch {
	case clean:
		return func(t *text.Text) iter.Seq[string] {
			return blocks(t, func(b text.Block) string { return t.Slice(b.Range) + "\n\n" })
		}
	case places:
		return func(t *text.Text) iter.Seq[string] {
			return blocks(t, func(b text.Block) string { return mapLine(t, b) })
		}
	}
	return func(t *text.Text) iter.Seq[string] {
		return func(yield func(string) bool) { yield(string(t.Raw)) }
	}
}

func blocks(t *text.Text, say func(text.Block) string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, b := range t.Blocks {
			if !yield(say(b)) {
				return
			}
		}
	}
}

// mapLine is the line of text --map about a block.
func mapLine(t *text.Text, b text.Block) string {
	span := t.Source(b.Range)
	at := t.Position(span.Start)
	paper, paragraph := "-", "-"
	if page, line := t.Page(span.Start); page > 0 {
		paper = fmt.Sprintf("%d:%d", page, line)
	}
	if n := t.Paragraph(span.Start); n > 0 {
		paragraph = strconv.Itoa(n)
	}
	line := strings.Join(strings.Fields(reports.Visible(t.Slice(b.Range))), " ")
	return fmt.Sprintf("%d\t%d\t%d:%d\t%s\t%s\t%s\n", span.Start, span.End, at.Line, at.Column, paper, paragraph, line)
}

// writeError tells what cannot be written from what cannot be read.
type writeError struct{ error }

func (e writeError) Unwrap() error { return e.error }

func writeTo(w io.Writer, s string) error {
	if _, err := io.WriteString(w, s); err != nil {
		return writeError{fmt.Errorf("write the text: %w", err)}
	}
	return nil
}
