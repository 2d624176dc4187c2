package citations

import (
	"bytes"
	"os"
	"testing"

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
	b.SetBytes(int64(len(raw)))
	b.ReportAllocs()
	for b.Loop() {
		t, err := text.Parse("x.txt", raw, text.Options{})
		if err != nil {
			b.Fatal(err)
		}
		Parse(t, Options{})
	}
}
func BenchmarkText(b *testing.B) {
	raw, _ := os.ReadFile("/work/shared/seeds/000_6cbe7abf0b1104fa.txt")
	raw = bytes.Repeat(raw, 20)
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		text.Parse("x.txt", raw, text.Options{})
	}
}
