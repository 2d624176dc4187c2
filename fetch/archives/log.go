package archives

import (
	"crypto/sha256"
	"encoding/hex"
	"time"

	"example.org/verify/fetch"
)

// Log is what was asked for one question, in order. It belongs to one goroutine.
type Log struct {
	Now      func() time.Time // for requests that had no answer
	Attempts []fetch.Attempt
}

func (l *Log) add(a fetch.Attempt) {
	l.Attempts = append(l.Attempts, a)
}

// refused puts down an address that was not asked, or gave no answer.
func (l *Log) refused(address string, err error) {
	l.add(fetch.Attempt{At: l.Now(), URL: address, Outcome: string(errorState(err))})
}

// outcome says of the last request what reading its page has shown.
func (l *Log) outcome(s fetch.State) {
	if len(l.Attempts) > 0 {
		l.Attempts[len(l.Attempts)-1].Outcome = string(s)
	}
}

func sum(body []byte) string {
	h := sha256.Sum256(body)
	return hex.EncodeToString(h[:])
}
