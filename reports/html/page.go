package html

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io"
	"strconv"
	"sync"
	"time"
)

//go:embed templates/*.html
var files embed.FS

// templates are parsed, and escaped by their first use, once.
var templates = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("").ParseFS(files, "templates/*.html"))
})

// page is what stands around the documents.
type page struct {
	Home      string // the way back, "" for none
	Check     check
	Documents []entry
}

// entry is one document in the index and in the page's title.
type entry struct {
	ID, Title, Name string
	Verdict         string
	Strip           strip
	Findings        []count
}

// check says who checked when with what.
type check struct {
	By, Version, Day, Stamp string // Stamp is the time in RFC 3339
}

func newCheck(o *Options) check {
	c := check{By: visible(o.By), Version: visible(o.Version)}
	if !o.Now.IsZero() {
		c.Day, c.Stamp = o.Now.UTC().Format("2 January 2006, 15:04 UTC"), o.Now.UTC().Format(time.RFC3339)
	}
	return c
}

// Title is the title of the browser's window and of the saved file.
func (p *page) Title() string {
	if len(p.Documents) == 1 {
		return p.Documents[0].Title
	}
	return say(len(p.Documents), "document")
}

// Several reports whether there is an index.
func (p *page) Several() bool { return len(p.Documents) != 1 }

// Policy is the page's Content-Security-Policy.
func (p *page) Policy() string { return policy() }

// write writes the page. Style and script are written as they are, not through a template: their hashes stand in the policy.
func (p *page) write(w io.Writer, body []byte) error {
	var b bytes.Buffer
	b.Grow(len(body) + len(style) + len(script) + 8<<10)
	if err := templates().ExecuteTemplate(&b, "head.html", p); err != nil {
		return err
	}
	b.WriteString("<style>" + style + "</style>\n")
	if err := templates().ExecuteTemplate(&b, "top.html", p); err != nil {
		return err
	}
	b.Write(body)
	if err := templates().ExecuteTemplate(&b, "foot.html", p); err != nil {
		return err
	}
	b.WriteString("<script>" + script + "</script>\n</body>\n</html>\n")
	_, err := w.Write(b.Bytes())
	return err
}

// say is a number with its noun: "1 claim", "2 claims".
func say(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

// of is a part of a whole in integers, as every share is given: "4 of 10".
func of(n, all int) string { return fmt.Sprintf("%d of %d", n, all) }
