package outlets

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"runtime"
	"strings"
	"sync"
)

// form says which of an outlet's names a key comes from, from the surest to the least.
type form uint8

const (
	formName form = iota
	formNative
	formAlias
	formAbbreviation
	formDomain
	formVariant // another spelling of a name: oe for ö
)

// posting says that a key leads to an entry, and by which of its names: the nth of its form.
type posting struct {
	entry int32
	next  int32 // next posting of the same key, -1 at the end
	nth   uint16
	form  form
	flags flags
}

// flags are the marks of a posting.
type flags uint8

const (
	short  flags = 1 << iota // the key is the short one of the name
	shared                   // as Alias.Shared
	word                     // as Alias.Word
)

// text is the name that a posting comes from.
func (p *posting) text(o *Outlet) string {
	switch p.form {
	case formNative:
		return o.Native
	case formAlias:
		return o.Aliases[p.nth].Text
	case formAbbreviation:
		return o.Abbreviations[p.nth].Text
	case formDomain:
		return o.Domains[p.nth]
	}
	return o.Name
}

// keyed is one key of the index: where its bytes lie, its postings, and the entries that it leads to, each once.
type keyed struct {
	hash  uint32
	off   uint32
	first int32
	last  int32
	outs  uint32
	n     uint16
	len   uint8
}

// index is a hash table from keys to postings. Keys lie in one slab, the table is open-addressed; a registry of some thousand
// outlets costs a dozen allocations.
type index struct {
	bytes    []byte
	keys     []keyed
	table    []int32 // index into keys plus one, 0 for none
	mask     uint64
	postings []posting
	outs     []*Outlet
	starts   []uint8 // by hash of a first token: the most tokens that a name with that start has, 0 if there is none
	small    smallHeads
	heads    hashSet // of first tokens, and of whole keys; of the words that tokens are not spelled like
	whole    hashSet // of keys
	openings hashSet // of the first opening bytes of the keys that are no shorter
}

// opening is how many bytes of a key tell that no name begins so.
const opening = 8

// A hashSet says for a hash that it is in no set of some ten thousand, or may be: in 64 KB, where a table of keys takes a hundred times that.
type hashSet []uint64

const hashSetBits = 19

func newHashSet() hashSet { return make(hashSet, 1<<hashSetBits/64) }

func (s hashSet) put(h uint64) { s[h&(1<<hashSetBits-1)>>6] |= 1 << (h & 63) }

func (s hashSet) has(h uint64) bool { return s[h&(1<<hashSetBits-1)>>6]&(1<<(h&63)) != 0 }

// startBits is the size of the table of first tokens: 32 KB, so that some thousand tokens seldom fall together.
const startBits = 15

// fill makes the index. Folding, most of the work, is done side by side for stretches of the entries; keys are then put in one
// after the other, so that the index does not depend on how many stretches there were.
func (x *index) fill(entries []Outlet) {
	batches := make([]batch, stretches(len(entries)))
	var wait sync.WaitGroup
	for i := range batches {
		from, to := i*len(entries)/len(batches), (i+1)*len(entries)/len(batches)
		wait.Go(func() { batches[i].fill(entries, from, to) })
	}
	wait.Wait()
	total, room := 0, 0
	for i := range batches {
		total += len(batches[i].items)
		room += len(batches[i].bytes)
	}
	x.grow(total, room)
	x.starts = make([]uint8, 1<<startBits)
	x.heads, x.openings = newHashSet(), newHashSet()
	for _, w := range respelled {
		x.heads.put(hash([]byte(w)))
	}
	for i := range batches {
		b := &batches[i]
		for j, bits := range b.heads {
			x.heads[j] |= bits
		}
		for j := range b.items {
			it := &b.items[j]
			key := b.bytes[it.off : it.off+uint32(it.len)]
			if it.form != formDomain || bytes.IndexByte(key, '.') < 0 { // what is folded has no dot, so that no text begins with a host
				x.heads.put(uint64(it.hash))
				if it.len >= opening {
					x.openings.put(hash(key[:opening]))
				}
			}
			x.add(key, it.hash, it.posting)
		}
		for j, n := range b.starts {
			x.starts[j] = max(x.starts[j], n)
		}
		for j, bits := range b.small {
			x.small[j] |= bits
		}
	}
	x.group(entries)
}

