package ledger_test

import (
	"bytes"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/verify/score/ledger"
)

// raw opens a file with SQLite alone, as another program would.
func raw(t testing.TB, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("verify-sqlite3", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	return db
}

func execRaw(t testing.TB, path string, queries ...string) {
	t.Helper()
	db := raw(t, path)
	defer db.Close()
	for _, q := range queries {
		if _, err := db.Exec(q); err != nil {
			t.Fatalf("%s: %v", q, err)
		}
	}
}

func TestOpenMakesAPrivateFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a folder", "b?c#d%20", "ledger.db")
	l := openAt(t, path)
	doc, env, meta := newMaker(1).document(1)
	record(t, l, doc, env, meta)
	for file, want := range map[string]os.FileMode{path: 0o600, path + "-wal": 0o600, filepath.Dir(path): 0o700, filepath.Dir(filepath.Dir(path)): 0o700} {
		info, err := os.Stat(file)
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%s has mode %o, want %o", file, got, want)
		}
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path + "-wal"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the log is still there after Close: %v", err)
	}
}

// TestOpenRefuses holds that what is no ledger, or not whole, or of another time, is named as such and left byte for byte.
func TestOpenRefuses(t *testing.T) {
	tests := []struct {
		name string
		make func(t *testing.T, path string)
		want error
		say  string
	}{
		{"text", func(t *testing.T, path string) { write(t, path, strings.Repeat("an article\n", 100)) }, ledger.ErrNotLedger, "not an SQLite file"},
		{"short", func(t *testing.T, path string) { write(t, path, "SQLite") }, ledger.ErrNotLedger, "name another file with --ledger"},
		{"folder", func(t *testing.T, path string) { os.Mkdir(path, 0o700) }, ledger.ErrNotLedger, "not a file"},
		{"browser's", func(t *testing.T, path string) { execRaw(t, path, `CREATE TABLE cookie (a)`) }, ledger.ErrNotLedger, "another program"},
		{"marked by another", func(t *testing.T, path string) { execRaw(t, path, `PRAGMA application_id = 7`, `CREATE TABLE a (b)`) }, ledger.ErrNotLedger, "another program"},
		{"newer", func(t *testing.T, path string) { made(t, path); execRaw(t, path, `PRAGMA user_version = 99`) }, ledger.ErrNewer, "version 99"},
		{"cut off", func(t *testing.T, path string) { made(t, path); truncate(t, path, 8192) }, ledger.ErrDamaged, "restore a copy"},
		{"scribbled over", func(t *testing.T, path string) { made(t, path); scribble(t, path) }, ledger.ErrDamaged, "damaged"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "ledger.db")
			test.make(t, path)
			before, _ := os.ReadFile(path)
			l, err := ledger.Open(path, ledger.Options{})
			if err == nil {
				l.Close()
				t.Fatal("opened")
			}
			if !errors.Is(err, test.want) || !strings.Contains(err.Error(), test.say) || !strings.Contains(err.Error(), path) {
				t.Errorf("got %v", err)
			}
			if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
				t.Error("the file was changed")
			}
		})
	}
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

// made makes a ledger with two documents.
func made(t *testing.T, path string) {
	t.Helper()
	l := openAt(t, path)
	m := newMaker(5)
	for i := range 2 {
		doc, env, meta := m.document(i)
		record(t, l, doc, env, meta)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
}

func truncate(t *testing.T, path string, size int64) {
	t.Helper()
	if err := os.Truncate(path, size); err != nil {
		t.Fatal(err)
	}
}

// scribble overwrites the schema's page after the header.
func scribble(t *testing.T, path string) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 100; i < 4096; i++ {
		b[i] = 0xA5
	}
	write(t, path, string(b))
}

func TestOlderFileIsMigratedAndKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger.db")
	first, err := os.ReadFile("migrations/001_record.sql")
	if err != nil {
		t.Fatal(err)
	}
	execRaw(t, path, string(first), `PRAGMA application_id = 1987208825`, `PRAGMA user_version = 1`, `INSERT INTO document VALUES ('old', NULL)`)
	if _, err := ledger.Open(path, ledger.Options{ReadOnly: true}); err == nil || !strings.Contains(err.Error(), "brings it up to date") {
		t.Errorf("an older file for reading: %v", err)
	}
	l := openAt(t, path)
	doc, env, meta := newMaker(1).document(1)
	record(t, l, doc, env, meta)
	for file, version := range map[string]int{path: ledger.Version(), path + ".v1.bak": 1} {
		db := raw(t, file)
		var got, old int
		if err := db.QueryRow(`SELECT user_version, (SELECT count(*) FROM document WHERE doc = 'old') FROM pragma_user_version`).Scan(&got, &old); err != nil {
			t.Fatal(err)
		}
		db.Close()
		if got != version || old != 1 {
			t.Errorf("%s: version %d with %d old documents", file, got, old)
		}
		if info, _ := os.Stat(file); file != path && info.Mode().Perm() != 0o600 {
			t.Errorf("%s has mode %o", file, info.Mode().Perm())
		}
	}
}

func TestFailedMigrationChangesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ledger.db")
	execRaw(t, path, `CREATE TABLE latest (doc)`, `PRAGMA application_id = 1987208825`, `PRAGMA user_version = 1`) // 002 makes a view of that name
	if l, err := ledger.Open(path, ledger.Options{}); err == nil {
		l.Close()
		t.Fatal("opened")
	}
	db := raw(t, path)
	defer db.Close()
	var version, tables int
	if err := db.QueryRow(`SELECT user_version, (SELECT count(*) FROM sqlite_schema) FROM pragma_user_version`).Scan(&version, &tables); err != nil || version != 1 || tables != 1 {
		t.Errorf("version %d, %d tables, %v", version, tables, err)
	}
}

func TestReadOnlyFolder(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root writes everywhere")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "ledger.db")
	made(t, path)
	for file, mode := range map[string]os.FileMode{path: 0o400, dir: 0o500} {
		if err := os.Chmod(file, mode); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { os.Chmod(dir, 0o700) })
	if _, err := ledger.Open(path, ledger.Options{}); !errors.Is(err, ledger.ErrReadOnly) || !strings.Contains(err.Error(), "--ledger none") {
		t.Errorf("for writing: %v", err)
	}
	l, err := ledger.Open(path, ledger.Options{ReadOnly: true})
	if err != nil {
		t.Fatalf("for reading: %v", err)
	}
	defer l.Close()
	if got := dump(t, l); !strings.Contains(got, `"doc-1"`) {
		t.Errorf("got %s", got)
	}
}

func TestFolderThatCannotBeMade(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	write(t, file, "x")
	if _, err := ledger.Open(filepath.Join(file, "ledger.db"), ledger.Options{}); err == nil || !strings.Contains(err.Error(), "--ledger") {
		t.Errorf("got %v", err)
	}
}

func TestReadingCannotWrite(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "ledger.db")
	made(t, path)
	l, err := ledger.Open(path, ledger.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	before, _ := os.ReadFile(path)
	for _, q := range []string{
		`DELETE FROM document`, `DROP TABLE document`, `CREATE TABLE a (b)`, `PRAGMA user_version = 7`, `PRAGMA query_only = 0; DELETE FROM document`,
		`ATTACH '` + dir + `/other.db' AS o; CREATE TABLE o.a (b)`, `VACUUM INTO '` + dir + `/copy.db'`,
	} {
		if err := l.SQL(t.Context(), q, func([]string, []any) error { return nil }); err == nil {
			t.Logf("no error: %s", q)
		}
	}
	if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
		t.Error("the file was changed")
	}
	for _, file := range []string{"other.db", "copy.db"} {
		if _, err := os.Stat(filepath.Join(dir, file)); err == nil {
			t.Errorf("%s was made", file)
		}
	}
}

// read is a file's bytes, nil if it is not there.
func read(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	return b
}
