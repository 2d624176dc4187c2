package archives

import (
	"context"
	"strings"
	"time"
)

// TimeGate is the resolver that asks another archive, by the Memento protocol (RFC 7089): for the copy of the address that is given which is
// nearest to the cited day.
type TimeGate struct {
	Base    string          // what the address is put behind, as https://arquivo.pt/wayback/
	Private map[string]bool // as of Wayback
}

// gateLate is how long after the cited day a copy may have been made: the address is the one that is given, and the distance is said.
const gateLate = 20 * 366 * 24 * time.Hour

// Name is what people read.
func (g TimeGate) Name() string { return "TimeGate " + strings.Split(hostOf(g.Base), ":")[0] }

// Asks is the TimeGate of the address.
func (g TimeGate) Asks(q *Question) []string {
	if q.Address == "" || Wayback(g).private(q) {
		return nil
	}
	return []string{g.Base + q.Address}
}

// Find gives the one copy that the archive chooses.
func (g TimeGate) Find(_ context.Context, _ *Web, q *Question, _ *Log) ([]Candidate, string, error) {
	switch {
	case q.Address == "":
		return nil, "the citation gives no address to ask for", nil
	case g.Asks(q) == nil:
		return nil, "the page lies on a server of your own, of which a public archive is not told", nil
	}
	c := Candidate{Address: g.Base + q.Address, Original: q.Address, Gate: true, Late: gateLate}
	if day, dated := q.Day(); dated {
		c.Captured = day
	}
	return []Candidate{c}, "", nil
}
