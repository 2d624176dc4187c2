package main

import (
	"context"
	"errors"
	"fmt"
	"io"
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
	exitSignal      = 128 // stopped by a signal: and its number; what was recorded stays
	exitInterrupted = 130 // Ctrl-C
)

// failed is how a command ends that has said already what went wrong.
type failed int

func (f failed) Error() string { return fmt.Sprintf("exit code %d", int(f)) }

// run runs verify and gives its exit code.
func run(ctx context.Context, args []string, s streams) int {
	root := newRoot(s)
	root.SetArgs(args)
	helped := helpTo(root, s.out)
	err := root.ExecuteContext(ctx)
	if err == nil {
		err = *helped
	}
	var said failed
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE):
		return exitDone
	case ctx.Err() != nil:
		return exitStopped(ctx)
	case errors.As(err, &said):
		return int(said)
	}
	if full := (noSpace{}); errors.Is(err, syscall.ENOSPC) && !errors.As(err, &full) {
		err = fmt.Errorf("%w; make room there and run again", err)
	}
	fmt.Fprintf(s.err, "verify: %s\n", reports.Visible(err.Error()))
	return exitUnable
}

// helpTo has help written to out, as wide as that is. What is returned holds why that failed, which cobra would say in words of its own and not in the exit code.
func helpTo(root *cobra.Command, out io.Writer) *error {
	var failed error
	root.SetHelpFunc(func(c *cobra.Command, _ []string) {
		if _, err := io.WriteString(out, helpText(c, helpWidth(out))); err != nil {
			failed = fmt.Errorf("write the help: %w", err)
		}
	})
	return &failed
}

// stopped is why a run ends that a signal has stopped.
type stopped struct{ signal syscall.Signal }

func (s stopped) Error() string { return s.signal.String() }

// Is says that it is what cancels a context: net/http gives the cause in place of context.Canceled, and what it cuts off has not failed.
func (s stopped) Is(err error) bool { return err == context.Canceled }

// exitStopped is the exit code of a run that was stopped: what a shell says of a program that the signal has killed.
func exitStopped(ctx context.Context) int {
	var s stopped
	if errors.As(context.Cause(ctx), &s) {
		return exitSignal + int(s.signal)
	}
	return exitInterrupted
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
		Args:          onlyCommands,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	root.SetFlagErrorFunc(noFlag)
	for _, g := range []struct {
		id, title string
		commands  []*cobra.Command
	}{
		{groupRead, "To read articles", []*cobra.Command{newClaims(s), newCheck(s), newQueries(s), newReport(s), newAudit(s), newText(s)}},
		{groupPages, "To look cited pages up", []*cobra.Command{newFetch(s), newPage(s), newSupport(s)}},
		{groupAsk, "To ask", []*cobra.Command{newExplain(s), newRules(s), newOutlets(s), newLedger(s)}},
		{groupSelf, "About the program", []*cobra.Command{newInit(s), newSchema(s), newCompletion(s), newVersion(s), newMan(s)}},
	} {
		root.AddGroup(&cobra.Group{ID: g.id, Title: g.title})
		for _, c := range g.commands {
			c.GroupID = g.id
			root.AddCommand(c)
		}
	}
	root.CompletionOptions.DisableDefaultCmd = true // there is newCompletion
	root.SetHelpCommandGroupID(groupSelf)
	root.SetHelpCommand(newHelp(s))
	root.AddCommand(newTopics()...)
	return root
}

// files wants at least one file.
func files(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return fmt.Errorf("no file is named; try: %s FILE, or - for standard input", c.CommandPath())
	}
	return nil
}
