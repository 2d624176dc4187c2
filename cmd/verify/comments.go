package main

import (
	"fmt"
	"sort"
	"strings"

	"example.org/verify/citations/text"
	"example.org/verify/score"
	"example.org/verify/score/rules"
)

// ignoreMark begins a comment that silences: <!-- verify:ignore RULE: reason -->.
const ignoreMark = "verify:ignore"

// silenceByComments marks the findings that a comment in the document says need no action: those of its rule in the paragraph that it
// stands in, or beside which it stands. One that gives no reason, names no rule or silences nothing is returned as a fault.
func silenceByComments(t *text.Text, findings []score.Finding) []rules.Fault {
	var faults []rules.Fault
	for _, c := range t.Comments {
		rule, reason, ok := cutIgnore(c.Text)
		if !ok {
			continue
		}
		what := ""
		switch {
		case !knownRule(rule):
			what = fmt.Sprintf("a silence for %q, which is no rule", rule)
		case reason == "":
			what = fmt.Sprintf("the silence for %s gives no reason", rule)
		case !silenceAt(t, c.Range.Start, findings, rule, reason):
			what = fmt.Sprintf("the silence for %s silences nothing", rule)
		default:
			continue
		}
		faults = append(faults, rules.Fault{Span: t.Source(c.Range), What: what, Cure: "write <!-- verify:ignore RULE: reason -->, or take it out"})
	}
	return faults
}

// cutIgnore parts "verify:ignore RULE: reason".
func cutIgnore(comment string) (rule, reason string, ok bool) {
	rest, ok := strings.CutPrefix(strings.TrimSpace(comment), ignoreMark)
	rule, reason, _ = strings.Cut(rest, ":")
	return strings.TrimSpace(rule), strings.TrimSpace(reason), ok
}

// silenceAt marks the findings of a rule that begin in the paragraphs at a place of the clean text, and reports whether there were any.
// The findings are in reading order.
func silenceAt(t *text.Text, at int, findings []score.Finding, rule, reason string) bool {
	found := false
	for _, b := range paragraphsAt(t.Blocks, at) {
		block := t.Source(b.Range)
		first := sort.Search(len(findings), func(i int) bool { return findings[i].Span.Start >= block.Start })
		for i := first; i < len(findings) && findings[i].Span.Start < block.End; i++ {
			if f := &findings[i]; f.Rule == rule && f.Silenced == nil {
				f.Silenced = &score.Silence{By: "a comment in the document", Reason: reason}
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
