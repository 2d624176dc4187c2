package citations

import (
	"slices"
	"strings"
)

// bracket is a pair of brackets in the clean text. Close is the offset of the closing one, -1 where there is none within the block.
type bracket struct {
	Open, Close int
	Depth       int32 // 0 for an outermost pair
	Kind        byte  // '(' or '['; full-width brackets count as '('
}

// bracketLen is the width in bytes of the bracket at an offset: 1, or 3 for a full-width one.
func bracketLen(s string, at int) int {
	if s[at] < 0x80 {
		return 1
	}
	return 3
}

// brackets finds the pairs in clean[r.Start:r.End] in one pass, in the order of their opening brackets. A pair that is crossed by
// another kind, or that is never closed, has Close -1 and takes nothing of its surroundings with it.
func (p *parser) brackets(r Range, out []bracket) []bracket {
	clean, first := p.clean[:r.End], len(out)
	n := opening(clean[r.Start:])
	if n == 0 {
		return out
	}
	out = slices.Grow(out, n) // growing step by step would take twice the room
	var stack []int32         // of those that are open, by their place in out behind first
	for i, next := r.Start, r.Start; ; i++ {
		for i < len(clean) && !bracketByte[clean[i]] {
			i++
		}
		if i >= len(clean) {
			break
		}
		c := clean[i]
		if i >= next {
			p.look()
			next = i + lookBytes
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
			stack = append(stack, int32(len(out)-1-first))
		case ')', ']':
			want := byte('(')
			if c == ']' {
				want = '['
			}
			stack = match(out[first:], stack, want, i)
		default:
			continue
		}
		if clean[i] == 0xEF {
			i += 2
		}
	}
	return depths(out, first)
}

// opening is how many brackets open in s.
func opening(s string) int {
	return strings.Count(s, "(") + strings.Count(s, "[") + strings.Count(s, "（")
}

// bracketByte marks the first bytes of brackets.
var bracketByte = [256]bool{'(': true, ')': true, '[': true, ']': true, 0xEF: true}

// match closes the innermost open bracket of the wanted kind that lies no deeper than three others, and drops those that it crosses.
func match(out []bracket, stack []int32, want byte, at int) []int32 {
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
