package text

import (
	"bytes"
	"html"
	"math/bits"
	"slices"
	"unicode/utf8"
)

// builder writes the clean text and, with it, the map back to the source.
type builder struct {
	t      *Text
	src    []byte // the source as UTF-8
	out    []byte
	segs   []segment
	supers []int  // clean offsets of open <sup> tags
	closes []int  // source offsets of closing emphasis that belong to an opening one already dropped
	dead   [2]int // for * and _: no closing mark stands before this offset
	md     bool   // tags and emphasis have been taken out already
}

func newBuilder(t *Text) *builder {
	return &builder{t: t, src: t.utf8, out: make([]byte, 0, len(t.utf8)+16), segs: make([]segment, 0, 8+len(t.utf8)/96)}
}

// roomFor makes room in list, which holds what was found in the first done bytes of all, for what all will hold if the rest is like them. To double it
// whenever it is full takes thrice the memory where the list is what costs most.
func roomFor[T any](list []T, done, all int) []T {
	const few = 1024
	n := len(list)
	if n < cap(list) || n < few {
		return list
	}
	more := int(float64(n) * float64(all-done) / float64(max(done, 1)))
	return slices.Grow(list, min(max(more+more/64, n/4), 3*n))
}

// copy takes source bytes over as they are.
func (b *builder) copy(from, to int) {
	if from >= to {
		return
	}
	if n := len(b.segs); n > 0 {
		s := &b.segs[n-1]
		if !s.whole && int(s.src+s.m) == from && int(s.clean+s.n) == len(b.out) {
			s.n += int32(to - from)
			s.m = s.n
			b.out = append(b.out, b.src[from:to]...)
			return
		}
	}
	b.segs = append(roomFor(b.segs, from, len(b.src)), segment{clean: int32(len(b.out)), src: int32(from), n: int32(to - from), m: int32(to - from)})
	b.out = append(b.out, b.src[from:to]...)
}

// put writes s in place of the source bytes [from, to).
func (b *builder) put(s string, from, to int) {
	whole := len(s) != to-from || len(s) > 1 // "ffi" for the three bytes of "ﬃ", too
	b.segs = append(roomFor(b.segs, from, len(b.src)), segment{int32(len(b.out)), int32(from), int32(len(s)), int32(to - from), whole})
	b.out = append(b.out, s...)
}

// insert writes s, which stands nowhere in the source.
func (b *builder) insert(s string) { b.out = append(b.out, s...) }

// trim takes blanks off the end of what was written, down to the given length.
func (b *builder) trim(low int) {
	n := len(b.out)
	for n > low && (b.out[n-1] == ' ' || b.out[n-1] == '\t') {
		n--
	}
	b.cut(n)
}

// cut shortens what was written to n bytes.
func (b *builder) cut(n int) {
	b.out = b.out[:n]
	b.t.Code, b.t.Supers = cutRanges(b.t.Code, n), cutRanges(b.t.Supers, n)
	for len(b.segs) > 0 {
		s := &b.segs[len(b.segs)-1]
		if int(s.clean) >= n {
			b.segs = b.segs[:len(b.segs)-1]
			continue
		}
		if over := int(s.clean+s.n) - n; over > 0 {
			if s.n -= int32(over); !s.whole {
				s.m = s.n
			}
		}
		return
	}
}

// cutRanges ends the last ranges at n, and takes those out that are empty then.
func cutRanges(all []Range, n int) []Range {
	for k := len(all) - 1; k >= 0 && all[k].End > n; k-- {
		if all[k].End = n; all[k].Start >= n {
			all = all[:k]
		}
	}
	return all
}

// special marks the bytes that inline has to look at; all others are taken over in runs.
var special = func() (t [256]bool) {
	for _, c := range []byte("<&*_\\\t \xC2\xE2\xEF\xE1") {
		t[c] = true
	}
	return
}()

// inline writes the source bytes [from, to) as a reader reads them: without tags, emphasis, escapes, soft hyphens and double
// blanks. It returns where to go on, which lies beyond to where a tag runs over the end.
func (b *builder) inline(from, to int) int {
	run := from
	for i := from; i < to; {
		if i = b.plainTo(i, to); i == to {
			break
		}
		n, text, drop := b.unit(i, to)
		if n == 0 {
			i++
			continue
		}
		b.copy(run, i)
		if !drop {
			b.put(text, i, i+n)
		}
		i += n
		b.sup(i-n, n)
		if drop && i < to && b.src[i] == ' ' && len(b.out) > 0 && isBlank(b.out[len(b.out)-1]) {
			i++ // "before <!-- … --> after": one blank
		}
		run = i
	}
	b.copy(run, min(to, len(b.src)))
	return max(run, to)
}

// plainTo is where from byte i on the first byte stands that is not taken over as it is, to if there is none. Single blanks are.
func (b *builder) plainTo(i, to int) int {
	s := b.src[:to]
	for i+9 <= len(s) {
		m := mayEnd(s, i)
		if m == 0 {
			i += 8
			continue
		}
		if i += bits.TrailingZeros64(m) / 8; stops(s, i) {
			return i
		}
		i++
	}
	for i < len(s) && !stops(s, i) {
		i++
	}
	return i
}

// stops reports whether byte i is none that is taken over as it is.
func stops(s []byte, i int) bool {
	return special[s[i]] && (s[i] != ' ' || i+1 == len(s) || s[i+1] == ' ' || s[i+1] == '\t')
}

