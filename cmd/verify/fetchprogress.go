package main

import (
	"fmt"
	"sync"
	"time"

	"example.org/verify/fetch/transport"
)

// counter says on one line of a terminal how many sources were looked up and how many requests that took. Several goroutines step it. It
// shows itself where the results go to the same terminal, too: they come late, and it is gone by then.
type counter struct {
	mu     sync.Mutex
	p      progress
	budget *transport.Budget
}

func newCounter(s streams, total int, b *transport.Budget) *counter {
	c := &counter{p: progress{total: total, started: time.Now()}, budget: b}
	if isTerminal(s.err) {
		c.p.w = s.err
	}
	return c
}

// step counts a source that was looked up.
func (c *counter) step() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.p.done++
	if c.p.w == nil || time.Since(c.p.started) < patience {
		return
	}
	c.p.started = time.Now().Add(pause - patience)
	c.p.shown = true
	fmt.Fprintf(c.p.w, "\r\x1b[Kverify: %d of %d sources, %d requests", c.p.done, c.p.total, c.budget.Spent())
}

func (c *counter) clear() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.p.clear()
}
