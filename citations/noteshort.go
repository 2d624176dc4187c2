package citations

import (
	"slices"
	"strings"
)

// shortForms joins the notes that name an earlier one by its number ("See n. 5 above") or by the first words of its title ("Kauranen and Ahlander, “Two
// undersea cables.”", the short form of the Chicago Manual of Style, 14.30) with what they stand for. A note that says an outlet, a day or an address of its
// own stands for itself.
func (p *parser) shortForms(a *Article) {
	titled := map[string]int{}   // the first words of a title → the first note that has it; -1 where two sources begin alike
	labelled := map[listed]int{} // the notes passed
	for i := range a.Notes {
		p.look()
		n := &a.Notes[i]
		if i > 0 {
			labelled[listed{a.Notes[i-1].List, a.Notes[i-1].Label}] = i - 1
		}
		key := shortKey(n.Title)
		switch {
		case n.Kind == NoteIbid || n.Kind == NoteComment || len(n.Citations) != 1:
			continue
		case p.shortBySurname(a, i, titled):
			continue
		case n.Publisher == "" && n.Date == nil && len(n.URLs) == 0 && a.Citations[n.Citations[0]].Outlet == nil:
			k, ok := labelled[listed{n.List, crossReference(n.Text)}]
			if ok {
				n.Title, n.TitleSpan = "", Span{}
			}
			if !ok && key != "" {
				k, ok = titled[key]
				ok = ok && k >= 0 && sameWork(&a.Notes[k], n) && sameAuthor(&a.Notes[k], n)
			}
			if ok {
				p.standFor(a, i, k)
				continue
			}
		}
		if key == "" {
			continue
		}
		if k, twice := titled[key]; twice && (k < 0 || !sameWork(&a.Notes[k], n)) {
			titled[key] = -1
		} else if !twice {
			titled[key] = i
		}
	}
}

// shortBySurname makes note i stand for the note that it names by surname and title, and reports whether it does.
func (p *parser) shortBySurname(a *Article, i int, titled map[string]int) bool {
	n := &a.Notes[i]
	if n.Date != nil || len(n.URLs) > 0 {
		return false
	}
	surname, title := bySurname(n.Text)
	k, ok := titled[shortKey(title)]
	if !ok || k < 0 || !sameWork(&a.Notes[k], &Note{Title: title}) || !hasSurname(a.Notes[k].Authors, surname) {
		return false
	}
	n.Title, n.TitleSpan, n.Authors, n.Publisher = "", Span{}, nil, ""
	p.standFor(a, i, k)
	return true
}

// bySurname reads the short form "Macovei, Roofs or Floors?, p. 30": an author's surname, the first words of a title, the page. title is "" where a note is
// printed otherwise.
func bySurname(s string) (surname, title string) {
	const longest, most = 160, 4 // bytes, parts
	if len(s) > longest {
		return "", ""
	}
	parts := splitItems(s, Range{Start: 0, End: len(s)}, comma)
	if len(parts) < 2 || len(parts) > most {
		return "", ""
	}
	for _, r := range parts[2:] {
		if !locator(s[r.Start:r.End]) {
			return "", ""
		}
	}
	surname = s[parts[0].Start:parts[0].End]
	if len(words(surname)) > 3 || !capitalised(lastField(surname)) {
		return "", ""
	}
	return surname, strings.TrimRight(s[parts[1].Start:parts[1].End], ".")
}

// hasSurname reports whether one of some names ends with a surname.
func hasSurname(names []string, surname string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		return strings.HasSuffix(name, surname) && (len(name) == len(surname) || name[len(name)-len(surname)-1] == ' ')
	})
}

// listed is a list of notes and a label in it.
type listed struct {
	list  int
	label string
}

// shortKey is the first two words of a title, folded, its article left out; "" where it has fewer.
func shortKey(title string) string {
	if len(title) > 400 {
		return ""
	}
	ws := words(title)
	if len(ws) > 0 && articleWords.has(strings.ToLower(ws[0])) {
		ws = ws[1:]
	}
	if len(ws) < 2 {
		return ""
	}
	return foldWord(ws[0]) + " " + foldWord(ws[1])
}

// sameWork reports whether the title of short begins that of full.
func sameWork(full, short *Note) bool {
	f, s := words(full.Title), words(short.Title)
	for i, w := range s {
		if i >= len(f) || foldWord(w) != foldWord(f[i]) {
			return false
		}
	}
	return true
}

// sameAuthor reports whether full has one of the names that short prints before its title, or short prints none.
func sameAuthor(full, short *Note) bool {
	const reach = 400 // bytes in which the names before a title stand
	before, _, _ := strings.Cut(short.Text, short.Title)
	if len(before) > reach {
		return false
	}
	names, known := 0, words(full.Text[:min(len(full.Text), reach)])
	for _, w := range words(beforeTitle(before)) {
		f := foldWord(w)
		if f == "" || !capitalised(w) {
			continue
		}
		if slices.ContainsFunc(known, func(k string) bool { return foldWord(k) == f }) {
			return true
		}
		names++
	}
	return names == 0
}

// crossWords stand before the number of the note that another one refers to.
var crossWords = wordSet(`note notes n nn fn footnote endnote anm anmerkung fußnote nota noot przypis примечание прим`)

// seeWords may stand before them, aboveWords behind the number.
var (
	seeWords   = wordSet(`see cf as in siehe vgl s voir cfr véase ver vedi supra zie zob см above at`)
	aboveWords = wordSet(`above supra oben ci-dessus arriba acima sopra hierboven wyżej выше`)
)

// crossReference is the number of the note that a note names and nothing else: "See n. 5 above.", "Vgl. Anm. 5"; "?" for none, which labels no note.
func crossReference(s string) string {
	const none = "?"
	if len(s) > 60 {
		return none
	}
	label, cross := none, false
	for _, w := range words(s) {
		f := foldWord(w)
		switch {
		case label == none && !cross && seeWords.has(f):
		case label == none && crossWords.has(f):
			cross = true
		case label == none && cross && isNumber(f):
			label = f
		case label != none && aboveWords.has(f), f == "":
		default:
			return none
		}
	}
	return label
}

// standFor makes note i one that stands for note k, and its citation the source of that.
func (p *parser) standFor(a *Article, i, k int) {
	n := &a.Notes[i]
	if a.Notes[k].Kind == NoteIbid {
		if k = a.Notes[k].RefersTo; k < 0 {
			return
		}
	}
	if len(a.Notes[k].Citations) != 1 {
		return
	}
	n.Kind, n.RefersTo = NoteIbid, k
	src, c := a.Citations[a.Notes[k].Citations[0]], &a.Citations[n.Citations[0]]
	c.Role, c.Class, c.Outlet, c.Date, c.URL, c.Named = src.Role, src.Class, src.Outlet, src.Date, src.URL, src.Named
}
