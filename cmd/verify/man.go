package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"example.org/verify/reports"
)

func newMan(s streams) *cobra.Command {
	return &cobra.Command{
		Use:    "man FOLDER",
		Short:  "Write the manual pages, one a command",
		Hidden: true, // for those who package it
		Long:   "man writes verify.1 and a page for each command into a folder, which it makes if there is none.",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return errors.New("name one folder; try: verify man FOLDER")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if err := os.MkdirAll(args[0], 0o755); err != nil {
				return err
			}
			n, err := writePages(c.Root(), args[0])
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(s.out, "%d pages are written; man -l %s reads the first\n", n, reports.Visible(filepath.Join(args[0], "verify.1")))
			return err
		},
	}
}

// writePages writes the page of a command and those of the commands below it, and counts them.
func writePages(c *cobra.Command, dir string) (n int, err error) {
	name := strings.ReplaceAll(c.CommandPath(), " ", "-")
	if err := os.WriteFile(filepath.Join(dir, name+".1"), []byte(manPage(c)), 0o644); err != nil {
		return 0, err
	}
	n = 1
	for _, below := range c.Commands() {
		if !below.IsAvailableCommand() || below.IsAdditionalHelpTopicCommand() {
			continue
		}
		more, err := writePages(below, dir)
		if n += more; err != nil {
			return n, err
		}
	}
	return n, nil
}

// manPage writes a command's help as man(7) asks for it. It bears no date, so that the same program writes the same page.
func manPage(c *cobra.Command) string {
	name := strings.ReplaceAll(c.CommandPath(), " ", "-")
	p := &manual{}
	p.request(`.TH %s 1 "" "verify %s" "User Commands"`, strings.ToUpper(name), version)
	p.section("NAME")
	p.text(strings.ReplaceAll(name, "-", `\-`) + ` \- ` + roff(c.Short))
	p.section("SYNOPSIS")
	p.text(`.B ` + roff(c.UseLine()))
	p.section("DESCRIPTION")
	p.prose(firstNonEmpty(c.Long, c.Short))
	p.flags(c)
	if c.Example != "" {
		p.section("EXAMPLES")
		p.literal(c.Example)
	}
	p.exits()
	p.seeAlso(c)
	return p.String()
}

func firstNonEmpty(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// manual is a manual page being written.
type manual struct{ strings.Builder }

func (p *manual) request(format string, args ...any) { fmt.Fprintf(p, format+"\n", args...) }

func (p *manual) section(name string) { p.request(".SH %s", name) }

func (p *manual) text(s string) { p.request("%s", s) }

// prose writes paragraphs; one that is indented stays as it is.
func (p *manual) prose(s string) {
	for i, par := range strings.Split(s, "\n\n") {
		if strings.HasPrefix(par, "  ") {
			p.literal(par)
			continue
		}
		if i > 0 {
			p.request(".PP")
		}
		p.text(roff(par))
	}
}

func (p *manual) literal(s string) { p.request(".PP\n.nf\n%s\n.fi", roff(s)) }

func (p *manual) flags(c *cobra.Command) {
	if !c.HasAvailableFlags() {
		return
	}
	p.section("OPTIONS")
	c.Flags().VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		value, usage := pflag.UnquoteUsage(f)
		names := `\-\-` + roff(f.Name)
		if f.Shorthand != "" {
			names = `\-` + f.Shorthand + ", " + names
		}
		p.request(".TP\n\\fB%s\\fR \\fI%s\\fR\n%s", names, roff(value), roff(usage))
	})
}

func (p *manual) exits() {
	p.section("EXIT STATUS")
	for _, x := range []struct {
		code int
		what string
	}{{exitDone, "done"}, {exitBroken, "the policy is broken (check)"}, {exitUnable, "bad usage, or no file could be read"},
		{exitSome, "some files failed, the rest are done"}, {exitInterrupted, "interrupted; what was recorded stays"}} {
		p.request(".TP\n.B %d\n%s", x.code, roff(x.what))
	}
}

func (p *manual) seeAlso(c *cobra.Command) {
	var names []string
	if c.HasParent() {
		names = append(names, c.Parent().CommandPath())
	}
	for _, below := range c.Commands() {
		if below.IsAvailableCommand() {
			names = append(names, below.CommandPath())
		}
	}
	for i, n := range names {
		names[i] = `\fB` + roff(strings.ReplaceAll(n, " ", "-")) + `\fR(1)`
	}
	if len(names) > 0 {
		p.section("SEE ALSO")
		p.text(strings.Join(names, ", "))
	}
}

// roff escapes what roff would read as its own: groff_char(7), and control characters at the beginning of a line.
func roff(s string) string {
	var b strings.Builder
	start := true
	for _, r := range s {
		if start && (r == '.' || r == '\'') {
			b.WriteString(`\&`)
		}
		start = r == '\n'
		switch {
		case r == '\\':
			b.WriteString(`\e`)
		case r == '-':
			b.WriteString(`\-`)
		case r > unicode.MaxASCII:
			fmt.Fprintf(&b, `\[u%04X]`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
