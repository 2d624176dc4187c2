package rules

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"

	"example.org/verify/citations"
	"example.org/verify/citations/outlets"
	"example.org/verify/score"
)

var outletMisspelt = Rule{
	ID:       "outlet.misspelt",
	Severity: score.Warning,
	Title:    "The name of an outlet is misspelt",
	Doc: `The printed name is near to exactly one known outlet and to nothing else; the citation counts as that outlet. Refused where two outlets are near,
where the name is itself an outlet's, or where a word, a number or a plural makes the difference. Where the right form stands in the same article, outlet.variant
is raised instead.`,
	Why:      "The reader sees that nobody checked the name, and asks what else nobody checked.",
	Example:  "Ferry Talks\n\nThe two ministers met in Tripoli (Libya Observr, May 3). They agreed on a line (Reuters, May 4).",
	NearMiss: "Ferry Talks\n\nThe two ministers met in Tripoli (Libya Observer, May 3). They agreed on a line (Reuters, May 4).",
	Cure:     "Print the name as the outlet prints it; the suggestion has it.",
	Source:   "AP Stylebook, on newspaper names",
	run: func(p *pass) {
		found := slips{}
		p.eachArticle(func(a int, art *citations.Article) {
			right := found.rightForms(art)
			seen := map[string]bool{}
			for k := range art.Citations {
				c := &art.Citations[k]
				if c.Outlet == nil || right[c.Outlet.ID] || seen[c.Outlet.Printed] {
					continue
				}
				if m := found.of(c); m != "" {
					seen[c.Outlet.Printed] = true
					p.misspelling(onCitation(a, k), c, m)
				}
			}
		})
	},
}

// slips remembers what printed names were found to be slips for: most stand many times in a document.
type slips map[printedFor]string

type printedFor struct {
	printed string
	outlet  *outlets.Outlet
}

// of is the right form of a citation's outlet where the printed one is a slip, else "".
func (s slips) of(c *citations.Citation) string {
	switch o := c.Outlet; {
	case o == nil:
		return ""
	case o.Spelling != "" && (o.How == outlets.Fuzzy || o.How == outlets.Provisional || o.How == outlets.Ambiguous):
		return o.Spelling // of one outlet, or of a name that several bear
	case o.Entry == nil:
		return ""
	case o.How == outlets.Fuzzy:
		return o.Name
	default:
		key := printedFor{o.Printed, o.Entry}
		right, ok := s[key]
		if !ok {
			right = otherSpelling(o.Printed, o.Entry)
			s[key] = right
		}
		return right
	}
}

// rightForms are the outlets that an article also names in a form that is right.
func (s slips) rightForms(art *citations.Article) map[string]bool {
	right := map[string]bool{}
	for k := range art.Citations {
		c := &art.Citations[k]
		if c.Outlet != nil && c.Outlet.ID != "" && !right[c.Outlet.ID] && c.Kind != citations.Link && !initials(c.Outlet.Printed) && s.of(c) == "" {
			right[c.Outlet.ID] = true
		}
	}
	return right
}

func (p *pass) misspelling(w at, c *citations.Citation, right string) {
	printed := c.Outlet.Printed
	right = inPlace(right, printed)
	bare, _, _ := strings.Cut(printed, " [")
	f := p.report(w, c.Outlet.Span, fmt.Sprintf("%s is spelt %s", quoted(bare), right), right)
	if p.doc.Text.Printed(c.Outlet.Span) == printed && len(strings.Fields(bare)) == len(strings.Fields(right)) {
		f.Edit = &citations.Edit{Span: c.Outlet.Span, Text: right + printed[len(bare):]}
	}
}

// inPlace is the right form with or without "the", as the printed one has it.
func inPlace(right, printed string) string {
	has := len(printed) > 4 && strings.EqualFold(printed[:4], "the ")
	bare, wants := strings.CutPrefix(right, "The ")
	switch {
	case wants && !has:
		return bare
	case wants || !has:
		return right
	}
	return printed[:4] + right
}

// spellings are words that British and American English spell differently. In a proper name the owner's spelling is the right one.
var spellings = map[string]string{"centre": "center", "theatre": "theater", "defence": "defense", "labour": "labor", "harbour": "harbor"}

// british are the words that spellings gives an American spelling of.
var british = slices.Sorted(maps.Keys(spellings))

// otherSpelling is the registry's name of an outlet where the printed one differs from it in the spelling of one such word, and from all its other
// names as well; else "".
func otherSpelling(printed string, o *outlets.Outlet) string {
	if printed == o.Name || slices.ContainsFunc(o.Aliases, func(a outlets.Alias) bool { return a.Text == printed }) {
		return "" // as most are
	}
	if !mayBeBritish(printed) && !mayBeBritish(o.Name) && !mayBeBritish(o.Native) && !slices.ContainsFunc(o.Aliases, func(a outlets.Alias) bool { return mayBeBritish(a.Text) }) {
		return "" // nor has any of the names one of these words
	}
	key := american(printed)
	ours := printKey(printed)
	right := ""
	for _, n := range names(o) {
		if printKey(n) == ours {
			return ""
		}
		if american(n) == key && right == "" {
			right = n
		}
	}
	if key == ours && !hasBritish(right) {
		return ""
	}
	return right
}

// mayBeBritish reports whether one of the words of spellings may stand in a name as printKey writes it: it is looked for among the name's letters of ASCII alone.
func mayBeBritish(name string) bool {
	var room [128]byte
	low := room[:0]
	for i := range len(name) {
		if c := name[i] | 0x20; c >= 'a' && c <= 'z' {
			low = append(low, c)
		}
	}
	for _, word := range british {
		if bytes.Contains(low, []byte(word)) {
			return true
		}
	}
	return false
}

func names(o *outlets.Outlet) []string {
	out := []string{o.Name}
	if o.Native != "" {
		out = append(out, o.Native)
	}
	for _, a := range o.Aliases {
		out = append(out, a.Text)
	}
	return out
}
