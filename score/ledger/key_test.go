package ledger

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"example.org/verify/score"
)

// TestClaimKey holds the fingerprints to what ledgers have been filled by: the words in lower case, with a blank between two.
func TestClaimKey(t *testing.T) {
	plain := func(text string) string {
		words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
		sum := sha256.Sum256([]byte(strings.Join(words, " ")))
		return hex.EncodeToString(sum[:8])
	}
	odd := []string{"", " ", ".", "a", "A b", "--a--", "İ", "ı", "K", "ſ", "ß", "ẞ", "Ǆ", "ǅ", "é", "É", "½", "Ⅻ", "①", "٣", "中", "Ω", "ά", "\u0301", "\u00a0", "\u200b", "\xff", "\xe2\x80", "\xed\xa0\x80", "\ufffd",
		"’", "“", "7", "Zz", "\n", "\U0001D7D8", "\U00010400", "\U000E0001"}
	r := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		var b strings.Builder
		for range r.IntN(12) {
			b.WriteString(odd[r.IntN(len(odd))])
		}
		if text := b.String(); claimKey(text) != plain(text) {
			t.Fatalf("claimKey(%q) = %s, want %s", text, claimKey(text), plain(text))
		}
	}
	long := strings.Repeat("Words ÄÖ 12! ", 500)
	if claimKey(long) != plain(long) {
		t.Error("a long claim has another fingerprint")
	}
}

// TestSourceKey holds the keys of sources to the form that ledgers have been filled by.
func TestSourceKey(t *testing.T) {
	for _, s := range []score.Source{
		{},
		{ID: "x-y", Name: "A \"B\" \xff\n\u2028", Outlet: true, Owner: "o", Country: "DE", Language: "de", Control: "public"},
		{ID: "~ä", Name: "ä", Known: true, Class: 2},
	} {
		sum := sha256.Sum256(fmt.Appendf(nil, "%q %q %s %t %t %q %q %q %q", s.ID, s.Name, s.Class, s.Outlet, s.Known, s.Owner, s.Country, s.Language, s.Control))
		if want := s.ID + "@" + hex.EncodeToString(sum[:4]); sourceKey(&s) != want {
			t.Errorf("sourceKey(%+v) = %s, want %s", s, sourceKey(&s), want)
		}
	}
}
