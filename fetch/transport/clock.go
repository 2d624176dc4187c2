package transport

import (
	"context"
	"time"
)

// Clock is the time that pauses and freshness go by. Tests hand in one that does not wait.
type Clock interface {
	Now() time.Time
	Sleep(ctx context.Context, d time.Duration) error // ends early with the context's error
}

// RealClock is the machine's.
type RealClock struct{}

// Now is the time of the machine.
func (RealClock) Now() time.Time { return time.Now() }

// Sleep waits, or until the context ends.
func (RealClock) Sleep(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
