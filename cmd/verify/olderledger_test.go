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
		`DROP VIEW article_score`,
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