// unit reads the one thing at source offset i that is not taken over as it is: its length in bytes (0: nothing of the
// kind), and what a reader reads in its place.
func (b *builder) unit(i, to int) (n int, text string, drop bool) {
	switch b.src[i] {
	case ' ', '\t':
		return b.blanks(i, to)
	case '<':
		if b.md {
			return 0, "", false
		}
		n = tagLength(b.src[i:])
		b.comment(i, i+n)
		if n > 0 && bytes.HasPrefix(b.src[i:], []byte("<br")) {
			return n, " ", false
		}
		return n, "", true
	case '&':
		return entity(b.src[i:min(to, i+32)])
	case '*', '_':
		if b.md {
			return 0, "", false
		}
		return b.emphasis(i, to), "", true
	case '\\':
		if i+1 < to && asciiPunct(b.src[i+1]) {
			return 1, "", true
		}
	default:
		return rewritten(b.src[i:to])
	}
	return 0, "", false
}

// blanks folds a run of blanks into one.
func (b *builder) blanks(i, to int) (int, string, bool) {
	n := 1
	for i+n < to && (b.src[i+n] == ' ' || b.src[i+n] == '\t') {
		n++
	}
	if n == 1 && b.src[i] == ' ' {
		return 0, "", false
	}
	return n, " ", false
}

// comment remembers what an HTML comment says: it may hold a silence.
func (b *builder) comment(from, to int) {
	if s := b.src[from:to]; bytes.HasPrefix(s, []byte("<!--")) && to-from > 7 {
		b.t.Comments = append(b.t.Comments, Comment{Range{len(b.out), len(b.out)}, string(bytes.TrimSpace(s[4 : len(s)-3]))})
	}
}

// sup remembers what a <sup> element holds.
func (b *builder) sup(at, n int) {
	tag := b.src[at : at+n]
	switch {
	case bytes.HasPrefix(tag, []byte("<sup")):
		b.supers = append(b.supers, len(b.out))
	case bytes.HasPrefix(tag, []byte("</sup")) && len(b.supers) > 0:
		k := len(b.supers) - 1
		if b.supers[k] < len(b.out) {
			b.t.Supers = append(b.t.Supers, Range{b.supers[k], len(b.out)})
		}
		b.supers = b.supers[:k]
	}
}

// rewritten knows the characters that a reader does not see or reads as others.
func rewritten(s []byte) (n int, text string, drop bool) {
	r, n := utf8.DecodeRune(s)
	switch {
	case r == '\u00AD' || r == '\uFEFF' || r == '\u200B' || r == '\u2060' || r == '\u200E' || r == '\u200F',
		r == '\u21A9' || r == '\uFE0E' || r == '\uFE0F', // the arrow that leads back from a note, and how signs are to be drawn
		r >= '\u202A' && r <= '\u202E', r >= '\u2066' && r <= '\u2069':
		return n, "", true
	case r >= '\u2000' && r <= '\u200A', r == '\u205F':
		return n, " ", false
	case r == '\u202F':
		return n, "\u00A0", false
	case r == '\u2010' || r == '\u2011':
		return n, "-", false
	case r >= '\uFB00' && r <= '\uFB06':
		return n, [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}[r-'\uFB00'], false
	}
	return 0, "", false
}

// entity reads a character reference. HTML's own table knows them all.
func entity(s []byte) (n int, text string, drop bool) {
	k := bytes.IndexByte(s, ';')
	if k < 2 {
		return 0, "", false
	}
	ref := string(s[:k+1])
	got := html.UnescapeString(ref)
	if got == ref {
		return 0, "", false
	}
	if _, t, gone := rewritten([]byte(got)); gone || t != "" {
		return k + 1, t, gone
	}
	return k + 1, got, false
}

func asciiPunct(c byte) bool {
	return c >= '!' && c <= '/' || c >= ':' && c <= '@' || c >= '[' && c <= '`' || c >= '{' && c <= '~'
}

// farthest that a closing mark of emphasis is looked for, in bytes: longer stretches are prose between two stray marks.
const emphasisReach = 300

// emphasis gives the length of the run of * or _ at i where it is markup: one that opens and closes again, or closes what
// was opened.
func (b *builder) emphasis(i, to int) int {
	c := b.src[i]
	n := 1
	for i+n < len(b.src) && b.src[i+n] == c {
		n++
	}
	for k, at := range b.closes {
		if at == i {
			b.closes = append(b.closes[:k], b.closes[k+1:]...)
			return n
		}
	}
	if n > 3 || i+n >= to || isBlank(b.src[i+n]) || i > 0 && wordByte(b.src[i-1]) {
		return 0
	}
	at := b.closing(i+n, n, c)
	if at < 0 {
		return 0
	}
	b.closes = append(b.closes, at)
	return n
}

// closing finds the run of n marks c that closes an emphasis whose text begins at i, within reach and the paragraph.
func (b *builder) closing(i, n int, c byte) int {
	dead := &b.dead[0]
	if c == '_' {
		dead = &b.dead[1]
	}
	if i < *dead {
		return -1
	}
	end := min(len(b.src), i+emphasisReach)
	for j := i; j < end; j++ {
		if b.src[j] == '\n' && (j+1 >= end || isBlank(b.src[j+1])) {
			return -1 // a blank line
		}
		if b.src[j] != c {
			continue
		}
		k := j
		for k < len(b.src) && b.src[k] == c {
			k++
		}
		if k-j == n && !isBlank(b.src[j-1]) && (k == len(b.src) || !wordByte(b.src[k])) {
			return j
		}
		j = k - 1
	}
	*dead = end - 1
	return -1
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// wordByte reports whether c belongs to a word; every byte of a character beyond ASCII does.
func wordByte(c byte) bool { return wordBytes[c] }

var wordBytes = func() (t [256]bool) {
	for c := range t {
		t[c] = c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
	}
	return
}()
