package outlets_test

import (
	"fmt"

	"example.org/verify/citations/outlets"
)

// A printed name is resolved with its reason; one that several outlets bear is decided by what stands beside it, or left open.
func ExampleRegistry_Resolve() {
	r := outlets.Default()
	for _, c := range []outlets.Context{{}, {Others: []string{"daily-nation", "tuko"}}} {
		m := r.Resolve("The Star", c)
		fmt.Printf("%q %s: %s\n", m.ID, m.How, m.Why)
	}
	m := r.Resolve("Quarry Gazette", outlets.Context{})
	fmt.Println(m.ID, m.How)
	// Output:
	// "" ambiguous: 10 outlets bear this name, and neither place, country, language nor the other sources tell which is meant
	// "the-star-ke" context: the Kenyan paper: the article's other sources are Daily Nation (KE) and Tuko (KE)
	// ~quarry-gazette provisional
}
