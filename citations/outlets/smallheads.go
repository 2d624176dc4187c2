package outlets

import "unicode/utf8"

// smallHeads is a set of first words of the names that are printed with a small letter, by their hashes: a word that is not in it begins none of them.
type smallHeads [1 << 10]uint64

const smallBits = 1<<16 - 1

// put adds the first word of a name, if it is of that kind.
func (s *smallHeads) put(name string) {
	if h, _ := smallHead(name, 0); name != "" && isSmall(name[0]) {
		s[h&smallBits>>6] |= 1 << (h & 63)
	}
}

// mayBegin reports whether a name may begin at byte i of text, where a word starts: always if that word has a capital, or a name may have one behind an
// article in small letters.
func (s *smallHeads) mayBegin(text string, i int) bool {
	if !isSmall(text[i]) {
		return true
	}
	h, end := smallHead(text, i)
	return s[h&smallBits>>6]&(1<<(h&63)) != 0 || end < len(text) && (text[end] >= utf8.RuneSelf || lower[text[end]] == 1) || inner(text[i:])
}

// smallHead is the hash of the letters and digits of ASCII from byte i on, and where they end.
func smallHead(s string, i int) (h uint64, end int) {
	h = 14695981039346656037
	for ; i < len(s) && s[i] < utf8.RuneSelf && lower[s[i]] > 1; i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h ^ h>>32, i
}

func isSmall(c byte) bool { return c >= 'a' && c <= 'z' }
