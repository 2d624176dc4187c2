package main

import (
	"bytes"
	"fmt"
	"net"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"example.org/verify/citations/dates"
	"example.org/verify/score"
	"example.org/verify/score/rules"
)

// fault is a value that cannot be: where it stands, what is wrong and what would cure it.
type fault struct{ table, key, what string }

// validate checks what the TOML reader cannot: the values themselves. The first fault is the error, with its line.
func (f *configFile) validate(content []byte) error {
	c := &f.config
	for _, check := range []func(*config) *fault{checkDocument, checkPolicy, checkRules, checkSilences, checkRatings, checkPoints, checkFetch} {
		if x := check(c); x != nil {
			return fmt.Errorf("%s:%d: %s", f.path, lineOf(content, x.table, x.key), x.what)
		}
	}
	if !f.trusted && c.Ledger.File != "" && !filepath.IsLocal(c.Ledger.File) {
		return fmt.Errorf("%s:%d: file = %q: a ledger named beside a document lies in that folder; write a relative path, or name it with --ledger",
			f.path, lineOf(content, "ledger", "file"), c.Ledger.File)
	}
	return nil
}

// choice is the fault of a value that is none of the words, nil if it is one or "".
func choice(table, key, value string, words ...string) *fault {
	if value == "" || slices.Contains(words, value) {
		return nil
	}
	return &fault{table, key, fmt.Sprintf("%s = %q: write one of %s", key, value, strings.Join(words, ", "))}
}

func checkDocument(c *config) *fault {
	d := &c.Document
	if _, err := dates.ParseISO(d.Published); err != nil {
		return &fault{"document", "published", "published: " + err.Error()}
	}
	if x := choice("document", "current_year", d.CurrentYear, "omit", "print", "any"); x != nil {
		return x
	}
	return choice("document", "date_order", d.DateOrder, "mdy", "dmy")
}

func checkPolicy(c *config) *fault {
	p := &c.Policy
	for _, x := range []*fault{
		share("policy", "min_coverage", p.MinCoverage), share("policy", "max_outlet_share", p.MaxOutletShare),
		whole("policy", "min_corroboration", p.MinCorroboration), whole("policy", "min_corroboration_grave", p.MinCorroborationGrave),
		whole("policy", "stale_days", p.StaleDays), choice("policy", "fail_on", p.FailOn, "error", "warning", "suggestion"),
	} {
		if x != nil {
			return x
		}
	}
	return nil
}

// share is the fault of a value outside 0 to 1.
func share(table, key string, x *float64) *fault {
	if x == nil || *x >= 0 && *x <= 1 {
		return nil
	}
	return &fault{table, key, fmt.Sprintf("%s = %v: write a share between 0 and 1", key, *x)}
}

// whole is the fault of a number below 0.
func whole(table, key string, n *int) *fault {
	if n == nil || *n >= 0 {
		return nil
	}
	return &fault{table, key, fmt.Sprintf("%s = %d: write a number from 0", key, *n)}
}

func checkRules(c *config) *fault {
	for _, id := range sortedKeys(c.Policy.Rules) {
		if !knownRule(id) {
			return &fault{"policy.rules", id, fmt.Sprintf("there is no rule %q; verify rules lists them", id)}
		}
		if x := choice("policy.rules", id, c.Policy.Rules[id], "error", "warning", "suggestion", "off"); x != nil {
			return x
		}
	}
	return nil
}

func knownRule(id string) bool {
	_, ok := rules.Find(id)
	return ok
}

func checkSilences(c *config) *fault {
	for i := range c.Silence {
		s := &c.Silence[i]
		switch {
		case s.Rule == "":
			return &fault{"[silence]", "", "a silence needs the rule that it silences"}
		case !knownRule(s.Rule):
			return &fault{"[silence]", "", fmt.Sprintf("a silence for %q: there is no such rule; %sverify rules lists them", s.Rule, ruleMeant(s.Rule))}
		case s.Until != "":
			if _, err := time.Parse(time.DateOnly, s.Until); err != nil {
				return &fault{"[silence]", "", fmt.Sprintf("until = %q: write a day as 2027-01-01", s.Until)}
			}
		}
	}
	return nil
}

