package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"example.org/verify/citations"
	"example.org/verify/citations/dates"
	"example.org/verify/citations/outlets"
	"example.org/verify/reports"
	"example.org/verify/score"
	"example.org/verify/score/ledger"
	"example.org/verify/score/rules"
)

// desk is what a house says about the documents that it reads: its settings, its registry and its letters.
type desk struct {
	file     *configFile
	set      *settings
	registry *outlets.Registry
	hash     string // of everything that can change a result
	ledger   string // path, or "none"
	facts    facts  // what is known of one document, for an audit
}

// desks finds the desk of each document and reads its file once.
type desks struct {
	set    *settings
	mu     sync.Mutex
	byFile map[string]*deskOrError
	told   map[string]bool // files whose notices were given out
}

type deskOrError struct {
	desk *desk
	err  error
}

func newDesks(set *settings) *desks {
	return &desks{set: set, byFile: map[string]*deskOrError{}, told: map[string]bool{}}
}

// of finds the desk of a document. The notices of a desk's file come with the first document that asks.
func (d *desks) of(name string) (*desk, []string, error) {
	path, trusted := d.find(name)
	d.mu.Lock()
	defer d.mu.Unlock()
	known := d.byFile[path]
	if known == nil {
		k, err := newDesk(path, trusted, d.set)
		known = &deskOrError{k, err}
		d.byFile[path] = known
	}
	if known.err != nil || d.told[path] {
		return known.desk, nil, known.err
	}
	d.told[path] = true
	return known.desk, known.desk.file.notices, nil
}

// find gives the path of the .verify.toml for a document, "" for none, and whether it may be trusted: that of --config, else the
// one beside the document or in a folder above it, else the user's own.
func (d *desks) find(name string) (path string, trusted bool) {
	switch {
	case d.set.noConfig:
		return "", true
	case d.set.config != "":
		return d.set.config, true
	}
	dir, err := filepath.Abs(filepath.Dir(name)) // of "-" the folder that the program runs in
	if err == nil {
		if path := upwards(dir); path != "" {
			return path, false
		}
	}
	return ownConfig(), true
}

const configName = ".verify.toml"

// upwards looks in a folder and those above it, up to the root of the repository, or the user's home folder where there is none. A folder
// that lies in neither has only its own file: what lies above it may be anybody's.
func upwards(dir string) string {
	top := topOf(dir)
	for {
		if path := filepath.Join(dir, configName); isFile(path) {
			return path
		}
		if dir == top {
			return ""
		}
		dir = filepath.Dir(dir)
	}
}

// topOf is the highest folder above dir that belongs to the document.
func topOf(dir string) string {
	home, _ := os.UserHomeDir() // "" is no folder
	for at := dir; ; at = filepath.Dir(at) {
		if _, err := os.Stat(filepath.Join(at, ".git")); err == nil || at == home {
			return at
		}
		if at == filepath.Dir(at) {
			return dir
		}
	}
}

// ownConfig is the file in the user's configuration folder, "" if there is none.
func ownConfig() string {
	dir, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	for _, path := range []string{filepath.Join(dir, "verify", configName), filepath.Join(dir, configName)} {
		if isFile(path) {
			return path
		}
	}
	return ""
}

func isFile(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular() || errors.Is(err, fs.ErrPermission)
}

// newDesk reads a desk's file, "" for none, and makes of it and the flags what documents are read with.
func newDesk(path string, trusted bool, set *settings) (*desk, error) {
	d := &desk{file: &configFile{}, set: set, registry: outlets.Default()}
	var err error
	if path != "" {
		if d.file, err = readConfig(path, trusted); err != nil {
			return nil, err
		}
	}
	c := &d.file.config
	if len(c.Outlet) > 0 {
		if d.registry, err = d.registry.With(ownOutlets(c.Outlet)); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
	}
	if d.ledger, err = ledgerOf(set, d.file); err != nil {
		d.file.notices = append(d.file.notices, "not recorded: "+reports.Visible(err.Error()))
		d.ledger = "none"
	}
	d.hash, err = set.hash(buildID(), d.registry.Hash(), c)
	return d, err
}

