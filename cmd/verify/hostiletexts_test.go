package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// hostile is a text that asks for more than an article does. It is written, not held: the peak of a program that a test starts is counted from the test's own.
type hostile struct {
	name, ext string
	write     func(w io.Writer, n int) // about n bytes
}

// hostileTexts are texts that nobody writes but that somebody may send. The first is plain, to compare the others with.
var hostileTexts = []hostile{
	{"plain", "txt", ofCorpus},
	{"plain in one line", "txt", through(ofCorpus, func(b []byte) []byte { return bytes.ReplaceAll(b, []byte("\n"), []byte(" ")) })},
	{"plain, carriage returns", "txt", through(ofCorpus, func(b []byte) []byte { return bytes.ReplaceAll(b, []byte("\n"), []byte("\r")) })},
	{"plain, mixed line ends", "txt", through(ofCorpus, mixedLines)},
	{"plain, mutated", "txt", through(ofCorpus, mutated(40))},
	{"plain, mutated much", "txt", through(ofCorpus, mutated(4))},
	{"plain, every letter with a mark", "txt", through(ofCorpus, behindEach("a", "\u0301"))},
	{"plain, zero-width characters", "txt", through(ofCorpus, behindEach("e", "\u200b\u2060"))},
	{"plain, bidi controls", "txt", through(ofCorpus, behindEach(" ", "\u202e\u2066"))},
	{"plain, marks of order inside", "txt", through(ofCorpus, behindEach(".", "\ufeff"))},
	{"plain, UTF-16", "txt", utf16Of(ofCorpus)},
	{"UTF-16 of lone surrogates", "txt", between("\xff\xfe", over("a\x00\x00\xd8 \x00\xff\xdf"), "")},
	{"open round brackets", "txt", over("(")},
	{"closed round brackets", "txt", over(")")},
	{"open square brackets", "md", over("[")},
	{"nested brackets", "txt", func(w io.Writer, n int) { again(w, n/2, "("); again(w, n/2, ")") }},
	{"nested brackets of two kinds", "md", func(w io.Writer, n int) { again(w, n/2, "[("); again(w, n/2, ")]") }},
	{"open brackets with a date", "txt", over("(Reuters, May 3 ")},
	{"unbalanced citations", "txt", over("They came (Reuters, May 3, 2020; [AFP, May 4. ")},
	{"citations side by side", "txt", over("(Reuters, May 3, 2020)")},
	{"open quotation marks", "txt", over("“Aa ")},
	{"markers", "txt", over("It was so.[1] ")},
	{"markers that count", "txt", numbered("It was so.[%d] ")},
	{"raised markers", "txt", over("It was so.¹² ")},
	{"glued markers", "txt", over("the region.1 And so.2 ")},
	{"caret markers", "md", over("It was^1^ so^2. ")},
	{"notes", "txt", between("It was so.[1]\n\nNotes\n\n", numbered("%d. Reuters, May 3, 2020.\n"), "")},
	{"markers and notes", "txt", markersAndNotes("%d. “A Piece,” Reuters, May 3, 2020.\n")},
	{"ibid.", "txt", markersAndNotes("%d. Ibid.\n")},
	{"ibid. with pages", "txt", markersAndNotes("%d. Ibid., 14 May, p. 23; see note 1 above.\n")},
	{"notes that lead to notes", "txt", markersAndNotes("%[1]d. See note %[1]d; op. cit.; idem, supra n. 2.\n")},
	{"one marker of many notes", "txt", func(w io.Writer, n int) {
		io.WriteString(w, "It was so.[1")
		countedTo(w, n/2, ", %d")
		io.WriteString(w, "]\n\nNotes\n\n")
		countedTo(w, n/2, "%d. Reuters, May 3, 2020.\n")
	}},
	{"one marker of a long range", "txt", between("", over("It was so.[1-999999999] "), "\n\nNotes\n\n1. Reuters, May 3, 2020.\n2. AFP, May 4, 2020.\n")},
	{"Markdown notes", "md", numbered("So it was.[^%[1]d]\n\n[^%[1]d]: Reuters, May 3, 2020.\n\n")},
	{"dates", "txt", over("May 3, 2020, 4 June 2021; ")},
	{"dates in figures", "txt", over("3/5/2020 2020-05-03 03.05.20 ")},
	{"months", "txt", over("May ")},
	{"days of many languages", "txt", over("3 mai 2020, 3. Mai 2020, 3 мая 2020 г., 2020年5月3日, ٣ مايو ٢٠٢٠; ")},
	{"years", "txt", numbered("%04d ")},
	{"one list of days", "txt", between("So it was (Reuters", over(", May 3"), ").")},
	{"homoglyphs", "txt", over("They said so (Rеuters, Мay 3, 2020). ")},
	{"homoglyphs, each another", "txt", through(ofCorpus, lookAlikes)},
	{"combining marks alone", "txt", over("\u0301")},
	{"one letter, many marks", "txt", between("A (Reuters, May 3, 2020)", over("\u0323\u0301"), "")},
	{"surrogates in UTF-8", "txt", over("so\xed\xa0\x80\xed\xbf\xbf it was. ")},
	{"private use", "txt", over("\ue000\U000f0000 (\ue001, May 3) ")},
	{"noncharacters", "txt", over("\ufdd0\uffff\U0001fffe (a\ufffe, May 3, 2020). ")},
	{"letters that change width", "txt", over("İſKﬃ (ſtar, May 3, 2020). ")},
	{"tags", "txt", over("a\U000e0041\U000e007f (Reuters, May 3) ")},
	{"escape codes", "txt", over("\x1b[31mThey\x1b[0m came\a (Reut\x1b]0;x\aers, May 3, 2020). ")},
	{"NUL", "txt", over("a\x00b ")},
	{"Chinese", "txt", over("他们来了（人民日报，2018-10-15）。")},
	{"sources named in Chinese", "txt", over("据新华社报道，桥倒了（《河港邮报》，5月8日、9日星期二）。当天，法院受理了诉讼（见人民日报，5月7日）。")},
	{"sources named in Japanese", "txt", over("朝日新聞によると、5月12日に橋が落ちた（読売新聞、5月8日）。同日、NHKは報じた。")},
	{"right to left", "txt", over("قالت الصحيفة (الأهرام، 3 مايو 2020). ")},
	{"one outlet's name", "txt", between("It was so (", over("Aaron Daily "), ", May 3, 2020).")},
	{"one outlet's name in a note", "txt", between("It was so.[1]\n\nNotes\n\n1. ", over("Aaron Daily "), ", May 3, 2020.\n")},
	{"long names", "txt", over("It was so (" + strings.Repeat("Aaron Daily ", 40) + ", May 3, 2020). ")},
	{"one outlet's name of one word", "txt", between("It was so (", over("Aaron"), ", May 3, 2020).")},
	{"one outlet's name in capitals, in quotation marks", "txt", between("It was so, according to “", over("AARON-"), "” on May 3, 2020.")},
	{"names", "txt", over("Aaron Daily Times ")},
	{"names that count", "txt", numbered("It was so (Daily%d Gazette, May 3, 2020). ")},
	{"cues", "txt", over("according to Reuters according to the BBC ")},
	{"one word", "txt", over("a")},
	{"one word in capitals", "txt", over("A")},
	{"initials", "txt", over("A. B. ")},
	{"points", "txt", over(".")},
	{"digits", "txt", over("1")},
	{"figures", "txt", over("1,000 2.5 ")},
	{"blanks", "txt", between("a", over(" "), "b")},
	{"empty lines", "txt", between("a", over("\n"), "b")},
	{"hyphens at line ends", "txt", over("a-\n")},
	{"tiny paragraphs", "txt", over("a\n\n")},
	{"tiny claims", "txt", over("So it was (AFP, May 3).\n\n")},
	{"titles", "txt", over("LIBYA: A ROAD\n\n")},
	{"articles", "txt", over("LIBYA: A ROAD\n\nby Ian Castellow\n\nIt was (AFP, May 3).\n\n")},
	{"bylines", "txt", over("by Ian Castellow, Nadira Tolmayeva and\n\n")},
	{"pieces that name no author", "txt", between("RIVER WEEKLY\nVolume 8, Number 28\nJuly 12, 2007\n", over("\n\nWho Burned the Ferry Post?\n\nIt burned on July 5, and Reuters said on July 6 that nobody had been in it.\n"), "")},
	{"interview", "txt", over("RW: According to Reuters, it fell on May 5, 2011.\n\nBo: It did.\n\n")},
	{"days that are pointed back to", "txt", over("On May 12, 2020, it fell. That day they left (AFP, May 10; Reuters, May 9). ")},
	{"numbered lines", "txt", numbered("%d. So it was.\n")},
	{"one address", "txt", between("https://news.example/", over("a/?b="), "")},
	{"addresses", "txt", over("https://news.example/2020/05/03/a ")},
	{"one link", "md", between("It was [so](https://news.example/", over("a/"), ").\n")},
	{"links", "md", over("It was [Reuters, May 3, 2020](https://news.example/a) so. ")},
	{"open links", "md", over("[a](<b")},
	{"link definitions", "md", numbered("[a%[1]d]: https://news.example/%[1]d\n\n[a%[1]d]\n\n")},
	{"pictures", "md", over("![a](b) ")},
	{"open pictures", "md", over("![")},
	{"nested quotations", "md", over("> ")},
	{"nested lists", "md", nestedLists},
	{"list items", "md", over("- a\n")},
	{"asterisks", "md", over("*a **b ")},
	{"underlines", "md", over("_a__b")},
	{"code spans", "md", over("`x (Reuters, May 3, 2020)` and so on (Reuters, May 3, 2020). ")},
	{"backticks that grow", "md", growing("`", " a ")},
	{"open comments", "md", over("a <!-- b ")},
	{"tags of HTML", "md", over("<b>")},
	{"table of one column", "md", between("|a|\n|-|\n", over("|b (AFP, May 3)|\n"), "")},
	{"table of one row", "md", func(w io.Writer, n int) {
		again(w, n/2, "|a")
		io.WriteString(w, "|\n")
		again(w, n/2, "|-")
		io.WriteString(w, "|\n")
	}},
	{"wide table, few cells filled", "md", wideTable},
	{"front matter", "md", between("---\n", over("title: a road\n"), "---\n\nIt was so (AFP, May 3).\n")},
	{"front matter of one line", "md", between("---\ntitle: ", over("a [road] {"), "\n---\n\nIt was so (AFP, May 3).\n")},
	{"open front matter", "md", between("---\n", over("a:\n"), "")},
	{"headings", "md", over("# A\n\n")},
	{"heading underlines", "md", over("a\n=\n")},
	{"plain, in RTF", "rtf", inRTF(ofCorpus)},
	{"nested groups", "rtf", between(`{\rtf1\ansi It was so (AFP, May 3). `, over(`{\b a`), "")},
	{"escapes", "rtf", between(`{\rtf1\ansi It was so (AFP, May 3). `, over(`\u1056?\'e4\par `), "}")},
	{"footnotes", "rtf", between(`{\rtf1\ansi `, over(`It was so.{\super\chftn{\footnote\chftn  Reuters, May 3, 2020.}} `), "}")},
	{"entities", "html", inPage("&amp;&#x41;&bogus ")},
	{"nested divisions", "html", inPage("<div>a ")},
	{"nested tables", "html", inPage("<table><tr><td>a ")},
	{"misnested marks", "html", inPage("<b><p><i>a</b>")},
	{"attributes", "html", between("<p ", numbered("a%d=b "), ">It was so (AFP, May 3).")},
	{"open tags", "html", inPage("<p <p")},
	{"raised links", "html", inPage(`a<sup><a href="#n1">1</a></sup> `)},
	{"comments", "html", inPage("<!-- a -->b ")},
	{"random bytes", "txt", noise("")},
	{"random ASCII", "txt", noise(" !\"#$%&'()*+,-./0123456789:;<=>?@ABCXYZ[\\]^_`abcxyz{|}~\n")},
	{"random brackets", "md", noise("()[]{}<>“”;, 12aB\n")},
	{"random Unicode", "txt", randomRunes},
}

