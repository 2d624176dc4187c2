package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

// config is a .verify.toml. Its zero value is that of a desk without one.
type config struct {
	Document documentConfig    `toml:"document"`
	Policy   policyConfig      `toml:"policy"`
	Ledger   ledgerConfig      `toml:"ledger"`
	Silence  []silenceConfig   `toml:"silence"`
	Outlet   []outletConfig    `toml:"outlet"`
	Ratings  map[string]string `toml:"ratings"` // outlet id → letter, and "source": whose they are
	Points   pointsConfig      `toml:"points"`
	Fetch    fetchConfig       `toml:"fetch"`
}

type documentConfig struct {
	Publication string `toml:"publication"`
	Published   string `toml:"published"`
	CurrentYear string `toml:"current_year"`
	DateOrder   string `toml:"date_order"`
}

// policyConfig is what a desk holds a document to. A nil minimum is not set.
type policyConfig struct {
	FailOn                string            `toml:"fail_on"`
	MinCorroboration      *int              `toml:"min_corroboration"`
	MinCorroborationGrave *int              `toml:"min_corroboration_grave"`
	MinCoverage           *float64          `toml:"min_coverage"`
	MaxOutletShare        *float64          `toml:"max_outlet_share"`
	StaleDays             *int              `toml:"stale_days"`
	Rules                 map[string]string `toml:"rules"` // rule id → severity or off
}

type ledgerConfig struct {
	File string `toml:"file"`
}

type silenceConfig struct {
	Rule   string `toml:"rule"`
	Quote  string `toml:"quote"`
	Reason string `toml:"reason"`
	By     string `toml:"by"`
	Until  string `toml:"until"`
}

type outletConfig struct {
	ID        string   `toml:"id"`
	Name      string   `toml:"name"`
	Native    string   `toml:"native,omitempty"`
	Aliases   []string `toml:"aliases,omitempty"`
	Domains   []string `toml:"domains,omitempty"`
	Country   string   `toml:"country,omitempty"`
	Languages []string `toml:"languages,omitempty"`
	Kind      string   `toml:"kind,omitempty"`
	Owner     string   `toml:"owner,omitempty"`
	Control   string   `toml:"control,omitempty"`
	Timezone  string   `toml:"timezone,omitempty"`
	Archive   string   `toml:"archive,omitempty"`
	WordPress string   `toml:"wordpress,omitempty"`
	Sitemap   string   `toml:"sitemap,omitempty"`
}

// pointsConfig holds the weights of the points by letter; nil is the default's.
type pointsConfig struct {
	A, B, C, D, E, F *float64
}

type fetchConfig struct {
	Contact      string   `toml:"contact"`
	Wayback      string   `toml:"wayback"`
	Timegates    []string `toml:"timegates"`
	IgnoreRobots []string `toml:"ignore_robots"`
	Allow        []string `toml:"allow"`
	Proxy        string   `toml:"proxy"`
}

// configFile is a .verify.toml and what may be believed of it.
type configFile struct {
	path    string // "" if there is none
	trusted bool   // named by --config or lying in the user's own folder: it did not come with a document
	config  config
	notices []string // what of it is not honoured, one line each
}

// readConfig reads a .verify.toml strictly: an unknown key and a value that cannot be are errors with their line. Of a file that
// came with a document, what could open the network or grade an outlet is left out.
func readConfig(path string, trusted bool) (*configFile, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, cure(err))
	}
	f := &configFile{path: path, trusted: trusted}
	d := toml.NewDecoder(bytes.NewReader(content)).DisallowUnknownFields()
	if err := d.Decode(&f.config); err != nil {
		return nil, tomlError(path, err)
	}
	if err := f.validate(content); err != nil {
		return nil, err
	}
	if !trusted {
		f.distrust(content)
	}
	return f, nil
}

// tomlError gives an error of the TOML reader the line that it stands in.
func tomlError(path string, err error) error {
	var missing *toml.StrictMissingError
	if errors.As(err, &missing) && len(missing.Errors) > 0 {
		e := &missing.Errors[0]
		row, _ := e.Position()
		return fmt.Errorf("%s:%d: unknown key %q; take it out, or see verify init for those that there are", path, row, strings.Join(e.Key(), "."))
	}
	var wrong *toml.DecodeError
	if errors.As(err, &wrong) {
		row, column := wrong.Position()
		return fmt.Errorf("%s:%d:%d: %s", path, row, column, wrongValue(wrong))
	}
	return fmt.Errorf("%s: %w", path, err)
}

// wrongValue is what the TOML reader says, of a value that is of another kind than the key wants in the words of TOML, not of this program.
func wrongValue(wrong *toml.DecodeError) string {
	said := strings.TrimPrefix(wrong.Error(), "toml: ")
	found, into, ok := strings.Cut(said, " into ")
	found, ok2 := strings.CutPrefix(found, "cannot decode TOML ")
	if !ok || !ok2 {
		return said
	}
	key := strings.Join(wrong.Key(), ".")
	if key == "" {
		key = "this"
	}
	_, kind, _ := strings.Cut(into, " of type ")
	return fmt.Sprintf("%s is of the wrong kind (%s); write %s", key, found, wantedKind(kind))
}

func wantedKind(kind string) string {
	switch {
	case strings.HasPrefix(kind, "[]string"):
		return `a list of texts, as ["one", "two"]`
	case strings.HasPrefix(kind, "[]"):
		return "tables, each under its name in two pairs of brackets, as [[outlet]]"
	case strings.HasSuffix(kind, "string"):
		return `a text in quotation marks, as "text"`
	case strings.HasSuffix(kind, "int"):
		return "a whole number, as 30"
	case strings.HasSuffix(kind, "float64"):
		return "a number, as 0.5"
	}
	return "a table, its name in brackets, as [policy]"
}

// distrust takes out what a file that came with a document may not say, with a notice for each.
func (f *configFile) distrust(content []byte) {
	ignore := func(section string) {
		f.notices = append(f.notices, fmt.Sprintf("%s:%d: [%s] is ignored: it counts only in a file named by --config or in your own configuration folder",
			f.path, lineOf(content, section, ""), section))
	}
	if hasTable(content, "fetch") || !reflect.DeepEqual(f.config.Fetch, fetchConfig{}) { // TOML has several ways of writing a table
		ignore("fetch")
	}
	if hasTable(content, "ratings") || f.config.Ratings != nil {
		ignore("ratings")
	}
	f.config.Fetch, f.config.Ratings = fetchConfig{}, nil
}

// ledgerPath is the ledger that the file names, "" for none. Of a file that came with a document it lies inside that file's folder.
func (f *configFile) ledgerPath() string {
	if f.config.Ledger.File == "" || filepath.IsAbs(f.config.Ledger.File) {
		return f.config.Ledger.File
	}
	return filepath.Join(filepath.Dir(f.path), f.config.Ledger.File)
}
