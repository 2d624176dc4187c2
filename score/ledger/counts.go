package ledger

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"example.org/verify/score"
)

// reader is what *sql.Conn and *sql.Tx have in common.
type reader interface {
	asker
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// ErrUnknown says that no such revision or document is recorded.
var ErrUnknown = errors.New("not recorded")

// counts reads a revision's counts from the views.
func counts(ctx context.Context, r reader, rev string) (score.Tally, error) {
	c := counter{ctx: ctx, r: r, rev: rev}
	for _, f := range []func() error{c.shape, c.corroboration, c.diversity, c.lag, c.coverage, c.citations, c.shares, c.numbers} {
		if err := f(); err != nil {
			return score.Tally{}, fmt.Errorf("count %s: %w", rev, err)
		}
	}
	return c.tally, nil
}

type counter struct {
	ctx   context.Context
	r     reader
	rev   string
	tally score.Tally
}

// each calls row for each row of a query whose one argument is the revision.
func (c *counter) each(query string, row func(rows *sql.Rows) error) error {
	rows, err := c.r.QueryContext(c.ctx, query, c.rev)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := row(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// of is where the counts of a claim go; claim 0 is the article.
func (c *counter) of(article, claim int) *score.Counts {
	if claim == 0 {
		return &c.tally.Figures[article-1].Counts
	}
	return &c.tally.Claims[article-1][claim-1]
}

// shape makes room for every article and claim.
func (c *counter) shape() error {
	err := c.each(`SELECT (SELECT count(*) FROM claim c WHERE c.rev = a.rev AND c.article = a.article) FROM article a
		WHERE rev = ? ORDER BY article`, func(rows *sql.Rows) error {
		var claims int
		if err := rows.Scan(&claims); err != nil {
			return err
		}
		c.tally.Claims = append(c.tally.Claims, make([]score.Counts, claims))
		return nil
	})
	if err != nil {
		return err
	}
	c.tally.Figures = make([]score.Figures, len(c.tally.Claims))
	if len(c.tally.Claims) > 0 {
		return nil
	}
	var known bool // an empty document has no article
	if err := c.r.QueryRowContext(c.ctx, `SELECT count(*) > 0 FROM revision WHERE rev = ?`, c.rev).Scan(&known); err != nil || known {
		return err
	}
	return ErrUnknown
}

func (c *counter) corroboration() error {
	return c.each(`SELECT article, claim, citations, own, outlets, owners, owners_known, countries, languages, origins, corroboration, read, differs
		FROM corroboration WHERE rev = ?`, func(rows *sql.Rows) error {
		var article, claim int
		var n score.Counts
		err := rows.Scan(&article, &claim, &n.Citations, &n.Own, &n.Outlets, &n.Owners, &n.OwnersKnown, &n.Countries, &n.Languages,
			&n.Origins, &n.Corroboration, &n.Read, &n.Differs)
		if err == nil {
			*c.of(article, claim) = n
		}
		return err
	})
}

func (c *counter) diversity() error {
	return c.each(`SELECT article, claim, diversity FROM diversity WHERE rev = ?`, func(rows *sql.Rows) error {
		var article, claim int
		var d float64
		err := rows.Scan(&article, &claim, &d)
		if err == nil {
			c.of(article, claim).Diversity = d
		}
		return err
	})
}

func (c *counter) lag() error {
	return c.each(`SELECT article, claim, lag_days FROM median_lag WHERE rev = ?`, func(rows *sql.Rows) error {
		var article, claim, days int
		err := rows.Scan(&article, &claim, &days)
		if err == nil {
			n := c.of(article, claim)
			n.Lag, n.LagKnown = days, true
		}
		return err
	})
}

func (c *counter) coverage() error {
	return c.each(`SELECT article, checkworthy, sourced, two_origins FROM coverage WHERE rev = ?`, func(rows *sql.Rows) error {
		var article int
		var f score.Figures
		err := rows.Scan(&article, &f.Checkworthy, &f.Sourced, &f.TwoOrigins)
		if err == nil {
			to := &c.tally.Figures[article-1]
			to.Checkworthy, to.Sourced, to.TwoOrigins = f.Checkworthy, f.Sourced, f.TwoOrigins
		}
		return err
	})
}

func (c *counter) citations() error {
	return c.each(`SELECT article, state_controlled, unknown_outlets, sought, carried FROM article_citations WHERE rev = ?`, func(rows *sql.Rows) error {
		var article int
		var f score.Figures
		err := rows.Scan(&article, &f.StateControlled, &f.UnknownOutlets, &f.Sought, &f.Carried)
		if err == nil {
			to := &c.tally.Figures[article-1]
			to.StateControlled, to.UnknownOutlets, to.Sought, to.Carried = f.StateControlled, f.UnknownOutlets, f.Sought, f.Carried
		}
		return err
	})
}

// shares reads the largest outlet and owner.
func (c *counter) shares() error {
	to := func(field func(*score.Figures) **score.Share) func(*sql.Rows) error {
		return func(rows *sql.Rows) error {
			var article int
			var s score.Share
			err := rows.Scan(&article, &s.ID, &s.N, &s.Of)
			if err == nil {
				*field(&c.tally.Figures[article-1]) = &s
			}
			return err
		}
	}
	err := c.each(`SELECT article, id, n, of FROM largest_outlet WHERE rev = ?`,
		to(func(f *score.Figures) **score.Share { return &f.LargestOutlet }))
	if err != nil {
		return err
	}
	return c.each(`SELECT article, id, n, of FROM largest_owner WHERE rev = ?`,
		to(func(f *score.Figures) **score.Share { return &f.LargestOwner }))
}

// numbers reads the concentration and the effective number of sources.
func (c *counter) numbers() error {
	to := func(field func(*score.Figures) **float64) func(*sql.Rows) error {
		return func(rows *sql.Rows) error {
			var article int
			var x float64
			err := rows.Scan(&article, &x)
			if err == nil {
				*field(&c.tally.Figures[article-1]) = &x
			}
			return err
		}
	}
	err := c.each(`SELECT article, concentration FROM concentration WHERE rev = ?`,
		to(func(f *score.Figures) **float64 { return &f.Concentration }))
	if err != nil {
		return err
	}
	return c.each(`SELECT article, effective_sources FROM effective_sources WHERE rev = ?`,
		to(func(f *score.Figures) **float64 { return &f.EffectiveSources }))
}