// again writes s until about n bytes are written.
func again(w io.Writer, n int, s string) {
	for done := 0; done < n; done += len(s) {
		io.WriteString(w, s)
	}
}

func over(s string) func(io.Writer, int) {
	return func(w io.Writer, n int) { again(w, n, s) }
}

// between writes about n bytes of what another writes between a head and a foot.
func between(head string, write func(io.Writer, int), foot string) func(io.Writer, int) {
	return func(w io.Writer, n int) {
		io.WriteString(w, head)
		write(w, n)
		io.WriteString(w, foot)
	}
}

func inPage(s string) func(io.Writer, int) {
	return between("<!DOCTYPE html><title>A road</title><body><p>It was so (AFP, May 3). ", over(s), "")
}

// countedTo writes a form, filled with 1, 2, 3 and so on.
func countedTo(w io.Writer, n int, form string) {
	for i, done := 1, 0; done < n; i++ {
		k, _ := fmt.Fprintf(w, form, i)
		done += k
	}
}

func numbered(form string) func(io.Writer, int) {
	return func(w io.Writer, n int) { countedTo(w, n, form) }
}

func markersAndNotes(note string) func(io.Writer, int) {
	return func(w io.Writer, n int) {
		const said = "It was so.[%d] "
		each := len(said) + len(note)
		countedTo(w, n/each*len(said), said)
		io.WriteString(w, "\n\nNotes\n\n1. “A Piece,” Reuters, May 3, 2020.\n")
		countedTo(w, n/each*len(note), note)
	}
}

