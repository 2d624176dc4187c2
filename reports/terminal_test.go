package reports

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"example.org/verify/citations"
	"example.org/verify/citations/text"
)

func TestTerminal(t *testing.T) {
	for _, w := range []int{40, 80, 160} {
		got := written(t, "text", sample(t), Options{Width: w})
		golden(t, fmt.Sprintf("sample.%d.txt", w), got)
		for _, line := range strings.Split(got, "\n") {
			if n := columns(line); n > w {
				t.Errorf("%d columns in %d: %s", n, w, line)
			}
		}
		if strings.ContainsAny(got, "\x1b\u202e") {
			t.Errorf("width %d: an escape sequence of the document reached the terminal", w)
		}
	}
}

func TestColorSaysNothingNew(t *testing.T) {
	plain := written(t, "text", sample(t), Options{Width: 80})
	colored := written(t, "text", sample(t), Options{Width: 80, Color: true})
	for _, code := range []string{bold, dim, red, yellow, cyan, reset} {
		colored = strings.ReplaceAll(colored, code, "")
	}
	if plain != colored {
		t.Error("the coloured report says something else than the plain one")
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		in   string
		w    int
		want string
	}{
		{"", 5, ""},
		{"one two three", 7, "one two|three"},
		{"one two three", 8, "one two|three"},
		{"incomprehensibilities", 8, "incompre|hensibil|ities"},
		{"新华社新闻", 4, "新华|社新|闻"},
		{"a 新华社", 4, "a 新|华社"},
		{"cafe\u0301 e\u0301te\u0301", 4, "cafe\u0301|e\u0301te\u0301"},
		{"  blanks  between ", 20, "blanks  between"},
	} {
		if got := strings.Join(wrap(c.in, c.w), "|"); got != c.want {
			t.Errorf("wrap(%q, %d) = %q, want %q", c.in, c.w, got, c.want)
		}
	}
}

func TestVisible(t *testing.T) {
	for in, want := range map[string]string{
		"plain":             "plain",
		"a\x1b[2Jb":         "a␛[2Jb",
		"a\u202eb\u2066c":   "a⇄b⇄c",
		"a\tb\nc\u2028d":    "a b c d",
		"a\u009b31mb":       "a\uFFFD31mb",
		"soft\u00ADhyphen":  "softhyphen",
		"می\u200cخواهم":     "می\u200cخواهم",
		"\ufeffmark\u200b.": "mark.",
		"\xff":              "\uFFFD",
		"del\x7f":           "del␡",
	} {
		if got := Visible(in); got != want {
			t.Errorf("Visible(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestExcerpt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.SampledFrom([]rune("ab \n\t新é\u0301ا\x1b"))).Filter(func(s string) bool { return strings.TrimSpace(s) != "" }).Draw(t, "text")
		doc, err := text.Parse("x.txt", []byte(s), text.Options{})
		if err != nil {
			t.Skip(err)
		}
		start := rapid.IntRange(0, len(s)-1).Draw(t, "start")
		end := rapid.IntRange(start, len(s)).Draw(t, "end")
		for start > 0 && !utf8.RuneStart(s[start]) {
			start--
		}
		for end < len(s) && !utf8.RuneStart(s[end]) {
			end++
		}
		w := rapid.IntRange(12, 60).Draw(t, "width")
		x := excerptOf(doc, citations.Span{Start: start, End: end}, w)
		if n := columns(x.before + x.marked + x.after); n > w {
			t.Fatalf("%d columns in %d: %+v", n, w, x)
		}
		if n := columns(x.caret()); n > w {
			t.Fatalf("a caret at column %d of %d: %+v", n, w, x)
		}
	})
}
