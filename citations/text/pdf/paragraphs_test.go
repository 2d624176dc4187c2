package pdf

import (
	"slices"
	"testing"
)

// TestUnbroken holds how much of a text comes before where a line may end.
func TestUnbroken(t *testing.T) {
	for _, c := range []struct {
		text string
		want float64
	}{
		{"harbour", 0}, {"", 0}, {"港", 0}, {"港口", 1}, {"港）。据", 3}, {"（新华", 2}, {"“新华”社", 1.55}, {"15）。港口", 3.1}, {"20日", 1.1}, {"、15日", 1}, {"フェリー", 1},
	} {
		if got := unbroken(c.text); !near(got, c.want, 0.01) {
			t.Errorf("%q: %v ems, want %v", c.text, got, c.want)
		}
	}
}

// TestParagraphsOfIdeographs holds that paragraphs without space between them are told where no blank says how wide the first word is: by their indents of
// two ems, and by short lines.
func TestParagraphsOfIdeographs(t *testing.T) {
	const size, left, right = 12.0, 60.0, 540.0
	var lines []Line
	line := func(text string, from, to float64) {
		ws := []word{{text: text, x0: from, x1: to, size: size}}
		lines = append(lines, Line{Page: 1, Pieces: []Piece{{Text: text}}, x0: from, x1: to, y: 700 - 20*float64(len(lines)), size: size, first: firstWidth(ws)})
	}
	line("王丽华", left+2*size, left+5*size)
	line("据新华社报道，三场风暴一周内在湖上夺去人的生命（新华社，2018-05-", left+2*size, right)
	line("15）。港口负责人否认失职", left, right-size)
	line("说渡轮出发时状况良好。", left, left+11*size)
	line("渔民们要求政府提供援助", left+2*size, right)
	line("因为他们的船只被毁。", left, left+10*size)
	line("县政府表示", left, left+5*size)
	ts := typesetter{body: size, doc: &Document{Lines: lines}}
	ts.paragraphs()
	var got []Break
	for _, l := range lines {
		got = append(got, l.Break)
	}
	if want := []Break{Sure, Likely, Runs, Runs, Sure, Runs, Likely}; !slices.Equal(got, want) {
		t.Errorf("breaks %v, want %v", got, want)
	}
}

// TestUnpartedIsNotSick holds that lines without blanks are no sign of damage where a script has none.
func TestUnpartedIsNotSick(t *testing.T) {
	for text, want := range map[string]bool{"港口负责人否认失职说渡轮出发时状况良好自那以后没有一条船离开港口": false, "นายกเทศมนตรีลาออกเมื่อคืนนี้ตามรายงานของหนังสือพิมพ์": false,
		"thisisnotawordbutsixtyfiveletterswithoutanyblankbetweenthemallofit": true} {
		s := &sheet{chars: 1000}
		for range 6 {
			s.words = append(s.words, word{text: text, side: left})
		}
		if s.sick() != want {
			t.Errorf("%q: sick %v", text, !want)
		}
	}
}
