package transport_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"example.org/verify/fetch/transport"
)

// What a document cites may point into the reader's own network: nothing is sent there.
func ExampleNew() {
	t, err := transport.New(transport.Options{Clock: transport.RealClock{}, Contact: "desk@example.org", Version: "1.0"})
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := http.NewRequestWithContext(context.Background(), http.MethodGet, "http://127.0.0.1/admin", nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = t.RoundTrip(r) //nolint:bodyclose // there is none
	fmt.Println(errors.Is(err, transport.ErrGuard))
	// Output: true
}
