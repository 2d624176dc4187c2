package archives_test

import (
	"fmt"

	"example.org/verify/citations"
	"example.org/verify/citations/text"
	"example.org/verify/fetch/archives"
)

// What would be looked up for a document, before anything is sent.
func ExampleQuestions() {
	t, err := text.Parse("well.txt", []byte("A Well Without Water\n\nThe fights killed 18 villagers near Traghen (Asharq Al-Awsat, May 15, 2018).\n"), text.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, q := range archives.Questions(citations.Parse(t, citations.Options{})) {
		day, ok := q.Day()
		fmt.Println(q.Raw, day.Format("2006-01-02"), ok)
	}
	// Output: Asharq Al-Awsat, May 15, 2018 2018-05-15 true
}
