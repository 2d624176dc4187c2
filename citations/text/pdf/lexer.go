package pdf

import "bytes"

// longest is how many objects of an array or dictionary are kept.
const longest = 1 << 20

// deepest is how many arrays and dictionaries may lie in one another. Real files stay below ten.
const deepest = 64

// lexer reads objects and operators from bytes. It never fails: what it does not understand it passes over.
type lexer struct {
	s   []byte
	pos int
}

// kinds of byte
var (
	white = byteSet("\x00\t\n\f\r ")
	delim = byteSet("()<>[]{}/%")
)

func byteSet(s string) (t [256]bool) {
	for i := range len(s) {
		t[s[i]] = true
	}
	return
}

// skip passes over blanks and comments.
func (l *lexer) skip() {
	for l.pos < len(l.s) {
		switch c := l.s[l.pos]; {
		case white[c]:
			l.pos++
		case c == '%':
			for l.pos < len(l.s) && l.s[l.pos] != '\n' && l.s[l.pos] != '\r' {
				l.pos++
			}
		default:
			return
		}
	}
}

// next reads one object or keyword. ok is false at the end.
func (l *lexer) next() (o any, ok bool) { return l.object(0) }

func (l *lexer) object(depth int) (o any, ok bool) {
	l.skip()
	if l.pos >= len(l.s) {
		return nil, false
	}
	c := l.s[l.pos]
	switch {
	case c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.':
		return l.number(), true
	case c == '/':
		l.pos++
		return l.name(), true
	case c == '(':
		return l.literal(), true
	case c == '<' && l.pos+1 < len(l.s) && l.s[l.pos+1] == '<':
		l.pos += 2
		return l.dict(depth + 1), true
	case c == '<':
		return l.hex(), true
	case c == '[':
		l.pos++
		return l.array(depth + 1), true
	case delim[c]:
		n := 1
		if c == '>' && l.pos+1 < len(l.s) && l.s[l.pos+1] == '>' {
			n = 2
		}
		l.pos += n
		return keyword(l.s[l.pos-n : l.pos]), true
	}
	return l.word(), true
}

// word reads a keyword; true, false and null are the objects that they name.
func (l *lexer) word() any {
	start := l.pos
	for l.pos < len(l.s) && !white[l.s[l.pos]] && !delim[l.s[l.pos]] {
		l.pos++
	}
	switch w := l.s[start:l.pos]; string(w) {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	default:
		return keyword(w)
	}
}

// number reads 12, -3.5, .5, and what broken writers make of them (--3, 1.2.3).
func (l *lexer) number() any {
	start := l.pos
	neg, dot := false, false
	whole, frac, scale := 0, 0.0, 1.0
	for ; l.pos < len(l.s); l.pos++ {
		c := l.s[l.pos]
		switch {
		case c == '-' && l.pos == start:
			neg = true
		case c == '-' || c == '+':
		case c == '.':
			dot = true
		case c < '0' || c > '9':
			return signed(whole, frac, neg, dot)
		case dot:
			scale /= 10
			frac += scale * float64(c-'0')
		case whole < 1<<52:
			whole = whole*10 + int(c-'0')
		}
	}
	return signed(whole, frac, neg, dot)
}

func signed(whole int, frac float64, neg, dot bool) any {
	if neg {
		whole, frac = -whole, -frac
	}
	if dot {
		return float64(whole) + frac
	}
	return whole
}

func (l *lexer) name() name {
	start := l.pos
	escaped := false
	for l.pos < len(l.s) && !white[l.s[l.pos]] && !delim[l.s[l.pos]] {
		escaped = escaped || l.s[l.pos] == '#'
		l.pos++
	}
	if !escaped {
		return name(l.s[start:l.pos])
	}
	var out []byte
	for i := start; i < l.pos; i++ {
		if c := l.s[i]; c == '#' && i+2 < l.pos && hexDigit(l.s[i+1]) >= 0 && hexDigit(l.s[i+2]) >= 0 {
			out = append(out, byte(hexDigit(l.s[i+1])<<4|hexDigit(l.s[i+2])))
			i += 2
		} else {
			out = append(out, c)
		}
	}
	return name(out)
}

