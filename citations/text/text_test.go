package text

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func mustParse(t testing.TB, name, src string) *Text {
	t.Helper()
	x, err := Parse(name, []byte(src), Options{})
	if err != nil {
		t.Fatalf("Parse(%q): %v", src, err)
	}
	return x
}

// blocksOf is the clean text, one block an item.
func blocksOf(x *Text) []string {
	out := []string{}
	for _, b := range x.Blocks {
		out = append(out, x.Slice(b.Range))
	}
	return out
}

func TestPlainText(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"tags around a name", "(<u>Libya Herald</u>, May 14)", "(Libya Herald, May 14)"},
		{"a tag inside a name", "(<u>Libya</u> Herald, May 14)", "(Libya Herald, May 14)"},
		{"emphasis", "(*Al-Hayat*, May 4), _The Hindu_ said **so**.", "(Al-Hayat, May 4), The Hindu said so."},
		{"stars that are none", "2 * 3 * 4 and By L. Barkan*", "2 * 3 * 4 and By L. Barkan*"},
		{"an underscore in an address", "see http://a.b/Rapporto_Hotbeds_2016/x.pdf", "see http://a.b/Rapporto_Hotbeds_2016/x.pdf"},
		{"escapes", `a \$5 million bounty`, "a $5 million bounty"},
		{"entities", "Brecon &amp; Radnor&nbsp;Express &#8212; &lt;1 &bogus;", "Brecon & Radnor\u00A0Express — <1 &bogus;"},
		{"soft hyphens and marks of order", "\uFEFFBer\u00ADnama\u200B and \u202AKoaci\u202C", "Bernama and Koaci"},
		{"ligatures", "the ﬁrst oﬃcer", "the first officer"},
		{"double blanks", "Owners  in\t Bannang  Sata", "Owners in Bannang Sata"},
		{"angle brackets that are text", "vanished (p < .05) <desk@example.org>", "vanished (p < .05) <desk@example.org>"},
		{"a comment", "before <!-- (AFP, 3 March) --> after", "before after"},
		{"no-break spaces stay", "region.1\u00A0What", "region.1\u00A0What"},
		{"CR LF", "one\r\n\r\ntwo\r\n", "one|two"},
		{"CR alone", "one\r\rtwo", "one|two"},
		{"a letter-spaced head", "L A M P S   O R   S M O K E", "LAMPS OR SMOKE"},
		{"lines of a list", "They want:\n- a rise\n- two tugs", "They want:|- a rise|- two tugs"},
		{"notes line by line", "1. “Eleven tons,” Tengrinews.\n2. Ibid.", "1. “Eleven tons,” Tengrinews.|2. Ibid."},
		{"an arrow that leads back from a note", "Reuters, May 3. ↩︎", "Reuters, May 3."},
		{"a citation over a line end", "it was so long ago (BBC News, 15\nDecember 2014, checked 30 September 2026).", "it was so long ago (BBC News, 15 December 2014, checked 30 September 2026)."},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(blocksOf(mustParse(t, "x.txt", c.src)), "|"); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// What a page cuts is whole again for the reader; what it does not cut stays apart.
