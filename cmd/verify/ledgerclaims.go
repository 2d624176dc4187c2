package main

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"example.org/verify/citations/dates"
	"example.org/verify/reports"
	"example.org/verify/score/ledger"
)

func newLedgerClaims(s streams, set *settings) *cobra.Command {
	var q claimQuestion
	c := &cobra.Command{
		Use:   "claims",
		Short: "List claims by grade, outlet, date or words",
		Long: `claims lists the claims of the current revision of each document. Conditions that are given together must all hold. --similar adds the claims of
other documents that are similar: never "the same", and never part of a score. --text and --similar bring indexes up to date; of a ledger that cannot be written they search a copy.`,
		Example: `  verify ledger claims --grade 3 --from 2018-01-01
  verify ledger claims --outlet caj-news --format csv
  verify ledger claims --text '"southern front" elect*' --similar`,
		Args: atMost(0),
	}
	f := c.Flags()
	f.StringVar(&q.filter.Grade, "grade", "", "claims of this `GRADE`: B2, or one of its marks, as B or 2")
	f.StringVar(&q.filter.Outlet, "outlet", "", "claims for which the source with this `ID` is given")
	f.StringVar(&q.from, "from", "", "claims published on this `DAY` or later, as 2018-05-18, 2018-05 or 2018")
	f.StringVar(&q.to, "to", "", "claims published on this `DAY` or before")
	f.StringVar(&q.filter.Text, "text", "", "claims that hold all these `WORDS`; \"in quotation marks\" as they stand, elect* for a beginning")
	f.StringVar(&q.doc, "doc", "", "claims of this `DOCUMENT`")
	f.IntVar(&q.filter.Limit, "limit", 0, "list no more than the first `N`")
	f.BoolVar(&q.similar, "similar", false, "add similar claims of other documents")
	format := listingFlag(c)
	_ = c.RegisterFlagCompletionFunc("doc", documents(set)) // there is such a flag
	c.RunE = func(c *cobra.Command, _ []string) error {
		if err := q.check(); err != nil {
			return err
		}
		if q.filter.Text != "" || q.similar {
			led, done, err := set.search(c.Context())
			if err != nil {
				return err
			}
			return errors.Join(q.list(c.Context(), s, led, *format), led.Close(), done())
		}
		return asking(set.ask, func(led *ledger.Ledger) error { return q.list(c.Context(), s, led, *format) })
	}
	return c
}

// claimQuestion is which claims are asked for.
type claimQuestion struct {
	filter        ledger.ClaimFilter
	from, to, doc string
	similar       bool
}

var gradeForm = regexp.MustCompile(`^([A-F]?[1-6]|[A-F])$`)

// check reads the flags whose values have a form.
func (q *claimQuestion) check() error {
	q.filter.Grade = strings.ToUpper(q.filter.Grade)
	if g := q.filter.Grade; g != "" && !gradeForm.MatchString(g) {
		return fmt.Errorf("--grade %s: want B2, B or 2; the letters go from A to F, the digits from 1 to 6", g)
	}
	from, err := dates.ParseISO(q.from)
	if err != nil {
		return fmt.Errorf("--from: %w", err)
	}
	to, err := dates.ParseISO(q.to)
	if err != nil {
		return fmt.Errorf("--to: %w", err)
	}
	if day, ok := from.First(); ok {
		q.filter.From = day.Format("2006-01-02")
	}
	if day, ok := to.Last(); ok {
		q.filter.To = day.Format("2006-01-02")
	}
	return nil
}

var claimColumns = []reports.Column{{Name: "doc", Group: true}, {Name: "claim"}, {Name: "published"}, {Name: "grade"}, {Name: "standing", Head: "stand"}, {Name: "origins"},
	{Name: "points"}, {Name: "text", Head: "what is said"}, {Name: "because", Head: "rests on"}, {Name: "similar", Below: true}}

func (q *claimQuestion) list(ctx context.Context, s streams, led *ledger.Ledger, format string) (err error) {
	if q.doc != "" {
		if q.filter.Doc, err = recorded(ctx, led, q.doc); err != nil {
			return err
		}
	}
	all, err := led.Claims(ctx, q.filter)
	if err != nil {
		return err
	}
	like, err := q.likes(ctx, led, all)
	if err != nil {
		return err
	}
	return list(s, format, claimColumns, "no claim is recorded that fits", func(row func(...any) error) error {
		for i := range all {
			c := &all[i]
			err := row(c.Doc, c.ID(), orNil(c.Published), orNil(c.Grade), c.Standing, c.Origins, c.Points, c.Text, c.Because, like[at{c.Rev, c.Article, c.Claim}])
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// at is where a claim stands.
type at struct {
	rev            string
	article, claim int
}

// likes says for each claim which others are similar, one line each.
func (q *claimQuestion) likes(ctx context.Context, led *ledger.Ledger, claims []ledger.ClaimRow) (map[at][]string, error) {
	if !q.similar {
		return nil, nil
	}
	var revs []string // each document's claims stand together
	for i := range claims {
		if rev := claims[i].Rev; len(revs) == 0 || revs[len(revs)-1] != rev {
			revs = append(revs, rev)
		}
	}
	lines := map[at][]string{}
	_, err := led.Similar(ctx, revs, func(rev string, likes []ledger.Like) error {
		for _, l := range likes {
			place := at{rev, l.Article, l.Claim}
			lines[place] = append(lines[place], fmt.Sprintf("%.2f %s a%d.c%d: %s", l.Likeness, l.Doc, l.Other.Article, l.Other.Claim, l.Text))
		}
		return nil
	})
	return lines, err
}
