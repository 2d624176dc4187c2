package archives

import (
	"context"
	"fmt"
	"net/http"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"

	"example.org/verify/fetch"
)

// TestCancelledAtEachRequest ends the context of a search while its n-th request waits for a host that never answers, and what others have asked waits behind that. All
// comes back at once, says for each question that it was not sought or what it came to before, and leaves no goroutine; the pages that are kept can be
// written to, and the search goes on from there.
func TestCancelledAtEachRequest(t *testing.T) {
	for n, over := int32(1), false; !over; n++ {
		if n > 200 {
			t.Fatal("the search does not end")
		}
		before := goleak.IgnoreCurrent()
		t.Run(fmt.Sprint(n), func(t *testing.T) { over = cancelledAt(t, n) })
		if err := goleak.Find(before); err != nil {
			t.Errorf("at %d: %v", n, err)
		}
	}
}

// cancelledAt reports whether the search made fewer than n requests.
func cancelledAt(t *testing.T, n int32) (over bool) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var hits atomic.Int32
	stalled := func(h http.HandlerFunc) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			if hits.Add(1) == n {
				cancel()
				<-r.Context().Done() // until the client has gone
				return
			}
			h(w, r)
		}
	}
	w := newWorld(t, stalled(blog(false, 2)), stalled(shelfOf(map[string]string{}, 10)))
	var qs []Question
	for i := range stories {
		qs = append(qs, w.question(stories[i].text, stories[i].day, ""), w.question(strike, stories[i].day, stories[i].path()))
	}
	ended := make(chan []fetch.Evidence, 1)
	go func() { ended <- w.All(ctx, qs, func(*fetch.Evidence) {}) }()
	select {
	case evidence := <-ended:
		for i := range evidence {
			if evidence[i].Verdict == "" || evidence[i].Verdict == fetch.Unreachable.Verdict() {
				t.Errorf("question %d: %q, %s", i, evidence[i].Verdict, evidence[i].Why)
			}
		}
	case <-time.After(20 * time.Second):
		t.Fatal("it goes on though its context has ended")
	}
	over = hits.Load() < n
	hits.Store(n) // all is answered from here on
	w.rebuild(t)
	for i, ev := range w.All(context.Background(), qs, func(*fetch.Evidence) {}) {
		if !ev.Sought() {
			t.Errorf("question %d is not sought by the next run: %s", i, ev.Why)
		}
	}
	return over
}
