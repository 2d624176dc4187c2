package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// TestEveryFigureWithPlainSQL takes every figure of the reports over all cases, of claims and of articles, and gets the same from the ledger alone with plain
// SQL.
func TestEveryFigureWithPlainSQL(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	inputs, err := filepath.Glob(filepath.Join(casesDir, "*", "input.*"))
	if err != nil || len(inputs) == 0 {
		t.Fatalf("%d cases, %v", len(inputs), err)
	}
	for i := range inputs {
		if inputs[i], err = ownPath(inputs[i]); err != nil {
			t.Fatal(err)
		}
	}
	writeFileIn(t, dir, "desk.toml", "[ratings]\nsource = \"Desk list, 2018\"\nreuters = \"A\"\nxinhua = \"D\"\nlibya-observer = \"B\"\n")
	out := done(t, dir, append([]string{"claims", "--config", "desk.toml", "--ledger", "l.db", "--format", "json", "--published", "2018-05-18"}, inputs...)...)
	want := reported(t, out)
	got := map[string]map[string]any{}
	rows(t, dir, `SELECT doc || '#a' || article || '.c' || claim AS place, s.* FROM claim_score s JOIN latest USING (rev)`, got)
	rows(t, dir, `SELECT doc || '#a' || article AS place, s.* FROM article_score s JOIN latest USING (rev)`, got)
	if len(want) != len(got) || len(want) < len(inputs) {
		t.Errorf("%d scores are reported, %d recorded", len(want), len(got))
	}
	figures := 0
	for place, score := range want {
		for name, value := range score {
			figures++
			if !reflect.DeepEqual(value, got[place][name]) {
				t.Errorf("%s: %s: %v is reported, %v recorded", place, name, value, got[place][name])
			}
		}
	}
	t.Logf("%d figures of %d claims and articles", figures, len(want))
}

// reported are the scores of the reports by place, each figure under the name of its column.
func reported(t *testing.T, out string) map[string]map[string]any {
	t.Helper()
	all := map[string]map[string]any{}
	for line := range strings.Lines(out) {
		var doc struct {
			Document struct{ Path string }
			Articles []struct {
				ID     string
				Score  map[string]any
				Claims []struct {
					ID    string
					Score map[string]any
				}
			}
		}
		if err := json.Unmarshal([]byte(line), &doc); err != nil {
			t.Fatal(err)
		}
		for _, a := range doc.Articles {
			score := flat(a.Score)
			for _, name := range []string{"grade", "reliability", "credibility", "points", "because"} { // of an article they are null, and words
				delete(score, name)
			}
			all[doc.Document.Path+"#"+a.ID] = score
			for _, c := range a.Claims {
				all[doc.Document.Path+"#"+c.ID] = flat(c.Score)
			}
		}
	}
	return all
}

// flat puts what lies in an object beside it: "owners": {"count": 1, "known": 2} is owners and owners_known.
func flat(score map[string]any) map[string]any {
	to := map[string]any{}
	for name, value := range score {
		parts, ok := value.(map[string]any)
		switch {
		case !ok && strings.HasPrefix(name, "largest_"):
			to[name], to[name+"_n"] = nil, nil
		case !ok:
			to[name] = value
		case name == "owners":
			to["owners"], to["owners_known"] = parts["count"], parts["known"]
		default:
			to[name], to[name+"_n"], to["counted"] = parts["id"], parts["n"], parts["of"]
		}
	}
	return to
}

// rows asks the ledger and keeps each row under its place.
func rows(t *testing.T, dir, query string, to map[string]map[string]any) {
	t.Helper()
	for line := range strings.Lines(done(t, dir, "ledger", "sql", "--ledger", "l.db", "--format", "json", query)) {
		var row map[string]any
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatal(err)
		}
		if text, ok := row["because"].(string); ok {
			var reasons any
			if err := json.Unmarshal([]byte(text), &reasons); err != nil {
				t.Fatal(err)
			}
			row["because"] = reasons
		}
		to[fmt.Sprint(row["place"])] = row
	}
}
