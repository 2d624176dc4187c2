package citations

import "strings"

// bracket is a pair of brackets in the clean text. Close is the offset of the closing one, -1 where there is none within the block.
type bracket struct {
	Open, Close int
	Depth       int32 // 0 for an outermost pair
	Kind        byte  // '(' or '['; full-width brackets count as '('
}

// openLen and closeLen are the widths in bytes of the bracket characters at an offset: 1, or 3 for full-width ones.
func bracketLen(s string, at int) int {
	if s[at] < 0x80 {
		return 1
	}
	return 3
}

// brackets finds the pairs in clean[r.Start:r.End] in one pass, in the order of their opening brackets. A pair that is crossed by
// another kind, or that is never closed, has Close -1 and takes nothing of its surroundings with it.
func brackets(clean string, r Range, out []bracket) []bracket {
	first := len(out)
	var stack []int
	for i := r.Start; i < r.End; i++ {
		c := clean[i]
		if !bracketByte[c] {
			continue
		}
		if c == 0xEF && i+2 < r.End && clean[i+1] == 0xBC {
			switch clean[i+2] {
			case 0x88: // （
				c = '('
			case 0x89: // ）
				c = ')'
			}
		}
		switch c {
		case '(', '[':
			out = append(out, bracket{Open: i, Close: -1, Kind: c})
			stack = append(stack, len(out)-1)
		case ')', ']':
			want := byte('(')
			if c == ']' {
				want = '['
			}
			stack = match(out, stack, want, i)
		default:
			continue
		}
		if clean[i] == 0xEF {
			i += 2
		}
	}
	return depths(out, first)
}

// bracketByte marks the first bytes of brackets.
var bracketByte = [256]bool{'(': true, ')': true, '[': true, ']': true, 0xEF: true}

// match closes the innermost open bracket of the wanted kind that lies no deeper than three others, and drops those that it crosses.
func match(out []bracket, stack []int, want byte, at int) []int {
	for k := len(stack) - 1; k >= 0 && k >= len(stack)-4; k-- {
		b := &out[stack[k]]
		if b.Kind == want {
			b.Close = at
			return stack[:k]
		}
	}
	return stack
}

// depths numbers how deep each pair lies in the closed ones around it.
func depths(out []bracket, first int) []bracket {
	var ends []int
	for k := first; k < len(out); k++ {
		for len(ends) > 0 && ends[len(ends)-1] < out[k].Open {
			ends = ends[:len(ends)-1]
		}
		out[k].Depth = int32(len(ends))
		if out[k].Close >= 0 {
			ends = append(ends, out[k].Close)
		}
	}
	return out
}

// trimRange takes blanks off both ends of a range.
func trimRange(clean string, r Range) Range {
	for r.Start < r.End {
		n := blankAt(clean, r.Start)
		if n == 0 {
			break
		}
		r.Start += n
	}
	for r.End > r.Start {
		n := blankBefore(clean, r.End)
		if n == 0 || r.End-n < r.Start {
			break
		}
		r.End -= n
	}
	return r
}

// blankAt is the width of the blank at offset i, 0 if there is none, as at the end of s: space, tab, line end, no-break space.
func blankAt(s string, i int) int {
	if i >= len(s) {
		return 0
	}
	switch c := s[i]; {
	case c <= ' ' && mayBlank[c]:
		return 1
	case c == 0xC2 && i+1 < len(s) && s[i+1] == 0xA0:
		return 2
	case c == 0xE3 && strings.HasPrefix(s[i:], "\u3000"):
		return 3
	}
	return 0
}

// blankBefore is the width of the blank that ends at offset i.
func blankBefore(s string, i int) int {
	switch c := s[i-1]; {
	case c == ' ' || c == '\t' || c == '\n' || c == '\r':
		return 1
	case c == 0xA0 && i >= 2 && s[i-2] == 0xC2:
		return 2
	case c == 0x80 && i >= 3 && s[i-3:i] == "\u3000":
		return 3
	}
	return 0
}

// skipBlanks is the first offset from i on, below end, that holds no blank.
func skipBlanks(s string, i, end int) int {
	for i < end {
		n := blankAt(s, i)
		if n == 0 {
			return i
		}
		i += n
	}
	return end
}