func growing(s, gap string) func(io.Writer, int) {
	return func(w io.Writer, n int) {
		for i, done := 1, 0; done < n; i++ {
			io.WriteString(w, strings.Repeat(s, i)+gap)
			done += i*len(s) + len(gap)
		}
	}
}

func nestedLists(w io.Writer, n int) {
	for depth, done := 0, 0; done < n; depth = (depth + 1) % 200 {
		k, _ := fmt.Fprintf(w, "%s- a\n", strings.Repeat("  ", depth))
		done += k
	}
}

// wideTable has a head of many columns and rows that fill one each: what is missing is made by the reader.
func wideTable(w io.Writer, n int) {
	columns := 1000
	io.WriteString(w, strings.Repeat("|a", columns)+"|\n"+strings.Repeat("|-", columns)+"|\n")
	again(w, n, "|b|\n")
}

// ofCorpus writes the long documents of testdata, again and again.
func ofCorpus(w io.Writer, n int) {
	names, err := filepath.Glob("../../testdata/corpus/*.txt")
	if err != nil || len(names) == 0 {
		panic("there is no corpus")
	}
	for done, i := 0, 0; done < n; i++ {
		raw, err := os.ReadFile(names[i%len(names)])
		if err != nil {
			panic(err)
		}
		raw = raw[:min(len(raw), n-done)]
		w.Write(raw)
		done += len(raw)
	}
}

