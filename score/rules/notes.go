package rules

import (
	"fmt"

	"example.org/verify/citations"
	"example.org/verify/score"
)

var noteMissing = Rule{
	ID:       "note.missing",
	Severity: score.Error,
	Title:    "A marker leads to no note",
	Doc:      "The text refers to a note that does not exist. Once for the article where it has no notes at all.",
	Why:      "The claim looks sourced and is not.",
	Example:  "Ferry Talks\n\nThe two ministers met in Tripoli. [1] They agreed on a new line. [2] The port opens in June. [3]\n\nNOTES\n\n[1] “Ministers meet,” Libya Herald, May 3, 2018.\n\n[2] “A new line,” Reuters, May 4, 2018.",
	NearMiss: "Ferry Talks\n\nThe two ministers met in Tripoli. [1] They agreed on a new line. [2]\n\nNOTES\n\n[1] “Ministers meet,” Libya Herald, May 3, 2018.\n\n[2] “A new line,” Reuters, May 4, 2018.",
	Cure:     "Add the note, or take the marker out.",
	Source:   "The Chicago Manual of Style, on numbered notes",
	run: func(p *pass) {
		p.eachArticle(func(a int, art *citations.Article) {
			lost := 0
			seen := map[citations.Span]bool{}
			for i := range art.Markers {
				m := &art.Markers[i]
				if m.Note >= 0 {
					continue
				}
				lost++
				if len(art.Notes) > 0 && !seen[m.Span] {
					p.report(onMarker(a, m), m.Span, fmt.Sprintf("there is no note %s; the notes end at %s", m.Label, lastLabel(art)), "add the note, or take the marker out")
				}
				seen[m.Span] = true
			}
			if lost > 0 && len(art.Notes) == 0 {
				m := &art.Markers[0]
				p.report(onMarker(a, m), m.Span, counted(lost, "marker")+" in the text, and the article has no notes", "add the notes")
			}
		})
	},
}

func lastLabel(art *citations.Article) string { return art.Notes[len(art.Notes)-1].Label }

var noteUnreferenced = Rule{
	ID:       "note.unreferenced",
	Severity: score.Warning,
	Title:    "No marker leads to a note",
	Doc: `A note stands at the foot, and the text never refers to it. Where more than half of an article's notes have no marker they are a bibliography, or the raised figures
were lost: then it is one suggestion for the article.`,
	Why:      "Either a claim has lost its source, or a source is listed that supports nothing.",
	Example:  "Ferry Talks\n\nThe two ministers met in Tripoli. [1] They agreed on a new line. [2]\n\nNOTES\n\n[1] “Ministers meet,” Libya Herald, May 3, 2018.\n\n[2] “A new line,” Reuters, May 4, 2018.\n\n[3] “Port opens,” Reuters, May 5, 2018.",
	NearMiss: "Ferry Talks\n\nThe two ministers met in Tripoli. [1] They agreed on a new line. [2] The port opens in June. [3]\n\nNOTES\n\n[1] “Ministers meet,” Libya Herald, May 3, 2018.\n\n[2] “A new line,” Reuters, May 4, 2018.\n\n[3] “Port opens,” Reuters, May 5, 2018.",
	Cure:     "Put the marker where it belongs, or strike the note.",
	Source:   "The Chicago Manual of Style, on numbered notes",
	run: func(p *pass) {
		p.eachArticle(func(a int, art *citations.Article) {
			var without []int
			for n := range art.Notes {
				if !p.marked[a][n] && !art.Notes[n].Unordered && !p.twin(a, n) {
					without = append(without, n)
				}
			}
			if len(without)*2 > len(art.Notes) {
				first := without[0]
				f := p.report(onNote(a, first), art.Notes[first].Span, fmt.Sprintf("%d of %d notes have no marker in the text", len(without), len(art.Notes)), "put the markers back, or call the list a bibliography")
				lowered(f, score.Suggestion)
				return
			}
			for _, n := range without {
				p.report(onNote(a, n), art.Notes[n].Span, fmt.Sprintf("no marker leads to note %s", art.Notes[n].Label), "put the marker where it belongs, or strike the note")
			}
		})
	},
}

// twin reports whether another note of the list bears the label of note n: that is note.duplicate's to say.
func (p *pass) twin(a, n int) bool {
	notes := p.doc.Articles[a].Notes
	for _, i := range [...]int{n - 1, n + 1} {
		if i >= 0 && i < len(notes) && notes[i].Label == notes[n].Label && notes[i].List == notes[n].List {
			return true
		}
	}
	return false
}

var noteDuplicate = Rule{
	ID:       "note.duplicate",
	Severity: score.Warning,
	Title:    "Two notes bear one label",
	Doc:      "Two notes of one list have the same number. A marker with it may mean either.",
	Why:      "The reader, and every program, takes the first; the second supports nothing.",
	Example:  "Ferry Talks\n\nThe two ministers met in Tripoli. [1] They agreed on a new line. [2]\n\nNOTES\n\n[1] “Ministers meet,” Libya Herald, May 3, 2018.\n\n[2] “A new line,” Reuters, May 4, 2018.\n\n[2] “Port opens,” Reuters, May 5, 2018.",
	NearMiss: "Ferry Talks\n\nThe two ministers met in Tripoli. [1] They agreed on a new line. [2]\n\nNOTES\n\n[1] “Ministers meet,” Libya Herald, May 3, 2018.\n\n[2] “A new line,” Reuters, May 4, 2018.",
	Cure:     "Number the notes anew.",
	Source:   "The Chicago Manual of Style, on numbered notes",
	run: func(p *pass) {
		p.eachArticle(func(a int, art *citations.Article) {
			type key struct {
				list  int
				label string
			}
			seen := map[key]bool{}
			for n := range art.Notes {
				k := key{art.Notes[n].List, art.Notes[n].Label}
				if seen[k] && k.label != "" {
					p.report(onNote(a, n), labelSpan(&art.Notes[n]), "a second note "+k.label, "number the notes anew")
				}
				seen[k] = true
			}
		})
	},
}