func TestPageBreaks(t *testing.T) {
	long := "The committee met for the third time in the spring of that year and decided, after long talks, to ask "
	for _, c := range []struct{ name, src, want string }{
		{"a sentence", long + "the\n\nministry for its papers.", long + "the ministry for its papers."},
		{"before a name", long + "men from\n\nSyria (Panorama, November 10, 2016).", long + "men from Syria (Panorama, November 10, 2016)."},
		{"a word", long + "for an ex- \n\nchange of views.", long + "for an exchange of views."},
		{"a name keeps its hyphen", long + "al-\n\nJazeera for film.", long + "al-Jazeera for film."},
		{"a citation with page number and running head inside", long + "it (Isra\n\n        12\n\nASIA BRIEFING   Vol. 8\n\nNews, July 28). It went on.\n\n" + long + "them\n\n        13\n\nASIA BRIEFING   Vol. 8\n\nall.",
			long + "it (Isra News, July 28). It went on.|" + long + "them all."},
		{"a head is no sentence", long + "them.\n\nThe Returnees\n\nand then some came back.", long + "them.|The Returnees|and then some came back."},
		{"a list with semicolons", long + "for three things;\n\nfirst, money.", long + "for three things;|first, money."},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := strings.Join(blocksOf(mustParse(t, "x.txt", c.src)), "|"); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestHardWrappedText(t *testing.T) {
	src := `The lamps along the harbour wall of Songkhla went out one after another, and repla-
cements ordered in spring had not come by the end of the rains, so that
the boats found their way home by the smoke of the kitchens (Bangkok
Post, August 12; The Nation, August 14). The counter-
terrorism board met; counterterrorism and semi-annual plans were its semi-
annual theme.
The second paragraph begins without a blank line, because the line above
it was short.
`
	got := blocksOf(mustParse(t, "x.txt", src))
	want := []string{
		"The lamps along the harbour wall of Songkhla went out one after another, and replacements ordered in spring had not come by the end of the rains, so that the boats found their way home by the smoke of the kitchens (Bangkok Post, August 12; The Nation, August 14). The counterterrorism board met; counterterrorism and semi-annual plans were its semi-annual theme.",
		"The second paragraph begins without a blank line, because the line above it was short.",
	}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestEncodings(t *testing.T) {
	utf16le := []byte{0xFF, 0xFE}
	for _, r := range "«Le Monde» 🙂" {
		if r > 0xFFFF {
			utf16le = append(utf16le, 0x3D, 0xD8, 0x42, 0xDE)
			continue
		}
		utf16le = append(utf16le, byte(r), byte(r>>8))
	}
	for _, c := range []struct {
		name, src, want, encoding string
		notice                    bool
	}{
		{"UTF-8", "caf\u00e9", "café", "utf-8", false},
		{"Windows-1252", "caf\xe9 \x93so\x94", "café “so”", "windows-1252", true},
		{"Shift_JIS", "\x8b\x9b\x8es\x8f\xea\x82\xcd\x88\xda\x93]\x82\xb5\x82\xc8\x82\xa2\x81B\x96\xf0\x8f\x8a\x82\xcd\x89\xf0\x95\xfa\x82\xb5\x82\xbd", "魚市場は移転しない。役所は解放した", "shift_jis", true},
		{"KOI8-R", "\xed\xc1\xd1\xcb \xce\xc5 \xd2\xc1\xc2\xcf\xd4\xc1\xc5\xd4, \xc9 \xd2\xd9\xc2\xc1\xcb\xc9 \xd3\xd4\xc1\xd7\xd1\xd4 \xce\xc1 \xc2\xc5\xd2\xc5\xc7\xd5 \xc6\xcf\xce\xc1\xd2\xc9", "Маяк не работает, и рыбаки ставят на берегу фонари", "koi8-r", true},
		{"GB 18030", "\xb4\xf3\xc7\xc5\xd7\xd4\xc6\xdf\xd4\xc2\xc6\xf0\xcd\xa3\xb9\xa4\xa3\xac\xb9\xa4\xb5\xd8\xc9\xcf\xd6\xbb\xd3\xd0\xca\xae\xb6\xfe\xc3\xfb\xbf\xb4\xca\xd8\xc8\xcb\xd4\xb1", "大桥自七月起停工，工地上只有十二名看守人员", "gb18030", true},
		{"a stray byte in UTF-8", "café na\xefve", "café naïve", "windows-1252", true},
		{"UTF-16", string(utf16le), "«Le Monde» 🙂", "utf-16le", false},
		{"UTF-32, little-endian", "\xff\xfe\x00\x00\xab\x00\x00\x00L\x00\x00\x00\xbb\x00\x00\x00\x42\xf6\x01\x00", "«L»🙂", "utf-32le", false},
		{"UTF-32, big-endian", "\x00\x00\xfe\xff\x00\x00\x00\xab\x00\x00\x00L\x00\x00\x00\xbb\x00\x01\xf6\x42\x00", "«L»🙂\uFFFD", "utf-32be", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := mustParse(t, "x.txt", c.src)
			if x.Clean != c.want || x.Encoding != c.encoding || (len(x.Notices) > 0) != c.notice {
				t.Errorf("got %q, %s, %q", x.Clean, x.Encoding, x.Notices)
			}
			if s := x.Source(Range{0, len(x.Clean)}); x.Printed(s) != strings.TrimPrefix(c.want, "\uFEFF") {
				t.Errorf("source %v prints %q", s, x.Printed(s))
			}
		})
	}
}

func TestUnreadable(t *testing.T) {
	for src, want := range map[string]error{"": ErrEmpty, " \n\t\u00A0\n": ErrEmpty, "a\x00b": ErrBinary, "\xff\xfea\x00\x00\x00b\x00": ErrBinary, "\xfe\xff\x00a\x00\x00": ErrBinary} {
		if _, err := Parse("x.txt", []byte(src), Options{}); !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", src, err, want)
		}
	}
	if _, err := Read("x.txt", strings.NewReader("12345"), Options{MaxBytes: 4}); err == nil {
		t.Error("a file over the limit was read")
	}
}

// Spans point at the bytes on disk, with the markup around a name where it is asked for.
func TestSpans(t *testing.T) {
	src := "It said so (<u>Libya</u> Herald, March 26; *Al-Hayat*, May 2).\n\nNext."
	x := mustParse(t, "x.txt", src)
	at := func(s string) Range {
		i := strings.Index(x.Clean, s)
		return Range{i, i + len(s)}
	}
	for _, c := range []struct{ clean, inner, outer string }{
		{"Libya Herald, March 26", "Libya</u> Herald, March 26", "<u>Libya</u> Herald, March 26"},
		{"Al-Hayat", "Al-Hayat", "*Al-Hayat*"},
		{"Next.", "Next.", "Next."},
	} {
		r := at(c.clean)
		if got := x.Printed(x.Source(r)); got != c.inner {
			t.Errorf("Source(%q) = %q, want %q", c.clean, got, c.inner)
		}
		if got := x.Printed(x.Outer(r)); got != c.outer {
			t.Errorf("Outer(%q) = %q, want %q", c.clean, got, c.outer)
		}
	}
	if p := x.Position(strings.Index(src, "Next")); p != (Position{3, 1}) {
		t.Errorf("Position = %v", p)
	}
	if got := x.Line(1); got != strings.SplitN(src, "\n", 2)[0] {
		t.Errorf("Line(1) = %q", got)
	}
}

// TestRewrittenIsWhole holds that a letter of what was rewritten comes from all that it was, even where both have as many bytes.
func TestRewrittenIsWhole(t *testing.T) {
	for _, name := range []string{"x.txt", "x.md", "x.html"} {
		for src, clean := range map[string]string{"ﬃ": "ffi", "ﬁ": "fi", "&ngE;": "≧\u0338", "&amp;": "&"} {
			x := mustParse(t, name, "a"+src+"b")
			if x.Clean != "a"+clean+"b" {
				t.Fatalf("%s: %q", name, x.Clean)
			}
			first := utf8.RuneLen([]rune(clean)[0])
			for _, r := range []Range{{1, 1 + first}, {len(clean), 1 + len(clean)}, {1, 1 + len(clean)}} {
				if got := x.Printed(x.Source(r)); got != src && utf8.ValidString(x.Slice(r)) {
					t.Errorf("%s: %q of %q comes from %q", name, x.Slice(r), clean, got)
				}
			}
			if got := x.Printed(x.Source(Range{len(x.Clean) - 1, len(x.Clean)})); got != "b" {
				t.Errorf("%s: what follows %q comes from %q", name, src, got)
			}
		}
	}
}

func TestLinesEndAtAnyLineEnd(t *testing.T) {
	for s, want := range map[string][]int{
		"": {0}, "a": {0}, "a\n": {0, 2}, "a\r": {0, 2}, "a\r\n": {0, 3}, "\r\r\na": {0, 1, 3}, "a\rb\nc\r\nd": {0, 2, 4, 7}, "a\n\rb\r": {0, 2, 3, 5},
	} {
		if got := lineStarts([]byte(s), nil); !slices.Equal(got, want) {
			t.Errorf("lineStarts(%q) = %v, want %v", s, got, want)
		}
	}
}

func TestPositionCountsCodePoints(t *testing.T) {
	x := mustParse(t, "x.txt", "été\r\nль “x”")
	for off, want := range map[int]Position{0: {1, 1}, 2: {1, 2}, 7: {2, 1}, 9: {2, 2}, 12: {2, 4}} {
		if got := x.Position(off); got != want {
			t.Errorf("Position(%d) = %v, want %v", off, got, want)
		}
	}
}

func TestMarkdown(t *testing.T) {
	src := `---
title: "Walvis Bay"
authors: [Ndapewa Shilongo, Jo Ash]
date: 2025-03-06
---

# Walvis Bay

The port ([The Namibian, 24 February 2025](https://namibian.example/a); **New Era**, 6 *February*) is full.[^1] Type ` + "`(AFP, 3 March)`" + `.

<!-- verify:ignore outlet.unknown: known to the desk -->

- one item
- another

> quoted

[^1]: Adam Hartman, *The Namibian*, <https://namibian.example/b>.
`
	x := mustParse(t, "x.md", src)
	want := []string{"Walvis Bay", "The port (The Namibian, 24 February 2025; New Era, 6 February) is full.[^1] Type (AFP, 3 March).", "one item", "another", "quoted", "Adam Hartman, The Namibian, https://namibian.example/b."}
	if got := blocksOf(x); strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if m := x.Meta; m.Title != "Walvis Bay" || len(m.Authors) != 2 || m.Published != "2025-03-06" {
		t.Errorf("meta %+v", m)
	}
	if len(x.Links) != 1 || x.Links[0].URL != "https://namibian.example/a" || x.Slice(x.Links[0].Range) != "The Namibian, 24 February 2025" {
		t.Errorf("links %v", x.Links)
	}
	if got := x.Printed(x.Outer(x.Links[0].Range)); got != "[The Namibian, 24 February 2025](https://namibian.example/a)" {
		t.Errorf("link's source is %q", got)
	}
	if len(x.Code) != 1 || x.Slice(x.Code[0]) != "(AFP, 3 March)" {
		t.Errorf("code %v", x.Code)
	}
	note := x.Blocks[len(x.Blocks)-1]
	if note.Kind != Footnote || note.Label != "1" || x.Printed(note.Mark) != "[^1]:" {
		t.Errorf("footnote %+v", note)
	}
}

// TestRuleUnderTable holds that a line under a table makes no heading of the text above it, and that other underlined text is one.
func TestRuleUnderTable(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"text above the table", "Tonnes by month.\nMonth | Tonnes\n--- | ---\nMay | 12\n---\nNext.", "0:Tonnes by month.|4:Month|4:Tonnes|4:May|4:12|0:Next."},
		{"nothing above it", "Month | Tonnes\n--- | ---\nMay | 12\n---\nNext.", "4:Month|4:Tonnes|4:May|4:12|0:Next."},
		{"in a list", "- By month.\n  Month | Tonnes\n  --- | ---\n  May | 12\n  ---\n  Next.", "2:By month.|4:Month|4:Tonnes|4:May|4:12|2:Next."},
		{"a heading after a table", "Month | Tonnes\n--- | ---\nMay | 12\n\nBy year\n---\nNext.", "4:Month|4:Tonnes|4:May|4:12|1:By year|0:Next."},
		{"a heading of two lines", "By\nyear\n===\nNext.", "1:By year|0:Next."},
	} {
		x := mustParse(t, "x.md", c.src)
		var got []string
		for _, b := range x.Blocks {
			got = append(got, fmt.Sprintf("%d:%s", b.Kind, x.Slice(b.Range)))
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// Notes at the foot of a page are no part of the sentence that the page's end cuts.
func TestNotesAtThePageFoot(t *testing.T) {
	src := `Some 310 families were removed from four villages to make room for the
access road of the port.1 The Ministry of Estates said in a communiqué
that the shot "cannot have taken place, since the com-

1 Interviews with eleven heads of household, Lolabé and Boussibilika,
August 14, 2012.

                                  7

THEY COUNTED US TWICE

pany's staff carries no rifles" (Cameroon Tribune, May 29, 2012). So ends
the case, says the ministry, which has asked for no further papers, ever.

2 Photographs on file.

                                  8

THEY COUNTED US TWICE
`
	x := mustParse(t, "x.txt", src)
	var got []string
	for _, b := range x.Blocks {
		got = append(got, b.Label+"|"+x.Slice(b.Range))
	}
	want := []string{
		`|Some 310 families were removed from four villages to make room for the access road of the port.1 The Ministry of Estates said in a communiqué that the shot "cannot have taken place, since the company's staff carries no rifles" (Cameroon Tribune, May 29, 2012). So ends the case, says the ministry, which has asked for no further papers, ever.`,
		"1|Interviews with eleven heads of household, Lolabé and Boussibilika, August 14, 2012.",
		"2|Photographs on file.",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestMail(t *testing.T) {
	x := mustParse(t, "x.txt", "From: a@b.example\nDate: Mon, 9 Oct 2006 07:14:22 +0200\nSubject: ink\n\nRuth wrote to the list:\n\n> I would not worry about the ink. They used it\n> in July (The Monitor, 28 Sept.).\n")
	if got := strings.Join(blocksOf(x), "|"); got != "Ruth wrote to the list:|I would not worry about the ink. They used it in July (The Monitor, 28 Sept.)." {
		t.Errorf("%q", got)
	}
	if x.Meta.Published != "Mon, 9 Oct 2006 07:14:22 +0200" {
		t.Errorf("published %q", x.Meta.Published)
	}
}

func FuzzPlain(f *testing.F) {
	for _, s := range []string{"(<u>Libya</u> Herald, May 1)", "a *b* _c_ ** __", "x-\n\ny", "\xff\xfe a", "S P A C E D", "1\n\n2\n\n3", "&amp;&#x41;", "<!-- -->", "caf\xe9", "a\r\rb\fc", "<!-- x -->\na", "1 A\n\n7\n\n2 B\n\n8\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		fuzzed(t, "x.txt", []byte(s), Options{})
	})
}

func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{"# a\n\n[b](c \"d\") [^1]\n\n[^1]: e\n    f", "---\ntitle: x\n---\ny", "> - [a][b]\n\n[b]: c", "`a` <u>b</u><br>\n<div>\nx\n</div>", "![i](j)\n\n|a|b|\n|-|-|\n|c|d|"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		fuzzed(t, "x.md", []byte(s), Options{})
	})
}

func BenchmarkPlain(b *testing.B) {
	para := "Three storms in a week have cost 18 lives on the lake, say its <u>pilots</u> (CAJ News, May 15; *Koaci*, May 14). No boat has left since.\n\n"
	src := []byte(strings.Repeat(para, 2000))
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse("x.txt", src, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkMarkdown(b *testing.B) {
	src := []byte(strings.Repeat("Three storms have cost 18 lives ([CAJ News](https://caj.example/), May 15; *Koaci*, May 14).[^1] No boat has left since.\n\n", 2000))
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse("x.md", src, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func TestUnspaced(t *testing.T) {
	for _, c := range []struct {
		tail, next string
		want       bool
	}{
		{"逮捕了三", "人", true}, {"2019年", "3月", true}, {"2019", "年", true}, {"3月，", "https://a.b", true}, {"港で", "ABC", false}, {"Reuters", "said", false}, {"말했", "다", false}, {"", "人", false},
	} {
		if got := unspaced([]byte(c.tail), []byte(c.next)); got != c.want {
			t.Errorf("%q, %q: %v", c.tail, c.next, got)
		}
	}
}