// grow makes room for so many keys of so many bytes in all.
func (x *index) grow(keys, bytes int) {
	size := 1
	for size < keys+keys/2 {
		size *= 2
	}
	x.table, x.mask = make([]int32, size), uint64(size-1)
	x.whole = newHashSet()
	x.keys = make([]keyed, 0, keys)
	x.postings = make([]posting, 0, keys)
	x.bytes = make([]byte, 0, bytes)
}

// stretches is in how many parts n entries are worked on at a time.
func stretches(n int) int { return max(1, min(4, runtime.GOMAXPROCS(0), n/1000)) }

// batch is the keys of a stretch of entries.
type batch struct {
	bytes  []byte
	items  []item
	heads  hashSet // of first tokens
	starts [1 << startBits]uint8
	small  smallHeads
}

// item is one key of a batch: bytes[off:off+len].
type item struct {
	hash uint32
	off  uint32
	len  uint8
	posting
}

func (b *batch) fill(entries []Outlet, from, to int) {
	names := 0
	for i := from; i < to; i++ {
		o := &entries[i]
		names += 2 + len(o.Aliases) + len(o.Abbreviations) + len(o.Domains)
	}
	b.items = make([]item, 0, names+names/4)
	b.bytes = make([]byte, 0, 18*names)
	b.heads = newHashSet()
	for i := from; i < to; i++ {
		b.entry(int32(i), &entries[i])
	}
}

// entry adds all names of one entry.
func (b *batch) entry(i int32, o *Outlet) {
	b.name(o.Name, posting{entry: i, form: formName})
	if o.Native != "" {
		b.name(o.Native, posting{entry: i, form: formNative})
	}
	for n, a := range o.Abbreviations {
		b.name(a.Text, posting{entry: i, nth: uint16(n), form: formAbbreviation, flags: a.flags()})
	}
	for n, a := range o.Aliases {
		b.name(a.Text, posting{entry: i, nth: uint16(n), form: formAlias, flags: a.flags()})
	}
	for n, d := range o.Domains {
		if strings.IndexByte(d, '.') < 0 {
			b.small.put(d)
		}
		var room [keySize]byte
		b.add(room[:copy(room[:], d)], posting{entry: i, nth: uint16(n), form: formDomain})
	}
}

func (a Alias) flags() (f flags) {
	if a.Shared {
		f |= shared
	}
	if a.Word {
		f |= word
	}
	return f
}

// name adds the full and the short key of a name, and its spelling without umlauts.
func (b *batch) name(text string, p posting) {
	var f folder
	f.all(text)
	c := f.cut()
	if f.n == 0 {
		return
	}
	b.small.put(text)
	b.note(f.key[:f.marks[0]], f.tokens)
	if c.from > 0 && f.tokens > 1 {
		b.note(f.key[f.marks[0]:f.marks[1]], f.tokens-1)
	}
	if head := camel(text); head > 0 {
		var room [keySize]byte
		b.note(AppendFold(room[:0], text[:head]), f.tokens+2)
	}
	b.add(f.bytes(), p)
	if c.short(f.n) {
		p.flags |= short
		b.add(f.key[c.from:c.to], p)
	}
	if f.umlaut {
		var room [keySize]byte
		p.form = formVariant
		b.add(AppendFold(room[:0], typewriter.Replace(text)), p)
	}
}

func (b *batch) add(key []byte, p posting) {
	off := len(b.bytes)
	b.bytes = append(b.bytes, key...)
	b.items = append(b.items, item{uint32(hash(key)), uint32(off), uint8(len(key)), p})
}

// note remembers how many tokens a name has that starts with a token.
func (b *batch) note(token []byte, tokens int) {
	h := hash(token)
	b.heads.put(h)
	at := h & (1<<startBits - 1)
	b.starts[at] = max(b.starts[at], uint8(min(tokens, maxTokens)))
}

// camel returns where the second capital of a first word such as "BalkanWeb" stands, 0 if there is none.
func camel(s string) int {
	for i := 2; i < len(s) && s[i] > ' ' && s[i] < 0x80; i++ {
		if s[i] >= 'A' && s[i] <= 'Z' && s[i-1] >= 'a' && s[i-1] <= 'z' || s[i] >= '0' && s[i] <= '9' && s[i-1] >= 'a' {
			return i
		}
	}
	return 0
}

