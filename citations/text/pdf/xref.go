package pdf

import (
	"bytes"
	"fmt"
	"maps"
)

// sectionsAtMost bounds the chain of cross-reference sections: one for each time that a file was saved.
const sectionsAtMost = 4096

// readTables reads the cross-reference sections from the last to the first; the last word on an object counts. ok is false
// if one of them is broken.
func (f *file) readTables() bool {
	k := bytes.LastIndex(f.raw, []byte("startxref"))
	if k < 0 {
		return false
	}
	l := lexer{s: f.raw, pos: k + len("startxref")}
	off, _ := l.next()
	seen := map[int]bool{}
	queue := []int{integer(off)}
	for len(queue) > 0 {
		off := queue[0]
		queue = queue[1:]
		if seen[off] {
			continue
		}
		seen[off] = true
		if len(seen) > sectionsAtMost || off <= 0 || off >= len(f.raw) {
			return false
		}
		f.tick()
		t := f.section(off)
		if t == nil {
			return false
		}
		for _, key := range []name{"XRefStm", "Prev"} {
			if n, ok := t[key].(int); ok {
				queue = append(queue, n)
			}
		}
		for key, v := range t {
			if _, ok := f.trailer[key]; !ok {
				f.trailer[key] = v
			}
		}
	}
	return true
}

// objectsAtMost bounds the table: a book of 5,000 pages has about 100,000 objects.
const objectsAtMost = 2_000_000

// enter notes where an object lies.
func (f *file) enter(num int, p place) {
	if len(f.at) >= objectsAtMost {
		panic(limitError(fmt.Sprintf("it has more than %d objects; it may be made to fill the memory: nothing of it was taken", objectsAtMost)))
	}
	f.at[num] = p
}

// section reads one table or cross-reference stream and gives its trailer, nil if it is broken.
func (f *file) section(off int) dict {
	l := lexer{s: f.raw, pos: off}
	o, _ := l.next()
	if o != keyword("xref") {
		return f.tableStream(off, o)
	}
	for {
		a, ok := l.next()
		if a == keyword("trailer") {
			t, _ := l.next()
			d, _ := t.(dict)
			return d
		}
		first, isNum := a.(int)
		n, _ := l.next()
		if !ok || !isNum || !f.subsection(&l, first, integer(n)) {
			return nil
		}
	}
}

// subsection reads n lines of a table.
func (f *file) subsection(l *lexer, first, n int) bool {
	if n < 0 || n > len(f.raw)/8 {
		return false
	}
	for i := range n {
		off, _ := l.next()
		l.next()
		k, ok := l.next()
		if !ok {
			return false
		}
		f.tick()
		if _, known := f.at[first+i]; !known && k == keyword("n") {
			f.enter(first+i, place{off: integer(off)})
		} else if !known && k == keyword("f") {
			f.enter(first+i, place{off: -1})
		} else if k != keyword("n") && k != keyword("f") {
			return false
		}
	}
	return true
}

// tableStream reads a cross-reference stream.
func (f *file) tableStream(off int, num any) dict {
	n, ok := num.(int)
	if !ok {
		return nil
	}
	o, _ := f.objectAt(off, n)
	s, _ := o.(*stream)
	if s == nil || s.dict["Type"] != name("XRef") {
		return nil
	}
	data, _ := f.decode(s)
	var w [3]int
	width := 0
	for i, x := range f.array(s.dict["W"]) {
		if i < 3 {
			w[i] = max(0, min(8, integer(x)))
			width += w[i]
		}
	}
	index := f.array(s.dict["Index"])
	if index == nil {
		index = array{0, integer(s.dict["Size"])}
	}
	if width == 0 {
		return nil
	}
	for i := 0; i+1 < len(index); i += 2 {
		data = f.rows(data, integer(index[i]), integer(index[i+1]), w, width)
	}
	return s.dict
}

