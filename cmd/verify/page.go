package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"example.org/verify/fetch/archives"
	"example.org/verify/fetch/page"
	"example.org/verify/fetch/support"
	"example.org/verify/reports"
)

func newPage(s streams) *cobra.Command {
	var set pageSettings
	c := &cobra.Command{
		Use:   "page FILE|URL…",
		Short: "Print what is read from a web page",
		Long: `page reads web pages, saved or from the web, and prints what it takes from each: title, authors, date of publication and how that was found,
address, agency credit, correction, whether it is an article at all, and the main text. PDF, Word and OpenDocument files are read as pages
too. - is standard input.

A URL is asked for as verify fetch does it: politely, with the contact that you give, public addresses only, and kept.`,
		Example: "  verify page saved/*.html --format jsonl\n  verify page https://labherald.example/2024/05/14/port/ --contact desk@example.org",
		Args:    files,
		RunE: func(c *cobra.Command, args []string) error {
			return set.each(c.Context(), s, args, func(r *readPage) error { return reports.WritePage(s.out, set.format, r.name, r.page) })
		},
	}
	set.register(c)
	return c
}

// pageSettings are the flags of the commands that read web pages.
type pageSettings struct {
	settings
	netSettings
	format  string
	url     string
	verdict bool // a page that cannot be had is an answer, not a failure
}

func (s *pageSettings) register(c *cobra.Command) {
	f := c.Flags()
	f.StringVar(&s.format, "format", "text", "print as this `FORMAT`: "+strings.Join(lineFormats, ", "))
	completeWith(c, "format", lineFormats)
	f.StringVar(&s.url, "url", "", "the `ADDRESS` that the page was saved from")
	f.StringVar(&s.now, "now", "", "the `TIME` to take for now, as 2018-05-18 or RFC 3339: no page is of a later day")
	f.Int64Var(&s.maxBytes, "max-bytes", page.MaxBytes, "read no more than `N` bytes of a page")
	s.network(f)
	s.desk(f)
}

// check reads the flags whose values have a form.
func (s *pageSettings) check() error {
	if err := checkLineFormat(s.format); err != nil {
		return err
	}
	if err := s.settings.check(); err != nil {
		return err
	}
	return s.netSettings.check(&s.settings)
}

// readPage is what came of one file or address.
type readPage struct {
	name string
	page *page.Page
	gone *support.Result // in place of a page, where the answer says that there is none
	err  error
}

// each reads the pages, files on all cores and hosts side by side, and hands them on in their order. What fails is named on standard error and
// the others go on.
func (s *pageSettings) each(ctx context.Context, st streams, names []string, write func(*readPage) error) (err error) {
	if err := s.check(); err != nil {
		return err
	}
	registry, err := s.registry()
	if err != nil {
		return err
	}
	read := pageReader{st: st, limit: s.maxBytes, verdict: s.verdict, options: page.Options{URL: s.url, Now: s.time, Registry: registry, MaxBytes: int(s.maxBytes)}}
	abreast := runtime.GOMAXPROCS(0)
	if slices.ContainsFunc(names, isAddress) {
		if read.net, err = s.open(&s.settings, false); err != nil {
			return err
		}
		defer func() { err = errors.Join(err, read.net.close()) }()
		abreast = max(abreast, 16)
	}
	j := &job{set: s.settings, streams: st, progress: newProgress(st, len(names))}
	defer j.progress.clear()
	for r := range inOrder(slices.Values(names), lanes{work: abreast}, func(name string) readPage { return read.one(ctx, name) }) {
		if ctx.Err() != nil {
			break
		}
		j.say(result{name: r.name, err: r.err})
		if r.err != nil {
			continue
		}
		if err := write(&r); err != nil {
			return j.end(ctx, err)
		}
	}
	return j.end(ctx, nil)
}

// isAddress reports whether an argument is to be asked for on the web.
func isAddress(name string) bool {
	return strings.HasPrefix(name, "http://") || strings.HasPrefix(name, "https://")
}

// pageReader reads one page after the other, from several goroutines.
type pageReader struct {
	st      streams
	net     *network // nil where no address is named
	limit   int64
	verdict bool
	options page.Options
}

func (p *pageReader) one(ctx context.Context, name string) readPage {
	switch {
	case ctx.Err() != nil:
		return readPage{name: name, err: ctx.Err()}
	case isAddress(name):
		return p.ask(ctx, name)
	}
	raw, err := readBytes(p.st, name, p.limit)
	if err != nil {
		return readPage{name: name, err: err}
	}
	r, err := page.ReadAny(raw, p.options)
	return readPage{name: name, page: r, err: err}
}

// ask asks for a page. One that is not to be had is a failure, or where verdicts are asked for a result with one.
func (p *pageReader) ask(ctx context.Context, address string) readPage {
	r, state, why, err := p.net.web.Look(ctx, address, p.options, &archives.Log{Now: time.Now})
	switch {
	case r != nil:
		return readPage{name: address, page: r}
	case ctx.Err() != nil:
		return readPage{name: address, err: ctx.Err()}
	case err != nil:
		why = err.Error()
	}
	if p.verdict {
		return readPage{name: address, gone: &support.Result{Verdict: state.Verdict(), Why: string(state) + ": " + why}}
	}
	return readPage{name: address, err: fmt.Errorf("%s: %s", state, why)}
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
