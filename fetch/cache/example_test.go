package cache_test

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"example.org/verify/fetch/cache"
)

// served stands for the web, and counts what it is asked.
type served struct{ asked int }

func (s *served) RoundTrip(r *http.Request) (*http.Response, error) {
	s.asked++
	return &http.Response{StatusCode: http.StatusOK, Header: http.Header{"Cache-Control": {"max-age=60"}}, Body: io.NopCloser(strings.NewReader("A well")), Request: r}, nil
}

// What was answered is not asked again while it is fresh.
func ExampleTransport() {
	store, err := cache.Open("")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer store.Close()
	web := &served{}
	t := &cache.Transport{Store: store, Next: web, Now: func() time.Time { return time.Date(2026, 5, 1, 9, 0, 0, 0, time.UTC) }}
	for range 2 {
		resp, err := (&http.Client{Transport: t}).Get("https://news.example/well")
		if err != nil {
			fmt.Println(err)
			return
		}
		page, err := io.ReadAll(resp.Body)
		if err = errors.Join(err, resp.Body.Close()); err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("%s; asked %d\n", page, web.asked)
	}
	// Output:
	// A well; asked 1
	// A well; asked 1
}
