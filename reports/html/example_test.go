package html_test

import (
	"bytes"
	"fmt"
	"slices"

	"example.org/verify/citations"
	"example.org/verify/citations/outlets"
	"example.org/verify/citations/text"
	"example.org/verify/reports/html"
	"example.org/verify/score"
)

// A report is one page that needs nothing beside it.
func ExampleWrite() {
	t, err := text.Parse("well.txt", []byte("A Well Without Water\n\nThe fights killed 18 villagers near Traghen (Reuters, May 15, 2018).\n"), text.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	doc, env := citations.Parse(t, citations.Options{}), score.Env{Registry: outlets.Default()}
	a := score.Analyse(doc, env, score.Count(doc, env))
	var page bytes.Buffer
	if err := html.Write(&page, slices.Values([]*score.Analysis{a}), html.Options{Version: "1.0"}); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(bytes.HasPrefix(page.Bytes(), []byte("<!DOCTYPE html>")), bytes.Contains(page.Bytes(), []byte("A Well Without Water")), bytes.Contains(page.Bytes(), []byte("<link")))
	// Output: true true false
}
