// Package readers holds the tests that read what package warc writes with the programs of others: a Go module and npm's warcio. It is a
// module of its own, so that verify itself depends on neither.
package readers
