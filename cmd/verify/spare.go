package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// kept is a file that a run reads or records in, which no option may write over, and what people are told that it is.
type kept struct{ path, what string }

// the other files that SQLite keeps beside a database
var besideDatabase = []string{"", "-wal", "-shm", "-journal"}

// keptBy are the files that a run over some documents reads and records in: the documents, their desks' settings and ledgers, and the pages.
func (s *settings) keptBy(names []string, pages string, others ...kept) []kept {
	all := others
	d := newDesks(s)
	seen := map[string]bool{}
	for _, name := range names {
		if name != "-" {
			all = append(all, kept{name, "one of the documents"})
		}
		path, trusted := d.find(name)
		if seen[path] {
			continue
		}
		seen[path] = true
		f := &configFile{path: path}
		if path != "" {
			all = append(all, kept{path, "the configuration"})
			if read, err := readConfig(path, trusted); err == nil { // a fault is told of when the document is read
				f = read
			}
		}
		if led, err := ledgerOf(s, f); err == nil && led != "none" {
			all = append(all, database(led, "the ledger")...)
		}
	}
	if path, err := (&netSettings{pages: pages}).pagesPath(); err == nil && path != "" {
		all = append(all, database(path, "the file that keeps the pages")...)
	}
	return all
}

func database(path, what string) (all []kept) {
	for _, end := range besideDatabase {
		all = append(all, kept{path + end, what})
	}
	return all
}

// spare refuses an output that is one of the files of a run over some documents, or one of others.
func (s *settings) spare(option, out string, names []string, pages string, others ...kept) error {
	if out == "" || out == "-" {
		return nil
	}
	return spare(option, out, s.keptBy(names, pages, others...))
}

// spare refuses an output, which an option names, that is a folder or one of the files that the run needs, by whatever name, link or path.
func spare(option, out string, keep []kept) error {
	if out == "" || out == "-" {
		return nil
	}
	info, err := os.Stat(out)
	switch {
	case errors.Is(err, fs.ErrNotExist): // it may be what the run is to make first
		info = nil
	case err != nil:
		return fmt.Errorf("%s %s: %w", option, out, cureWriting(err))
	case info.IsDir():
		return fmt.Errorf("%s %s is a folder; name a file in it", option, out)
	case !info.Mode().IsRegular():
		return nil // a pipe, a terminal: nothing there is written over
	}
	path := placeOf(out)
	for _, k := range keep {
		same := info == nil && placeOf(k.path) == path
		if was, err := os.Stat(k.path); err == nil && info != nil {
			same = os.SameFile(was, info)
		}
		if same {
			return fmt.Errorf("%s %s is %s; name another file", option, out, k.what)
		}
	}
	return nil
}

// placeOf is where a file lies, or would: its absolute path, links resolved as far as there are any.
func placeOf(name string) string {
	name = linked(name)
	dir, err := filepath.Abs(filepath.Dir(name))
	if err != nil {
		return name
	}
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	return filepath.Join(dir, filepath.Base(name))
}

// linked is the file that a link stands for, also where that is not there yet; any other name is itself.
func linked(name string) string {
	const most = 40 // as Linux follows
	for range most {
		to, err := os.Readlink(name)
		if err != nil {
			break
		}
		if !filepath.IsAbs(to) {
			to = filepath.Dir(name) + string(filepath.Separator) + to // not cleaned: .. goes up from where a linked folder lies
		}
		name = to
	}
	return name
}
