package main

import (
	"context"
	"fmt"
	"io"
	"iter"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"example.org/verify/fetch"
	"example.org/verify/fetch/cache"
	"example.org/verify/fetch/warc"
)

// exporter writes a WACZ for each document into a folder, of the pages that are kept. The same pages give the same bytes.
type exporter struct {
	dir   string // "" writes none
	store *cache.Store
	taken map[string]bool         // names that are used
	spare func(path string) error // refuses to write over what the run needs
}

func newExporter(dir string, store *cache.Store, spare func(string) error) (*exporter, error) {
	if dir != "" {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return nil, fmt.Errorf("--export: %w", err)
		}
	}
	return &exporter{dir: dir, store: store, taken: map[string]bool{}, spare: spare}, nil
}

// write writes what the evidence of a document rests on, and gives the name of the file, "" for none. A run that was stopped exports what it has.
func (x *exporter) write(ctx context.Context, document string, evidence []fetch.Evidence) (path string, err error) {
	if x.dir == "" {
		return "", nil
	}
	ctx = context.WithoutCancel(ctx)
	keys, latest, err := x.store.Answered(ctx, asked(evidence))
	if err != nil {
		return "", err
	}
	path = filepath.Join(x.dir, x.name(document))
	if err := x.spare(path); err != nil {
		return "", err
	}
	info := warc.Info{Software: "verify/" + version, Title: filepath.Base(document), At: latest}
	return path, writeOutput(streams{}, path, func(w io.Writer) error { return warc.WriteWACZ(w, info, shown(evidence), x.exchanges(ctx, keys)) })
}

// name is the document's own with another ending; of two documents of one name the second has a number.
func (x *exporter) name(document string) string {
	base := filepath.Base(document)
	if document == "-" {
		base = "stdin"
	}
	base = strings.TrimSuffix(base, filepath.Ext(base))
	name := base + ".wacz"
	for n := 2; x.taken[name]; n++ {
		name = fmt.Sprintf("%s-%d.wacz", base, n)
	}
	x.taken[name] = true
	return name
}

// asked lists the addresses that were asked for a document, robots.txt where that was the answer.
func asked(evidence []fetch.Evidence) (all []string) {
	for i := range evidence {
		for _, a := range evidence[i].Attempts {
			if a.Status != 0 {
				all = append(all, a.URL)
			}
			if u, err := url.Parse(a.URL); err == nil && a.Outcome == string(fetch.Robots) {
				all = append(all, u.Scheme+"://"+u.Host+"/robots.txt")
			}
		}
	}
	return all
}

// shown lists the pages that a verdict rests on, each once, in the order of the document.
func shown(evidence []fetch.Evidence) (all []warc.Page) {
	seen := map[string]bool{}
	for i := range evidence {
		ev := &evidence[i]
		address := ev.Page
		if ev.Capture != "" {
			address = ev.Capture
		}
		if address == "" || ev.Title == "" || seen[address] {
			continue
		}
		seen[address] = true
		all = append(all, warc.Page{URL: address, At: answeredAt(ev, address), Title: ev.Title})
	}
	return all
}

// answeredAt is when an address answered.
func answeredAt(ev *fetch.Evidence, address string) (at time.Time) {
	for _, a := range ev.Attempts {
		if a.URL == address {
			at = a.At
		}
	}
	return at
}

// exchanges reads the answers one by one.
func (x *exporter) exchanges(ctx context.Context, keys []string) iter.Seq2[*warc.Exchange, error] {
	return func(yield func(*warc.Exchange, error) bool) {
		for _, key := range keys {
			k, err := x.store.Answer(ctx, key)
			if err != nil {
				yield(nil, err)
				return
			}
			e := warc.Exchange(*k)
			if !yield(&e, nil) {
				return
			}
		}
	}
}
