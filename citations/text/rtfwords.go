package text

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// rtfSigns are the words that stand for a character.
var rtfSigns = map[string]string{
	"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
	"tab": "\t", "~": "\u00A0", "_": "-", "zwj": "\u200D", "zwnj": "\u200C",
}

// word obeys a control word.
func (d *rtf) word(name string, n int, given bool) {
	if name == "u" {
		d.unicode(n)
		return
	}
	d.endText()
	if s := rtfSigns[name]; s != "" {
		d.put([]byte(s))
		return
	}
	if !d.paragraphWord(name, n) && !d.characterWord(name, n, !given || n != 0) {
		d.setting(name, n)
	}
	d.table(name, n)
}

// paragraphWord obeys the words that end paragraphs and say what they are.
func (d *rtf) paragraphWord(name string, n int) bool {
	switch name {
	case "par", "page", "cell", "nestcell", "row", "nestrow", "\n", "\r":
		d.endParagraph()
	case "sect":
		d.endParagraph()
		d.section()
	case "line":
		if d.look.into == intoText && !d.survey {
			d.newline()
		}
	case "pard":
		d.look.style, d.look.level, d.look.cell = 0, 0, false
	case "s":
		d.look.style = n
	case "outlinelevel":
		d.look.level = 0
		if n >= 0 && n < 9 {
			d.look.level = n + 1
		}
	case "intbl":
		d.look.cell = true
	default:
		return false
	}
	return true
}

// characterWord obeys the words that say how characters are set. on is false where the word switches off what it names.
func (d *rtf) characterWord(name string, n int, on bool) bool {
	switch name {
	case "plain":
		d.look.bold, d.look.raised, d.look.hidden, d.look.font = false, false, false, d.font
	case "f":
		d.look.font = n
	case "b":
		d.look.bold = on
	case "v":
		d.look.hidden = on
	case "deleted":
		d.look.gone = on
	case "super":
		d.look.raised = on
	case "up":
		d.look.raised = n >= 4 // half points
	case "sub", "dn", "nosupersub":
		d.look.raised = false
	case "uc":
		d.look.unit = min(max(n, 0), 8)
	case "chftn":
		d.auto = true
	default:
		return false
	}
	return true
}

// setting obeys the words that count for the whole document.
func (d *rtf) setting(name string, n int) {
	switch name {
	case "ansicpg":
		if e := pageEncoding(n); e != "" {
			d.page = e
		}
	case "deff":
		d.font, d.look.font = n, n
	case "mac":
		d.page = "macintosh"
	case "pc":
		d.page = "cp437"
	case "pca":
		d.page = "cp850"
	case "ftnstart":
		d.rules[0].start, d.number[0] = max(n, 0), max(n, 0)
	case "aftnstart":
		d.rules[1].start, d.number[1] = max(n, 0), max(n, 0)
	case "ftnrestart":
		d.rules[0].anew = true
	case "aftnrestart":
		d.rules[1].anew = true
	default:
		i, rest := 0, name
		if strings.HasPrefix(rest, "a") {
			i, rest = 1, rest[1:]
		}
		if f := rtfNumbers[rest]; f != "" {
			d.rules[i].format = f
		}
	}
}

// rtfNumbers are the words for how notes are numbered, and the formats of numeral.
var rtfNumbers = map[string]string{"ftnnar": "1", "ftnnalc": "a", "ftnnauc": "A", "ftnnrlc": "i", "ftnnruc": "I", "ftnnchi": "*"}

// section begins to number notes anew where the document does so in every section.
func (d *rtf) section() {
	for i, r := range d.rules {
		if r.anew {
			d.number[i] = r.start
		}
	}
}

// unicode writes the character that \u gives, and passes over what stands in its place for old readers.
func (d *rtf) unicode(n int) {
	d.endText()
	r := rune(n)
	if n < 0 {
		r = rune(n + 1<<16)
	}
	d.replaced()
	switch {
	case r >= 0xF020 && r <= 0xF0FF: // a sign of a symbol font, of which bullets are made
		return
	case r >= 0xD800 && r < 0xDC00:
		d.high = r
		return
	case utf16.IsSurrogate(r):
		r = utf16.DecodeRune(d.high, r)
	}
	d.high = 0
	if !utf8.ValidRune(r) || r == 0 {
		r = utf8.RuneError
	}
	d.put(utf8.AppendRune(nil, r))
}

// replaced passes over the characters that stand for old readers.
func (d *rtf) replaced() {
	for left := d.look.unit; left > 0; left-- {
		at := d.lex.i
		switch d.lex.next() {
		case rtfText:
			d.lex.i = at + 1
			for at < len(d.lex.s) && (d.lex.s[at] == '\r' || d.lex.s[at] == '\n' || d.lex.s[at] == 0) {
				at++
				d.lex.i = at + 1
			}
		case rtfByte:
		case rtfWord:
			if name := string(d.lex.name); name == "u" || name == "par" {
				d.lex.i = at
				return
			}
		default:
			d.lex.i = at
			return
		}
	}
}

// pageEncoding is the encoding of a code page, "" if it is unknown.
func pageEncoding(n int) string {
	switch {
	case n >= 1250 && n <= 1258:
		return "windows-" + strconv.Itoa(n)
	case n == 874:
		return "windows-874"
	}
	return map[int]string{437: "cp437", 850: "cp850", 866: "ibm866", 932: "shift_jis", 936: "gbk", 949: "euc-kr", 950: "big5", 10000: "macintosh", 10007: "x-mac-cyrillic",
		20866: "koi8-r", 28592: "iso-8859-2", 28595: "iso-8859-5", 54936: "gb18030", 65001: "utf-8"}[n]
}

// fontEncodings are the encodings of fonts by \fcharset; those that are not here are the document's.
var fontEncodings = map[int]string{77: "macintosh", 128: "shift_jis", 129: "euc-kr", 134: "gbk", 136: "big5", 161: "windows-1253", 162: "windows-1254", 163: "windows-1258",
	177: "windows-1255", 178: "windows-1256", 186: "windows-1257", 204: "windows-1251", 222: "windows-874", 238: "windows-1250", 254: "cp437"}

// decodeRTF gives bytes of text as UTF-8.
func decodeRTF(s []byte, name string) []byte {
	ascii := true
	for _, c := range s {
		ascii = ascii && c < 0x80
	}
	if ascii {
		return s
	}
	var e encoding.Encoding
	switch name {
	case "cp437":
		e = charmap.CodePage437
	case "cp850":
		e = charmap.CodePage850
	default:
		e, _ = charset.Lookup(name)
	}
	if e == nil {
		e = charmap.Windows1252
	}
	out, err := e.NewDecoder().Bytes(s)
	if err != nil {
		return []byte(strings.ToValidUTF8(string(s), "\uFFFD"))
	}
	return validUTF8(out)
}
