package text

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// line is one line of the source, blanks at its ends left out.
type line struct {
	from, to  int
	indent    int // columns before from
	width     int // columns from the line's first byte to its last letter
	furniture bool
	page      bool // a form feed stands before it
	foot      int  // length of the label of the note at a page's foot that begins here, with its signs, -1 on its further lines, else 0
}

func (l line) blank() bool { return l.from == l.to }

// readPlain reads plain text: lines, without the page furniture, joined to blocks.
func readPlain(t *Text) error {
	if len(t.lines)+bytes.Count(t.utf8, []byte{'\f'}) > maxParagraphs {
		return faultf("it holds more than %d lines: that is no article; split it", maxParagraphs)
	}
	lines := splitLines(t.utf8)
	mailHeader(t, lines)
	markRuledFeet(t.utf8, lines)
	markFurniture(t.utf8, lines)
	markFeet(t.utf8, lines)
	t.Heads = runningHeads(t.utf8, lines)
	b := newBuilder(t)
	p := plain{builder: b, lines: lines, wrap: measureWrap(lines)}
	p.run()
	t.Clean = string(b.out)
	t.segs = b.segs
	return nil
}

// splitLines cuts at LF, CR LF, CR and form feeds.
func splitLines(src []byte) []line {
	lines := make([]line, 0, 16+bytes.Count(src, []byte{'\n'}))
	if bytes.IndexByte(src, '\r') < 0 && bytes.IndexByte(src, '\f') < 0 { // most texts
		for i := 0; i < len(src); {
			end := len(src)
			if n := bytes.IndexByte(src[i:], '\n'); n >= 0 {
				end = i + n
			}
			lines = append(lines, newLine(src, i, end, false))
			i = end + 1
		}
		return lines
	}
	page := false
	for i := 0; i < len(src); {
		n := bytes.IndexByte(src[i:], '\n')
		end, next := len(src), len(src)
		if n >= 0 {
			end, next = i+n, i+n+1
		}
		for start := i; ; {
			k := bytes.IndexAny(src[start:end], "\r\f")
			if k < 0 {
				lines = append(lines, newLine(src, start, end, page))
				page = false
				break
			}
			if src[start+k] == '\r' && start+k+1 == end {
				end--
				continue
			}
			lines = append(lines, newLine(src, start, start+k, page))
			page = src[start+k] == '\f'
			start += k + 1
		}
		i = next
	}
	return lines
}

func newLine(src []byte, from, to int, page bool) line {
	l := line{from: from, to: to, page: page}
	for l.from < l.to && (src[l.from] == ' ' || src[l.from] == '\t' || src[l.from] == '>' && quoting(src[l.from:l.to])) {
		l.from++
		l.indent++
	}
	for l.to > l.from && (src[l.to-1] == ' ' || src[l.to-1] == '\t') {
		l.to--
	}
	if l.from < l.to && (src[l.from] >= utf8.RuneSelf || src[l.from] < ' ') && onlyBlanks(src[l.from:l.to]) {
		l.to = l.from
	}
	l.width = l.to - from
	return l
}

// onlyBlanks knows no-break spaces and marks of byte order, too; lines in blogs are made of them.
func onlyBlanks(s []byte) bool {
	if len(s) > 24 {
		return false
	}
	for _, r := range string(s) {
		if !unicode.IsSpace(r) && r != '\u200B' && r != '\uFEFF' {
			return false
		}
	}
	return true
}

// wrap is how a document breaks its lines: the usual width of a full line in columns, 0 where paragraphs are lines.
type wrap int

// Lines of up to this many columns may have been wrapped; a longer one is a paragraph.
const widestWrap = 130

