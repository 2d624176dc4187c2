package citations

import (
	"strings"
	"testing"
)

func TestPhraseSet(t *testing.T) {
	p := phrases("interview", "gespräch mit", "via ", "интервью")
	for s, want := range map[string]bool{
		"Author's INTERVIEW":        true,
		"an interv":                 false,
		"ein GESPRÄCH MIT ihr":      true,
		"Gesprach mit":              false,
		"heard vIa\u00A0x or via":   false,
		"heard vIa x":               true,
		"“Interview” — in Интервью": true,
		"":  false,
		"i": false,
	} {
		if got := p.in(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
	if !p.opens("VIA x") || p.opens("a via x") || p.opens("") {
		t.Error("opens finds phrases at the start only, in whatever case")
	}
	if !p.begins("via x") || p.begins("a via x") || p.begins("") {
		t.Error("begins")
	}
}

func TestBeyondNames(t *testing.T) {
	for s, want := range map[string]bool{
		"Ann Lee":                         false,
		"Ludwig van Beek, Ann Lee and Jo": false,
		"al-Hassan d'Orsay":               false,
		"The ferry left":                  true,
		"Ann Lee, 2018":                   true,
		"Ann Lee (Oslo)":                  true,
		"Анна Ли и Олег Ким":              false,
		"":                                false,
	} {
		if got := beyondNames(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

func TestPhrasePlaces(t *testing.T) {
	p := phrases("click here", "here", "нажмите")
	for s, want := range map[string]string{
		"click here, or here": "click here|here|here",
		"нажмите здесь":       "нажмите",
		"clic her":            "",
		"":                    "",
	} {
		var got []string
		p.places(s, func(from, to int) { got = append(got, s[from:to]) })
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}
