package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"example.org/verify/citations/dates"
)

// facts are what an audit knows of a document beside its file.
type facts struct {
	published dates.Date // from the manifest; it wins over what the document says
	named     dates.Date // from the name of the file or its folder; what the document says wins
}

// desk finds the desk of a document, told of what an audit knows of it.
func (j *job) desk(name string) (*desk, []string, error) {
	d, notices, err := j.desks.of(name)
	if err != nil || j.facts == nil {
		return d, notices, err
	}
	return d.knowing(j.facts(name)), notices, nil
}

// knowing is the desk for one document, of which facts are known. They can change its results, so they are part of the settings.
func (d *desk) knowing(f facts) *desk {
	if f.published.IsZero() && f.named.IsZero() {
		return d
	}
	own := *d
	own.facts = f
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\n%s\n%s\n", d.hash, f.published.ISO(), f.named.ISO()))
	own.hash = hex.EncodeToString(sum[:])
	return &own
}

// datePatterns are how names of files and folders give a date, the most telling first.
var datePatterns = []string{
	"YYYY-MM-DD", "YYYY/MM/DD", "YYYY_MM_DD", "YYYY.MM.DD", "YYYY/MM-DD", "YYYY/MMDD", "YYYYMMDD",
	"YYYY-MM", "YYYY/MM", "YYYY_MM", "YYYYMM",
}

// dateInPath reads a date from a path with slashes: with the pattern that was asked for, else with datePatterns, else a folder that is a year. Of
// several dates the last counts.
func dateInPath(path, pattern string) dates.Date {
	if pattern != "" {
		return dateBy(pattern, path)
	}
	for _, p := range datePatterns {
		if d := dateBy(p, path); !d.IsZero() {
			return d
		}
	}
	return yearFolder(path)
}

// yearFolder is the year that a folder of the path is named by: "2018/ferry.txt".
func yearFolder(path string) dates.Date {
	folders := strings.Split(path, "/")
	for i := len(folders) - 2; i >= 0; i-- {
		if d := dateBy("YYYY", folders[i]); len(folders[i]) == 4 && !d.IsZero() {
			return d
		}
	}
	return dates.Date{}
}

// dateBy is the last date in s that is written as a pattern says, the zero Date if there is none.
func dateBy(pattern, s string) dates.Date {
	for i := len(s) - len(pattern); i >= 0; i-- {
		if i > 0 && digit(s[i-1]) || i+len(pattern) < len(s) && digit(s[i+len(pattern)]) {
			continue
		}
		if iso, ok := datedAs(pattern, s[i:i+len(pattern)]); ok {
			if d, err := dates.ParseISO(iso); err == nil && !d.Impossible {
				return d
			}
		}
	}
	return dates.Date{}
}

// datedAs reads s, as long as the pattern, in which YYYY, MM and DD stand for digits and everything else for itself.
func datedAs(pattern, s string) (iso string, ok bool) {
	var y, m, d []byte
	for i := range len(pattern) {
		switch pattern[i] {
		case 'Y':
			y = append(y, s[i])
		case 'M':
			m = append(m, s[i])
		case 'D':
			d = append(d, s[i])
		default:
			if pattern[i] != s[i] {
				return "", false
			}
			continue
		}
		if !digit(s[i]) {
			return "", false
		}
	}
	if len(y) != 4 || string(y) < "1700" || string(y) > "2099" {
		return "", false
	}
	iso = string(y)
	for _, part := range [][]byte{m, d} {
		if len(part) > 0 {
			iso += "-" + string(part)
		}
	}
	return iso, true
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// checkDatePattern refuses a pattern that can give no date.
func checkDatePattern(p string) error {
	n := func(letter string) int { return strings.Count(p, letter) }
	if p == "" || n("Y") == 4 && strings.Contains(p, "YYYY") && (n("M") == 0 && n("D") == 0 || n("M") == 2 && strings.Contains(p, "MM") && (n("D") == 0 || n("D") == 2 && strings.Contains(p, "DD"))) {
		return nil
	}
	return fmt.Errorf("--date-pattern %s: write YYYY, and MM and DD where they are there, once each, as in issue-DD.MM.YYYY", p)
}
