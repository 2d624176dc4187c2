package text

import (
	"fmt"
	"strings"
	"testing"
)

// render shows the blocks of a text, one a line: kind, label and place of the label, text with superscripts as ^{1} and links as {text → address}.
func render(t *Text) string {
	var b strings.Builder
	for i := range t.Blocks {
		k := &t.Blocks[i]
		b.WriteString([...]string{"p", "h", "li", "q", "td", "fn", "cap"}[k.Kind])
		if k.Level > 0 {
			fmt.Fprint(&b, k.Level)
		}
		if k.Label != "" {
			fmt.Fprintf(&b, " %s", k.Label)
		}
		if !k.Mark.Empty() {
			fmt.Fprintf(&b, " <%s>", t.Printed(k.Mark))
		}
		if k.Tight {
			b.WriteString(" tight")
		}
		if k.Bold {
			b.WriteString(" bold")
		}
		b.WriteString(": " + marked(t, k.Range) + "\n")
	}
	return b.String()
}

// marked is the text of a range with what is known of it.
func marked(t *Text, r Range) string {
	var b strings.Builder
	for i := r.Start; i <= r.End; i++ {
		for _, s := range t.Supers {
			if s.End == i && i > r.Start {
				b.WriteString("}")
			}
		}
		for _, l := range t.Links {
			if l.Range.End == i && i > r.Start {
				b.WriteString(" → " + l.URL + "}")
			}
			if l.Range.Start == i && i < r.End {
				b.WriteString("{")
			}
		}
		for _, s := range t.Supers {
			if s.Start == i && i < r.End {
				b.WriteString("^{")
			}
		}
		if i < r.End {
			b.WriteByte(t.Clean[i])
		}
	}
	return b.String()
}

// blanks makes all blanks one kind, as readers do.
var blanks = strings.NewReplacer("\n", " ", "\t", " ", "\r", " ", "\f", " ", "\v", " ")

// checkSpans holds that every piece of the clean text that was taken over as it is equals the bytes that it came from, and that blocks, links and
// superscripts lie in order inside the text.
func checkSpans(t testing.TB, x *Text) {
	t.Helper()
	for _, s := range x.segs {
		if got, from := x.Clean[s.clean:s.clean+s.n], string(x.utf8[s.src:s.src+s.m]); !s.whole && blanks.Replace(got) != blanks.Replace(from) {
			t.Fatalf("clean %q came from %q", got, from)
		}
	}
	last := 0
	for _, b := range x.Blocks {
		if b.Range.Start < last || b.Range.Empty() || b.Range.End > len(x.Clean) {
			t.Fatalf("block %+v after %d of %d", b, last, len(x.Clean))
		}
		last = b.Range.End
		if s := x.Source(b.Range); s.Start < 0 || s.End > len(x.Raw) || s.Start > s.End && x.Format != "html" {
			t.Fatalf("block %+v from %+v of %d", b, s, len(x.Raw))
		}
		if !b.Mark.Empty() && (b.Mark.Start < 0 || b.Mark.End > len(x.Raw)) {
			t.Fatalf("mark %+v of %d", b.Mark, len(x.Raw))
		}
	}
	for _, r := range x.Supers {
		if r.Empty() || r.End > len(x.Clean) {
			t.Fatalf("superscript %+v", r)
		}
	}
	for _, l := range x.Links {
		if l.Range.Empty() || l.Range.End > len(x.Clean) {
			t.Fatalf("link %+v", l)
		}
	}
}

func readBytes(t testing.TB, name string, raw []byte) *Text {
	t.Helper()
	x, err := Parse(name, raw, Options{})
	if err != nil {
		t.Fatal(err)
	}
	checkSpans(t, x)
	return x
}

func compare(t *testing.T, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
