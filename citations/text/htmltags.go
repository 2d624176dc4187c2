package text

import "bytes"

// tagScanner cuts a page into tags and what stands between them, as html.Tokenizer does (a test holds them equal), without making anything of what it
// reads.
type tagScanner struct {
	s    []byte
	raw  string // the element whose content comes next and is read as it stands
	end  int    // of the token read last, and where the next one begins
	at   int    // where the token read last begins
	name Span   // of the tag read last
	// attrs are the attributes of the start tag read last: the name, and the end of the value.
	attrs []tagAttr
	solo  bool // the start tag is its own end tag
}

// tagAttr is an attribute: its name, and where its value ends, marks and all; the name's end where it has none.
type tagAttr struct {
	name Span
	end  int
	bare bool // the value has no quotation marks
}

// tagKind is the kind of a token of a page.
type tagKind uint8

const (
	tagNone  tagKind = iota // the end of the page, or of what can be read of it
	tagText                 // characters
	tagStart                // a start tag
	tagClose                // an end tag
	tagOther                // a comment, a declaration
)

// rawElements are the elements whose content is read as it stands, without tags, each by its name.
var rawElements = func() map[string]string {
	m := map[string]string{}
	for w := range wordSet(`iframe noembed noframes noscript plaintext script style textarea title xmp`) {
		m[w] = w
	}
	return m
}()

// next reads a token.
func (z *tagScanner) next() tagKind {
	z.at = z.end
	if raw := z.raw; raw != "" {
		z.raw = ""
		if z.end = z.rawEnd(raw); z.end > z.at {
			return tagText
		}
	}
	i := z.at
	for i < len(z.s) {
		k := bytes.IndexByte(z.s[i:], '<')
		if k < 0 || i+k+1 >= len(z.s) {
			break
		}
		if i += k; opensTag[z.s[i+1]] {
			if i > z.at {
				z.end = i
				return tagText
			}
			if kind, ok := z.markup(i); ok {
				return kind
			}
			break // "</" at the end of the page
		}
		i++
	}
	z.end = len(z.s)
	if z.end > z.at {
		return tagText
	}
	return tagNone
}

// opensTag marks the bytes that an angle has to stand before to be markup.
var opensTag = func() (t [256]bool) {
	for c := range t {
		t[c] = c == '/' || c == '!' || c == '?' || letterByte(byte(c))
	}
	return
}()

