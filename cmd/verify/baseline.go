package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"example.org/verify/reports"
	"example.org/verify/score"
)

// baselineSchema names the form of a baseline. What breaks it takes a new number.
const baselineSchema = "verify/baseline/1"

// baseline is what a desk began with: the findings of each document by their fingerprints, which edits elsewhere in the document do not
// change. Documents are named from the baseline's own folder, so that it can be kept beside them and read from anywhere.
type baseline struct {
	Schema    string                          `json:"schema"`
	Documents map[string]map[string]knownSlip `json:"documents"`

	dir string
}

// knownSlip is one finding of a baseline; the message is for people.
type knownSlip struct {
	Rule    string `json:"rule"`
	Message string `json:"message"`
}

func newBaseline(path string) (*baseline, error) {
	dir, err := filepath.Abs(filepath.Dir(path))
	return &baseline{Schema: baselineSchema, Documents: map[string]map[string]knownSlip{}, dir: dir}, err
}

func readBaseline(path string) (*baseline, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("--baseline %s: %w; --write-baseline writes one", path, cure(err))
	}
	b, err := newBaseline(path)
	if err != nil {
		return nil, err
	}
	d := json.NewDecoder(bytes.NewReader(content))
	d.DisallowUnknownFields()
	if err := d.Decode(b); err != nil {
		return nil, fmt.Errorf("--baseline %s: it cannot be read: %w; --write-baseline writes a new one", path, err)
	}
	if b.Schema != baselineSchema {
		return nil, fmt.Errorf("--baseline %s: it is no baseline of this version (schema %q, want %q); --write-baseline writes a new one", path, b.Schema, baselineSchema)
	}
	return b, nil
}

// key names a document in the baseline.
func (b *baseline) key(name string) string {
	path, err := filepath.Abs(name)
	if err != nil || name == "-" {
		return name
	}
	if rel, err := filepath.Rel(b.dir, path); err == nil {
		path = rel
	}
	return filepath.ToSlash(path)
}

// mark silences the findings that the baseline knows, but for those that somebody else has silenced.
func (b *baseline) mark(a *score.Analysis) {
	known := b.Documents[b.key(a.Document.Text.Name)]
	for i := range a.Findings {
		f := &a.Findings[i]
		if _, ok := known[f.Fingerprint]; ok && f.Silenced == nil {
			f.Silenced = &score.Silence{By: reports.ByBaseline, Reason: "it was there when the baseline was written"}
		}
	}
}

// count adds up how many of a document's known findings of some rules remain, and how many are gone.
func (b *baseline) count(a *score.Analysis, selects func(rule string) bool, n *reports.Baseline) {
	now := map[string]bool{}
	for i := range a.Findings {
		f := &a.Findings[i]
		now[f.Fingerprint] = true
		if f.Silenced != nil && f.Silenced.By == reports.ByBaseline {
			n.Remain++
		}
	}
	for fp, slip := range b.Documents[b.key(a.Document.Text.Name)] {
		if selects(slip.Rule) && !now[fp] {
			n.Gone++
		}
	}
}

// add takes a document's findings into the baseline, silenced ones aside.
func (b *baseline) add(a *score.Analysis) (n int) {
	slips := map[string]knownSlip{}
	for i := range a.Findings {
		if f := &a.Findings[i]; f.Silenced == nil {
			slips[f.Fingerprint] = knownSlip{f.Rule, f.Message}
		}
	}
	if len(slips) > 0 {
		b.Documents[b.key(a.Document.Text.Name)] = slips
	}
	return len(slips)
}

// writeBaseline takes all that is found now for known. Where a file fails, the baseline that is there stays as it is.
func (g *gate) writeBaseline(ctx context.Context, args []string) error {
	path := g.flags.writeBaseline
	b, err := newBaseline(path)
	if err != nil {
		return err
	}
	n := 0
	for a := range g.through(ctx, args, g.selected) {
		n += b.add(a)
	}
	if ctx.Err() != nil || g.failed > 0 || g.lookups.lost() != nil {
		fmt.Fprintf(g.streams.err, "verify: %s was not written: not all files were read\n", reports.Visible(path))
		return g.job.end(ctx, nil)
	}
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(b); err != nil {
		return err
	}
	if err := g.deliver("--write-baseline", path, out.Bytes()); err != nil {
		return err
	}
	if path == "-" {
		return nil
	}
	_, err = fmt.Fprintf(g.streams.out, "%s: the baseline holds %d findings in %d of %d documents; verify check --baseline %s tells of new ones only\n",
		reports.Visible(path), n, len(b.Documents), g.done, reports.Visible(path))
	return err
}
