package html

import (
	"strings"

	"example.org/verify/fetch/support"
)

// maxListed is how many things of one check are told one by one.
const maxListed = 5

// checks are the questions that a page was asked, each with its figures, and what was not found word by word.
func checks(c *support.Checks) (list []asked) {
	add := func(name, result string, fails bool) { list = append(list, asked{name, result, fails}) }
	if c.Date.Asked {
		add("date", dateSaid(&c.Date), c.Date.State == support.Contrary)
	}
	list = append(list, quotations(c.Quotations)...)
	list = append(list, figures(c.Figures)...)
	if n := &c.Names; n.Of > 0 {
		said := of(n.Found, n.Of)
		if len(n.Missing) > 0 {
			said += ", without " + visible(names(n.Missing[:min(len(n.Missing), maxListed)]))
		}
		add("names", said, false)
	}
	if w := &c.Words; w.Of > 0 {
		add("words", of(w.Found, w.Of)+" in the passage", false)
	}
	if n := &c.Negation; n.Word != "" {
		add("sense", negationSaid(n), false)
	}
	return list
}

func dateSaid(d *support.DateCheck) string {
	switch {
	case d.Page == "":
		return "the page bears none"
	case d.State == support.Found:
		return "the cited day"
	case d.Days == 0:
		return isoDay(d.Page)
	}
	return since(d.Days)
}

// quotations counts those that stand on the page word by word, and tells the others.
func quotations(qs []support.QuoteCheck) (list []asked) {
	if len(qs) == 0 {
		return nil
	}
	stand := 0
	var others []asked
	for _, q := range qs {
		text := "“" + visible(shorten(q.Text, 120)) + "”"
		switch {
		case q.State == support.Found:
			stand++
		case q.Page != "":
			others = append(others, asked{text, "the page has “" + visible(shorten(q.Page, 120)) + "”", q.State == support.Contrary})
		default:
			others = append(others, asked{text, "not on the page", false})
		}
	}
	return append([]asked{{"quotations", of(stand, len(qs)) + " word by word", false}}, others[:min(len(others), maxListed)]...)
}

// figures counts those whose value stands on the page, and tells the others.
func figures(fs []support.FigureCheck) (list []asked) {
	if len(fs) == 0 {
		return nil
	}
	stand := 0
	var others []asked
	for _, f := range fs {
		text := "“" + visible(shorten(f.Text, 60)) + "”"
		page := "the page has “" + visible(shorten(f.Page, 60)) + "”"
		switch {
		case f.State == support.Found || f.State == support.Near:
			stand++
		case f.State == support.Contrary:
			others = append(others, asked{text, page, true})
		case f.State == support.Elsewhere:
			others = append(others, asked{text, page + ", of something else", false})
		default:
			others = append(others, asked{text, "not on the page", false})
		}
	}
	return append([]asked{{"figures", of(stand, len(fs)), false}}, others[:min(len(others), maxListed)]...)
}

func negationSaid(n *support.NegationCheck) string {
	word := "“" + visible(strings.TrimSpace(n.Word)) + "”"
	switch {
	case n.Kind == "order":
		return "the passage names " + word + " first"
	case n.In == "claim":
		return word + " stands in the claim alone"
	}
	return word + " stands in the passage alone"
}
