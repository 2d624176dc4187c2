package archives

import "context"

// Given is the resolver that takes the address that the note or link gives.
type Given struct{}

// Name is what people read.
func (Given) Name() string { return "address" }

// Asks is the address.
func (Given) Asks(q *Question) []string {
	if q.Address == "" {
		return nil
	}
	return []string{q.Address}
}

// Find gives the address, if there is one.
func (Given) Find(_ context.Context, _ *Web, q *Question, _ *Log) ([]Candidate, string, error) {
	if q.Address == "" {
		return nil, "the citation gives no address", nil
	}
	day, _ := q.Day()
	return []Candidate{{Address: q.Address, Original: q.Address, Day: day}}, "", nil
}
