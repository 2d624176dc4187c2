package main

import (
	"context"
	"errors"
	"fmt"
	"os/user"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"example.org/verify/citations"
	"example.org/verify/reports"
	"example.org/verify/score"
	"example.org/verify/score/ledger"
	"example.org/verify/score/rules"
)

// resolved is the verdict of a sign-off.
const resolved = "resolved"

// signing are the flags that sign findings off.
type signing struct {
	resolve           []string // fingerprints, or their beginnings
	reason, by, until string
}

func (s *signing) register(f *pflag.FlagSet) {
	f.StringArrayVar(&s.resolve, "resolve", nil, "sign off the finding with this `FINGERPRINT`, or its beginning; may be given again")
	f.StringVar(&s.reason, "reason", "", "with --resolve, `WHY` the finding needs no action")
	f.StringVar(&s.by, "by", "", "`NAME` of whoever signs off (default yours)")
	f.StringVar(&s.until, "until", "", "the last `DAY`, as 2027-01-01, on which the sign-off counts (default for good)")
}

// shortest is how much of a fingerprint has to be given.
const shortest = 4

func (s *signing) check(set *settings) error {
	if len(s.resolve) == 0 {
		if s.reason != "" || s.by != "" || s.until != "" {
			return errors.New("--reason, --by and --until go with --resolve FINGERPRINT")
		}
		return nil
	}
	for _, fp := range s.resolve {
		if len(fp) < shortest {
			return fmt.Errorf("--resolve %s: give %d signs of the fingerprint or more; verify check prints it behind the rule", fp, shortest)
		}
	}
	if _, err := time.Parse(time.DateOnly, s.until); s.until != "" && err != nil {
		return fmt.Errorf("--until %s: write a day as 2027-01-01", s.until)
	}
	if now, err := parseNow(set.now); err == nil && s.until != "" && s.until < now.Format(time.DateOnly) {
		return fmt.Errorf("--until %s: that day has passed; name a later one", s.until)
	}
	switch {
	case strings.TrimSpace(s.reason) == "":
		return errors.New("--resolve needs a --reason")
	case set.ledger == "none":
		return errors.New("--resolve writes into the ledger; leave --ledger none out")
	}
	if s.by == "" {
		s.by = yourName()
	}
	return nil
}

// yourName is the name of whoever runs the program, as the system knows it.
func yourName() string {
	u, err := user.Current()
	if err != nil {
		return "unknown"
	}
	if name, _, _ := strings.Cut(u.Name, ","); name != "" { // the rest of a GECOS field is rooms and telephones
		return name
	}
	return u.Username
}

// resolve signs findings off in the ledgers of their documents, and prints them.
func (g *gate) resolve(ctx context.Context, args []string) error {
	found := map[string]bool{}
	var signed []signature
	for a := range g.through(ctx, args, g.selected) {
		for _, want := range g.flags.signing.resolve {
			f, err := findingBy(a, want)
			if err != nil {
				return err
			}
			if f != nil {
				found[want] = true
				signed = append(signed, signature{a, f})
			}
		}
	}
	if g.failed > 0 || ctx.Err() != nil {
		return g.job.end(ctx, nil)
	}
	for _, want := range g.flags.signing.resolve {
		if !found[want] {
			return fmt.Errorf("--resolve %s: there is no such finding here; verify check prints the fingerprints behind the rules", want)
		}
	}
	for _, s := range signed {
		if err := g.sign(ctx, s); err != nil {
			return err
		}
	}
	return nil
}

// signature is a finding to be signed off.
type signature struct {
	a *score.Analysis
	f *score.Finding
}

// findingBy is the finding whose fingerprint begins so, nil if there is none.
func findingBy(a *score.Analysis, prefix string) (*score.Finding, error) {
	var one *score.Finding
	for i := range a.Findings {
		f := &a.Findings[i]
		if !strings.HasPrefix(f.Fingerprint, strings.ToLower(prefix)) {
			continue
		}
		if one != nil {
			return nil, fmt.Errorf("--resolve %s: two findings begin so, %s and %s; give more of it", prefix, one.Fingerprint, f.Fingerprint)
		}
		one = f
	}
	return one, nil
}

func (g *gate) sign(ctx context.Context, s signature) error {
	doc := s.a.Document
	d, _, err := g.desks.of(doc.Text.Name)
	if err != nil {
		return err
	}
	led, err := g.ledgers.open(d.ledger)
	if err != nil {
		return err
	}
	m, err := metaOf(doc, g.set.time)
	if err != nil {
		return err
	}
	o := &g.flags.signing
	err = led.Decide(ctx, ledger.Decision{Doc: m.Doc, Fingerprint: s.f.Fingerprint, Verdict: resolved, By: o.by, Reason: o.reason, At: g.set.time, Until: o.until})
	if err != nil {
		return err
	}
	until := ""
	if o.until != "" {
		until = " until " + o.until
	}
	_, err = fmt.Fprintf(g.streams.out, "%s:%d:%d: %s [%s] is signed off by %s%s: %s\n", reports.Visible(doc.Text.Name), s.f.Line, s.f.Column,
		s.f.Fingerprint, s.f.Rule, reports.Visible(o.by), until, reports.Visible(o.reason))
	return err
}

// signedOff reads the sign-offs on a document, the last word on each finding. A ledger that cannot be read has none: that it cannot be
// written is said where the document is recorded.
func (j *job) signedOff(ctx context.Context, path string, doc *citations.Document) map[string]ledger.Decision {
	if j.unsigned || path == "none" || j.ledgers.broken(path) {
		return nil
	}
	led, err := j.ledgers.open(path)
	if err != nil {
		return nil
	}
	m, err := metaOf(doc, j.set.time)
	if err != nil {
		return nil
	}
	all, err := led.Decisions(ctx, m.Doc)
	if err != nil || len(all) == 0 {
		return nil
	}
	last := make(map[string]ledger.Decision, len(all))
	for _, d := range all {
		last[d.Fingerprint] = d
	}
	return last
}

// silenceSigned marks the findings that were signed off. One whose sign-off has run out is raised again, with a fault that says why.
func silenceSigned(findings []score.Finding, signed map[string]ledger.Decision, now time.Time) []rules.Fault {
	var faults []rules.Fault
	for i := range findings {
		f := &findings[i]
		d, ok := signed[f.Fingerprint]
		switch {
		case !ok || f.Silenced != nil || d.Verdict != resolved:
		case d.Until != "" && d.Until < now.Format(time.DateOnly):
			faults = append(faults, rules.Fault{Span: f.Span, What: fmt.Sprintf("the sign-off of %s by %s expired on %s", f.Rule, d.By, d.Until),
				Cure: "mend it, or sign it off again"})
		default:
			f.Silenced = &score.Silence{By: d.By, Reason: d.Reason, Until: d.Until}
		}
	}
	return faults
}
