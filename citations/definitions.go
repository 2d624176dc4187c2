package citations

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/verify/citations/outlets"
)

// A text says what its abbreviations stand for: "Forum trial monitoring (FTM)", "DN (Daily Nation)". What it says goes before what the registry knows of the
// abbreviation: Follow the Money is not meant there.

// Bounds of an abbreviation, in bytes.
const (
	shortestAbbreviation = 2
	longestAbbreviation  = 7
)

// definitions are the abbreviations that brackets of the document explain, with their long forms, and where a sentence that goes on behind the bracket first explains them. A
// text that explains one in two ways explains none.
func (p *parser) definitions() (out map[string]string, at map[string]int) {
	out, at = map[string]string{}, map[string]int{}
	for block, bs := range p.brs {
		r := p.t.Blocks[block].Range
		for _, b := range bs {
			p.look()
			if b.Kind != '(' || b.Close < 0 {
				continue
			}
			short, long := p.definition(r, b)
			if long == "" || p.places(long) {
				continue
			}
			if was, ok := out[short]; ok && !strings.EqualFold(was, long) {
				long = ""
			} else if next := skipBlanks(p.clean, b.Close+1, r.End); !ok && next < r.End && wordChar(p.clean, next) { // no list of abbreviations
				at[short] = b.Open
			}
			out[short] = long
		}
	}
	return out, at
}

// definition is the abbreviation that bracket b explains and its long form; both are empty if it explains none.
func (p *parser) definition(block Range, b bracket) (short, long string) {
	const longest = 120 // bytes of a long form
	inner := p.clean[b.Open+bracketLen(p.clean, b.Open) : b.Close]
	if isAbbreviation(inner) {
		before := p.clean[max(block.Start, p.backTo(b.Open, longest)):b.Open]
		return inner, initialsBefore(before, inner)
	}
	if len(inner) > longest {
		return "", ""
	}
	at := b.Open
	for at > block.Start && blank(rune(p.clean[at-1])) {
		at--
	}
	from := at
	for from > block.Start && at-from <= longestAbbreviation && p.clean[from-1] >= 'A' && p.clean[from-1] <= 'Z' {
		from--
	}
	short = p.clean[from:at]
	if !isAbbreviation(short) || from > block.Start && wordChar(p.clean, from-1) {
		return "", ""
	}
	if long = initialsBefore(inner, short); long != inner {
		return "", ""
	}
	return short, long
}

// isAbbreviation reports whether s is two to seven capitals.
func isAbbreviation(s string) bool {
	if len(s) < shortestAbbreviation || len(s) > longestAbbreviation {
		return false
	}
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return true
}

// initialsBefore is the shortest end of s whose words begin with the letters of an abbreviation, small words aside; "" if none does. It begins with a capital.
func initialsBefore(s, short string) string {
	s = strings.TrimRight(s, " \u00A0\n\"”»")
	end, left := len(s), len(short)
	for left > 0 {
		from := strings.LastIndexAny(s[:end], " -\u00A0\n") // a blank of two bytes ends where its second byte does
		word := strings.TrimPrefix(s[from+1:end], "\xa0")
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "\"“«"))
		switch {
		case unicode.ToUpper(first) == rune(short[left-1]):
			if left--; left == 0 {
				long := s[len(s)-len(strings.TrimLeft(s[end-len(word):], "\"“«")):]
				if c, _ := utf8.DecodeRuneInString(long); !unicode.IsUpper(c) {
					return ""
				}
				return long
			}
		case !nameWords.has(word):
			return ""
		}
		if from < 0 {
			return ""
		}
		end = from
	}
	return ""
}

// defined is what an abbreviation printed at byte at means where the text explains it; ok is false where it does not. What explains it only later as something other than
// the press, "marines of the AFP (Armed Forces of the Philippines)", leaves a known agency or paper cited before what it is.
func (p *parser) defined(short string, at int, c outlets.Context) (m outlets.Match, ok bool) {
	long := p.defs[short]
	if long == "" {
		return m, false
	}
	m = p.names.Resolve(long, c)
	if m.How == outlets.Fuzzy || at < p.defsAt[short] && p.onlyPress(short) && !(m.Entry != nil && m.Entry.Kind.Press()) {
		return m, false
	}
	m.Why = "the text says that " + short + " stands for " + long
	return m, true
}
