package outlets

import "testing"

func BenchmarkDefault(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := parse(embedded, "outlets.tsv"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkKnownName(b *testing.B) {
	r := Default()
	b.ReportAllocs()
	for b.Loop() {
		r.Resolve("Libya Herald", Context{})
	}
}
