package text

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

const rtfHead = `{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\fcharset204 Times Cyr;}{\f2\fcharset128 MS Mincho;}}` +
	`{\stylesheet{\s0 Normal;}{\*\cs9 \additive Default;}{\s1\outlinelevel0 heading 1;}{\s2 heading 2;}{\s3 Title;}{\s4 Quote,Quotation;}}`

func TestRTF(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"characters", `One\~two\'96\u8212 ?three\endash four \ldblquote a\rdblquote\{b\}\\ c\-d e\_f\line Velm\par Five`, "p: One\u00A0two–—three–four “a”{b}\\ cd e-f\np tight: Velm\np: Five\n"},
		{"encodings of fonts", `{\f1 \'cf\'ee\'f0\'f2} {\f2 \'8d\'60\'82\'c5} caf\'e9`, "p: Порт 港で café\n"},
		{"what stands for old readers", `{\uc2\u8364 EU}{\uc0\u8364 }{\u-10179?\u-8704?} \u304\'49`, "p: €€😀 İ\n"},
		{"the font of the document", `\deff1 \'cf\'ee{\f0 \'e9}\plain\'f0`, "p: Поéр\n"},
		{"text twice", `One {\upr{Caf?}{\*\ud{Caf\u1101?}}} and {\upr{x}}two{\*\ud .}`, "p: One Cafэ and two.\n"},
		{"half a pair", `a\u-10179?\u233?b\u-8704?c\u-10179?\u-10179?\u-8704?`, "p: aéb\uFFFDc😀\n"},
		{"lines cut in words", "One tw\r\no th\nree.", "p: One two three.\n"},
		{"a backslash ends a paragraph as Cocoa writes it", "One\\\nTwo\\\r\nThree", "p: One\np: Two\np: Three\n"},
		{"styles", `\pard\s3 A\par\pard\s1 B\par\pard\s2 C\par\pard\s4 D\par\pard\outlinelevel1 E\par\pard F`, "h1: A\nh2: B\nh3: C\nq: D\nh3: E\np: F\n"},
		{"notes", `A.{\super\chftn{\footnote\pard\plain{\super\chftn} Foot {\i one}.\par More.}} B.{\super\chftn{\*\footnote\ftnalt\chftn\pard End.}} C.{\super\chftn}{\footnote{\super\chftn} Two.}\par D`,
			"p: A.^{1} B.^{i} C.^{2}\np: D\nfn 1 <[1]>: Foot one.\nfn 1: More.\nfn 2 <[2]>: Two.\nfn i <[i]>: End.\n"},
		{"a mark of its own", `A.{\super *}{\footnote {\super *} Own.} B.{\super\chftn}{\footnote{\super\chftn} One.}`, "p: A.^{*} B.^{1}\nfn * <[*]>: Own.\nfn 1 <[1]>: One.\n"},
		{"notes numbered by section, in letters", `\ftnnalc\ftnrestart A.{\super\chftn{\footnote x}}\sect{} B.{\super\chftn{\footnote y}}`, "p: A.^{a}\np: B.^{a}\nfn a <[a]>: x\nfn a <[a]>: y\n"},
		{"superscripts", `20 km{\super 2}, A{\up6 1}, H{\sub 2}O`, "p: 20 km^{2}, A^{1}, H2O\n"},
		{"links", `See {\field{\*\fldinst{HYPERLINK "https://e.org/a\\'b"}}{\fldrslt{\ul this}}} and {\field{\*\fldinst PAGE}{\fldrslt 3}}.`, "p: See {this → https://e.org/a\\'b} and 3.\n"},
		{"tracked changes, hidden text, comments", `One{\deleted  gone} two{\revised  in}{\v hidden}{\*\annotation remark} {\*\unknown x}three`, "p: One two in three\n"},
		{"lists", `\pard{\listtext\pard\plain 1.\tab}\ls1 x\par{\listtext 2.\tab}y\par{\pntext\'B7\tab}z\par\pard w`, "li 1 <1.>: x\nli 2 <2.>: y\nli: z\np: w\n"},
		{"table", `\trowd\pard\intbl a\cell b\cell\row\pard c`, "td: a\ntd: b\np: c\n"},
		{"text box behind its paragraph", `Before {\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt\pard box\par}}{\shprslt old}}after\par Next`, "p: Before after\np: box\np: Next\n"},
		{"pictures and objects", `a{\pict\pngblip 89504e47}{\object{\*\objdata 01ff}{\result b}}{\*\shppict{\pict x}}{\bin4 {}}}c`, "p: abc\n"},
		{"bold", `\pard{\b All of it}\par\pard Not {\b this}\b0`, "p bold: All of it\np: Not this\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			compare(t, render(readBytes(t, "x.txt", []byte(rtfHead+c.in+"}"))), c.want)
		})
	}
}

