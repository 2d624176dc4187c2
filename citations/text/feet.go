package text

import "bytes"

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
		n, form := footAt(src, lines, first)
		if form != bareFoot {
			n = 0
		}
		if n == 0 || want > 0 && n != want && n != 1 {
			continue
		}
		end, _ := footEnd(src, lines, first, n, form)
		want = markFoot(src, lines[first:end], n, form)
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

// footEnd is the line behind the notes of a foot that begins at line first with number n, and the number behind its last: a blank line ends them unless the next
// note follows it.
func footEnd(src []byte, lines []line, first, n int, form footForm) (end, next int) {
	end = first
	for k := first; k < len(lines) && !lines[k].furniture && (k == first || !lines[k].page); k++ {
		l := &lines[k]
		if l.blank() {
			continue
		}
		number, f := footAt(src, lines, k)
		if nextNote(src, lines, k, n, form) {
			n++
		} else if f == form && k == end && onLineBefore(number, n) {
			n = number + 1
		} else if k > end {
			return end, n
		}
		end = k + 1
	}
	return end, n
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

// markFoot marks the lines of one foot, and returns the number that the next foot begins with.
func markFoot(src []byte, lines []line, want int, form footForm) int {
	for k := range lines {
		l := &lines[k]
		s := src[l.from:l.to]
		if l.blank() {
			continue
		}
		l.foot = -1
		n, f := footAt(src, lines, k)
		switch {
		case nextNote(src, lines, k, want, form):
			n = want
		case f != form || !onLineBefore(n, want):
			continue
		}
		if _, l.foot, _ = footLabel(s); l.foot == 0 {
			l.foot = digitsAt(s, 0)
		}
		want = n + 1
	}
	return want
}

// onLineBefore reports whether a note with number n may follow where want was due: a note or two stand on the line of the one before.
func onLineBefore(n, want int) bool { return n > want && n <= want+2 }

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
