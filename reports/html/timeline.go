package html

import (
	"math"
	"time"

	"example.org/verify/citations/dates"
	"example.org/verify/score"
)

// timeline is when the sources spoke, in days before publication. The axis is logarithmic: a day counts for much in the week before
// publication and for nothing ten years earlier.
type timeline struct {
	ID, Desc  string
	Published string
	Height    int
	Columns   []column
	Ticks     []tick
	Line      string // where publication stands
}

// column is the sources of one stretch of time. X and W are per cent, Y and H pixels; Fallen is the part that does not stand, on top.
type column struct {
	X, W       string
	Y, H       int
	FallenY, F int
	After      bool
}

type tick struct{ X, Words string }

// The shape of the axis: columns before publication and after it, and pixels of height.
const (
	timeColumns = 40
	timeAfter   = 3
	timeHeight  = 120
)

// spoke is one dated citation: days before publication, and whether it does not stand.
type spoke struct {
	lag  int
	fell bool
}

// buckets are how the table groups the days, each up to and with its last.
var buckets = []struct {
	last  int
	words string
}{
	{-1, "after publication"}, {0, "on the day of publication"}, {7, "up to a week before"}, {31, "up to a month before"}, {365, "up to a year before"},
	{3652, "up to ten years before"}, {math.MaxInt, "earlier"},
}

func (m *maker) timelinePicture() *picture {
	all, unknown := m.spoken()
	if len(all) == 0 {
		return nil
	}
	counts, fell := make([]int, len(buckets)), make([]int, len(buckets))
	longest := 30
	for _, s := range all {
		longest = max(longest, s.lag)
		b := 0
		for s.lag > buckets[b].last {
			b++
		}
		counts[b]++
		if s.fell {
			fell[b]++
		}
	}
	t := newTimeline(all, longest)
	t.ID = m.prefix + "time"
	if len(m.a.Document.Articles) == 1 {
		t.Published = dayOf(&m.a.Document.Articles[0].Published).Words
	}
	p := &picture{ID: t.ID, Question: "When did the sources speak?", Kind: "timeline", Timeline: t, Head: []string{"Dated", "Citations", "Not standing"}}
	for b, n := range counts {
		if n > 0 {
			p.Rows = append(p.Rows, []string{buckets[b].words, itoa(n), itoa(fell[b])})
			t.Desc += buckets[b].words + ": " + itoa(n) + ". "
		}
	}
	if unknown > 0 {
		p.Rows = append(p.Rows, []string{"no full day is known", itoa(unknown), ""})
	}
	p.Answer = timeAnswer(all, counts[0])
	return p
}

func timeAnswer(all []spoke, after int) string {
	week := 0
	for _, s := range all {
		if s.lag >= 0 && s.lag <= 7 {
			week++
		}
	}
	s := of(week, len(all)) + " dated citations are of the week before publication"
	switch after {
	case 0:
	case 1:
		s += "; 1 bears a date after it"
	default:
		s += "; " + itoa(after) + " bear a date after it"
	}
	return s + "."
}

// spoken lists the dated citations, and counts those whose day or whose article's day is not known.
func (m *maker) spoken() (all []spoke, unknown int) {
	for n := range m.a.Document.Articles {
		art := &m.a.Document.Articles[n]
		published, ok := score.Day(&art.Published)
		fell := fallenOf(&m.a.Articles[n])
		for k := range art.Citations {
			c := &art.Citations[k]
			if m.sources.of(n, k) == nil || c.Date == nil {
				continue
			}
			day, known := dayAt(c.Date)
			if !ok || !known {
				unknown++
				continue
			}
			all = append(all, spoke{int(published.Sub(day) / (24 * time.Hour)), fell[k]})
		}
	}
	return all, unknown
}

// dayAt is the day of a date, the middle of a month or year that is all that is known.
func dayAt(d *dates.Date) (time.Time, bool) {
	if day, ok := score.Day(d); ok {
		return day, true
	}
	if d.Impossible || d.From.Y < 1 || d.From.Y > 9999 {
		return time.Time{}, false
	}
	switch d.Precision {
	case dates.Month:
		return time.Date(d.From.Y, time.Month(d.From.M), 15, 0, 0, 0, 0, time.UTC), true
	case dates.Year:
		return time.Date(d.From.Y, time.July, 1, 0, 0, 0, 0, time.UTC), true
	}
	return time.Time{}, false
}

// newTimeline draws the sources over a logarithmic axis that ends in the day of publication.
func newTimeline(all []spoke, longest int) *timeline {
	t := &timeline{Height: timeHeight, Line: percent(timeColumns, timeColumns+timeAfter)}
	var n, fell [timeColumns + timeAfter]int
	scale := math.Log1p(float64(longest))
	most := 1
	for _, s := range all {
		i := timeColumns + 1 // after publication
		if s.lag >= 0 {
			i = min(timeColumns-1, int((1-math.Log1p(float64(s.lag))/scale)*timeColumns))
		}
		n[i]++
		if s.fell {
			fell[i]++
		}
		most = max(most, n[i])
	}
	for i := range n {
		if n[i] == 0 {
			continue
		}
		h, f := n[i]*timeHeight/most, fell[i]*timeHeight/most
		t.Columns = append(t.Columns, column{X: percent(i, len(n)), W: percent(9, 10*len(n)), Y: timeHeight - h + f, H: h - f, FallenY: timeHeight - h, F: f, After: i >= timeColumns})
	}
	for _, k := range []struct {
		days  int
		words string
	}{{1, "1 day"}, {7, "1 week"}, {31, "1 month"}, {365, "1 year"}, {3652, "10 years"}} {
		if k.days <= longest {
			x := (1 - math.Log1p(float64(k.days))/scale) * timeColumns
			t.Ticks = append(t.Ticks, tick{percent(int(x*100), 100*len(n)), k.words})
		}
	}
	return t
}
