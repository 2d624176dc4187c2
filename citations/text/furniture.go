package text

import (
	"bytes"
	"hash/maphash"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Page furniture is what a page prints and an article does not say: page numbers, running heads and feet. A number alone
// between blank lines is furniture where it splits a sentence or where such numbers rise through the document; a line is
// where it recurs beside page numbers, page breaks or in the middle of sentences.

// widestFurniture is the longest line, in bytes, that can be furniture.
const widestFurniture = 120

func markFurniture(src []byte, lines []line) {
	alone := loneLines(src, lines)
	if len(alone) < 2 {
		return
	}
	markNumbers(src, lines, alone)
	markHeads(src, lines, alone)
}

// loneLines are the indices of short lines with a blank line, furniture's own kind or the document's end on both sides.
func loneLines(src []byte, lines []line) []int {
	var alone []int
	for i, l := range lines {
		if l.blank() || l.to-l.from > widestFurniture {
			continue
		}
		if (i == 0 || lines[i-1].blank() || l.page || pageNumber(src[lines[i-1].from:lines[i-1].to]) > 0) &&
			(i+1 == len(lines) || lines[i+1].blank() || lines[i+1].page || pageNumber(src[lines[i+1].from:lines[i+1].to]) > 0) {
			alone = append(alone, i)
		}
	}
	return alone
}

// pageWords stand before the number of a page.
var pageWords = [...]string{"page", "pages", "seite", "página", "pagina", "strana", "strona", "sayfa", "sida", "side", "sivu", "oldal", "halaman", "страница", "стр.", "pag.", "pág.", "str.", "hal.", "p.", "s.", "pg."}

// pageNumber reads "12", "- 12 -", "Page 12", "Page 12 of 30", "1/32", "[12]", "p. 12", "| 12"; 0 if s is none.
func pageNumber(s []byte) int {
	if !bytes.ContainsAny(s[:min(len(s), 24)], "0123456789") {
		return 0
	}
	t := strings.ToLower(strings.Trim(string(s[:min(len(s), 24)]), " \t-–—|[]·•"))
	for _, w := range pageWords {
		if rest, ok := strings.CutPrefix(t, w); ok {
			t = strings.TrimLeft(rest, " \u00A0")
			break
		}
	}
	n, i := 0, 0
	for i < len(t) && t[i] >= '0' && t[i] <= '9' && i < 5 {
		n = n*10 + int(t[i]-'0')
		i++
	}
	if i == 0 || i > 4 {
		return 0
	}
	rest := strings.Trim(t[i:], " \u00A0/0123456789")
	for _, w := range []string{"", "of", "von", "de", "sur", "di", "iz", "из"} {
		if rest == w && len(s) <= 24 {
			return n
		}
	}
	return 0
}

func markNumbers(src []byte, lines []line, alone []int) {
	last, rising := 0, []int{}
	for _, i := range alone {
		n := pageNumber(src[lines[i].from:lines[i].to])
		if n == 0 {
			s := src[lines[i].from:lines[i].to]
			lines[i].furniture = lines[i].furniture || (numberedHead(s) || pageBehindDash(s)) && splitsSentence(src, lines, i)
			continue
		}
		if n > last && n <= last+40 || last == 0 {
			rising = append(rising, i)
			last = n
		}
		if splitsSentence(src, lines, i) {
			lines[i].furniture = true
		}
	}
	for _, i := range alone { // "HARBOUR LETTER          4 May 1998" above or below the number of a page
		if lines[i].furniture || !besideNumber(lines, i) { // mostly
			continue
		}
		_, gap := edges(src[lines[i].from:lines[i].to])
		lines[i].furniture = gap > 0 && splitsSentence(src, lines, i)
	}
	if len(rising) >= 2 && !noteLabels(src, lines, rising) {
		for _, i := range rising {
			lines[i].furniture = true
		}
	}
}

// noteLabels reports whether the lone numbers are the labels of a newsletter's notes, each above its note: 1, 2, 3 and so on, and the text before has a marker for each,
// in this order, at the end of a word: "tonnes.1".
func noteLabels(src []byte, lines []line, rising []int) bool {
	s, at := src[:lines[rising[0]].from], 0
	for n, i := range rising {
		label := strconv.Itoa(n + 1)
		if string(src[lines[i].from:lines[i].to]) != label || lines[i].furniture || endsPage(src, lines, i) {
			return false
		}
		for found := false; !found; {
			k := bytes.Index(s[at:], []byte(label))
			if k < 0 {
				return false
			}
			k += at
			at = k + len(label)
			found = k > 1 && bytes.IndexByte([]byte(".,;!?)]\"\x9D\x99"), s[k-1]) >= 0 && (s[k-2] < '0' || s[k-2] > '9') && (at == len(s) || s[at] == ' ' || s[at] == '\n' || s[at] == '\r')
		}
	}
	return true
}

// endsPage reports whether a lone number is that of a page: a page break stands behind it, or a note at the page's foot before it.
func endsPage(src []byte, lines []line, i int) bool {
	for k := i + 1; k < len(lines); k++ {
		if lines[k].page {
			return true
		}
		if !lines[k].blank() {
			break
		}
	}
	for k := i - 1; k >= 0; k-- {
		if !lines[k].blank() {
			label, _, _ := footLabel(src[lines[k].from:lines[k].to])
			return label != ""
		}
	}
	return false
}

// numberedHead reports whether a line is words with a page number at one end, a wide gap between: "118          Timber and Silence".
func numberedHead(s []byte) bool {
	s = bytes.TrimSpace(s)
	gap := bytes.Index(s, []byte("   "))
	if tab := bytes.IndexByte(s, '\t'); gap < 0 || tab >= 0 && tab < gap {
		gap = tab
	}
	if gap <= 0 {
		return false
	}
	a, b := bytes.TrimSpace(s[:gap]), bytes.TrimSpace(s[gap:])
	return (pageNumber(a) > 0) != (pageNumber(b) > 0) && !bytes.Contains(b, []byte("   "))
}

// pageBehindDash reports whether a line is words, a dash or comma, and the word for a page with its number, or the two the other way round: "KELMFORD – page 2",
// "Pag. 2 - Il ponte".
func pageBehindDash(s []byte) bool {
	for _, sep := range []string{" – ", " - ", " — ", " / ", ", "} {
		if i := bytes.LastIndex(s, []byte(sep)); i > 0 && pageInWords(s[i+len(sep):]) {
			return true
		}
		if i := bytes.Index(s, []byte(sep)); i > 0 && pageInWords(s[:i]) {
			return true
		}
	}
	return false
}

// pageInWords reports whether s is a page's number with the word for it.
func pageInWords(s []byte) bool {
	first, _ := utf8.DecodeRune(bytes.TrimSpace(s))
	return unicode.IsLetter(first) && pageNumber(s) > 0
}

// splitsSentence reports whether the running text before and after the lone line i is one sentence.
func splitsSentence(src []byte, lines []line, i int) bool {
	a, b := neighbour(src, lines, i, -1), neighbour(src, lines, i, 1)
	if a < 0 || b < 0 {
		return false
	}
	before, after := src[lines[a].from:lines[a].to], src[lines[b].from:lines[b].to]
	return lines[a].to-lines[a].from >= 25 && !endsSentence(before) && (startsLower(after) || endsHyphen(before) || openBracket(before) || endsFunctionWord(before))
}

// neighbour is the next line of text before (-1) or after (1) line i, past blank lines, furniture and lone short lines; -1 if
// none is within reach.
func neighbour(src []byte, lines []line, i, step int) int {
	const reach = 14
	for k := i + step; k >= 0 && k < len(lines) && k-i <= reach && i-k <= reach; k += step {
		l := lines[k]
		if l.blank() || l.furniture || l.foot != 0 {
			continue
		}
		lone := l.to-l.from <= widestFurniture && (k == 0 || lines[k-1].blank()) && (k+1 == len(lines) || lines[k+1].blank())
		if !lone {
			return k
		}
		if widest := 70; l.to-l.from > widest && len(squeezed(src[l.from:l.to])) > widest {
			return k
		}
	}
	return -1
}

// squeezed is a line without the blanks beyond the first of each gap.
func squeezed(s []byte) []byte { return bytes.Join(bytes.Fields(s), []byte(" ")) }

// keptHeads recur as heads of sections, never as furniture.
var keptHeads = map[string]bool{"notes": true, "endnotes": true, "references": true, "citations": true, "sources": true, "* * *": true, "***": true, "#": true}

// markHeads marks the lines that recur, digits aside, and that somewhere stand as only furniture can.
func markHeads(src []byte, lines []line, alone []int) {
	seed := maphash.MakeSeed()
	groups := map[uint64][]int{}
	var order []uint64
	for _, i := range alone {
		key := furnitureKey(src[lines[i].from:lines[i].to])
		if len(key) < 3 || keptHeads[string(key)] {
			continue
		}
		h := maphash.Bytes(seed, key)
		if groups[h] == nil {
			order = append(order, h)
		}
		groups[h] = append(groups[h], i)
	}
	for _, h := range order {
		if g := groups[h]; len(g) >= 2 {
			markPageLines(src, lines, g)
		}
	}
	for _, h := range order {
		if g := groups[h]; len(g) >= 2 && recursAsHead(src, lines, g) {
			markGroup(src, lines, g)
		}
	}
}

func recursAsHead(src []byte, lines []line, group []int) bool {
	if first := src[lines[group[0]].from:lines[group[0]].to]; bytes.Count(furnitureKey(first), []byte("#")) >= 3 && bytes.Equal(first, src[lines[group[1]].from:lines[group[1]].to]) {
		return true // a viewer's line with the day of printing: "7/24/2019 Border Digest 8"
	}
	for _, i := range group {
		if lines[i].page || lines[i].furniture || splitsSentence(src, lines, i) || besideNumber(lines, i) {
			return true
		}
	}
	return false
}

// besideNumber reports whether only blank lines stand between line i and a page number.
func besideNumber(lines []line, i int) bool {
	for _, step := range []int{-1, 1} {
		k := i + step
		for k >= 0 && k < len(lines) && lines[k].blank() {
			k += step
		}
		if k >= 0 && k < len(lines) && lines[k].furniture {
			return true
		}
	}
	return false
}

// markGroup marks all lines of a group; the first is kept where it can be the title itself: no digit in it, no number beside it.
func markGroup(src []byte, lines []line, group []int) {
	for k, i := range group {
		s := src[lines[i].from:lines[i].to]
		if k == 0 && !bytes.ContainsAny(s, "0123456789") && !besideNumber(lines, i) && !splitsSentence(src, lines, i) {
			continue
		}
		lines[i].furniture = true
	}
}

// furnitureKey folds a line so that the heads of different pages are equal: lower case, single blanks, digits as "#".
func furnitureKey(s []byte) []byte {
	var out []byte
	for _, r := range string(s) {
		switch {
		case unicode.IsDigit(r):
			if len(out) == 0 || out[len(out)-1] != '#' {
				out = append(out, '#')
			}
		case unicode.IsSpace(r):
			if len(out) > 0 && out[len(out)-1] != ' ' {
				out = append(out, ' ')
			}
		default:
			out = utf8.AppendRune(out, unicode.ToLower(r))
		}
	}
	return bytes.TrimSpace(out)
}

// runningHeads are the lines of furniture that say more than a number: they may name and date the issue.
func runningHeads(src []byte, lines []line) []string {
	const most = 8
	var out []string
	seen := map[string]bool{}
	for _, l := range lines {
		if !l.furniture || len(out) == most {
			continue
		}
		s := strings.Join(strings.Fields(string(src[l.from:l.to])), " ")
		if pageNumber([]byte(s)) == 0 && !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}