// measureWrap finds the width at which lines that another one follows directly are broken: 0 unless most of them are near it.
func measureWrap(lines []line) wrap {
	var hist [widestWrap + 1]int
	pairs, long := 0, 0
	for i := 0; i+1 < len(lines); i++ {
		if lines[i].blank() || lines[i+1].blank() {
			continue
		}
		pairs++
		if lines[i].width > widestWrap {
			long++
			continue
		}
		hist[lines[i].width]++
	}
	if pairs < 3 || long*5 > pairs {
		return 0
	}
	top, seen := 0, 0
	for w := widestWrap; w > 0 && seen*20 < pairs-long; w-- { // the 95th percentile
		seen += hist[w]
		top = w
	}
	near := 0
	for w := top * 3 / 4; w <= widestWrap; w++ {
		near += hist[w]
	}
	if top < 45 || near*10 < (pairs-long)*6 {
		return 0
	}
	return wrap(top)
}

// plain assembles blocks from lines.
type plain struct {
	*builder
	lines []line
	wrap  wrap
	words *lexicon
	start int // where the open block begins in out; -1 if none is open
	tight bool
	kind  BlockKind // of the open block, as level, label and bold
	level int
	label string
	bold  bool
	mark  Span
}

func (p *plain) run() {
	p.start = -1
	prev := -1 // index of the line written last
	gap := false
	var feet []int
	skip := 0 // source offset up to which a tag has run over the line's end
	for i := range p.lines {
		l := &p.lines[i]
		if l.blank() || l.furniture {
			gap = true
			continue
		}
		if l.foot != 0 { // kept until the paragraph that the page's end cuts is whole
			feet = append(feet, i)
			gap = true
			continue
		}
		from := max(l.from, skip)
		if from >= l.to {
			continue
		}
		was := p.start
		p.join(prev, i, gap || l.page)
		if p.start != was && was >= 0 && len(feet) > 0 {
			feet = p.feet(feet, i)
		}
		before := len(p.out)
		if p.spaced(from, l.to) {
			skip = l.to
		} else {
			skip = p.inline(from, l.to)
		}
		if len(p.out) == before { // nothing but markup
			continue
		}
		prev, gap = i, false
	}
	p.close()
	p.feet(feet, len(p.lines))
}

// feet writes the notes that stood at a page's foot, once the paragraph before line next is whole, and opens the block of that line anew.
func (p *plain) feet(feet []int, next int) []int {
	again := p.start >= 0
	if again { // the block that join has just opened is still empty
		p.cut(p.start)
		for len(p.out) > 0 && p.out[len(p.out)-1] == '\n' {
			p.cut(len(p.out) - 1)
		}
		p.start = -1
	}
	for k, i := range feet {
		l := &p.lines[i]
		from := l.from
		if l.foot > 0 {
			p.close()
			p.open(k > 0)
			p.kind, p.mark = Footnote, Span{p.t.raw(l.from), p.t.raw(l.from + l.foot)}
			p.label = labelDigits(p.src[l.from : l.from+l.foot])
			from += l.foot
			for from < l.to && (p.src[from] == ' ' || p.src[from] == '\t') {
				from++
			}
		} else {
			p.attach(p.src[l.from:l.to])
		}
		p.inline(from, l.to)
	}
	p.close()
	p.kind, p.mark, p.label = Para, Span{}, ""
	if again {
		p.open(false)
	}
	return nil
}

// join writes what stands between the line written last and line i: nothing, a blank, or the end of a block.
func (p *plain) join(prev, i int, gap bool) {
	if p.start < 0 {
		p.open(false)
		return
	}
	if prev < 0 { // nothing but markup so far
		return
	}
	p.trim(p.start)
	a, l := &p.lines[prev], &p.lines[i]
	next := p.src[l.from:l.to]
	if p.breaks(a, l, next, gap) {
		p.close()
		p.open(!gap)
		return
	}
	p.attach(next)
}

// attach writes what stands between the last line of the open block and the next, which goes on with it: a blank, or nothing where a hyphen parts a word.
func (p *plain) attach(next []byte) {
	p.trim(p.start)
	if hyphen := p.hyphenated(next); hyphen != keepBlank {
		if hyphen == dropHyphen {
			p.cut(len(p.out) - 1)
		}
		return
	}
	if len(p.out) > p.start && !unspaced(p.out[p.start:], next) {
		p.insert(" ")
	}
}

