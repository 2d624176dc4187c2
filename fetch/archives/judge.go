package archives

import (
	"context"
	"mime"
	"net/http"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"example.org/verify/fetch"
	"example.org/verify/fetch/page"
	"example.org/verify/fetch/support"
)

// judge asks for a candidate and judges the claim by it. The state says how it was met; where that shows no page, Why of the evidence says
// what was seen.
func (s *search) judge(ctx context.Context, c *Candidate) (*fetch.Evidence, fetch.State, error) {
	a, err := s.ask(ctx, c)
	if err != nil {
		s.meet(c, s.log.last())
		return nil, "", err
	}
	ev := &fetch.Evidence{Page: a.Final}
	state, why := meet(a)
	if c.copied() {
		state, why = s.meetCapture(a, c, ev)
	}
	if state.Verdict() == "" {
		if why := unreadable(a); why != "" {
			state, ev.Why = fetch.Unreadable, why
		} else {
			state = s.judgePage(a, ev, state)
		}
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

// judgePage reads the page and judges the claim by it.
func (s *search) judgePage(a *Answer, ev *fetch.Evidence, state fetch.State) fetch.State {
	p := page.Read(decoded(a), page.Options{URL: ev.Page, Now: s.Now(), Registry: s.Registry})
	a.Read = p
	ev.Result = support.Judge(s.q.claim(), p)
	ev.Title, ev.Agency, ev.Correction, ev.Language = p.Title, p.Credit.Agency, p.Correction, p.Language
	ev.Day, ev.DayFrom = p.Date.ISO, string(p.Date.How)
	return seen(state, p, &ev.Result)
}

// unreadable says why an answer is no page that can be read.
func unreadable(a *Answer) string {
	kind := a.Type
	if kind == "" || strings.HasPrefix(kind, "application/octet-stream") {
		kind = http.DetectContentType(a.Body)
	}
	kind, _, _ = mime.ParseMediaType(kind)
	switch {
	case kind == "", strings.HasPrefix(kind, "text/"), kind == "application/xhtml+xml", kind == "application/xml":
		return ""
	}
	return "it is " + kind + ", which is not read from the network yet"
}

// decoded is the body for the reader of pages: where the server declares a charset that the bytes bear out, in UTF-8 with the mark that
// says so, because the declaration of the server counts for more than that of the page.
func decoded(a *Answer) []byte {
	_, params, err := mime.ParseMediaType(a.Type)
	label := strings.ToLower(params["charset"])
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
