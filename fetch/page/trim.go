package page

import (
	"slices"
	"strings"

	"example.org/verify/citations/dates"
)

// trimLead takes away what stands at the head of the main text and is none: the title again, the byline, the line of the date.
func (r *reader) trimLead() {
	blocks := r.page.Blocks
	for n := 0; n < 5 && len(blocks) > 1; n++ {
		b := &blocks[0]
		if rest, ok := strings.CutPrefix(b.Text, r.page.Title); ok && r.page.Title != "" && len(rest) < 120 {
			rest = strings.TrimSpace(rest)
			if rest == "" || r.aboutText(rest) {
				blocks = blocks[1:]
				continue
			}
		}
		kicker := len(b.Text) < 30 && len(blocks) > 2 && r.aboutText(blocks[1].Text) && strings.Count(b.Text, " ") < 3
		if b.Kind == Heading || !kicker && !r.aboutText(b.Text) {
			break
		}
		blocks = blocks[1:]
	}
	r.page.Blocks = blocks
}

// aboutText reports whether a short line tells who wrote a text, or when.
func (r *reader) aboutText(s string) bool {
	if len(s) > 140 {
		return false
	}
	rest := s
	for _, f := range slices.Backward(dates.Find(s, r.dateOptions)) {
		if f.Date.Precision == dates.Day {
			rest = rest[:f.Start] + rest[f.End:]
		}
	}
	if len(rest) < len(s) && len(rest) < 80 {
		return true
	}
	if strings.HasSuffix(s, ".") {
		return false
	}
	if name, ok := afterBy(s); ok && len(s) < 80 && looksLikeName(strings.TrimSpace(name), false) {
		return true
	}
	for _, a := range r.page.Authors {
		if len(a) > 4 && strings.HasPrefix(s, a) && len(s) < len(a)+60 {
			return true
		}
	}
	return strings.Contains(s, " min read")
}
