package main

import (
	"context"
	"errors"
	"fmt"
	"syscall"

	"github.com/spf13/cobra"

	"example.org/verify/reports"
)

// The exit codes.
const (
	exitDone        = 0
	exitBroken      = 1   // the policy is broken (check)
	exitUnable      = 2   // bad usage, or no file could be read
	exitSome        = 3   // some files failed, the rest are done
	exitInterrupted = 130 // Ctrl-C; what was recorded stays
)

// failed is how a command ends that has said already what went wrong.
type failed int

func (f failed) Error() string { return fmt.Sprintf("exit code %d", int(f)) }

// run runs verify and gives its exit code.
func run(ctx context.Context, args []string, s streams) int {
	root := newRoot(s)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	var said failed
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE):
		return exitDone
	case ctx.Err() != nil:
		return exitInterrupted
	case errors.As(err, &said):
		return int(said)
	}
	fmt.Fprintf(s.err, "verify: %s\n", reports.Visible(err.Error()))
	return exitUnable
}

func newRoot(s streams) *cobra.Command {
	root := &cobra.Command{
		Use:   "verify",
		Short: "Reads the sourcing of articles the way a fact-checker does",
		Long: `verify reads an article the way a fact-checker does: which statements are made, who is named as their source,
when that source spoke, and whether two sources are really two. It rates the sourcing, never the truth, and changes no text.

Begin with:  verify claims article.txt`,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.NoArgs,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return fmt.Errorf("%w; see %s --help", err, c.CommandPath())
	})
	root.AddCommand(newClaims(s), newCheck(s), newQueries(s), newReport(s), newAudit(s), newOutlets(s), newLedger(s), newExplain(s), newText(s), newPage(s), newSupport(s), newFetch(s), newRules(s), newInit(s), newSchema(s), newVersion(s), newMan(s))
	return root
}

// files wants at least one file.
func files(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return fmt.Errorf("no file is named; try: %s FILE, or - for standard input", c.CommandPath())
	}
	return nil
}
