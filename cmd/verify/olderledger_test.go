package main

import (
	"database/sql"
	"testing"
)

// older makes a ledger one of version 3, which had bands as rows.
func older(t *testing.T, path string) {
	t.Helper()
	db, err := sql.Open("verify-sqlite3", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, query := range []string{
		`DROP VIEW evidence; DROP VIEW claim_source;
			CREATE VIEW claim_source AS
			SELECT s.rev, s.article, s.claim, s.citation, s.origin, c.role, o.id, o.name, o.class, o.owner, o.country, o.language, o.control, o.state,
			       o.registry, c.date, c.day, c.standing, c.read, c.differs, c.sought, c.carries, c.why
			FROM support s
			JOIN citation c ON c.rev = s.rev AND c.article = s.article AND c.citation = s.citation
			LEFT JOIN source o ON o.source = c.source`,
		`DROP TABLE attempt; DROP TABLE resolved; DROP TABLE near_copy; DROP TABLE judged`,
		`DROP VIEW article_score`,
		`ALTER TABLE observation DROP COLUMN fp; ALTER TABLE observation DROP COLUMN why; ALTER TABLE observation DROP COLUMN passage;
			ALTER TABLE observation DROP COLUMN title; ALTER TABLE observation DROP COLUMN day; ALTER TABLE observation DROP COLUMN day_from;
			ALTER TABLE observation DROP COLUMN captured; ALTER TABLE observation DROP COLUMN agency;
			ALTER TABLE observation DROP COLUMN correction; ALTER TABLE observation DROP COLUMN language`,
		`DROP TABLE author`,
		`DROP TABLE signature`,
		`CREATE TABLE banded (rev TEXT NOT NULL PRIMARY KEY, n INTEGER NOT NULL UNIQUE) STRICT, WITHOUT ROWID`,
		`CREATE TABLE band (hash INTEGER NOT NULL, n INTEGER NOT NULL, article INTEGER NOT NULL, claim INTEGER NOT NULL,
			PRIMARY KEY (hash, n, article, claim)) STRICT, WITHOUT ROWID`,
		`PRAGMA user_version = 3`,
		`PRAGMA wal_checkpoint(TRUNCATE)`,
	} {
		if _, err := db.Exec(query); err != nil {
			t.Fatalf("%s: %v", query, err)
		}
	}
}
