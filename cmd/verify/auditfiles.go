package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"example.org/verify/reports"
	"example.org/verify/reports/archive"
)

// auditExtensions are how the names of documents end; what a document really is, its content tells.
var auditExtensions = []string{".docx", ".epub", ".htm", ".html", ".markdown", ".md", ".mdown", ".odt", ".pdf", ".rtf", ".text", ".txt", ".xhtml"}

// auditFile is a file that an audit reads.
type auditFile struct {
	name  string // as it is opened, and as people are told of it
	below string // with slashes, below the folder in which it was found
	facts facts
	entry manifestEntry
	sha   string // of its content

	citations int // with --fetch: how many there are that can be looked up
}

// finder finds the documents of an audit.
type finder struct {
	flags *auditFlags
	out   os.FileInfo // the folder that the audit writes; never read
	files []auditFile
	lost  []reports.Failure // folders that cannot be read
	other int               // files that are no documents by their names
}

// find gives all documents of the folders, of the list and of the manifest, sorted by name, each once.
func (f *finder) find(folders []string, m *manifest, in io.Reader) error {
	for _, dir := range folders {
		f.walk(dir)
	}
	if err := f.list(in); err != nil {
		return err
	}
	if len(folders) == 0 && f.flags.list == "" {
		for _, name := range m.names {
			f.add(name, filepath.ToSlash(name))
		}
	}
	slices.SortFunc(f.files, func(a, b auditFile) int { return strings.Compare(a.name, b.name) })
	f.files = slices.CompactFunc(f.files, func(a, b auditFile) bool { return a.name == b.name })
	for i := range f.files {
		f.files[i].entry = m.of(f.files[i].name)
		f.files[i].facts = facts{f.files[i].entry.published, dateInPath(f.files[i].below, f.flags.datePattern)}
	}
	return nil
}

// walk takes what lies in a folder, at any depth. A folder that cannot be read is lost, the others are not.
func (f *finder) walk(dir string) {
	info, err := os.Stat(dir)
	if err == nil && !info.IsDir() {
		f.add(dir, filepath.Base(dir))
		return
	}
	if err == nil {
		err = fs.WalkDir(os.DirFS(dir), ".", func(below string, d fs.DirEntry, err error) error {
			return f.visit(dir, below, d, err)
		})
	}
	if err != nil {
		f.lose(dir, err)
	}
}

func (f *finder) visit(dir, below string, d fs.DirEntry, err error) error {
	name := filepath.Join(dir, filepath.FromSlash(below))
	switch {
	case err != nil:
		f.lose(name, err)
		return fs.SkipDir
	case below != "." && strings.HasPrefix(d.Name(), "."):
		if d.IsDir() {
			return fs.SkipDir
		}
	case d.IsDir():
		if below != "." && (f.written(name, d) || matchesAny(f.flags.exclude, below)) {
			return fs.SkipDir
		}
	case !slices.Contains(auditExtensions, strings.ToLower(path.Ext(below))):
		f.other++
	case f.wants(below) && !isSpecial(name):
		f.add(name, below)
	}
	return nil
}

// written reports whether a folder is OUT, or that of another audit.
func (f *finder) written(name string, d fs.DirEntry) bool {
	if info, err := d.Info(); err == nil && f.out != nil && os.SameFile(info, f.out) {
		return true
	}
	info, err := os.Stat(filepath.Join(name, auditMark))
	return err == nil && info.Mode().IsRegular()
}

// isSpecial reports whether a name, or what a link of that name leads to, is a folder, a named pipe, a socket or a device: nothing that
// an audit could read twice, and a pipe that nobody writes to would keep it waiting for ever.
func isSpecial(name string) bool {
	info, err := os.Stat(name)
	return err == nil && !info.Mode().IsRegular()
}

func (f *finder) add(name, below string) {
	f.files = append(f.files, auditFile{name: name, below: below})
}

func (f *finder) lose(name string, err error) {
	f.lost = append(f.lost, reports.Failure{Name: name, Err: fmt.Errorf("the folder is not read: %w", cure(err))})
}

// list takes the paths of --list, one a line, from the folder that the program runs in.
func (f *finder) list(in io.Reader) error {
	if f.flags.list == "" {
		return nil
	}
	if f.flags.list != "-" {
		file, err := os.Open(f.flags.list)
		if err != nil {
			return fmt.Errorf("--list %s: %w", f.flags.list, cure(err))
		}
		defer file.Close()
		in = file
	}
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		if name := strings.TrimSuffix(lines.Text(), "\r"); name != "" && f.wants(filepath.ToSlash(name)) {
			f.add(filepath.Clean(name), filepath.ToSlash(name))
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("--list %s: %w; it has one path a line", f.flags.list, err)
	}
	return nil
}

// wants reports whether --include and --exclude let a file in.
func (f *finder) wants(below string) bool {
	return (len(f.flags.include) == 0 || matchesAny(f.flags.include, below)) && !matchesAny(f.flags.exclude, below)
}

func matchesAny(globs []string, below string) bool {
	return slices.ContainsFunc(globs, func(g string) bool { return matches(g, below) })
}

// matches reports whether a glob fits a path with slashes: one without a slash fits its last part, another the whole of it, where ** is any
// number of folders.
func matches(glob, below string) bool {
	if !strings.Contains(glob, "/") {
		ok, _ := path.Match(glob, path.Base(below)) // its form was checked
		return ok
	}
	return matchParts(strings.Split(glob, "/"), strings.Split(below, "/"))
}

func matchParts(glob, parts []string) bool {
	for len(glob) > 0 && glob[0] != "**" {
		if len(parts) == 0 {
			return false
		}
		if ok, _ := path.Match(glob[0], parts[0]); !ok {
			return false
		}
		glob, parts = glob[1:], parts[1:]
	}
	if len(glob) == 0 {
		return len(parts) == 0
	}
	for i := range len(parts) + 1 {
		if matchParts(glob[1:], parts[i:]) {
			return true
		}
	}
	return false
}

// checkGlobs refuses globs that have no meaning.
func checkGlobs(flag string, globs []string) error {
	for _, g := range globs {
		if _, err := path.Match(g, ""); err != nil || g == "" || strings.Count(g, "**") > 4 {
			return fmt.Errorf("%s %q: it is no pattern; write one as '*.pdf' or 'drafts/**'", flag, g)
		}
	}
	return nil
}

// firsts gives the files whose content no earlier one has, and the others with the name of that earlier one.
func firsts(files []auditFile) (first []auditFile, same []archive.Duplicate) {
	seen := map[string]string{}
	for _, f := range files {
		if of, ok := seen[f.sha]; ok {
			same = append(same, archive.Duplicate{Name: f.name, Of: of})
			continue
		}
		seen[f.sha] = f.name
		first = append(first, f)
	}
	return first, same
}

// errNothing says that there is nothing to audit.
func (f *finder) errNothing() error {
	say := "there is no document"
	if f.other > 0 {
		say += fmt.Sprintf(" among %d files", f.other)
	}
	return errors.New(say + "; documents end in " + strings.Join(auditExtensions, ", ") + "; --list names others")
}
