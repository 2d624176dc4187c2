package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"example.org/verify/reports"
)

func newQueries(s streams) *cobra.Command {
	var set settings
	var look lookSettings
	var comments string
	c := &cobra.Command{
		Use:   "queries FILE…",
		Short: "Write what was found as questions to the author",
		Long: `queries writes what check finds as a numbered list of questions to the author, in plain words, by paragraph, in Markdown, ready to be sent.
What is silenced is not asked, and neither is what the desk itself has to settle. With --comments the questions go into a copy of the .docx,
as comments at their places. With --fetch the cited pages are looked up first, and what they have differently is asked too.`,
		Example: "  verify queries article.txt > questions.md\n  verify queries article.docx --comments article-queries.docx",
		Args:    files,
		RunE: func(c *cobra.Command, args []string) error {
			if err := checkComments(comments, args, &set, look.pages); err != nil {
				return err
			}
			j, err := newJob(set, s)
			if err != nil {
				return err
			}
			if over, err := j.lookUpFirst(c.Context(), &look, args); over || err != nil {
				return errors.Join(err, j.close())
			}
			if comments != "" {
				return errors.Join(j.comment(c.Context(), args, comments), j.close())
			}
			err = reports.WriteQueries(ending{c.Context(), s.out}, j.analyses(c.Context(), args))
			return errors.Join(j.end(c.Context(), err), j.close())
		},
	}
	set.register(c)
	look.register(c)
	c.Flags().StringVar(&comments, "comments", "", "write a copy of the .docx to `OUT`, with the questions as comments, and nothing else")
	return c
}

func checkComments(out string, args []string, set *settings, pages string) error {
	if out == "" {
		return nil
	}
	if len(args) > 1 {
		return errors.New("--comments takes one document at a time")
	}
	return set.spare("--comments", out, args, pages)
}

// comment writes a copy of a document with the questions as comments. An error leaves what lay at out before.
func (j *job) comment(ctx context.Context, args []string, out string) error {
	var copied bytes.Buffer
	n := 0
	for a := range j.analyses(ctx, args) {
		var err error
		if n, err = reports.WriteComments(&copied, a, j.set.time); err != nil {
			return fmt.Errorf("--comments: %s: %w", reports.Visible(a.Document.Text.Name), err)
		}
	}
	if j.failed > 0 || ctx.Err() != nil || j.lookups.lost() != nil {
		return j.end(ctx, nil)
	}
	if err := j.deliver("--comments", out, copied.Bytes()); err != nil {
		return err
	}
	if out == "-" {
		return nil
	}
	_, err := fmt.Fprintf(j.streams.out, "%s: %d comments\n", reports.Visible(out), n)
	return err
}
