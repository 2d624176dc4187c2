package citations

import (
	"strings"
	"testing"
	"time"

	"example.org/verify/citations/text"
)

// A biography of a hundred thousand names in one line took minutes: every name looked at all the words behind it.
func TestLongBiographyIsReadInLinearTime(t *testing.T) {
	raw := []byte("A Title of a Piece\n\n" + strings.Repeat("John Smith is a writer. ", 20_000))
	done := make(chan *Document, 1)
	go func() { done <- Parse(must(text.Parse("x.txt", raw, text.Options{})), Options{}) }()
	select {
	case <-done:
	case <-time.After(20 * time.Second): // it takes less than one
		t.Fatal("half a megabyte of biography is still being read")
	}
}
