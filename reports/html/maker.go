package html

import (
	"fmt"
	"strconv"

	"example.org/verify/citations"
	"example.org/verify/score"
)

// maker makes the view of one document.
type maker struct {
	a       *score.Analysis
	about   About
	prefix  string   // of every id: "" for the first document of a page, "d2." for the second
	claims  int      // of all articles
	sources *sources // whom the document names
	rows    [][]int  // by article and citation: one more than the claim whose card shows it, 0 for none
	found   map[claimKey][]int
	given   map[string]bool   // ids that stand in the text already
	places  []citations.Range // of the findings in the clean text; empty for one that is not in an article
}

// claimKey names a claim by its article's index and its own.
type claimKey struct{ article, claim int }

func newMaker(a *score.Analysis, about About, n int) *maker {
	m := &maker{a: a, about: about, found: map[claimKey][]int{}, given: map[string]bool{}, places: make([]citations.Range, len(a.Findings))}
	if n > 0 {
		m.prefix = "d" + strconv.Itoa(n+1) + "."
	}
	m.rows = make([][]int, len(a.Document.Articles))
	for i := range a.Document.Articles {
		m.rows[i] = shown(&a.Document.Articles[i])
		m.claims += len(a.Document.Articles[i].Claims)
	}
	for i := range a.Findings {
		if f := &a.Findings[i]; f.Claim >= 0 && f.Silenced == nil {
			key := claimKey{f.Article, f.Claim}
			m.found[key] = append(m.found[key], i)
		}
	}
	m.sources = newSources(m)
	return m
}

// shown says for each citation in which claim's card it is shown first.
func shown(art *citations.Article) []int {
	rows := make([]int, len(art.Citations))
	for c := range art.Claims {
		for _, k := range art.Claims[c].Citations {
			if rows[k] == 0 {
				rows[k] = c + 1
			}
		}
	}
	return rows
}

// carried reports whether a claim rests on a citation.
func (m *maker) carried(article, citation int) bool { return m.rows[article][citation] > 0 }

func (m *maker) level(article, claim int) int {
	return levelOf(&m.a.Document.Articles[article].Claims[claim], &m.a.Articles[article].Claims[claim])
}

// id makes a name of the contract one of the page: "a1.c3", in the second document "d2.a1.c3". What stands in the text has "t." before it.
func (m *maker) id(name string) string { return m.prefix + name }

func (m *maker) findingID(i int) string { return m.prefix + "f" + strconv.Itoa(i+1) }

func (m *maker) markerID(article, i int) string {
	return fmt.Sprintf("%sa%d.m%d", m.prefix, article+1, i+1)
}

// claimLabel is how a claim's badge is read aloud. It begins with what is seen (WCAG 2.5.3).
func claimLabel(mark string, i, level int) string {
	return mark + ", claim " + strconv.Itoa(i+1) + ": " + levels[level].Words
}
