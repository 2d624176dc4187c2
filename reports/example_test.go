package reports_test

import (
	"fmt"
	"os"
	"slices"

	"example.org/verify/citations"
	"example.org/verify/citations/outlets"
	"example.org/verify/citations/text"
	"example.org/verify/reports"
	"example.org/verify/score"
)

// An analysis as a table with a row for each citation. Any other format is another name.
func ExampleWrite() {
	t, err := text.Parse("well.txt", []byte("A Well Without Water\n\nThe fights killed 18 villagers near Traghen (Reuters, May 15, 2018).\n"), text.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	doc := citations.Parse(t, citations.Options{Names: outlets.Default()})
	env := score.Env{Registry: outlets.Default()}
	a := score.Analyse(doc, env, score.Count(doc, env))
	if err := reports.Write(os.Stdout, "csv", slices.Values([]*score.Analysis{a}), reports.Options{}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// document,article,article_title,article_published,citation,kind,role,source_class,raw,line,column,start,end,outlet_id,outlet,printed,match,confidence,date,date_printed,year,note,url,claims,claim_text,claim_outlets,claim_origins,claim_corroboration,claim_grade
	// well.txt,a1,A Well Without Water,,a1.k1,inline,source,outlet,"Reuters, May 15, 2018",3,46,67,88,reuters,Reuters,Reuters,exact,1,2018-05-15,"May 15, 2018",stated,,,a1.c1,The fights killed 18 villagers near Traghen,1,1,1,
}
