package pdf

import (
	"sort"
	"unicode/utf16"
)

// cmap maps character codes to text (a ToUnicode map) or to glyph numbers (the encoding of a composite font).
type cmap struct {
	spaces []codeSpace
	text   map[uint32]string
	ranges []codeRange // sorted by lo once read
	one    bool        // codes of one byte occur
}

type codeSpace struct {
	n      int
	lo, hi uint32
}

// codeRange maps lo … hi to cid upwards, or to text whose last character counts upwards.
type codeRange struct {
	lo, hi uint32
	cid    int
	text   []rune
}

// entriesAtMost bounds one map.
const entriesAtMost = 200_000

func (f *file) readCMap(s *stream) *cmap {
	data, _ := f.decode(s)
	m := &cmap{text: map[uint32]string{}}
	l := lexer{s: data}
	var args array
	for o, ok := l.next(); ok; o, ok = l.next() {
		k, isWord := o.(keyword)
		if !isWord {
			args = append(args, o)
			if len(args) > 3*entriesAtMost {
				args = args[:0]
			}
			continue
		}
		f.tick()
		m.operator(k, args)
		args = args[:0]
	}
	sort.SliceStable(m.ranges, func(i, j int) bool { return m.ranges[i].lo < m.ranges[j].lo })
	return m
}

func (m *cmap) operator(k keyword, args array) {
	switch k {
	case "endcodespacerange":
		for i := 0; i+1 < len(args); i += 2 {
			lo, _ := args[i].(str)
			hi, _ := args[i+1].(str)
			m.spaces = append(m.spaces, codeSpace{len(lo), code(lo), code(hi)})
			m.one = m.one || len(lo) == 1
		}
	case "endbfchar":
		for i := 0; i+1 < len(args); i += 2 {
			src, ok := args[i].(str)
			dst, _ := args[i+1].(str)
			if ok && len(m.text) < entriesAtMost {
				m.text[code(src)] = string(utf16Text(dst))
			}
		}
	case "endbfrange":
		for i := 0; i+2 < len(args); i += 3 {
			m.textRange(args[i], args[i+1], args[i+2])
		}
	case "endcidrange", "endcidchar":
		step := 3
		if k == "endcidchar" {
			step = 2
		}
		for i := 0; i+step <= len(args) && len(m.ranges) < entriesAtMost; i += step {
			lo, _ := args[i].(str)
			hi, _ := args[i+step-2].(str)
			m.ranges = append(m.ranges, codeRange{lo: code(lo), hi: code(hi), cid: integer(args[i+step-1])})
		}
	}
}

func (m *cmap) textRange(from, to, dst any) {
	lo, ok1 := from.(str)
	hi, ok2 := to.(str)
	if !ok1 || !ok2 {
		return
	}
	switch d := dst.(type) {
	case str:
		if len(m.ranges) < entriesAtMost {
			m.ranges = append(m.ranges, codeRange{lo: code(lo), hi: code(hi), text: utf16Text(d)})
		}
	case array:
		for k, x := range d {
			if s, ok := x.(str); ok && len(m.text) < entriesAtMost {
				m.text[code(lo)+uint32(k)] = string(utf16Text(s))
			}
		}
	}
}

func code(s str) uint32 {
	var n uint32
	for i := range len(s) {
		n = n<<8 | uint32(s[i])
	}
	return n
}

// utf16Text reads UTF-16 in big-endian order; a lone byte is a character by itself.
func utf16Text(s str) []rune {
	if len(s) == 1 {
		return []rune{rune(s[0])}
	}
	units := make([]uint16, 0, len(s)/2)
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return utf16.Decode(units)
}

// find gives the range that a code lies in.
func (m *cmap) find(c uint32) *codeRange {
	i := sort.Search(len(m.ranges), func(i int) bool { return m.ranges[i].lo > c }) - 1
	for k := i; k >= 0 && k > i-8; k-- {
		if c <= m.ranges[k].hi {
			return &m.ranges[k]
		}
	}
	return nil
}

// lookup gives the text of a code.
func (m *cmap) lookup(c uint32) (string, bool) {
	if s, ok := m.text[c]; ok {
		return s, true
	}
	r := m.find(c)
	if r == nil || len(r.text) == 0 {
		return "", false
	}
	t := append([]rune(nil), r.text...)
	t[len(t)-1] += rune(c - r.lo)
	return string(t), true
}

// next cuts the first code off s by the code spaces; two bytes where they do not say.
func (m *cmap) next(s []byte) (c uint32, n int) {
	for n = 1; n <= 4 && n <= len(s); n++ {
		c = c<<8 | uint32(s[n-1])
		for _, sp := range m.spaces {
			if sp.n == n && c >= sp.lo && c <= sp.hi {
				return c, n
			}
		}
	}
	return two(s)
}

func two(s []byte) (c uint32, n int) {
	if len(s) < 2 {
		return uint32(s[0]), 1
	}
	return uint32(s[0])<<8 | uint32(s[1]), 2
}
