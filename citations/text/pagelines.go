package text

import "bytes"

// A page may print its number on one line with words: the name of a site, the title of the report. Such a line is furniture where it recurs with the same words
// and with numbers that rise as those of pages do.

const (
	nextPages = 4 // how far the number rises at most from one such line to the next: a page with a picture prints none
	pageHolds = 4 // lines that stand at least between two of them; rows of a table stand closer
)

// markPageLines marks the lines of a group that are equal but for the number at one end, which counts pages.
func markPageLines(src []byte, lines []line, group []int) {
	last := 0
	for k, i := range group {
		n := edgeNumber(src[lines[i].from:lines[i].to])
		short := k > 1 && k == len(group)-1 // the last page may be
		if n == 0 || k > 0 && (n <= last || n > last+nextPages || !short && !pageBetween(lines, group[k-1], i)) {
			return
		}
		last = n
	}
	for _, i := range group {
		lines[i].furniture = true
	}
}

// pageBetween reports whether enough lines for a page stand between lines a and b.
func pageBetween(lines []line, a, b int) bool {
	n := 0
	for i := a + 1; i < b && n < pageHolds; i++ {
		if !lines[i].blank() && !lines[i].furniture {
			n++
		}
	}
	return n >= pageHolds
}

// edgeNumber reads the page number at one end of a line of words, which a wide gap, a bar or the word for a page sets off: "118      Timber and Silence",
// "Timber and Silence | 118", "Timber and Silence, page 118 of 230"; 0 if there is none.
func edgeNumber(s []byte) int {
	if first, last := edges(s); last > 0 {
		a, b := pageNumber(s[:first]), pageNumber(s[last:])
		if (a > 0) != (b > 0) {
			return a + b
		}
		return 0
	}
	low := bytes.ToLower(s)
	for _, w := range pageWords {
		if i := bytes.LastIndex(low, []byte(w)); len(low) == len(s) && i > 0 && low[i-1] == ' ' && !bytes.HasSuffix([]byte(w), []byte(".")) {
			return pageNumber(s[i:])
		}
	}
	return 0
}

// edges are where the first of the wide gaps of a line begins and where the last one ends, 0 if it has none. Such a gap is three blanks, a tab, or a bar or
// bullet between blanks.
func edges(s []byte) (first, last int) {
	for i := 1; i < len(s); i++ {
		if s[i] != ' ' && s[i] != '\t' {
			continue
		}
		for _, gap := range [...]string{"\t", "   ", " | ", " · ", " • "} {
			if !bytes.HasPrefix(s[i:], []byte(gap)) {
				continue
			}
			if first == 0 {
				first = i
			}
			i += len(gap) - 1
			last = i + 1
			break
		}
	}
	return first, last
}
