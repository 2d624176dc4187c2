package html

import (
	"example.org/verify/citations"
)

// article is one article as it is read, with the cards of its claims.
type article struct {
	ID, Title, Byline      string
	Alone                  bool // the document is this article, and its head has said the rest
	Published, PublishedBy string
	Lang, Dir              string
	Verdict                string
	Strip                  strip
	Looked                 *summary // nil where nothing was sought
	Blocks                 []block
	Cards                  []card
	Levels                 []level // those that its claims have
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
		Alone: len(m.a.Document.Articles) == 1,
		ID:    m.id(citations.ArticleID(n)), Title: visible(firstOf(art.Title, "Untitled article")), Lang: visible(art.Language), Dir: m.direction(art),
		Published: dayOf(&art.Published).Words, PublishedBy: publishedBy[art.PublishedBy], Verdict: verdict(&s.Figures), Strip: m.strip(n), Looked: m.summary(n),
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
			v.Levels = append(v.Levels, levels[i])
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
		if p.Part == citations.Title && len(marks[i]) == 0 {
			continue // it stands above the article
		}
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
