package main

import (
	"fmt"
	"io"
	"strings"

	"example.org/verify/score"
)

// reliability is the wording of the Admiralty code's letters: NATO AJP-2.1; US FM 2-22.3, Appendix B.
var reliability = map[byte]string{'A': "completely reliable", 'B': "usually reliable", 'C': "fairly reliable", 'D': "not usually reliable",
	'E': "unreliable", 'F': "there is no basis for a letter; that does not mean unreliable"}

// credibility holds for each digit the counts that lead to it.
var credibility = map[byte]score.Counts{'1': {Citations: 2, Corroboration: 2, Read: 2}, '2': {Citations: 2, Corroboration: 2},
	'3': {Citations: 1, Corroboration: 1}, '4': {Citations: 1}, '5': {Citations: 1, Differs: 1}, '6': {}}

// cutGrade parts "B2".
func cutGrade(what string) (letter, digit byte, ok bool) {
	what = strings.ToUpper(what)
	return byteAt(what, 0), byteAt(what, 1), len(what) == 2 && reliability[byteAt(what, 0)] != "" && '1' <= what[1] && what[1] <= '6'
}

// byteAt is the byte with that index, 0 if there is none.
func byteAt(s string, i int) byte {
	if i < len(s) {
		return s[i]
	}
	return 0
}

func explainGrade(w io.Writer, letter, digit byte) error {
	n := credibility[digit]
	p := &helpPage{width: helpWidth(w)}
	p.wrapped("", "", fmt.Sprintf("%c%c, in the Admiralty code: two marks, given apart.", letter, digit))
	p.WriteByte('\n')
	p.wrapped(string(letter)+"  ", "   ", "reliability: "+reliability[letter]+".")
	p.wrapped("   ", "   ", "The letter is the desk's own rating of the best outlet that stands behind the claim. The registry ships facts, no opinions.")
	p.wrapped(string(digit)+"  ", "   ", "credibility: "+score.SayCredibility(&n)+".")
	p.wrapped("   ", "   ", "The digit is counted from the sources that stand and from their pages, where those were read.")
	p.WriteByte('\n')
	p.wrapped("", "", "It grades the sourcing, not the truth: 6 means that no source is given, not that the claim is false.")
	_, err := io.WriteString(w, p.String())
	return err
}
