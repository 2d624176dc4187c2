package pdf

// The kinds of object that a file is made of. A nil any is the null object; numbers are int or float64, truth values bool.
type (
	name    string // /Type
	str     string // (text) or <hex>, its bytes as they stand
	keyword string // an operator, or obj, endobj, stream, R
	array   []any
	dict    map[name]any
	ref     struct{ num, gen int }
)

// stream is a dictionary with bytes behind it, still encoded.
type stream struct {
	dict dict
	data []byte
	id   ref
	cut  bool // the bytes end before their own end
}

// number gives an int or float64 as a float64, 0 for anything else.
func number(o any) float64 {
	switch n := o.(type) {
	case int:
		return float64(n)
	case float64:
		return n
	}
	return 0
}

// integer gives a number as an int, 0 for anything else.
func integer(o any) int {
	switch n := o.(type) {
	case int:
		return n
	case float64:
		if n > -1e9 && n < 1e9 {
			return int(n)
		}
	}
	return 0
}
