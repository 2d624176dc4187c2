package rules_test

import (
	"fmt"

	"example.org/verify/citations"
	"example.org/verify/citations/dates"
	"example.org/verify/citations/outlets"
	"example.org/verify/citations/text"
	"example.org/verify/score"
	"example.org/verify/score/rules"
)

// What an editor should look at, once a document has been scored.
func ExampleCheck() {
	t, err := text.Parse("well.txt", []byte("A Well Without Water\n\nThe fights killed 18 villagers near Traghen (Reuters, May 29, 2018).\n"), text.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	published, _ := dates.ParseISO("2018-05-18")
	doc := citations.Parse(t, citations.Options{Names: outlets.Default(), Published: published, PublishedBy: "flag"})
	env := score.Env{Registry: outlets.Default(), Before: rules.FindEvents(doc).Before}
	a := score.Analyse(doc, env, score.Count(doc, env))
	for _, f := range rules.Check(doc, a, rules.Options{}) {
		fmt.Printf("%d:%d %s [%s] %s\n", f.Line, f.Column, f.Severity, f.Rule, f.Message)
	}
	// Output:
	// 3:1 suggestion [claim.single-source] a claim of weight rests on one origin: Reuters
	// 3:46 error [date.future] dated 29 May 2018, after the article's own date, 18 May 2018
}
