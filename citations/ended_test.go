package citations

import (
	"context"
	"errors"
	"runtime"
	"strings"
	"testing"

	"go.uber.org/goleak"

	"example.org/verify/citations/text"
)

// A parse ends with its context, wherever it is, on one core and on several: there is an error and no document, and no goroutine stays.
func TestParseContextEnds(t *testing.T) {
	defer goleak.VerifyNone(t)
	raw := string(corpus(t))
	texts := map[string]*text.Text{
		"articles": must(text.Parse("x.txt", []byte(strings.Repeat(raw, 8)), text.Options{})),
		"one line": must(text.Parse("x.txt", []byte(strings.ReplaceAll(strings.Repeat(raw, 6), "\n", " ")), text.Options{})),
	}
	for name, txt := range texts {
		for _, cores := range []int{1, 4} {
			early := 0
			for n := range 3 { // each ends somewhat later
				ctx, cancel := context.WithCancel(context.Background())
				go func() {
					for range n * 100 {
						runtime.Gosched()
					}
					cancel()
				}()
				doc, err := parseOn(ctx, txt, cores)
				cancel()
				switch {
				case err == nil && doc != nil: // it was done before
				case errors.Is(err, context.Canceled) && doc == nil:
					early++
				default:
					t.Errorf("%s, %d cores: %v, %v", name, cores, doc != nil, err)
				}
			}
			if early == 0 {
				t.Errorf("%s, %d cores: nothing ends it", name, cores)
			}
		}
	}
}

func TestParseContextEndedBefore(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if doc, err := ParseContext(ctx, must(text.Parse("x.txt", []byte("It was so."), text.Options{})), Options{}); doc != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("%v, %v", doc, err)
	}
}

// What is no end of the context is not caught.
func TestOtherPanicsPass(t *testing.T) {
	defer func() {
		if r := recover(); r != "other" {
			t.Errorf("recovered %v", r)
		}
	}()
	endsEarly(func() { panic("other") })
}

func parseOn(ctx context.Context, t *text.Text, cores int) (*Document, error) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
	return ParseContext(ctx, t, Options{})
}
