package text

import (
	"strings"
	"testing"
)

// feetOf are the labels and first words of the footnotes of a plain text.
func feetOf(t *testing.T, src string) string {
	x := mustParse(t, "x.txt", src)
	var out []string
	for _, b := range x.Blocks {
		if b.Kind == Footnote {
			out = append(out, b.Label+":"+strings.Join(strings.Fields(x.Slice(b.Range))[:2], " "))
		}
	}
	return strings.Join(out, "|")
}

// TestFeetOfPages holds which lines are notes at the foot of a page, and which only look so.
func TestFeetOfPages(t *testing.T) {
	const (
		one = "The weir at Sollen was rebuilt in 1911 by the owners of the mill.%1 Nobody asked the villages below it, who had fished there.%2\n\n"
		two = "The second weir stood for a year and nine days, as the ledger of the mill shows.%3\n\nIts stones are in the church wall now, all but four.\n\n"
	)
	text := func(s, open, close string) string {
		for _, d := range []string{"1", "2", "3"} {
			s = strings.ReplaceAll(s, "%"+d, open+d+close)
		}
		return s
	}
	more := "Further down the river a ferry has crossed for longer than the ledgers go.\n\nIt carries hay.\n\nIt carries children to school.\n\nIt carried a bishop.\n\n"
	for _, c := range []struct{ name, src, want string }{
		{"the site and a page number below", text(one, "", "") + "1  Ledger of the Sollen Mill, 1911, p. 4.\n2  Interview with a fisherman, Sollen, 8 May 2019.\n\nwww.weirs.example                    7\n\n" +
			text(two, "", "") + more + "3  “The last weir”, Sollen Bote, 9 May 1912.\n\nwww.weirs.example                    8\n", "1:Ledger of|2:Interview with|3:“The last"},
		{"a title and a bar with the number", text(one, "", "") + "1  Ledger of the Sollen Mill, 1911.\n2  Interview with a fisherman, 2019.\n\nStones and Water | 7\n\n" +
			text(two, "", "") + more + "3  “The last weir”, Sollen Bote, 9 May 1912.\n\nStones and Water | 8\n", "1:Ledger of|2:Interview with|3:“The last"},
		{"no trace of the page's end", text(one, "", "") + "1 Ledger of the Sollen Mill, 1911.\n2 Interview with a fisherman, 2019.\n\n" + text(two, "", "") + "3 “The last weir”, Sollen Bote, 9 May 1912.\n\n" + more, "1:Ledger of|2:Interview with|3:“The last"},
		{"a blank line between the notes", text(one, "", "") + "1 Ledger of the Sollen Mill, 1911.\n\n2 Interview with a fisherman, 2019.\n\n" + text(two, "", "") + "3 “The last weir”, Sollen Bote, 9 May 1912.\n\n" + more, "1:Ledger of|2:Interview with|3:“The last"},
		{"numbers with a stop", text(one, "", "") + "1. Ledger of the Sollen Mill, 1911.\n2. Interview with a fisherman, 2019.\n\n" + text(two, "", "") + "3. “The last weir”, Sollen Bote, 9 May 1912.\n\n" + more, "1:Ledger of|2:Interview with|3:“The last"},
		{"square brackets", text(one, "[", "]") + "[1] Ledger of the Sollen Mill, 1911.\n[2] Interview with a fisherman, 2019.\n\n" + text(two, "[", "]") + "[3] “The last weir”, Sollen Bote, 9 May 1912.\n\n" + more, "1:Ledger of|2:Interview with|3:“The last"},
		{"glued to the note", text(one, "", "") + "1Ledger of the Sollen Mill, 1911.\n2Interview with a fisherman, 2019.\n\n" + text(two, "", "") + "3“The last weir”, Sollen Bote, 9 May 1912.\n\n" + more, "1:Ledger of|2:Interview with|3:“The last"},
		{"raised digits", strings.NewReplacer("%1", "¹", "%2", "²").Replace(one) + "¹ Ledger of the Sollen Mill, 1911.\n² Interview with a fisherman, 2019.\n\n" + strings.ReplaceAll(two, "%3", "³") + "³ “The last weir”, Sollen Bote, 9 May 1912.\n\n" + more, "1:Ledger of|2:Interview with|3:“The last"},
		{"a note on the line of the one before", text(one, "", "") + text(two, "", "") + "1 Ledger of the Sollen Mill, 1911.  2 Interview with a fisherman, 2019.\n3 “The last weir”, Sollen Bote, 9 May 1912.\n\n\f" + more, "1:Ledger of|3:“The last"},

		{"a number above its note", text(one, "", "") + "1\nLedger of the Sollen Mill, 1911.\n2\nInterview with a fisherman, 2019.\n\n" + text(two, "", "") + "3\n“The last weir”, Sollen Bote, 9 May 1912.\n\n" + more, "1:Ledger of|2:Interview with|3:“The last"},
		{"a note in small letters", text(one, "", "") + "1 Ledger of the Sollen Mill, 1911.\n2 then in the hands of the widow.\n\n" + text(two, "", "") + "3 see “The last weir”, Sollen Bote, 9 May 1912.\n\n" + more, "1:Ledger of|2:then in|3:see “The"},
		{"pages whose numbers are those of the notes", text(one, "", "") + "1 Ledger of the Sollen Mill, 1911.\n2 Interview with a fisherman, 2019.\n\n1\n\n\f" + text(two, "", "") + "3 “The last weir”, Sollen Bote, 9 May 1912.\n\n2\n\n\f" + more, "1:Ledger of|2:Interview with|3:“The last"},

		{"a chapter goes on with the numbers of the one before", strings.NewReplacer("%1", "41", "%2", "42").Replace(one) + "41 Ledger of the Sollen Mill, 1911.\n42 Interview with a fisherman, 2019.\n\n22                    Stones and Water\n\n" +
			strings.ReplaceAll(two, "%3", "43") + more + "43 “The last weir”, Sollen Bote, 9 May 1912.\n\n23                    Stones and Water\n\n" + more, "41:Ledger of|42:Interview with|43:“The last"},
		{"a paragraph that begins with a number", "In 2019 the mill had 40 hands.\n\n12 Families live there now, said the “Sollen Bote” in 2019.\n\n13 Of them fish.\n\n" + text(one, "", ""), ""},

		{"numbered heads of chapters", text(one, "", "") + "1     The mill and its owners\n\n" + more + "2     The villages\n\n" + text(two, "", "") + "3     The ledger\n\n" + more, ""},
		{"a table of contents above a page's end", "1 The mill and its owners\n2 The villages\n3 The ledger\n\nwww.weirs.example      2\n\n" + more + "www.weirs.example      3\n\n" + more, ""},
		{"points of a list", text(one, "", "") + "1. Open the weir for the month in which the salmon run, from 1 May.\n2. Pay the villages for what they lost in 2019.\n3. Mend the lock.\n4. Count the fish.\n\n" + more + text(two, "", ""), ""},
		{"points whose markers come later", more + "1. Open the weir in May 2020.\n2. Pay for what was lost in 2019.\n\n" + text(one, "", "") + text(two, "", ""), ""},
		{"notes at the end, which have a head", text(one+two, "", "") + "Notes\n\n1 Ledger of the Sollen Mill, 1911.\n\n2 Interview with a fisherman, 2019.\n\n3 “The last weir”, Sollen Bote, 9 May 1912.\n", ""},
		{"notes at the end, all in one", text(one+two, "", "") + "1 Ledger of the Sollen Mill, 1911.\n2 Interview with a fisherman, 2019.\n3 “The last weir”, Sollen Bote, 9 May 1912.\n", ""},
	} {
		if got := feetOf(t, c.src); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestPageLines holds which lines with a number at one end are furniture.
func TestPageLines(t *testing.T) {
	page := "The mill was sold in spring.\n\nIts wheel was not.\n\nNor was the weir, which the council keeps.\n\nThe fishermen wrote to the council about it.\n\n"
	for _, c := range []struct {
		name, first, second string
		furniture           bool
	}{
		{"a site and a number", "www.weirs.example          7", "www.weirs.example          8", true},
		{"a number and a title", "8 | Stones and Water", "9 | Stones and Water", true},
		{"a title, a bullet, a number", "Stones and Water • 8", "Stones and Water • 10", true},
		{"the word for a page", "Stones and Water, page 8 of 12", "Stones and Water, page 9 of 12", true},
		{"numbers that fall", "Stones and Water | 9", "Stones and Water | 8", false},
		{"numbers far apart", "Herring landed, tonnes     120", "Herring landed, tonnes     190", false},
		{"questions", "Question 1", "Question 2", false},
		{"another title", "Stones and Water | 8", "Bread and Water | 9", false},
	} {
		x := mustParse(t, "x.txt", page+c.first+"\n\n"+page+c.second+"\n\n"+page)
		if got := !strings.Contains(x.Clean, c.second[:6]); got != c.furniture {
			t.Errorf("%s: furniture %v, want %v", c.name, got, c.furniture)
		}
	}
}
