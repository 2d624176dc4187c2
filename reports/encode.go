package reports

import (
	"io"
	"strconv"
	"unicode/utf8"

	"example.org/verify/citations"
)

// encoder appends JSON to a buffer and hands the buffer on when it is full, so that a document of any size is written in little
// memory. It prints what encoding/json prints with SetEscapeHTML(false), byte for byte; a test holds them equal.
type encoder struct {
	w   io.Writer
	b   []byte
	err error // the first error of w; nothing is written after it
}

// full is when the buffer is handed on.
const full = 64 << 10

// raw appends JSON as it stands.
func (e *encoder) raw(s string) *encoder {
	e.b = append(e.b, s...)
	return e
}

// spill hands a full buffer on.
func (e *encoder) spill() {
	if len(e.b) >= full {
		e.flush()
	}
}

func (e *encoder) flush() {
	if e.err == nil {
		_, e.err = e.w.Write(e.b)
	}
	e.b = e.b[:0]
}

// list appends n elements between brackets.
func (e *encoder) list(n int, element func(i int)) {
	e.b = append(e.b, '[')
	for i := range n {
		if i > 0 {
			e.b = append(e.b, ',')
		}
		element(i)
		e.spill()
	}
	e.b = append(e.b, ']')
}

func (e *encoder) strings(list []string) {
	e.list(len(list), func(i int) { e.string(list[i]) })
}

// orNull appends a string, null for "".
func (e *encoder) orNull(s string) {
	if s == "" {
		e.raw("null")
		return
	}
	e.string(s)
}

func (e *encoder) int(n int) { e.b = strconv.AppendInt(e.b, int64(n), 10) }

// float appends a number between 1e-6 and 1e21, or 0.
func (e *encoder) float(x float64) { e.b = strconv.AppendFloat(e.b, x, 'f', -1, 64) }

func (e *encoder) bool(v bool) { e.b = strconv.AppendBool(e.b, v) }

func (e *encoder) span(s citations.Span) {
	e.b = append(e.b, '[')
	e.int(s.Start)
	e.b = append(e.b, ',')
	e.int(s.End)
	e.b = append(e.b, ']')
}

// id appends "a1.k2" for article 0, part k, index 1; null for a negative index.
func (e *encoder) id(article int, part byte, i int) {
	if article < 0 || i < 0 {
		e.raw("null")
		return
	}
	e.b = append(e.b, '"', 'a')
	e.int(article + 1)
	e.b = append(e.b, '.', part)
	e.int(i + 1)
	e.b = append(e.b, '"')
}

func (e *encoder) ids(article int, part byte, indices []int) {
	e.list(len(indices), func(i int) { e.id(article, part, indices[i]) })
}

// string appends a string in quotes.
func (e *encoder) string(s string) {
	e.b = append(e.b, '"')
	b := e.b
	from := 0 // what is still to be copied as it stands
	for i := 0; ; {
		for i < len(s) && asItStands[s[i]] {
			i++
		}
		if i >= len(s) {
			break
		}
		escaped, size := escape(s[i:])
		if escaped != "" {
			b = append(append(b, s[from:i]...), escaped...)
			from = i + size
		}
		i += size
	}
	e.b = append(append(b, s[from:]...), '"')
}

// asItStands marks the characters of ASCII that need no escape.
var asItStands = func() (table [256]bool) {
	for c := byte(' '); c < utf8.RuneSelf; c++ {
		table[c] = c != '"' && c != '\\'
	}
	return table
}()

// escape gives the escape sequence of the character that s begins with, "" where it may stand as it is, and its size.
func escape(s string) (escaped string, size int) {
	if s[0] < utf8.RuneSelf {
		return escapes[s[0]], 1
	}
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case r == utf8.RuneError && size == 1:
		return `\ufffd`, 1
	case r == '\u2028': // line ends to JavaScript
		return `\u2028`, size
	case r == '\u2029':
		return `\u2029`, size
	}
	return "", size
}

// escapes are those of the ASCII characters that need one.
var escapes = func() (table [utf8.RuneSelf]string) {
	const hex = "0123456789abcdef"
	for c := range byte(' ') {
		table[c] = `\u00` + string(hex[c>>4]) + string(hex[c&15])
	}
	table['\b'], table['\f'], table['\n'], table['\r'], table['\t'] = `\b`, `\f`, `\n`, `\r`, `\t`
	table['"'], table['\\'] = `\"`, `\\`
	return table
}()
