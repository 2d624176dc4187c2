package text

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/net/html/charset"
)

const prose = "The ministry said on Tuesday that it would look into the matter, which is long enough to be a paragraph of its own."

func TestHTMLBlocks(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"fragment", `<p>One <b>two</b>&nbsp;three.<p>Four`, "p: One two\u00A0three.\np: Four\n"},
		{"line breaks", `<p>Jane Roe<br>Velm, May 4<br><br>` + prose + ` He<br>left.`, "p: Jane Roe\np tight: Velm, May 4\np: " + prose + " He left.\n"},
		{"entities", `<p>&ldquo;A&rdquo; &amp; B &copy 2020 &#x41;&#66; &unknown; a&shy;b AT&T`, "p: “A” & B © 2020 AB &unknown; ab AT&T\n"},
		{"headings and lists", `<h1>A</h1><h3>B</h3><ol start=3><li>x<li><p>y<p>z</ol><ul><li>u</ul>`, "h1: A\nh3: B\nli 3: x\nli 4: y\nli 4: z\nli: u\n"},
		{"quote, table, caption", `<blockquote><p>Q</blockquote><table><caption>T</caption><tr><td>a<td>b</table><figure><figcaption>F</figcaption></figure>`, "q: Q\ncap: T\ntd: a\ntd: b\ncap: F\n"},
		{"superscripts", `<p>20 km<sup>2</sup>, see<span style="vertical-align: super">3</span>`, "p: 20 km^{2}, see^{3}\n"},
		{"links", `<p><a href="https://e.org/?a=1&amp;b=2">two <i>words</i></a> <a href="#top">up here</a>`, "p: {two words → https://e.org/?a=1&b=2} up here\n"},
		{"raised and bold by class, as Google Docs and LibreOffice write", `<style>.c1{color:#000;vertical-align:super}p.c2,span.c3{font-weight:700}.x .c4{vertical-align:super}.c5{position:relative;top:-0.33em}</style><p>A<span class="c0 c1">1</span> b<span class=c4>2</span> c<span class=c5>3</span><p><span class=c3>All</span>`, "p: A^{1} b2 c^{3}\np bold: All\n"},
		{"misnested", `<p>a<b>b<i>c</b>d</i>e<table>f<tr><td>g</table>`, "p: abcdef\ntd: g\n"},
		{"bold", `<p><strong>All of it</strong> <b>is</b><p><b>Not</b> this`, "p bold: All of it is\np: Not this\n"},
		{"hidden", `<p>a<span hidden>b</span><span style="display: none">c</span><span aria-hidden=true>d</span><script>e</script>` + "<style>f</style>", "p: a\n"},
		{"pandoc's notes", `<p>A.<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a></p><section id="footnotes" role="doc-endnotes"><hr><ol><li id="fn1"><p>N one. <a href="#fnref1" class="footnote-back">↩︎</a></p><p>More.</p></li></ol></section>`,
			"p: A.^{1}\nfn 1: N one.\nfn 1: More.\n"},
		{"LibreOffice's notes", `<p>A.<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a></p><div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> N one.</p></div>`,
			"p: A.^{1}\nfn 1 <1>: N one.\n"},
		{"Word's notes", `<p>A.<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span>[1]</span></a></p><div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span>[1]</span></a> N one.</p></div>`,
			"p: A.[1]\nfn 1 <[1]>: N one.\n"},
		{"Wikipedia's notes", `<p>A.<sup id="cite_ref-1" class="reference"><a href="#cite_note-1"><span>[</span>1<span>]</span></a></sup></p><ol class="references"><li id="cite_note-1"><span><b><a href="#cite_ref-1">^</a></b></span> <span class="reference-text">N one.</span></li></ol>`,
			"p: A.^{[1]}\nfn 1: N one.\n"},
		{"a label in the text of the note", `<p>A.<sup><a href="#n2">2</a></sup></p><p id=n2>2. N two.</p>`, "p: A.^{2}\nfn 2 <2.>: N two.\n"},
		{"a day is no label", `<p>A.<sup><a href="#n1">1</a></sup></p><ol><li id=n1>1 May 2018, Reuters.</li></ol>`, "p: A.^{1}\nfn 1: 1 May 2018, Reuters.\n"},
		{"notes of a page that a browser saved", `<p>A.<sup id=r1><a href="https://x.example/a.html#n1">1</a></sup></p><p id=n1>1. N one. <a href="https://x.example/a.html#r1">up</a></p>`, "p: A.^{1}\nfn 1 <1.>: N one.\n"},
		{"a note without a marker", `<p>A.<a href="#_edn1" name="_ednref1">[1]</a></p><div><p><a href="#_ednref1" name="_edn1">[1]</a> N one.</p><p><a href="#_ednref2" name="_edn2">[2]</a> N two.</p></div>`,
			"p: A.[1]\nfn 1 <[1]>: N one.\nfn 2 <[2]>: N two.\n"},
		{"words for those who listen", `<p>A <a href=/x>notice<span style="border:0;clip:rect(0, 0, 0, 0);position:absolute">, opens new tab</span></a> came.`, "p: A {notice → /x} came.\n"},
		{"lines broken at one width", "<pre>\nThe boats of the village have not left the harbour since the storm, said the\nHarbour Office on Monday, and the fish market is closed. Nobody could say when the planta-\ntions will be open again, for the road to them lies under the water of the lake\nstill, as the Bureau of Roads reports from time to time.\n\nA second\n</pre>",
			"p: The boats of the village have not left the harbour since the storm, said the Harbour Office on Monday, and the fish market is closed. Nobody could say when the plantations will be open again, for the road to them lies under the water of the lake still, as the Bureau of Roads reports from time to time.\np: A second\n"},
		{"lines set at places of their own", placedLines(80, "The Quay") + placedLines(120, "The boats of the village have not left the harbour since the storm, said the", "Harbour Office on Monday, and the fish market is closed; nobody could say when the", "road will be open again.") + placedLines(200, "A second one lies in the mud of the lake, and no crane has come to lift it from the", "Roads Bureau."),
			"p: The Quay\np: The boats of the village have not left the harbour since the storm, said the Harbour Office on Monday, and the fish market is closed; nobody could say when the road will be open again.\np: A second one lies in the mud of the lake, and no crane has come to lift it from the Roads Bureau.\n"},
		{"paragraphs of one length", `<p>The boats of the village have not left since the storm, says Anna.<br>The Harbour Office has nothing to say, and its clerk is on leave.<br>Nobody knows when the road will be open again, and nobody asks.<br>The lake is still, and the mud lies on the quay in front of it.<br>Boats pass at night, says the clerk, and he counts none of them.`,
			"p: The boats of the village have not left since the storm, says Anna.\np tight: The Harbour Office has nothing to say, and its clerk is on leave.\np tight: Nobody knows when the road will be open again, and nobody asks.\np tight: The lake is still, and the mud lies on the quay in front of it.\np tight: Boats pass at night, says the clerk, and he counts none of them.\n"},
		{"Docutils' notes", `<p>A <a class="footnote-reference" href="#id4" id="id1">[1]</a>, b <a href="#id5" id="id2">[2]</a>.</p><dl><dt class="label" id="id4"><a href="#id1">1</a></dt><dd><p>N one.</p></dd></dl><table class="docutils footnote" id="id5"><tbody><tr><td class="label"><a href="#id2">[2]</a></td><td>N two.</td></tr></tbody></table>`,
			"p: A [1], b [2].\nfn 1: N one.\nfn 2: N two.\n"},
		{"notes that a program shows", `<p>A<span class="footnote_referrer"><a role="button" onclick="x()"><sup id="footnote_plugin_tooltip_4_1" class="footnote_plugin_tooltip_text">[1]</sup></a><span class="footnote_tooltip">N one.</span></span> b.<sup data-mfn="2"><a href="javascript:void(0)" role="button" aria-describedby="mfn-2">2</a></sup><span id="mfn-2" role="tooltip">N two.</span> C.</p><table><tr><th id="footnote_plugin_reference_4_1"><a><span>↑</span>1</a></th><td>N one.</td></tr></table>`,
			"p: A^{[1]} b.^{2} C.\nfn 1: N one.\nfn 2: N two.\n"},
		{"a note of two paragraphs", `<p>A.<a href="#_ftn1" name="_ftnref1">[1]</a></p><div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> N one.</p><p>More.</p></div>`, "p: A.[1]\nfn 1 <[1]>: N one.\nfn 1: More.\n"},
		{"words shown to those who point at them", `<p>The <span>toll<span role=tooltip>a tax</span></span> rose.`, "p: The toll rose.\n"},
		{"notes in the margin", `<p>A lamp.<label for="sn-1" class="margin-toggle sidenote-number"></label><input id="sn-1"><span class="sidenote">Board, 4 May.</span> Two boats.</p><p>End`, "p: A lamp. Two boats.\np: Board, 4 May.\np: End\n"},
		{"lines that pdf2htmlEX sets", `<style>.y1{bottom:700.0px;}.y2{bottom:660.0px;}.y3{bottom:645.0px;}.y4{bottom:630.0px;}.y5{bottom:600.0px;}.y6{bottom:585.2px;}</style><div class="t m0 x1 y1">The Granary</div><div class="t m0 x1 y2">The granary at Serin was filled for the first time in nine years, and the<span class="_ _0"> </span></div><div class="t m0 x1 y3">Ministry of Supply called it a victory, as it had called the one before, in</div><div class="t m0 x1 y4">June of the year.</div><div class="t m0 x1 y5">A second granary is promised for the coast. Its site was sold last month to the</div><div class="t m0 x1 y6">Bank of the Delta.</div>`,
			"p: The Granary\np: The granary at Serin was filled for the first time in nine years, and the Ministry of Supply called it a victory, as it had called the one before, in June of the year.\np: A second granary is promised for the coast. Its site was sold last month to the Bank of the Delta.\n"},
		{"a contents list is no note", `<p><a href="#s1">1</a> Start</p><h2 id=s1>Start</h2><p>` + prose, "p: 1 Start\nh2: Start\np: " + prose + "\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			x, err := Parse("x.html", []byte(c.in), Options{})
			if err != nil {
				t.Fatal(err)
			}
			checkSpans(t, x)
			compare(t, render(x), c.want)
		})
	}
}