// through changes what another writes, piece by piece.
func through(write func(io.Writer, int), change func([]byte) []byte) func(io.Writer, int) {
	return func(w io.Writer, n int) { write(writerFunc(func(p []byte) { w.Write(change(slices.Clone(p))) }), n) }
}

type writerFunc func([]byte)

func (f writerFunc) Write(p []byte) (int, error) { f(p); return len(p), nil }

func behindEach(after, add string) func([]byte) []byte {
	return func(b []byte) []byte { return bytes.ReplaceAll(b, []byte(after), []byte(after+add)) }
}

// lookAlikes has Cyrillic and Greek letters in the place of every third Latin one that looks like them.
func lookAlikes(b []byte) []byte {
	from, to := []rune("aceopxyABEHKMOPTX"), []rune("асеорхуΑВЕНКМОРТХ")
	i := 0
	return []byte(strings.Map(func(r rune) rune {
		k := slices.Index(from, r)
		if k < 0 {
			return r
		}
		if i++; i%3 > 0 {
			return r
		}
		return to[k]
	}, string(b)))
}

func mixedLines(b []byte) []byte {
	ends := []string{"\n", "\r\n", "\r", "\u2028", "\u0085", "\v", "\f"}
	var out []byte
	i := 0
	for line := range bytes.Lines(b) {
		out = append(append(out, bytes.TrimSuffix(line, []byte("\n"))...), ends[i%len(ends)]...)
		i++
	}
	return out
}