func letterByte(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// markup reads what the angle at i begins; ok is false where that is only text.
func (z *tagScanner) markup(i int) (kind tagKind, ok bool) {
	switch c := z.s[i+1]; {
	case c == '!' && bytes.HasPrefix(z.s[i+2:], []byte("--")):
		z.end = commentEnd(z.s, i+4)
	case c == '!', c == '?':
		z.end = pastAngle(z.s, i+2)
	case c != '/':
		return z.tag(i+1, tagStart), true
	case i+2 >= len(z.s):
		return tagNone, false
	case letterByte(z.s[i+2]):
		return z.tag(i+2, tagClose), true
	default:
		z.end = pastAngle(z.s, i+2)
	}
	return tagOther, true
}

// pastAngle is behind the next closing angle, or the end of the page.
func pastAngle(s []byte, i int) int {
	if k := bytes.IndexByte(s[i:], '>'); k >= 0 {
		return i + k + 1
	}
	return len(s)
}

// commentEnd is behind the end of a comment whose text begins at i: "-->", "--!>", and at its beginning also ">" and "->".
func commentEnd(s []byte, i int) int {
	for k := i; ; k++ {
		n := bytes.IndexByte(s[k:], '>')
		if n < 0 {
			return len(s)
		}
		k += n
		if text := s[i:k]; len(text) == 0 || string(text) == "-" || bytes.HasSuffix(text, []byte("--")) || bytes.HasSuffix(text, []byte("--!")) {
			return k + 1
		}
	}
}

// tag reads a tag whose name begins at i. One that the page ends in is nothing.
func (z *tagScanner) tag(i int, kind tagKind) tagKind {
	s, from := z.s, i
	for i < len(s) && !tagNameEnds[s[i]] {
		i++
	}
	z.name, z.attrs, z.solo = Span{from, i}, z.attrs[:0], false
	i = pastSpaces(s, i)
	for i < len(s) && s[i] != '>' {
		i = pastSpaces(s, z.attr(i))
	}
	if i >= len(s) {
		z.end = len(s)
		z.at = z.end
		return tagNone
	}
	z.end = i + 1
	if kind == tagStart {
		z.solo = s[i-1] == '/' && z.lastValue() != i-1
		var low [16]byte
		z.raw = rawElements[string(appendLower(low[:0], s[from:z.name.End]))]
	}
	return kind
}

// tagNameEnds marks the bytes that end the name of a tag.
var tagNameEnds = [256]bool{' ': true, '\n': true, '\r': true, '\t': true, '\f': true, '/': true, '>': true}

func pastSpaces(s []byte, i int) int {
	for i < len(s) && spaces[s[i]] {
		i++
	}
	return i
}

// mostAttrs is how many attributes of a tag are kept; those beyond are passed over.
const mostAttrs = 4096

// attr reads an attribute, and is where to go on.
func (z *tagScanner) attr(i int) int {
	s, from := z.s, i
	for i < len(s) && !tagNameEnds[s[i]] && (s[i] != '=' || i == from) {
		i++
	}
	a := tagAttr{name: Span{from, i}, end: i}
	i = pastSpaces(s, i)
	switch {
	case i < len(s) && s[i] == '/':
		i++
	case i < len(s) && s[i] == '=':
		if i = pastSpaces(s, i+1); i < len(s) && s[i] != '>' {
			i, a.bare = attrValue(s, i)
			a.end = i
		}
	}
	if a.name.End > from && len(z.attrs) < mostAttrs {
		z.attrs = append(z.attrs, a)
	}
	return i
}

// attrValue is behind the value that begins at i, and whether it has no quotation marks.
func attrValue(s []byte, i int) (end int, bare bool) {
	if q := s[i]; q == '"' || q == '\'' {
		if k := bytes.IndexByte(s[i+1:], q); k >= 0 {
			return i + 1 + k + 1, false
		}
		return len(s), false
	}
	for i < len(s) && s[i] != '>' && !spaces[s[i]] {
		i++
	}
	return i, true
}

// lastValue is the last byte of the value of the last attribute that counts, if it is bare: of two of one name the first does. A solidus there is the value's.
func (z *tagScanner) lastValue() int {
	n := len(z.attrs) - 1
	if n < 0 || !z.attrs[n].bare {
		return -1
	}
	low := func(a *tagAttr) []byte { return appendLower(nil, z.s[a.name.Start:a.name.End]) } // bytes.EqualFold takes all that is no UTF-8 for equal
	last := low(&z.attrs[n])
	for i := range z.attrs[:n] {
		if bytes.Equal(low(&z.attrs[i]), last) {
			return -1
		}
	}
	return z.attrs[n].end - 1
}

// rawEnd is where the content of an element ends that is read as it stands.
func (z *tagScanner) rawEnd(element string) int {
	switch element {
	case "plaintext":
		return len(z.s)
	case "script":
		return scriptEnd(z.s, z.at)
	}
	for i := z.at; ; i++ {
		k := bytes.Index(z.s[i:], []byte("</"))
		if k < 0 {
			return len(z.s)
		}
		if i += k; closes(z.s[i+2:], element) {
			return i
		}
	}
}

// closes reports whether s goes on as an end tag of an element.
func closes(s []byte, element string) bool {
	n := len(element)
	return len(s) > n && tagNameEnds[s[n]] && asciiFold(s[:n], element)
}

func asciiFold(s []byte, low string) bool {
	for i, c := range s {
		if c != low[i] && c != low[i]-('a'-'A') {
			return false
		}
	}
	return true
}

// scriptEnd is where a script ends that begins at i. Within "<!--" and "-->" an element of its own may stand in it (HTML, 13.2.5.17 to 31).
func scriptEnd(s []byte, i int) int {
	const script = "script"
	for {
		k := bytes.IndexByte(s[i:], '<')
		if k < 0 {
			return len(s)
		}
		i += k + 1
		switch rest := s[i:]; {
		case len(rest) > 0 && rest[0] == '/' && closes(rest[1:], script):
			return i - 1
		case bytes.HasPrefix(rest, []byte("!--")):
			var ended bool
			if i, ended = escapedScript(s, i+3); ended {
				return i
			}
		}
	}
}

// escapedScript reads what follows "<!--" in a script: to its end, where the script may go on, or to the end of the script.
func escapedScript(s []byte, i int) (at int, ended bool) {
	const script = "script"
	dashes, inner := 2, false
	for i < len(s) {
		c := s[i]
		i++
		switch {
		case c == '-':
			dashes++
			continue
		case c == '>' && dashes >= 2:
			return i, false
		case c != '<' || i >= len(s):
		case s[i] == '/' && closes(s[i+1:], script):
			if !inner {
				return i - 1, true
			}
			inner = false
			i += len("/script>")
		case s[i] == '/':
			i++
		case inner:
		case !letterByte(s[i]):
			return i, false
		case closes(s[i:], script):
			inner = true
			i += len("script>")
		}
		dashes = 0
	}
	return len(s), true
}