// placedLines is a paragraph as programs write it that turn PDF files into pages.
func placedLines(top int, lines ...string) string {
	var b strings.Builder
	for i, s := range lines {
		fmt.Fprintf(&b, `<p style="position:absolute;top:%dpx;left:90px">%s</p>`+"\n", top+16*i, s)
	}
	return b.String()
}

func TestHTMLMainText(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"article among furniture", `<body class="has-sidebar"><nav><a href=/>x</a></nav><div class=cookie-bar><p>` + prose + `</div><article><h1>T</h1><p>` + prose + `<div class=related-posts><p>` + prose + `</div></article><div id=comments><p>` + prose + `</div><footer><p>` + prose + `</footer>`,
			"h1: T\np: " + prose + "\n"},
		{"divs, title outside", `<div id=top><h1>T</h1><p class=by>By A B</p></div><div id=c><p>` + prose + `<p>` + prose + `<p>` + prose + `</div><div class=side><ul><li><a href=a>Some other story</a><li><a href=b>And yet another one</a><li><a href=c>Third</a></ul></div>`,
			"h1: T\np: By A B\np: " + prose + "\np: " + prose + "\np: " + prose + "\n"},
		{"notes outside", `<article><p>` + prose + `<sup><a href=#n>1</a></sup></article><div class="after sidebar"><p id=n>1. Reuters.</div>`, "p: " + prose + "^{1}\nfn 1 <1.>: Reuters.\n"},
		{"a name does not make furniture of the text", `<div class="comments"><p>` + prose + `<p>` + prose + `</div>`, "p: " + prose + "\np: " + prose + "\n"},
		{"several articles", `<main><article><h2>A</h2><p>` + prose + `</article><article><h2>B</h2><p>` + prose + `</article></main>`, "h2: A\np: " + prose + "\nh2: B\np: " + prose + "\n"},
		{"a list of sources stays", `<p>` + prose + `<ul><li><a href=a>Reuters, May 4, 2018</a><li><a href=b>AFP, May 5, 2018</a><li><a href=c>BBC, May 6, 2018</a></ul>`,
			"p: " + prose + "\nli: {Reuters, May 4, 2018 → a}\nli: {AFP, May 5, 2018 → b}\nli: {BBC, May 6, 2018 → c}\n"},
		{"teasers by their words", `<p>` + prose + `<p><b>Read more:</b> <a href=/x>The road that ends</a><p>[<a href=/y>Lire aussi : la route</a>]<p>Read more about it in <a href=/z>Reuters</a>, which says that the ministry has known of it since the spring.`,
			"p: " + prose + "\np: Read more about it in {Reuters → /z}, which says that the ministry has known of it since the spring.\n"},
		{"a list of the page's own parts", `<h1>T</h1><div><h2>On this page</h2><ul><li><a href="#a">One</a><li><a href="#b">Two</a></ul></div><h2 id=a>One</h2><p>` + prose + `<h2 id=b>Two</h2><p>` + prose, "h1: T\nh2: One\np: " + prose + "\nh2: Two\np: " + prose + "\n"},
		{"what a reader can do", `<h1>T</h1><div><p>Share</p><p>Listen</p></div><p>` + prose + `<div class=x>Drucken</div><p>Save the harbour`, "h1: T\np: " + prose + "\np: Save the harbour\n"},
		{"words of sentences are no controls", `<h1>T</h1><p><span>Save</span> <span>the harbour, they said on Monday, and the ministry will look into it, as it has promised.</span><p>Already a member of the league, Velm asked for ships.<p>Jetzt testen die Behörden das Wasser.<p>` + prose + `<ul><li>Roe, Tides, 2009<li>See also <a href=/s>Smith, The Boats of Velm</a>, 2010</ul>`,
			"h1: T\np: Save the harbour, they said on Monday, and the ministry will look into it, as it has promised.\np: Already a member of the league, Velm asked for ships.\np: Jetzt testen die Behörden das Wasser.\np: " + prose + "\nli: Roe, Tides, 2009\nli: See also {Smith, The Boats of Velm → /s}, 2010\n"},
		{"a card of another piece", `<article><h1>T</h1><p>` + prose + `<div><a href=/o><h2>Other</h2><p>How it began</p></a></div><h2><a href=/s>Section</a></h2><p>` + prose + `</article>`,
			"h1: T\np: " + prose + "\nh2: {Section → /s}\np: " + prose + "\n"},
		{"the title stands in a heading of the second level", `<div id=top><h1><a href=/>Site</a></h1></div><div class=post><h2 class="entry-title">T</h2><div><p>` + prose + `<h3>S</h3><p>` + prose + `</div></div>`, "h1: T\np: " + prose + "\nh3: S\np: " + prose + "\n"},
		{"posts of a blog", `<main><div><h2 class="post-title">A</h2><p>` + prose + `</div><div><h2 class="post-title">B</h2><p>` + prose + `</div></main>`, "h1: A\np: " + prose + "\nh1: B\np: " + prose + "\n"},
		{"sections beside a title of its class", `<h1 class=title>T</h1><h1>S</h1><p>` + prose, "h1: T\nh2: S\np: " + prose + "\n"},
		{"a page's head and foot", `<div title=header><p>Draft</div><h1>T</h1><p>` + prose + `<div title=footer><p>1</div>`, "h1: T\np: " + prose + "\n"},
		{"lines in the place of a text that is sold", `<h1>T</h1><p>` + prose + `<p>Il vous reste 62.4% de cet article à lire. La suite est réservée aux abonnés.<div><p>Already a subscriber? <a href=/in>Log in</a></div>`, "h1: T\np: " + prose + "\n"},
		{"the line above a title", `<h1><span class="kicker">Port of Velm</span> <span>The quay sinks</span></h1><p>` + prose, "p: Port of Velm\nh1: The quay sinks\np: " + prose + "\n"},
		{"what a page says of itself", `<center><table><tr><td><h2>T</h2><p>` + prose + `<p>` + prose + `<p>` + prose + `<hr><ul><li>Send money!</ul><address>x@y.example</address>Last updated: 4/5/98<br>You are visitor number <img></table></center>`, "h2: T\np: " + prose + "\np: " + prose + "\np: " + prose + "\n"},
		{"a rule above an author", `<h1>T</h1><p>` + prose + `<p>` + prose + `<p>` + prose + `<hr><p>Jane Roe teaches at Velm.`, "h1: T\np: " + prose + "\np: " + prose + "\np: " + prose + "\np: Jane Roe teaches at Velm.\n"},
		{"back to the head of the page", `<h1>T</h1><p>` + prose + `<center>- - <a href="#top">TOP</a> - -</center><p>` + prose, "h1: T\np: " + prose + "\np: " + prose + "\n"},
		{"teaser", `<p>` + prose + `<p><a href=/x>Read more: how it all began</a>`, "p: " + prose + "\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			compare(t, render(readBytes(t, "x.html", []byte("<!doctype html>"+c.in))), c.want)
		})
	}
}

