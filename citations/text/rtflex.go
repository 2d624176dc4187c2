package text

import "bytes"

// rtfKind is the kind of a token.
type rtfKind uint8

const (
	rtfEnd   rtfKind = iota
	rtfOpen          // {
	rtfClose         // }
	rtfWord          // \word, \word12, \* and other signs
	rtfText          // bytes that stand for themselves
	rtfByte          // \'e9
)

// rtfLexer parts RTF into tokens.
type rtfLexer struct {
	s      []byte
	i      int
	text   []byte // of rtfText and rtfByte
	name   []byte // of rtfWord
	arg    int
	hasArg bool
	one    [1]byte
}

// next reads a token.
func (l *rtfLexer) next() rtfKind {
	for l.i < len(l.s) && (l.s[l.i] == '\r' || l.s[l.i] == '\n' || l.s[l.i] == 0) {
		l.i++
	}
	if l.i >= len(l.s) {
		return rtfEnd
	}
	switch l.s[l.i] {
	case '{':
		l.i++
		return rtfOpen
	case '}':
		l.i++
		return rtfClose
	case '\\':
		return l.control()
	}
	end := bytes.IndexAny(l.s[l.i:min(len(l.s), l.i+longestRun)], "{}\\\r\n\x00")
	if end < 0 {
		end = min(len(l.s)-l.i, longestRun)
	}
	l.text = l.s[l.i : l.i+end]
	l.i += end
	return rtfText
}

// longestRun is the longest token of text, in bytes, so that a search for its end is short.
const longestRun = 4096

// control reads what a backslash begins.
func (l *rtfLexer) control() rtfKind {
	l.i++
	if l.i >= len(l.s) {
		return rtfEnd
	}
	c := l.s[l.i]
	if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' {
		l.controlWord()
		return rtfWord
	}
	l.i++
	l.hasArg = false
	switch c {
	case '\'':
		if l.i+2 <= len(l.s) {
			l.one[0] = unhex(l.s[l.i])<<4 | unhex(l.s[l.i+1])
			l.text = l.one[:]
			l.i += 2
			return rtfByte
		}
		l.i = len(l.s)
		return rtfEnd
	case '{', '}', '\\':
		l.one[0] = c
		l.text = l.one[:]
		return rtfByte
	}
	l.name = l.s[l.i-1 : l.i]
	return rtfWord
}

// controlWord reads the letters of a control word, its number and the blank that ends it. The bytes of \bin are passed over.
func (l *rtfLexer) controlWord() {
	from := l.i
	for l.i < len(l.s) && (l.s[l.i] >= 'a' && l.s[l.i] <= 'z' || l.s[l.i] >= 'A' && l.s[l.i] <= 'Z') {
		l.i++
	}
	l.name = l.s[from:l.i]
	l.arg, l.hasArg = 0, false
	negative := l.i+1 < len(l.s) && l.s[l.i] == '-' && l.s[l.i+1] >= '0' && l.s[l.i+1] <= '9'
	if negative {
		l.i++
	}
	for ; l.i < len(l.s) && l.s[l.i] >= '0' && l.s[l.i] <= '9'; l.i++ {
		l.hasArg = true
		if l.arg < 1<<28 {
			l.arg = l.arg*10 + int(l.s[l.i]-'0')
		}
	}
	if negative {
		l.arg = -l.arg
	}
	if l.i < len(l.s) && l.s[l.i] == ' ' {
		l.i++
	}
	if string(l.name) == "bin" && l.arg > 0 {
		l.i = min(len(l.s), l.i+l.arg)
	}
}

// peek is the control word that the open group begins with, and whether \* stands before it; "" if it begins with none.
func (l *rtfLexer) peek() (starred bool, name string) {
	at := l.i
	defer func() { l.i = at }()
	if l.next() != rtfWord {
		return false, ""
	}
	if string(l.name) == "*" {
		starred = true
		if l.next() != rtfWord {
			return true, ""
		}
	}
	return starred, string(l.name)
}

func unhex(c byte) byte {
	switch {
	case c >= '0' && c <= '9':
		return c - '0'
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10
	}
	return 0
}
