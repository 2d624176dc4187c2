package text

import "bytes"

// A page's foot may hold notes: lines that begin with a number and a capital, between a blank line and the page's number, its break or the document's
// end, numbered on from one page to the next. They are no part of the text that they cut in two.

// markFeet marks the lines of notes at the feet of pages.
func markFeet(src []byte, lines []line) {
	want := 1
	for i := 0; i < len(lines); i++ {
		if lines[i].blank() || lines[i].furniture || i > 0 && !lines[i-1].blank() && !lines[i-1].furniture {
			continue
		}
		if n := footNumber(src[lines[i].from:lines[i].to]); n != want {
			continue
		}
		end := i
		for end < len(lines) && !lines[end].blank() && !lines[end].furniture {
			end++
		}
		if !pageEnds(lines, end) {
			continue
		}
		want = markFoot(src, lines[i:end], want)
		i = end - 1
	}
}

// markFoot marks the lines of one foot, and returns the number that the next foot begins with.
func markFoot(src []byte, lines []line, want int) int {
	for k := range lines {
		s := src[lines[k].from:lines[k].to]
		lines[k].foot = -1
		if footNumber(s) == want {
			lines[k].foot = len(footLabel(s))
			want++
		}
	}
	return want
}

// pageEnds reports whether the page ends at line i: at its number, a break, or where the document ends after a page that did.
func pageEnds(lines []line, i int) bool {
	for ; i < len(lines); i++ {
		if lines[i].furniture || lines[i].page {
			return true
		}
		if !lines[i].blank() {
			return false
		}
	}
	return false
}

// footLabel is the number that a note at a foot begins with: "12 Interviews with …"; "" if s begins with none.
func footLabel(s []byte) string {
	k := 0
	for k < len(s) && k < 3 && s[k] >= '0' && s[k] <= '9' {
		k++
	}
	if k == 0 || k+1 >= len(s) || s[k] != ' ' {
		return ""
	}
	rest := bytes.TrimLeft(s[k:], " ")
	if len(rest) == 0 || !(rest[0] >= 'A' && rest[0] <= 'Z' || rest[0] >= 0x80 || rest[0] == '"' || bytes.HasPrefix(rest, []byte("http"))) {
		return ""
	}
	return string(s[:k])
}

// footNumber is the value of footLabel, 0 if there is none.
func footNumber(s []byte) int {
	n := 0
	for _, c := range []byte(footLabel(s)) {
		n = n*10 + int(c-'0')
	}
	return n
}

// quoting reports whether a ">" at the start of a line marks what a letter quotes.
func quoting(s []byte) bool {
	s = bytes.TrimLeft(s, "> ")
	return len(s) == 0 || !bytes.HasPrefix(s, []byte("="))
}

// mailHeader takes the header of an e-mail out of the text: "From:", "Date:", "Subject:" before the first blank line. Its day is the document's.
func mailHeader(t *Text, lines []line) {
	first := 0
	for first < len(lines) && lines[first].blank() {
		first++
	}
	end, known := first, 0
	date := ""
	for end < len(lines) && !lines[end].blank() {
		k, v, ok := bytes.Cut(t.utf8[lines[end].from:lines[end].to], []byte(": "))
		if !ok && lines[end].indent == 0 || len(k) > 24 || bytes.ContainsAny(k, " .") && lines[end].indent == 0 {
			return
		}
		switch string(bytes.ToLower(k)) {
		case "from", "subject", "to", "sent", "message-id":
			known++
		case "date":
			known++
			date = string(v)
		}
		end++
	}
	if known < 2 {
		return
	}
	for i := first; i < end; i++ {
		lines[i].furniture = true
	}
	if t.Meta.Published == "" {
		t.Meta.Published = date
	}
}
