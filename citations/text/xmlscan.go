package text

import (
	"bytes"
	"context"
	"strconv"
)

// xmlScanner reads the XML of a packed document, token by token, without copying. It knows what such files hold: elements, attributes,
// character data, the five references and those by number. A document type declaration, where entities would be defined, makes
// the file fail. encoding/xml reads the same at a tenth of the speed.
type xmlScanner struct {
	s     []byte
	i     int
	ctx   context.Context
	err   error
	open  [][]byte // names of the open elements
	base  int      // open elements that belong to the caller
	name  []byte   // of the start or end tag
	attrs []byte   // of the start tag, unread
	data  []byte   // of the text, references unread
	plain bool     // nothing in data is a reference
	empty bool     // the start tag is its own end tag
	count int
}

// xmlKind is the kind of a token.
type xmlKind uint8

const (
	xmlEnd   xmlKind = iota // the end of the file, or of what can be read of it
	xmlStart                // a start tag
	xmlClose                // an end tag
	xmlText                 // character data
)

// deepestXML bounds how deep elements are nested: the readers call themselves.
const deepestXML = 400

func newXML(s []byte, ctx context.Context) *xmlScanner {
	return &xmlScanner{s: bytes.TrimPrefix(s, []byte("\uFEFF")), ctx: ctx}
}

func (x *xmlScanner) fail(what string) xmlKind {
	if x.err == nil {
		x.err = faultf("it is damaged: %s", what)
	}
	return xmlEnd
}

// next reads a token.
func (x *xmlScanner) next() xmlKind {
	if x.err != nil {
		return xmlEnd
	}
	if x.empty {
		x.empty = false
		return x.close(x.name)
	}
	if x.count++; x.count%4096 == 0 && x.ctx.Err() != nil {
		x.err = x.ctx.Err()
		return xmlEnd
	}
	for x.i < len(x.s) {
		if x.s[x.i] != '<' {
			return x.text()
		}
		rest := x.s[x.i:]
		switch {
		case len(rest) > 1 && rest[1] == '/':
			return x.endTag()
		case len(rest) > 1 && rest[1] == '?':
			if !x.skip("?>") {
				return xmlEnd
			}
		case bytes.HasPrefix(rest, []byte("<!--")):
			if !x.skip("-->") {
				return xmlEnd
			}
		case bytes.HasPrefix(rest, []byte("<![CDATA[")):
			return x.cdata()
		case len(rest) > 1 && rest[1] == '!':
			x.err = faultf("it declares XML entities, which no word processor does: it is not read")
			return xmlEnd
		default:
			return x.startTag()
		}
	}
	if len(x.open) > x.base {
		return x.fail("it ends in the middle of its text")
	}
	return xmlEnd
}

// skip moves behind the next occurrence of end.
func (x *xmlScanner) skip(end string) bool {
	k := bytes.Index(x.s[x.i:], []byte(end))
	if k < 0 {
		x.fail("it ends in the middle of its text")
		return false
	}
	x.i += k + len(end)
	return true
}

func (x *xmlScanner) text() xmlKind {
	k := bytes.IndexByte(x.s[x.i:], '<')
	if k < 0 {
		k = len(x.s) - x.i
	}
	x.data = x.s[x.i : x.i+k]
	x.plain = bytes.IndexByte(x.data, '&') < 0
	x.i += k
	return xmlText
}

func (x *xmlScanner) cdata() xmlKind {
	from := x.i + len("<![CDATA[")
	if !x.skip("]]>") {
		return xmlEnd
	}
	x.data, x.plain = x.s[min(from, x.i-3):x.i-3], true
	return xmlText
}

func (x *xmlScanner) startTag() xmlKind {
	i := x.i + 1
	for i < len(x.s) && x.s[i] > ' ' && x.s[i] != '>' && x.s[i] != '/' {
		i++
	}
	x.name = x.s[x.i+1 : i]
	from := i
	for quote := byte(0); i < len(x.s) && (x.s[i] != '>' || quote != 0); i++ {
		switch c := x.s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			} else if k := bytes.IndexByte(x.s[i:], quote); k > 0 {
				i += k - 1
			}
		case c == '"' || c == '\'':
			quote = c
		}
	}
	if i >= len(x.s) || len(x.name) == 0 {
		return x.fail("it ends in the middle of its text")
	}
	x.attrs = x.s[from:i]
	x.empty = i > from && x.s[i-1] == '/'
	x.i = i + 1
	if len(x.open) >= deepestXML {
		x.err = faultf("its parts are nested more than %d deep: that is no article", deepestXML)
		return xmlEnd
	}
	x.open = append(x.open, x.name)
	return xmlStart
}

