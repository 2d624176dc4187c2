package citations_test

import (
	"fmt"

	"example.org/verify/citations"
	"example.org/verify/citations/dates"
	"example.org/verify/citations/outlets"
	"example.org/verify/citations/text"
)

// From a text to its claims and the sources that they name.
func ExampleParse() {
	t, err := text.Parse("well.txt", []byte("A Well Without Water\n\nThe fights killed 18 villagers near Traghen (Reuters, May 15; Libya Herald, May 14).\n"), text.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	published, _ := dates.ParseISO("2018-05-18")
	doc := citations.Parse(t, citations.Options{Names: outlets.Default(), Published: published, PublishedBy: "flag"})
	for _, art := range doc.Articles {
		fmt.Println(art.Title)
		for _, c := range art.Claims {
			fmt.Println(" ", c.Text)
			for _, k := range c.Citations {
				cited := &art.Citations[k]
				fmt.Println("   ", cited.Outlet.Name, cited.Date.ISO(), cited.Date.Year)
			}
		}
	}
	// Output:
	// A Well Without Water
	//   The fights killed 18 villagers near Traghen
	//     Reuters 2018-05-15 inferred
	//     Libya Herald 2018-05-14 inferred
}
