package ledger

import "strings"

// columns of the tables that rows are put into, in the order in which the code gives them. Foreign keys want the tables in the
// order of migrations/001_record.sql.
var columns = map[string]string{
	"rating":    "rev, id, letter, whose, said",
	"article":   "rev, article, title, language, published, day",
	"author":    "rev, article, nth, name",
	"source":    "source, id, name, class, owner, country, language, control, state, registry",
	"note":      "rev, article, note, label, kind, title, publisher, date, url, text",
	"claim":     "rev, article, claim, start, stop, text, fp, checkworthy, grave, covered_by, orphans",
	"citation":  "rev, article, citation, kind, role, grp, note, source, raw, date, day, url, agency, start, stop, origin, standing, read, differs, sought, carries, why",
	"support":   "rev, article, claim, citation, origin",
	"score":     "rev, article, claim, grade, reliability, credibility, points, because",
	"finding":   "rev, fp, nth, rule, severity, article, claim, citation, note, start, stop, message, suggestion, guess, silenced",
	"used":      "rev, article, citation, observation",
	"signature": "rev, bands",

	"page":        "page, url, fetched",
	"observation": "id, key, at, resolver, verdict, url, status, page, capture, checks, fp, why, passage, title, day, day_from, captured, agency, correction, language",
	"attempt":     "observation, nth, at, url, status, outcome, earlier",
	"resolved":    "observation, nth, resolver, why",
	"judged":      "rev, article, claim, citation, standing, read, differs, sought, carries, why",
	"near_copy":   "rev, article, citation, other, containment",
}

// isKeyed reports whether the first column of a table is a revision.
func isKeyed(table string) bool { return strings.HasPrefix(columns[table], "rev,") }

// insert is the statement that puts n rows into a table and leaves those that are there. Of a keyed table the revision is the first value, and is given once.
func insert(table string, n int) string {
	list := columns[table]
	row, width := "(?", strings.Count(list, ",")
	if isKeyed(table) {
		row, width = "(?1,?", width-1
	}
	row += strings.Repeat(",?", width) + ")"
	values := " (" + list + ") VALUES " + row + strings.Repeat(","+row, n-1)
	if upsert := upserts[table]; upsert != "" {
		return "INSERT INTO " + table + values + upsert
	}
	return "INSERT OR IGNORE INTO " + table + values
}

// upserts say, for tables with columns that do not follow from the key, what stays of two rows with one key. Each choice is the same in whatever order the two come: the first
// path by name, the last time, of a page the first address by name and the first time, and of two runs that silenced a finding or not (by a sign-off of then) the one that did not.
var upserts = map[string]string{
	"document": ` ON CONFLICT DO UPDATE SET path = excluded.path WHERE excluded.path < path OR path IS NULL`,
	"revision": ` ON CONFLICT DO UPDATE SET recorded = excluded.recorded WHERE excluded.recorded > recorded`,
	"page":     ` ON CONFLICT DO UPDATE SET url = min(url, excluded.url), fetched = min(fetched, excluded.fetched)`,
	"finding":  ` ON CONFLICT DO UPDATE SET silenced = excluded.silenced WHERE coalesce(excluded.silenced, '') < silenced`,
}
