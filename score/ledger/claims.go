package ledger

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
)

// ClaimFilter says which claims are asked for; its zero value asks for all.
type ClaimFilter struct {
	Grade    string // "B2"; "B" any of that letter, "2" of that digit
	Doc      string // key of a document
	Outlet   string // id of a source that is given for it
	From, To string // ISO days, the first and last day of publication of its article
	Text     string // words that it holds, as SQLite's FTS4 takes them: all of them, "in quotation marks", wom*
	Limit    int    // 0 for no limit
}

// ClaimRow is one claim of a current revision, with its score as recorded.
type ClaimRow struct {
	Doc, Rev            string
	Article, Claim      int // from 1
	Published           string
	Text                string
	Grade               string // "" while it means nothing
	Reliability         string
	Credibility, Points int
	Origins, Standing   int
	Because             []string
}

// ID names the claim in its document: "a1.c3".
func (r *ClaimRow) ID() string { return fmt.Sprintf("a%d.c%d", r.Article, r.Claim) }

// Claims lists claims of the current revisions, by document and place.
func (l *Ledger) Claims(ctx context.Context, f ClaimFilter) ([]ClaimRow, error) {
	where, args := f.where()
	if f.Text != "" {
		if err := l.Index(ctx); err != nil {
			return nil, err
		}
	}
	rows, err := l.db.QueryContext(ctx, `SELECT l.doc, c.rev, c.article, c.claim, coalesce(a.published, ''), c.text, coalesce(s.grade, ''), s.reliability,
		s.credibility, s.points,
		(SELECT count(DISTINCT origin) FROM claim_source k WHERE k.rev = c.rev AND k.article = c.article AND k.claim = c.claim AND role = 'source'),
		(SELECT count(DISTINCT origin) FROM claim_source k WHERE k.rev = c.rev AND k.article = c.article AND k.claim = c.claim AND role = 'source' AND standing = 1),
		s.because
		FROM latest l JOIN claim c ON c.rev = l.rev
		JOIN article a ON a.rev = c.rev AND a.article = c.article
		JOIN score s ON s.rev = c.rev AND s.article = c.article AND s.claim = c.claim
		`+where+` ORDER BY l.doc, c.article, c.claim LIMIT ?`, append(args, limit(f.Limit))...)
	if err != nil {
		return nil, wrap(l.path, err)
	}
	defer rows.Close()
	var all []ClaimRow
	for rows.Next() {
		var r ClaimRow
		var because string
		err := rows.Scan(&r.Doc, &r.Rev, &r.Article, &r.Claim, &r.Published, &r.Text, &r.Grade, &r.Reliability, &r.Credibility, &r.Points,
			&r.Origins, &r.Standing, &because)
		if err == nil {
			err = json.Unmarshal([]byte(because), &r.Because)
		}
		if err != nil {
			return nil, wrap(l.path, err)
		}
		all = append(all, r)
	}
	return all, wrap(l.path, searchError(rows.Err(), f.Text))
}

// searchError adds the cure to what SQLite says of words that it cannot read.
func searchError(err error, words string) error {
	switch {
	case err == nil || !strings.Contains(err.Error(), "malformed MATCH"): // SQLite has no code of its own for it
		return err
	case strings.Count(words, `"`)%2 == 1:
		return fmt.Errorf("%w; close the quotation marks of the words that are sought", err)
	}
	return fmt.Errorf("%w; AND, OR, NOT and parentheses join words: to seek those themselves, put them in quotation marks", err)
}

// limit is SQL's: -1 for none.
func limit(n int) int {
	if n <= 0 {
		return -1
	}
	return n
}

func (f *ClaimFilter) where() (where string, args []any) {
	var terms []string
	add := func(term string, values ...any) {
		terms = append(terms, term)
		args = append(args, values...)
	}
	switch {
	case len(f.Grade) == 1 && f.Grade >= "1" && f.Grade <= "6":
		add(`s.credibility = ?`, int(f.Grade[0]-'0'))
	case len(f.Grade) == 1:
		add(`s.reliability = ? AND s.grade IS NOT NULL`, f.Grade)
	case f.Grade != "":
		add(`s.grade = ?`, f.Grade)
	}
	if f.Doc != "" {
		add(`l.doc = ?`, f.Doc)
	}
	if f.Outlet != "" {
		add(`EXISTS (SELECT 1 FROM claim_source k WHERE k.rev = c.rev AND k.article = c.article AND k.claim = c.claim AND k.id = ?)`, f.Outlet)
	}
	if f.From != "" {
		add(`a.day >= ?`, f.From)
	}
	if f.To != "" {
		add(`a.day <= ?`, f.To)
	}
	if f.Text != "" {
		add(`(c.rev, c.article, c.claim) IN (SELECT rev, article, claim FROM claim_text WHERE claim_text MATCH ?)`, f.Text)
	}
	if terms == nil {
		return "", nil
	}
	return "WHERE " + strings.Join(terms, " AND "), args
}
