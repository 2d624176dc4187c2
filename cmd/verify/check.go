package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/verify/reports"
	"example.org/verify/score"
	"example.org/verify/score/rules"
)

// checkFlags are the flags of verify check.
type checkFlags struct {
	set     settings
	look    lookSettings
	format  string
	failOn  string
	rules   []string
	diff    bool
	write   bool
	signing signing

	baseline, writeBaseline string
}

func newCheck(s streams) *cobra.Command {
	var flags checkFlags
	c := &cobra.Command{
		Use:   "check FILE…",
		Short: "Hold articles to the desk's policy: findings only, exit code 1 where it is broken",
		Long: `check prints what an editor should look at, and nothing else. It ends with 1 where a finding is as grave as fail_on in .verify.toml says
(error, unless set), with 3 where some files could not be read.

A desk with old articles writes a baseline first, and from then on is told of new findings only:

  verify check --write-baseline baseline.json archive/*.txt
  verify check --baseline baseline.json archive/*.txt

With --fetch it looks the cited pages up first, as verify claims --fetch does.

A finding that needs no action is signed off with a reason, by the fingerprint behind its rule; the ledger remembers it through later
revisions.`,
		Example: "  verify check drafts/*.docx\n  verify check article.md --rule 'note.*' --fail-on warning\n  verify check article.txt --diff\n" +
			"  verify check article.txt --resolve 3f6c2a10 --reason 'the desk saw the letter'",
		Args: files,
		RunE: func(c *cobra.Command, args []string) error {
			if err := flags.validate(args); err != nil {
				return err
			}
			if err := flags.set.spare("--write-baseline", flags.writeBaseline, args, flags.look.pages); err != nil {
				return err
			}
			j, err := newJob(flags.set, s)
			if err != nil {
				return err
			}
			if over, err := j.lookUpFirst(c.Context(), &flags.look, args); over || err != nil {
				return errors.Join(err, j.close())
			}
			g := newGate(j, &flags)
			return errors.Join(g.run(c.Context(), args), j.close())
		},
	}
	flags.register(c)
	return c
}

func (o *checkFlags) register(c *cobra.Command) {
	o.set.register(c)
	o.look.register(c)
	f := c.Flags()
	f.StringVar(&o.format, "format", reports.CheckFormats[0].Name, "print as this `FORMAT`: "+strings.Join(reports.CheckNames(), ", "))
	f.StringVar(&o.failOn, "fail-on", "", "break the policy from this `SEVERITY` on: error, warning, suggestion (default as .verify.toml says, else error)")
	f.StringArrayVar(&o.rules, "rule", nil, "only findings of this `RULE`, or of a family as 'note.*'; may be given again")
	f.StringVar(&o.baseline, "baseline", "", "hold nothing against a document that the baseline in `FILE` knows")
	f.StringVar(&o.writeBaseline, "write-baseline", "", "write what is found now to `FILE`, as the baseline")
	f.BoolVar(&o.diff, "diff", false, "print the certain mends as a unified diff, nothing else")
	f.BoolVar(&o.write, "write", false, "make the certain mends in the files, then check those")
	o.signing.register(f)
	completeWith(c, "format", reports.CheckNames())
	completeWith(c, "fail-on", []string{"error", "warning", "suggestion"})
	completeWith(c, "rule", ruleNames())
}

// validate refuses values that cannot be and flags that do not go together.
func (o *checkFlags) validate(args []string) error {
	if err := reports.KnownCheck(o.format); err != nil {
		return err
	}
	if _, ok := severities[o.failOn]; o.failOn != "" && !ok || o.failOn == "off" {
		return fmt.Errorf("--fail-on %s: write one of error, warning, suggestion", o.failOn)
	}
	for _, r := range o.rules {
		if !slices.ContainsFunc(ruleNames(), func(id string) bool { return selects(r, id) }) {
			return fmt.Errorf("--rule %s: there is no such rule; %sverify rules lists them, 'note.*' takes a family", r, ruleMeant(r))
		}
	}
	if o.write && slices.Contains(args, "-") {
		return errors.New("--write: standard input cannot be written; name a file")
	}
	if err := o.exclusive(); err != nil {
		return err
	}
	return o.signing.check(&o.set)
}

// exclusive refuses two flags that each say what the command does.
func (o *checkFlags) exclusive() error {
	var named []string
	for _, x := range []struct {
		set  bool
		name string
	}{{o.diff, "--diff"}, {o.write, "--write"}, {o.writeBaseline != "", "--write-baseline"}, {len(o.signing.resolve) > 0, "--resolve"}} {
		if x.set {
			named = append(named, x.name)
		}
	}
	if o.baseline != "" && o.writeBaseline != "" {
		named = []string{"--baseline", "--write-baseline"}
	}
	if len(named) > 1 {
		return fmt.Errorf("%s exclude each other; leave one out", strings.Join(named, " and "))
	}
	return nil
}

func ruleNames() []string {
	var names []string
	for _, r := range rules.All() {
		names = append(names, r.ID)
	}
	return names
}

