package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"example.org/verify/citations/dates"
	"example.org/verify/fetch/page"
	"example.org/verify/fetch/support"
	"example.org/verify/reports"
)

func newSupport(s streams) *cobra.Command {
	var set pageSettings
	var claim support.Claim
	var cited string
	c := &cobra.Command{
		Use:   "support --claim TEXT FILE|URL…",
		Short: "Say how a claim is judged by a web page",
		Long: `support reads web pages, saved or from the web, and says of each whether it carries a claim: each check by itself (date, quotations, figures, negation,
names, words), the best passage, and the verdict. It compares letters, not meanings: what it calls supported can be read in the
passage. PDF, Word and OpenDocument files are read as pages too. - is standard input. A URL is asked for as verify fetch does it; one
that is gone, blocked or unreachable has that verdict.`,
		Example: `  verify support --claim "Gunmen killed 18 civilians near Sebha" --cited 2018-05-14 saved/*.html`,
		Args:    files,
		RunE: func(c *cobra.Command, args []string) (err error) {
			if claim.Text == "" {
				return errors.New("no claim is given; write it as --claim TEXT")
			}
			if claim.Cited, err = dates.ParseISO(cited); err != nil {
				return fmt.Errorf("--cited: %w", err)
			}
			set.verdict = true
			return set.each(c.Context(), s, args, func(r *readPage) error {
				if r.gone != nil {
					return reports.WriteSupport(s.out, set.format, r.name, claim.Text, &page.Page{}, *r.gone)
				}
				return reports.WriteSupport(s.out, set.format, r.name, claim.Text, r.page, support.Judge(claim, r.page))
			})
		},
	}
	set.register(c)
	f := c.Flags()
	f.StringVar(&claim.Text, "claim", "", "the `TEXT` that the page is asked for")
	f.StringVar(&cited, "cited", "", "the `DATE` that the citation gives, as 2018-05-18")
	f.StringVar(&claim.Language, "language", "", "the `LANGUAGE` of the claim, as en; told from its words if it is not given")
	return c
}
