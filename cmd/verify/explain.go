package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"example.org/verify/citations"
	"example.org/verify/reports"
	"example.org/verify/score"
	"example.org/verify/score/rules"
)

func newExplain(s streams) *cobra.Command {
	var set settings
	c := &cobra.Command{
		Use:   "explain WHAT",
		Short: "Say what a rule or a grade means, or how a claim's score came about",
		Long: `explain says in words and figures what stands behind a result: WHAT is the id of a rule, a grade, or a claim as FILE#a1.c3, whose
score is then worked out line by line.`,
		Example: "  verify explain date.future\n  verify explain B2\n  verify explain article.txt#a1.c3 --published 2018-05-18",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) != 1 {
				return fmt.Errorf("name one thing to explain: a rule (verify rules lists them), a grade such as B2, or a claim as FILE#a1.c3")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return explain(c.Context(), s, set, args[0]) },
	}
	set.register(c)
	return c
}

func explain(ctx context.Context, s streams, set settings, what string) error {
	if file, id, ok := cutClaim(what); ok {
		return explainClaim(ctx, s, set, file, id)
	}
	if letter, digit, ok := cutGrade(what); ok {
		return explainGrade(s.out, letter, digit)
	}
	if r, ok := rules.Find(what); ok {
		return reports.ExplainRule(s.out, &r, layout(s.out))
	}
	return fmt.Errorf("%q is no rule, no grade and no claim; verify rules lists the rules, a claim is written FILE#a1.c3", what)
}

// cutClaim parts "article.txt#a1.c3".
func cutClaim(what string) (file, id string, ok bool) {
	i := strings.LastIndexByte(what, '#')
	if i < 0 {
		return "", "", false
	}
	var a, c int
	n, _ := fmt.Sscanf(what[i+1:], "a%d.c%d", &a, &c)
	return what[:i], what[i+1:], n == 2
}

// explainClaim analyses the file as claims does, records nothing, and works the score of one claim out.
func explainClaim(ctx context.Context, s streams, set settings, file, id string) error {
	set.ledger = "none"
	j, err := newJob(set, s)
	if err != nil {
		return err
	}
	defer j.close()
	a, notices, err := j.claims(ctx, file)
	j.say(result{name: file, notices: notices, err: err})
	if err != nil {
		return j.end(ctx, nil)
	}
	d, _, err := j.desks.of(file)
	if err != nil {
		return err
	}
	env := d.env(a.Document)
	for n := range a.Document.Articles {
		for i := range a.Document.Articles[n].Claims {
			if citations.ClaimID(n, i) == id {
				return reports.ExplainClaim(s.out, a, score.Trace(a.Document, env), env.Weights, n, i, layout(s.out))
			}
		}
	}
	return fmt.Errorf("%s has no claim %s; verify claims %s lists those that it has", file, id, file)
}
