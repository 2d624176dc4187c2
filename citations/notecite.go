package citations

import "strings"

// citeNote adds one source of a note as a citation. A remark and a note that names nothing cite nothing.
func (p *parser) citeNote(a *Article, i int, one *Note, r Range) {
	if one.Kind == NoteComment {
		return
	}
	c := Citation{Kind: FromNote, Note: i, Range: r, Span: p.t.Outer(r), Date: one.Date, Inside: -1}
	c.Raw = p.t.Printed(c.Span)
	if len(one.URLs) > 0 {
		c.URL = one.URLs[0].Address
	}
	switch {
	case ownWork(one.Text) && one.Kind != NoteInterview && one.Publisher == "":
		c.Class, c.Role = ClassOwn, Own
	case one.Kind == NoteInterview:
		c.Class = ClassPerson
		c.Named = strings.Join(one.Authors, ", ")
	case one.Publisher != "":
		c.Class = ClassPublisher
		if !one.publisherAt.Empty() {
			r = one.publisherAt
		}
		c.Outlet = p.printedOutlet(one.Publisher, r)
	case len(one.URLs) > 0:
		c.Class = ClassPublisher
		if c.Outlet = p.hostOutlet(one.URLs[0]); c.Outlet == nil {
			c.Outlet = p.printedOutlet(one.Title, r)
		}
	case one.Title != "":
		c.Class = ClassPublisher
	default:
		c.Class = ClassPerson
	}
	a.Notes[i].Citations = append(a.Notes[i].Citations, len(a.Citations))
	a.Citations = append(a.Citations, c)
}

// ownWork reports whether a note says that its source is the author's own work.
func ownWork(s string) bool {
	low := lowered(s)
	return strings.HasPrefix(low, "author's ") || strings.HasPrefix(low, "author’s ") || strings.HasPrefix(low, "authors' ") || strings.HasPrefix(low, "authors’ ") || strings.Contains(low, "own monitoring") || strings.Contains(low, "eigene ") || strings.Contains(low, "own research")
}

// printedOutlet finds where a name stands within a range and makes an outlet of it, still to be resolved.
func (p *parser) printedOutlet(name string, r Range) *Outlet {
	if name == "" {
		return nil
	}
	at := strings.LastIndex(p.clean[r.Start:r.End], name)
	if at < 0 {
		return &Outlet{Printed: name, Range: Range{Start: r.Start, End: r.Start}, Span: p.t.Source(Range{Start: r.Start, End: r.Start})}
	}
	rr := Range{Start: r.Start + at, End: r.Start + at + len(name)}
	return &Outlet{Printed: name, Range: rr, Span: p.t.Source(rr)}
}

// hostOutlet takes the outlet from the host of an address.
func (p *parser) hostOutlet(u URL) *Outlet {
	host := hostOf(u.Address)
	if host == "" {
		return nil
	}
	return &Outlet{Printed: host, Span: u.Span}
}

// hostOf is the host of an address without "www.", "" if it has none.
func hostOf(addr string) string {
	if i := strings.Index(addr, "://"); i >= 0 {
		addr = addr[i+3:]
	}
	if i := strings.IndexAny(addr, "/?#:"); i >= 0 {
		addr = addr[:i]
	}
	return strings.TrimPrefix(strings.ToLower(addr), "www.")
}
