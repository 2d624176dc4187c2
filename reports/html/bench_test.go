package html

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"example.org/verify/score"
)

// issue is a text with n cited sentences and their like.
func issue(n int) string {
	var b strings.Builder
	papers := []string{"Reuters", "Daily Nation", "CAJ News", "Libya Herald", "Al Jazeera", "The Standard", "Xinhua", "Le Monde", "Haaretz", "Tuko"}
	for i := range n {
		if i%100 == 0 {
			fmt.Fprintf(&b, "\n\nARTICLE NUMBER %d ON WHAT HAPPENED\n\nJane Roe\n\n", i/100+1)
		}
		fmt.Fprintf(&b, "On May %d armed men from district %d attacked a convoy on the road to the border and killed %d soldiers and wounded %d others, the provincial governor told reporters on the evening of the same day in the regional capital, adding that the search for the attackers was going on and that the road had been closed to all traffic until further notice (%s, May %d; %s, May %d). ",
			i%28+1, i, i%17+2, i%9+3, papers[i%10], i%28+1, papers[(i+3)%10], i%28+2)
		if i%5 == 4 {
			b.WriteString("\n\n")
		}
	}
	return b.String()
}

func benchmark(b *testing.B, a *score.Analysis) {
	b.Helper()
	b.ReportAllocs()
	b.SetBytes(int64(len(a.Document.Text.File)))
	for b.Loop() {
		if err := Write(io.Discard, slices.Values([]*score.Analysis{a}), fixed); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkArticle is one article of 60 claims: 50 ms are allowed.
func BenchmarkArticle(b *testing.B) { benchmark(b, analyse(b, "article.txt", issue(60))) }

// BenchmarkIssue is an issue of 1,000 claims: 300 ms are allowed.
func BenchmarkIssue(b *testing.B) { benchmark(b, analyse(b, "issue.txt", issue(1000))) }

// TestSize holds the page of an issue of 1,000 claims to its limit.
func TestSize(t *testing.T) {
	content := issue(1000)
	a := analyse(t, "issue.txt", content)
	page := write(t, fixed, a)
	claims := 0
	for i := range a.Document.Articles {
		claims += len(a.Document.Articles[i].Claims)
	}
	most := 400<<10 + 2*len(content)
	t.Logf("%d claims, %d findings, text %d bytes, page %d of %d", claims, len(a.Findings), len(content), len(page), most)
	if claims < 900 || len(page) > most {
		t.Errorf("%d claims: the page has %d bytes, more than %d", claims, len(page), most)
	}
}
