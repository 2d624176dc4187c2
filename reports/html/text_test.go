package html

import (
	"encoding/base64"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"example.org/verify/citations"
	"example.org/verify/score"
)

// signed are the elements that are put into an article's text and are not of it.
func signed(n *html.Node) bool {
	return classed("b")(n) || classed("fl")(n) || classed("back")(n)
}

// asRead holds that the articles stand on the page word for word. A title without a mark stands in its heading.
func asRead(t interface{ Errorf(string, ...any) }, a *score.Analysis, root *html.Node) {
	texts := elements(root, func(n *html.Node) bool { return n.Data == "article" })
	if len(texts) != len(a.Document.Articles) {
		t.Errorf("%d articles on the page, want %d", len(texts), len(a.Document.Articles))
		return
	}
	for i := range a.Document.Articles {
		var want strings.Builder
		for _, p := range a.Document.Articles[i].Paragraphs {
			if p.Part != citations.Title {
				want.WriteString(visible(a.Document.Text.Slice(p.Range)))
			}
		}
		skip := func(n *html.Node) bool { return signed(n) || n.Data == "h3" }
		got := content(texts[i], skip)
		if squeeze(got) != squeeze(want.String()) {
			t.Errorf("the article reads\n%q\nwant\n%q", squeeze(got), squeeze(want.String()))
		}
	}
}

func squeeze(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "\u0000", "")), "")
}

// TestArticlesAsRead: every document of testdata/articles stands on its page as it is read, and each of its claims has a badge and a card.
func TestArticlesAsRead(t *testing.T) {
	files, _ := filepath.Glob("../../testdata/articles/*.*")
	if len(files) == 0 {
		t.Skip("testdata/articles is empty")
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			a := analyse(t, file, string(raw))
			page := write(t, fixed, a)
			root := sound(t, page)
			asRead(t, a, root)
			claims := 0
			for i := range a.Document.Articles {
				claims += len(a.Document.Articles[i].Claims)
			}
			cards := len(elements(root, func(n *html.Node) bool { return n.Data == "li" && classed("card")(n) }))
			badges := len(elements(root, func(n *html.Node) bool { return n.Data == "a" && classed("b")(n) }))
			if cards != claims || badges != claims {
				t.Errorf("%d claims, %d cards, %d badges in the text", claims, cards, badges)
			}
			if most := 400<<10 + 2*len(raw); len(page) > most {
				t.Errorf("the page has %d bytes, more than %d", len(page), most)
			}
		})
	}
}

// TestWords: the page's own words rate the sourcing, never the truth.
func TestWords(t *testing.T) {
	var own strings.Builder
	own.WriteString(script + style)
	names, _ := filepath.Glob("templates/*.html")
	for _, name := range names {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		own.Write(raw)
	}
	page := content(dom(t, write(t, fixed, sample(t))), named("pre"))
	if m := regexp.MustCompile(`(?i)\b(true|false|independent\w*|confirmed|probabl\w+)\b`).FindString(own.String() + page); m != "" {
		t.Errorf("the page says %q", m)
	}
}

// TestSilenceFits: the entry that a finding offers silences it: its quotation stands in the finding's own text.
func TestSilenceFits(t *testing.T) {
	for _, quote := range []string{"Alnabaa, April 14", "  two\nlines", strings.Repeat("é", 200), `a "quoted" \ name`, ""} {
		entry := silence("outlet.unknown", quote)
		_, rest, _ := strings.Cut(entry, "quote = \"")
		got, _, _ := strings.Cut(rest, "\"\nreason")
		got = strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(got)
		if !strings.Contains(quote, got) {
			t.Errorf("the entry for %q quotes %q", quote, got)
		}
	}
}

// TestCSV: the link holds the table, and no cell that a spreadsheet would run.
func TestCSV(t *testing.T) {
	a := sample(t)
	a.Document.Articles[0].Citations[1].Outlet.Name = "=1+1"
	links := elements(dom(t, write(t, fixed, a)), func(n *html.Node) bool { return n.Data == "a" && attr(n, "download") != "" })
	if len(links) != 1 {
		t.Fatalf("%d links to a CSV", len(links))
	}
	_, data, _ := strings.Cut(attr(links[0], "href"), "base64,")
	table, err := base64.StdEncoding.DecodeString(data)
	if err != nil {
		t.Fatal(err)
	}
	if s := string(table); !strings.Contains(s, "CAJ News") || !strings.Contains(s, "\n'=1+1,") {
		t.Errorf("the table is\n%s", s)
	}
}

// TestEvidence: what was found stands beside the claim, and a verdict is told with its source.
func TestEvidence(t *testing.T) {
	o := fixed
	o.About = sampleAbout
	root := dom(t, write(t, o, lookedUp(t)))
	none := func(*html.Node) bool { return false }
	passages := elements(root, classed("pass"))
	if len(passages) != 3 {
		t.Fatalf("%d citations with evidence, want 3", len(passages))
	}
	for i, wants := range [][]string{
		{"differs", "CAJ News, 15 May 2018", "Gunmen killed two guards", "Three guards were killed", "The page carries a correction", "date: 1 day before the cited day", "figures: 0 of 1",
			"✗ “two guards”: the page has “three guards”", "names: 1 of 2, without Gunmen", "words: 4 of 5", "Guards killed at the well, of 14 May 2018, by its data for search engines, last changed on 16 May 2018",
			"archived copy, captured on 17 May 2018, 2 days after the cited day", "the address that is given: gone on 2 Jan 2019"},
		{"not found", "Alnabaa, 14 Apr 2018", "no resolver found a page that fits", "Why it was not found in 4 places", "day archive, sitemaps: the registry has none"},
		{"supported", "A Title, of 1 Mar 2017, by its metadata"},
	} {
		said := content(passages[i], none)
		for _, want := range wants {
			if !strings.Contains(said, want) {
				t.Errorf("passage %d does not say %q: %s", i+1, want, said)
			}
		}
	}
	if s := content(elements(root, classed("looked"))[0], none); s != "3 of 3 citations looked up:1 supported1 differs1 not found" {
		t.Errorf("the summary says %q", s)
	}
	links := elements(passages[0], named("a"))
	if len(links) != 2 || !strings.HasPrefix(attr(links[0], "href"), "https://web.archive.org/") || attr(links[1], "href") != "https://example.org/a?b=c&d" {
		t.Errorf("the links lead elsewhere")
	}
	if all := content(root, named("script")); !strings.Contains(all, "Also in") || !strings.Contains(all, "An older issue") || !strings.Contains(all, "Desk list, 2018") {
		t.Error("similar claims or ratings are missing")
	}
}
