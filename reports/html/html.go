// Package html writes the reliability report: the page that a standards editor sends to an author, a board or a court. It is one file
// that asks the network for nothing, reads on a phone, on paper and by a screen reader, and runs no script but its own.
//
// A page is made in two steps. First the analysis is turned into a view (document.go and its neighbours): plain structs, every string of
// which has gone through visible. Then the templates in templates/ print the view; html/template escapes what it prints by the place where
// it stands. Nothing here is marked as safe but the style, the script and the CSV that this package makes itself.
//
// Write may run in several goroutines at once, on outputs of their own.
package html

import (
	"bytes"
	"context"
	"io"
	"iter"
	"time"

	"example.org/verify/citations/outlets"
	"example.org/verify/score"
)

// Options say what the head of a report tells about the check. The zero Options leave it out.
type Options struct {
	Version string          // of the program
	By      string          // who checked
	Now     time.Time       // when it was checked
	Home    string          // address of the page that led to this one, as the dashboard of an audit; "" for none
	Context context.Context // nil never ends; once it does, so does Write
	// About gives what is known of a document beside its analysis; nil for nothing.
	About func(*score.Analysis) About
}

// About is what is known of a document beside its analysis. The zero About is valid.
type About struct {
	Policy    string          // the desk's file that its settings come from, "" for none
	Ratings   score.Ratings   // the desk's letters; nil if none were loaded
	Owners    score.Owners    // nil is outlets.Default()
	Elsewhere [][][]Elsewhere // by article and claim; nil where nobody has looked
}

// Write writes one page with all documents, in the order in which they come. Two documents or more have an index in front. What was
// rendered is kept until all are there; the analyses are not.
func Write(w io.Writer, docs iter.Seq[*score.Analysis], o Options) error {
	var p page
	var body bytes.Buffer
	for a := range docs {
		d := newDocument(a, o.about(a), len(p.Documents))
		if err := d.render(until{o.Context, &body}); err != nil {
			return err
		}
		p.Documents = append(p.Documents, d.entry())
	}
	p.Home, p.Check = o.Home, newCheck(&o)
	return p.write(w, body.Bytes())
}

// until is a writer that fails once its context has ended, if it has one.
type until struct {
	ctx context.Context
	w   io.Writer
}

func (u until) Write(p []byte) (int, error) {
	if u.ctx != nil && u.ctx.Err() != nil {
		return 0, u.ctx.Err()
	}
	return u.w.Write(p)
}

func (o *Options) about(a *score.Analysis) About {
	var about About
	if o.About != nil {
		about = o.About(a)
	}
	if about.Owners == nil {
		about.Owners = outlets.Default()
	}
	return about
}
