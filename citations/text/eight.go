package text

import "encoding/binary"

// Most bytes of a text are ones that a loop only passes over. Eight of them are looked at in one number, of which each byte answers with its highest bit.

const (
	ones  = 0x0101010101010101
	highs = 0x8080808080808080
)

// eightAt are the eight bytes of s from byte i on, the first one lowest.
func eightAt(s []byte, i int) uint64 { return binary.LittleEndian.Uint64(s[i:]) }

// equalTo has the highest bit of each byte of w that is c, up to and with the lowest that is; above it there may be others.
func equalTo(w uint64, c byte) uint64 {
	w ^= uint64(c) * ones
	return (w - ones) &^ w
}

// between has the highest bit of each byte of w, which are ASCII, that lies between the two, both included.
func between(w uint64, low, high byte) uint64 {
	return (w + uint64(0x80-low)*ones) &^ (w + uint64(0x7F-high)*ones)
}

// mayEnd marks, of the eight bytes from i on, those that plainTo has to stop at, and now and then another. There are nine bytes or more.
func mayEnd(s []byte, i int) uint64 {
	w, next := eightAt(s, i), eightAt(s, i+1)
	const either = '<' ^ '\\' // "|" has these bits, too
	m := equalTo(w&^(either*ones), '<'&^either) | equalTo(w, '&') | equalTo(w, '*') | equalTo(w, '_') | equalTo(w, '\t')
	if w&highs != 0 {
		m |= equalTo(w&^((0xC2^0xE2)*ones), 0xC2) | equalTo(w, 0xE1) | equalTo(w, 0xEF)
	}
	return (m | equalTo(w, ' ')&(equalTo(next, ' ')|equalTo(next, '\t'))) & highs
}

// hyphened has a bit for each of the eight bytes from i on that hyphenedBytes marks, the first one lowest.
func hyphened(s []byte, i int) uint64 {
	w := eightAt(s, i)
	low := w &^ highs
	m := (w | between(low|0x20*ones, 'a', 'z') | between(low, '0', '9') | between(low, '-', '-')) & highs
	return m >> 7 * 0x0102040810204080 >> 56
}
