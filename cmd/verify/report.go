package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"example.org/verify/reports"
	"example.org/verify/reports/html"
	"example.org/verify/score"
)

func newReport(s streams) *cobra.Command {
	var set settings
	var look lookSettings
	var out, by string
	c := &cobra.Command{
		Use:   "report FILE… -o OUT",
		Short: "Write the HTML report: one file to send on",
		Long: `report reads articles as claims does and writes one HTML page: the verdict, the article with every claim marked, its sources, pictures,
findings. The page needs no network and runs nothing but its own script. Several documents have an index in front. - is standard input, and
-o - is standard output. What it finds is recorded in the ledger. With --fetch it looks the cited pages up first, as verify claims --fetch does.`,
		Example: "  verify report article.txt --published 2018-05-18 -o report.html",
		Args:    files,
		RunE: func(c *cobra.Command, args []string) error {
			if out == "" {
				return errors.New("no output is named; add -o report.html, or -o - for standard output")
			}
			if err := set.spare("-o", out, args, look.pages); err != nil {
				return err
			}
			j, err := newJob(set, s)
			if err != nil {
				return err
			}
			if over, err := j.lookUpFirst(c.Context(), &look, args); over || err != nil {
				return errors.Join(err, j.close())
			}
			return errors.Join(j.report(c.Context(), args, out, by), j.close())
		},
	}
	set.register(c)
	look.register(c)
	c.Flags().StringVarP(&out, "output", "o", "", "write the page to the file `OUT`, - for standard output")
	c.Flags().StringVar(&by, "by", "", "`NAME` of whoever checked, for the head of the page")
	return c
}

// report writes the page once all of it is there: a run that fails, or in which no file could be read, leaves what lay at out before.
func (j *job) report(ctx context.Context, args []string, out, by string) error {
	var page bytes.Buffer
	o := j.layout(j.streams.out)
	o.HTML.By, o.HTML.Context = by, ctx
	err := reports.Write(&page, "html", j.analyses(ctx, args), o)
	if end := j.end(ctx, err); j.done == 0 || err != nil || ctx.Err() != nil || j.lookups.lost() != nil {
		return end
	}
	if err := j.deliver("-o", out, page.Bytes()); err != nil {
		return err
	}
	return j.end(ctx, nil)
}

// deliver writes what goes to the file that an option names, - for standard output.
func (j *job) deliver(option, out string, content []byte) error {
	write := func(w io.Writer) error { _, err := w.Write(content); return err }
	if out == "-" {
		if err := write(j.streams.out); err != nil {
			return fmt.Errorf("write the report: %w", err)
		}
		return nil
	}
	if err := writeNamed(out, 0o666, write); err != nil {
		return fmt.Errorf("%s %s: %w", option, out, err)
	}
	return nil
}

// layout is how a report is laid out on an output, and what a page tells about the check.
func (j *job) layout(out io.Writer) reports.Options {
	o := layout(out)
	o.Fetched = j.lookups != nil
	o.HTML = html.Options{Version: version, Now: j.set.time, About: j.about}
	return o
}

// about is what the desk of a document brought to its check.
func (j *job) about(a *score.Analysis) html.About {
	d, _, err := j.desks.of(a.Document.Text.Name)
	if err != nil { // it was read when the document was
		return html.About{}
	}
	return html.About{Policy: d.file.path, Ratings: d.ratings(), Owners: d.registry}
}
