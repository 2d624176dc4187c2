package pdf

import (
	"bytes"
	"compress/flate"
	"encoding/ascii85"
	"errors"
	"io"
)

// decode undoes the filters of a stream. whole is false where its bytes are damaged or cut off: what came before is given
// all the same. Pictures give nothing.
func (f *file) decode(s *stream) (data []byte, whole bool) {
	data, whole = s.data, !s.cut
	if f.crypt != nil {
		data = f.crypt.stream(s, data)
	}
	filters := f.list(f.first(s.dict, "Filter", "F"))
	params := f.list(f.first(s.dict, "DecodeParms", "DP"))
	if len(filters) > 8 {
		return nil, false
	}
	for i, x := range filters {
		kind, _ := f.resolve(x).(name)
		var p dict
		if i < len(params) {
			p = f.dict(params[i])
		}
		var ok bool
		data, ok = f.filter(kind, p, data)
		whole = whole && ok
	}
	return data, whole
}

// filter undoes one filter.
func (f *file) filter(kind name, p dict, in []byte) (out []byte, whole bool) {
	switch kind {
	case "FlateDecode", "Fl":
		out, whole = f.inflate(in)
		return f.predict(out, p), whole
	case "LZWDecode", "LZW":
		early := 1
		if e, ok := f.resolve(p["EarlyChange"]).(int); ok {
			early = e
		}
		return f.predict(f.lzw(in, early), p), true
	case "ASCII85Decode", "A85":
		return f.ascii85(in), true
	case "ASCIIHexDecode", "AHx":
		l := lexer{s: append([]byte("<"), in...)}
		return []byte(l.hex()), true
	case "RunLengthDecode", "RL":
		return f.runs(in), true
	case "Crypt":
		return in, true
	}
	return nil, false
}

// inflate reads a zlib stream as far as it goes. The checksum at its end is not asked: cut files have none.
func (f *file) inflate(in []byte) (out []byte, whole bool) {
	in = bytes.TrimLeft(in, "\r\n")
	if len(in) < 2 {
		return nil, false
	}
	r := flate.NewReader(bytes.NewReader(in[2:]))
	var b bytes.Buffer
	for {
		n, err := io.CopyN(&b, r, 1<<20)
		f.spend(int(n), b.Len())
		if errors.Is(err, io.EOF) {
			return b.Bytes(), true
		}
		if err != nil {
			return b.Bytes(), false
		}
	}
}

// lzw reads the variable-width code of TIFF and PDF. early is 1 where the width grows one code before it has to.
func (f *file) lzw(in []byte, early int) []byte {
	var out []byte
	t := lzwTable{early: early}
	t.reset()
	acc, bits := 0, 0
	for _, c := range in {
		acc, bits = (acc<<8|int(c))&0xFFFFFF, bits+8
		if bits < t.width {
			continue
		}
		bits -= t.width
		code := acc >> bits & (1<<t.width - 1)
		if code == 257 {
			break
		}
		if code == 256 {
			t.reset()
			continue
		}
		n := len(out)
		if out = t.write(out, code); len(out) == n {
			break
		}
		f.spend(len(out)-n, len(out))
	}
	return out
}

// lzwTable holds the strings that codes stand for: each is another one and a last byte.
type lzwTable struct {
	rest              [4096]int16
	n                 [4096]int32
	last              [4096]byte
	next, width, prev int
	early             int
}

func (t *lzwTable) reset() { t.next, t.width, t.prev = 258, 9, -1 }

// write appends what a code stands for, and enters the string that this makes.
func (t *lzwTable) write(out []byte, code int) []byte {
	from, use := len(out), code
	if code >= t.next {
		use = t.prev
	}
	if use < 0 {
		return out
	}
	if out = t.expand(out, use); len(out) == from {
		return out
	}
	if code >= t.next {
		out = append(out, out[from])
	}
	if t.prev >= 0 && t.next < 4096 {
		t.rest[t.next], t.n[t.next], t.last[t.next] = int16(t.prev), t.length(t.prev)+1, out[from]
		t.next++
	}
	if t.next+t.early >= 1<<t.width && t.width < 12 {
		t.width++
	}
	t.prev = code
	return out
}

func (t *lzwTable) length(code int) int32 {
	if code < 256 {
		return 1
	}
	return t.n[code]
}

func (t *lzwTable) expand(out []byte, code int) []byte {
	from := len(out)
	out = append(out, make([]byte, t.length(code))...)
	for at := len(out) - 1; at >= from; at-- {
		if code < 256 {
			out[at] = byte(code)
			return out
		}
		out[at], code = t.last[code], int(t.rest[code])
	}
	return out
}

func (f *file) ascii85(in []byte) []byte {
	if k := bytes.Index(in, []byte("~>")); k >= 0 {
		in = in[:k]
	}
	in = bytes.TrimPrefix(bytes.TrimSpace(in), []byte("<~"))
	out, _ := io.ReadAll(io.LimitReader(ascii85.NewDecoder(bytes.NewReader(in)), int64(len(in))*4+4))
	f.spend(len(out), len(out))
	return out
}

// runs undoes run-length coding.
func (f *file) runs(in []byte) []byte {
	var out []byte
	for i := 0; i < len(in) && in[i] != 128; {
		n := int(in[i])
		i++
		if n < 128 {
			end := min(len(in), i+n+1)
			out = append(out, in[i:end]...)
			i = end
			continue
		}
		if i < len(in) {
			out = append(out, bytes.Repeat(in[i:i+1], 257-n)...)
			i++
		}
	}
	f.spend(len(out), len(out))
	return out
}

// predict undoes the differences between rows that PNG and TIFF predictors write.
func (f *file) predict(in []byte, p dict) []byte {
	kind := integer(f.resolve(p["Predictor"]))
	if kind < 2 {
		return in
	}
	or := func(k name, other, most int) int {
		if n := integer(f.resolve(p[k])); n > 0 && n <= most {
			return n
		}
		return other
	}
	bits := or("Colors", 1, 64) * or("BitsPerComponent", 8, 32)
	step := max(1, bits/8)
	width := max(1, min(len(in), (bits*or("Columns", 1, 1<<24)+7)/8))
	if kind == 2 {
		for i := range in {
			if i%width >= step {
				in[i] += in[i-step]
			}
		}
		return in
	}
	out := make([]byte, 0, len(in))
	row, prev := make([]byte, width), make([]byte, width)
	for len(in) > 1 {
		clear(row[copy(row, in[1:]):])
		unfilter(in[0], row, prev, step)
		out = append(out, row[:min(width, len(in)-1)]...)
		in, row, prev = in[min(len(in), width+1):], prev, row
	}
	return out
}

// unfilter undoes one row of a PNG predictor.
func unfilter(kind byte, row, prev []byte, step int) {
	for i := range row {
		var left, up, corner int
		up = int(prev[i])
		if i >= step {
			left, corner = int(row[i-step]), int(prev[i-step])
		}
		switch kind {
		case 1:
			row[i] += byte(left)
		case 2:
			row[i] += byte(up)
		case 3:
			row[i] += byte((left + up) / 2)
		case 4:
			row[i] += byte(paeth(left, up, corner))
		}
	}
}

func paeth(a, b, c int) int {
	abs := func(n int) int { return max(n, -n) }
	pa, pb, pc := abs(b-c), abs(a-c), abs(a+b-2*c)
	switch {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}
