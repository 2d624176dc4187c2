package text

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

// fuzzed reads a document twice and holds what every Text promises, in every format.
func fuzzed(t *testing.T, name string, raw []byte, o Options) {
	t.Helper()
	before := bytes.Clone(raw)
	x, err := Parse(name, raw, o)
	if !bytes.Equal(before, raw) {
		t.Fatal("the file was changed")
	}
	if err != nil {
		if x != nil || strings.Contains(err.Error(), "\n") {
			t.Fatalf("%+v beside %q", x, err)
		}
		return
	}
	checkSpans(t, x)
	checkMap(t, x)
	y, err := Parse(name, raw, o)
	if err != nil {
		t.Fatalf("read again: %v", err)
	}
	y.countOnce.Do(func() {})
	x.countOnce.Do(func() {})
	x.counts, y.counts = nil, nil
	if !reflect.DeepEqual(x, y) {
		t.Fatalf("read again, it is another text:\n%q\n%q", x.Clean, y.Clean)
	}
}

// moves reports whether a text may have its pieces in another order than its source: a page's tree is not always in the order of its tags, and footnotes of
// text are moved behind what they cut.
func (t *Text) moves() bool {
	if t.Format == "html" {
		return true
	}
	for _, b := range t.Blocks {
		if b.Kind == Footnote && (t.Format == "txt" || t.Format == "md") {
			return true
		}
	}
	return false
}

// checkMap holds what the map of every Text promises: clean text in UTF-8, blocks in their order, and for each character of it, and for each place that is
// kept beside it, a place in the source that cuts no character.
func checkMap(t *testing.T, x *Text) {
	t.Helper()
	if !utf8.ValidString(x.Clean) {
		t.Fatalf("clean text is not UTF-8: %q", x.Clean)
	}
	within := func(what string, r Range) {
		if r.Start < 0 || r.End < r.Start || r.End > len(x.Clean) || !cleanBoundary(x, r.Start) || !cleanBoundary(x, r.End) {
			t.Fatalf("%s %v of %d", what, r, len(x.Clean))
		}
		checkSource(t, x, x.Source(r))
		checkSource(t, x, x.Outer(r))
	}
	end := 0
	for i, b := range x.Blocks {
		if within("block", b.Range); b.Range.Start < end || b.Range.Empty() {
			t.Fatalf("block %d has range %v after %d", i, b.Range, end)
		}
		checkSource(t, x, b.Mark)
		end = b.Range.End
	}
	for _, r := range append(append([]Range(nil), x.Supers...), x.Code...) {
		within("mark", r)
	}
	for _, l := range x.Links {
		within("link", l.Range)
	}
	for _, c := range x.Comments {
		within("comment", c.Range)
	}
	checkCharacters(t, x)
}

// checkCharacters looks where each character comes from.
func checkCharacters(t *testing.T, x *Text) {
	t.Helper()
	last, moves := 0, x.moves()
	for i, r := range x.Clean {
		one := Range{i, i + utf8.RuneLen(r)}
		s := x.Source(one)
		checkSource(t, x, s)
		if s.Start < last && !moves {
			t.Fatalf("clean %d (%q) comes from %v, before %d", i, r, s, last)
		}
		last = s.Start
		if o := x.Outer(one); o.Start > s.Start || o.End < s.End {
			t.Fatalf("Outer %v does not hold %v", o, s)
		}
	}
}

// checkSource wants a span inside the source, between characters, that can be printed and has a place.
func checkSource(t *testing.T, x *Text, s Span) {
	t.Helper()
	if s.Start < 0 || s.End < s.Start || s.End > len(x.Raw) {
		t.Fatalf("%v of %d", s, len(x.Raw))
	}
	for _, at := range [...]int{s.Start, s.End} {
		if x.Encoding == "utf-8" && at < len(x.Raw) && !utf8.RuneStart(x.Raw[at]) {
			t.Fatalf("%v cuts a character: %q", s, x.Raw[at])
		}
	}
	if p := x.Position(s.Start); p.Line < 1 || p.Column < 1 {
		t.Fatalf("%v stands at %+v", s, p)
	}
	if !utf8.ValidString(x.Printed(s)) {
		t.Fatalf("%v is no UTF-8", s)
	}
}

func cleanBoundary(x *Text, i int) bool { return i == len(x.Clean) || utf8.RuneStart(x.Clean[i]) }
