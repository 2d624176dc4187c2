package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"runtime"

	"github.com/spf13/cobra"

	"example.org/verify/fetch/page"
	"example.org/verify/reports"
)

func newPage(s streams) *cobra.Command {
	var set pageSettings
	c := &cobra.Command{
		Use:   "page FILE…",
		Short: "Print what is read from a saved page",
		Long: `page reads saved web pages and prints what it takes from each: title, authors, date of publication and how that was found, address,
agency credit, correction, whether it is an article at all, and the main text. - is standard input.`,
		Example: "  verify page saved/*.html --format jsonl",
		Args:    files,
		RunE: func(c *cobra.Command, args []string) error {
			return set.each(c.Context(), s, args, func(name string, p *page.Page) error {
				return reports.WritePage(s.out, set.format, name, p)
			})
		},
	}
	set.register(c)
	return c
}

// pageSettings are the flags of the commands that read web pages.
type pageSettings struct {
	settings
	format string
	url    string
}

func (s *pageSettings) register(c *cobra.Command) {
	f := c.Flags()
	f.StringVar(&s.format, "format", "text", "print as this `FORMAT`: text, jsonl")
	f.StringVar(&s.url, "url", "", "the `ADDRESS` that the page was saved from")
	f.StringVar(&s.now, "now", "", "the `TIME` to take for now, as 2018-05-18 or RFC 3339: no page is of a later day")
	f.Int64Var(&s.maxBytes, "max-bytes", page.MaxBytes, "read no more than `N` bytes of a page")
	s.desk(f)
}

// check reads the flags whose values have a form.
func (s *pageSettings) check() error {
	switch s.format {
	case "text", "jsonl", "json":
		return s.settings.check()
	}
	return fmt.Errorf("no format %q; there are text, jsonl", s.format)
}

// readPage is what came of one file.
type readPage struct {
	name string
	page *page.Page
	err  error
}

// each reads the pages on all cores and hands them on in their order. A file that fails is named on standard error and the others go on.
func (s *pageSettings) each(ctx context.Context, st streams, names []string, write func(string, *page.Page) error) error {
	if err := s.check(); err != nil {
		return err
	}
	registry, err := s.registry()
	if err != nil {
		return err
	}
	j := &job{set: s.settings, streams: st, progress: newProgress(st, len(names))}
	defer j.progress.clear()
	o := page.Options{URL: s.url, Now: s.time, Registry: registry, MaxBytes: int(s.maxBytes)}
	for r := range s.pages(ctx, st, names, o) {
		if ctx.Err() != nil {
			break
		}
		j.say(result{name: r.name, err: r.err})
		if r.err != nil {
			continue
		}
		if err := write(r.name, r.page); err != nil {
			return j.end(ctx, err)
		}
	}
	return j.end(ctx, nil)
}

func (s *pageSettings) pages(ctx context.Context, st streams, names []string, o page.Options) iter.Seq[readPage] {
	return inOrder(names, runtime.GOMAXPROCS(0), func(name string) readPage {
		if ctx.Err() != nil {
			return readPage{name: name, err: ctx.Err()}
		}
		raw, err := readBytes(st, name, s.maxBytes)
		if err != nil {
			return readPage{name: name, err: err}
		}
		return readPage{name: name, page: page.Read(raw, o)}
	})
}

// readBytes reads the first bytes of a file, one more than limit, so that the reader of pages can tell that there are more.
func readBytes(st streams, name string, limit int64) ([]byte, error) {
	if name == "-" {
		return nonEmpty(io.ReadAll(io.LimitReader(st.in, limit+1)))
	}
	f, size, err := openFile(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if size == 0 || size > limit {
		return nonEmpty(io.ReadAll(io.LimitReader(f, limit+1)))
	}
	raw := make([]byte, size)
	n, err := io.ReadFull(f, raw)
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil
	}
	return nonEmpty(raw[:n], err)
}

func nonEmpty(raw []byte, err error) ([]byte, error) {
	if err == nil && len(raw) == 0 {
		err = errors.New("it is empty: there is nothing to read")
	}
	return raw, err
}