// labelSpan is where a note's label stands, the note where it has none.
func labelSpan(n *citations.Note) citations.Span {
	if n.LabelSpan.Empty() {
		return n.Span
	}
	return n.LabelSpan
}

var noteIbid = Rule{
	ID:       "note.ibid",
	Severity: score.Warning,
	Title:    "An ibid. does not say what it stands for",
	Doc: `Ibid. or op. cit. resolves to no note or to several: it opens the list, follows a remark or a note with two sources, or names an author who was not cited. So does an ibid.
that no marker leads to: what stands before it may have been moved; and one whose sentence names another source in a bracket (a suggestion).`,
	Why:      "Ibid. breaks silently whenever a note is inserted or moved.",
	Example:  "Ferry Talks\n\nThe two ministers met in Tripoli. [1] They agreed on a new line. [2]\n\nNOTES\n\n[1] Ibid.\n\n[2] “A new line,” Reuters, May 4, 2018.",
	NearMiss: "Ferry Talks\n\nThe two ministers met in Tripoli. [1] They agreed on a new line. [2]\n\nNOTES\n\n[1] “A new line,” Reuters, May 4, 2018.\n\n[2] Ibid.",
	Cure:     "Print a short form of the source instead.",
	Source:   "The Chicago Manual of Style (17th ed.), which discourages ibid.",
	run: func(p *pass) {
		unclear := map[[2]int]bool{}
		p.defects(citations.IbidUnclear, func(d *citations.Defect) {
			unclear[[2]int{d.Article, d.Note}] = true
			p.report(place(d), d.Span, "it is unclear what this stands for: "+d.Detail, "print a short form of the source")
		})
		p.eachArticle(func(a int, art *citations.Article) {
			for n := range art.Notes {
				if note := &art.Notes[n]; note.Kind == citations.NoteIbid && note.RefersTo == n-1 && bareIbid(note.Text) && !p.marked[a][n] && !unclear[[2]int{a, n}] {
					p.report(onNote(a, n), note.Span, "no marker leads to this ibid.; what stood before it may have been moved", "print a short form of the source")
				}
			}
		})
		p.eachClaim(p.otherThanIbid)
	},
}

// otherThanIbid raises an ibid. whose sentence names a source in a bracket, and another than the one that the ibid. stands for: the note before was moved, or is not meant.
func (p *pass) otherThanIbid(a, _ int, art *citations.Article, claim *citations.Claim) {
	var named *citations.Citation
	for _, k := range claim.Citations {
		if c := &art.Citations[k]; c.Kind == citations.Inline && c.Outlet != nil && c.Outlet.ID != "" {
			named = c
		}
	}
	if named == nil {
		return
	}
	for _, k := range claim.Citations {
		c := &art.Citations[k]
		if c.Kind != citations.FromNote || c.Note < 0 || c.Outlet == nil || c.Outlet.ID == "" || c.Outlet.ID == named.Outlet.ID {
			continue
		}
		if n := &art.Notes[c.Note]; n.Kind == citations.NoteIbid && n.RefersTo == c.Note-1 && bareIbid(n.Text) {
			f := p.report(onNote(a, c.Note), n.Span, fmt.Sprintf("the sentence gives %s, and this stands for %s", named.Outlet.Printed, c.Outlet.Printed), "print a short form of the source")
			f.Severity = score.Suggestion
		}
	}
}

// bareIbid reports whether a note is nothing but ibid.: no author and no title, which would lead to the source without the order.
func bareIbid(text string) bool { return len([]rune(text)) <= 24 }

var noteRunOn = Rule{
	ID:       "note.run-on",
	Severity: score.Warning,
	Title:    "Two notes stand on one line",
	Doc:      "A note begins on the line of the one before it.",
	Why:      "A reader who looks for the number at the line's start does not find it.",
	Example:  "Ferry Talks\n\nThe two ministers met in Tripoli. [1] They agreed on a new line. [2] The port opens in June. [3]\n\nNOTES\n\n[1] “Ministers meet,” Libya Herald, May 3, 2018.\n\n[2] “A new line,” Reuters, May 4, 2018. [3] “Port opens,” Reuters, May 5, 2018.",
	NearMiss: "Ferry Talks\n\nThe two ministers met in Tripoli. [1] They agreed on a new line. [2] The port opens in June. [3]\n\nNOTES\n\n[1] “Ministers meet,” Libya Herald, May 3, 2018.\n\n[2] “A new line,” Reuters, May 4, 2018.\n\n[3] “Port opens,” Reuters, May 5, 2018.",
	Cure:     "Begin a new line.",
	Source:   "House rule",
	run: func(p *pass) {
		p.defects(citations.RunOn, func(d *citations.Defect) {
			f := p.report(place(d), d.Span, "the note stands on the line of the one before it", "begin a new line")
			if f.Edit = d.Edit; f.Edit == nil {
				f.Edit = &citations.Edit{Span: citations.Span{Start: d.Span.Start, End: d.Span.Start}, Text: "\n"}
			}
		})
	},
}
