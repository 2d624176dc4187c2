package pdf_test

import (
	"fmt"
	"os"

	"example.org/verify/citations/text/pdf"
)

// The lines of a file in the order in which they are read. citations/text joins them to paragraphs.
func ExampleRead() {
	raw, err := os.ReadFile("../../../testdata/documents/pdf-chromium-one-column/input.pdf")
	if err != nil {
		fmt.Println(err)
		return
	}
	doc, err := pdf.Read(raw, pdf.DefaultLimits)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(doc.Pages, "pages")
	for i := range doc.Lines[:2] {
		l := &doc.Lines[i]
		fmt.Println(l.Page, l.Number, l.Pieces[0].Text)
	}
	// Output:
	// 2 pages
	// 1 1 Lake Port Strike Tests the New Government in
	// 1 2 Karoma
}
