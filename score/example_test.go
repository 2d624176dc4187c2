package score_test

import (
	"fmt"

	"example.org/verify/citations"
	"example.org/verify/citations/outlets"
	"example.org/verify/citations/text"
	"example.org/verify/score"
)

// Sources that a tie joins are one origin: here two outlets of one owner.
func ExampleAnalyse() {
	t, err := text.Parse("well.txt", []byte("A Well Without Water\n\nThe fights killed 18 villagers near Traghen (Asharq Al-Awsat, May 15, 2018; Arab News, May 15, 2018; Reuters, May 16, 2018).\n"), text.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	doc := citations.Parse(t, citations.Options{Names: outlets.Default()})
	env := score.Env{Registry: outlets.Default()}
	a := score.Analyse(doc, env, score.Count(doc, env))
	c := &a.Articles[0].Claims[0]
	fmt.Println(c.Counts.Outlets, "outlets,", c.Counts.Origins, "origins,", c.Counts.Corroboration, "standing")
	for _, why := range c.Because {
		fmt.Println("-", why)
	}
	// Output:
	// 3 outlets, 2 origins, 2 standing
	// - 3 outlets, 2 origins: Asharq Al-Awsat (GB) and Arab News (SA) (both belong to Saudi Research and Media Group); Reuters (GB)
	// - not read
}
