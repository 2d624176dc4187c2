package ledger

import (
	"database/sql"
	"errors"
	"fmt"

	"example.org/verify/score"
)

// ErrUnknown says that no such revision or document is recorded.
var ErrUnknown = errors.New("not recorded")

// counts reads a revision's counts from the views.
func counts(rev string, ask asker) (score.Tally, error) {
	c := counter{ask: ask, rev: rev}
	for _, f := range []func() error{c.shape, c.claims, c.articles, c.figures} {
		if err := f(); err != nil {
			return score.Tally{}, fmt.Errorf("count %s: %w", rev, err)
		}
	}
	return c.tally, nil
}

// asker runs a query whose one argument is a revision.
type asker func(query, rev string) (*sql.Rows, error)

type counter struct {
	ask   asker
	rev   string
	tally score.Tally
}

// each calls row for each row of a query whose one argument is the revision.
func (c *counter) each(query string, row func(rows *sql.Rows) error) error {
	rows, err := c.ask(query, c.rev)
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
	known := false // an empty document has no article
	err = c.each(`SELECT 1 FROM revision WHERE rev = ?`, func(*sql.Rows) error { known = true; return nil })
	if err == nil && !known {
		err = ErrUnknown
	}
	return err
}

// claims reads the counts of each claim.
func (c *counter) claims() error {
	err := c.each(`SELECT article, claim, citations, own, outlets, owners, owners_known, countries, languages, origins, corroboration, read, differs
		FROM corroboration WHERE rev = ?`, func(rows *sql.Rows) error {
		var article, claim int
		var n score.Counts
		err := rows.Scan(&article, &claim, &n.Citations, &n.Own, &n.Outlets, &n.Owners, &n.OwnersKnown, &n.Countries, &n.Languages,
			&n.Origins, &n.Corroboration, &n.Read, &n.Differs)
		if err == nil {
			c.tally.Claims[article-1][claim-1] = n
		}
		return err
	})
	if err != nil {
		return err
	}
	return c.each(`SELECT article, claim, diversity, lag_days FROM diversity JOIN median_lag USING (rev, article, claim) WHERE rev = ?`,
		func(rows *sql.Rows) error {
			var article, claim int
			var diversity float64
			var lag sql.NullInt64
			err := rows.Scan(&article, &claim, &diversity, &lag)
			if err == nil {
				n := &c.tally.Claims[article-1][claim-1]
				n.Diversity, n.Lag, n.LagKnown = diversity, int(lag.Int64), lag.Valid
			}
			return err
		})
}

// articles reads what is counted over all citations of each article.
func (c *counter) articles() error {
	return c.each(`SELECT article, citations, own, outlets, owners, owners_known, countries, languages, origins, corroboration, read, differs,
		state_controlled, unknown_outlets, sought, carried FROM article_counts WHERE rev = ?`, func(rows *sql.Rows) error {
		var article int
		var f score.Figures
		err := rows.Scan(&article, &f.Citations, &f.Own, &f.Outlets, &f.Owners, &f.OwnersKnown, &f.Countries, &f.Languages, &f.Origins,
			&f.Corroboration, &f.Read, &f.Differs, &f.StateControlled, &f.UnknownOutlets, &f.Sought, &f.Carried)
		if err == nil {
			c.tally.Figures[article-1] = f
		}
		return err
	})
}

// figures reads what only a whole article has, after articles.
func (c *counter) figures() error {
	return c.each(`SELECT article, checkworthy, sourced, two_origins, diversity, lag_days, counted, largest_outlet, largest_outlet_n,
		largest_owner, largest_owner_n, concentration, effective_sources FROM article_figures WHERE rev = ?`, func(rows *sql.Rows) error {
		var article, counted int
		var f score.Figures
		var lag, outletN, ownerN sql.NullInt64
		var outlet, owner sql.NullString
		err := rows.Scan(&article, &f.Checkworthy, &f.Sourced, &f.TwoOrigins, &f.Diversity, &lag, &counted, &outlet, &outletN,
			&owner, &ownerN, &f.Concentration, &f.EffectiveSources)
		if err != nil {
			return err
		}
		to := &c.tally.Figures[article-1]
		to.Checkworthy, to.Sourced, to.TwoOrigins, to.Diversity = f.Checkworthy, f.Sourced, f.TwoOrigins, f.Diversity
		to.Lag, to.LagKnown = int(lag.Int64), lag.Valid
		to.LargestOutlet, to.LargestOwner = share(outlet, outletN, counted), share(owner, ownerN, counted)
		to.Concentration, to.EffectiveSources = f.Concentration, f.EffectiveSources
		return nil
	})
}

// share is nil for NULL.
func share(id sql.NullString, n sql.NullInt64, of int) *score.Share {
	if !id.Valid {
		return nil
	}
	return &score.Share{ID: id.String, N: int(n.Int64), Of: of}
}