func TestRTFProperties(t *testing.T) {
	x := readBytes(t, "x", []byte(`{\rtf1\ansi{\info{\upr{\title Old}{\*\ud{\title The \'94 Title}}}{\author A B;C D}{\creatim\yr2018\mo5\dy18\hr9}{\revtim\yr2019}}{\header\pard The Sentinel,\tab May 18, 2018\par}{\footer Page 3\par}\pard One.\par Two.\par}`))
	if want := (Meta{Title: "The ” Title", Authors: []string{"A B", "C D"}, Created: "2018-05-18"}); !reflect.DeepEqual(x.Meta, want) {
		t.Errorf("got %+v, want %+v", x.Meta, want)
	}
	if !reflect.DeepEqual(x.Heads, []string{"The Sentinel, May 18, 2018"}) {
		t.Errorf("heads %q", x.Heads)
	}
	if compare(t, string(x.Raw), "One.\n\nTwo."); x.Place(len(x.Raw)-1) != "paragraph 2" {
		t.Error(x.Place(len(x.Raw) - 1))
	}
}

func TestHostileRTF(t *testing.T) {
	deep := rtfHead + strings.Repeat("{", 2000)
	if _, err := Parse("x", []byte(deep), Options{}); err == nil || !strings.Contains(err.Error(), "nested more than") || !IsFileFault(err) {
		t.Errorf("deep nesting: %v", err)
	}
	if _, err := Parse("x", []byte(rtfHead+strings.Repeat("words ", 1000)+"}"), Options{MaxText: 1000}); err == nil || !strings.Contains(err.Error(), "--max-text") {
		t.Errorf("too much text: %v", err)
	}
	if _, err := Parse("x", []byte("Plain text."), Options{Format: "rtf"}); err == nil || !strings.Contains(err.Error(), "no RTF") {
		t.Errorf("no RTF: %v", err)
	}
	if _, err := Parse("x", []byte(rtfHead+"}"), Options{}); !errors.Is(err, ErrEmpty) {
		t.Errorf("no text: %v", err)
	}
	x := readBytes(t, "x", []byte(rtfHead+`One.\par Two {\b th`))
	if len(x.Notices) != 1 || !strings.Contains(x.Notices[0], "cut off") || x.Clean != "One.\n\nTwo th" {
		t.Errorf("cut off: %q, %q", x.Clean, x.Notices)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Parse("x", []byte(rtfHead+strings.Repeat(`\par x`, 10000)), Options{Context: ctx}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// TestRTFIsLinear holds that destinations within destinations are each looked at a bounded number of times.
func TestRTFIsLinear(t *testing.T) {
	times := 200
	if testing.Short() {
		times = 20
	}
	for _, unit := range []string{`{\footnote a`, `{\field{\*\fldinst `, `{\listtext `, `{\header x`, `{\shptxt y`, `{\info{\title `, `{\upr`, `\u8212`, `{\super\chftn}`} {
		raw := []byte(rtfHead + strings.Repeat(strings.Repeat(unit, 400)+strings.Repeat("}", 800), times) + "x}")
		start := time.Now()
		if x, err := Parse("x", raw, Options{}); err == nil {
			checkSpans(t, x)
		}
		if took := time.Since(start); took > time.Minute { // quadratic time is many minutes; a busy machine takes ten seconds with the race detector
			t.Errorf("%s: %v for %d bytes", unit, took, len(raw))
		}
	}
}

func FuzzRTF(f *testing.F) {
	names, _ := filepath.Glob("../../testdata/documents/*/*.rtf")
	for _, n := range names {
		if raw, err := os.ReadFile(n); err == nil {
			f.Add(raw)
		}
	}
	f.Add([]byte(rtfHead + `A.{\super\chftn{\footnote\ftnalt\pard{\super\chftn} x\par y}}{\field{\*\fldinst HYPERLINK "u"}{\fldrslt z}}{\listtext 1.\tab}{\shp{\*\shpinst{\shptxt b}}}\u-10179?\'e9\bin3 abc}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		raw = append([]byte(`{\rtf1`), raw...)
		if x, err := Parse("x", raw, Options{Format: "rtf", MaxText: 1 << 20}); err == nil {
			checkSpans(t, x)
		}
	})
}
