package outlets

import "unicode/utf8"

// smallHeads is a set of first words of the names that are printed with a small letter, by their hashes: a word that is not in it begins none of them.
type smallHeads [1 << 10]uint64

const smallBits = 1<<16 - 1

// put adds the first word of a name, if it is of that kind.
func (s *smallHeads) put(name string) {
	if name != "" && isSmall(name[0]) {
		h, _ := headHash(name, 0)
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
	end = i
	for end < len(s) && lower[s[end]] > 1 {
		end++
	}
	const small = 0x2020202020202020 // makes letters small and leaves digits
	h = hashSeed
	for ; end-i >= 8; i += 8 {
		h = stir(h, eight(s[i:])|small)
	}
	if i+8 <= len(s) {
		return stir(h, (eight(s[i:])|small)&(1<<(8*(end-i))-1)), end
	}
	last := uint64(0)
	for k := range end - i {
		last |= uint64(lower[s[i+k]]) << (8 * k)
	}
	return stir(h, last), end
}

// eight are the first eight bytes of s as a number, the first one lowest.
func eight(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

func isSmall(c byte) bool { return c >= 'a' && c <= 'z' }
