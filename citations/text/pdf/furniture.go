package pdf

import (
	"math"
	"strings"
	"unicode"
)

// Running heads, running feet and page numbers stand at the edge of their pages, recur there from page to page, digits aside, or are no
// more than the number of the page.

// edgeRows is how many rows at the top and at the bottom of a page can be furniture.
const edgeRows = 3

// edges are the indices of the rows at one edge of a page, from there inwards: up to the last one that space sets off from the text.
func edges(rows []row, top bool) []int {
	var out []int
	apart := 0
	for k := range min(edgeRows, len(rows)-1) {
		i, next := k, k+1
		if !top {
			i, next = len(rows)-1-k, len(rows)-2-k
		}
		out = append(out, i)
		if math.Abs(rows[i].y-rows[next].y) > 1.45*max(rows[i].size, 0.8*rows[next].size) || isArtifact(&rows[i]) {
			apart = k + 1
		}
	}
	return out[:apart]
}

// rowText is a row as one line.
func rowText(ws []word) string {
	var b strings.Builder
	for i := range ws {
		if i > 0 && (ws[i].before || ws[i-1].after || ws[i].x0-ws[i-1].x1 > 0.2*ws[i].size) {
			b.WriteByte(' ')
		}
		b.WriteString(ws[i].text)
	}
	return b.String()
}

// furnitureKey folds a line so that those of different pages are equal.
func furnitureKey(s string) string {
	var b strings.Builder
	digit := false
	for _, r := range strings.ToLower(s) {
		if unicode.IsDigit(r) {
			if !digit {
				b.WriteByte('#')
			}
			digit = true
			continue
		}
		digit = false
		if !unicode.IsSpace(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// spotKey is a line of furniture with its place.
type spotKey struct {
	key string
	top bool
	y   int
}

// markFurniture marks the rows that are furniture.
func markFurniture(pages [][]row, sheets []*sheet) {
	count := map[spotKey]int{}
	each := func(f func(p, i int, k spotKey) bool) {
		for p := range pages {
			for _, top := range []bool{true, false} {
				for _, i := range edges(pages[p], top) {
					if !f(p, i, spotKey{furnitureKey(rowText(pages[p][i].words)), top, int(math.Round(pages[p][i].y / 4))}) {
						break
					}
				}
			}
		}
	}
	each(func(_, _ int, k spotKey) bool { count[k]++; return true })
	body := 0.0
	for p := range pages {
		body = max(body, bodySize(pages[p]))
	}
	each(func(p, i int, k spotKey) bool {
		n := count[k]
		for _, d := range []int{-1, 1} {
			n += count[spotKey{k.key, k.top, k.y + d}]
		}
		r := &pages[p][i]
		r.furniture = n >= 2 && len(rowText(r.words)) < 160 && !proseRow(r) || isArtifact(r) || loneEdge(pages[p], i, k.top, sheets[p].height)
		return r.furniture
	})
}

// proseRow keeps what can only be text: a line that ends as a sentence in mid-page.
func proseRow(r *row) bool {
	s := rowText(r.words)
	return len(s) > 60 && strings.Count(s, " ") > 8 && strings.HasSuffix(s, ".") && !strings.ContainsAny(s, "0123456789")
}

func isArtifact(r *row) bool {
	for i := range r.words {
		if !r.words[i].artifact {
			return false
		}
	}
	return true
}

// loneEdge reports whether the outermost row of a page is a page number, or small type in the margin far from all text.
func loneEdge(rows []row, i int, top bool, height float64) bool {
	r := &rows[i]
	next := i + 1
	from := height - r.y
	if !top {
		next, from = i-1, r.y
	}
	if next < 0 || next >= len(rows) {
		return false
	}
	gap := math.Abs(rows[next].y - r.y)
	s := rowText(r.words)
	if from < 0.12*height && gap > 1.6*r.size && pageNumber(s) {
		return true
	}
	return from < 30 && gap > 2*max(r.size, rows[next].size) && r.size < 0.95*rows[next].size && len(s) < 160
}

// pageNumber knows "12", "- 12 -", "Page 12 of 30", "12/30", "| 12", "iv".
func pageNumber(s string) bool {
	t := strings.ToLower(strings.Trim(s, " -–—|[]·•."))
	for _, w := range []string{"page", "seite", "página", "pagina", "strana", "стр.", "p.", "s."} {
		t = strings.TrimSpace(strings.TrimPrefix(t, w))
	}
	digits := 0
	for _, f := range strings.Fields(strings.ReplaceAll(t, "/", " ")) {
		switch {
		case strings.Trim(f, "0123456789") == "" && len(f) <= 4:
			digits++
		case f == "of" || f == "von" || f == "de" || f == "sur" || f == "di" || f == "из":
		default:
			return strings.Trim(t, "ivxlc") == "" && len(t) <= 6
		}
	}
	return digits == 1 || digits == 2
}
