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
}

// NewBudget is a budget of n requests; one below 0 has no bound.
func NewBudget(n int) *Budget { return &Budget{limit: n} }

// Spent is how many requests went out.
func (b *Budget) Spent() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.spent
}

func (b *Budget) take() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.limit >= 0 && b.spent >= b.limit {
		return fmt.Errorf("%w: %d requests; --budget raises it", ErrBudget, b.limit)
	}
	b.spent++
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
		if err := t.budget.take(); err != nil {
			return nil, err
		}
	}
	return t.next.RoundTrip(r)
}
