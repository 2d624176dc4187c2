package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"example.org/verify/citations/dates"
)

// manifest is what an archive's own catalogue says of its documents.
type manifest struct {
	names   []string // in the manifest's order, to be opened
	entries map[string]manifestEntry
}

// manifestEntry is one line of it.
type manifestEntry struct {
	published      dates.Date
	title, section string
	authors        string
}

// manifestColumns are the columns that are read; path is needed, others may be there.
var manifestColumns = []string{"path", "date", "title", "authors", "section"}

// readManifest reads a manifest: a table with a head line, its paths from the folder in which it lies.
func readManifest(name string) (*manifest, error) {
	m := &manifest{entries: map[string]manifestEntry{}}
	if name == "" {
		return m, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("--manifest %s: %w", name, cure(err))
	}
	defer f.Close()
	if err := m.read(newSheet(f), filepath.Dir(name)); err != nil {
		return nil, fmt.Errorf("--manifest %s: %w", name, err)
	}
	return m, nil
}

func (m *manifest) read(r *csv.Reader, dir string) error {
	head, err := r.Read()
	if err != nil {
		return fmt.Errorf("it has no head line (%w); write path,date,title,authors,section", err)
	}
	at := map[string]int{}
	for i, h := range head {
		at[strings.ToLower(strings.TrimSpace(h))] = i
	}
	if _, ok := at["path"]; !ok {
		return fmt.Errorf("it has no column path; its head line names %s", strings.Join(manifestColumns, ", "))
	}
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := m.add(row, at, dir); err != nil {
			line, _ := r.FieldPos(0)
			return fmt.Errorf("line %d: %w", line, err)
		}
	}
}

func (m *manifest) add(row []string, at map[string]int, dir string) error {
	cell := func(column string) string {
		i, ok := at[column]
		if !ok {
			return ""
		}
		return strings.TrimSpace(row[i])
	}
	day, err := dates.ParseISO(cell("date"))
	if err != nil {
		return fmt.Errorf("date: %w; write it as 2018-05-18, 2018-05 or 2018", err)
	}
	name := filepath.FromSlash(cell("path"))
	if name == "" {
		return errors.New("it names no path")
	}
	if !filepath.IsAbs(name) {
		name = filepath.Join(dir, name)
	}
	for clean := ""; clean != name; { // "0 /" is "0 ", whose blank no cell keeps
		clean = name
		name = strings.TrimSpace(filepath.Clean(name))
	}
	m.names = append(m.names, name)
	m.entries[manifestKey(name)] = manifestEntry{day, cell("title"), cell("section"), cell("authors")}
	return nil
}

// manifestFile is the file below OUT that has what the last manifest said: an audit without --manifest goes by it, so that dates, sections and authors stay, and
// what is unchanged is known again.
const manifestFile = "manifest.csv"

// keptManifest reads the manifest that the last audit into OUT has kept, an empty one if there is none. Which documents are read the command line says.
func keptManifest(out string) (*manifest, error) {
	name := filepath.Join(out, manifestFile)
	if !isFile(name) {
		name = ""
	}
	m, err := readManifest(name)
	if err == nil {
		m.names = nil
	}
	return m, err
}

// write writes the manifest with absolute paths, in the order in which it came.
func (m *manifest) write(w io.Writer) error {
	c := csv.NewWriter(w)
	rows := [][]string{manifestColumns}
	for _, name := range m.names {
		key := manifestKey(name)
		e := m.entries[key]
		rows = append(rows, []string{key, e.published.ISO(), e.title, e.authors, e.section})
	}
	return c.WriteAll(rows)
}

// of is what the manifest says of a file; the zero entry if it has nothing.
func (m *manifest) of(name string) manifestEntry {
	if len(m.entries) == 0 {
		return manifestEntry{}
	}
	return m.entries[manifestKey(name)]
}

// manifestKey names a file whichever way it was written.
func manifestKey(name string) string {
	if p, err := filepath.Abs(name); err == nil {
		return p
	}
	return filepath.Clean(name)
}

// strays are the manifest's paths that were not found.
func (m *manifest) strays(files []auditFile) []string {
	found := map[string]bool{}
	for i := range files {
		found[manifestKey(files[i].name)] = true
	}
	return slices.DeleteFunc(slices.Clone(m.names), func(name string) bool { return found[manifestKey(name)] })
}
