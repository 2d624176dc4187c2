package archives

import (
	"bytes"
	"context"
	"fmt"
	"mime"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"example.org/verify/fetch"
	"example.org/verify/fetch/page"
	"example.org/verify/fetch/support"
	"example.org/verify/fetch/transport"
)

// judge asks for a candidate and judges the claim by it. The state says how it was met; where that shows no page, Why of the evidence says
// what was seen.
func (s *search) judge(ctx context.Context, c *Candidate) (*fetch.Evidence, fetch.State, error) {
	a, err := s.ask(ctx, c)
	if err != nil {
		if !transport.Local(err) {
			s.meet(c, s.log.last())
		}
		return nil, "", err
	}
	ev := &fetch.Evidence{Page: a.Final}
	state, why := meet(a)
	if c.copied() {
		state, why = s.meetCapture(a, c, ev)
	}
	if state.Verdict() == "" {
		s.Web.read(func() { state = s.readAndJudge(a, ev, state) })
	}
	own := s.log.last()
	if s.given(c) && doubted(state, &ev.Result) && s.shownForAll(ctx, a) {
		state, ev.Result = fetch.SoftGone, support.Result{Verdict: support.Gone, Why: "the server shows the same for an address that nobody has made"}
	}
	if ev.Why == "" {
		ev.Why = why
	}
	s.log.outcome(own, state)
	s.meet(c, own)
	return ev, state, nil
}

func (s *search) ask(ctx context.Context, c *Candidate) (*Answer, error) {
	if c.Gate && !c.Captured.IsZero() {
		return s.Web.GetAt(ctx, c.Address, c.Captured, s.log)
	}
	return s.Web.Get(ctx, c.Address, s.log)
}

// readAndJudge reads the page and judges the claim by it.
func (s *search) readAndJudge(a *Answer, ev *fetch.Evidence, state fetch.State) fetch.State {
	p, err := Read(a, s.options(ev.Page))
	if err != nil {
		ev.Why = err.Error()
		return fetch.Unreadable
	}
	a.Read = p
	ev.Result = support.Judge(s.q.claim(), p)
	ev.Title, ev.Agency, ev.Correction, ev.Language = p.Title, p.Credit.Agency, p.Correction, p.Language
	ev.SHA256, ev.Got = a.SHA256, a.At
	if ev.Read() {
		ev.Shingles = fetch.Shingles(p.Text())
	}
	ev.Day, ev.DayFrom, ev.Changed = p.Date.ISO, string(p.Date.How), p.Modified
	return seen(state, p, &ev.Result)
}

// options say what is known of a page beside its bytes.
func (s *search) options(address string) page.Options {
	return page.Options{URL: address, Now: s.Now(), Registry: s.Registry}
}

// Look asks for a page and reads it. State says how it was met; where it shows no page, page is nil and why says what was seen. An error
// is a request that had no answer.
func (w *Web) Look(ctx context.Context, address string, o page.Options, log *Log) (p *page.Page, state fetch.State, why string, err error) {
	a, err := w.Get(ctx, address, log)
	if err != nil {
		return nil, errorState(err), "", err
	}
	state, why = meet(a)
	if state.Verdict() != "" {
		return nil, state, why, nil
	}
	o.URL = a.Final
	if p, err = Read(a, o); err != nil {
		return nil, fetch.Unreadable, err.Error(), nil //nolint:nilerr // what is no page is an answer
	}
	return p, seen(state, p, &support.Result{}), why, nil
}

// Read reads the page or document that an answer holds. An error says why it is none.
func Read(a *Answer, o page.Options) (*page.Page, error) {
	kind, _, _ := mime.ParseMediaType(a.Type)
	switch {
	case kind == "", strings.HasPrefix(kind, "text/"), kind == "application/xhtml+xml", kind == "application/xml", kind == "application/octet-stream", documents[kind]:
		return page.ReadAny(decoded(a), o)
	}
	return nil, fmt.Errorf("it is %s, which has no text to read", kind)
}

// documents are the media types of the documents that are read beside web pages; others know them by these names too.
var documents = map[string]bool{"application/pdf": true, "application/x-pdf": true, "application/zip": true,
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document": true, "application/vnd.oasis.opendocument.text": true}

// decoded is the body for the reader of pages: where the server declares a charset that the bytes bear out, in UTF-8 with the mark that
// says so, because the declaration of the server counts for more than that of the page.
func decoded(a *Answer) []byte {
	_, params, err := mime.ParseMediaType(a.Type)
	label := strings.ToLower(params["charset"])
	if bytes.HasPrefix(a.Body, []byte("%PDF")) || bytes.HasPrefix(a.Body, []byte("PK\x03\x04")) {
		return a.Body // a document, whatever the server says of its letters
	}
	if err != nil || label == "" || label == "utf-8" || label == "utf8" || label == "iso-8859-1" || utf8.Valid(a.Body) {
		return a.Body // iso-8859-1 is what servers say that do not know
	}
	e, name := charset.Lookup(label)
	if e == nil || strings.HasPrefix(name, "utf-16") {
		return a.Body
	}
	out, err := e.NewDecoder().Bytes(a.Body)
	if err != nil {
		return a.Body
	}
	return append([]byte("\ufeff"), out...)
}
