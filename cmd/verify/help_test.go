package main

import (
	"bytes"
	"io"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"example.org/verify/score/rules"
)

// eachCommand calls f with every command and topic that help lists, the root among them.
func eachCommand(f func(*cobra.Command)) {
	var walk func(*cobra.Command)
	walk = func(c *cobra.Command) {
		c.InitDefaultHelpFlag()
		f(c)
		for _, below := range c.Commands() {
			walk(below)
		}
	}
	walk(newRoot(streams{strings.NewReader(""), io.Discard, io.Discard}))
}

// TestHelpFits wants help that goes into the width, but for what stands as it is: examples and code.
func TestHelpFits(t *testing.T) {
	n := 0
	eachCommand(func(c *cobra.Command) {
		n++
		for _, width := range []int{40, 80, 200} {
			for line := range strings.Lines(helpText(c, width)) {
				line = strings.TrimRight(line, "\n")
				asItIs := strings.HasPrefix(line, "  ") && strings.Contains(c.Example+c.Long+c.UseLine(), strings.TrimSpace(line))
				if utf8.RuneCountInString(line) > min(width, widestHelp) && !asItIs && len(strings.Fields(line)) > 1 {
					t.Errorf("%s, width %d: %s", c.CommandPath(), width, line)
				}
				if strings.HasSuffix(line, " ") {
					t.Errorf("%s, width %d: a blank ends %q", c.CommandPath(), width, line)
				}
			}
		}
	})
	if n < 30 {
		t.Errorf("%d commands were looked at", n)
	}
}

// TestHelpIsWhole wants a line on what each command is for, and each flag with a word for its value.
func TestHelpIsWhole(t *testing.T) {
	eachCommand(func(c *cobra.Command) {
		if c.Short == "" || strings.HasSuffix(c.Short, ".") {
			t.Errorf("%s: %q", c.CommandPath(), c.Short)
		}
		if help := helpText(c, 80); strings.Contains(help, " string ") || strings.Contains(help, " int ") {
			t.Errorf("%s: a flag's value has no name", c.CommandPath())
		}
	})
}

// TestListsFit: what lists rules and what an outlet's name may mean go into the screen; without one each has a line.
func TestListsFit(t *testing.T) {
	for _, args := range [][]string{{"rules"}, {"outlets", "resolve", "--no-config", "The Star", "Reuters"}, {"explain", "B2"}} {
		for _, width := range []string{"40", "80", ""} {
			t.Setenv("COLUMNS", width)
			var out, errs bytes.Buffer
			if code := run(t.Context(), args, streams{strings.NewReader(""), &out, &errs}); code != exitDone {
				t.Fatalf("%v: exit code %d: %s", args, code, errs.String())
			}
			for line := range strings.Lines(out.String()) {
				if n, _ := strconv.Atoi(width); n > 0 && utf8.RuneCountInString(line) > n+1 {
					t.Errorf("%v, width %s: %s", args, width, line)
				}
			}
			if n := strings.Count(out.String(), "\n"); args[0] == "rules" && width == "" && n != len(rules.All())+2 {
				t.Errorf("%d lines for %d rules", n, len(rules.All()))
			}
		}
	}
}

func TestMeant(t *testing.T) {
	t.Chdir("../../testdata/articles")
	for args, want := range map[string]string{
		"clam x.txt":                    `there is no command "verify clam"; did you mean claims? verify --help lists them`,
		"clam --format json x.txt":      `there is no command "verify clam"; did you mean claims? verify --help lists them`,
		"nonsense":                      `there is no command "verify nonsense"; verify --help lists them`,
		"fezzan-fuel.txt":               "no command is named; to read fezzan-fuel.txt: verify claims fezzan-fuel.txt",
		"fezzan-fuel.txt --format json": "no command is named; to read fezzan-fuel.txt: verify claims fezzan-fuel.txt",
		"help clams":                    `there is no command "verify clams"; did you mean claims? verify --help lists them`,
		"help ledger outlts":            `there is no command "verify ledger outlts"; did you mean outlets? verify ledger --help lists them`,
		"ledger outlts":                 `there is no command "verify ledger outlts"; did you mean outlets? verify ledger --help lists them`,
		"claims --formt json x.txt":     "unknown flag: --formt; did you mean --format? verify claims --help lists them",
		"claims --zzz x.txt":            "unknown flag: --zzz; see verify claims --help",
		"check --rule date.futre x.txt": "--rule date.futre: there is no such rule; did you mean date.future? verify rules lists them, 'note.*' takes a family",
		"explain date.futur":            `"date.futur" is no rule, no grade and no claim; did you mean date.future? verify rules lists the rules, a claim is written FILE#a1.c3, an article FILE#a1`,
		"completion tcsh":               `no completion for "tcsh"; there are bash, zsh, fish and powershell`,
		"ledger --no-configs outlets":   "unknown flag: --no-configs; did you mean --no-config? verify ledger --help lists them",
		"outlets resolve --with":        "flag needs an argument: --with; see verify outlets resolve --help",
		"claims --max-bytes many x.txt": `invalid argument "many" for "--max-bytes" flag: strconv.ParseInt: parsing "many": invalid syntax; see verify claims --help`,
	} {
		var out, errs bytes.Buffer
		code := run(t.Context(), strings.Fields(args), streams{strings.NewReader(""), &out, &errs})
		if got := errs.String(); code != exitUnable || got != "verify: "+want+"\n" || out.Len() > 0 {
			t.Errorf("verify %s: exit code %d, %s%s", args, code, got, out.String())
		}
	}
}

func TestNearest(t *testing.T) {
	words := []string{"audit", "claims", "check", "ledger"}
	for word, want := range map[string]string{"clams": "claims", "cliams": "claims", "Claims": "claims", "ckech": "check", "adit": "audit", "x": "", "": "", "ledgre": "ledger", "outlets": "", "chk": ""} {
		if got := nearest(word, words); got != want {
			t.Errorf("nearest(%q) = %q, want %q", word, got, want)
		}
	}
}
