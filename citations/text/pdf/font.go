package pdf

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf16"
)

// font knows how to cut strings into codes, what the codes say and how wide they are.
type font struct {
	composite    bool
	unicode      *cmap // ToUnicode; nil if there is none
	encoding     *cmap // of a composite font that brings its own; nil for two-byte codes
	utf16        bool  // the codes of a composite font are characters themselves
	table        [256]string
	widths       [256]float64
	cids         map[int]float64
	missing      float64 // the width of what has none
	bold, italic bool
}

// A char is one code of a string: its text ("" if nothing tells it), its width in thousandths of the type size.
type char struct {
	text  string
	width float64
	blank bool // the code that word spacing applies to
}

func (f *file) readFont(d dict) *font {
	t := &font{missing: 500, cids: map[int]float64{}}
	if s := f.stream(d["ToUnicode"]); s != nil {
		t.unicode = f.readCMap(s)
	}
	base, _ := f.resolve(d["BaseFont"]).(name)
	if d["Subtype"] == name("Type0") {
		t.composite = true
		f.composite(t, d)
	} else {
		f.simple(t, d)
	}
	low := strings.ToLower(string(base))
	t.bold = t.bold || strings.Contains(low, "bold") || strings.Contains(low, "black") || strings.Contains(low, "heavy") || strings.HasPrefix(low, "cmbx") || strings.Contains(low, "+cmbx")
	t.italic = strings.Contains(low, "italic") || strings.Contains(low, "oblique")
	return t
}

// composite reads a font of many characters: its encoding and the widths of its descendant.
func (f *file) composite(t *font, d dict) {
	switch e := f.resolve(d["Encoding"]).(type) {
	case *stream:
		t.encoding = f.readCMap(e)
	case name:
		t.utf16 = strings.Contains(string(e), "UCS2") || strings.Contains(string(e), "UTF16")
	}
	kids := f.list(d["DescendantFonts"])
	if len(kids) == 0 {
		return
	}
	k := f.dict(kids[0])
	t.missing = 1000
	if w := f.resolve(k["DW"]); w != nil {
		t.missing = number(w)
	}
	t.bold = f.heavy(k)
	w := f.array(k["W"])
	for i := 0; i+1 < len(w) && len(t.cids) < entriesAtMost; {
		first := integer(f.resolve(w[i]))
		if list := f.array(w[i+1]); list != nil {
			for n, x := range list {
				t.cids[first+n] = number(f.resolve(x))
			}
			i += 2
			continue
		}
		if i+2 >= len(w) {
			return
		}
		last := min(integer(f.resolve(w[i+1])), first+1<<16)
		for c := first; c <= last && len(t.cids) < entriesAtMost; c++ {
			t.cids[c] = number(f.resolve(w[i+2]))
		}
		f.tick()
		i += 3
	}
}

// heavy reports whether a font's descriptor calls it bold.
func (f *file) heavy(d dict) bool {
	fd := f.dict(d["FontDescriptor"])
	return number(f.resolve(fd["FontWeight"])) >= 600 || integer(f.resolve(fd["Flags"]))&(1<<18) != 0
}

// simple reads a font of one-byte codes.
func (f *file) simple(t *font, d dict) {
	fd := f.dict(d["FontDescriptor"])
	t.bold = f.heavy(d)
	var base name
	var differences array
	switch e := f.resolve(d["Encoding"]).(type) {
	case name:
		base = e
	case dict:
		base, _ = f.resolve(e["BaseEncoding"]).(name)
		differences = f.array(e["Differences"])
	}
	t.table = baseEncoding(base)
	symbolic := integer(f.resolve(fd["Flags"]))&4 != 0
	if s := f.stream(fd["FontFile"]); s != nil && base == "" {
		f.builtIn(t, s)
	} else if base == "" && symbolic && d["Subtype"] != name("Type1") && differences == nil {
		t.table = [256]string{} // a subset numbered as its maker liked
	}
	at := 0
	for _, x := range differences {
		switch v := f.resolve(x).(type) {
		case int:
			at = v
		case name:
			if at >= 0 && at < 256 {
				t.table[at], _ = glyphName(string(v))
				if t.table[at] == "" {
					t.table[at] = codeName(string(v), at)
				}
			}
			at++
		}
	}
	f.simpleWidths(t, d, fd)
}

func (f *file) simpleWidths(t *font, d, fd dict) {
	scale := 1.0
	if m := f.array(d["FontMatrix"]); len(m) == 6 && d["Subtype"] == name("Type3") {
		scale = number(f.resolve(m[0])) * 1000
	}
	if w := f.resolve(fd["MissingWidth"]); w != nil {
		t.missing = number(w)
	}
	first := integer(f.resolve(d["FirstChar"]))
	widths := f.array(d["Widths"])
	for c := range t.widths {
		t.widths[c] = t.missing * scale
		if i := c - first; i >= 0 && i < len(widths) {
			t.widths[c] = number(f.resolve(widths[i])) * scale
		}
	}
	if widths == nil && scale == 1 {
		t.widths = guessedWidths(t)
	}
}

// guessedWidths serve the fourteen fonts that a file need not bring; their widths are near those of Times.
func guessedWidths(t *font) (w [256]float64) {
	for c := range w {
		r := []rune(t.table[c] + " ")[0]
		switch {
		case strings.ContainsRune("ijltfI.,;:'|!()[] /", r):
			w[c] = 280
		case strings.ContainsRune("mwMW—", r):
			w[c] = 800
		case unicode.IsUpper(r):
			w[c] = 680
		default:
			w[c] = 500
		}
	}
	return w
}

// builtIn reads the encoding that a Type 1 font program states in clear: "dup 27 /ff put".
func (f *file) builtIn(t *font, s *stream) {
	data, _ := f.decode(s)
	if k := bytes.Index(data, []byte("eexec")); k >= 0 {
		data = data[:k]
	}
	k := bytes.Index(data, []byte("/Encoding"))
	if k < 0 || bytes.HasPrefix(bytes.TrimSpace(data[k+9:]), []byte("StandardEncoding")) {
		return
	}
	t.table = [256]string{}
	l := lexer{s: data, pos: k}
	var a, b any
	for o, ok := l.next(); ok; o, ok = l.next() {
		if n, isName := b.(name); isName && o == keyword("put") {
			if c, isInt := a.(int); isInt && c >= 0 && c < 256 {
				t.table[c], _ = glyphName(string(n))
			}
		}
		if o == keyword("def") && b == keyword("readonly") {
			return
		}
		a, b = b, o
	}
}

// next cuts the first code off s, which must not be empty.
func (t *font) next(s []byte) (c char, n int) {
	if !t.composite {
		b := s[0]
		c = char{t.table[b], t.widths[b], b == ' '}
		if t.unicode != nil {
			if u, ok := t.unicode.lookup(uint32(b)); ok {
				c.text = u
			}
		}
		return c, 1
	}
	code, n := two(s)
	cid := int(code)
	if t.encoding != nil {
		code, n = t.encoding.next(s)
		cid = 0
		if r := t.encoding.find(code); r != nil {
			cid = r.cid + int(code-r.lo)
		}
	}
	c.width = t.missing
	if w, ok := t.cids[cid]; ok {
		c.width = w
	}
	c.blank = n == 1 && code == ' '
	if t.unicode != nil {
		c.text, _ = t.unicode.lookup(code)
	} else if t.utf16 {
		c.text = string(utf16.Decode([]uint16{uint16(code)}))
	}
	return c, n
}
