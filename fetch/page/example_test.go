package page_test

import (
	"fmt"

	"example.org/verify/fetch/page"
)

// What a web page says of itself, and its main text without what stands around it.
func ExampleRead() {
	p := page.Read([]byte(`<html lang="en"><head><title>Strike ends – Port Courier</title><meta property="article:published_time" content="2024-05-14T09:00:00Z"></head>
<body><nav>Home News Sport</nav><article><h1>Strike ends</h1><p class="byline">By Nell Abara</p><p>The crane drivers of Port Selby went back to work on Tuesday after nineteen days, and the first ship left before noon.</p></article></body></html>`),
		page.Options{URL: "https://courier.example/2024/05/14/strike-ends/"})
	fmt.Println(p.Title)
	fmt.Println(p.Authors)
	fmt.Println(p.Date.ISO, "by", p.Date.How)
	fmt.Println(p.Text())
	// Output:
	// Strike ends
	// [Nell Abara]
	// 2024-05-14 by meta
	// The crane drivers of Port Selby went back to work on Tuesday after nineteen days, and the first ship left before noon.
}
