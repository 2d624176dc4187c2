package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// archiveOf writes n articles of about size bytes below a folder, by year and month, the same ones each time, and gives their paths below it. Every tenth
// names a source from the future, every seventh has a claim without a source.
func archiveOf(t testing.TB, dir string, n, size int) []string {
	t.Helper()
	names := make([]string, n)
	for i := range names {
		year, month := 2004+i%20, 1+i/20%12
		names[i] = filepath.Join(fmt.Sprint(year), fmt.Sprintf("%02d", month), fmt.Sprintf("piece-%05d.txt", i))
		path := filepath.Join(dir, names[i])
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(archivePiece(i, year, month, size)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return names
}

// archivePiece is an article of an archive: paragraphs of some outlets, deeds, towns and days.
func archivePiece(seed, year, month, size int) string {
	r := rand.New(rand.NewPCG(uint64(seed), 11))
	pick := func(words string) string {
		list := strings.Split(words, "|")
		return list[r.IntN(len(list))]
	}
	const outlets = "Libya Herald|Libya Observer|The Libya Observer|Reuters|AFP|Xinhua|TASS|CAJ News|Koaci|The Nation|Daily Monitor|The EastAfrican|Al-Ahram|Jeune Afrique|Unheard Gazette|Harbour Post"
	const monthNames = "January|February|March|April|May|June|July|August|September|October|November|December"
	names := strings.Split(monthNames, "|")
	var b strings.Builder
	fmt.Fprintf(&b, "THE ROAD TO %s, PART %d\n\nby %s %s\n", strings.ToUpper(pick("Ubari|Kapoeta|Torit|Sirte|Sebha|Goma")), seed,
		pick("Nadira|Ian|Salma|Pavel|Ines"), pick("Tolmayeva|Castellow|Okumu|Herrera"))
	for b.Len() < size {
		fmt.Fprintf(&b, "\n%s %s %d %s near %s on the road to the %s, and %s (", pick("Gunmen|Police|Militia fighters|Customs men"), pick("killed|arrested|kidnapped|fined"), 2+r.IntN(40),
			pick("guards|drivers|engineers|traders"), pick("Sebha|Tripoli|Benghazi|Torit|Goma"), pick("border|port|depot|mine"), pick("took their lorries|burnt the bridge|closed the market for a week"))
		for k := range 1 + r.IntN(3) {
			if k > 0 {
				b.WriteString("; ")
			}
			fmt.Fprintf(&b, "%s, %s %d, %d", pick(outlets), names[month-1], 1+r.IntN(27), year-1)
		}
		b.WriteString("). The council of elders denied it, and nobody in the town had asked for its word. ")
		if seed%7 == 0 {
			fmt.Fprintf(&b, "On that day %d people lost their homes. ", 20+r.IntN(900))
		}
		b.WriteByte('\n')
	}
	if seed%10 == 0 {
		fmt.Fprintf(&b, "\nThe minister promised two new bridges and a ferry for the dry season (Reuters, June 3, %d).\n", year+2)
	}
	return b.String()
}

// TestWriteArchive writes the archive that audits are measured with: VERIFY_ARCHIVE=DIR go test -run TestWriteArchive.
func TestWriteArchive(t *testing.T) {
	dir := os.Getenv("VERIFY_ARCHIVE")
	if dir == "" {
		t.Skip("VERIFY_ARCHIVE names no folder")
	}
	archiveOf(t, dir, 10000, 8<<10)
}
