package outlets

import (
	"strings"
	"testing"
)

func BenchmarkDefault(b *testing.B) {
	b.ReportAllocs()
	b.SetBytes(int64(len(embedded)))
	for b.Loop() {
		if _, err := parse(embedded, "outlets.tsv"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkResolve(b *testing.B) {
	r := Default()
	context := Context{Language: "en", Countries: []string{"SO"}, Others: []string{"daily-nation", "wardheernews"}}
	r.Resolve("Qwertz Uiopasd", context) // builds what is built at need
	for _, c := range []struct{ name, printed string }{
		{"known", "Libya Herald"}, {"accented", "Süddeutsche Zeitung"}, {"homonym", "The Star"}, {"remembered", "Al-Sharq al-Aswat"}, {"qualified", "El-Khabar [Algiers]"},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				r.Resolve(c.printed, context)
			}
		})
	}
}

// BenchmarkUnknown asks for names that no cache remembers.
func BenchmarkUnknown(b *testing.B) {
	r := Default()
	r.Resolve("Qwertz Uiopasd", Context{})
	names := []string{"Premuim Times", "Somali Observer Weekly", "Gazeta Qwertz", "Interview with the author", "Felbab-Brown", "Straights Times"}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		f := &found{name: names[i%len(names)]}
		r.slow(f)
	}
}

func BenchmarkKnown(b *testing.B) {
	r := Default()
	b.ReportAllocs()
	for b.Loop() {
		r.Known("Libya Herald")
		r.Known("the orange shirt")
	}
}

func BenchmarkFold(b *testing.B) {
	var room [128]byte
	b.ReportAllocs()
	for b.Loop() {
		AppendFold(room[:0], "The Daily Telegraph & Argus")
	}
}

const prose = `On Friday, Reuters reported that Kenyan soldiers had crossed into Somalia near Dhobley; the New York Times and the Daily Nation said the
same day that Al-Shabaab fighters had left the town. Somali officials in Mogadishu denied it, according to Agence France-Presse. A spokesman for the
African Union, quoted by the BBC, said that Ethiopian troops from Addis Ababa were on their way to Baidoa. `

func BenchmarkLongestAt(b *testing.B) {
	r := Default()
	text := strings.Repeat(prose, 50)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		for i := range len(text) {
			if c := text[i]; c >= 'A' && c <= 'Z' && (i == 0 || !wordByte(text[i-1])) {
				r.LongestAt(text, i)
			}
		}
	}
}

func BenchmarkScan(b *testing.B) {
	text := strings.Repeat(prose, 50)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Places.Scan(text, 8)
	}
}
