package text

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// ErrBinary says that the bytes are no text: they hold NUL bytes that are no part of UTF-16 or UTF-32 with its mark.
var ErrBinary = errors.New("it is a binary file: it holds NUL bytes, and is not UTF-16 or UTF-32 with its mark; save it as text, or name its format")

// ErrEmpty says that there is nothing to read.
var ErrEmpty = errors.New("it is empty: there is nothing to read")

// decode gives the bytes of a file as UTF-8. offs is nil where they are UTF-8 already; otherwise offs[i] is the offset in raw of
// the character that byte i belongs to, with one more entry for the end. Stray bytes that are not UTF-8 are read as
// Windows-1252 where that gives a letter or a typographer's mark, else as U+FFFD; notice says so.
func decode(raw []byte) (out []byte, offs []int32, encoding, notice string, err error) {
	switch {
	case bytes.HasPrefix(raw, []byte{0xFF, 0xFE, 0, 0}): // before UTF-16, whose mark begins it; no text begins with NUL
		out, offs = fromUTF32(raw, binary.LittleEndian)
		return out, offs, "utf-32le", "", nil
	case bytes.HasPrefix(raw, []byte{0, 0, 0xFE, 0xFF}):
		out, offs = fromUTF32(raw, binary.BigEndian)
		return out, offs, "utf-32be", "", nil
	case bytes.HasPrefix(raw, []byte{0xFF, 0xFE}):
		out, offs = fromUTF16(raw, false)
		return out, offs, "utf-16le", "", nil
	case bytes.HasPrefix(raw, []byte{0xFE, 0xFF}):
		out, offs = fromUTF16(raw, true)
		return out, offs, "utf-16be", "", nil
	case bytes.IndexByte(raw, 0) >= 0:
		return nil, nil, "", "", ErrBinary
	case utf8.Valid(raw):
		return raw, nil, "utf-8", "", nil
	}
	out, offs, bad, lost := fromMixed(raw)
	why := fmt.Sprintf("%d bytes are not UTF-8", bad)
	if lost > 0 {
		why += fmt.Sprintf(", %d of them no letter that Windows-1252 has", lost)
	}
	return out, offs, "windows-1252", guessed(why, "windows-1252"), nil
}

func fromUTF16(raw []byte, big bool) (out []byte, offs []int32) {
	unit := func(i int) rune {
		if i+1 >= len(raw) {
			return unicode.ReplacementChar
		}
		if big {
			return rune(raw[i])<<8 | rune(raw[i+1])
		}
		return rune(raw[i+1])<<8 | rune(raw[i])
	}
	out, offs = make([]byte, 0, len(raw)), make([]int32, 0, len(raw)+1)
	for i := 2; i < len(raw); {
		r, size := unit(i), 2
		if utf16.IsSurrogate(r) {
			if c := utf16.DecodeRune(r, unit(i+2)); c != unicode.ReplacementChar {
				r, size = c, 4
			} else {
				r = unicode.ReplacementChar
			}
		}
		out, offs = appendRune(out, offs, r, i)
		i += size
	}
	return out, append(offs, int32(len(raw)))
}

func fromUTF32(raw []byte, order binary.ByteOrder) (out []byte, offs []int32) {
	const unit = 4
	out, offs = make([]byte, 0, len(raw)/2), make([]int32, 0, len(raw)/2)
	for i := unit; i < len(raw); i += unit {
		r := rune(unicode.ReplacementChar) // also of a character that the end of the file cuts
		if i+unit <= len(raw) {
			if c := order.Uint32(raw[i:]); c <= unicode.MaxRune && !utf16.IsSurrogate(rune(c)) {
				r = rune(c)
			}
		}
		out, offs = appendRune(out, offs, r, i)
	}
	return out, append(offs, int32(len(raw)))
}

// fromMixed reads text that is UTF-8 in part or not at all. bad counts the bytes that were not, lost those that gave nothing.
func fromMixed(raw []byte) (out []byte, offs []int32, bad, lost int) {
	out, offs = make([]byte, 0, len(raw)+len(raw)/8), make([]int32, 0, len(raw)+len(raw)/8)
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && size == 1 {
			bad++
			r = charmap.Windows1252.DecodeByte(raw[i])
			if !unicode.IsLetter(r) && !unicode.IsPunct(r) && !unicode.IsSymbol(r) && r != '\u00A0' && r != '\u00AD' {
				r = unicode.ReplacementChar
				lost++
			}
		}
		out, offs = appendRune(out, offs, r, i)
		i += size
	}
	return out, append(offs, int32(len(raw))), bad, lost
}

func appendRune(out []byte, offs []int32, r rune, at int) ([]byte, []int32) {
	if r >= 0 && r < utf8.RuneSelf {
		return append(out, byte(r)), append(offs, int32(at))
	}
	n := len(out)
	out = utf8.AppendRune(out, r)
	for range len(out) - n {
		offs = append(offs, int32(at))
	}
	return out, offs
}

// lineStarts are the offsets in raw where lines begin; a line ends at LF, CR LF or CR. For UTF-16 and UTF-32 the decoded text says where.
func lineStarts(out []byte, offs []int32) []int {
	at := func(i int) int {
		if offs == nil {
			return i
		}
		return int(offs[i])
	}
	lines := make([]int, 1, 2+max(bytes.Count(out, []byte{'\n'}), bytes.Count(out, []byte{'\r'})))
	for i, lf, cr := 0, -1, -1; ; { // lf and cr are the next of each at or behind i: no byte is sought twice
		lf, cr = nextByte(out, '\n', i, lf), nextByte(out, '\r', i, cr)
		end := min(lf, cr)
		switch {
		case end == len(out):
			return lines
		case lf == cr+1 && lf < len(out):
			end = lf
		}
		i = end + 1
		lines = append(lines, at(i))
	}
}

// nextByte is where c stands at or behind i, len(b) if nowhere. before is what it was for an earlier i, -1 at first.
func nextByte(b []byte, c byte, i, before int) int {
	if before >= i {
		return before
	}
	if k := bytes.IndexByte(b[i:], c); k >= 0 {
		return i + k
	}
	return len(b)
}
