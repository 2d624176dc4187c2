package outlets

import (
	_ "embed"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"
)

//go:embed outlets.tsv
var embedded string

// Default is the registry that comes with the program. It is read once, at the first call, and may be used from several
// goroutines.
func Default() *Registry { return defaultRegistry() }

// DefaultHash is Default().Hash(), and how many outlets it has, without reading the registry.
func DefaultHash() (hash string, entries int) {
	for line := range strings.Lines(embedded) {
		if line != "\n" && line[0] != '#' {
			entries++
		}
	}
	return sum(embedded), entries
}

var defaultRegistry = sync.OnceValue(func() *Registry {
	r, err := parse(embedded, "outlets.tsv")
	if err != nil {
		panic(err) // TestOutlets reads the same bytes
	}
	r.hash = sync.OnceValue(func() string { return sum(embedded) })
	return r
})

// Load reads a registry: one line an outlet, fifteen columns parted by tabs, as the head of outlets.tsv explains them. Lines
// may stand in any order; empty ones and those that start with # are passed over. An error names line and column and
// says what would cure it; name is the file's, for that.
func Load(r io.Reader, name string) (*Registry, error) {
	b, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return parse(string(b), name)
}

// columns names the fields of a line, in order.
var columns = [...]string{"id", "name", "native", "aliases", "abbreviations", "domains", "country", "languages", "kind", "owner",
	"control", "founded", "closed", "time zone", "archive"}

// parse reads stretches of the content side by side.
func parse(content, name string) (*Registry, error) {
	parsers := make([]parser, stretches(strings.Count(content, "\n")))
	var wait sync.WaitGroup
	slab := make([]Outlet, strings.Count(content, "\n")+1)
	line := 0
	for i := range parsers {
		part := content
		if left := len(parsers) - i; left > 1 {
			end := len(content) / left
			end += strings.IndexByte(content[end:], '\n') + 1
			part, content = content[:end], content[end:]
		}
		lines := strings.Count(part, "\n")
		if i == len(parsers)-1 {
			lines = len(slab) - line // the last line may have no end
		}
		parsers[i] = parser{file: name, line: line, entries: slab[line : line : line+lines]}
		line += lines
		wait.Go(func() { parsers[i].all(part) })
	}
	wait.Wait()
	entries := slab[:0] // comments left gaps between the stretches
	for i := range parsers {
		if err := parsers[i].err; err != nil {
			return nil, err
		}
		entries = append(entries, parsers[i].entries...)
	}
	r, err := build(entries)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return r, nil
}

// all reads every line of a stretch, up to the first error.
func (p *parser) all(content string) {
	for content != "" && p.err == nil {
		line, rest, _ := strings.Cut(content, "\n")
		content = rest
		p.line++
		line = strings.TrimSuffix(line, "\r")
		if line != "" && line[0] != '#' {
			p.err = p.entry(line)
		}
	}
}

// parser turns lines into entries. All lists are cut from two slabs, so that a whole file costs a handful of allocations.
type parser struct {
	file    string
	line    int
	err     error
	entries []Outlet
	strings []string
	aliases []Alias
}

func (p *parser) entry(line string) error {
	var f [len(columns)]string
	for i := range f {
		at := strings.IndexByte(line, '\t')
		switch last := i == len(f)-1; {
		case at < 0 && !last:
			return fmt.Errorf("%s:%d: the line ends after column %d (%s), %d are needed: put a tab for each empty column", p.file, p.line, i+1, columns[i], len(f))
		case at >= 0 && last:
			return fmt.Errorf("%s:%d: more than %d columns: take out the tabs after the archive", p.file, p.line, len(f))
		case last:
			f[i] = line
		default:
			f[i], line = line[:at], line[at+1:]
		}
	}
	p.entries = p.entries[:len(p.entries)+1] // there is one for each line
	o := &p.entries[len(p.entries)-1]
	o.ID, o.Name, o.Native, o.Country, o.Kind, o.Owner, o.Control, o.Zone, o.Archive = f[0], f[1], f[2], f[6], Kind(f[8]), f[9], f[10], f[13], f[14]
	if !validID(o.ID) {
		return p.wrong(0, o.ID, "write lower-case letters and digits joined by hyphens")
	}
	if o.Name == "" {
		return p.wrong(1, "", "an outlet needs a name")
	}
	if !validCountry(o.Country) {
		return p.wrong(6, o.Country, "write two capitals (ISO 3166-1), or leave it empty")
	}
	if !validKind(o.Kind) {
		return p.wrong(8, f[8], "write one of "+kindList)
	}
	if !validControl(o.Control) {
		return p.wrong(10, o.Control, "write one of "+controlList+", or leave it empty")
	}
	var err error
	if o.Founded, err = p.year(11, f[11]); err != nil {
		return err
	}
	if o.Closed, err = p.year(12, f[12]); err != nil {
		return err
	}
	if o.Aliases, err = p.names(3, f[3]); err != nil {
		return err
	}
	if o.Abbreviations, err = p.names(4, f[4]); err != nil {
		return err
	}
	o.Domains = p.list(f[5])
	o.Languages = p.list(f[7])
	return nil
}

