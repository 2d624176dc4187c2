package rules

import "example.org/verify/citations"

// Before says which citations are dated before the event that they are cited for.
func Before(doc *citations.Document) func(article, citation int) bool {
	return func(int, int) bool { return false }
}
