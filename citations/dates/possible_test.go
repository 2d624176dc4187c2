package dates

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func TestPossible(t *testing.T) {
	for s, want := range map[string]bool{
		"": false, "aB 12, 1": false, "12 21": false, "(1) [2]": false, "no 5": false,
		"May 3": true, "2020": true, "3/4": true, "3.4.": true, "3-4": true, "11 V 14": true, "3日": true, "l9": true, "1O": true, "٣": true,
	} {
		if got := Possible(s); got != want {
			t.Errorf("Possible(%q) = %v", s, got)
		}
	}
}

// TestShortestName holds Possible to the tables: a name that it must not overlook has three letters or one of a roman numeral.
func TestShortestName(t *testing.T) {
	for n := range names() {
		if !Possible(n) {
			t.Errorf("Possible(%q) is false, and it is the name of a month, a season or a day", n)
		}
	}
}

// TestPossibleOverlooksNothing asks of noise with many numbers whether a text that can have no date has none.
func TestPossibleOverlooksNothing(t *testing.T) {
	const alphabet = "0123129 12,'()[]:;+~ aBTWsdeth"
	r := rand.New(rand.NewPCG(1, 2))
	refused := 0
	for range 50_000 {
		var b strings.Builder
		for range 1 + r.IntN(14) {
			b.WriteByte(alphabet[r.IntN(len(alphabet))])
		}
		s := b.String()
		if Possible(s) {
			continue
		}
		refused++
		for _, o := range []Options{{}, {Language: "en", Named: true}, {Language: "de", Named: true, AnyCase: true}, {Language: "pl", Order: DMY, Named: true}, {Language: "ja", Order: MDY, Named: true}} {
			if found := List(s, o); len(found) > 0 {
				t.Fatalf("Possible(%q) is false, and List finds %v with %+v", s, found, o)
			}
		}
	}
	if refused < 10_000 {
		t.Errorf("only %d texts were refused: the alphabet tests nothing", refused)
	}
}
