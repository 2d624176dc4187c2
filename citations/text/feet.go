package text

import "bytes"

// A page's foot may hold notes: lines that begin with a number and a capital, between a blank line and the page's number, its break or the document's
// end, numbered on from one page to the next. They are no part of the text that they cut in two.

// markRuledFeet marks the notes below a rule that a program has drawn with signs, "_______", above a page's foot; with them the rule itself, and the running
// head or number of the next page. Below a rule the numbers may begin anywhere, since a chapter goes on with those of the last, and anew on each page.
func markRuledFeet(src []byte, lines []line) {
	want := 0
	for i := 0; i+1 < len(lines); i++ {
		if !isRule(src[lines[i].from:lines[i].to]) {
			continue
		}
		first := i + 1
		for first < len(lines) && lines[first].blank() {
			first++
		}
		if first == len(lines) {
			return
		}
		n := footNumber(src[lines[first].from:lines[first].to])
		if n == 0 || want > 0 && n != want && n != 1 {
			continue
		}
		end := footEnd(src, lines, first, n)
		want = markFoot(src, lines[first:end], n)
		lines[i].furniture = true
		for end < len(lines) && lines[end].blank() {
			end++
		}
		if end < len(lines) {
			head := src[lines[end].from:lines[end].to]
			lines[end].furniture = pageNumber(head) > 0 || numberedHead(head)
		}
		i = end - 1
	}
}

// footEnd is the line behind the notes of a foot that begins at line first with number n: a blank line ends them unless the next note follows it.
func footEnd(src []byte, lines []line, first, n int) int {
	end := first
	for k := first; k < len(lines) && !lines[k].page; k++ {
		switch l := &lines[k]; {
		case l.blank():
			continue
		case k > end && footNumber(src[l.from:l.to]) != n:
			return end
		case footNumber(src[l.from:l.to]) == n:
			n++
		}
		end = k + 1
	}
	return end
}

// isRule reports whether a line is drawn of one sign.
func isRule(s []byte) bool {
	const shortest = 5 // bytes
	if len(s) < shortest {
		return false
	}
	for _, sign := range [...]string{"_", "-", "—", "―", "─"} {
		if bytes.HasPrefix(s, []byte(sign)) {
			return len(bytes.ReplaceAll(s, []byte(sign), nil)) == 0
		}
	}
	return false
}

// markFeet marks the lines of notes at the feet of pages.
func markFeet(src []byte, lines []line) {
	want := 1
	for i := 0; i < len(lines); i++ {
		if lines[i].blank() || lines[i].furniture || lines[i].foot != 0 || i > 0 && !lines[i-1].blank() && !lines[i-1].furniture {
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