// selects reports whether --rule takes a rule: by its id, or by its family as "note.*".
func selects(pattern, id string) bool {
	if family, ok := strings.CutSuffix(pattern, "*"); ok {
		return strings.HasPrefix(id, family)
	}
	return pattern == id
}

// gate is one run of verify check.
type gate struct {
	*job
	flags  *checkFlags
	known  *baseline // nil without one
	report *reports.Check
}

func newGate(j *job, flags *checkFlags) *gate {
	g := &gate{job: j, flags: flags}
	j.mending = flags.write
	g.report = &reports.Check{Options: j.layout(j.streams.out), Version: version, Exit: g.exit}
	return g
}

func (g *gate) run(ctx context.Context, args []string) error {
	switch {
	case len(g.flags.signing.resolve) > 0:
		return g.resolve(ctx, args)
	case g.flags.writeBaseline != "":
		return g.writeBaseline(ctx, args)
	}
	if g.flags.baseline != "" {
		var err error
		if g.known, err = readBaseline(g.flags.baseline); err != nil {
			return err
		}
		g.report.Baseline = &reports.Baseline{}
	}
	var err error
	out := ending{ctx, g.streams.out}
	if g.flags.diff {
		err = reports.WriteDiff(out, g.documents(ctx, args), g.report)
	} else {
		err = reports.WriteCheck(out, g.flags.format, g.documents(ctx, args), g.report)
	}
	return g.end(ctx, err)
}

// documents gives the analyses with the findings that were asked for, those that the baseline knows marked.
func (g *gate) documents(ctx context.Context, names []string) func(func(*score.Analysis) bool) {
	return func(yield func(*score.Analysis) bool) {
		for a := range g.through(ctx, names, g.checked) {
			g.report.FailOn = g.failOn(a)
			if g.known != nil {
				g.known.count(a, g.flags.selects, g.report.Baseline)
			}
			if !yield(a) {
				return
			}
		}
		g.report.Failures = g.lost
	}
}

// checked reads one document as claims does, and makes its mends where that was asked for.
func (g *gate) checked(ctx context.Context, name string) result {
	r := g.selected(ctx, name)
	if r.err != nil || !g.flags.write && !g.flags.diff {
		return r
	}
	edits := reports.CertainEdits(r.analysis)
	if r.err = mendable(r.analysis, edits, g.flags.diff); r.err != nil || g.flags.diff || len(edits) == 0 {
		return r
	}
	if r.err = mend(r.analysis.Document.Text, edits); r.err != nil {
		return r
	}
	mended := g.selected(ctx, name)
	mended.notices = slices.Concat(r.notices, []string{fmt.Sprintf("%d mended", len(edits))}, mended.notices)
	return mended
}

func (g *gate) selected(ctx context.Context, name string) result {
	r := g.claims(ctx, name)
	if r.err != nil {
		return r
	}
	r.analysis.Findings = slices.DeleteFunc(r.analysis.Findings, func(f score.Finding) bool { return !g.flags.selects(f.Rule) })
	if g.known != nil {
		g.known.mark(r.analysis)
	}
	return r
}

// selects reports whether findings of a rule were asked for.
func (o *checkFlags) selects(id string) bool {
	return len(o.rules) == 0 || slices.ContainsFunc(o.rules, func(p string) bool { return selects(p, id) })
}

// failOn is what breaks the policy of a document: what the flag says, else its desk.
func (g *gate) failOn(a *score.Analysis) score.Severity {
	name := g.flags.failOn
	if name == "" {
		if d, _, err := g.desks.of(a.Document.Text.Name); err == nil { // it was read when the document was
			name = d.file.config.Policy.FailOn
		}
	}
	if s := severities[name]; s != score.Off {
		return s
	}
	return score.Error
}

// exit is the exit code, once all documents are through. That some files failed beats that the policy is broken.
func (g *gate) exit() int {
	switch {
	case g.failed > 0 && g.done == 0:
		return exitUnable
	case g.failed > 0:
		return exitSome
	case g.report.Broken > 0:
		return exitBroken
	}
	return exitDone
}

// end says on standard error what a report for programs cannot hold, and that the policy is broken.
func (g *gate) end(ctx context.Context, err error) error {
	if err != nil || ctx.Err() != nil || g.lookups.lost() != nil {
		return g.job.end(ctx, err)
	}
	if (g.flags.format != "text" || g.flags.diff) && !g.report.Quiet() {
		fmt.Fprintf(g.streams.err, "verify: %s\n", g.report.Summary())
	}
	if g.report.Broken > 0 {
		what := fmt.Sprintf("the policy is broken by %d of the findings", g.report.Broken)
		if g.failed > 0 {
			what = fmt.Sprintf("%d of %d files failed, and %s in the others", g.failed, g.failed+g.done, what)
		}
		fmt.Fprintf(g.streams.err, "verify: %s\n", what)
	}
	if code := g.exit(); code != exitDone {
		return failed(code)
	}
	return nil
}
