package cache

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// shelf is a Transport over answers that are made up.
type shelf struct {
	Transport
	now    time.Time
	asked  atomic.Int32
	answer func(*http.Request) (int, http.Header, string, error)
}

// RoundTrip answers as the test says.
func (s *shelf) roundTrip(r *http.Request) (*http.Response, error) {
	s.asked.Add(1)
	status, h, body, err := s.answer(r)
	if err != nil {
		return nil, err
	}
	if h == nil {
		h = http.Header{}
	}
	return &http.Response{StatusCode: status, Header: h, Body: io.NopCloser(strings.NewReader(body)), Request: r}, nil
}

type tripper func(*http.Request) (*http.Response, error)

// RoundTrip calls the function.
func (f tripper) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func newShelf(t *testing.T, path string) *shelf {
	t.Helper()
	store, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	s := &shelf{now: time.Date(2018, 5, 18, 12, 0, 0, 0, time.UTC)}
	s.Store, s.Now, s.Next = store, func() time.Time { return s.now }, tripper(s.roundTrip)
	s.answer = func(*http.Request) (int, http.Header, string, error) { return 200, nil, "page", nil }
	return s
}

func (s *shelf) get(address string) (int, string, error) {
	r, _ := http.NewRequest(http.MethodGet, address, nil)
	resp, err := s.RoundTrip(r)
	if err != nil {
		return 0, "", err
	}
	body, err := io.ReadAll(resp.Body)
	return resp.StatusCode, string(body), err
}

