package archives

import (
	"net/url"
	"slices"
	"unicode"

	"example.org/verify/fetch"
	"example.org/verify/fetch/support"
)

// fits says how well a page answers the question, 0 if it is not to be taken for the page: one that is not at the address given must
// be of the cited day or its neighbour, and if it does not carry the claim wholly it must speak of the same.
func (s *search) fits(c *Candidate, ev *fetch.Evidence) float64 {
	words := &ev.Checks.Words
	score := 0.01 + words.Share
	if ev.Verdict == support.Supported {
		score++
	}
	switch {
	case s.given(c), s.q.Address != "" && sameText(c.Original, s.q.Address):
		return score
	case !s.rightDay(c, ev):
		return 0
	case ev.Verdict == support.Supported:
		return score
	case ev.Verdict == support.Partly || ev.Verdict == support.Differs:
		if same(&ev.Checks) {
			return score
		}
	case ev.Verdict == support.OtherLanguage:
		if n := &ev.Checks.Names; n.Found >= 2 && 2*n.Found >= n.Of {
			return 0.01 + float64(n.Found)/float64(n.Of)
		}
		if slices.ContainsFunc(ev.Checks.Figures, telling) {
			return 0.01
		}
	}
	return 0
}

// same reports whether a page that does not carry the claim wholly speaks of the same: outlets have many reports of one kind, which have
// their words in common and differ in names and figures. Where a name is missing, a figure or quotation must stand there.
func same(c *support.Checks) bool {
	n := &c.Names
	switch {
	case n.Of == 0:
		return nameless(c)
	case n.Found == n.Of && slices.ContainsFunc(c.Figures, telling):
		return true
	case c.Words.Share < 0.5 || n.Found == 0 || 2*n.Found < n.Of:
		return false
	case n.Found == n.Of || len(c.Figures)+len(c.Quotations) == 0:
		return true
	}
	return slices.ContainsFunc(c.Figures, func(f support.FigureCheck) bool { return stands(f.State) }) ||
		slices.ContainsFunc(c.Quotations, func(q support.QuoteCheck) bool { return stands(q.State) })
}

// nameless is same for a claim without names: most of its words, or half of them and a figure, must stand there, and each figure must, or
// another one of the same things.
func nameless(c *support.Checks) bool {
	if slices.ContainsFunc(c.Figures, func(f support.FigureCheck) bool { return f.State == support.Missing && f.Page == "" }) {
		return false
	}
	return c.Words.Share >= 0.7 || c.Words.Share >= 0.5 && c.Words.Found >= 2 && slices.ContainsFunc(c.Figures, func(f support.FigureCheck) bool { return stands(f.State) })
}

func stands(s support.State) bool { return s == support.Found || s == support.Near }

// telling reports whether a figure stands there that has hardly come by chance: one of three digits or more.
func telling(f support.FigureCheck) bool {
	digits := 0
	for _, r := range f.Text {
		if unicode.IsDigit(r) {
			digits++
		}
	}
	return f.State == support.Found && digits >= 3
}

// rightDay reports whether the page, or the archive that lists it, says that it is of the cited day or its neighbour.
func (s *search) rightDay(c *Candidate, ev *fetch.Evidence) bool {
	switch d := &ev.Checks.Date; {
	case !d.Asked:
		return false
	case d.State == support.Found || d.State == support.Near:
		return true
	case d.Page != "":
		return false
	}
	day, _ := s.q.Day()
	return apart(c.Day, day) <= 1
}

// sameText reports whether two addresses are the same but for scheme, www and a last slash.
func sameText(a, b string) bool {
	x, err1 := url.Parse(a)
	y, err2 := url.Parse(b)
	return err1 == nil && err2 == nil && sameAddress(x, y)
}
