package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// meddled is a file that somebody else changes when the first of it is read.
type meddled struct {
	*os.File
	change func(path string) error
}

func (m *meddled) Read(p []byte) (int, error) {
	if change := m.change; change != nil {
		m.change = nil
		n, err := m.File.Read(p[:1])
		return n, errors.Join(err, change(m.Name()))
	}
	return m.File.Read(p)
}

// TestFileThatChanges holds that no document is made of what somebody is writing.
func TestFileThatChanges(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name   string
		change func(path string) error
		want   error
	}{
		{"it is let alone", func(string) error { return nil }, nil},
		{"it grows", func(path string) error { return appendTo(path, "and more") }, errChanges},
		{"it is cut", func(path string) error { return os.Truncate(path, 3) }, errChanges},
		{"it is emptied", func(path string) error { return os.Truncate(path, 0) }, errChanges},
		{"another takes its place", func(path string) error {
			other := path + ".new"
			return errors.Join(os.WriteFile(other, []byte("another"), 0o600), os.Rename(other, path))
		}, nil},
	} {
		path := filepath.Join(t.TempDir(), "a.txt")
		if err := os.WriteFile(path, []byte(article), 0o600); err != nil {
			t.Fatal(err)
		}
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		raw, err := unchanged(&meddled{f, test.change})
		f.Close()
		if !errors.Is(err, test.want) || test.want == nil && string(raw) != article {
			t.Errorf("%s: %q, %v, want %v", test.name, raw, err, test.want)
		}
	}
}

// late is an input that somebody else begins to write after this long.
type late struct {
	wait time.Duration
	io.Reader
}

func (l *late) Read(p []byte) (int, error) {
	time.Sleep(l.wait)
	l.wait = 0
	return l.Reader.Read(p)
}

// TestInputThatIsLate holds that the time of a document begins when all of it is there.
func TestInputThatIsLate(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile("../../testdata/documents/river/article.html")
	if err != nil {
		t.Fatal(err)
	}
	const most = 400 * time.Millisecond
	j := &job{set: settings{maxTime: most, formatIn: "html"}, streams: streams{in: &late{most + most/4, bytes.NewReader(page)}}}
	if txt, err := j.read(t.Context(), "-"); err != nil || len(txt.Raw) == 0 {
		t.Errorf("an input that is late: %v", err)
	}
}

func appendTo(path, more string) error {
	f, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = io.WriteString(f, more)
	return errors.Join(err, f.Close())
}