func checkRatings(c *config) *fault {
	for _, id := range sortedKeys(c.Ratings) {
		if id == "source" {
			continue
		}
		if x := choice("ratings", id, c.Ratings[id], "A", "B", "C", "D", "E", "F"); x != nil {
			return x
		}
	}
	return nil
}

func checkPoints(c *config) *fault {
	for _, w := range c.Points.byLetter() {
		if x := share("points", w.letter, w.given); x != nil {
			return x
		}
	}
	return nil
}

// checkFetch wants hosts with their port, without which nothing would be allowed, and an archive that can be asked.
func checkFetch(c *config) *fault {
	for _, at := range c.Fetch.Allow {
		if host, port, err := net.SplitHostPort(at); err != nil || host == "" || port == "" || strings.ContainsAny(at, "/@* ") {
			return &fault{"fetch", "allow", fmt.Sprintf("allow has %q: write a host and its port, as 127.0.0.1:8091", at)}
		}
	}
	for _, host := range c.Fetch.IgnoreRobots {
		if host == "" || strings.ContainsAny(host, "/@:* ") {
			return &fault{"fetch", "ignore_robots", fmt.Sprintf("ignore_robots has %q: write a host, as example.org", host)}
		}
	}
	if at := c.Fetch.Wayback; at != "" && at != "none" && !plainAddress(at) {
		return &fault{"fetch", "wayback", fmt.Sprintf("wayback = %q: write the base address of the archive, as https://web.archive.org, or none", at)}
	}
	for _, at := range c.Fetch.Timegates {
		if !plainAddress(at) {
			return &fault{"fetch", "timegates", fmt.Sprintf("timegates has %q: write what the address of a page is put behind, as https://arquivo.pt/wayback/", at)}
		}
	}
	return nil
}

// plainAddress reports whether an address is one of the web, without credentials and query.
func plainAddress(at string) bool {
	u, err := url.Parse(at)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && u.User == nil && u.RawQuery == ""
}

// weight is one setting of [points], with what it sets.
type weight struct {
	letter string
	given  *float64
	of     func(*score.Weights) *float64
}

func (p *pointsConfig) byLetter() []weight {
	return []weight{
		{"A", p.A, func(w *score.Weights) *float64 { return &w.A }}, {"B", p.B, func(w *score.Weights) *float64 { return &w.B }},
		{"C", p.C, func(w *score.Weights) *float64 { return &w.C }}, {"D", p.D, func(w *score.Weights) *float64 { return &w.D }},
		{"E", p.E, func(w *score.Weights) *float64 { return &w.E }}, {"F", p.F, func(w *score.Weights) *float64 { return &w.F }},
	}
}

func sortedKeys(m map[string]string) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// lineOf is the line, from 1, in which a key of a table stands; the table's own line where the key is not found, 1 where neither
// is. The values that it is asked for were read without fault, so that it is enough to look at the beginnings of lines.
func lineOf(content []byte, table, key string) int {
	at, inside := 1, false
	for i, line := range bytes.Split(content, []byte("\n")) {
		line := strings.TrimSpace(string(line))
		if strings.HasPrefix(line, "[") {
			if inside = strings.HasPrefix(line, "["+table+"]"); inside {
				at = i + 1
			}
			continue
		}
		name, _, ok := strings.Cut(line, "=")
		if inside && ok && key != "" && strings.Trim(strings.TrimSpace(name), `"'`) == key {
			return i + 1
		}
	}
	return at
}

func hasTable(content []byte, table string) bool {
	for line := range strings.Lines(string(content)) {
		if strings.HasPrefix(strings.TrimSpace(line), "["+table+"]") {
			return true
		}
	}
	return false
}
