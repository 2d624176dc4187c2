package fetch

import (
	"time"

	"example.org/verify/fetch/support"
)

// State is how an address was met.
type State string

// The states of an address.
const (
	Alive       State = "alive"
	OtherDay    State = "alive, of another day"
	Moved       State = "moved"
	Home        State = "led to the home page"
	SoftGone    State = "soft 404"
	Parked      State = "parked"
	Gone        State = "gone"
	Refused     State = "refused"
	Paywalled   State = "paywalled"
	RateLimited State = "rate limited"
	Robots      State = "robots.txt"
	Unreachable State = "unreachable"
	NotTried    State = "not tried"
	Unreadable  State = "unreadable" // it is there, and is no page that can be read
)

// Verdict is what a state that shows no page comes to; "" where the page is to be judged.
func (s State) Verdict() Verdict {
	switch s {
	case Home, SoftGone, Parked, Gone:
		return support.Gone
	case Refused, Robots, Unreadable:
		return support.Blocked
	case RateLimited, Unreachable:
		return support.Unreachable
	case NotTried:
		return support.NotSought
	}
	return ""
}

// fails reports whether a state speaks for a dead link, and lives whether it speaks against one. A host that refuses us, or
// asks for silence, says nothing of the page.
func (s State) fails() bool { return s.Verdict() == support.Gone || s == Unreachable }

func (s State) lives() bool {
	switch s {
	case Alive, OtherDay, Moved, Paywalled, Unreadable:
		return true
	}
	return false
}

// An address is dead after three failures, each three days after the one before: the practice of InternetArchiveBot (archives.md, B8).
const (
	deadFailures = 3
	deadApart    = 3 * 24 * time.Hour
)

// Failures gives the failures of one address that count, the oldest first: those since it was last alive, each at least three days after
// the one before. met is what the address came to, the oldest first; what lies after now does not count. The Outcome of an
// Attempt is a State.
func Failures(met []Attempt, now time.Time) (counted []Attempt) {
	for _, a := range met {
		switch s := State(a.Outcome); {
		case a.At.After(now):
		case s.lives():
			counted = nil
		case s.fails() && (len(counted) == 0 || a.At.Sub(counted[len(counted)-1].At) >= deadApart):
			counted = append(counted, a)
		}
	}
	return counted
}

// Dead reports whether an address that came to this may be called dead: three failures count. Fewer are a failure on such and such a day.
func Dead(met []Attempt, now time.Time) bool { return len(Failures(met, now)) >= deadFailures }

// Due reports whether what could not be reached is worth another request: the last was long enough ago for another failure to count, and it is not dead.
func Due(met []Attempt, now time.Time) bool {
	var last time.Time
	for _, a := range met {
		if a.At.After(last) {
			last = a.At
		}
	}
	return now.Sub(last) >= deadApart && !Dead(met, now)
}
