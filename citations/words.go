package citations

// wordChar reports whether the byte at i belongs to a word. Of the characters beyond ASCII all do but blanks, punctuation and superscripts.
func wordChar(s string, i int) bool {
	c := s[i]
	if c < 0x80 {
		return alnum(c)
	}
	return wideWordChar(s, i)
}

// wideWordChar is wordChar for a byte of a character beyond ASCII.
func wideWordChar(s string, i int) bool {
	c := s[i]
	for k := 0; c&0xC0 == 0x80 && i > 0 && k < 3; k++ {
		i--
		c = s[i]
	}
	switch {
	case c == 0xC2 && i+1 < len(s): // U+0080 to U+00BF: ª, µ and º are letters
		return s[i+1] == 0xAA || s[i+1] == 0xB5 || s[i+1] == 0xBA
	case c == 0xE2 && i+1 < len(s):
		return s[i+1] > 0x82
	case c == 0xE3 && i+1 < len(s) && s[i+1] == 0x80, c == 0xEF && i+1 < len(s) && s[i+1] == 0xBC: // CJK and full-width punctuation
		return false
	}
	return true
}
