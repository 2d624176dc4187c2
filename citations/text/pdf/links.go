package pdf

import "math"

// linksAtMost bounds the links of one page.
const linksAtMost = 5000

// links gives the words of a page the addresses of the link annotations that lie over them.
func (r *reader) links(s *sheet, p *page) {
	for i, a := range r.array(p.dict["Annots"]) {
		if i >= linksAtMost {
			return
		}
		r.look()
		d := r.dict(a)
		uri, _ := r.resolve(r.dict(d["A"])["URI"]).(str)
		b, ok := r.box(d["Rect"])
		if d["Subtype"] != name("Link") || len(uri) == 0 || len(uri) > 4000 || !ok {
			continue
		}
		b = turnedBoxes(p.box, s.quarter, []box{b})[0]
		for k := range s.words {
			w := &s.words[k]
			if x, y := (w.x0+w.x1)/2, w.y+w.size*0.3; x > b.x0 && x < b.x1 && y > b.y0 && y < b.y1 {
				w.url = tidy(textString(uri))
			}
		}
	}
}

// near reports whether two measures differ by less than d.
func near(a, b, d float64) bool { return math.Abs(a-b) < d }
