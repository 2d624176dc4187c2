package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"example.org/verify/citations"
	"example.org/verify/fetch"
	"example.org/verify/fetch/archives"
	"example.org/verify/reports"
)

func newFetch(s streams) *cobra.Command {
	var set fetchSettings
	c := &cobra.Command{
		Use:   "fetch FILE…",
		Short: "Look the cited pages up, and say what they carry of the claims",
		Long: `fetch looks up each source of each claim: at the address that is given, else in the outlet's own archive of the cited day or its sitemaps,
else among what the Wayback Machine captured of the outlet in that month, or of its home page on that day, and in the archives of [fetch]
timegates. It prints the verdict with the best passage, and for what was not found the reason of each resolver. It compares letters,
not meanings: what it calls supported can be read in the passage.

It sends requests to the outlets and to the archive, which tells them what is being checked, and the contact that is given. robots.txt is
obeyed, a host is asked one thing at a time, and only public addresses are reached, beside those that you allow. What was answered is kept,
and is not asked again while it is fresh; a run that was stopped goes on where it was. What was found is recorded in the ledger, as verify claims --fetch records it. [fetch] settings count only in a file named by
--config or in your own configuration folder.`,
		Example: `  verify fetch article.txt --estimate
  verify fetch article.txt --contact desk@example.org --budget 200
  verify fetch article.txt --offline --format jsonl
  verify fetch article.txt --offline --export evidence/`,
		Args: files,
		RunE: func(c *cobra.Command, args []string) error { return set.run(c.Context(), s, args) },
	}
	set.register(c)
	return c
}

// run looks the documents' sources up on the way on which claims --fetch does, and prints what they came to instead of what claims prints.
func (s *fetchSettings) run(ctx context.Context, st streams, names []string) error {
	if err := checkLineFormat(s.format); err != nil {
		return err
	}
	j, err := newJob(s.settings, st)
	if err != nil {
		return err
	}
	look := lookSettings{netSettings: s.netSettings, fetch: true, estimate: s.estimate}
	if over, err := j.lookUpFirst(ctx, &look, names); over || err != nil {
		return errors.Join(err, j.close())
	}
	out, err := newExporter(s.export, j.lookups.net.store, func(path string) error { return s.spare("--export:", path, names, s.pages) })
	if err != nil {
		return errors.Join(err, j.close())
	}
	p := evidencePrinter{format: s.format, streams: st, sum: &j.lookups.sum, export: out}
	j.lookups.show = p.print
	for range j.analyses(ctx, names) {
		if p.err != nil {
			break
		}
	}
	return errors.Join(j.end(ctx, p.err), j.close())
}

// evidencePrinter prints what the sources of each document came to, before the document is recorded: also where the run is stopped meanwhile.
type evidencePrinter struct {
	format  string
	streams streams
	sum     *fetchSummary
	export  *exporter
	err     error // the first; it ends the run
}

func (p *evidencePrinter) print(ctx context.Context, name string, asks []archives.Question, evidence []fetch.Evidence) {
	for i := range evidence {
		l := looked(name, asks, i, &evidence[i])
		p.sum.miss(l)
		if p.err == nil {
			p.err = reports.WriteEvidence(p.streams.out, p.format, l)
		}
	}
	if p.err != nil {
		return
	}
	path, err := p.export.write(ctx, name, evidence)
	if p.err = err; path != "" && err == nil {
		fmt.Fprintf(p.streams.err, "verify: %s holds what was answered\n", path)
	}
}

// looked is what the report is told of a question.
func looked(name string, asks []archives.Question, i int, ev *fetch.Evidence) *reports.Looked {
	q := &asks[i]
	return &reports.Looked{Path: name, Article: citations.ArticleID(q.Article), Claim: citations.ClaimID(q.Article, q.Claim), Citation: citations.CitationID(q.Article, q.Citation),
		Raw: q.Raw, Text: q.Text, Address: q.Address, Cited: q.Cited, Evidence: ev, First: i == 0 || asks[i-1].Claim != q.Claim || asks[i-1].Article != q.Article}
}
