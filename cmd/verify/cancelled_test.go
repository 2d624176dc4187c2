package main

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"io/fs"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"go.uber.org/goleak"
)

// TestCancelledAtEachRequest stops a run while its n-th request waits for a host that never answers. It comes to an end at once, and leaves no goroutine, no
// lock and no file that is half-written; the same command completes it.
func TestCancelledAtEachRequest(t *testing.T) {
	for _, command := range []string{"fetch", "audit"} {
		for n := int32(1); n <= 5; n++ {
			before := goleak.IgnoreCurrent()
			t.Run(fmt.Sprint(command, n), func(t *testing.T) { cancelledAt(t, command, n) })
			if err := goleak.Find(before); err != nil {
				t.Errorf("%s, %d: %v", command, n, err)
			}
		}
	}
}

func cancelledAt(t *testing.T, command string, n int32) {
	h := newHerald(t)
	out, pages := filepath.Join(h.dir, "out"), filepath.Join(h.dir, "kept", "pages.db")
	args := with(command, h.looking(t), []string{"--pages", pages})
	ledger := filepath.Join(out, "ledger.db")
	if command == "audit" {
		args = append(args, filepath.Join(h.dir, "desk"), "-o", out)
	} else {
		args = append(slices.DeleteFunc(args, func(a string) bool { return a == "--fetch" }), h.article, "--ledger", ledger)
	}
	ctx, cancel := context.WithCancelCause(context.Background())
	defer cancel(nil)
	h.answer(func(w http.ResponseWriter, r *http.Request) {
		if h.hits.Load() == n-1 {
			h.hits.Add(1)
			cancel(stopped{syscall.SIGINT}) // as main does
			<-r.Context().Done()            // until the client has gone
			return
		}
		h.serve(w, r)
	})
	var errs bytes.Buffer
	ended := make(chan int, 1)
	go func() { ended <- run(ctx, args, streams{strings.NewReader(""), new(bytes.Buffer), &errs}) }()
	select {
	case code := <-ended:
		if code != exitInterrupted {
			t.Errorf("exit code %d, %s", code, errs.String())
		}
	case <-time.After(20 * time.Second):
		t.Fatal("it goes on though it was stopped")
	}
	for _, path := range []string{pages, ledger} {
		unlocked(t, path)
	}
	nothingLeft(t, h.dir)
	h.answer(h.serve)
	if _, errs, code := h.call(t, args...); code != exitDone || !strings.Contains(errs, "1 supported, 1 not found, 1 gone") {
		t.Errorf("the same command again: exit code %d, %s", code, errs)
	}
	nothingLeft(t, h.dir)
}

// unlocked wants a database that can be written to at once.
func unlocked(t *testing.T, path string) {
	t.Helper()
	db, err := sql.Open("verify-sqlite3", "file:"+path+"?mode=rw&_busy_timeout=0&_txlock=immediate")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	tx, err := db.Begin()
	if err != nil {
		t.Errorf("%s: %v", path, err)
		return
	}
	if err := tx.Rollback(); err != nil {
		t.Error(err)
	}
}

// nothingLeft wants no file below a folder that a run makes for a while: what it writes to before it takes another's place, and what a database has beside it.
func nothingLeft(t *testing.T, dir string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		name := filepath.Base(path)
		if name != auditMark && strings.HasPrefix(name, ".") || strings.Contains(name, ".db-") { // the former as newBeside names them
			t.Errorf("it left %s", path)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
