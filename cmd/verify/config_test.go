package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"example.org/verify/citations/outlets"
)

// TestSample holds that what verify init writes can be read, as it stands and with every # taken off.
func TestSample(t *testing.T) {
	setting := regexp.MustCompile(`(?m)^# ((\[+[a-z]+\]+|"?[a-zA-Z_.]+"? = ))`)
	for name, content := range map[string][]byte{"as-written.toml": sample, "uncommented.toml": setting.ReplaceAll(sample, []byte("$1"))} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, content, 0o644); err != nil {
			t.Fatal(err)
		}
		f, err := readConfig(path, true)
		if err != nil {
			t.Error(err)
			continue
		}
		if name == "uncommented.toml" && (len(f.config.Outlet) != 1 || f.config.Fetch.Contact == "" || len(f.config.Ratings) != 2 || f.config.Points.A == nil) {
			t.Errorf("not everything was read: %+v", f.config)
		}
	}
}

// TestControls holds that verify init names whoever may decide on an outlet's line.
func TestControls(t *testing.T) {
	if list := strings.Join(outlets.Controls(), " | "); !strings.Contains(string(sample), "# "+list+"\n") {
		t.Errorf("the sample does not name %s", list)
	}
}

func TestLineOf(t *testing.T) {
	content := []byte("a = 1\n[x]\nkey = 1\n[y]\n\"key\" = 2\n")
	for _, c := range []struct {
		table, key string
		want       int
	}{{"x", "key", 3}, {"y", "key", 5}, {"y", "none", 4}, {"z", "key", 1}, {"x", "", 2}} {
		if got := lineOf(content, c.table, c.key); got != c.want {
			t.Errorf("lineOf(%q, %q) = %d, want %d", c.table, c.key, got, c.want)
		}
	}
}

func TestTopOf(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	repo, plain := filepath.Join(home, "repo"), filepath.Join(home, "plain", "deep")
	for _, dir := range []string{filepath.Join(repo, ".git"), filepath.Join(repo, "drafts"), plain} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	outside := t.TempDir()
	for dir, want := range map[string]string{filepath.Join(repo, "drafts"): repo, plain: home, outside: outside} {
		if got := topOf(dir); got != want {
			t.Errorf("topOf(%s) = %s, want %s", dir, got, want)
		}
	}
}
