package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"slices"
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

// licences are words that a licence is known by.
var licences = []struct{ name, words string }{
	{"Apache-2.0", "Apache License"}, {"MPL-2.0", "Mozilla Public License"}, {"BSD-3", "Neither the name"}, {"MIT", "Permission is hereby granted, free of charge"},
}

// TestReadmeModules: each module that go.mod asks for has a row in the README, with its licence, and the README names no other.
func TestReadmeModules(t *testing.T) {
	content, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(content), "| module | licence | why |\n| --- | --- | --- |\n")
	table, _, _ = strings.Cut(table, "\n\n")
	said := map[string]string{} // a path, perhaps without github.com, and its licence
	for row := range strings.Lines(table) {
		cells := strings.Split(strings.Trim(row, "|\n "), " | ")
		if len(cells) != 3 || cells[2] == "" {
			t.Fatalf("three cells are wanted: %s", row)
		}
		paths, names := strings.Split(strings.TrimPrefix(cells[0], "tests: "), ", "), strings.Split(cells[1], ", ")
		for i, path := range paths {
			said[strings.TrimPrefix(path, "github.com/")] = names[min(i, len(names)-1)]
		}
	}
	list, err := exec.Command("go", "list", "-m", "-f", "{{if not (or .Main .Indirect)}}{{.Path}} {{.Dir}}{{end}}", "all").Output()
	if err != nil {
		t.Skip(err)
	}
	for line := range strings.Lines(string(list)) {
		path, dir, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok || dir == "" {
			continue // it is not here
		}
		short := strings.TrimPrefix(path, "github.com/")
		name, found := said[short]
		if !found {
			t.Errorf("the README has no row for %s", path)
			continue
		}
		delete(said, short)
		if is := licenceIn(t, dir); is != name {
			t.Errorf("%s is under the licence %s, the README says %s", path, is, name)
		}
	}
	for path := range said {
		t.Errorf("the README has a row for %s, which go.mod does not ask for", path)
	}
}

// licenceIn is the licence that lies in a folder.
func licenceIn(t *testing.T, dir string) string {
	t.Helper()
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(files, func(f os.DirEntry) bool { return strings.HasPrefix(f.Name(), "LICENSE") })
	if i < 0 {
		return "none"
	}
	content, err := os.ReadFile(dir + "/" + files[i].Name())
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range licences {
		if strings.Contains(strings.Join(strings.Fields(string(content)), " "), l.words) {
			return l.name
		}
	}
	return "unknown"
}
