package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { testscript.Main(leakless{m}, map[string]func(){"verify": main}) }

// leakless runs the tests, and fails if they leave a goroutine behind.
type leakless struct{ m *testing.M }

// Run gives the exit code of the tests.
func (l leakless) Run() int {
	code := l.m.Run()
	if code != 0 {
		return code
	}
	if err := goleak.Find(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// TestScripts runs the program as a user does, with the scripts of testdata/script. `exits N verify …` wants that exit code.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		Setup: func(e *testscript.Env) error {
			for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"} {
				e.Setenv(name, filepath.Join(e.WorkDir, strings.ToLower(name)))
			}
			e.Setenv("ESC", "\x1b")
			documents, err := filepath.Abs("../../testdata/documents")
			if err != nil {
				return err
			}
			e.Setenv("DOCUMENTS", documents)
			e.Values["herald"] = &herald{dir: e.WorkDir}
			for name, content := range map[string]string{"article.txt": article, "binary.dat": "PK\x03\x00\x00", "latin1.txt": "Le caf\xe9 est ferm\xe9.\n"} {
				if err := os.WriteFile(filepath.Join(e.WorkDir, name), []byte(content), 0o644); err != nil {
					return err
				}
			}
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "denied": denied, "herald": startHerald, "requests": requests},
		Condition: func(cond string) (bool, error) {
			if cond == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, errors.New("unknown condition")
		},
	})
}

// article is an article that every script may read.
const article = `LIBYA: A WELL WITHOUT WATER

Nadira Tolmayeva

Gunmen killed two guards at a checkpoint near Sebha on the border (CAJ News, May 15; Koaci, May 14). The council denied it.
Both of the town's teachers have since called it occupation of the town by strangers (Libya Observer, February 25).
`

func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	code := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		code = exit.ExitCode()
	}
	if code != want {
		ts.Fatalf("exit code %d, want %d", code, want)
	}
}

// denied is exits with a program that permissions hold for, which they do not for root.
func denied(ts *testscript.TestScript, neg bool, args []string) {
	if os.Geteuid() == 0 {
		if _, err := exec.LookPath("setpriv"); err != nil {
			ts.Logf("not tried: it takes setpriv to bind root to permissions")
			return
		}
		args = slices.Insert(slices.Clone(args), 1, "setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner")
	}
	exits(ts, neg, args)
}

// startHerald serves an outlet on loopback for a script, with cited.txt, which cites it, and trusted.toml, which lets it be reached.
func startHerald(ts *testscript.TestScript, _ bool, _ []string) {
	h := ts.Value("herald").(*herald)
	h.Server = httptest.NewServer(http.HandlerFunc(h.serve))
	ts.Defer(h.Close)
	for name, content := range map[string]string{"cited.txt": h.citing(), "trusted.toml": h.open()} {
		ts.Check(os.WriteFile(ts.MkAbs(name), []byte(content), 0o644))
	}
}

// requests wants that the outlet was asked so often since the script began: `requests N`.
func requests(ts *testscript.TestScript, _ bool, args []string) {
	if got := ts.Value("herald").(*herald).hits.Load(); strconv.Itoa(int(got)) != args[0] {
		ts.Fatalf("%d requests, want %s", got, args[0])
	}
}

// articleFile is the article on disk, and the flags that let nothing of the user's be read or written.
func articleFile(t *testing.T) []string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "article.txt")
	if err := os.WriteFile(path, []byte(article), 0o644); err != nil {
		t.Fatal(err)
	}
	return []string{"claims", "--ledger", "none", "--no-config", path}
}

func TestBrokenPipe(t *testing.T) {
	for _, format := range []string{"text", "json", "csv", "markdown"} {
		r, w, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		r.Close()
		var errs bytes.Buffer
		code := run(context.Background(), append(articleFile(t), "--format", format), streams{strings.NewReader(""), w, &errs})
		w.Close()
		if code != exitDone || errs.Len() > 0 {
			t.Errorf("%s: exit code %d, %q; want a quiet 0", format, code, errs.String())
		}
	}
}

func TestFullDisk(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip(err)
	}
	defer full.Close()
	for _, args := range [][]string{articleFile(t), {}, {"--help"}, {"help", "claims"}, {"claims", "-h"}, {"ledger"}} {
		var errs bytes.Buffer
		code := run(context.Background(), args, streams{strings.NewReader(""), full, &errs})
		if code != exitUnable || !strings.Contains(errs.String(), "no space left") || strings.Count(errs.String(), "\n") != 1 {
			t.Errorf("%v: exit code %d, %q; want 2 and one line", args, code, errs.String())
		}
	}
}

func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if code := run(ctx, articleFile(t), streams{strings.NewReader(""), io.Discard, io.Discard}); code != exitInterrupted {
		t.Errorf("exit code %d, want %d", code, exitInterrupted)
	}
}

// TestOrder holds that documents are printed in the order in which they were named, however long each takes.
func TestOrder(t *testing.T) {
	dir := t.TempDir()
	args := []string{"claims", "--ledger", "none", "--no-config", "--format", "csv"}
	var want []string
	for i := range 20 {
		path := filepath.Join(dir, strconv.Itoa(i)+".txt")
		if err := os.WriteFile(path, []byte(strings.Repeat(article, 1+(i*7)%11)), 0o644); err != nil {
			t.Fatal(err)
		}
		args, want = append(args, path), append(want, path)
	}
	var out bytes.Buffer
	if code := run(context.Background(), args, streams{strings.NewReader(""), &out, io.Discard}); code != exitDone {
		t.Fatalf("exit code %d", code)
	}
	var got []string
	for line := range strings.Lines(out.String()) {
		if path, _, _ := strings.Cut(line, ","); filepath.IsAbs(path) && (len(got) == 0 || got[len(got)-1] != path) {
			got = append(got, path)
		}
	}
	if strings.Join(got, " ") != strings.Join(want, " ") {
		t.Errorf("got %v, want %v", got, want)
	}
}
