package archive

import (
	"fmt"
	"slices"
	"strings"

	"example.org/verify/citations/outlets"
	"example.org/verify/reports"
)

// registryLines are the lines of .verify.toml by which an outlet is known under all names that the archive prints. An entry of a desk's file replaces the
// registry's, so that one is said again. They are "" where the registry knows all names already, or where the outlet stands in the desk's own file.
func registryLines(o *Outlet) string {
	entry := &outlets.Outlet{ID: strings.TrimLeft(o.ID, "~?"), Name: o.Name}
	if o.Registered {
		if entry = outlets.Default().ByID(o.ID); entry == nil {
			return ""
		}
	}
	names := []string{entry.Name, entry.Native}
	var aliases []string
	for _, a := range entry.Aliases {
		names, aliases = append(names, a.Text), append(aliases, a.Text)
	}
	for _, a := range entry.Abbreviations {
		names = append(names, a.Text)
	}
	fresh := false
	for _, way := range o.Ways() {
		if !slices.ContainsFunc(names, func(n string) bool { return bareName(n) == bareName(way) }) {
			names, aliases, fresh = append(names, way), append(aliases, way), true
		}
	}
	if o.Registered && !fresh {
		return ""
	}
	return tomlOf(entry, aliases)
}

// bareName is a name without its article and the case of its letters, which do not matter when it is looked up.
func bareName(name string) string {
	return strings.TrimPrefix(strings.ToLower(name), "the ")
}

// tomlOf is an outlet as a desk's file has it.
func tomlOf(o *outlets.Outlet, aliases []string) string {
	var b strings.Builder
	b.WriteString("[[outlet]]\n")
	for _, f := range []struct{ key, value string }{{"id", o.ID}, {"name", o.Name}, {"native", o.Native}, {"aliases", ""}, {"domains", ""}, {"country", o.Country}, {"languages", ""},
		{"kind", string(o.Kind)}, {"owner", o.Owner}, {"control", o.Control}, {"timezone", o.Zone}, {"archive", o.Archive}, {"wordpress", o.WordPress}, {"sitemap", o.Sitemap}} {
		list := map[string][]string{"aliases": aliases, "domains": o.Domains, "languages": o.Languages}[f.key]
		switch {
		case f.value != "":
			fmt.Fprintf(&b, "%s = %s\n", f.key, tomlString(f.value))
		case len(list) > 0:
			var said []string
			for _, s := range list {
				said = append(said, tomlString(s))
			}
			fmt.Fprintf(&b, "%s = [%s]\n", f.key, strings.Join(said, ", "))
		}
	}
	return b.String()
}

// tomlString is a basic string of TOML 1.0, whose escapes are those of JSON.
func tomlString(s string) string { return string(appendString(nil, reports.Visible(s))) }
