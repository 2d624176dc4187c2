package cache

import (
	"errors"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"example.org/verify/fetch/transport"
)

// asker counts what it is asked, and answers with a page of 64 kB.
type asker struct{ asked int }

func (a *asker) RoundTrip(r *http.Request) (*http.Response, error) {
	a.asked++
	return &http.Response{StatusCode: http.StatusOK, Header: http.Header{"Cache-Control": {"max-age=3600"}}, Body: io.NopCloser(strings.NewReader(strings.Repeat("page ", 13_000))), Request: r}, nil
}

// TestFullPages holds that nothing is asked any more once the pages cannot be kept, that the cure is said, and that what is kept still answers.
func TestFullPages(t *testing.T) {
	s, err := Open(filepath.Join(t.TempDir(), "pages.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.db.Exec(`PRAGMA max_page_count = 30`); err != nil {
		t.Fatal(err)
	}
	next := &asker{}
	tr := &Transport{Store: s, Next: next, Now: func() time.Time { return time.Date(2024, 6, 20, 12, 0, 0, 0, time.UTC) }}
	get := func(address string) error {
		r, err := http.NewRequest(http.MethodGet, address, nil)
		if err != nil {
			t.Fatal(err)
		}
		resp, err := tr.RoundTrip(r)
		if err != nil {
			return err
		}
		return resp.Body.Close()
	}
	if err := get("http://a.example/"); err != nil || s.Lost() != nil {
		t.Fatal(err, s.Lost())
	}
	for _, address := range []string{"http://b.example/", "http://c.example/"} {
		if err := get(address); !errors.Is(err, transport.ErrUnkept) || !strings.Contains(err.Error(), "make room on the disk") {
			t.Errorf("%s: %v", address, err)
		}
	}
	if err := get("http://a.example/"); err != nil {
		t.Errorf("what is kept: %v", err)
	}
	if next.asked != 2 || s.Lost() == nil {
		t.Errorf("%d requests, want the one that is kept and the one that could not be; %v", next.asked, s.Lost())
	}
}

// TestPagesThatCannotBeWritten holds that what lies on a disk that is read-only is replayed from there, and that nothing is read in part.
func TestPagesThatCannotBeWritten(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pages.db")
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	now := func() time.Time { return time.Date(2024, 6, 20, 12, 0, 0, 0, time.UTC) }
	r, err := http.NewRequest(http.MethodGet, "http://a.example/", nil)
	if err != nil {
		t.Fatal(err)
	}
	if resp, err := (&Transport{Store: s, Next: &asker{}, Now: now}).RoundTrip(r); err != nil || resp.Body.Close() != nil || s.Close() != nil {
		t.Fatal(err)
	}
	for name, mode := range map[string]os.FileMode{path: 0o400, filepath.Dir(path): 0o500} {
		if err := os.Chmod(name, mode); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { os.Chmod(filepath.Dir(path), 0o700) })
	if f, err := os.OpenFile(path, os.O_RDWR, 0); err == nil {
		f.Close()
		t.Skip("this user may write everything")
	}
	if _, err := Open(path); err == nil || !strings.Contains(err.Error(), "--pages") {
		t.Errorf("for writing: %v", err)
	}
	if s, err = OpenForReading(path); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if resp, err := (&Transport{Store: s, Now: now, Offline: true}).RoundTrip(r); err != nil || resp.StatusCode != http.StatusOK {
		t.Errorf("for reading: %v", err)
	}
	if err := os.Chmod(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path+"-wal", []byte("more"), 0o400); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenForReading(path); err == nil || !strings.Contains(err.Error(), "--pages") {
		t.Errorf("with a log: %v", err)
	}
}