func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

func (l *lexer) hex() str {
	l.pos++
	var out []byte
	half := -1
	for l.pos < len(l.s) {
		c := l.s[l.pos]
		l.pos++
		if c == '>' {
			break
		}
		d := hexDigit(c)
		switch {
		case d < 0:
		case half < 0:
			half = d
		default:
			out = append(out, byte(half<<4|d))
			half = -1
		}
	}
	if half >= 0 {
		out = append(out, byte(half<<4))
	}
	return str(out)
}

// literal reads (text) with its escapes and balanced brackets.
func (l *lexer) literal() str {
	l.pos++
	if k := bytes.IndexAny(l.s[l.pos:min(len(l.s), l.pos+256)], "()\\\r"); k >= 0 && l.s[l.pos+k] == ')' {
		s := str(l.s[l.pos : l.pos+k])
		l.pos += k + 1
		return s
	}
	var out []byte
	for open := 1; l.pos < len(l.s); {
		c := l.s[l.pos]
		l.pos++
		switch c {
		case '(':
			open++
		case ')':
			open--
			if open == 0 {
				return str(out)
			}
		case '\\':
			out = l.escape(out)
			continue
		}
		out = append(out, c)
	}
	return str(out)
}

var escapes = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}

func (l *lexer) escape(out []byte) []byte {
	if l.pos >= len(l.s) {
		return out
	}
	c := l.s[l.pos]
	l.pos++
	switch {
	case c == '\r':
		if l.pos < len(l.s) && l.s[l.pos] == '\n' {
			l.pos++
		}
		return out
	case c == '\n':
		return out
	case c >= '0' && c <= '7':
		n := int(c - '0')
		for k := 0; k < 2 && l.pos < len(l.s) && l.s[l.pos] >= '0' && l.s[l.pos] <= '7'; k++ {
			n = n<<3 | int(l.s[l.pos]-'0')
			l.pos++
		}
		return append(out, byte(n))
	}
	if e, ok := escapes[c]; ok {
		c = e
	}
	return append(out, c)
}

// array reads up to "]"; the references in it are put together.
func (l *lexer) array(depth int) array {
	var out array
	if depth > deepest {
		return nil
	}
	for {
		o, ok := l.object(depth)
		if !ok {
			return out
		}
		switch o {
		case keyword("]"):
			return out
		case keyword("R"):
			out = append(out[:max(0, len(out)-2)], asRef(out))
		case keyword("endobj"), keyword("endstream"), keyword(">>"):
			return out
		default:
			if _, stray := o.(keyword); !stray && len(out) < longest {
				out = append(out, o)
			}
		}
	}
}

// asRef makes a reference of the last two objects.
func asRef(out array) any {
	if n := len(out); n >= 2 {
		a, ok1 := out[n-2].(int)
		b, ok2 := out[n-1].(int)
		if ok1 && ok2 {
			return ref{a, b}
		}
	}
	return nil
}

// dict reads up to ">>". A broken entry is left out.
func (l *lexer) dict(depth int) dict {
	d := dict{}
	if depth > deepest {
		return d
	}
	var flat array
	for {
		o, ok := l.object(depth)
		if !ok {
			break
		}
		if o == keyword("R") {
			flat = append(flat[:max(0, len(flat)-2)], asRef(flat))
			continue
		}
		if k, stray := o.(keyword); stray {
			if k == ">>" || k == "endobj" || k == "stream" {
				if k == "stream" {
					l.pos -= len("stream")
				}
				break
			}
			continue
		}
		if len(flat) < longest {
			flat = append(flat, o)
		}
	}
	for i := 0; i+1 < len(flat); i += 2 {
		k, ok := flat[i].(name)
		if !ok {
			i-- // one value too many: look for the next key
			continue
		}
		d[k] = flat[i+1]
	}
	return d
}