func (p *parser) wrong(column int, value, cure string) error {
	return fmt.Errorf("%s:%d: column %d (%s): %q: %s", p.file, p.line, column+1, columns[column], value, cure)
}

func (p *parser) year(column int, s string) (int, error) {
	if s == "" {
		return 0, nil
	}
	y, err := strconv.Atoi(s)
	if err != nil || len(s) != 4 {
		return 0, p.wrong(column, s, "write a year of four digits, or leave it empty")
	}
	return y, nil
}

// list cuts a column at its bars; nil for an empty one.
func (p *parser) list(s string) []string {
	p.strings = room(p.strings, s)
	from := len(p.strings)
	for s != "" {
		item, rest := cutBar(s)
		p.strings = append(p.strings, item)
		s = rest
	}
	if from == len(p.strings) {
		return nil
	}
	return p.strings[from:len(p.strings):len(p.strings)]
}

// names cuts a column at its bars and reads the marks ~ (shared) and ! (a word) before each name.
func (p *parser) names(column int, s string) ([]Alias, error) {
	p.aliases = room(p.aliases, s)
	from := len(p.aliases)
	for s != "" {
		item, rest := cutBar(s)
		s = rest
		a := Alias{Text: item}
		for a.Text != "" && (a.Text[0] == '~' || a.Text[0] == '!') {
			a.Shared = a.Shared || a.Text[0] == '~'
			a.Word = a.Word || a.Text[0] == '!'
			a.Text = a.Text[1:]
		}
		if a.Text == "" {
			return nil, p.wrong(column, item, "an empty name: take out the bar or the mark")
		}
		p.aliases = append(p.aliases, a)
	}
	if from == len(p.aliases) {
		return nil, nil
	}
	return p.aliases[from:len(p.aliases):len(p.aliases)], nil
}

// cutBar parts s at its first bar.
func cutBar(s string) (item, rest string) {
	if i := strings.IndexByte(s, '|'); i >= 0 {
		return s[:i], s[i+1:]
	}
	return s, ""
}

// room returns a slab with room for the items of s: the same, or a fresh one.
func room[T any](slab []T, s string) []T {
	if cap(slab)-len(slab) > len(s) { // as many as it can be
		return slab
	}
	if n := strings.Count(s, "|") + 1; s != "" && cap(slab)-len(slab) < n {
		return make([]T, 0, max(n, 4096))
	}
	return slab
}

func validID(s string) bool {
	if s == "" || s[0] == '-' || s[len(s)-1] == '-' {
		return false
	}
	for i := range len(s) {
		if c := s[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return true
}

func validCountry(s string) bool {
	return s == "" || len(s) == 2 && s[0] >= 'A' && s[0] <= 'Z' && s[1] >= 'A' && s[1] <= 'Z'
}

const (
	kindList    = "newspaper magazine broadcaster online agency journal publisher think-tank ngo research university government international court party militant company social blog"
	controlList = "state public captured-public captured-private private party"
)

// Controls lists who may decide on the editorial line of an outlet; one of which that is not known has none.
func Controls() []string { return strings.Fields(controlList) }

func validKind(k Kind) bool {
	switch k {
	case "newspaper", "magazine", "broadcaster", "online", "agency", "journal", "publisher", "think-tank", "ngo", "research", "university", "government",
		"international", "court", "party", "militant", "company", "social", "blog":
		return true
	}
	return false
}

func validControl(c string) bool {
	switch c {
	case "", "state", "public", "captured-public", "captured-private", "private", "party":
		return true
	}
	return false
}

// oneOf reports whether word is one of the words of list, which are parted by blanks.
func oneOf(list, word string) bool {
	for w := range strings.SplitSeq(list, " ") {
		if w == word {
			return true
		}
	}
	return false
}
