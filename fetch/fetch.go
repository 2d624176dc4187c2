// Package fetch holds what the archives say: pages that were got, and the evidence that they are for a citation. How a page is read is
// fetch/page, how a claim is judged by it fetch/support; both take bytes and touch no network.
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
