package text_test

import (
	"fmt"

	"example.org/verify/citations/text"
)

// A reader reads the text without its markup; every range of it leads back to the bytes on disk.
func ExampleParse() {
	t, err := text.Parse("depot.md", []byte("# Fuel\n\nThe *depot* at\nUbari ran dry.\n"), text.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, b := range t.Blocks {
		at := t.Source(b.Range)
		fmt.Printf("%q stands in bytes %d to %d, line %d\n", t.Slice(b.Range), at.Start, at.End, t.Position(at.Start).Line)
	}
	// Output:
	// "Fuel" stands in bytes 2 to 6, line 1
	// "The depot at Ubari ran dry." stands in bytes 8 to 37, line 3
}
