package ledger

import (
	"database/sql"
	"math"
	"net/url"

	"github.com/mattn/go-sqlite3"
)

// The drivers are go-sqlite3 with the two functions of the views that it lacks without a build tag. In the sqlite3 shell they are
// built in.
const (
	driverName    = "verify-sqlite3"
	readingDriver = "verify-sqlite3-reading"
)

func init() {
	sql.Register(driverName, &sqlite3.SQLiteDriver{ConnectHook: functions})
	sql.Register(readingDriver, &sqlite3.SQLiteDriver{ConnectHook: func(c *sqlite3.SQLiteConn) error {
		c.RegisterAuthorizer(authorize)
		return functions(c)
	}})
}

// SQLite is the version of the SQLite that is built in, as 3.51.0.
func SQLite() string {
	v, _, _ := sqlite3.Version()
	return v
}

func functions(c *sqlite3.SQLiteConn) error {
	for name, f := range map[string]func(float64) float64{"ln": math.Log, "exp": math.Exp} {
		if err := c.RegisterFunc(name, onNumber(f), true); err != nil {
			return err
		}
	}
	return nil
}

// authorize lets a query of the user's own open no other file: ATTACH, and VACUUM INTO, which uses it, would make one.
func authorize(op int, _, _, _ string) int {
	if op == sqlite3.SQLITE_ATTACH || op == sqlite3.SQLITE_DETACH {
		return sqlite3.SQLITE_DENY
	}
	return sqlite3.SQLITE_OK
}

// onNumber takes what SQLite's own functions take: NULL, and what is no number, give NULL.
func onNumber(f func(float64) float64) func(any) any {
	return func(v any) any {
		var x float64
		switch v := v.(type) {
		case float64:
			x = v
		case int64:
			x = float64(v)
		default:
			return nil
		}
		if x = f(x); math.IsNaN(x) || math.IsInf(x, 0) {
			return nil
		}
		return x
	}
}

// dsn is the data source name for a path. Pragmas stand in it because each pooled connection needs them.
func dsn(path string, pragmas url.Values) string {
	return "file:" + (&url.URL{Path: path}).EscapedPath() + "?" + pragmas.Encode()
}

// A connection needs no lock of SQLite's own: database/sql lets one goroutine use it at a time. That is what _mutex says.

// writing are the pragmas of a connection that writes; a writer waits up to half a minute for another.
func writing() url.Values {
	return url.Values{
		"_mutex":         {"no"},
		"_journal_mode":  {"WAL"},
		"_synchronous":   {"NORMAL"},
		"_busy_timeout":  {"30000"},
		"_foreign_keys":  {"on"},
		"_txlock":        {"immediate"},
		"_secure_delete": {"fast"},
		"_cache_size":    {"-32768"}, // KiB, taken as needed
		"mode":           {"rw"},
	}
}

// reading are those of a connection that cannot write, whatever it is asked.
func reading() url.Values {
	return url.Values{"_mutex": {"no"}, "mode": {"ro"}, "_query_only": {"on"}, "_busy_timeout": {"30000"}}
}
