package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
	"github.com/spf13/cobra"

	"example.org/verify/citations/outlets"
	"example.org/verify/reports"
)

func newOutletsAdd(s streams, set *settings) *cobra.Command {
	var o outletConfig
	var table string
	var show bool
	c := &cobra.Command{
		Use:   "add NAME",
		Short: "Add an outlet, or a table of them, to a .verify.toml",
		Long: `add appends an [[outlet]] to the file that --config names, else to .verify.toml in this folder, which it makes where there is none. From then on the
name is no longer "in no registry". Nothing is written where the name means an outlet that is known; --id names an entry that is to be replaced.
With --csv, every line of a table becomes an outlet; commas, semicolons or tabulators part its fields. Its first line names the columns: id, name,
native, aliases, domains, country, languages, kind, owner, control, timezone, archive, wordpress, sitemap. Lists are parted by semicolons; all but
the name may be empty.`,
		Example: `  verify outlets add "Lake Port Mirror" --country TZ --kind newspaper --domain lakeportmirror.example
  verify outlets add --csv desk.csv --print`,
		Args: atMost(1),
		RunE: func(_ *cobra.Command, args []string) error {
			list, err := toAdd(&o, table, args)
			if err != nil {
				return err
			}
			return addOutlets(s, set, list, show)
		},
	}
	f := c.Flags()
	f.StringVar(&o.ID, "id", "", "its `ID` (default: what it was called while it was unknown)")
	f.StringVar(&o.Native, "native", "", "its `NAME` in its own script")
	f.StringSliceVar(&o.Aliases, "alias", nil, "other `NAMES` that it is printed under")
	f.StringSliceVar(&o.Domains, "domain", nil, "its `HOSTS`, without www")
	f.StringVar(&o.Country, "country", "", "the `COUNTRY` that it is published in, as TZ")
	f.StringSliceVar(&o.Languages, "language", nil, "its `LANGUAGES`, the main one first, as sw,en")
	f.StringVar(&o.Kind, "kind", "", "what it is: newspaper, magazine, broadcaster, online, agency … (`KIND`)")
	f.StringVar(&o.Owner, "owner", "", "the `ID` of its owner")
	f.StringVar(&o.Control, "control", "", "who decides on its editorial line (`CONTROL`): "+strings.Join(outlets.Controls(), ", "))
	completeWith(c, "control", outlets.Controls())
	f.StringVar(&table, "csv", "", "add the outlets of this `FILE`")
	f.BoolVar(&show, "print", false, "print what would be added, and write nothing")
	return c
}

// toAdd are the outlets that the flags and the argument name.
func toAdd(o *outletConfig, table string, args []string) ([]outletConfig, error) {
	switch {
	case table != "" && len(args) > 0:
		return nil, errors.New("a name and --csv exclude each other; leave one out")
	case table != "":
		return readOutlets(table)
	case len(args) == 0 || strings.TrimSpace(args[0]) == "":
		return nil, errors.New("no name is given; try: verify outlets add NAME, or --csv FILE")
	}
	o.Name = strings.TrimSpace(args[0])
	return []outletConfig{*o}, nil
}

// readOutlets reads a desk's own table.
func readOutlets(name string) ([]outletConfig, error) {
	f, _, err := openFile(name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	defer f.Close()
	r := newSheet(f)
	head, err := r.Read()
	if err != nil {
		return nil, fmt.Errorf("%s: its first line has to name the columns, such as name,country,domains: %w", name, err)
	}
	for i := range head {
		head[i] = strings.ToLower(strings.TrimSpace(head[i]))
	}
	line, _ := r.FieldPos(0)
	if err := checkColumns(head); err != nil {
		return nil, fmt.Errorf("%s:%d: %w", name, line, err)
	}
	var list []outletConfig
	for {
		fields, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		line, _ := r.FieldPos(0)
		o, err := fromFields(head, fields)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, line, err)
		}
		list = append(list, o)
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("%s: it holds no outlet; write one a line below the names of the columns", name)
	}
	return list, nil
}

// columns are what the columns of a desk's table fill.
func (o *outletConfig) columns() (one map[string]*string, many map[string]*[]string) {
	one = map[string]*string{"id": &o.ID, "name": &o.Name, "native": &o.Native, "country": &o.Country, "kind": &o.Kind, "owner": &o.Owner,
		"control": &o.Control, "timezone": &o.Timezone, "archive": &o.Archive, "wordpress": &o.WordPress, "sitemap": &o.Sitemap}
	many = map[string]*[]string{"aliases": &o.Aliases, "domains": &o.Domains, "languages": &o.Languages}
	return one, many
}

