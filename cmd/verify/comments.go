package main

import (
	"bytes"
	"fmt"
	"sort"
	"strings"
	"time"

	"example.org/verify/citations"
	"example.org/verify/citations/text"
	"example.org/verify/reports"
	"example.org/verify/score"
	"example.org/verify/score/rules"
)

// ignoreMark begins a comment that silences: <!-- verify:ignore RULE: reason (by NAME, until 2027-01-01) -->. What stands in the parenthesis
// may be left out.
const ignoreMark = "verify:ignore"

// silenceByComments marks the findings that a comment in the document says need no action: those of its rule in the paragraph that it
// stands in, or beside which it stands. One that gives no reason, names no rule or silences nothing is returned as a fault.
func silenceByComments(t *text.Text, findings []score.Finding, now time.Time) []rules.Fault {
	var faults []rules.Fault
	passed := 0
	for _, c := range t.Comments {
		rule, silence, ok := cutIgnore(c.Text)
		if !ok {
			continue
		}
		what := ""
		switch {
		case !knownRule(rule):
			what = fmt.Sprintf("a silence for %q, which is no rule", rule)
		case silence.Reason == "":
			what = fmt.Sprintf("the silence for %s gives no reason", rule)
		case silence.Until != "" && silence.Until < now.Format(time.DateOnly):
			what = fmt.Sprintf("the silence for %s expired on %s", rule, silence.Until)
		case !silenceAt(t, c.Range.Start, findings, rule, silence):
			what = fmt.Sprintf("the silence for %s silences nothing", rule)
		default:
			continue
		}
		at := commentSpan(t, c, passed)
		passed = at.End
		faults = append(faults, rules.Fault{Span: at, What: what, Cure: "write <!-- verify:ignore RULE: reason -->, or take it out"})
	}
	return faults
}

// commentSpan is where a comment stands in the source: between the printed text before it and that behind it, not before passed. Where the source has no comments, as
// that of an EPUB has none, it is the place of the text behind it.
func commentSpan(t *text.Text, c text.Comment, passed int) citations.Span {
	behind := t.Source(c.Range)
	from, to := passed, behind.Start
	if c.Range.Start == len(t.Clean) {
		to = len(t.Raw)
	}
	if c.Range.Start > 0 {
		from = max(from, t.Source(text.Range{Start: c.Range.Start - 1, End: c.Range.Start}).Start)
	}
	const open, end = "<!--", "-->"
	for from < to {
		n := bytes.Index(t.Raw[from:to], []byte(open))
		if n < 0 {
			break
		}
		from += n + len(open)
		says := t.Raw[from:]
		blanks := len(says) - len(bytes.TrimLeft(says, " \t\r\n"))
		if rest, ok := bytes.CutPrefix(says[blanks:], []byte(c.Text)); ok {
			stop := len(t.Raw) - len(rest)
			if n := bytes.Index(rest, []byte(end)); n >= 0 && len(bytes.TrimSpace(rest[:n])) == 0 {
				return citations.Span{Start: from - len(open), End: stop + n + len(end)}
			}
		}
	}
	return behind
}

// cutIgnore parts "verify:ignore RULE: reason (by NAME, until DAY)".
func cutIgnore(comment string) (rule string, s score.Silence, ok bool) {
	rest, ok := strings.CutPrefix(strings.TrimSpace(comment), ignoreMark)
	rule, reason, _ := strings.Cut(rest, ":")
	s = score.Silence{By: reports.ByComment, Reason: strings.TrimSpace(reason)}
	if by, until, n := cutSigned(s.Reason); n >= 0 {
		s.Reason, s.Until = strings.TrimSpace(s.Reason[:n]), until
		if by != "" {
			s.By = by + ", " + reports.ByComment
		}
	}
	return strings.TrimSpace(rule), s, ok
}

// cutSigned reads the parenthesis at the end of a reason; n is where it begins, -1 if it does not say who or until when.
func cutSigned(reason string) (by, until string, n int) {
	n = strings.LastIndexByte(reason, '(')
	if n < 0 || !strings.HasSuffix(reason, ")") {
		return "", "", -1
	}
	for part := range strings.SplitSeq(reason[n+1:len(reason)-1], ",") {
		part = strings.TrimSpace(part)
		if name, ok := strings.CutPrefix(part, "by "); ok && by == "" {
			by = strings.TrimSpace(name)
			continue
		}
		day, ok := strings.CutPrefix(part, "until ")
		if _, err := time.Parse(time.DateOnly, strings.TrimSpace(day)); !ok || err != nil {
			return "", "", -1
		}
		until = strings.TrimSpace(day)
	}
	return by, until, n
}

// silenceAt marks the findings of a rule that begin in the paragraphs at a place of the clean text, and reports whether there were any.
// The findings are in reading order.
func silenceAt(t *text.Text, at int, findings []score.Finding, rule string, s score.Silence) bool {
	found := false
	for _, b := range paragraphsAt(t.Blocks, at) {
		block := t.Source(b.Range)
		first := sort.Search(len(findings), func(i int) bool { return findings[i].Span.Start >= block.Start })
		for i := first; i < len(findings) && findings[i].Span.Start < block.End; i++ {
			if f := &findings[i]; f.Rule == rule && f.Silenced == nil {
				f.Silenced = &s
				found = true
			}
		}
	}
	return found
}

// paragraphsAt is the block that holds a place or that it directly follows, else the two between which it lies.
func paragraphsAt(blocks []text.Block, at int) []text.Block {
	next := sort.Search(len(blocks), func(i int) bool { return blocks[i].Range.Start > at })
	if next > 0 && at <= blocks[next-1].Range.End+1 {
		return blocks[next-1 : next]
	}
	return blocks[max(0, next-1):min(len(blocks), next+1)]
}