func (x *index) add(key []byte, h uint32, p posting) {
	slot := uint64(h) & x.mask
	for ; x.table[slot] != 0; slot = (slot + 1) & x.mask {
		k := &x.keys[x.table[slot]-1]
		if k.hash == h && string(x.key(k)) == string(key) {
			x.link(k, p)
			return
		}
	}
	p.next = -1
	x.whole.put(uint64(h))
	x.keys = append(x.keys, keyed{hash: h, off: uint32(len(x.bytes)), len: uint8(len(key)), first: int32(len(x.postings)), last: int32(len(x.postings))})
	x.bytes = append(x.bytes, key...)
	x.postings = append(x.postings, p)
	x.table[slot] = int32(len(x.keys))
}

// link puts a posting behind the others of its key, or adds its marks to the one that the entry has already.
func (x *index) link(k *keyed, p posting) {
	if q := &x.postings[k.last]; q.entry == p.entry && (q.form <= formNative || q.form == p.form) { // entries are added one after the other
		q.flags = q.flags&p.flags&short | (q.flags|p.flags)&(shared|word)
		return
	}
	p.next = -1
	x.postings = append(x.postings, p)
	at := int32(len(x.postings) - 1)
	x.postings[k.last].next = at
	k.last = at
}

// group lays the entries that each key leads to side by side.
func (x *index) group(entries []Outlet) {
	x.outs = make([]*Outlet, 0, len(x.postings))
	for i := range x.keys {
		k := &x.keys[i]
		k.outs = uint32(len(x.outs))
		for p := k.first; p >= 0; p = x.postings[p].next {
			o := &entries[x.postings[p].entry]
			if n := len(x.outs); n == int(k.outs) || x.outs[n-1] != o {
				x.outs = append(x.outs, o)
			}
		}
		k.n = uint16(uint32(len(x.outs)) - k.outs)
	}
}

// key returns the bytes of a key.
func (x *index) key(k *keyed) []byte { return x.bytes[k.off : k.off+uint32(k.len)] }

// find returns the key's record, nil if the registry does not have it.
func (x *index) find(key []byte) *keyed { return x.findHash(key, hash(key)) }

// findHash is find for a key whose hash is known.
func (x *index) findHash(key []byte, of uint64) *keyed {
	if !x.whole.has(of) { // mostly
		return nil
	}
	h := uint32(of)
	for slot := uint64(h) & x.mask; x.table[slot] != 0; slot = (slot + 1) & x.mask {
		k := &x.keys[x.table[slot]-1]
		if k.hash == h && string(x.key(k)) == string(key) {
			return k
		}
	}
	return nil
}

// of returns the entries that a key leads to, by id.
func (x *index) of(k *keyed) []*Outlet { end := k.outs + uint32(k.n); return x.outs[k.outs:end:end] }

// hash is a hash of a key or a token: eight bytes at a time are stirred in, the first one lowest, and then what is left of them.
func hash(b []byte) uint64 {
	h := hashSeed
	for ; len(b) >= 8; b = b[8:] {
		h = stir(h, binary.LittleEndian.Uint64(b))
	}
	last := uint64(0)
	switch n := len(b); { // bytes that are read twice fall on themselves
	case n >= 4:
		last = uint64(binary.LittleEndian.Uint32(b)) | uint64(binary.LittleEndian.Uint32(b[n-4:]))<<(8*(n-4))
	case n > 0:
		last = uint64(b[0]) | uint64(b[n/2])<<(8*(n/2)) | uint64(b[n-1])<<(8*(n-1))
	}
	return stir(h, last)
}

const hashSeed = uint64(0x9E3779B97F4A7C15)

// stir takes eight bytes into a hash; the upper half of the product carries each of their bits to all of the result.
func stir(h, eight uint64) uint64 {
	hi, lo := bits.Mul64(h^eight, 0xC2B2AE3D27D4EB4F)
	return hi ^ lo ^ hashSeed
}

// typewriter writes ä, ö, ü, å as typewriters do.
var typewriter = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "å", "aa", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "Å", "Aa")
