package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"example.org/verify/reports"
)

// widestHelp is the most columns that help is laid out over: longer lines are hard to read.
const widestHelp = 100

// The groups that the commands are listed in.
const (
	groupRead  = "read"
	groupPages = "pages"
	groupAsk   = "ask"
	groupSelf  = "self"
)

// flagGroups are the flags that many commands share, and what they are for. A flag that is in none of them is the command's own.
var flagGroups = []struct {
	title string
	names []string
}{
	{"The document", []string{"published", "publication", "format-in", "max-bytes", "max-text", "max-time"}},
	{"Looking pages up", []string{"fetch", "estimate", "budget", "contact", "offline", "pages", "pause"}},
	{"Settings and record", []string{"config", "no-config", "ledger", "now"}},
}

// newHelp is the command help: of a command, or of a topic.
func newHelp(s streams) *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND|TOPIC]",
		Short: "Print the help of a command, or a topic",
		ValidArgsFunction: func(c *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			about, _, err := c.Root().Find(args)
			if err != nil {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			var words []string
			for _, below := range about.Commands() {
				if !below.Hidden {
					words = append(words, cobra.CompletionWithDesc(below.Name(), below.Short))
				}
			}
			return words, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(c *cobra.Command, args []string) error {
			about, rest, err := c.Root().Find(args)
			if err != nil {
				return err
			}
			if len(rest) > 0 {
				return noCommand(about, rest[0])
			}
			about.InitDefaultHelpFlag()
			return about.Help()
		},
	}
}

// helpWidth is how many columns there are for help on an output.
func helpWidth(out io.Writer) int {
	if w := layout(out).Width; w > 0 {
		return w
	}
	return 80 // as for reports
}

// helpText is the help of a command for an output of so many columns.
func helpText(c *cobra.Command, width int) string {
	p := &helpPage{width: min(width, widestHelp)}
	if isTopic(c) {
		p.markdown(c.Long)
		return p.String()
	}
	p.prose(firstNonEmpty(c.Long, c.Short+"."))
	p.head("Usage")
	use := c.UseLine()
	if c.HasAvailableSubCommands() {
		use = c.CommandPath() + " COMMAND"
	}
	p.block("  ", use)
	if c.Example != "" {
		p.head("Examples")
		p.block("", c.Example)
	}
	p.commands(c)
	p.flags(c)
	if c.HasAvailableSubCommands() {
		p.WriteByte('\n')
		p.wrapped("", "", c.CommandPath()+" COMMAND --help says more of a command.")
	}
	return p.String()
}

// helpPage is a page of help being written.
type helpPage struct {
	strings.Builder
	width int
}

func (p *helpPage) head(title string) { fmt.Fprintf(p, "\n%s:\n", title) }

// block writes lines as they are.
func (p *helpPage) block(indent, s string) {
	for _, line := range strings.Split(s, "\n") {
		p.WriteString(strings.TrimRight(indent+line, " ") + "\n")
	}
}

// prose writes paragraphs, wrapped; one that is indented stays as it is.
func (p *helpPage) prose(s string) {
	for i, par := range strings.Split(s, "\n\n") {
		if i > 0 {
			p.WriteByte('\n')
		}
		if strings.HasPrefix(par, "  ") {
			p.block("", par)
			continue
		}
		p.wrapped("", "", strings.ReplaceAll(par, "\n", " "))
	}
}

// wrapped writes a text behind what begins its first line and the others.
func (p *helpPage) wrapped(first, others, s string) {
	for _, line := range reports.Wrap(s, p.width-max(len(first), len(others))) {
		p.WriteString(strings.TrimRight(first+line, " ") + "\n")
		first = others
	}
}

// commands lists the commands below, in their groups, and the topics behind them.
func (p *helpPage) commands(c *cobra.Command) {
	if !c.HasAvailableSubCommands() {
		return
	}
	if len(c.Groups()) == 0 {
		p.head("Commands")
		p.list(c, func(below *cobra.Command) bool { return below.IsAvailableCommand() })
		return
	}
	for _, g := range c.Groups() {
		p.head(g.Title)
		p.list(c, func(below *cobra.Command) bool { return below.GroupID == g.ID && below.IsAvailableCommand() })
	}
	p.head("Topics, as in verify help desks")
	p.list(c, isTopic)
}

func (p *helpPage) list(c *cobra.Command, which func(*cobra.Command) bool) {
	const column = 12 // no name is longer
	for _, below := range c.Commands() {
		if which(below) {
			p.wrapped(fmt.Sprintf("  %-*s", column, below.Name()), strings.Repeat(" ", column+2), below.Short)
		}
	}
}

// flags lists the command's own flags, then those that it shares with others.
func (p *helpPage) flags(c *cobra.Command) {
	for _, g := range groupedFlags(c) {
		p.head(g.title)
		p.block("", strings.TrimRight(g.flags.FlagUsagesWrapped(p.width), "\n"))
	}
}

type flagGroup struct {
	title string
	flags *pflag.FlagSet
}

// groupedFlags are the flags of a command that are shown, the command's own in front. No group is empty.
func groupedFlags(c *cobra.Command) []flagGroup {
	groups := []flagGroup{{"Flags", pflag.NewFlagSet("", pflag.ContinueOnError)}}
	groupOf := map[string]int{}
	for _, g := range flagGroups {
		for _, name := range g.names {
			groupOf[name] = len(groups)
		}
		groups = append(groups, flagGroup{g.title, pflag.NewFlagSet("", pflag.ContinueOnError)})
	}
	add := func(f *pflag.Flag) {
		if flags := groups[groupOf[f.Name]].flags; !f.Hidden && flags.Lookup(f.Name) == nil {
			flags.AddFlag(f)
		}
	}
	c.LocalFlags().VisitAll(add)
	c.InheritedFlags().VisitAll(add)
	var shown []flagGroup
	for _, g := range groups {
		if g.flags.HasFlags() {
			shown = append(shown, g)
		}
	}
	return shown
}
