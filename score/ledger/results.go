package ledger

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"example.org/verify/score"
)

// results makes the rows of the scores and findings of a revision.
func (r *rows) results(rev string, a *score.Analysis) error {
	if err := r.scores(rev, a); err != nil {
		return err
	}
	r.copies(rev, a)
	r.into("finding")
	nth := map[string]int{}
	for i := range a.Findings {
		f := &a.Findings[i]
		nth[f.Fingerprint]++
		silenced := any(nil)
		if f.Silenced != nil {
			silenced = f.Silenced.Reason
		}
		r.add(rev, f.Fingerprint, nth[f.Fingerprint], f.Rule, f.Severity.String(), number(f.Article), number(f.Claim), number(f.Citation),
			number(f.Note), f.Span.Start, f.Span.End, f.Message, null(f.Suggestion), truth(f.RestsOnGuess), silenced)
	}
	r.end()
	return nil
}

func (r *rows) scores(rev string, a *score.Analysis) error {
	r.into("score")
	for i := range a.Articles {
		for j := range a.Articles[i].Claims {
			c := &a.Articles[i].Claims[j]
			because, err := reasons(c.Because)
			if err != nil {
				return fmt.Errorf("score: %w", err)
			}
			r.add(rev, i+1, j+1, null(c.Grade), c.Reliability, c.Credibility, c.Points, because)
		}
	}
	return nil
}

// reasons is a JSON list, with < > & as they are.
func reasons(lines []string) (string, error) {
	if lines == nil {
		lines = []string{}
	}
	if !slices.ContainsFunc(lines, strange) {
		if len(lines) == 0 {
			return "[]", nil
		}
		return `["` + strings.Join(lines, `","`) + `"]`, nil
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(lines); err != nil {
		return "", err
	}
	return string(bytes.TrimSpace(b.Bytes())), nil
}

// strange reports whether JSON writes a text otherwise than as it is.
func strange(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' || s[i] == '"' || s[i] == '\\' {
			return true
		}
	}
	return false
}
