package main

import (
	"iter"
	"time"
)

// lanes say how documents are read beside each other.
type lanes struct {
	work  int           // how many at a time
	ahead int           // how many more may have been read, and wait for their turn
	pause time.Duration // after which it is said that the next one is not there yet; 0 for never
}

// inOrder calls f for each name and yields what it gives, with true, in the order of the names. Where the next one is not there after the pause it yields
// nothing, with false, once.
func inOrder[R any](names iter.Seq[string], l lanes, f func(string) R) iter.Seq2[R, bool] {
	return func(yield func(R, bool) bool) {
		stop := make(chan struct{})
		defer close(stop)
		waiting := make(chan chan R, l.work+l.ahead-1)
		go begin(l, names, stop, waiting, f)
		idle := func() bool {
			var none R
			return yield(none, false)
		}
		for {
			turn, more := await(waiting, l.pause, idle)
			if !more {
				return
			}
			r, more := await(turn, l.pause, idle)
			if !more || !yield(r, true) {
				return
			}
		}
	}
}

// begin begins to read one name after the other, each as soon as it may.
func begin[R any](l lanes, names iter.Seq[string], stop <-chan struct{}, waiting chan<- chan R, f func(string) R) {
	defer close(waiting)
	free := make(chan struct{}, l.work)
	for name := range names {
		turn := make(chan R, 1)
		select {
		case waiting <- turn:
		case <-stop:
			return
		}
		free <- struct{}{}
		go func() {
			turn <- f(name)
			<-free
		}()
	}
}

// await is what comes through a channel next; more is false where it was closed, or idle says that no more is wanted. idle is called where nothing has come after
// the pause.
func await[T any](c <-chan T, pause time.Duration, idle func() bool) (next T, more bool) {
	if pause > 0 {
		timer := time.NewTimer(pause)
		defer timer.Stop()
		select {
		case next, more = <-c:
			return next, more
		case <-timer.C:
			if !idle() {
				return next, false
			}
		}
	}
	next, more = <-c
	return next, more
}

// oneByOne calls f for a name when what it gave for the one before is dealt with.
func oneByOne[R any](names iter.Seq[string], f func(string) R) iter.Seq2[R, bool] {
	return func(yield func(R, bool) bool) {
		for name := range names {
			if !yield(f(name), true) {
				return
			}
		}
	}
}