// ledgerOf chooses the ledger: the flag's, the desk's, the default.
func ledgerOf(set *settings, f *configFile) (string, error) {
	if set.ledger != "" {
		return set.ledger, nil
	}
	if path := f.ledgerPath(); path != "" {
		return path, nil
	}
	path, err := defaultLedger()
	if err != nil {
		return "", fmt.Errorf("%w; name a ledger with --ledger", err)
	}
	return path, nil
}

func ownOutlets(list []outletConfig) []outlets.Outlet {
	own := make([]outlets.Outlet, len(list))
	for i, o := range list {
		own[i] = outlets.Outlet{ID: o.ID, Name: o.Name, Native: o.Native, Domains: o.Domains, Country: o.Country, Languages: o.Languages,
			Kind: outlets.Kind(o.Kind), Owner: o.Owner, Control: strings.TrimSuffix(o.Control, "unknown"), Zone: o.Timezone, Archive: o.Archive,
			WordPress: o.WordPress, Sitemap: o.Sitemap}
		for _, a := range o.Aliases {
			own[i].Aliases = append(own[i].Aliases, outlets.Alias{Text: a})
		}
	}
	return own
}

// options are what the parser is told. What a flag says wins over the desk's file.
func (d *desk) options() citations.Options {
	c := &d.file.config.Document
	o := citations.Options{Names: d.registry, Published: d.set.day, Publication: d.set.publication, DateOrder: dateOrder(c.DateOrder)}
	o.Named = d.facts.named
	if d.set.published != "" {
		o.PublishedBy = "flag"
	} else if !d.facts.published.IsZero() {
		o.Published, o.PublishedBy = d.facts.published, "flag"
	} else if c.Published != "" {
		o.Published, _ = dates.ParseISO(c.Published) // it was read when the file was
		o.PublishedBy = "policy"
	}
	if o.Publication != "" {
		o.PublicationBy = "flag"
	} else if c.Publication != "" {
		o.Publication, o.PublicationBy = c.Publication, "policy"
	}
	return o
}

func dateOrder(name string) dates.Order {
	switch name {
	case "mdy":
		return dates.MDY
	case "dmy":
		return dates.DMY
	}
	return dates.OrderUnknown
}

// env is what a document's score rests on beside the document.
func (d *desk) env(events *rules.Events) score.Env {
	return score.Env{Registry: d.registry, Before: events.Before, Event: events.Day, Ratings: d.ratings(), Weights: d.weights(), Settings: d.hash}
}

// ratings are the desk's letters, nil if it has loaded none.
func (d *desk) ratings() score.Ratings {
	letters := d.file.config.Ratings
	if letters == nil {
		return nil
	}
	r := make(score.Ratings, len(letters))
	for id, letter := range letters {
		if id != "source" {
			r[id] = score.Rating{Letter: letter, By: letters["source"]}
		}
	}
	return r
}

func (d *desk) weights() score.Weights {
	all := score.DefaultWeights
	for _, w := range d.file.config.Points.byLetter() {
		if w.given != nil {
			*w.of(&all) = *w.given
		}
	}
	return all
}

// rules are what the rules are told of the desk's policy, and of what was signed off.
func (d *desk) rules(doc *citations.Document, events *rules.Events, signed map[string]ledger.Decision) rules.Options {
	p := &d.file.config.Policy
	o := rules.Options{
		Registry: d.registry, Events: events, Severity: map[string]score.Severity{},
		CurrentYear: d.file.config.Document.CurrentYear, DateOrder: dateOrder(d.file.config.Document.DateOrder),
		StaleDays: given(p.StaleDays), MaxOutletShare: given(p.MaxOutletShare), MinCoverage: given(p.MinCoverage),
		MinCorroboration: given(p.MinCorroboration), MinCorroborationGrave: given(p.MinCorroborationGrave),
		Silence: func(findings []score.Finding) []rules.Fault {
			return slices.Concat(d.silence(doc, findings), silenceByComments(doc.Text, findings, d.set.time), silenceSigned(findings, signed, d.set.time))
		},
	}
	for id, name := range p.Rules {
		o.Severity[id] = severities[name]
	}
	return o
}

// given is a setting's value, 0 where it is not set.
func given[T int | float64](v *T) T {
	if v == nil {
		return 0
	}
	return *v
}

var severities = map[string]score.Severity{"off": score.Off, "suggestion": score.Suggestion, "warning": score.Warning, "error": score.Error}
