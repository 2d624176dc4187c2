// Package rules says what an editor should look at. Each rule is one value with its words; Rules lists them, and Check runs them over an
// analysed document. A rule judges what the parser and the score have found. Where it needs words (those of planning, of speaking, of the
// present), they stand by language in lexicon.go, and a language without them stays silent.
//
// A pass (pass.go) goes through one document with every rule and collects what they report; Check may run in several goroutines at once. Rules are in a file for each
// family: how to add one is in CONTRIBUTING.md.
package rules

import (
	"cmp"
	"context"
	"slices"
	"sort"
	"strings"

	"example.org/verify/citations"
	"example.org/verify/citations/dates"
	"example.org/verify/citations/outlets"
	"example.org/verify/score"
)

// Rule is one thing that a careful copy editor of sourcing looks for, with its words for `verify explain`.
type Rule struct {
	ID       string // family.name; never changes
	Severity score.Severity
	Title    string // one line
	Doc      string // what it means
	Why      string // why it matters
	Example  string // a text on which it fires
	NearMiss string // a text that looks like it and on which it is silent
	Seen     string // what was seen when the example was looked up, for a rule of what was; else ""
	NearSeen string // the same of the near miss
	Cure     string // how to mend it
	Source   string // where the rule comes from
	run      func(*pass)
}

// Options say how the rules are run. The zero Options are valid.
type Options struct {
	Registry *outlets.Registry         // nil is outlets.Default()
	Events   *Events                   // of this document, where they have been found already; nil finds them
	Severity map[string]score.Severity // by rule, where the desk differs; Off leaves it out

	CurrentYear string      // house style for sources of the year of publication: omit | print; "" and any leave it open
	DateOrder   dates.Order // of numeric dates, where the house has declared it
	StaleDays   int         // 0 is 183

	MaxOutletShare        float64 // 0 is .40 for article.over-reliance, and switches policy.share off
	MinCoverage           float64 // 0 switches policy.coverage off
	MinCorroboration      int     // 0 switches policy.corroboration off
	MinCorroborationGrave int     // for claims of weight; 0 is MinCorroboration

	// Silence is called once with the findings of all other rules in reading order. It marks those that it silences, and returns
	// the silences that are faulty, for policy.silence. Nil silences nothing.
	Silence func([]score.Finding) []Fault
}

// Fault is a silence that has expired, gives no reason or silences nothing.
type Fault struct {
	Span citations.Span // where it stands in the document; zero for one in the desk's file
	What string         // "the silence for date.stale expired on 2018-01-01"
	Cure string
}

// All lists the rules in the order of their ids.
func All() []Rule {
	out := append([]Rule(nil), Rules...)
	sort.Slice(out, func(i, j int) bool { return out[i].ID < out[j].ID })
	return out
}

// Find returns the rule with an id.
func Find(id string) (Rule, bool) {
	for _, r := range Rules {
		if r.ID == id {
			return r, true
		}
	}
	return Rule{}, false
}

// Check runs all rules and returns their findings in reading order. It may be called from several goroutines. a must be the analysis of doc.
func Check(doc *citations.Document, a *score.Analysis, o Options) []score.Finding {
	found, _ := CheckContext(context.Background(), doc, a, o)
	return found
}

// CheckContext is Check for a caller who may stop waiting: soon after ctx has ended it returns ctx.Err() and no findings. There is no other error.
func CheckContext(ctx context.Context, doc *citations.Document, a *score.Analysis, o Options) ([]score.Finding, error) {
	if o.Registry == nil {
		o.Registry = outlets.Default()
	}
	p := newPass(ctx, doc, a, &o)
	for i := range Rules {
		p.apply(&Rules[i])
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	p.out = inOrder(p.out)
	if o.Silence != nil {
		p.faults = o.Silence(p.out)
		p.apply(&policySilence)
		p.out = inOrder(p.out)
	}
	return p.out, nil
}

// inOrder gives findings in reading order, those of one place by their rule.
func inOrder(fs []score.Finding) []score.Finding {
	order := make([]int, len(fs))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		return cmp.Or(fs[i].Span.Start-fs[j].Span.Start, strings.Compare(fs[i].Rule, fs[j].Rule), i-j)
	})
	var out []score.Finding // nil for none
	if len(fs) > 0 {
		out = make([]score.Finding, len(fs))
	}
	for to, from := range order {
		out[to] = fs[from]
	}
	return out
}
