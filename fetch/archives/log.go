package archives

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"time"

	"example.org/verify/fetch"
	"example.org/verify/fetch/cache"
)

// Log is what was asked for one question, in order. It belongs to one goroutine.
type Log struct {
	Now      func() time.Time // for requests that had no answer
	Attempts []fetch.Attempt
	Listed   bool // the outlet itself has listed what it published on the cited day
}

func (l *Log) add(a fetch.Attempt) {
	l.Attempts = append(l.Attempts, a)
}

// refused puts down an address that was not asked, which has no time, or gave no answer.
func (l *Log) refused(address string, err error) {
	at := l.Now()
	if errorState(err) == fetch.NotTried {
		at = time.Time{}
	}
	if failed := (*cache.Failure)(nil); errors.As(err, &failed) {
		at = failed.At
	}
	l.add(fetch.Attempt{At: at, URL: address, Outcome: string(errorState(err))})
}

// last is the index of the last request, -1 before the first.
func (l *Log) last() int { return len(l.Attempts) - 1 }

// outcome says of a request what reading its page has shown.
func (l *Log) outcome(i int, s fetch.State) {
	if i >= 0 {
		l.Attempts[i].Outcome = string(s)
	}
}

func sum(body []byte) string {
	h := sha256.Sum256(body)
	return hex.EncodeToString(h[:])
}
