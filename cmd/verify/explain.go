package main

import (
	"context"
	"fmt"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"example.org/verify/citations"
	"example.org/verify/reports"
	"example.org/verify/score"
	"example.org/verify/score/rules"
)

func newExplain(s streams) *cobra.Command {
	var set settings
	var look lookSettings
	c := &cobra.Command{
		Use:   "explain WHAT",
		Short: "Say what a rule or a grade means, or how a claim's score came about",
		Long: `explain says in words and figures what stands behind a result: WHAT is the id of a rule, a grade, a claim as FILE#a1.c3, whose
score is then worked out line by line, or an article as FILE#a1, whose figures are. With --fetch the cited pages are looked up first, as verify claims --fetch does; it has to be given
where the score to be explained rests on them.`,
		Example: "  verify explain date.future\n  verify explain B2\n  verify explain article.txt#a1.c3 --published 2018-05-18",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) != 1 {
				return fmt.Errorf("name one thing to explain: a rule (verify rules lists them), a grade such as B2, or a claim as FILE#a1.c3, an article as FILE#a1")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return explain(c.Context(), s, set, &look, args[0]) },
	}
	c.ValidArgsFunction = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		var words []string
		for _, r := range rules.All() {
			words = append(words, cobra.CompletionWithDesc(r.ID, r.Title))
		}
		return words, cobra.ShellCompDirectiveDefault // or a file
	}
	set.register(c)
	look.register(c)
	return c
}

func explain(ctx context.Context, s streams, set settings, look *lookSettings, what string) error {
	if file, id, ok := cutPlace(what); ok {
		return explainPlace(ctx, s, set, look, file, id)
	}
	if letter, digit, ok := cutGrade(what); ok {
		return explainGrade(s.out, letter, digit)
	}
	if r, ok := rules.Find(what); ok {
		return reports.ExplainRule(s.out, &r, layout(s.out))
	}
	return fmt.Errorf("%q is no rule, no grade and no claim; %sverify rules lists the rules, a claim is written FILE#a1.c3, an article FILE#a1", what, ruleMeant(what))
}

// ruleMeant asks for the rule that was meant by a word that is none; "" where none is near.
func ruleMeant(word string) string {
	var ids []string
	for _, r := range rules.All() {
		ids = append(ids, r.ID)
	}
	return didYouMean(word, ids)
}

// place is a claim, or an article, as they are written: a1.c3, a1.
var place = regexp.MustCompile(`^a[1-9][0-9]*(\.c[1-9][0-9]*)?$`)

// cutPlace parts "article.txt#a1.c3".
func cutPlace(what string) (file, id string, ok bool) {
	i := strings.LastIndexByte(what, '#')
	if i < 0 || !place.MatchString(what[i+1:]) {
		return "", "", false
	}
	return what[:i], what[i+1:], true
}

// explainPlace analyses the file as claims does, records nothing, and works the score of one claim out, or the figures of one article.
func explainPlace(ctx context.Context, s streams, set settings, look *lookSettings, file, id string) error {
	set.ledger = "none"
	j, err := newJob(set, s)
	if err != nil {
		return err
	}
	defer func() { _ = j.close() }() // it records nothing
	if over, err := j.lookUpFirst(ctx, look, []string{file}); over || err != nil {
		return err
	}
	r := j.claims(ctx, file)
	if err := j.lookups.lost(); err != nil {
		return err
	}
	j.say(r)
	if r.err != nil {
		return j.end(ctx, nil)
	}
	a := r.analysis
	d, _, err := j.desks.of(file)
	if err != nil {
		return err
	}
	env := d.env(rules.FindEvents(a.Document))
	if a.Answers != nil {
		env.Gather(a.Document, a.Answers)
	}
	trail := score.Trace(a.Document, env)
	for n := range a.Document.Articles {
		if citations.ArticleID(n) == id {
			return reports.ExplainArticle(s.out, a, trail, n, layout(s.out))
		}
		for i := range a.Document.Articles[n].Claims {
			if citations.ClaimID(n, i) == id {
				return reports.ExplainClaim(s.out, a, trail, env.Weights, n, i, layout(s.out))
			}
		}
	}
	return fmt.Errorf("%s has no %s; verify claims %s lists the claims that it has", file, id, file)
}
