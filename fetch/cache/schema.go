package cache

import "fmt"

// applicationID marks the file, so that no other is taken for one: "vrfp".
const applicationID = 0x76726670

// migrations make a file what this version wants, one after the other; PRAGMA user_version counts those that were made. The first may
// find its tables: files were written before they were counted.
var migrations = []string{`
CREATE TABLE IF NOT EXISTS page (
  url      TEXT PRIMARY KEY,  -- as it was asked
  status   INTEGER NOT NULL,  -- of HTTP
  header   TEXT NOT NULL,     -- JSON, lists by name
  body     BLOB NOT NULL,     -- decompressed
  stored   TEXT NOT NULL,     -- when the body came, RFC 3339 in UTC
  checked  TEXT NOT NULL,     -- when the server last said that it stands
  fresh    TEXT NOT NULL      -- until when it is not asked again; 9999 for the copy of an archive
) STRICT;
CREATE TABLE IF NOT EXISTS attempt (
  url      TEXT NOT NULL,
  at       TEXT NOT NULL,
  status   INTEGER NOT NULL,  -- of HTTP, 0 where there was no answer
  why      TEXT NOT NULL,
  silent   TEXT NOT NULL,     -- after 429: until when the host asked for silence; else empty
  PRIMARY KEY (url, at)
) STRICT, WITHOUT ROWID;`, `
ALTER TABLE page ADD COLUMN request   TEXT NOT NULL DEFAULT '{}';   -- header of the request as it was sent: JSON, lists by name
ALTER TABLE page ADD COLUMN peer      TEXT NOT NULL DEFAULT '';     -- IP address that answered
ALTER TABLE page ADD COLUMN confirmed TEXT NOT NULL DEFAULT 'null'; -- header of the last 304: JSON
CREATE TABLE met (
  url      TEXT NOT NULL,     -- that a document gives
  at       TEXT NOT NULL,
  state    TEXT NOT NULL,     -- a fetch.State
  PRIMARY KEY (url, at)
) STRICT, WITHOUT ROWID;`}

// migrate runs the migrations that the file lacks, all or none of each.
func (s *Store) migrate() error {
	for {
		done, err := s.step()
		if done || err != nil {
			return err
		}
	}
}

// step runs one migration, and reports whether there was none to run. Another process may do the same.
func (s *Store) step() (done bool, err error) {
	tx, err := s.db.Begin()
	if err != nil {
		return false, err
	}
	defer tx.Rollback() //nolint:errcheck // after Commit it does nothing
	var version int
	if err := tx.QueryRow(`PRAGMA user_version`).Scan(&version); err != nil {
		return false, err
	}
	switch {
	case version > len(migrations):
		return false, fmt.Errorf("it was written by a newer verify (version %d of the file, %d is known)", version, len(migrations))
	case version == len(migrations):
		return true, nil
	}
	if _, err := tx.Exec(migrations[version] + fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d;", applicationID, version+1)); err != nil {
		return false, err
	}
	return false, tx.Commit()
}