// mutated changes, doubles, swaps or takes away a byte in about each so many.
func mutated(each int) func([]byte) []byte {
	return func(b []byte) []byte {
		r := rand.New(rand.NewPCG(1, uint64(each)))
		out := make([]byte, 0, len(b))
		for _, c := range b {
			switch {
			case r.IntN(each) > 0:
				out = append(out, c)
			case r.IntN(3) == 0:
				out = append(out, byte(r.IntN(256)))
			case r.IntN(2) == 0:
				out = append(out, c, c)
			}
		}
		return out
	}
}

func utf16Of(write func(io.Writer, int)) func(io.Writer, int) {
	return func(w io.Writer, n int) {
		io.WriteString(w, "\xff\xfe")
		through(write, func(b []byte) (out []byte) {
			for _, u := range utf16.Encode([]rune(string(b))) {
				out = append(out, byte(u), byte(u>>8))
			}
			return out
		})(w, n/2)
	}
}

// noise is made of the bytes of an alphabet at random, of all bytes where it is empty; the same on each run.
func noise(alphabet string) func(io.Writer, int) {
	return func(w io.Writer, n int) {
		r := rand.New(rand.NewPCG(1, 2))
		for range n {
			c := byte(r.IntN(256))
			if alphabet != "" {
				c = alphabet[int(c)%len(alphabet)]
			}
			w.Write([]byte{c})
		}
	}
}

func randomRunes(w io.Writer, n int) {
	r := rand.New(rand.NewPCG(1, 3))
	for done := 0; done < n; {
		s := string(rune(r.IntN(0x3000) + 1))
		switch r.IntN(8) {
		case 0:
			s = " "
		case 1:
			s = string(rune(r.IntN(0x110000)))
		}
		done += len(s)
		io.WriteString(w, s)
	}
}

// inRTF is what another writes, as a word processor saves it.
func inRTF(write func(io.Writer, int)) func(io.Writer, int) {
	return between(`{\rtf1\ansi `, through(write, func(b []byte) (out []byte) {
		for _, u := range utf16.Encode([]rune(string(b))) {
			switch {
			case u == '\n':
				out = append(out, "\\par\n"...)
			case u == '\\' || u == '{' || u == '}':
				out = append(out, '\\', byte(u))
			case u < 0x80:
				out = append(out, byte(u))
			default:
				out = fmt.Appendf(out, `\u%d?`, int16(u))
			}
		}
		return out
	}), "}")
}

// writeHostile writes a hostile text into a folder and gives its path.
func writeHostile(t testing.TB, dir string, h *hostile, n int) string {
	t.Helper()
	path := filepath.Join(dir, strings.Map(func(r rune) rune {
		if r == ' ' || r == ',' || r == '.' {
			return '-'
		}
		return r
	}, h.name)+"."+h.ext)
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	w := bufio.NewWriter(f)
	h.write(w, n)
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}
