package page

import (
	"unicode/utf8"
)

// inline folds the blanks of pieces of text as they are joined. What only sets text apart on a screen is left out.
type inline struct {
	buf []byte
	gap bool
}

func (w *inline) len() int { return len(w.buf) }

// text adds a piece.
func (w *inline) text(s string) {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c <= ' ' || c == 0x7f {
				w.gap = true
			} else {
				w.blank()
				w.buf = append(w.buf, c)
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch r {
		case 0xA0, 0x2003, 0x2002, 0x2009, 0x200A, 0x202F, 0x3000, 0x2028, 0x2029, 0x85:
			w.gap = true
		case 0xAD, 0x200B, 0xFEFF, 0x2060, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E:
		case utf8.RuneError:
			w.blank()
			w.buf = append(w.buf, "\uFFFD"...)
		default:
			w.blank()
			w.buf = append(w.buf, s[i:i+n]...)
		}
		i += n
	}
}

func (w *inline) blank() {
	if w.gap && len(w.buf) > 0 {
		w.buf = append(w.buf, ' ')
	}
	w.gap = false
}

// take gives what was joined, and begins anew.
func (w *inline) take() string {
	s := string(w.buf)
	w.buf, w.gap = w.buf[:0], false
	return s
}

// fold is s with its blanks folded.
func fold(s string) string {
	var w inline
	w.text(s)
	return w.take()
}

// cut is s up to about n bytes, at a character's and if possible at a word's end.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	for k := n; k > n-24 && k > 0; k-- {
		if s[k] == ' ' {
			return s[:k]
		}
	}
	return s[:n]
}
