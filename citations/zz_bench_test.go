package citations

import (
	"os"
	"testing"
	"bytes"

	"example.org/verify/citations/text"
)

func BenchmarkSeeds(b *testing.B) {
	var raw []byte
	for _, f := range []string{"/work/shared/seeds/000_6cbe7abf0b1104fa.txt", "/work/shared/seeds/004_b6390593657d47a2.txt"} {
		x, _ := os.ReadFile(f)
		raw = append(raw, x...)
		raw = append(raw, "\n\n"...)
	}
	raw = bytes.Repeat(raw, 10)
	Parse(must(text.Parse("x.txt", raw, text.Options{})), Options{})
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		t, err := text.Parse("x.txt", raw, text.Options{})
		if err != nil { b.Fatal(err) }
		Parse(t, Options{})
	}
}
