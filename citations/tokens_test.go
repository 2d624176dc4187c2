package citations

import (
	"slices"
	"strings"
	"testing"
)

func TestTokenise(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []class
	}{
		{"We killed", []class{capital | narrator | plain, plain | pastEnd | death}},
		{"“Should” said", []class{capital | opinion | wide | clauseEnd, plain | pastVerb | cueHead | wroteWord | asserts}},
		{"said' (30)", []class{plain | pastVerb | cueHead | wroteWord | quotes | asserts, plain | digit}},
		{"al-France — UNINTERESTED\u00A0ЗАДЕРЖАН", []class{0, wide | wordless | clauseEnd, plain | capital | pastEnd, capital | crime | wide}},
		{"incomprehensibilities and \"twenty\"", []class{0, plain | clauseEnd, plain | count | quotes | clauseEnd}},
		{"l'hebdomadaire, Magazine;", []class{medium | clauseEnd | quotes, plain | capital | medium | clauseEnd}},
		{"\u3000selon\tΣύμφωνα", []class{plain | cueHead, capital | cueHead | wide}},
		{"", nil},
	} {
		ts := tokenise(nil, c.in, Range{End: len(c.in)})
		var got []class
		for _, x := range ts {
			got = append(got, x.class&^(placeHead|placeSmall|headWord|bodyNoun|inBrackets|rare))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: %b, want %b", c.in, got, c.want)
		}
	}
}

// TestWordClasses holds the table to the lists that it is made of, however a word is printed.
func TestWordClasses(t *testing.T) {
	var numbers strings.Builder
	for _, list := range numberWords {
		numbers.WriteString(list.text + " ")
	}
	lists := map[class]*wordList{count: wordSet(numbers.String()), opinion: opinionWords, narrator: narrators, pastVerb: irregular, verbAbroad: foreignPast, wroteWord: wordSet(wroteWords.text + " " + spokeWords.text), articleWord: articleWords}
	for c, list := range lists {
		for w := range list.all() {
			for _, s := range []string{w, strings.ToUpper(w), "(" + w + ".", w + " and so on"} {
				got := tokenise(nil, s, Range{End: len(s)})[0].class
				for k, other := range lists {
					if low := strings.ToLower(strings.ToUpper(w)); low != w && s == strings.ToUpper(w) {
						continue // a letter that has no capital of its own
					}
					if got&k != 0 != other.has(w) {
						t.Errorf("%q: class %b of list %b: %v", s, k, c, got&k != 0)
					}
				}
			}
		}
	}
}

func TestTokensIn(t *testing.T) {
	s := "one two, three"
	ts := tokenise(nil, s, Range{End: len(s)})
	for _, c := range []struct {
		r    Range
		want string
		cut  bool
	}{
		{Range{Start: 0, End: 14}, "one two, three", false},
		{Range{Start: 4, End: 7}, "two,", true},
		{Range{Start: 5, End: 10}, "two, three", true},
		{Range{Start: 3, End: 4}, "", false},
		{Range{Start: 14, End: 14}, "", false},
	} {
		var words []string
		cut := false
		for _, x := range tokensIn(ts, c.r) {
			words = append(words, s[x.start:x.end])
			cut = cut || x.cut(c.r)
		}
		if got := strings.Join(words, " "); got != c.want || cut != c.cut {
			t.Errorf("%v: %q, cut %v", c.r, got, cut)
		}
	}
}

// TestBodyClasses holds that a word is not plain, or told by its class, wherever the name of a body may need it.
func TestBodyClasses(t *testing.T) {
	const some = headWord | bodyNoun | inBrackets | rare
	for s, want := range map[string]class{
		"Ministry": bodyNoun, "Ministry,": bodyNoun, "MINISTRY": bodyNoun, "ministry": 0, "Weather-Office": rare, "Office's": rare, "Ministère": bodyNoun | rare,
		"(PCA),": inBrackets, "(see": 0, "(the": headWord, "The": headWord, "In": headWord, "Beim": headWord, "—": 0, "Inspectorates-general": rare,
	} {
		if got := tokenise(nil, s, Range{End: len(s)})[0].class & some; got != want {
			t.Errorf("%q: %b, want %b", s, got, want)
		}
	}
}
