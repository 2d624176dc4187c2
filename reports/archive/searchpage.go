package archive

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"sync"
)

//go:embed templates/search.js
var searchScript string

// searchPolicy is the Content-Security-Policy of the search's page: as that of the others, but scripts of the same folder may be loaded too, by one policy of
// trusted types that knows their names. file: is for a page opened from a disk, which has no origin.
var searchPolicy = sync.OnceValue(func() string {
	return "default-src 'none'; style-src " + hash(style) + "; script-src " + hash(searchScript) +
		" 'self' file:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types shards"
})

// searchPage is the page of the search, or a plain page of claims.
type searchPage struct {
	page
	policy string
	Count  string
	Pages  []string // the documents that the plain pages begin with
	Build  string
}

// Policy is the page's Content-Security-Policy.
func (p *searchPage) Policy() string { return p.policy }

// List is the address of a plain page, from the search.
func (p *searchPage) List(i int) string { return p.Build + "/" + listName(i) }

// writeSearch writes the page of the search.
func writeSearch(w io.Writer, a *Audit, d *directory) error {
	p := &searchPage{page: *newPage(a, "Search all claims"), policy: searchPolicy(), Count: say(d.Count, "claim"), Pages: d.Pages, Build: d.Build}
	p.Home = "../" + Dashboard
	data, err := json.Marshal(d)
	if err != nil {
		return err
	}
	b, err := begun(p, "search.html")
	if err != nil {
		return err
	}
	fmt.Fprintf(b, "<script type=\"application/json\" id=\"directory\">%s</script>\n<script>%s</script>\n</body>\n</html>\n", data, searchScript)
	_, err = w.Write(b.Bytes())
	return err
}

// listPages writes all claims as plain pages.
type listPages struct {
	dir   string
	audit *Audit
	names []string // the document that each begins with
	title string   // the document that the next begins with
	b     []byte
}

// listMost is about how many bytes a plain page has.
const listMost = 128 << 10

// add adds a part of a document with the title.
func (l *listPages) add(title string, item []byte) error {
	if len(l.b) > 0 && len(l.b)+len(item) > listMost {
		if err := l.flush(false); err != nil {
			return err
		}
	}
	if len(l.b) == 0 {
		l.title = title
	}
	l.b = append(l.b, item...)
	return nil
}

func (l *listPages) end() error {
	if len(l.b) == 0 {
		return nil
	}
	return l.flush(true)
}

func listName(i int) string { return "list-" + strconv.Itoa(i+1) + ".html" }

// flush writes a page. Its head is the same for all but for its number.
func (l *listPages) flush(last bool) error {
	n := len(l.names)
	l.names = append(l.names, l.title)
	p := &searchPage{page: *newPage(l.audit, "All claims, page "+strconv.Itoa(n+1)), policy: policy()}
	p.Home = "../../" + Dashboard
	b, err := begun(p, "list.html")
	if err != nil {
		return err
	}
	b.Write(l.b)
	l.b = l.b[:0]
	b.WriteString("<nav class=\"pager\" aria-label=\"Pages\">")
	if n > 0 {
		fmt.Fprintf(b, `<a href="%s" rel="prev">← Back</a>`, listName(n-1))
	}
	b.WriteString(`<a href="../index.html">Search and all pages</a>`)
	if !last {
		fmt.Fprintf(b, `<a href="%s" rel="next">Next →</a>`, listName(n+1))
	}
	b.WriteString("</nav>\n</main>\n</body>\n</html>\n")
	return os.WriteFile(filepath.Join(l.dir, listName(n)), b.Bytes(), 0o644)
}
