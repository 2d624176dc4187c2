package citations

import (
	"testing"

	"example.org/verify/citations/text"
)

// TestNumbersWithoutText holds that lone numbers at the very start of a document, with no text before them, are read.
func TestNumbersWithoutText(t *testing.T) {
	for _, s := range []string{"1", "1\n\n2", "1\n\nLedger, 1911.\n\n2\n\nIbid.", "1\n\n1\n\n2\n\n3", "1 \nLedger.1\n\n2\nIbid.2"} {
		x, err := text.Parse("x.md", []byte(s), text.Options{})
		if err != nil {
			t.Fatal(err)
		}
		Parse(x, Options{})
	}
}
