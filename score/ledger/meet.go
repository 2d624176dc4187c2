package ledger

import "slices"

// pair is two claims that meet in a band: the one that is asked about in the upper half, the other in the lower, as indices into
// signed.spots.
type pair uint64

func (p pair) asked() int { return int(p >> 32) }
func (p pair) other() int { return int(uint32(p)) }

// meeting finds the claims that meet some claims in a band. It goes through each band's column once and sorts what may meet by its
// hash, so that memory is read in order and a claim costs the same in a ledger of any size.
type meeting struct {
	*signed
	asked   []bool // parallel to spots
	all     bool   // so many are asked about that each claim may meet one
	crowded [bands]map[uint32]bool
	bits    []uint64 // the filter, used again for each band
	pairs   []pair
	skipped int // bands of claims asked about in which too many meet
}

// meet gives each pair once, in order. n is how many are asked about.
func (s *signed) meet(n int, asked []bool) (pairs []pair, skipped int) {
	m := meeting{signed: s, asked: asked, all: 2*n > len(asked)}
	var keys, spare []uint64
	for b := range s.bands {
		keys = m.candidates(b, keys[:0])
		keys, spare = sortByHash(keys, spare)
		m.groups(b, keys)
	}
	slices.Sort(m.pairs)
	return m.pairs, m.skipped
}

// sieve is how many bits the filter before the sort has: it fits into a core's own cache.
const sieve = 1 << 20

// candidates lists the claims of a band whose hash may be that of one asked about: hash in the upper half, index in the lower.
func (m *meeting) candidates(b int, keys []uint64) []uint64 {
	if m.all {
		for i, hash := range m.bands[b] {
			keys = append(keys, uint64(hash)<<32|uint64(i))
		}
		return keys
	}
	if m.bits == nil {
		m.bits = make([]uint64, sieve/64)
	}
	bits := m.bits
	clear(bits)
	for i, hash := range m.bands[b] {
		if m.asked[i] {
			bits[hash%sieve/64] |= 1 << (hash % 64)
		}
	}
	for i, hash := range m.bands[b] {
		if bits[hash%sieve/64]&(1<<(hash%64)) != 0 {
			keys = append(keys, uint64(hash)<<32|uint64(i))
		}
	}
	return keys
}

// sortByHash sorts by the upper half, equal ones as they were: three counting passes of 11 bits (D. Knuth, The Art of Computer
// Programming, 5.2.5). spare is memory to use again; the two may change places.
func sortByHash(keys, spare []uint64) (sorted, rest []uint64) {
	const digit = 11
	spare = slices.Grow(spare[:0], len(keys))[:len(keys)]
	for shift := 32; shift < 64; shift += digit {
		var at [1 << digit]int
		for _, k := range keys {
			at[k>>shift%(1<<digit)]++
		}
		sum := 0
		for d, n := range at {
			at[d] = sum
			sum += n
		}
		for _, k := range keys {
			d := k >> shift % (1 << digit)
			spare[at[d]] = k
			at[d]++
		}
		keys, spare = spare, keys
	}
	return keys, spare
}

// groups looks at the runs of claims with one hash.
func (m *meeting) groups(b int, keys []uint64) {
	for len(keys) > 0 {
		n := 1
		for n < len(keys) && keys[n]>>32 == keys[0]>>32 {
			n++
		}
		if n > 1 {
			m.group(b, keys[:n])
		}
		keys = keys[n:]
	}
}

// group pairs the claims of a run, or leaves them where they are too many.
func (m *meeting) group(b int, keys []uint64) {
	crowd := len(keys) > maxBucket
	if crowd {
		if m.crowded[b] == nil {
			m.crowded[b] = map[uint32]bool{}
		}
		m.crowded[b][uint32(keys[0]>>32)] = true
	}
	for _, k := range keys {
		i := int(uint32(k))
		switch {
		case !m.asked[i]:
		case crowd:
			m.skipped++
		default:
			m.pair(b, i, keys)
		}
	}
}

// pair pairs one claim with the others of its run that are another document's and have not met it in an earlier band.
func (m *meeting) pair(b, i int, keys []uint64) {
	for _, k := range keys {
		o := int(uint32(k))
		if m.spots[o].rev != m.spots[i].rev && !m.met(b, i, o) {
			m.pairs = append(m.pairs, pair(i)<<32|pair(o))
		}
	}
}

// met reports whether two claims were paired in a band before b.
func (m *meeting) met(b, i, o int) bool {
	for c := range b {
		if hash := m.bands[c][i]; hash == m.bands[c][o] && !m.crowded[c][hash] {
			return true
		}
	}
	return false
}
