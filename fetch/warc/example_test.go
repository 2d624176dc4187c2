package warc_test

import (
	"bytes"
	"fmt"
	"net/http"
	"time"

	"example.org/verify/fetch/warc"
)

// One answer as a web archive: a record about the file, the answer, the request that it answers.
func ExampleWrite() {
	at := time.Date(2026, 5, 1, 9, 0, 0, 0, time.UTC)
	all := func(yield func(*warc.Exchange, error) bool) {
		yield(&warc.Exchange{
			URL: "https://news.example/well", At: at, Peer: "192.0.2.7", Request: http.Header{"User-Agent": {"verify"}},
			Status: http.StatusOK, Header: http.Header{"Content-Type": {"text/plain"}}, Body: []byte("A well without water"),
		}, nil)
	}
	var file bytes.Buffer
	entries, err := warc.Write(&file, warc.Info{File: "well.warc.gz", Software: "verify/1.0", At: at}, all)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, e := range entries {
		fmt.Println(e.URL, e.Status, e.Mime)
	}
	// Output: https://news.example/well 200 text/plain
}
