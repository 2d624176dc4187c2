package outlets

import "unicode/utf8"

// smallHeads is a set of first words of the names that are printed with a small letter, by their hashes: a word that is not in it begins none of them.
type smallHeads [1 << 10]uint64

const smallBits = 1<<16 - 1

// put adds the first word of a name, if it is of that kind.
func (s *smallHeads) put(name string) {
	if h, _ := headHash(name, 0); name != "" && isSmall(name[0]) {
		s[h&smallBits>>6] |= 1 << (h & 63)
	}
}

func (s *smallHeads) has(h uint64) bool { return s[h&smallBits>>6]&(1<<(h&63)) != 0 }

// MayBegin reports whether a known name may begin at byte i of text, where a word starts; where it says no, LongestAt does. It looks at the first word
// only, which has to be that of a name, or, in small letters, an article before a capital.
func (r *Registry) MayBegin(text string, i int) bool {
	h, end := headHash(text, i)
	switch {
	case end == i || end < len(text) && (text[end] >= utf8.RuneSelf || lower[text[end]] == 1):
		return true // more than letters of ASCII
	case isSmall(text[i]):
		return r.index.small.has(h) || inner(text[i:])
	}
	return r.index.heads.has(h)
}

// headHash is hash of the letters and digits of ASCII from byte i on, in lower case, and where they end.
func headHash(s string, i int) (h uint64, end int) {
	h = hashSeed
	eight, n := uint64(0), 0
	for ; i < len(s) && s[i] < utf8.RuneSelf && lower[s[i]] > 1; i++ {
		eight |= uint64(lower[s[i]]) << (8 * n)
		if n++; n == 8 {
			h = stir(h, eight)
			eight, n = 0, 0
		}
	}
	return stir(h, eight), i
}

func isSmall(c byte) bool { return c >= 'a' && c <= 'z' }
