package main

import (
	"context"
	"errors"
	"fmt"
	"slices"

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
and is not asked again while it is fresh; a run that was stopped goes on where it was. [fetch] settings count only in a file named by
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

// sought is one document on its way.
type sought struct {
	name string
	desk *desk
	doc  *citations.Document
	asks []archives.Question
}

// run reads the documents, says what it may cost to look their sources up, and does it.
func (s *fetchSettings) run(ctx context.Context, st streams, names []string) error {
	if err := s.check(); err != nil {
		return err
	}
	j := &job{set: s.settings, streams: st}
	j.desks = newDesks(&j.set)
	net, err := s.open()
	if err != nil {
		return err
	}
	docs := s.documents(ctx, j, names)
	timeOverMemory()
	var asked []archives.Question
	for _, d := range docs {
		asked = append(asked, d.asks...)
	}
	fmt.Fprintf(st.err, "verify: %s\n", s.sayEstimate(net, asked))
	if !s.estimate {
		err = s.lookUp(ctx, st, net, docs)
	}
	return errors.Join(j.end(ctx, err), net.close())
}

// documents reads them all before anything is sent: the cost of the run is known then.
func (s *fetchSettings) documents(ctx context.Context, j *job, names []string) (docs []*sought) {
	for _, name := range names {
		if ctx.Err() != nil {
			break
		}
		d, notices, err := readSought(ctx, j, name)
		j.say(result{name: name, notices: notices, err: err})
		if err == nil {
			docs = append(docs, d)
		}
	}
	return docs
}

func readSought(ctx context.Context, j *job, name string) (*sought, []string, error) {
	d, notices, err := j.desks.of(name)
	if err != nil {
		return nil, nil, err
	}
	txt, err := j.read(ctx, name)
	if err != nil {
		return nil, notices, err
	}
	doc := citations.Parse(txt, d.options())
	return &sought{name, d, doc, archives.Questions(doc)}, slices.Concat(notices, txt.Notices), nil
}

// lookUp looks everything up and prints what came of it, a document at a time. What was answered before the run was stopped is printed.
func (s *fetchSettings) lookUp(ctx context.Context, st streams, net *network, docs []*sought) error {
	total := 0
	for _, d := range docs {
		total += len(d.asks)
	}
	out, err := newExporter(s.export, net.store)
	if err != nil {
		return err
	}
	p := newCounter(st, total, net.budget)
	sum := fetchSummary{verdicts: map[fetch.Verdict]int{}}
	for _, d := range docs {
		evidence := net.finder(d.desk.registry).All(ctx, d.asks, p.step)
		p.clear()
		for i := range evidence {
			l := d.looked(i, &evidence[i])
			sum.add(l)
			if err := reports.WriteEvidence(st.out, s.format, l); err != nil {
				return err
			}
		}
		if path, err := out.write(ctx, d.name, evidence); err != nil {
			return err
		} else if path != "" {
			fmt.Fprintf(st.err, "verify: %s holds what was answered\n", path)
		}
	}
	sum.say(st.err, net, ctx.Err() != nil)
	return nil
}

// looked is what the report is told of a question.
func (d *sought) looked(i int, ev *fetch.Evidence) *reports.Looked {
	q := &d.asks[i]
	return &reports.Looked{Path: d.name, Article: citations.ArticleID(q.Article), Claim: citations.ClaimID(q.Article, q.Claim),
		Citation: citations.CitationID(q.Article, q.Citation), Raw: q.Raw, Text: q.Text, Address: q.Address, Cited: q.Cited, Evidence: ev, First: i == 0 || d.asks[i-1].Claim != q.Claim || d.asks[i-1].Article != q.Article}
}
