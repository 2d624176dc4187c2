package pdf

import (
	"cmp"
	"math"
	"slices"
)

// gutter is the strip between two columns.
type gutter struct{ x0, x1 float64 }

func (g gutter) mid() float64 { return (g.x0 + g.x1) / 2 }

// binWidth is the grain, in points, in which strips are looked for.
const binWidth = 2.0

// gutters finds the strips of a page that few rows cross and many rows begin behind.
func gutters(rows []row, width float64) []gutter {
	n := int(width/binWidth) + 2
	if len(rows) < 8 || n > 20_000 {
		return nil
	}
	cover := make([]int, n)
	lo, hi, size := math.Inf(1), 0.0, bodySize(rows)
	for i := range rows {
		for _, p := range pieces(rows[i].words, 0.7*size) {
			a, b := max(0, int(p.x0/binWidth)), min(n-1, int(p.x1/binWidth))
			for x := a; x <= b; x++ {
				cover[x]++
			}
			lo, hi = min(lo, p.x0), max(hi, p.x1)
		}
	}
	most := len(rows) * 4 / 10
	if top := slices.Max(cover) * 4 / 10; top < most {
		most = top
	}
	var out []gutter
	from, to := int((lo+(hi-lo)*0.15)/binWidth), int((hi-(hi-lo)*0.15)/binWidth)
	for x := max(0, from); x < min(n, to); x++ {
		least := cover[x]
		k := x
		for k < min(n, to) && cover[k] <= most {
			least = min(least, cover[k])
			k++
		}
		if k > x {
			if g := narrow(cover, x, k, least); g.x1-g.x0 >= max(5, 0.5*size) && separates(rows, g, size) {
				out = append(out, g)
			}
			x = k
		}
	}
	return out
}

// narrow is the widest part of the bins [from, to) that hardly more rows cross than the fewest.
func narrow(cover []int, from, to, least int) gutter {
	best, start := gutter{}, from
	for x := from; x <= to; x++ {
		if x < to && cover[x] <= least+max(2, least/4) {
			continue
		}
		if g := (gutter{float64(start) * binWidth, float64(x) * binWidth}); g.x1-g.x0 > best.x1-best.x0 {
			best = g
		}
		start = x + 1
	}
	return best
}

// pieces are the stretches of a row without a gap of the given width.
func pieces(ws []word, gap float64) []box {
	var out []box
	for i := range ws {
		if n := len(out); n > 0 && ws[i].x0-out[n-1].x1 < gap {
			out[n-1].x1 = max(out[n-1].x1, ws[i].x1)
			continue
		}
		out = append(out, box{x0: ws[i].x0, x1: ws[i].x1})
	}
	return out
}

// bodySize is the type size of most characters in rows.
func bodySize(rows []row) float64 {
	count := map[int]int{}
	for i := range rows {
		for k := range rows[i].words {
			count[int(rows[i].words[k].size*4+0.5)] += len(rows[i].words[k].text)
		}
	}
	best := 0
	for s, n := range count {
		if n > count[best] || n == count[best] && s < best {
			best = s
		}
	}
	return float64(best) / 4
}

// separates reports whether running text stands on both sides of a strip, that on its right flush with it.
func separates(rows []row, g gutter, size float64) bool {
	both, onlyLeft, onlyRight, crossed, words := 0, 0, 0, 0, 0
	var starts []float64
	for i := range rows {
		l, r, crosses := sides(rows[i].words, g)
		switch {
		case crosses:
			crossed++
			continue
		case l > 0 && r > 0:
			both++
		case l > 0:
			onlyLeft++
		default:
			onlyRight++
		}
		words += min(l, 8) + min(r, 8)
		for k := range rows[i].words {
			words += min(ideographs(rows[i].words[k].text)/3, 8)
		}
		if r > 0 {
			starts = append(starts, rows[i].words[l].x0)
		}
	}
	flush := 0
	slices.Sort(starts)
	for i, k := 0, 0; i < len(starts) && starts[i] < g.x1+2*size; i++ {
		for k < len(starts) && starts[k]-starts[i] < 0.25*size+1 {
			k++
		}
		flush = max(flush, k-i)
	}
	segments := 2*both + onlyLeft + onlyRight
	least := 5 // tenths of the starts that must be flush
	if crossed == 0 && g.x1-g.x0 >= 1.2*size && both+min(onlyLeft, onlyRight) >= 8 {
		least = 3 // nothing stands in the strip: notes and lists with hanging indents may begin behind it
	}
	return both+min(onlyLeft, onlyRight) >= 5 && crossed <= both+onlyLeft+onlyRight && flush*10 >= len(starts)*least && words*10 >= segments*28
}

// sides counts the words on either side of a strip; crosses tells that one stands in it.
func sides(ws []word, g gutter) (l, r int, crosses bool) {
	for i := range ws {
		switch {
		case ws[i].x1 <= g.mid():
			l++
		case ws[i].x0 >= g.mid():
			r++
		default:
			return 0, 0, true
		}
	}
	return l, r, false
}

// common are the gutters that the pages of a document share; pages with little text use them.
func common(pages [][]gutter) []gutter {
	var all []gutter
	with := 0
	for _, p := range pages {
		all = append(all, p...)
		if len(p) > 0 {
			with++
		}
	}
	slices.SortFunc(all, func(a, b gutter) int { return cmp.Compare(a.mid(), b.mid()) })
	var out []gutter
	for i := 0; i < len(all); {
		k := i
		for k < len(all) && all[k].mid()-all[i].mid() < 8 {
			k++
		}
		if (k-i)*10 >= with*4 {
			g := all[i]
			for _, x := range all[i:k] {
				if shared := (gutter{max(g.x0, x.x0), min(g.x1, x.x1)}); shared.x1 > shared.x0 {
					g = shared
				}
			}
			out = append(out, g)
		}
		i = k
	}
	return out
}

// cut splits the words of a row at the gutters where it has a gap as wide as they are. cols[i] is the column that part i stands in; -1 is
// a part that reaches over several.
func cut(ws []word, gs []gutter) (parts [][]word, cols []int) {
	col, from, crossed := 0, 0, false
	column := func() int {
		if crossed {
			return -1
		}
		return col
	}
	for gi, g := range gs {
		k := from
		for k < len(ws) && ws[k].x1 <= g.mid() {
			k++
		}
		switch {
		case k == from: // all of the rest stands right of it, or in it
			if k < len(ws) && ws[k].x0 < g.mid() {
				crossed = true
			} else if !crossed {
				col = gi + 1
			}
		case k == len(ws):
		case ws[k].x0 < g.mid() || ws[k].x0-ws[k-1].x1 < 0.8*(g.x1-g.x0):
			crossed = true
		default:
			parts, cols = append(parts, ws[from:k]), append(cols, column())
			from, crossed, col = k, false, gi+1
		}
	}
	if from < len(ws) {
		parts, cols = append(parts, ws[from:]), append(cols, column())
	}
	return parts, cols
}
