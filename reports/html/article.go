package html

import (
	"strings"

	"example.org/verify/citations"
	"example.org/verify/score"
)

// article is one article as it is read, with the cards of its claims.
type article struct {
	ID, Title, Byline      string
	Published, PublishedBy string
	Lang, Dir              string
	Verdict                string
	Strip                  strip
	Blocks                 []block
	Cards                  []card
	Legend                 []level
}

// block is one paragraph.
type block struct {
	Class  string // t title, h heading, n note, and others that only look different; "" for running text
	Dir    string // "" where it is the article's
	Pieces []piece
}

// classes are what a paragraph of each part is printed as.
var classes = map[citations.Part]string{
	citations.Title: "t", citations.Heading: "h", citations.NotesHead: "h", citations.Lead: "lead", citations.Item: "item", citations.Byline: "byline",
	citations.Biography: "bio", citations.Caption: "cap", citations.NoteEntry: "n", citations.Aside: "cap", citations.References: "n",
}

func (m *maker) article(n int) article {
	art, s := &m.a.Document.Articles[n], &m.a.Articles[n]
	v := article{
		ID: m.id(citations.ArticleID(n)), Title: visible(firstOf(art.Title, "Untitled article")), Lang: art.Language, Dir: m.direction(art),
		Published: dayOf(&art.Published).Words, PublishedBy: publishedBy[art.PublishedBy], Verdict: coverage(&s.Figures), Strip: m.strip(n),
	}
	if len(art.Authors) > 0 {
		v.Byline = visible(names(art.Authors))
	}
	v.Blocks = m.blocks(n, v.Dir)
	seen := map[int]bool{}
	for i := range art.Claims {
		v.Cards = append(v.Cards, m.card(n, i))
		seen[m.level(n, i)] = true
	}
	for i := range levels {
		if seen[i] {
			v.Legend = append(v.Legend, levels[i])
		}
	}
	return v
}

func (m *maker) blocks(n int, dir string) []block {
	art := &m.a.Document.Articles[n]
	marks := marksOf(m, n)
	c := newCutter(m, n)
	blocks := make([]block, 0, len(art.Paragraphs))
	for i := range art.Paragraphs {
		p := &art.Paragraphs[i]
		b := block{Class: classes[p.Part], Pieces: c.cut(p.Range, marks[i])}
		if d := direction(m.a.Document.Text.Slice(p.Range)); d != dir {
			b.Dir = d
		}
		blocks = append(blocks, b)
	}
	return blocks
}

// direction is that in which an article's first words of running text are written.
func (m *maker) direction(art *citations.Article) string {
	for i := range art.Paragraphs {
		if p := &art.Paragraphs[i]; p.Part == citations.Body || p.Part == citations.Lead {
			return direction(m.a.Document.Text.Slice(p.Range))
		}
	}
	return "ltr"
}

func direction(s string) string {
	if rightToLeft(s) {
		return "rtl"
	}
	return "ltr"
}

// coverage says in a sentence how the claims of an article are sourced.
func coverage(f *score.Figures) string {
	if f.Checkworthy == 0 {
		return "It states nothing that could be checked against a source."
	}
	var b strings.Builder
	b.WriteString(of(f.Sourced, f.Checkworthy) + " checkable claims name a source, or stand in front of one that may cover them; ")
	switch f.TwoOrigins {
	case 0:
		b.WriteString("none rests on two origins or more.")
	case 1:
		b.WriteString("1 rests on two origins or more.")
	default:
		b.WriteString(of(f.TwoOrigins, f.Checkworthy) + " rest on two origins or more.")
	}
	return b.String()
}
