package text

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/saintfish/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
)

// declaredWithin is how far a declaration of the charset is looked for, in bytes. The standard asks for 1,024; real pages
// put scripts before it.
const declaredWithin = 8 << 10

// decodeHTML decodes a page from the charset that it declares, else from the one that it looks like. What is UTF-8 is
// read as UTF-8, whatever it says of itself, unless it may shift between charsets (ISO-2022-JP).
func decodeHTML(t *Text, raw []byte) error {
	if utf8.Valid(raw) && bytes.IndexByte(raw, 0x1B) < 0 || bytes.HasPrefix(raw, []byte{0xFF, 0xFE}) || bytes.HasPrefix(raw, []byte{0xFE, 0xFF}) {
		return decodeText(t, raw)
	}
	label := declaredCharset(raw)
	notice := ""
	if label == "" && !mostlyUTF8(raw) {
		if label = guessCharset(raw); label != "" {
			notice = guessed("it declares no charset", label)
		}
	}
	e, name := charset.Lookup(label)
	if e == nil || name == "utf-8" || name == "replacement" || strings.HasPrefix(name, "utf-16") {
		return decodeText(t, raw)
	}
	if bytes.IndexByte(raw, 0) >= 0 {
		return ErrBinary
	}
	t.decodeAs(raw, e, name)
	if notice != "" {
		t.Notices = append(t.Notices, notice)
	}
	return nil
}

// guessed says that a charset was guessed, and what to do where the guess is wrong.
func guessed(why, charset string) string {
	return why + ": read as " + charset + ", which is a guess; if letters are wrong, save it as UTF-8"
}

// decodeAs decodes bytes from the charset of that name.
func (t *Text) decodeAs(raw []byte, e encoding.Encoding, name string) {
	t.Raw, t.Encoding = raw, name
	if m := charmapOf(name); m != nil {
		t.utf8, t.offs = fromCharmap(raw, m)
	} else {
		t.utf8, t.offs = fromEncoding(raw, e, name == "iso-2022-jp")
	}
}

// foreignCharset is the charset of text in another script than the Latin one, nil where it is none or cannot be told. Of text in
// Latin letters few bytes lie beyond ASCII, too few to tell one charset from the other: that is read as Windows-1252.
func foreignCharset(raw []byte) (e encoding.Encoding, name string) {
	if utf8.Valid(raw) || bytes.IndexByte(raw, 0) >= 0 || mostlyUTF8(raw) || !mostlyBeyondASCII(raw) {
		return nil, ""
	}
	label := guessCharset(raw)
	if label == "" || strings.HasPrefix(label, "utf-") {
		return nil, ""
	}
	e, name = charset.Lookup(label)
	if e == nil || name == "windows-1252" || name == "replacement" {
		return nil, ""
	}
	return e, name
}

// mostlyBeyondASCII reports whether a text has more than one byte beyond ASCII for two of its ASCII letters, which stand in the
// charsets of East Asia also for the second half of a character.
func mostlyBeyondASCII(raw []byte) bool {
	beyond, letters := 0, 0
	for _, c := range raw {
		switch {
		case c >= utf8.RuneSelf:
			beyond++
		case c|0x20 >= 'a' && c|0x20 <= 'z':
			letters++
		}
	}
	return 2*beyond > letters
}

// declaredCharset is the charset that a page names near its start, in an XML declaration or a meta element; "" if it names none.
func declaredCharset(raw []byte) string {
	head := bytes.ToLower(raw[:min(len(raw), declaredWithin)])
	if s := bytes.TrimSpace(head); bytes.HasPrefix(s, []byte("<?xml")) {
		if label := afterName(tagAt(s), "encoding"); label != "" {
			return label
		}
	}
	for {
		k := bytes.Index(head, []byte("<meta"))
		if k < 0 {
			return ""
		}
		head = head[k:]
		if label := afterName(tagAt(head), "charset"); label != "" {
			return label
		}
		head = head[5:]
	}
}

