package fetch

import (
	"testing"
	"time"
)

// TestDead holds that an address is called dead only by what was seen on three days that lie three days apart.
func TestDead(t *testing.T) {
	at := func(day int) time.Time { return time.Date(2026, 5, day, 9, 0, 0, 0, time.UTC) }
	met := func(days ...any) (all []Attempt) {
		for i := 0; i < len(days); i += 2 {
			all = append(all, Attempt{At: at(days[i].(int)), Outcome: string(days[i+1].(State))})
		}
		return all
	}
	for _, c := range []struct {
		name  string
		met   []Attempt
		count int
		dead  bool
	}{
		{"never asked", nil, 0, false},
		{"once", met(3, Gone), 1, false},
		{"three on one day", met(3, Gone, 3, Gone, 3, Gone), 1, false},
		{"three on days in a row", met(3, Gone, 4, Gone, 5, Gone), 1, false},
		{"each three days after the other", met(3, Gone, 6, Unreachable, 9, SoftGone), 3, true},
		{"a day too near counts for nothing", met(3, Home, 5, Home, 6, Parked, 8, Home), 2, false},
		{"alive between", met(3, Gone, 6, Gone, 7, Alive, 9, Gone), 1, false},
		{"alive again", met(3, Gone, 6, Gone, 9, Gone, 12, Moved), 0, false},
		{"refused says nothing", met(3, Refused, 6, RateLimited, 9, Robots, 12, NotTried), 0, false},
		{"refused between", met(3, Gone, 6, Refused, 9, Gone, 12, Gone), 3, true},
		{"after now", met(3, Gone, 6, Gone, 29, Gone), 2, false},
	} {
		if n := len(Failures(c.met, at(20))); n != c.count || Dead(c.met, at(20)) != c.dead {
			t.Errorf("%s: %d failures, dead %v; want %d, %v", c.name, n, Dead(c.met, at(20)), c.count, c.dead)
		}
	}
}

// TestDue holds when what could not be reached is sought again.
func TestDue(t *testing.T) {
	at := func(day int) time.Time { return time.Date(2026, 5, day, 9, 0, 0, 0, time.UTC) }
	failed := func(days ...int) (all []Attempt) {
		for _, day := range days {
			all = append(all, Attempt{At: at(day), Outcome: string(Unreachable)})
		}
		return all
	}
	for _, c := range []struct {
		name string
		met  []Attempt
		due  bool
	}{
		{"three days later", failed(17), true},
		{"two days later", failed(18), false},
		{"the last counts", failed(10, 18), false},
		{"twice", failed(10, 14), true},
		{"dead", failed(10, 13, 16), false},
		{"asked for silence", []Attempt{{At: at(14), Outcome: string(RateLimited)}}, true},
		{"after now", failed(25), false},
	} {
		if Due(c.met, at(20)) != c.due {
			t.Errorf("%s: want %v", c.name, c.due)
		}
	}
}