func TestHTMLMeta(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     Meta
	}{
		{"JSON-LD", `<script type="application/ld+json">[{"@type":"NewsArticle","headline":"H","datePublished":"2024-05-12T08:00:00+02:00","author":[{"name":"A B"},"C D"],"publisher":{"name":"P"}}]</script>`, Meta{Title: "H", Authors: []string{"A B", "C D"}, Published: "2024-05-12", Publication: "P"}},
		{"damaged JSON-LD", `<script type="application/ld+json">{"@type":</script><meta property="og:title" content="O"><meta name=author content="By A B">`, Meta{Title: "O", Authors: []string{"A B"}}},
		{"citation_", `<meta name="citation_title" content="T &amp; U"><meta name="citation_author" content="A"><meta name="citation_author" content="B"><meta name="citation_date" content="2018/05/18"><meta name="citation_journal_title" content="J">`, Meta{Title: "T & U", Authors: []string{"A", "B"}, Published: "2018-05-18", Publication: "J"}},
		{"the account of a program", `<title>T</title><meta name=author content="Super User"><abbr class=published title="2016-03-04T09:15:00Z">9:15</abbr>`, Meta{Title: "T", Published: "2016-03-04"}},
		{"a mail's time", `<title>T</title><i>Tue Mar  9 14:22:10 CET 2004</i>`, Meta{Title: "T", Published: "2004-03-09"}},
		{"a time that is printed alone", `<title>T</title><time>@March 9, 2023 2:22 PM</time>`, Meta{Title: "T", Published: "March 9, 2023 2:22 PM"}},
		{"two authors in one value", `<title>T</title><meta name="byl" content="By Ruth Ocampo and Lee Tran">`, Meta{Title: "T", Authors: []string{"Ruth Ocampo", "Lee Tran"}}},
		{"links of a byline", `<title>T</title><div class="meta__authors">Par <a href=/x>Jeanne Roux</a> (Bamako, correspondance)</div>`, Meta{Title: "T", Authors: []string{"Jeanne Roux"}}},
		{"marked-up text", `<title>Site</title><h1>T</h1><a rel=author href=/x>A B</a> <time datetime="2020-01-02">then</time>`, Meta{Title: "T", Authors: []string{"A B"}, Published: "2020-01-02"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := readBytes(t, "x.html", []byte("<!doctype html><head>"+c.in+"<p>"+prose))
			if !reflect.DeepEqual(x.Meta, c.want) {
				t.Errorf("got %+v, want %+v", x.Meta, c.want)
			}
		})
	}
}

