package main

import (
	"fmt"
	"io"
	"time"
)

// progress says on one line of a terminal how far a long run has come. In a pipe, and where the results go to the same terminal, it says
// nothing.
type progress struct {
	w       io.Writer // nil says nothing
	total   int
	done    int
	started time.Time
	shown   bool
	began   time.Time // of an audit, which says how fast it goes; zero otherwise
}

// patience is how long a run is silent, and pause the time between two lines.
const (
	patience = time.Second
	pause    = 100 * time.Millisecond
)

func newProgress(s streams, total int) progress {
	p := progress{total: total, started: time.Now()}
	if total > 1 && isTerminal(s.err) && !isTerminal(s.out) {
		p.w = s.err
	}
	return p
}

// step counts a file that is done.
func (p *progress) step() {
	p.done++
	if p.w == nil || time.Since(p.started) < patience {
		return
	}
	p.started = time.Now().Add(pause - patience)
	p.shown = true
	fmt.Fprintf(p.w, "\r\x1b[Kverify: %d of %d files%s", p.done, p.total, p.pace())
}

// pace is how many files a second are done, and how long the rest will take.
func (p *progress) pace() string {
	took := time.Since(p.began).Seconds()
	if p.began.IsZero() || took <= 0 {
		return ""
	}
	rate := float64(p.done) / took
	left := time.Duration(float64(p.total-p.done) / rate * float64(time.Second))
	return fmt.Sprintf(", %.0f a second, %v left", rate, left.Round(time.Second))
}

// clear takes the line away, before something else is written there.
func (p *progress) clear() {
	if p.shown {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.shown = false
	}
}
