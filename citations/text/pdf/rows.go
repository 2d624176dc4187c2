package pdf

import (
	"cmp"
	"math"
	"slices"
	"unicode/utf8"
)

// row is what stands on one baseline of a page, over all its columns.
type row struct {
	y, size   float64
	words     []word // by place
	furniture bool
}

// rows puts the words of a sheet on their baselines, from top to bottom. Raised and lowered characters join the words that they stand beside.
func (s *sheet) rows() []row {
	ws := s.words
	slices.SortStableFunc(ws, func(a, b word) int { return cmp.Or(cmp.Compare(b.y, a.y), cmp.Compare(a.x0, b.x0)) })
	var out []row
	for i := 0; i < len(ws); {
		k := i + 1
		for k < len(ws) && ws[i].y-ws[k].y < 0.14*min(ws[i].size, ws[k].size) {
			k++
		}
		out = append(out, row{y: ws[i].y, words: slices.Clone(ws[i:k])})
		i = k
	}
	for i := range out {
		out[i].settle()
	}
	return s.attach(out)
}

// settle sorts the words of a row and finds the size of most of its type.
func (r *row) settle() {
	slices.SortStableFunc(r.words, func(a, b word) int { return cmp.Compare(a.x0, b.x0) })
	r.size = mainSize(r.words)
}

// mainSize is the type size of most characters.
func mainSize(ws []word) float64 {
	best, most := 0.0, -1
	for i := range ws {
		n := 0
		for k := range ws {
			if math.Abs(ws[k].size-ws[i].size) < 0.5 {
				n += len(ws[k].text)
			}
		}
		if n > most {
			best, most = ws[i].size, n
		}
		if n*2 > totalLen(ws) || i > 40 {
			break
		}
	}
	return best
}

func totalLen(ws []word) int {
	n := 0
	for i := range ws {
		n += len(ws[i].text)
	}
	return n
}

// smallPiece is the longest text, in bytes, that is looked at as raised or lowered: "[12, 13, 14]".
const smallPiece = 16

// attach moves short pieces of small type to the row of larger type that they stand beside, and initials over several lines to the first
// of them.
func (s *sheet) attach(rows []row) []row {
	for i := range rows {
		if len(rows) > crowded {
			break
		}
		r := &rows[i]
		for from := 0; from < len(r.words); {
			to := from + 1
			for to < len(r.words) && r.words[to].x0-r.words[to-1].x1 < 0.6*r.words[to].size && math.Abs(r.words[to].size-r.words[from].size) < 0.5 {
				to++
			}
			if host := s.host(rows, i, r.words[from:to]); host >= 0 {
				rows[host].words = append(rows[host].words, r.words[from:to]...)
				slices.SortStableFunc(rows[host].words, func(a, b word) int { return cmp.Compare(a.x0, b.x0) })
				r.words = slices.Delete(r.words, from, to)
				continue
			}
			from = to
		}
	}
	return slices.DeleteFunc(rows, func(r row) bool { return len(r.words) == 0 })
}

// host is the row that a piece of row i belongs to, -1 if it stands by itself.
func (s *sheet) host(rows []row, i int, piece []word) int {
	if totalLen(piece) > smallPiece {
		return -1
	}
	w := &piece[0]
	best, near := -1, math.Inf(1)
	for _, step := range []int{-1, 1} {
		for k := i + step; k >= 0 && k < len(rows); k += step {
			d := math.Abs(rows[k].y - w.y)
			if d > 3*w.size+20 {
				break
			}
			if len(rows[k].words) > 0 && rows[k].hosts(piece) && d < near {
				best, near = k, d
			}
		}
	}
	return best
}

// hosts reports whether a piece stands raised or lowered beside a word of the row, or before it as its initial.
func (r *row) hosts(piece []word) bool {
	a, z := &piece[0], &piece[len(piece)-1]
	for i := range r.words {
		w := &r.words[i]
		rise := (a.y - w.y) / w.size
		before, behind := a.x0-w.x1, w.x0-z.x1
		switch {
		case a.size < 0.88*w.size && rise > -0.4 && rise < 0.75 && (before > -0.3*w.size && before < 0.45*w.size || behind > -0.2*w.size && behind < 0.7*w.size && (i == 0 || r.words[i-1].x1 < a.x0)):
			return true
		case totalLen(piece) <= 3 && near(a.size, w.size, 0.1*w.size) && rise > -0.35 && rise < 0.2 && before > -0.3*w.size && before < 0.12*w.size:
			return true // the E of TeX
		case a.size > 1.7*w.size && len(a.text) <= 4 && -rise*w.size < 0.8*a.size && -rise*w.size > 0.45*a.size && behind > -0.3*w.size && behind < 0.8*w.size:
			return true
		}
	}
	return false
}

// markRaised tells the superscripts of a line from its text: type smaller than 0.72 of it and raised by more than 0.15, or a little larger and
// higher. Subscripts stand below the baseline.
func markRaised(ws []word) {
	size := mainSize(ws)
	y := ws[0].y
	for i := range ws {
		if near(ws[i].size, size, 0.5) {
			y = ws[i].y
			break
		}
	}
	for i := range ws {
		w := &ws[i]
		rise, part := (w.y-y)/size, w.size/size
		w.raised = part < 0.72 && rise > 0.15 || part < 0.9 && rise > 0.22
		w.lowered = part < 0.9 && rise < -0.05
	}
}

// besideIdeograph reports whether a ends or b begins with an ideograph.
func besideIdeograph(a, b string) bool {
	x, _ := utf8.DecodeLastRuneInString(a)
	y, _ := utf8.DecodeRuneInString(b)
	return Ideographic(x) || Ideographic(y)
}

// spaced notes between which neighbours of a line stand blanks.
func spaced(ws []word, gap float64) {
	for i := 1; i < len(ws); i++ {
		a, b := &ws[i-1], &ws[i]
		size := max(a.size, b.size)
		need := gap * size
		if a.raised {
			need = 0.13 * size
		}
		if b.raised {
			need = 0.3 * size
		}
		if a.size > 1.7*b.size {
			need = size
		}
		if !a.after && !b.before && besideIdeograph(a.text, b.text) {
			need = max(need, 0.45*size) // a quarter of an em that programs set between ideographs and figures
		}
		if d := b.x0 - a.x1; d > need || (a.after || b.before) && d > 0.04*size && !(b.raised && d < 0.1*size) {
			a.after, b.before = true, true
		} else {
			a.after, b.before = false, false
		}
	}
}