// rows reads n rows of a cross-reference stream and gives what follows them.
func (f *file) rows(data []byte, first, n int, w [3]int, width int) []byte {
	for i := 0; i < n && len(data) >= width; i++ {
		v := [3]int{1, 0, 0}
		at := 0
		for k, size := range w {
			if size > 0 {
				v[k] = 0
			}
			for range size {
				v[k] = v[k]<<8 | int(data[at])
				at++
			}
		}
		data = data[width:]
		f.tick()
		if _, known := f.at[first+i]; known {
			continue
		}
		switch v[0] {
		case 1:
			f.enter(first+i, place{off: v[1]})
		case 2:
			f.enter(first+i, place{pack: v[1], index: v[2]})
		}
	}
	return data
}

// repair searches the file for objects and makes the cross-reference table anew. It does so once; false says that it has been
// done before.
func (f *file) repair() bool {
	if f.repaired {
		return false
	}
	f.repaired = true
	f.reset()
	l := lexer{s: f.raw}
	for i := 0; i < len(f.raw); {
		k := bytes.Index(f.raw[i:], []byte("obj"))
		if k < 0 {
			break
		}
		k += i
		i = k + 3
		f.tick()
		if num, off := objectBefore(f.raw, k); num > 0 && (i == len(f.raw) || white[f.raw[i]] || delim[f.raw[i]]) {
			f.enter(num, place{off: off})
		}
	}
	for i := 0; ; {
		k := bytes.Index(f.raw[i:], []byte("trailer"))
		if k < 0 {
			break
		}
		i += k + len("trailer")
		l.pos = i
		if o, _ := l.next(); o != nil {
			if d, ok := o.(dict); ok {
				maps.Copy(f.trailer, d)
			}
		}
	}
	f.searchObjects()
	return true
}

// objectBefore reads "12 0 " backwards from the byte where "obj" stands; 0 if it is not there.
func objectBefore(s []byte, k int) (num, off int) {
	back := func(k int, in func(byte) bool) int {
		for k > 0 && in(s[k-1]) {
			k--
		}
		return k
	}
	blank := func(c byte) bool { return white[c] }
	digit := func(c byte) bool { return c >= '0' && c <= '9' }
	g := back(k, blank)
	a := back(g, digit)
	b := back(a, blank)
	c := back(b, digit)
	if a == g || b == a || c == b || b-c > 9 {
		return 0, 0
	}
	for _, d := range s[c:b] {
		num = num*10 + int(d-'0')
	}
	return num, c
}

// searchObjects looks into every object that repair has found for what tables say elsewhere: the trailer's entries of
// cross-reference streams, the contents of object streams, the catalog.
func (f *file) searchObjects() {
	var packs []int
	for num, p := range f.at {
		f.tick()
		o, _ := f.objectAt(p.off, num)
		s, isStream := o.(*stream)
		d, _ := o.(dict)
		if isStream {
			d = s.dict
		}
		switch d["Type"] {
		case name("XRef"):
			for _, k := range []name{"Root", "Info", "Encrypt", "ID"} {
				if v, ok := d[k]; ok && f.trailer[k] == nil {
					f.trailer[k] = v
				}
			}
		case name("ObjStm"):
			packs = append(packs, num)
		case name("Catalog"):
			if f.trailer["Root"] == nil {
				f.trailer["Root"] = ref{num: num}
			}
		}
	}
	_ = f.unlock() // what stays locked is told when it is read
	f.unpackAll(packs)
}

// unpackAll enters the objects of object streams that stand nowhere by themselves.
func (f *file) unpackAll(packs []int) {
	for _, num := range packs {
		k := f.pack(num)
		if k == nil {
			continue
		}
		for i := 0; i+1 < len(k.nums); i += 2 {
			if _, known := f.at[k.nums[i]]; !known {
				f.enter(k.nums[i], place{pack: num, index: i / 2})
			}
			if f.trailer["Root"] == nil && f.dict(ref{num: k.nums[i]})["Type"] == name("Catalog") {
				f.trailer["Root"] = ref{num: k.nums[i]}
			}
		}
	}
}
