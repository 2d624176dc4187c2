package pdf

import "math"

// linksAtMost bounds the links of one page.
const linksAtMost = 5000

// link is an address, and where on the page it can be clicked.
type link struct {
	box
	url string
}

// links are the link annotations of a page, in their order.
func (r *reader) links(p *page) []link {
	var out []link
	for i, a := range r.array(p.dict["Annots"]) {
		if i >= linksAtMost {
			break
		}
		r.look()
		d := r.dict(a)
		uri, _ := r.resolve(r.dict(d["A"])["URI"]).(str)
		b, ok := r.box(d["Rect"])
		if d["Subtype"] != name("Link") || len(uri) == 0 || len(uri) > 4000 || !ok {
			continue
		}
		out = append(out, link{b, tidy(textString(uri))})
	}
	return out
}

// linkAt is the last of the links that lies over a place, -1 if none does.
func (s *sheet) linkAt(x, y float64) int {
	for i := len(s.links) - 1; i >= 0; i-- {
		if b := &s.links[i].box; x > b.x0 && x < b.x1 && y > b.y0 && y < b.y1 {
			return i
		}
	}
	return -1
}

// follow gives the words of a page the addresses of the links that lie over them.
func (s *sheet) follow() {
	for k := range s.words {
		w := &s.words[k]
		if i := s.linkAt((w.x0+w.x1)/2, w.y+w.size*linkHeight); i >= 0 {
			w.url = s.links[i].url
		}
	}
}

// linkHeight is how high above the baseline, in parts of the type size, a link has to reach to lie over a character.
const linkHeight = 0.3

// near reports whether two measures differ by less than d.
func near(a, b, d float64) bool { return math.Abs(a-b) < d }