func TestFresh(t *testing.T) {
	now := time.Date(2018, 5, 18, 12, 0, 0, 0, time.UTC)
	date := func(d time.Duration) string { return now.Add(d).Format(http.TimeFormat) }
	for name, c := range map[string]struct {
		h    http.Header
		want time.Duration
	}{
		"nothing":       {http.Header{}, 24 * time.Hour},
		"max-age":       {http.Header{"Cache-Control": {"public, max-age=7200"}}, 2 * time.Hour},
		"age":           {http.Header{"Cache-Control": {"max-age=14400"}, "Age": {"7200"}}, 2 * time.Hour},
		"short":         {http.Header{"Cache-Control": {"max-age=5"}}, time.Hour},
		"no-store":      {http.Header{"Cache-Control": {"max-age=99999", "no-store"}}, time.Hour},
		"expires":       {http.Header{"Expires": {date(3 * time.Hour)}}, 3 * time.Hour},
		"expired":       {http.Header{"Expires": {"Wed, 11 Jan 1984 05:00:00 GMT"}}, time.Hour},
		"expires 0":     {http.Header{"Expires": {"0"}}, time.Hour},
		"clock is off":  {http.Header{"Expires": {date(50 * time.Hour)}, "Date": {date(48 * time.Hour)}}, 2 * time.Hour},
		"last modified": {http.Header{"Last-Modified": {date(-50 * time.Hour)}}, 5 * time.Hour},
		"old":           {http.Header{"Last-Modified": {date(-5000 * time.Hour)}}, 24 * time.Hour},
		"a century":     {http.Header{"Cache-Control": {"max-age=3153600000"}}, 365 * 24 * time.Hour},
	} {
		if got := freshUntil(200, c.h, now).Sub(now); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestFreshByStatus(t *testing.T) {
	now := time.Date(2018, 5, 18, 12, 0, 0, 0, time.UTC)
	for status, want := range map[int]time.Duration{200: 24 * time.Hour, 301: 24 * time.Hour, 404: 24 * time.Hour, 302: time.Hour, 307: time.Hour, 403: time.Hour, 400: time.Hour} {
		if got := freshUntil(status, http.Header{}, now).Sub(now); got != want {
			t.Errorf("%d: %v, want %v", status, got, want)
		}
	}
	s := newShelf(t, "")
	s.answer = func(*http.Request) (int, http.Header, string, error) {
		return 200, http.Header{"Cache-Control": {"max-age=31536000"}}, "", nil
	}
	s.get("http://a.example/robots.txt")
	s.now = s.now.Add(25 * time.Hour)
	if s.get("http://a.example/robots.txt"); s.asked.Load() != 2 {
		t.Errorf("robots.txt was asked for %d times in 25 hours", s.asked.Load())
	}
}

func TestAnswersAreKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "below", "pages.db")
	s := newShelf(t, path)
	for _, status := range []int{200, 301, 400, 403, 404, 410} {
		s.asked.Store(0)
		s.answer = func(*http.Request) (int, http.Header, string, error) { return status, nil, "page", nil }
		address := "http://a.example/" + http.StatusText(status)
		for range 2 {
			if got, body, err := s.get(address); got != status || body != "page" || err != nil {
				t.Errorf("%d, %q, %v", got, body, err)
			}
		}
		other := newShelf(t, path) // another run
		other.get(address)
		if n := s.asked.Load() + other.asked.Load(); n != 1 {
			t.Errorf("status %d: asked %d times", status, n)
		}
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}

// TestNeverPoisoned holds that what is no answer is written down and never served.
func TestNeverPoisoned(t *testing.T) {
	s := newShelf(t, "")
	broken := errors.New("connection reset")
	for i, status := range []int{429, 500, 503, 0} {
		s.answer = func(*http.Request) (int, http.Header, string, error) {
			if status == 0 {
				return 0, nil, "", broken
			}
			return status, http.Header{"Cache-Control": {"max-age=99999"}}, "slow down", nil
		}
		s.now = s.now.Add(time.Second)
		if got, _, err := s.get("http://a.example/"); got != status || status == 0 && !errors.Is(err, broken) {
			t.Errorf("%d: got %d, %v", status, got, err)
		}
		if all, err := s.Store.Failures(context.Background(), "http://a.example/"); len(all) != i+1 || err != nil || all[i].Status != status {
			t.Errorf("attempts: %v, %v", all, err)
		}
	}
	s.answer = func(*http.Request) (int, http.Header, string, error) { return 200, nil, "good", nil }
	if _, body, err := s.get("http://a.example/"); body != "good" || err != nil || s.asked.Load() != 5 {
		t.Errorf("%q, %v after %d requests", body, err, s.asked.Load())
	}
}

// TestSilence holds that the next run knows who asked for silence, and for how long.
func TestSilence(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pages.db")
	s := newShelf(t, path)
	for address, after := range map[string]string{"http://a.example/x": "120", "https://b.example/": "", "http://a.example/y": "5"} {
		s.answer = func(*http.Request) (int, http.Header, string, error) {
			return 429, http.Header{"Retry-After": {after}}, "", nil
		}
		s.get(address)
	}
	for wait, want := range map[time.Duration]int{0: 2, 61 * time.Second: 1, 121 * time.Second: 0} {
		all, err := newShelf(t, path).Store.Silent(context.Background(), s.now.Add(wait))
		if err != nil || len(all) != want || want == 1 && !all["a.example:80"].Equal(s.now.Add(2*time.Minute)) {
			t.Errorf("after %v: %v, %v", wait, all, err)
		}
	}
}

func TestValidators(t *testing.T) {
	s := newShelf(t, "")
	s.answer = func(r *http.Request) (int, http.Header, string, error) {
		if r.Header.Get("If-None-Match") == `"a"` && r.Header.Get("If-Modified-Since") != "" {
			return 304, http.Header{"Cache-Control": {"max-age=7200"}}, "", nil
		}
		return 200, http.Header{"Etag": {`"a"`}, "Last-Modified": {"Thu, 17 May 2018 12:00:00 GMT"}, "Cache-Control": {"no-cache"}}, "page", nil
	}
	s.get("http://a.example/")
	s.now = s.now.Add(61 * time.Minute)
	for range 2 {
		if status, body, err := s.get("http://a.example/"); status != 200 || body != "page" || err != nil {
			t.Errorf("%d, %q, %v", status, body, err)
		}
		s.now = s.now.Add(time.Hour)
	}
	if s.asked.Load() != 2 {
		t.Errorf("asked %d times, want 2", s.asked.Load())
	}
}

func TestForever(t *testing.T) {
	s := newShelf(t, "")
	s.Forever = func(*http.Request, *http.Response) bool { return true }
	s.get("http://a.example/")
	s.now = s.now.AddDate(50, 0, 0)
	if s.get("http://a.example/"); s.asked.Load() != 1 {
		t.Errorf("a copy of an archive was asked for %d times", s.asked.Load())
	}
}

// closing is a body that says when it is closed.
type closing struct {
	io.Reader
	closed func()
}

// Close calls the function.
func (c *closing) Close() error { c.closed(); return nil }

// TestKeptBeforeClosed holds that an answer, a confirmation and a failure are kept by the time that the body is closed: the transport then asks on.
func TestKeptBeforeClosed(t *testing.T) {
	for _, status := range []int{http.StatusOK, http.StatusNotModified, http.StatusNotFound, http.StatusTooManyRequests} {
		s := newShelf(t, "")
		const at = "https://example.org/a"
		if status == http.StatusNotModified {
			s.answer = func(*http.Request) (int, http.Header, string, error) {
				return 200, http.Header{"Etag": {`"1"`}}, "page", nil
			}
			s.get(at)
			s.now = s.now.Add(48 * time.Hour)
		}
		kept := false
		s.Next = tripper(func(r *http.Request) (*http.Response, error) {
			return &http.Response{StatusCode: status, Header: http.Header{}, Request: r, Body: &closing{strings.NewReader(""), func() {
				e, _ := s.Store.get(r.Context(), at)
				met, _ := s.Store.Failures(r.Context(), at)
				kept = e != nil && e.checked.Equal(s.now) || len(met) > 0
			}}}, nil
		})
		if _, _, err := s.get(at); err != nil || !kept {
			t.Errorf("%d: kept %v, %v", status, kept, err)
		}
	}
}

// TestLeast holds that who wants it is answered with what was got or confirmed not long ago, and that this changes nothing of what is kept.
func TestLeast(t *testing.T) {
	s := newShelf(t, "")
	s.Least = 72 * time.Hour
	for _, c := range []struct {
		after time.Duration
		asked int32
	}{{0, 1}, {71 * time.Hour, 1}, {2 * time.Hour, 2}, {71 * time.Hour, 2}} {
		s.now = s.now.Add(c.after)
		if _, body, err := s.get("https://example.org/a"); body != "page" || err != nil || s.asked.Load() != c.asked {
			t.Errorf("after %v: asked %d times, want %d; %v", c.after, s.asked.Load(), c.asked, err)
		}
	}
	s.Least = 0
	if s.get("https://example.org/a"); s.asked.Load() != 3 {
		t.Errorf("asked %d times, want 3", s.asked.Load())
	}
}

// TestClockThatGoesBack holds that what was answered while the clock was ahead is asked again once that is set right, copies of archives aside, and that clocks may differ a
// little.
func TestClockThatGoesBack(t *testing.T) {
	for _, c := range []struct {
		name    string
		back    time.Duration
		forever bool
		asked   int32
	}{{"a little", 30 * time.Minute, false, 1}, {"a year", 365 * 24 * time.Hour, false, 2}, {"a year, a copy", 365 * 24 * time.Hour, true, 1}} {
		s := newShelf(t, "")
		s.Least = 30 * 24 * time.Hour
		s.Forever = func(*http.Request, *http.Response) bool { return c.forever }
		for range 2 {
			if _, _, err := s.get("http://a.example/"); err != nil {
				t.Fatal(err)
			}
			s.now = s.now.Add(-c.back)
		}
		if got := s.asked.Load(); got != c.asked {
			t.Errorf("%s: asked %d times, want %d", c.name, got, c.asked)
		}
	}
	s := newShelf(t, "")
	s.answer = func(*http.Request) (int, http.Header, string, error) {
		return http.StatusTooManyRequests, http.Header{"Retry-After": {"86400"}}, "", nil
	}
	if _, _, err := s.get("http://a.example/"); err != nil {
		t.Fatal(err)
	}
	for back, want := range map[time.Duration]int{time.Minute: 1, 365 * 24 * time.Hour: 0} {
		if silent, err := s.Store.Silent(t.Context(), s.now.Add(-back)); err != nil || len(silent) != want {
			t.Errorf("%v before: %v, %v, want %d", back, silent, err, want)
		}
	}
}

func TestOffline(t *testing.T) {
	s := newShelf(t, "")
	s.get("http://a.example/")
	s.now, s.Offline = s.now.AddDate(1, 0, 0), true
	if _, body, err := s.get("http://a.example/"); body != "page" || err != nil {
		t.Errorf("%q, %v", body, err)
	}
	if _, _, err := s.get("http://b.example/"); !errors.Is(err, ErrOffline) || s.asked.Load() != 1 {
		t.Errorf("%v after %d requests", err, s.asked.Load())
	}
}

// TestOneAtATime holds that the same question, asked at the same time, is one.
func TestOneAtATime(t *testing.T) {
	s := newShelf(t, "")
	var all sync.WaitGroup
	for range 20 {
		all.Go(func() { s.get("http://a.example/") })
	}
	all.Wait()
	if s.asked.Load() != 1 || len(s.busy) != 0 {
		t.Errorf("asked %d times, %d still wait", s.asked.Load(), len(s.busy))
	}
}

// TestForgery holds that a server cannot say when its page was got, and that no cookie is kept.
func TestForgery(t *testing.T) {
	s := newShelf(t, "")
	s.answer = func(*http.Request) (int, http.Header, string, error) {
		return 200, http.Header{At: {"1999-01-01T00:00:00Z"}, "Set-Cookie": {"a=b"}}, "page", nil
	}
	r, _ := http.NewRequest(http.MethodGet, "http://a.example/", nil)
	resp, err := s.RoundTrip(r)
	if err != nil || resp.Header.Get(At) != "2018-05-18T12:00:00Z" || resp.Header.Get("Set-Cookie") != "" {
		t.Errorf("%v, %v", resp.Header, err)
	}
}

func TestOtherFiles(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notes.txt")
	if err := os.WriteFile(path, []byte(strings.Repeat("no database ", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(path); err == nil || !strings.Contains(err.Error(), "--pages") {
		t.Errorf("got %v", err)
	}
}

// TestOlderFile holds that a file of an earlier version is brought up to this one with what it keeps, and that one of a later is left alone.
func TestOlderFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pages.db")
	db, err := sql.Open("sqlite3", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range []string{migrations[0], fmt.Sprintf("PRAGMA application_id = %d", applicationID),
		`INSERT INTO page VALUES ('http://e.example/', 200, '{"Content-Type":["text/html"]}', x'6f6c64', '2024-05-14T08:00:00Z', '2024-05-14T08:00:00Z', '9999-12-31T00:00:00Z')`} {
		if _, err := db.Exec(q); err != nil {
			t.Fatal(err)
		}
	}
	db.Close()
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if e, err := s.get(context.Background(), "http://e.example/"); err != nil || string(e.body) != "old" || e.peer != "" || e.confirmed != nil {
		t.Errorf("%+v, %v", e, err)
	}
	if _, err := s.db.Exec("PRAGMA user_version = 99"); err != nil {
		t.Fatal(err)
	}
	s.Close()
	if _, err := Open(path); err == nil || !strings.Contains(err.Error(), "newer verify") {
		t.Errorf("got %v", err)
	}
}
