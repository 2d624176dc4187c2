package pdf

import (
	"bytes"
	"errors"
)

// ErrNotPDF says that the bytes are no PDF file.
var ErrNotPDF = errors.New("it is no PDF file: no %PDF stands at its start")

// errNoPages says that no page could be found, also after a search through the whole file.
var errNoPages = errors.New("it is damaged: no page can be found in it; open it in a PDF viewer and save it again, or fetch it anew")

// file looks up the objects of a PDF file. A cross-reference table that does not lead where it should is made anew from the
// objects that the file holds.
type file struct {
	*budget
	raw      []byte
	at       map[int]place
	trailer  dict
	cache    map[int]any
	packs    map[int]*pack
	open     map[int]bool // being looked up
	crypt    *crypt
	repaired bool
}

// place is where an object lies: at a byte of the file, or as entry index of the object stream pack.
type place struct{ off, pack, index int }

// pack is an object stream, unpacked.
type pack struct {
	data  []byte
	first int
	nums  []int // numbers and offsets by turns
}

func openFile(raw []byte, b *budget) (*file, error) {
	if !Looks(raw) {
		return nil, ErrNotPDF
	}
	f := &file{budget: b, raw: raw, trailer: dict{}}
	f.reset()
	if !f.readTables() || len(f.catalog()) == 0 || f.dict(f.catalog()["Pages"]) == nil {
		f.repair()
	}
	return f, f.unlock()
}

// Looks reports whether bytes begin as a PDF file does; some writers put a few bytes of their own before it.
func Looks(head []byte) bool { return bytes.Contains(head[:min(len(head), 1024)], []byte("%PDF-")) }

func (f *file) reset() {
	f.at, f.cache, f.packs, f.open = map[int]place{}, map[int]any{}, map[int]*pack{}, map[int]bool{}
}

func (f *file) catalog() dict { return f.dict(f.trailer["Root"]) }

// resolve follows a reference to its object; other objects are given as they are.
func (f *file) resolve(o any) any {
	for range 16 {
		r, ok := o.(ref)
		if !ok {
			return o
		}
		o = f.object(r.num)
	}
	return nil
}

func (f *file) dict(o any) dict {
	switch x := f.resolve(o).(type) {
	case dict:
		return x
	case *stream:
		return x.dict
	}
	return nil
}

func (f *file) stream(o any) *stream {
	s, _ := f.resolve(o).(*stream)
	return s
}

func (f *file) array(o any) array {
	a, _ := f.resolve(o).(array)
	return a
}

// list is an array, or the one object that stands in place of an array.
func (f *file) list(o any) array {
	o = f.resolve(o)
	if a, ok := o.(array); ok {
		return a
	}
	if o == nil {
		return nil
	}
	return array{o}
}

// first is the value of the first of the keys that d has.
func (f *file) first(d dict, keys ...name) any {
	for _, k := range keys {
		if v, ok := d[k]; ok {
			return v
		}
	}
	return nil
}

// cachedAtMost bounds how many objects are kept.
const cachedAtMost = 200_000

// object looks up the object with a number; nil if there is none or it is being looked up already.
func (f *file) object(num int) any {
	if o, ok := f.cache[num]; ok {
		return o
	}
	p, ok := f.at[num]
	if !ok || f.open[num] || len(f.open) > 500 {
		return nil
	}
	f.tick()
	f.open[num] = true
	defer delete(f.open, num)
	var o any
	if p.pack > 0 {
		o, ok = f.packed(p, num)
	} else {
		o, ok = f.objectAt(p.off, num)
	}
	if !ok && f.repair() {
		delete(f.open, num)
		return f.object(num)
	}
	if len(f.cache) < cachedAtMost {
		f.cache[num] = o
	}
	return o
}

// objectAt reads "num gen obj …" at an offset. ok is false if anything else stands there.
func (f *file) objectAt(off, num int) (o any, ok bool) {
	if off < 0 || off >= len(f.raw) {
		return nil, false
	}
	l := lexer{s: f.raw, pos: off}
	n, _ := l.next()
	gen, _ := l.next()
	if k, _ := l.next(); k != keyword("obj") || n != num {
		return nil, false
	}
	id := ref{num, integer(gen)}
	o, _ = l.next()
	switch x := o.(type) {
	case int: // may be the first half of a reference, which is no object by itself
		return x, true
	case keyword:
		return nil, true
	case dict:
		if f.crypt != nil {
			f.crypt.strings(x, id)
		}
		return f.withData(x, &l, id), true
	case array, str:
		if f.crypt != nil {
			return f.crypt.strings(o, id), true
		}
	}
	return o, true
}

// withData makes a stream of a dictionary if one follows it.
func (f *file) withData(d dict, l *lexer, id ref) any {
	l.skip()
	if !bytes.HasPrefix(f.raw[l.pos:], []byte("stream")) {
		return d
	}
	from := l.pos + len("stream")
	if from < len(f.raw) && f.raw[from] == '\r' {
		from++
	}
	if from < len(f.raw) && f.raw[from] == '\n' {
		from++
	}
	s := &stream{dict: d, id: id}
	if n, ok := f.resolve(d["Length"]).(int); ok && n >= 0 && from+n <= len(f.raw) && endstream(f.raw[from+n:]) {
		s.data = f.raw[from : from+n]
		return s
	}
	rest := f.raw[min(from, len(f.raw)):]
	k := bytes.Index(rest, []byte("endstream"))
	if k < 0 {
		k = len(rest)
		s.cut = true
		if e := bytes.Index(rest, []byte("\nendobj")); e >= 0 {
			k = e
		}
	}
	s.data = rest[:k]
	return s
}

func endstream(s []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(s[:min(len(s), 16)], "\r\n \t"), []byte("endstream"))
}

// packed reads an object out of an object stream.
func (f *file) packed(p place, num int) (o any, ok bool) {
	k := f.pack(p.pack)
	if k == nil {
		return nil, false
	}
	i := p.index
	if i*2+1 >= len(k.nums) || k.nums[i*2] != num {
		for i = 0; i*2+1 < len(k.nums) && k.nums[i*2] != num; i++ {
		}
	}
	if i*2+1 >= len(k.nums) {
		return nil, false
	}
	l := lexer{s: k.data, pos: max(0, min(len(k.data), k.first+k.nums[i*2+1]))}
	o, _ = l.next()
	if _, stray := o.(keyword); stray {
		o = nil
	}
	return o, true
}

// pack unpacks an object stream; nil if it is none.
func (f *file) pack(num int) *pack {
	if k, ok := f.packs[num]; ok {
		return k
	}
	f.packs[num] = nil
	s := f.stream(ref{num: num})
	if s == nil || f.at[num].pack > 0 {
		return nil
	}
	data, _ := f.decode(s)
	k := &pack{data: data, first: integer(f.resolve(s.dict["First"]))}
	l := lexer{s: data[:max(0, min(len(data), k.first))]}
	for o, ok := l.next(); ok && len(k.nums) < longest; o, ok = l.next() {
		k.nums = append(k.nums, integer(o))
	}
	f.packs[num] = k
	return k
}
