// Package fetch holds what the archives say: pages that were got, and the evidence that they are for a citation. How a page is read is
// fetch/page, how a claim is judged by it fetch/support; both take bytes and touch no network.
//
// Evidence is what looking a citation up came to: the Verdict with its reason, the passage, the page and its day, every Attempt, and what each resolver found.
// Dead and Due say what several attempts over days come to, NearCopies which pages are nearly one text. The packages below come in this order: transport sends a
// request or refuses to, cache keeps what was answered, archives finds the page of a citation, page reads it, support judges the claim by it, and warc writes what was answered as a web
// archive. What is here keeps nothing and may be used by several goroutines at once.
package fetch

import (
	"time"

	"example.org/verify/fetch/page"
)

// Page is one answer to one request, with what was read from it.
type Page struct {
	Asked    string    // the address that was asked
	Final    string    // the address that answered, behind all redirects
	Status   int       // of HTTP; 0 for a file
	Type     string    // media type as declared
	At       time.Time // when it was got
	Captured time.Time // when an archive captured it; zero for the live page
	Original string    // the address that the capture was made of; "" for the live page
	SHA256   string    // of the body as received, in hexadecimal
	Body     []byte
	Read     *page.Page // nil until it was read
}
