package text

import (
	"bytes"
	"context"
	"math"
	"strconv"
	"unicode"
)

// xmlScanner reads the XML of a packed document, token by token, without copying. It knows what such files hold: elements, attributes,
// character data, the five references and those by number. A document type declaration, where entities would be defined, makes
// the file fail. encoding/xml reads the same at a tenth of the speed.
//
// What it reads it keeps as offsets: a pointer stored at every tag would be work for the garbage collector.
type xmlScanner struct {
	s     []byte
	i     int
	ctx   context.Context
	err   error
	open  []piece // names of the open elements
	name  piece   // of the start or end tag
	attrs piece   // of the start tag, unread
	data  piece   // of the text, references unread
	plain bool    // nothing in data is a reference
	empty bool    // the start tag is its own end tag
	count int
}

// piece is a range of bytes of what a scanner reads: of files of less than 2 GiB.
type piece struct{ from, to int32 }

func (x *xmlScanner) at(p piece) []byte { return x.s[p.from:p.to] }

// tag is the name of the tag read last.
func (x *xmlScanner) tag() []byte { return x.at(x.name) }

// chars is the text read last, references unread.
func (x *xmlScanner) chars() []byte { return x.at(x.data) }

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
	x := &xmlScanner{s: bytes.TrimPrefix(s, []byte("\uFEFF")), ctx: ctx}
	if len(s) > math.MaxInt32 {
		x.err = faultf("a part of it is larger than 2 GiB: that is no article")
	}
	return x
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
	if len(x.open) > 0 {
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
	x.data = piece{int32(x.i), int32(x.i + k)}
	x.plain = bytes.IndexByte(x.chars(), '&') < 0
	x.i += k
	return xmlText
}

func (x *xmlScanner) cdata() xmlKind {
	from := x.i + len("<![CDATA[")
	if !x.skip("]]>") {
		return xmlEnd
	}
	x.data, x.plain = piece{int32(min(from, x.i-3)), int32(x.i - 3)}, true
	return xmlText
}

func (x *xmlScanner) startTag() xmlKind {
	i := x.i + 1
	for i < len(x.s) && !nameEnds[x.s[i]] {
		i++
	}
	end := tagEnd(x.s, i)
	if end < 0 || i == x.i+1 {
		return x.fail("it ends in the middle of its text")
	}
	x.name, x.attrs = piece{int32(x.i + 1), int32(i)}, piece{int32(i), int32(end)}
	x.empty = end > i && x.s[end-1] == '/'
	x.i = end + 1
	if len(x.open) >= deepestXML {
		x.err = faultf("its parts are nested more than %d deep: that is no article", deepestXML)
		return xmlEnd
	}
	x.open = append(x.open, x.name)
	return xmlStart
}

// nameEnds marks the bytes that end the name of a start tag.
var nameEnds = func() (t [256]bool) {
	for c := range t {
		t[c] = c <= ' ' || c == '>' || c == '/'
	}
	return
}()

// tagEnd is where the tag ends whose attributes begin at i, -1 if it does not. Nearly always that is the next angle; one in quotation marks is none.
func tagEnd(s []byte, i int) int {
	if i < len(s) && s[i] == '>' {
		return i
	}
	k := bytes.IndexByte(s[i:], '>')
	if k < 0 {
		return -1
	}
	if attrs := s[i : i+k]; bytes.Count(attrs, []byte{'"'})%2 == 0 && bytes.IndexByte(attrs, '\'') < 0 {
		return i + k
	}
	for quote := byte(0); i < len(s); i++ {
		switch c := s[i]; {
		case quote != 0:
			k := bytes.IndexByte(s[i:], quote)
			if k < 0 {
				return -1
			}
			i, quote = i+k, 0
		case c == '>':
			return i
		case c == '"' || c == '\'':
			quote = c
		}
	}
	return -1
}

func (x *xmlScanner) endTag() xmlKind {
	k := bytes.IndexByte(x.s[x.i:], '>')
	if k < 0 {
		return x.fail("it ends in the middle of its text")
	}
	from, to := x.i+2, x.i+k
	for to > from && x.s[to-1] <= ' ' {
		to--
	}
	x.i += k + 1
	return x.close(piece{int32(from), int32(max(from, to))})
}

func (x *xmlScanner) close(name piece) xmlKind {
	n := len(x.open)
	if n == 0 || !bytes.Equal(x.at(x.open[n-1]), x.at(name)) {
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
	end := from
	for d := x.depth(); x.depth() >= d; {
		end = x.i
		if x.next() == xmlEnd {
			return nil
		}
	}
	return x.s[from:max(from, end)]
}

// eachTag calls f at every start tag of a name, with where it begins, and reads nothing between them. It ends where a tag cannot be read.
func (x *xmlScanner) eachTag(name string, f func(x *xmlScanner, at int)) {
	open := []byte("<" + name)
	rare := max(0, bytes.IndexFunc(open, unicode.IsUpper)) // every tag has what a name begins with, and few have its capital
	for x.err == nil {
		k := indexBy(x.s[x.i:], open, rare)
		if k < 0 {
			return
		}
		at := x.i + k
		x.i = at
		if x.startTag() != xmlStart {
			return
		}
		if string(x.tag()) == name {
			f(x, at)
		}
		x.open, x.empty = x.open[:0], false
		if x.count++; x.count%4096 == 0 && x.ctx.Err() != nil {
			return
		}
	}
}

// indexBy is bytes.Index, led by one byte of what is sought.
func indexBy(s, sought []byte, lead int) int {
	if lead == 0 {
		return bytes.Index(s, sought)
	}
	for i := lead; i < len(s); i++ {
		k := bytes.IndexByte(s[i:], sought[lead])
		if k < 0 {
			return -1
		}
		i += k
		if bytes.HasPrefix(s[i-lead:], sought) {
			return i - lead
		}
	}
	return -1
}

// textUpTo is how many bytes of text there are, counted no further than most.
func (x *xmlScanner) textUpTo(most int) (n int) {
	for k := x.next(); k != xmlEnd && n < most; k = x.next() {
		if k == xmlText {
			n += len(x.chars())
		}
	}
	return n
}

// part is a scanner for what stands in an element.
func (x *xmlScanner) part(inner []byte) *xmlScanner { return &xmlScanner{s: inner, ctx: x.ctx} }

// attr is the value of an attribute of the start tag read last, "" if it has none.
func (x *xmlScanner) attr(name string) string { return string(x.value(name)) }

// value is attr as a part of the file, which nobody may change; a map is asked for it without making a string.
func (x *xmlScanner) value(name string) []byte {
	s := x.at(x.attrs)
	for {
		k := bytes.Index(s, []byte(name))
		if k < 0 {
			return nil
		}
		rest := s[k+len(name):]
		if k > 0 && s[k-1] <= ' ' {
			if v, ok := quotedValue(rest); ok {
				if bytes.IndexByte(v, '&') < 0 {
					return v
				}
				return unescapeXML(nil, v)
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
		return append(dst, x.chars()...)
	}
	return unescapeXML(dst, x.chars())
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
func local(name []byte) []byte {
	return name[bytes.IndexByte(name, ':')+1:]
}
