package transport

import (
	"fmt"
	"net/http"
	"sync"
)

// Budget counts the requests that go out, robots.txt and retries among them, and ends them at a bound.
type Budget struct {
	mu    sync.Mutex
	limit int // below 0 for no bound
	spent int
	hosts map[string]bool // that were asked
}

// NewBudget is a budget of n requests; one below 0 has no bound.
func NewBudget(n int) *Budget { return &Budget{limit: n, hosts: map[string]bool{}} }

// Spent is how many requests went out.
func (b *Budget) Spent() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.spent
}

// Limit is the bound; ok is false where there is none.
func (b *Budget) Limit() (n int, ok bool) { return b.limit, b.limit >= 0 }

// Hosts is how many hosts were asked.
func (b *Budget) Hosts() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.hosts)
}

func (b *Budget) take(host string) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.limit >= 0 && b.spent >= b.limit {
		return fmt.Errorf("%w: %d requests; --budget raises it", ErrBudget, b.limit)
	}
	b.spent++
	b.hosts[host] = true
	return nil
}

// spender takes each request from the budget.
type spender struct {
	next   http.RoundTripper
	budget *Budget
}

// RoundTrip sends the request if the budget has one left.
func (t *spender) RoundTrip(r *http.Request) (*http.Response, error) {
	if t.budget != nil {
		if err := t.budget.take(HostPort(r.URL)); err != nil {
			return nil, err
		}
	}
	return t.next.RoundTrip(r)
}
