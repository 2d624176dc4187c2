package citations

import (
	"reflect"
	"runtime"
	"strings"
	"testing"

	"example.org/verify/citations/text"
)

// A long document is read by several goroutines; what comes of it is the same as with one.
func TestCoresChangeNothing(t *testing.T) {
	raw := []byte(strings.Repeat(string(corpus(t)), 3))
	read := func(cores int) *Document {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
		return Parse(must(text.Parse("x.txt", raw, text.Options{})), Options{})
	}
	one, four := read(1), read(4)
	if len(one.Articles) < 4 {
		t.Fatalf("%d articles are too few to tell", len(one.Articles))
	}
	if !reflect.DeepEqual(one.Articles, four.Articles) || !reflect.DeepEqual(one.Defects, four.Defects) {
		t.Error("four cores read another document than one")
	}
}

func TestStretches(t *testing.T) {
	for _, c := range []struct {
		sizes []int
		want  []stretch
	}{
		{nil, nil},
		{[]int{1, 2}, []stretch{{0, 2}}},
		{[]int{stretchBytes, 1}, []stretch{{0, 1}, {1, 2}}},
		{[]int{stretchBytes / 2, stretchBytes / 2, 3 * stretchBytes}, []stretch{{0, 2}, {2, 3}}},
	} {
		if got := stretches(len(c.sizes), func(i int) int { return c.sizes[i] }); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%v: %v, want %v", c.sizes, got, c.want)
		}
	}
}
