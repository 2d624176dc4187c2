package ledger

import (
	"context"
	"fmt"
)

// Check looks for damage: SQLite's own check of the file, rows that lead nowhere, and rows that nothing leads to. It returns what
// it found, one line each, nil for a sound ledger.
func (l *Ledger) Check(ctx context.Context) (problems []string, err error) {
	for _, check := range []struct{ query, say string }{
		{`SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'`, "%v"},
		{`SELECT "table" || ' leads to a ' || parent || ' that is not there' FROM pragma_foreign_key_check`, "%v"},
		{`SELECT doc FROM document WHERE doc NOT IN (SELECT doc FROM revision)`, "document %v has no revision"},
		{`SELECT source FROM source WHERE source NOT IN (SELECT source FROM citation WHERE source IS NOT NULL)`, "source %v is cited nowhere"},
		{`SELECT id FROM observation WHERE id NOT IN (SELECT observation FROM used)`, "observation %v is used by no revision"},
		{`SELECT page FROM page WHERE page NOT IN (SELECT page FROM observation WHERE page IS NOT NULL)`, "page %v belongs to no observation"},
		{`SELECT DISTINCT rev FROM claim c WHERE NOT EXISTS (SELECT 1 FROM score s WHERE s.rev = c.rev)`, "revision %v has no scores: record its document again"},
		{`SELECT DISTINCT rev FROM claim_text WHERE rev NOT IN (SELECT rev FROM revision)`, "the full-text index holds revision %v, which is not there"},
	} {
		rows, err := l.db.QueryContext(ctx, check.query)
		if err != nil {
			return problems, wrap(l.path, err)
		}
		err = scan(rows, func(_ []string, values []any) error {
			problems = append(problems, fmt.Sprintf(check.say, values[0]))
			return nil
		})
		if err != nil {
			return problems, wrap(l.path, err)
		}
	}
	return problems, nil
}