// checkColumns refuses a head line with a column that is none.
func checkColumns(head []string) error {
	one, many := new(outletConfig).columns()
	for _, column := range head {
		if one[column] == nil && many[column] == nil {
			return fmt.Errorf("there is no column %q; verify outlets add --help names them", column)
		}
	}
	return nil
}

func fromFields(head, fields []string) (o outletConfig, err error) {
	one, many := o.columns()
	for i, column := range head {
		value := strings.TrimSpace(fields[i])
		if one[column] != nil {
			*one[column] = value
		} else {
			*many[column] = splitList(value)
		}
	}
	if o.Name == "" {
		return o, errors.New("the outlet has no name; fill in the column name")
	}
	return o, nil
}

func splitList(s string) []string {
	var out []string
	for part := range strings.SplitSeq(s, ";") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// addOutlets appends outlets to the desk's file. It writes all of them or, where one has a fault, none.
func addOutlets(s streams, set *settings, list []outletConfig, show bool) error {
	path := configName
	if set.config != "" {
		path = set.config
	}
	old, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s: %w", path, cure(err))
	}
	before, err := registryWith(path, old)
	if err != nil {
		return err
	}
	for i := range list {
		if err := complete(&list[i], before); err != nil {
			return err
		}
	}
	added, err := toml.Marshal(struct {
		Outlet []outletConfig `toml:"outlet"`
	}{list})
	if err != nil {
		return err
	}
	content := joinTables(old, added)
	if _, err := registryWith(path, content); err != nil {
		return err
	}
	faults, err := lintOwn(ownOutlets(list))
	if err != nil || len(faults) > 0 {
		return errors.Join(err, faultOf(faults))
	}
	if show {
		_, err := s.out.Write(added)
		return err
	}
	return writeOutlets(s, path, content, list)
}

// complete gives an outlet an id where it has none, and refuses a name that means another one already.
func complete(o *outletConfig, r *outlets.Registry) error {
	if o.ID != "" {
		return nil
	}
	m := r.Resolve(o.Name, outlets.Context{})
	if m.Entry != nil && (m.How == outlets.Exact || m.How == outlets.ByAlias) {
		return fmt.Errorf("%q is known as %s (%s); to replace that entry, give --id %s", o.Name, m.Name, m.ID, m.ID)
	}
	if m.How != outlets.Provisional {
		return fmt.Errorf("%q is read as %s (%s): %s; to add another outlet of this name, give it an --id of its own (in a table: the column id)", o.Name, m.Name, m.How, m.Why)
	}
	o.ID = strings.TrimPrefix(m.ID, "~") // so that it stays what it was called while it was unknown
	for i := range len(o.ID) {
		if o.ID[i] >= utf8.RuneSelf {
			return fmt.Errorf("%q needs an id in Latin letters; give --id (in a table: the column id)", o.Name)
		}
	}
	return nil
}

// registryWith is the registry with the outlets of a desk's file that holds content; an error has its line.
func registryWith(path string, content []byte) (*outlets.Registry, error) {
	f := &configFile{path: path, trusted: true}
	d := toml.NewDecoder(bytes.NewReader(content)).DisallowUnknownFields()
	if err := d.Decode(&f.config); err != nil {
		return nil, tomlError(path, err)
	}
	if err := f.validate(content); err != nil {
		return nil, err
	}
	r, err := outlets.Default().With(ownOutlets(f.config.Outlet))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return r, nil
}

func faultOf(faults []outlets.Problem) error {
	if len(faults) == 0 {
		return nil
	}
	return fmt.Errorf("%s; nothing is written", faults[0])
}

// joinTables puts new tables below what a file holds.
func joinTables(old, added []byte) []byte {
	old = bytes.TrimRight(old, "\n")
	if len(old) == 0 {
		return added
	}
	return bytes.Join([][]byte{old, added}, []byte("\n\n"))
}

func writeOutlets(s streams, path string, content []byte, list []outletConfig) error {
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(path); err == nil {
		mode = info.Mode().Perm()
	}
	if err := replaceFile(linked(path), content, mode); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	for i := range list {
		if _, err := fmt.Fprintf(s.out, "%s: %s (%s) is added\n", reports.Visible(path), reports.Visible(list[i].Name), list[i].ID); err != nil {
			return err
		}
	}
	return nil
}
