package ledger

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Current is the current revision of a document.
type Current struct {
	Doc, Path   string // Path is "" for standard input
	Rev         string
	SHA256      string // of the file
	Published   string // EDTF, "" if nothing is known
	Publication string
	Recorded    string // UTC, when it last became the current one
	Before      string // the revision that was current before, "" for none
}

// currents is the current revision of every document, with the one before it.
const currents = `SELECT l.doc, coalesce(d.path, ''), l.rev, l.sha256, coalesce(l.published, ''), coalesce(l.publication, ''), l.recorded,
	coalesce((SELECT b.rev FROM revision b WHERE b.doc = l.doc AND b.rev <> l.rev ORDER BY b.recorded DESC, b.rev DESC LIMIT 1), '')
	FROM latest l JOIN document d ON d.doc = l.doc ORDER BY l.doc`

// Current gives the current revision of each document, by the document's key.
func (l *Ledger) Current(ctx context.Context) (map[string]Current, error) {
	rows, err := l.db.QueryContext(ctx, currents)
	if err != nil {
		return nil, wrap(l.path, err)
	}
	defer rows.Close()
	all := map[string]Current{}
	for rows.Next() {
		var c Current
		if err := rows.Scan(&c.Doc, &c.Path, &c.Rev, &c.SHA256, &c.Published, &c.Publication, &c.Recorded, &c.Before); err != nil {
			return nil, wrap(l.path, err)
		}
		all[c.Doc] = c
	}
	return all, wrap(l.path, rows.Err())
}

// Reading asks one state of a ledger about one revision after the other, whatever others record meanwhile. It serves one goroutine.
type Reading struct {
	conn  *sql.Conn
	ready map[string]*sql.Stmt // by query
}

// Read runs f over one state of the ledger.
func (l *Ledger) Read(ctx context.Context, f func(*Reading) error) error {
	return l.reading(ctx, func(conn *sql.Conn) error {
		r := &Reading{conn: conn, ready: map[string]*sql.Stmt{}}
		err := f(r)
		for _, s := range r.ready {
			err = errors.Join(err, s.Close())
		}
		return err
	})
}

// ArticleFact is an article of a revision.
type ArticleFact struct {
	Article             int // from 1
	Title               string
	Language, Published string // "" if it is not known
}

// Articles calls row for each article of a revision, in order.
func (r *Reading) Articles(rev string, row func(*ArticleFact) error) error {
	var f ArticleFact
	return each(r, `SELECT article, title, coalesce(language, ''), coalesce(published, '') FROM article WHERE rev = ? ORDER BY article`, rev,
		&f, row, &f.Article, &f.Title, &f.Language, &f.Published)
}

// ClaimFact is a claim of a revision with its counts and its score. It has the figures of the views checkable and corroboration.
type ClaimFact struct {
	Article, Claim     int // from 1
	Text               string
	Checkworthy, Grave bool
	Sourced            bool // something is given for it, or for the claim that covers it
	Citations, Outlets int
	Origins            int
	Corroboration      int
	Grade              string // "" without one
	Reliability        string
	Credibility        int
	Points             int
}

// Claims calls row for each claim of a revision, in order. row keeps nothing of what it is given.
func (r *Reading) Claims(rev string, row func(*ClaimFact) error) error {
	var f ClaimFact
	return each(r, `SELECT c.article, c.claim, c.text, c.checkworthy, c.grave,
		c.covered_by IS NOT NULL OR c.orphans > 0 OR n.claim IS NOT NULL,
		coalesce(n.citations, 0), coalesce(n.outlets, 0), coalesce(n.origins, 0), coalesce(n.corroboration, 0),
		coalesce(s.grade, ''), coalesce(s.reliability, ''), coalesce(s.credibility, 0), coalesce(s.points, 0)
		FROM claim c
		LEFT JOIN (SELECT * FROM corroboration WHERE rev = ?1) n ON n.article = c.article AND n.claim = c.claim
		LEFT JOIN score s ON s.rev = c.rev AND s.article = c.article AND s.claim = c.claim
		WHERE c.rev = ?1 ORDER BY c.article, c.claim`, rev,
		&f, row, &f.Article, &f.Claim, &f.Text, &f.Checkworthy, &f.Grave, &f.Sourced, &f.Citations, &f.Outlets, &f.Origins, &f.Corroboration,
		&f.Grade, &f.Reliability, &f.Credibility, &f.Points)
}

// CitationFact is a citation of a revision with its source as known then; strings are "" where nothing is known.
type CitationFact struct {
	Article, Citation            int // from 1
	Kind, Role, Raw              string
	ID, Name, Class              string // of the source
	Owner, Country, Language     string
	Control                      string
	Outlet, Registered, Standing bool
	Date, Day, URL, Why          string
	Claims                       int // that it is given for
}

