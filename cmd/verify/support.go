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
		Use:   "support --claim TEXT FILE…",
		Short: "Say how a claim is judged by a saved page",
		Long: `support reads saved web pages and says of each whether it carries a claim: each check by itself (date, quotations, figures, negation,
names, words), the best passage, and the verdict. It compares letters, not meanings: what it calls supported can be read in the
passage. - is standard input.`,
		Example: `  verify support --claim "Gunmen killed 18 civilians near Sebha" --cited 2018-05-14 saved/*.html`,
		Args:    files,
		RunE: func(c *cobra.Command, args []string) (err error) {
			if claim.Text == "" {
				return errors.New("no claim is given; write it as --claim TEXT")
			}
			if claim.Cited, err = dates.ParseISO(cited); err != nil {
				return fmt.Errorf("--cited: %w", err)
			}
			return set.each(c.Context(), s, args, func(name string, p *page.Page) error {
				return reports.WriteSupport(s.out, set.format, name, claim.Text, p, support.Judge(claim, p))
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
