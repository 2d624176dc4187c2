package archive

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"unicode/utf8"

	"example.org/verify/reports"
	"example.org/verify/score/ledger"
)

// SearchFolder is where the search over all claims lies, below an audit's folder: index.html, and the files that it loads in a folder whose name tells what they
// were made of.
const SearchFolder = "search"

// searchForm changes with the form of the search's files.
const searchForm = "1"

// Search writes a search over all claims of an audit that works from a disk, without a server: words lie in many small scripts, of which those that a query needs
// are loaded, and so do the claims. Beside them lie the claims as plain pages, for readers without a script.
//
// A nil Search writes nothing and costs nothing.
type Search struct {
	out    string // SearchFolder of the audit
	key    string
	part   string // where the files are made; "" where they are there already
	index  *index
	claims shards
	starts []int // the first claim of each file of claims
	pages  listPages
	count  int
}

// NewSearch begins the search of an audit in a folder, which it makes. Where the files of the same documents are there already they are kept as they are.
func NewSearch(out string, a *Audit) (*Search, error) {
	s := &Search{out: out, key: searchKey(a)}
	if _, err := os.Stat(filepath.Join(out, s.key, directoryFile)); err == nil {
		return s, nil
	}
	s.part = filepath.Join(out, s.key+".part")
	if err := errors.Join(os.RemoveAll(s.part), os.MkdirAll(s.part, 0o755)); err != nil {
		return nil, err
	}
	s.index = newIndex(s.part)
	s.claims = shards{dir: s.part, kind: "c"}
	s.pages = listPages{dir: s.part, audit: a}
	return s, nil
}

// searchKey names what a search is made of.
func searchKey(a *Audit) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\x00%s\x00", searchForm, a.Version)
	for i := range a.Documents {
		d := &a.Documents[i]
		fmt.Fprintf(h, "%s\x00%s\x00%s\x00%t\x00", d.Name, d.Title, d.Revision.Rev, d.Page)
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// writes reports whether files are to be written.
func (s *Search) writes() bool { return s != nil && s.part != "" }

// found is what a document adds to a search.
type found struct {
	title string
	words [][]string // of its claims
	texts []piece    // of a file of claims
	list  []piece    // of a page
}

// piece is a part of a document in one file: so many of its claims.
type piece struct {
	body   []byte
	claims int
}

// hit is a claim as the search shows it.
type hit struct {
	id, grade, text string
	origins         int // that stand; unsourced for a claim for which nothing is given
}

const unsourced = -1

// textMost is how many letters of a claim are shown; its words are found beyond them.
const textMost = 700

// find makes what a document adds.
func (s *Search) find(i *Item, f *ledger.Facts) *found {
	if !s.writes() || len(f.Claims) == 0 {
		return nil
	}
	head := headOf(i)
	x := &found{title: head.title, words: make([][]string, len(f.Claims))}
	texts, list := pieces{head: head.json(), tail: "]]"}, pieces{head: head.html(), tail: "</ol>\n"}
	var item []byte
	for k := range f.Claims {
		c := &f.Claims[k]
		x.words[k] = wordsOf(folded(c.Text), nil)
		h := hit{id: "a" + strconv.Itoa(c.Article) + ".c" + strconv.Itoa(c.Claim), grade: c.Grade, text: shown(c.Text), origins: c.Corroboration}
		if !c.Sourced {
			h.origins = unsourced
		}
		item = h.appendJSON(item[:0])
		texts.add(item)
		item = h.appendHTML(item[:0], head.href)
		list.add(item)
	}
	x.texts, x.list = texts.end(), list.end()
	return x
}

// shown is the text of a claim on one line, cut where it is very long.
func shown(text string) string {
	if len(text) > textMost {
		n := 0
		for i := range text {
			if n == textMost {
				text = text[:i] + "…"
				break
			}
			n++
		}
	}
	if !utf8.ValidString(text) { // of a ledger that a stranger has changed
		text = string([]rune(text))
	}
	return reports.Visible(text)
}

// add adds a document.
func (s *Search) add(x *found) error {
	if x == nil {
		return nil
	}
	for i, words := range x.words {
		if err := s.index.add(s.count+i, words); err != nil {
			return err
		}
	}
	at := s.count
	for _, p := range x.texts {
		if s.claims.begins(len(p.body)) {
			s.starts = append(s.starts, at)
		}
		if err := s.claims.add(p.body); err != nil {
			return err
		}
		at += p.claims
	}
	s.count = at
	for _, p := range x.list {
		if err := s.pages.add(x.title, p.body); err != nil {
			return err
		}
	}
	return nil
}

// End writes what is left and puts all in its place; then it takes away what earlier audits wrote there.
func (s *Search) End(a *Audit) error {
	if s == nil {
		return nil
	}
	if s.writes() {
		if err := s.finish(); err != nil {
			return err
		}
	}
	b, err := os.ReadFile(filepath.Join(s.out, s.key, directoryFile))
	if err != nil {
		return err
	}
	var d directory
	if err := json.Unmarshal(b, &d); err != nil {
		return fmt.Errorf("%s: %w; take the folder %s away and run the audit again", directoryFile, err, filepath.Join(s.out, s.key))
	}
	s.count = d.Count
	return errors.Join(s.writePage(a, &d), s.sweep())
}

// finish writes the words and the directory.
func (s *Search) finish() error {
	words := wordShards{shards: shards{dir: s.part, kind: "w"}}
	if err := errors.Join(s.claims.flush(), s.index.each(words.word), words.flush(), s.index.close(), s.pages.end()); err != nil {
		return err
	}
	d := directory{Count: s.count, Claims: s.starts, Words: words.starts, Pages: s.pages.names}
	b, err := json.Marshal(&d)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(s.part, directoryFile), b, 0o644); err != nil {
		return err
	}
	return os.Rename(s.part, filepath.Join(s.out, s.key))
}

// Abandon takes away what was not finished.
func (s *Search) Abandon() error {
	if !s.writes() {
		return nil
	}
	return errors.Join(s.index.close(), os.RemoveAll(s.part))
}

// sweep takes away the files of other audits, and what a killed one had not finished.
func (s *Search) sweep() error {
	list, err := os.ReadDir(s.out)
	if err != nil {
		return err
	}
	for _, e := range list {
		if e.IsDir() && e.Name() != s.key || e.Name()[0] == '.' {
			if err := os.RemoveAll(filepath.Join(s.out, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}

// directoryFile says what a search's files hold; it is the last to be written.
const directoryFile = "directory.json"

// directory is what the page of the search knows of its files.
type directory struct {
	Build  string   `json:"build"`
	Count  int      `json:"count"`  // of claims
	Claims []int    `json:"claims"` // the first claim of each file of claims
	Words  []string `json:"words"`  // the first word of each file of words
	Pages  []string `json:"pages"`  // the document that each plain page begins with
}

// writePage writes index.html.
func (s *Search) writePage(a *Audit, d *directory) error {
	d.Build = s.key
	path := filepath.Join(s.out, Dashboard)
	f, err := os.CreateTemp(s.out, "."+Dashboard+".")
	if err != nil {
		return err
	}
	err = writeSearch(f, a, d)
	err = errors.Join(err, f.Chmod(0o644), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
}

// Claims is how many claims can be searched, once the search has ended; 0 for a nil one.
func (s *Search) Claims() int {
	if s == nil {
		return 0
	}
	return s.count
}
