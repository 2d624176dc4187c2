package ledger

import (
	"errors"
	"fmt"
	"time"

	"example.org/verify/citations"
	"example.org/verify/score"
)

// Record is a document as it is recorded: the rows of its revision, of what was found for its citations and of its results. It is made without the
// ledger, so by any number of goroutines at a time, and keeps nothing of the document.
type Record struct {
	meta                   Meta
	rev                    string
	settings               string
	publication, published string
	claims                 int // of the results
	observed               bool
	rows                   *rows
}

// NewRecord makes the record of a document. answers are as Observe gave them their ids, nil where nothing was looked up; a is nil where results are not
// recorded, or later.
func NewRecord(doc *citations.Document, trail *score.Trail, env score.Env, meta Meta, answers []score.Answer, a *score.Analysis) (*Record, error) {
	r := newRecord(doc, &env, meta)
	err := r.rows.evidence(doc, answers)
	p := putter{rows: r.rows, doc: doc, trail: trail, env: &env, rev: r.rev}
	p.document()
	if err == nil && a != nil {
		r.claims = claimsOf(a)
		err = r.rows.results(r.rev, a)
	}
	if err != nil {
		return nil, fmt.Errorf("record %s: %w", meta.Doc, err)
	}
	return r, nil
}

func newRecord(doc *citations.Document, env *score.Env, meta Meta) *Record {
	r := &Record{meta: meta, rev: RevisionKey(meta, *env), settings: env.Settings, publication: doc.Publication, published: doc.Published.ISO(), rows: newRows()}
	for a := range env.Evidence {
		for i := range env.Evidence[a] {
			r.observed = r.observed || len(env.Evidence[a][i].Observations) > 0
		}
	}
	return r
}

// claimsOf is how many claims an analysis has scores of.
func claimsOf(a *score.Analysis) (n int) {
	for i := range a.Articles {
		n += len(a.Articles[i].Claims)
	}
	return n
}

// Revision is the key of the record's revision, as RevisionKey gives it.
func (r *Record) Revision() string { return r.rev }

// again are the tables whose rows are put for a revision that is there already: evidence is, whatever it is for; results may have been missing, and authors
// are, of a revision that an older verify recorded.
var again = map[string]bool{"page": true, "observation": true, "attempt": true, "resolved": true, "author": true, "score": true, "near_copy": true, "finding": true}

// record puts a record: all of it, or, where this revision is there already, what may be missing.
func (w *writer) record(r *Record) error {
	isNew, err := w.revision(r)
	if err == nil && !isNew && r.claims > 0 {
		err = w.sameClaims(r.rev, r.claims)
	}
	if err != nil {
		return err
	}
	wanted := func(table string) bool { return isNew || again[table] }
	if err := w.put(r.rows, wanted); err != nil || !r.observed || !isNew {
		return err
	}
	return w.allObserved(r.rev)
}

// revision puts the document and its revision and reports whether that is new.
func (w *writer) revision(r *Record) (isNew bool, err error) {
	_, err = w.often(`INSERT INTO document (doc, path) VALUES (?, ?)`+upserts["document"], r.meta.Doc, null(r.meta.Path))
	if err != nil {
		return false, fmt.Errorf("document: %w", err)
	}
	now, err := w.after(r.meta.Doc, r.meta.Now)
	if err != nil {
		return false, fmt.Errorf("revision: %w", err)
	}
	n, err := w.often(`INSERT OR IGNORE INTO revision (rev, doc, sha256, settings, tool, publication, published, recorded)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, r.rev, r.meta.Doc, r.meta.SHA256, r.settings, r.meta.Tool, null(r.publication), null(r.published), now)
	if err != nil {
		return false, fmt.Errorf("revision: %w", err)
	}
	if n > 0 {
		return true, nil
	}
	return false, w.current(r.rev, now)
}

// after is the stamp for what is recorded of a document now: later than all that was recorded of it, also where the clock has gone back since, or stands still.
func (w *writer) after(doc string, now time.Time) (string, error) {
	var newest string
	if err := w.one(`SELECT coalesce(max(recorded), '') FROM revision WHERE doc = ?`, doc, &newest); err != nil || newest < stamp(now) {
		return stamp(now), err
	}
	last, err := time.Parse(time.RFC3339, newest)
	return stamp(last.Add(time.Millisecond)), err
}

// current makes a revision that is there already its document's current one again, if another has come after it.
func (w *writer) current(rev, now string) error {
	err := w.exec(`UPDATE revision SET recorded = ?2 WHERE rev = ?1 AND recorded < ?2
		AND EXISTS (SELECT 1 FROM revision r WHERE r.doc = revision.doc AND r.rev <> ?1 AND r.recorded >= revision.recorded)`, rev, now)
	if err != nil {
		return fmt.Errorf("revision: %w", err)
	}
	return nil
}

// sameClaims is an error where results of n claims do not fit a revision that was recorded before.
func (w *writer) sameClaims(rev string, n int) error {
	var has int
	err := w.one(`SELECT (SELECT count(*) FROM claim c WHERE c.rev = r.rev) FROM revision r WHERE r.rev = ?`, rev, &has)
	switch {
	case err != nil:
		return fmt.Errorf("revision %s: %w", rev, err)
	case has != n:
		return fmt.Errorf("revision %s has %d claims, its results are of %d: another build of this version has recorded it; forget the document and record it again", rev, has, n)
	}
	return nil
}

// allObserved is an error where a revision uses an observation that is not there.
func (w *writer) allObserved(rev string) error {
	var missing bool
	err := w.one(`SELECT EXISTS (SELECT 1 FROM used WHERE rev = ? AND observation NOT IN (SELECT id FROM observation))`, rev, &missing)
	if err == nil && missing {
		err = errors.New("it uses an observation that was not recorded before")
	}
	if err != nil {
		return fmt.Errorf("revision %s: %w", rev, err)
	}
	return nil
}