// breaks reports whether a block ends between line a and line l.
func (p *plain) breaks(a, l *line, next []byte, gap bool) bool {
	tail := p.out[p.start:]
	ends := endsSentence(tail)
	lower := startsLower(next)
	open := openBracket(tail)
	if gap {
		return !p.runsOn(tail, next, ends, lower, open)
	}
	switch {
	case startsEntry(next) && (ends || a.width*5 < int(p.wrap)*3 || p.wrap == 0 || endsAddress(tail) || startsEntry(tail)) && !open:
		return true
	case roundLabel(next) > 1 && roundLabel(next) == roundLabel(tail)+1:
		return true
	case p.wrap == 0 || a.width > widestWrap:
		return !(open || !ends && (lower || next[0] == '(') && (len(tail) >= 40 || endsHyphen(tail)))
	case l.indent > a.indent+1 && ends:
		return true
	case a.width*5 < int(p.wrap)*3 && !lower && !open:
		return true
	}
	return false
}

// runsOn reports whether a sentence goes on over a blank line: a column or page was broken there.
func (p *plain) runsOn(tail, next []byte, ends, lower, open bool) bool {
	if open && !ends {
		return !startsEntry(next)
	}
	if endsHyphen(tail) && lower && len(tail) >= 25 && !ends {
		return true
	}
	running := len(tail) >= 80 || bytes.Contains(tail, []byte(". "))
	if ends || !running || isByline(next) {
		return false
	}
	const shortest = 80 // a line without a stop below a function word goes on with the sentence only if it is no head: "Sign in", and the title below
	return lower || next[0] == '(' || endsHyphen(tail) && startsLetter(next) || endsFunctionWord(tail) && !startsEntry(next) && (len(next) >= shortest || endsSentence(next))
}

func (p *plain) open(tight bool) {
	if len(p.out) > 0 {
		if tight {
			p.insert("\n")
		} else {
			p.insert("\n\n")
		}
	}
	p.start, p.tight = len(p.out), tight
}

// room is the list of blocks, with room for one more.
func (p *plain) room() []Block {
	done := 0
	if n := len(p.segs); n > 0 {
		done = int(p.segs[n-1].src)
	}
	return roomFor(p.t.Blocks, done, len(p.src))
}

func (p *plain) close() {
	if p.start < 0 {
		return
	}
	p.trim(p.start)
	if len(p.out) > p.start {
		r := Range{p.start, len(p.out)}
		p.t.Blocks = append(p.room(), Block{Kind: p.kind, Level: p.level, Label: p.label, Mark: p.mark, Bold: p.bold,
			Range: r, Tight: p.tight, Upper: allUpper(p.out[r.Start:r.End])})
	}
	p.start = -1
}

// spaced writes a letter-spaced line ("L A M P S   O R   S M O K E") as the words that it is.
func (p *plain) spaced(from, to int) bool {
	s := p.src[from:to]
	letters, gaps := 0, 0
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRune(s[i:])
		if r == ' ' || r == '\u00A0' {
			return false
		}
		letters++
		i += n
		k := i
		for k < len(s) && s[k] == ' ' {
			k++
		}
		if k == i && i < len(s) && (unicode.IsLetter(r) || r >= '0' && r <= '9') {
			if next, _ := utf8.DecodeRune(s[i:]); unicode.IsLetter(next) {
				return false
			}
		} else if k > i {
			gaps++
		}
		i = k
	}
	if letters < 5 || gaps*3 < letters*2 {
		return false
	}
	for i := 0; i < len(s); {
		_, n := utf8.DecodeRune(s[i:])
		p.copy(from+i, from+i+n)
		i += n
		k := i
		for k < len(s) && s[k] == ' ' {
			k++
		}
		if k > i+1 {
			p.put(" ", from+i, from+k)
		}
		i = k
	}
	return true
}
