package main

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"
)

// TestReadme runs the commands that the README shows behind "$ " and wants the output that stands below each, in order; a line with nothing but … stands
// for any number of lines.
func TestReadme(t *testing.T) {
	content, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir("../..")
	t.Setenv("COLUMNS", "80")
	t.Setenv("HOME", t.TempDir())
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	ran := 0
	for _, block := range consoleBlocks(string(content)) {
		for _, c := range strings.Split("\n"+block, "\n$ ")[1:] {
			command, want, _ := strings.Cut(c, "\n")
			ran++
			got := runLine(t, command)
			if missing := missingPart(got, want); missing != "" {
				t.Errorf("$ %s\ndoes not print\n%s\nbut\n%s", command, missing, got)
			}
		}
	}
	if ran < 4 {
		t.Fatalf("only %d commands found in the README", ran)
	}
}

func consoleBlocks(s string) []string {
	var out []string
	for {
		_, rest, ok := strings.Cut(s, "```console\n")
		if !ok {
			return out
		}
		block, rest, _ := strings.Cut(rest, "```")
		out = append(out, block)
		s = rest
	}
}

// runLine runs one command line of the README. Quotation marks hold an argument together.
func runLine(t *testing.T, line string) string {
	t.Helper()
	var args []string
	for i, part := range strings.Split(line, `"`) {
		if i%2 == 1 {
			args = append(args, part)
			continue
		}
		args = append(args, strings.Fields(part)...)
	}
	if len(args) < 2 || args[0] != "verify" {
		t.Fatalf("%q is no command of verify", line)
	}
	var out, errs bytes.Buffer
	run(context.Background(), args[1:], streams{strings.NewReader(""), &out, &errs})
	return out.String() + errs.String()
}

// missingPart is the first part of want, between lines of …, whose whole lines got does not have behind the parts before it.
func missingPart(got, want string) string {
	got = "\n" + got
	for _, part := range strings.Split("\n"+want, "\n…") {
		part = strings.Trim(part, "\n")
		if part == "" {
			continue
		}
		k := strings.Index(got, "\n"+part+"\n")
		if k < 0 {
			return part
		}
		got = got[k+1+len(part):]
	}
	return ""
}
