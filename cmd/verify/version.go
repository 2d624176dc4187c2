package main

import (
	"encoding/json"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"example.org/verify/citations/outlets"
	"example.org/verify/reports"
	"example.org/verify/score/ledger"
)

// version is part of every result's settings, with buildID: it changes with each release.
const version = "0.1.0"

func newVersion(s streams) *cobra.Command {
	format := "text"
	c := &cobra.Command{
		Use:   "version",
		Short: "Print what this binary is",
		Long: `version says what this binary is: its version, the commit and the day that it was built from where the build knew them, Go, SQLite, the registry with its
sum, the schema of the ledger that it writes, and the contract that its JSON keeps. As JSON it lists the modules in it too, with their sums.`,
		Args: atMost(0),
		RunE: func(*cobra.Command, []string) error {
			switch format {
			case "text":
				return newBuild().writeText(s.out)
			case "json":
				return newBuild().writeJSON(s.out)
			}
			return fmt.Errorf("--format %s: there are text and json", format)
		},
	}
	c.Flags().StringVar(&format, "format", format, "print as this `FORMAT`: text, json")
	completeWith(c, "format", []string{"text", "json"})
	return c
}

// build is what a binary is, as verify version --format json prints it. Members are added, never renamed; what is not known is null.
type build struct {
	Schema   string   `json:"schema"` // verify/version/1
	Version  string   `json:"version"`
	Commit   *string  `json:"commit"`
	Date     *string  `json:"date"`     // of the commit, RFC 3339
	Modified *bool    `json:"modified"` // whether files differed from the commit
	Go       string   `json:"go"`
	OS       string   `json:"os"`
	Arch     string   `json:"arch"`
	SQLite   string   `json:"sqlite"`
	Registry registry `json:"registry"`
	Ledger   int      `json:"ledger"`   // the schema that it writes
	Contract string   `json:"contract"` // of verify claims --format json
	Modules  []module `json:"modules"`
}

type registry struct {
	Outlets int    `json:"outlets"`
	SHA256  string `json:"sha256"`
}

type module struct {
	Path    string `json:"path"`
	Version string `json:"version"`
	Sum     string `json:"sum"` // as go.sum has it
}

func newBuild() *build {
	b := &build{Schema: "verify/version/1", Version: version, Go: runtime.Version(), OS: runtime.GOOS, Arch: runtime.GOARCH, SQLite: ledger.SQLite(),
		Ledger: ledger.Version(), Contract: reports.Schema, Modules: []module{}}
	b.Registry.SHA256, b.Registry.Outlets = outlets.DefaultHash()
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return b
	}
	for _, d := range info.Deps {
		b.Modules = append(b.Modules, module{d.Path, d.Version, d.Sum})
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			b.Commit = &s.Value
		case "vcs.time":
			b.Date = &s.Value
		case "vcs.modified":
			modified := s.Value == "true"
			b.Modified = &modified
		}
	}
	return b
}

func (b *build) writeText(w io.Writer) error {
	var at []string
	if b.Commit != nil {
		at = append(at, (*b.Commit)[:min(12, len(*b.Commit))])
	}
	if b.Date != nil {
		day, _, _ := strings.Cut(*b.Date, "T")
		at = append(at, day)
	}
	if b.Modified != nil && *b.Modified {
		at = append(at, "changed since")
	}
	from := ""
	if len(at) > 0 {
		from = " (" + strings.Join(at, ", ") + ")"
	}
	_, err := fmt.Fprintf(w, "verify %s%s, %s, %s/%s\nSQLite %s, ledger of schema %d, contract %s\nregistry of %d outlets, sha256 %s\n",
		b.Version, from, b.Go, b.OS, b.Arch, b.SQLite, b.Ledger, b.Contract, b.Registry.Outlets, b.Registry.SHA256)
	return err
}

func (b *build) writeJSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(b)
}
