package archive

import (
	"fmt"
	"strconv"
)

// chart is one figure by year, as bars. Widths are per cent of the page's, so that it needs no script to fit a phone.
type chart struct {
	ID, Title, Note string
	Top             string // the figure at the upper line
	Bars            []bar
}

// bar is one year.
type bar struct {
	X, Width, Middle  string // per cent
	Y, Height         string // pixels
	Label, Year, Said string // Label is "" where there is no room for it
	Empty             bool
	Few               bool // it rests on few claims
}

// The sizes of a chart in pixels; templates/index.html has them too.
const (
	chartTop  = 18
	chartTall = 112
	labels    = 6 // years that are named, at most
)

// byYear draws a figure of each year. whole is the figure at the upper line, 0 for the largest that there is; parts
// are said in per cent. Years of few claims are pale.
func byYear(id, title, note string, years []Period, whole float64, parts bool, figure func(*Period) (v float64, said string, ok bool)) chart {
	c := chart{ID: id, Title: title, Note: note}
	top := whole
	for i := range years {
		if v, _, ok := figure(&years[i]); ok && whole == 0 {
			top = max(top, v)
		}
	}
	c.Top = strconv.FormatFloat(top, 'f', 2, 64)
	if parts {
		c.Top = percent(int(top*1000+.5), 1000)
	}
	every := (len(years) + labels - 1) / labels
	for i := range years {
		v, said, ok := figure(&years[i])
		b := newBar(i, len(years), v, top)
		b.Year, b.Said, b.Empty = years[i].Name, said, !ok
		if b.Few = years[i].Checkworthy < few; b.Few {
			b.Said += ", of few claims"
		}
		if !ok {
			b.Said = "nothing to count"
		}
		if (len(years)-1-i)%every == 0 {
			b.Label = years[i].Name
		}
		c.Bars = append(c.Bars, b)
	}
	return c
}

func newBar(i, n int, v, top float64) bar {
	tall := 0.0
	if top > 0 {
		tall = max(1, v/top*chartTall)
	}
	if v <= 0 {
		tall = 1
	}
	step := 100 / float64(n)
	wide := min(step*.76, 9)
	middle := step * (float64(i) + .5)
	return bar{X: pc(middle - wide/2), Width: pc(wide), Middle: pc(middle), Y: px(chartTop + chartTall - tall), Height: px(tall)}
}

func pc(v float64) string { return strconv.FormatFloat(v, 'f', 2, 64) + "%" }
func px(v float64) string { return strconv.FormatFloat(v, 'f', 1, 64) }

// charts are the trends by year; none where fewer than two years are known.
func (f *Figures) charts() []chart {
	var years []Period
	for _, y := range f.Years {
		if y.Name != "" {
			years = append(years, y)
		}
	}
	if len(years) < 2 {
		return nil
	}
	return []chart{
		byYear("coverage", "Claims with a source", "Of the claims that state something checkable, how many have anything given for them.", years, 1, true,
			func(p *Period) (float64, string, bool) { return shareOf(p.Sourced, p.Checkworthy) }),
		byYear("corroboration", "Origins for a claim", "How many sources that no tie joins stand behind a checkable claim, on average.", years, 0, false,
			func(p *Period) (float64, string, bool) { return meanOf(p.Corroboration, p.Checkworthy) }),
		byYear("origin", "Claims that rest on one origin", "Of the claims that state something checkable, how many have a single origin behind them.", years, 0, true,
			func(p *Period) (float64, string, bool) { return shareOf(p.OneOrigin, p.Checkworthy) }),
		byYear("diversity", "Diversity of outlets", "How many outlets, cited equally often, would be as diverse as those of the year. It grows with the number of citations.", years, 0, false,
			func(p *Period) (float64, string, bool) {
				v, ok := p.Diversity()
				return v, fmt.Sprintf("%.2f: %s in %s", v, say(len(p.outlets), "outlet"), say(p.Citations, "citation")), ok
			}),
		byYear("findings", "Findings for a claim", "Errors, warnings and suggestions that are open, for each claim.", years, 0, false,
			func(p *Period) (float64, string, bool) { return meanOf(p.Findings(), p.Claims) }),
		byYear("state", "State-controlled sources", "Of the citations, how many are of outlets where a state decides what is printed, as far as the registry knows.", years, 0, true,
			func(p *Period) (float64, string, bool) { return shareOf(p.State, p.Citations) }),
	}
}

func shareOf(n, all int) (float64, string, bool) {
	if all == 0 {
		return 0, "", false
	}
	return float64(n) / float64(all), fmt.Sprintf("%s: %s of %s", percent(n, all), thousands(n), thousands(all)), true
}

func meanOf(n, all int) (float64, string, bool) {
	if all == 0 {
		return 0, "", false
	}
	return float64(n) / float64(all), fmt.Sprintf("%.2f: %s for %s", float64(n)/float64(all), thousands(n), thousands(all)), true
}