// Counted reports whether the citation counts in shares: role source, and somebody is named.
func (f *CitationFact) Counted() bool { return f.Role == "source" && f.ID != "" }

// StateControlled reports whether a state decides what the source prints, as the view article_counts has it.
func (f *CitationFact) StateControlled() bool {
	return f.Control == "state" || f.Control == "captured-public" || f.Control == "captured-private"
}

// Citations calls row for each citation of a revision, in order.
func (r *Reading) Citations(rev string, row func(*CitationFact) error) error {
	var f CitationFact
	return each(r, `SELECT c.article, c.citation, c.kind, c.role, c.raw, coalesce(o.id, ''), coalesce(o.name, ''), coalesce(o.class, ''),
		coalesce(o.owner, ''), coalesce(o.country, ''), coalesce(o.language, ''), coalesce(o.control, ''),
		o.registry IS NOT NULL, coalesce(o.registry, 0), c.standing, coalesce(c.date, ''), coalesce(c.day, ''), coalesce(c.url, ''), coalesce(c.why, ''),
		coalesce(n.claims, 0)
		FROM citation c
		LEFT JOIN source o ON o.source = c.source
		LEFT JOIN (SELECT article, citation, count(*) AS claims FROM support WHERE rev = ?1 GROUP BY article, citation) n
		  ON n.article = c.article AND n.citation = c.citation
		WHERE c.rev = ?1 ORDER BY c.article, c.citation`, rev,
		&f, row, &f.Article, &f.Citation, &f.Kind, &f.Role, &f.Raw, &f.ID, &f.Name, &f.Class, &f.Owner, &f.Country, &f.Language, &f.Control,
		&f.Outlet, &f.Registered, &f.Standing, &f.Date, &f.Day, &f.URL, &f.Why, &f.Claims)
}

// FindingFact is a finding of a revision.
type FindingFact struct {
	Rule, Severity, Fingerprint    string
	Article, Claim, Citation, Note int // from 1, 0 for none
	Start                          int // byte of the file
	Message, Suggestion            string
	Guess                          bool   // it rests on one
	Silenced                       string // why, "" if it is not
	SignedOff                      string // by whom, "" if it is not
	SignedUntil                    string // day, "" for good
}

// Open reports whether nobody has silenced the finding or signed it off, on a day as 2006-01-02.
func (f *FindingFact) Open(today string) bool {
	return f.Silenced == "" && (f.SignedOff == "" || f.SignedUntil != "" && f.SignedUntil < today)
}

// Findings calls row for each finding of a revision, in the order of the text. The last sign-off of the document on it comes with it.
func (r *Reading) Findings(rev string, row func(*FindingFact) error) error {
	var f FindingFact
	return each(r, `SELECT f.rule, f.severity, f.fp, coalesce(f.article, 0), coalesce(f.claim, 0), coalesce(f.citation, 0), coalesce(f.note, 0), f.start,
		f.message, coalesce(f.suggestion, ''), f.guess, coalesce(f.silenced, ''), coalesce(d.by, ''), coalesce(d.until, '')
		FROM finding f JOIN revision r ON r.rev = f.rev
		LEFT JOIN decision d ON d.id = (SELECT id FROM decision x WHERE x.doc = r.doc AND x.fp = f.fp ORDER BY x.at DESC, x.id DESC LIMIT 1)
		WHERE f.rev = ? ORDER BY f.start, f.rule, f.fp, f.nth`, rev,
		&f, row, &f.Rule, &f.Severity, &f.Fingerprint, &f.Article, &f.Claim, &f.Citation, &f.Note, &f.Start,
		&f.Message, &f.Suggestion, &f.Guess, &f.Silenced, &f.SignedOff, &f.SignedUntil)
}

// each scans the rows of a query about a revision into fields of f, and calls row with f for each.
func each[F any](r *Reading, query, rev string, f *F, row func(*F) error, fields ...any) error {
	rows, err := r.ask(query, rev)
	if err != nil {
		return fmt.Errorf("revision %s: %w", rev, err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := rows.Scan(fields...); err != nil {
			return fmt.Errorf("revision %s: %w", rev, err)
		}
		if err := row(f); err != nil {
			return err
		}
	}
	return rows.Err()
}

// ask prepares a query once.
func (r *Reading) ask(query, rev string) (*sql.Rows, error) {
	s := r.ready[query]
	if s == nil {
		var err error
		if s, err = r.conn.PrepareContext(background, query); err != nil {
			return nil, err
		}
		r.ready[query] = s
	}
	return s.QueryContext(background, rev)
}
