package support_test

import (
	"fmt"

	"example.org/verify/fetch/page"
	"example.org/verify/fetch/support"
)

// A page is held against a claim: figures, quotations, names, words. Another figure of the same thing contradicts it.
func ExampleJudge() {
	p := page.Read([]byte(`<html lang="en"><head><title>Fights over a well</title></head><body><article><h1>Fights over a well</h1>
<p>Two families fought over the last deep well of Traghen on Friday. The fights killed 12 villagers, the mayor said, and the well was closed by the council.</p></article></body></html>`), page.Options{})
	for _, claim := range []string{"The fights over the well of Traghen killed 12 villagers.", "The fights over the well of Traghen killed 18 villagers."} {
		r := support.Judge(support.Claim{Text: claim}, p)
		fmt.Println(r.Verdict, "–", r.Why)
	}
	// Output:
	// supported – names, figures and quotations of the claim stand on the page, and the passage has 5 of 5 words
	// differs – the claim has “18 villagers”, the page “12 villagers”
}
