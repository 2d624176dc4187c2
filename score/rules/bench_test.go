package rules

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// Twice the text takes about twice the time, in one article and in many.
func BenchmarkCheck(b *testing.B) {
	s, err := os.ReadFile("testdata/clean/monitor-brief@2018-05-18.txt")
	if err != nil {
		b.Fatal(err)
	}
	title, body, _ := strings.Cut(string(s), "\n\nAlison")
	for _, n := range []int{20, 200} {
		doc := parsed(b, "bench.txt", title+"\n\nAlison"+strings.Repeat(body+"\n\n", n), "2018-05-18")
		a := analysed(doc)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.SetBytes(int64(len(doc.Text.Raw)))
			for b.Loop() {
				Check(doc, a, Options{})
			}
		})
	}
}
