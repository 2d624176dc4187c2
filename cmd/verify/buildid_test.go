package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
)

// TestBuildID holds what tells one build from another, and that a program is not opened where its sources are known.
func TestBuildID(t *testing.T) {
	dir := t.TempDir()
	write := writerIn(t, dir)
	part := strings.Repeat("x_-9", 5)
	linked := strings.Join([]string{part, part, part, part}, "/")
	carries := write("carries", "\x7fELF\x00Go\x00"+linked+"\x00"+strings.Repeat("code", 1000))
	short := write("short", "code")
	long := write("long", strings.Repeat("code", 50_000))
	changed := write("changed", strings.Repeat("code", 49_999)+"c0de")
	commit := func(revision, modified string) *debug.BuildInfo {
		return &debug.BuildInfo{GoVersion: "go1.26.0", Settings: []debug.BuildSetting{{Key: "vcs.revision", Value: revision}, {Key: "vcs.modified", Value: modified}}}
	}
	of := func(info *debug.BuildInfo, path string) string {
		return buildIDOf(info, func() (string, error) {
			if path == "" {
				return "", errors.New("nobody knows")
			}
			return path, nil
		})
	}
	for _, test := range []struct {
		info       *debug.BuildInfo
		path, want string
	}{
		{commit("abc", "false"), "", "go1.26.0 abc"},
		{&debug.BuildInfo{GoVersion: "go1.26.0", Main: debug.Module{Version: "v0.1.0", Sum: "h1:abc="}}, "", "go1.26.0 h1:abc="},
		{commit("abc", "true"), carries, linked},
		{commit("abc", ""), carries, linked},
		{&debug.BuildInfo{GoVersion: "go1.26.0", Main: debug.Module{Version: "(devel)"}}, carries, linked},
		{nil, carries, linked},
		{nil, "", ""},
		{nil, filepath.Join(dir, "missing"), ""},
	} {
		if got := of(test.info, test.path); got != test.want {
			t.Errorf("%v, %s: %q, want %q", test.info, test.path, got, test.want)
		}
	}
	if a, b, c := of(nil, short), of(nil, long), of(nil, changed); len(a) != 64 || len(b) != 64 || a == b || b == c || b != of(nil, long) {
		t.Errorf("sums of programs: %s, %s, %s", a, b, c)
	}
}

// TestAuditByAnotherBuild holds that an audit reads again what another build has read, and only that.
func TestAuditByAnotherBuild(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("a program that was changed may not run here")
	}
	t.Parallel()
	dir := t.TempDir()
	archiveOf(t, filepath.Join(dir, "archive"), 5, 1<<10)
	done(t, dir, auditOf("out")...)
	other := filepath.Join(dir, "verify") // which this test's own program goes by when it is to be verify
	content := read(t, os.Args[0])
	at := linkedFrom.FindIndex(content[:linkedFromWithin])
	if at == nil {
		t.Skip("this program was linked without sums")
	}
	id := content[at[0]:at[1]]
	content = bytes.ReplaceAll(content, id, append([]byte("another-build-of-it-"), id[20:]...))
	if err := os.WriteFile(other, content, 0o755); err != nil {
		t.Fatal(err)
	}
	for day, test := range []struct {
		path string
		same bool
	}{{other, false}, {other, true}, {"verify", false}, {"verify", true}} {
		cmd := program(dir, auditOf("out", "--now", fmt.Sprint("2026-01-1", day))...)
		if test.path == other {
			cmd.Path = other
		}
		said, err := cmd.CombinedOutput()
		if same := strings.Contains(string(said), "5 unchanged"); err != nil || same != test.same {
			t.Errorf("%s: %v: %s", test.path, err, said)
		}
	}
}

// writerIn makes files in a folder, and says their paths.
func writerIn(t *testing.T, dir string) func(name, content string) string {
	return func(name, content string) string {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
}
