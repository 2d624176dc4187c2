package main

import (
	"io"
	"math"
	"os"
	"strconv"

	"golang.org/x/term"

	"example.org/verify/reports"
)

// layout is how a report is laid out on an output: $COLUMNS wins, then a terminal's own width, else 80; colour on a terminal alone,
// where NO_COLOR (https://no-color.org) does not forbid it.
func layout(out io.Writer) reports.Options {
	var o reports.Options
	if f, ok := out.(*os.File); ok && isTerminal(f) {
		o.Color = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
		o.Width, _, _ = term.GetSize(int(f.Fd())) // 0 where it cannot be told
	}
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 0 {
		o.Width = min(n, widest)
	}
	return o
}

// widest is the most columns that are believed: tables are ruled over the whole width.
const widest = 1000

// lineWidth is how wide the lines of a list may be on an output: where there is no screen they stay whole, for the programs that read them.
func lineWidth(out io.Writer) int {
	if w := layout(out).Width; w > 0 {
		return w
	}
	return math.MaxInt32
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