func (x *xmlScanner) endTag() xmlKind {
	k := bytes.IndexByte(x.s[x.i:], '>')
	if k < 0 {
		return x.fail("it ends in the middle of its text")
	}
	name := x.s[x.i+2 : x.i+k]
	for len(name) > 0 && name[len(name)-1] <= ' ' {
		name = name[:len(name)-1]
	}
	x.i += k + 1
	return x.close(name)
}

func (x *xmlScanner) close(name []byte) xmlKind {
	n := len(x.open)
	if n <= x.base || !bytes.Equal(x.open[n-1], name) {
		return x.fail("its tags do not fit together")
	}
	x.open = x.open[:n-1]
	x.name = name
	return xmlClose
}

// depth is how many elements are open.
func (x *xmlScanner) depth() int { return len(x.open) }

// skipElement moves behind the end of the element whose start tag was read last.
func (x *xmlScanner) skipElement() {
	for d := x.depth(); x.depth() >= d; {
		if x.next() == xmlEnd {
			return
		}
	}
}

// inner moves behind the end of the element whose start tag was read last, and gives what stands in it.
func (x *xmlScanner) inner() []byte {
	from := x.i
	if x.empty {
		from = x.i
	}
	end := from
	for d := x.depth(); x.depth() >= d; {
		end = x.i
		if x.next() == xmlEnd {
			return nil
		}
	}
	return x.s[from:max(from, end)]
}

// part is a scanner for what stands in an element.
func (x *xmlScanner) part(inner []byte) *xmlScanner { return &xmlScanner{s: inner, ctx: x.ctx} }

// attr is the value of an attribute of the start tag read last, "" if it has none.
func (x *xmlScanner) attr(name string) string {
	s := x.attrs
	for {
		k := bytes.Index(s, []byte(name))
		if k < 0 {
			return ""
		}
		rest := s[k+len(name):]
		if k > 0 && s[k-1] <= ' ' {
			if v, ok := quotedValue(rest); ok {
				return string(unescapeXML(nil, v))
			}
		}
		s = rest
	}
}

// quotedValue reads `="value"`.
func quotedValue(s []byte) ([]byte, bool) {
	s = pastBlanks(s)
	if len(s) == 0 || s[0] != '=' {
		return nil, false
	}
	s = pastBlanks(s[1:])
	if len(s) == 0 || s[0] != '"' && s[0] != '\'' {
		return nil, false
	}
	if k := bytes.IndexByte(s[1:], s[0]); k >= 0 {
		return s[1 : 1+k], true
	}
	return nil, false
}

func pastBlanks(s []byte) []byte {
	for len(s) > 0 && s[0] <= ' ' {
		s = s[1:]
	}
	return s
}

// appendText appends the text read last to dst, references read.
func (x *xmlScanner) appendText(dst []byte) []byte {
	if x.plain {
		return append(dst, x.data...)
	}
	return unescapeXML(dst, x.data)
}

// unescapeXML appends s to dst with its references read; unknown ones stay as they stand.
func unescapeXML(dst, s []byte) []byte {
	for {
		k := bytes.IndexByte(s, '&')
		if k < 0 {
			return append(dst, s...)
		}
		dst = append(dst, s[:k]...)
		s = s[k:]
		end := bytes.IndexByte(s[:min(len(s), 12)], ';')
		if end < 2 {
			dst, s = append(dst, '&'), s[1:]
			continue
		}
		dst, s = appendReference(dst, s[:end+1]), s[end+1:]
	}
}

func appendReference(dst, ref []byte) []byte {
	switch name := string(ref[1 : len(ref)-1]); name {
	case "amp":
		return append(dst, '&')
	case "lt":
		return append(dst, '<')
	case "gt":
		return append(dst, '>')
	case "quot":
		return append(dst, '"')
	case "apos":
		return append(dst, '\'')
	default:
		if name[0] != '#' || len(name) < 2 {
			return append(dst, ref...)
		}
		digits, radix := name[1:], 10
		if digits[0] == 'x' || digits[0] == 'X' {
			digits, radix = digits[1:], 16
		}
		r, err := strconv.ParseUint(digits, radix, 21)
		if err != nil || r == 0 {
			return append(dst, "\uFFFD"...)
		}
		return append(dst, string(rune(r))...)
	}
}

// local is a name without its prefix.
func local(name []byte) string {
	if k := bytes.IndexByte(name, ':'); k >= 0 {
		name = name[k+1:]
	}
	return string(name)
}
