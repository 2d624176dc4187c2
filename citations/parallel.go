package citations

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// stretch is a run of blocks or articles, [first, last).
type stretch struct{ first, last int }

// stretchBytes is how much text is worth a goroutine of its own: reading it takes some milliseconds.
const stretchBytes = 64 << 10

// stretches cuts n things into runs of about stretchBytes each; size is the length of one in bytes. Where the cuts fall depends on
// nothing but the text, so that a document reads the same on any machine.
func stretches(n int, size func(int) int) []stretch {
	var out []stretch
	first, bytes := 0, 0
	for i := range n {
		if bytes += size(i); bytes >= stretchBytes {
			out = append(out, stretch{first, i + 1})
			first, bytes = i+1, 0
		}
	}
	if first < n {
		out = append(out, stretch{first, n})
	}
	return out
}

// atOnce calls f for every number below n, as many at a time as there are cores, and returns when all are done. One is done where it stands. Where a look ends one of
// them, the rest is left and the caller ended.
func atOnce(n int, f func(int)) {
	cores := min(n, runtime.GOMAXPROCS(0))
	if cores <= 1 {
		for i := range n {
			f(i)
		}
		return
	}
	var all sync.WaitGroup
	var early atomic.Bool
	next := make(chan int)
	for range cores {
		all.Go(func() {
			for i := range next {
				if !early.Load() && endsEarly(func() { f(i) }) {
					early.Store(true)
				}
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	all.Wait()
	if early.Load() {
		panic(ended{})
	}
}
