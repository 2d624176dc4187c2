package ledger_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"example.org/verify/citations"
	"example.org/verify/citations/outlets"
	"example.org/verify/citations/text"
	"example.org/verify/score"
	"example.org/verify/score/ledger"
)

// A document is recorded, and scored by what the views of the ledger count.
func ExampleLedger() {
	ctx := context.Background()
	dir, err := os.MkdirTemp("", "ledger")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	led, err := ledger.Open(filepath.Join(dir, "ledger.db"), ledger.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer led.Close()
	t, err := text.Parse("well.txt", []byte("A Well Without Water\n\nThe fights killed 18 villagers near Traghen (Asharq Al-Awsat, May 15, 2018; Arab News, May 15, 2018; Reuters, May 16, 2018).\n"), text.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	doc, env := citations.Parse(t, citations.Options{}), score.Env{Registry: outlets.Default()}
	rev, err := led.Put(ctx, doc, env, ledger.Meta{Doc: "well", SHA256: t.SHA256(), Tool: "1.0", Now: time.Date(2026, 5, 1, 9, 0, 0, 0, time.UTC)})
	if err != nil {
		fmt.Println(err)
		return
	}
	counts, err := led.Counts(ctx, rev)
	if err != nil {
		fmt.Println(err)
		return
	}
	a := score.Analyse(doc, env, counts)
	c := &a.Articles[0].Claims[0]
	fmt.Println(c.Counts.Outlets, "outlets,", c.Counts.Origins, "origins")
	// Output: 3 outlets, 2 origins
}
