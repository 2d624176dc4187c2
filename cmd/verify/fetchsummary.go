package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"example.org/verify/fetch"
	"example.org/verify/fetch/archives"
	"example.org/verify/fetch/support"
	"example.org/verify/fetch/transport"
	"example.org/verify/reports"
)

// sayEstimate says what the run may cost: hosts, requests and, since each host is asked one thing at a time, how long that may take.
func (s *netSettings) sayEstimate(net *network, all []archives.Question) string {
	e := net.finder(nil).Estimate(all)
	line := fmt.Sprintf("%s of claims, %d to be sought on %s", counted(e.Questions, "source"), e.Sought, counted(e.Hosts, "host"))
	if s.offline {
		return line + ", offline: none is asked"
	}
	if e.Most == 0 {
		return line
	}
	line += fmt.Sprintf(": %d to %s", e.Least, counted(e.Most, "request"))
	if took := s.longest(net, &e); took >= time.Minute {
		line += " in at most " + counted(int((took+time.Minute-1)/time.Minute), "minute")
	}
	line += ", less what is kept"
	if s.budget >= 0 {
		line += fmt.Sprintf("; the budget is %d", s.budget)
	}
	return line
}

// longest is what the pauses of the host with most of them come to.
func (s *netSettings) longest(net *network, e *archives.Estimate) (most time.Duration) {
	paces := net.paces()
	for host, load := range e.ByHost {
		ask := max(s.pause, transport.DefaultPause)
		if net.wayback.Private[host] {
			ask = s.pause
		}
		read := ask
		if p := paces[host]; len(p) == 2 { // index and copies
			ask, read = p[0].Pause, p[1].Pause
		}
		most = max(most, time.Duration(load.Asks)*ask+time.Duration(load.Reads)*read)
	}
	return most
}

// fetchSummary is what a run came to.
type fetchSummary struct {
	verdicts map[fetch.Verdict]int
	unkept   int      // of those that were not sought: not kept, in an offline run
	missing  []string // a line for each source that was not found
}

// count adds what one source came to.
func (f *fetchSummary) count(ev *fetch.Evidence) {
	f.verdicts[ev.Verdict]++
	if ev.NotKept {
		f.unkept++
	}
}

// miss keeps why a source was not found, where it was not.
func (f *fetchSummary) miss(l *reports.Looked) {
	if l.Evidence.Verdict == support.NotFound {
		f.missing = append(f.missing, fmt.Sprintf("%s %s, %s: %s", reports.Visible(l.Path), l.Citation, reports.Visible(strings.TrimSpace(l.Raw)), reports.Visible(reports.Reasons(l.Evidence))))
	}
}

// say prints the verdicts, what was spent, and why each source was not found that was not.
func (f *fetchSummary) say(w io.Writer, net *network, stopped bool) {
	for _, line := range f.missing {
		fmt.Fprintf(w, "verify: not found: %s\n", line)
	}
	spent := counted(net.budget.Spent(), "request")
	if limit, ok := net.budget.Limit(); ok {
		spent = fmt.Sprintf("%d of %s", net.budget.Spent(), counted(limit, "request"))
	}
	if n := net.budget.Hosts(); n > 0 {
		spent += " to " + counted(n, "host")
	}
	fmt.Fprintf(w, "verify: %s; %s\n", sayVerdicts(f.verdicts), spent)
	if f.unkept > 0 {
		fmt.Fprintf(w, "verify: not among the pages that are kept: %d; without --offline they are asked for\n", f.unkept)
	}
	switch {
	case stopped && net.memory:
		fmt.Fprintln(w, "verify: stopped; the same command begins anew, since no pages are kept")
	case stopped:
		fmt.Fprintln(w, "verify: stopped; what was answered is kept, and the same command goes on from there")
	}
}

// sayVerdicts counts the verdicts, the best first.
func sayVerdicts(n map[fetch.Verdict]int) string {
	var parts []string
	for _, v := range reports.Verdicts {
		if n[v] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n[v], v))
		}
	}
	if parts == nil {
		return "nothing to look up"
	}
	return strings.Join(parts, ", ")
}

// counted is a number and its noun, which has an s but for one.
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
