package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"example.org/verify/citations/outlets"
	"example.org/verify/reports"
)

func newOutlets(s streams) *cobra.Command {
	var set settings
	c := &cobra.Command{
		Use:   "outlets",
		Short: "Ask the registry of outlets",
		Long:  "outlets asks the registry: which outlets it knows, what it knows of one, and whom a printed name is taken to mean and why.",
		Args:  onlyCommands,
		RunE:  func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	set.desk(c.PersistentFlags())
	c.AddCommand(newOutletsList(s, &set), newOutletsShow(s, &set), newOutletsResolve(s, &set), newOutletsAdd(s, &set), newOutletsLint(s))
	return c
}

// registry is the registry of the folder that the program runs in.
func (s *settings) registry() (*outlets.Registry, error) {
	d, _, err := newDesks(s).of("-")
	if err != nil {
		return nil, err
	}
	return d.registry, nil
}

func newOutletsList(s streams, set *settings) *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "List the outlets, one a line: id, name, country, kind",
		Args:  atMost(0),
		RunE: func(*cobra.Command, []string) error {
			r, err := set.registry()
			if err != nil {
				return err
			}
			w := tabwriter.NewWriter(s.out, 0, 0, 2, ' ', 0)
			for _, o := range r.All() {
				fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", o.ID, reports.Visible(o.Name), o.Country, o.Kind)
			}
			return w.Flush()
		},
	}
}

func newOutletsShow(s streams, set *settings) *cobra.Command {
	return &cobra.Command{
		Use:     "show NAME…",
		Short:   "Print what is known of an outlet, by its id or a name of it",
		Example: "  verify outlets show caj-news",
		Args:    names,
		RunE: func(_ *cobra.Command, args []string) error {
			r, err := set.registry()
			if err != nil {
				return err
			}
			for i, name := range args {
				o := r.ByID(name)
				if o == nil {
					o = r.Resolve(name, outlets.Context{}).Entry
				}
				if o == nil {
					return fmt.Errorf("no outlet %q is known; verify outlets resolve says why, verify outlets list names all", name)
				}
				if i > 0 {
					fmt.Fprintln(s.out)
				}
				if err := showOutlet(s.out, r, o); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

func names(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return fmt.Errorf("no name is given; try: %s NAME", c.CommandPath())
	}
	return nil
}

// showOutlet prints one entry, what is unknown left out.
func showOutlet(w io.Writer, r *outlets.Registry, o *outlets.Outlet) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	owner := o.Owner
	if u := r.UltimateOwner(o.ID); u != nil && u.ID != o.Owner {
		owner += ", in the end " + u.ID
	}
	for _, f := range []struct{ label, value string }{
		{"id", o.ID}, {"name", o.Name}, {"in its own script", o.Native}, {"also printed", aliases(o.Aliases)}, {"abbreviated", aliases(o.Abbreviations)},
		{"domains", strings.Join(o.Domains, ", ")}, {"country", o.Country}, {"languages", strings.Join(o.Languages, ", ")}, {"kind", string(o.Kind)},
		{"owner", owner}, {"control", o.Control}, {"founded", year(o.Founded)}, {"closed", year(o.Closed)}, {"time zone", o.Zone}, {"archive", o.Archive},
	} {
		if f.value != "" {
			fmt.Fprintf(t, "%s\t%s\n", f.label, reports.Visible(f.value))
		}
	}
	return t.Flush()
}

func aliases(list []outlets.Alias) string {
	names := make([]string, len(list))
	for i, a := range list {
		names[i] = a.Text
		if a.Shared {
			names[i] += " (shared)"
		}
	}
	return strings.Join(names, ", ")
}

func year(y int) string {
	if y == 0 {
		return ""
	}
	return fmt.Sprint(y)
}

func newOutletsResolve(s streams, set *settings) *cobra.Command {
	var ctx outlets.Context
	var country string
	var with []string
	c := &cobra.Command{
		Use:     "resolve NAME…",
		Short:   "Say whom a printed name is taken to mean, and why",
		Example: `  verify outlets resolve "The Star" --with "Garowe Online,Shabelle" --country SO`,
		Args:    names,
		RunE: func(_ *cobra.Command, args []string) error {
			r, err := set.registry()
			if err != nil {
				return err
			}
			if err := contextOf(&ctx, r, country, with); err != nil {
				return err
			}
			for _, name := range args {
				if err := printMatch(s.out, name, r.Resolve(name, ctx)); err != nil {
					return err
				}
			}
			return nil
		},
	}
	f := c.Flags()
	f.StringSliceVar(&with, "with", nil, "the outlets cited beside it, as `NAMES` parted by commas")
	f.StringVar(&country, "country", "", "the `COUNTRY` that the article speaks of, as LY or Libya")
	f.StringVar(&ctx.Language, "language", "", "the `LANGUAGE` of the article, as en")
	f.StringVar(&ctx.URL, "url", "", "the `ADDRESS` given with the name")
	return c
}

// contextOf takes what the flags say of the article into ctx, and refuses what would not count.
func contextOf(ctx *outlets.Context, r *outlets.Registry, country string, with []string) error {
	if country != "" {
		code := strings.ToUpper(country)
		if !outlets.IsCountry(code) {
			known, ok := outlets.Places.Country(country)
			if !ok {
				return fmt.Errorf("--country %s: there is no such country; write its two letters (ISO 3166-1) or its English name, as LY or Libya", country)
			}
			code = known
		}
		ctx.Countries = []string{code}
	}
	ctx.Language = strings.ToLower(ctx.Language)
	if known := r.Languages(); ctx.Language != "" && !slices.Contains(known, ctx.Language) {
		return fmt.Errorf("--language %s: no outlet is known in it; write its code (ISO 639), one of %s", ctx.Language, strings.Join(known, " "))
	}
	for _, name := range with {
		o := r.ByID(name)
		m := outlets.Match{}
		if o == nil {
			m = r.Resolve(name, outlets.Context{Countries: ctx.Countries, Language: ctx.Language})
			o = m.Entry
		}
		if o == nil {
			return withNobody(name, &m)
		}
		ctx.Others = append(ctx.Others, o.ID)
	}
	return nil
}

// withNobody says that a name beside which an outlet is cited says nothing of it.
func withNobody(name string, m *outlets.Match) error {
	if len(m.Candidates) == 0 {
		return fmt.Errorf("--with %s: it is in no registry; name an outlet that verify outlets resolve knows", name)
	}
	ids := make([]string, len(m.Candidates))
	for i := range m.Candidates {
		ids[i] = m.Candidates[i].ID
	}
	return fmt.Errorf("--with %s: it may be %s; name one of them", name, strings.Join(ids, " or "))
}

func printMatch(w io.Writer, printed string, m outlets.Match) error {
	id := m.ID
	if id == "" {
		id = "undecided"
	}
	p := &helpPage{width: lineWidth(w)}
	p.wrapped("", "  ", fmt.Sprintf("%s: %s (%s), %s, %g: %s", reports.Visible(printed), reports.Visible(m.Name), id, m.How, m.Confidence, reports.Visible(m.Why)))
	for _, c := range m.Candidates {
		p.wrapped("  or ", "     ", fmt.Sprintf("%s: %s", c.ID, reports.Visible(c.Why)))
	}
	_, err := io.WriteString(w, p.String())
	return err
}