func TestHTMLComments(t *testing.T) {
	x := readBytes(t, "x.html", []byte(`<p>One.<!-- verify: ignore --> Two.`))
	if len(x.Comments) != 1 || x.Comments[0].Text != "verify: ignore" || x.Comments[0].Range.Start != len("One.") {
		t.Errorf("got %+v", x.Comments)
	}
}

// TestHTMLCharsets holds that the span of each word, decoded by itself, is the word.
func TestHTMLCharsets(t *testing.T) {
	russian := "В порту началась забастовка, сообщила газета в понедельник; полиция никого не задержала и ничего не сказала."
	for _, c := range []struct{ label, head, text, want string }{
		{"windows-1251", `<meta charset="windows-1251">`, russian, "windows-1251"},
		{"windows-1251", ``, russian, "windows-1251"},
		{"koi8-r", `<meta http-equiv=Content-Type content="text/html; charset=koi8-r">`, russian, "koi8-r"},
		{"windows-1251", "<script>" + strings.Repeat("x", 3000) + `</script><meta charset=windows-1251>`, russian, "windows-1251"},
		{"shift_jis", `<meta charset=shift_jis>`, "港で月曜日にストライキが始まった。", "shift_jis"},
		{"iso-2022-jp", `<meta charset=iso-2022-jp>`, "港で ABC ストライキが始まった。", "iso-2022-jp"},
		{"gb18030", `<meta charset=gbk>`, "港口星期一开始罢工。", "gbk"},
		{"utf-8", `<meta charset=windows-1251>`, russian, "utf-8"},
	} {
		t.Run(c.label+c.want, func(t *testing.T) {
			e, _ := charset.Lookup(c.label)
			raw, err := e.NewEncoder().String("<!doctype html>" + c.head + "<p>" + c.text)
			if err != nil {
				t.Fatal(err)
			}
			x := readBytes(t, "x.html", []byte(raw))
			if x.Encoding != c.want || x.Clean != c.text {
				t.Fatalf("read as %s: %q", x.Encoding, x.Clean)
			}
			if c.label == "iso-2022-jp" {
				return // a word alone lacks its shift
			}
			at := 0
			for _, w := range strings.Fields(c.text) {
				at += strings.Index(x.Clean[at:], w)
				s := x.Source(Range{at, at + len(w)})
				r, _ := charset.NewReaderLabel(c.label, strings.NewReader(raw[s.Start:s.End]))
				if got, _ := io.ReadAll(r); string(got) != w {
					t.Fatalf("%q lies at %q", w, got)
				}
			}
		})
	}
}

func TestHTMLLimits(t *testing.T) {
	deep := strings.Repeat("<div>", 5000) + "x"
	if _, err := Parse("x.html", []byte(deep), Options{}); err == nil || !strings.Contains(err.Error(), "nested") || !IsFileFault(err) {
		t.Errorf("deep nesting: %v", err)
	}
	if _, err := Parse("x.html", []byte("<p><b></b></p>"), Options{}); !errors.Is(err, ErrEmpty) {
		t.Errorf("no text: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Parse("x.html", []byte(strings.Repeat("<p>x", 10000)), Options{Context: ctx}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func FuzzHTML(f *testing.F) {
	pages, _ := filepath.Glob("../../testdata/documents/*/*.html")
	for _, p := range pages {
		if raw, err := os.ReadFile(p); err == nil {
			f.Add(raw)
		}
	}
	f.Add([]byte(`<p>a<sup><a href="#n">1</a></sup><li id=n>1. x<table>y<td>z<!-- c -->`))
	f.Add([]byte("\xFF\xFE<\x00p\x00>\x00x\x00"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		fuzzed(t, "x.html", raw, Options{Format: "html"})
	})
}
