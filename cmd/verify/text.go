package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"
)

func newText(s streams) *cobra.Command {
	var set settings
	var clean bool
	c := &cobra.Command{
		Use:   "text FILE…",
		Short: "Print the text that spans refer to",
		Long: `text prints the text that the spans of the other commands count in: of txt and md the file itself, byte for byte.
With --clean, what a reader reads: markup and page furniture gone, broken lines and words whole again, one block a paragraph.`,
		Args: files,
		RunE: func(c *cobra.Command, args []string) error {
			if err := set.check(); err != nil {
				return err
			}
			j := &job{set: set, streams: s}
			for _, name := range args {
				if err := c.Context().Err(); err != nil {
					return err
				}
				notices, err := j.print(c.Context(), name, clean)
				if w := (writeError{}); errors.As(err, &w) {
					return err
				}
				j.say(result{name: name, notices: notices, err: err})
			}
			return j.end(c.Context(), nil)
		},
	}
	c.Flags().BoolVar(&clean, "clean", false, "print what a reader reads")
	set.reading(c)
	return c
}

// print prints one document's text.
func (j *job) print(ctx context.Context, name string, clean bool) (notices []string, err error) {
	t, err := j.read(ctx, name)
	if err != nil {
		return nil, err
	}
	if !clean {
		return t.Notices, writeTo(j.streams.out, string(t.Raw))
	}
	for _, b := range t.Blocks {
		if err := writeTo(j.streams.out, t.Slice(b.Range)+"\n\n"); err != nil {
			return t.Notices, err
		}
	}
	return t.Notices, nil
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