// tagAt is the tag that s begins with, without its end.
func tagAt(s []byte) []byte {
	if k := bytes.IndexByte(s, '>'); k >= 0 {
		return s[:k]
	}
	return nil
}

// afterName is the word behind name and "=" in a tag, quoted or not.
func afterName(tag []byte, name string) string {
	k := bytes.Index(tag, []byte(name))
	if k < 0 {
		return ""
	}
	s := bytes.TrimLeft(tag[k+len(name):], " \t\r\n")
	if !bytes.HasPrefix(s, []byte("=")) {
		return ""
	}
	s = bytes.TrimLeft(s[1:], " \t\r\n\"'")
	if k := bytes.IndexAny(s, " \t\r\n\"';/>?"); k >= 0 {
		s = s[:k]
	}
	return string(s)
}

// mostlyUTF8 reports whether most of the bytes beyond ASCII are well-formed UTF-8.
func mostlyUTF8(raw []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(raw) && good+bad < 1000; {
		if raw[i] < 0x80 {
			i++
			continue
		}
		r, n := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return good > 2*bad
}

// guessCharset tells the charset from the frequency of bytes, "" where that says too little. Of several that fit as well it is always the same one, the first by
// name: the library gives them in the order in which its goroutines end.
func guessCharset(raw []byte) string {
	const enough, sure = 256 << 10, 25
	all, err := chardet.NewHtmlDetector().DetectAll(raw[:min(len(raw), enough)])
	if err != nil {
		return ""
	}
	best := slices.MinFunc(all, func(a, b chardet.Result) int {
		return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(a.Charset, b.Charset))
	})
	if best.Confidence < sure {
		return ""
	}
	switch label := strings.ToLower(best.Charset); label {
	case "iso-8859-1", "utf-8":
		return ""
	case "gb-18030": // the library's own spelling
		return "gb18030"
	default:
		return strings.TrimSuffix(strings.TrimSuffix(label, "-i"), "-logical")
	}
}

// charmapOf is the table of a charset of single bytes, nil of any other: the library of the web wraps what it finds.
func charmapOf(name string) *charmap.Charmap {
	e, err := htmlindex.Get(name)
	if err != nil {
		return nil
	}
	m, _ := e.(*charmap.Charmap)
	return m
}

func fromCharmap(raw []byte, m *charmap.Charmap) (out []byte, offs []int32) {
	out, offs = make([]byte, 0, len(raw)+len(raw)/2), make([]int32, 0, len(raw)+len(raw)/2)
	for i, c := range raw {
		if c < 0x80 {
			out, offs = append(out, c), append(offs, int32(i))
			continue
		}
		out, offs = appendRune(out, offs, m.DecodeByte(c), i)
	}
	return out, append(offs, int32(len(raw)))
}

// fromEncoding decodes character by character, so that the place of each is known. In a charset with shift states no byte stands for
// itself.
func fromEncoding(raw []byte, e encoding.Encoding, shifts bool) (out []byte, offs []int32) {
	const longest = 8 // bytes of a character or shift sequence
	out, offs = make([]byte, 0, len(raw)+len(raw)/2), make([]int32, 0, len(raw)+len(raw)/2)
	d := e.NewDecoder()
	var buf [64]byte
	for i := 0; i < len(raw); {
		if !shifts && raw[i] < 0x80 {
			out, offs = append(out, raw[i]), append(offs, int32(i))
			i++
			continue
		}
		at, n := i, 0
		for size := 1; n == 0 && size <= longest; size++ {
			end := min(len(raw), i+size)
			var wrote int
			wrote, n, _ = d.Transform(buf[:], raw[i:end], end == len(raw))
			for _, r := range string(buf[:wrote]) {
				out, offs = appendRune(out, offs, r, at)
			}
		}
		i += max(n, 1)
	}
	return out, append(offs, int32(len(raw)))
}
