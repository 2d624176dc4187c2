package html

import (
	"strconv"
)

// picture answers one question with a drawing, a sentence and the numbers in a table. Drawings are inline SVG whose widths are per cent of
// the page's, so that they need no script to fit a phone, and whose colours come from the style sheet.
type picture struct {
	ID, Question, Answer string
	Kind                 string // bars, levels, timeline, circle
	Bars                 []barChart
	Levels               *levelChart
	Timeline             *timeline
	Circle               *circle
	Head                 []string // of the table of numbers
	Rows                 [][]string
}

func (m *maker) pictures() []picture {
	var list []picture
	for _, p := range []*picture{m.outletsPicture(), m.supportPicture(), m.timelinePicture(), m.circlePicture()} {
		if p != nil {
			list = append(list, *p)
		}
	}
	return list
}

// percent is a share as SVG takes it.
func percent(n, all int) string {
	if all == 0 {
		return "0%"
	}
	return strconv.FormatFloat(float64(n)*100/float64(all), 'f', 2, 64) + "%"
}
