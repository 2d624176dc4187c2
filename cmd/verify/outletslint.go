package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"example.org/verify/citations/outlets"
	"example.org/verify/reports"
)

func newOutletsLint(s streams) *cobra.Command {
	return &cobra.Command{
		Use:   "lint FILE…",
		Short: "Check a registry in .tsv, or the outlets of a .verify.toml",
		Long: `lint reads a registry, or the outlets of a desk's file put into the registry of the program, and names what is wrong: a value that cannot
be read ends it with its line; codes, owners, hosts and names that do not fit are listed, with exit code 1.`,
		Args: files,
		RunE: func(_ *cobra.Command, args []string) error {
			clean := true
			for _, name := range args {
				n, faults, err := lintOutlets(name)
				if err != nil {
					return err
				}
				clean = clean && len(faults) == 0
				if err := printLint(s.out, name, n, faults); err != nil {
					return err
				}
			}
			if !clean {
				return failed(exitBroken)
			}
			return nil
		},
	}
}

func printLint(w io.Writer, name string, n int, faults []outlets.Problem) error {
	if len(faults) == 0 {
		_, err := fmt.Fprintf(w, "%s: %s, no fault found\n", reports.Visible(name), counted(n, "outlet"))
		return err
	}
	for _, f := range faults {
		if _, err := fmt.Fprintf(w, "%s: %s\n", reports.Visible(name), reports.Visible(f.String())); err != nil {
			return err
		}
	}
	return nil
}

// lintOutlets counts the outlets of a file and lists their faults.
func lintOutlets(name string) (int, []outlets.Problem, error) {
	if filepath.Ext(name) == ".toml" {
		f, err := readConfig(name, true)
		if err != nil {
			return 0, nil, err
		}
		own := ownOutlets(f.config.Outlet)
		faults, err := lintOwn(own)
		return len(own), faults, err
	}
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		return 0, nil, fmt.Errorf("%s is a folder; name a .tsv or a .verify.toml in it", name)
	}
	f, err := os.Open(name)
	if err != nil {
		return 0, nil, fmt.Errorf("%s: %w", name, cure(err))
	}
	defer f.Close()
	r, err := outlets.Load(f, name)
	if err != nil {
		return 0, nil, err
	}
	return len(r.All()), outlets.Lint(r), nil
}

// lintOwn gives the faults of a desk's own entries among those of the registry.
func lintOwn(own []outlets.Outlet) ([]outlets.Problem, error) {
	r, err := outlets.Default().With(own)
	if err != nil {
		return nil, err
	}
	ids := map[string]bool{}
	for i := range own {
		ids[own[i].ID] = true
	}
	var faults []outlets.Problem
	for _, f := range outlets.Lint(r) {
		if ids[f.ID] {
			faults = append(faults, f)
		}
	}
	return faults, nil
}
