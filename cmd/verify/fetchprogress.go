package main

import (
	"fmt"
	"sync"
	"time"

	"example.org/verify/fetch"
	"example.org/verify/fetch/transport"
)

// counter says on one line of a terminal how far a run has come: how many sources were looked up, how many of them have a page, how many wait,
// and what that took. Several goroutines step it. It shows itself where the results go to the same terminal, too: they come late, and it is
// gone by then.
type counter struct {
	mu     sync.Mutex
	p      progress
	found  int
	budget *transport.Budget
}

func newCounter(s streams, total int, b *transport.Budget) *counter {
	now := time.Now()
	c := &counter{p: progress{total: total, started: now, began: now}, budget: b}
	if isTerminal(s.err) {
		c.p.w = s.err
	}
	return c
}

// step counts a source that was looked up.
func (c *counter) step(ev *fetch.Evidence) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.p.done++
	if ev.Title != "" {
		c.found++
	}
	if c.p.w == nil || time.Since(c.p.started) < patience {
		return
	}
	c.p.started = time.Now().Add(pause - patience)
	c.p.shown = true
	fmt.Fprint(c.p.w, "\r\x1b[K"+c.line(time.Since(c.p.began)))
}

// line is what is shown after some time.
func (c *counter) line(took time.Duration) string {
	waiting := c.p.total - c.p.done
	s := fmt.Sprintf("verify: %d of %s, %d found, %d waiting; %s to %s", c.p.done, counted(c.p.total, "source"), c.found, waiting, counted(c.budget.Spent(), "request"), counted(c.budget.Hosts(), "host"))
	if left := time.Duration(float64(took) / float64(max(c.p.done, 1)) * float64(waiting)).Round(time.Second); waiting > 0 && left > 0 {
		s += fmt.Sprintf(", %v left", left)
	}
	return s
}

func (c *counter) clear() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.p.clear()
}
