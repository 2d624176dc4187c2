package archive

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"

	"example.org/verify/reports"
)

// WriteOrigin writes the page of a source on which claims rest alone, in the folder OriginsFolder.
func WriteOrigin(w io.Writer, a *Audit, o *Outlet) error {
	p := newPage(a, o.Name)
	p.Kicker, p.Home = "What rests on one origin", "../"+Dashboard
	p.Title = reports.Visible(o.Name)
	p.Lead = fmt.Sprintf("%s and on no other origin.", restOn(o.Alone))
	note := "Grave claims, of deaths, crimes, accusations and quotations, come first."
	if o.Alone > len(o.Lone) {
		note += fmt.Sprintf(" The first %s of %s; claims.csv has all.", thousands(len(o.Lone)), thousands(o.Alone))
	}
	t := &table{ID: "list", More: "../claims.csv", Columns: []column{{Name: "Document", Wide: true}, {Name: "Published"}, {Name: "Claim", Wide: true}, {Name: "Grave", Ours: true}}}
	lone := slices.Clone(o.Lone)
	slices.SortStableFunc(lone, func(a, b Lone) int { return rankGrave(a.Grave) - rankGrave(b.Grave) })
	for i := range lone {
		x := &lone[i]
		grave := ""
		if x.Grave {
			grave = "grave"
		}
		t.add(documentLink(x.Item, x.Title, "../"), words(x.Item.Revision.Published), words(x.Text), words(grave))
	}
	p.Sections = []section{{"list", "Which claims", note, t}}
	return p.write(w)
}

func restOn(n int) string {
	if n == 1 {
		return "1 checkable claim rests on it"
	}
	return thousands(n) + " checkable claims rest on it"
}

func rankGrave(grave bool) int {
	if grave {
		return 0
	}
	return 1
}

// OriginPage is the name of the page of a source, in OriginsFolder. Ids have signs that not every file system takes.
func OriginPage(id string) string {
	sum := sha256.Sum256([]byte(id))
	return hex.EncodeToString(sum[:8]) + ".html"
}

// Origins are the sources on which claims rest alone, those with most of them first.
func (f *Figures) Origins() []*Outlet {
	list := slices.DeleteFunc(slices.Clone(f.Outlets), func(o *Outlet) bool { return o.Alone == 0 })
	slices.SortStableFunc(list, func(a, b *Outlet) int { return b.Alone - a.Alone })
	return list
}

// OriginsMost is how many sources have a page of the claims that rest on them alone.
const OriginsMost = 200

func (f *Figures) origins() *table {
	t := &table{ID: "origins", More: "outlets.csv", Columns: []column{{Name: "Source", Wide: true}, {Name: "Claims", Number: true, Help: "that rest on it alone"},
		{Name: "Share", Number: true, Help: "of the checkable claims"}, {Name: "Documents", Number: true, Help: "that have such claims"}, {Name: "Country"}, {Name: "Control"}}}
	for i, o := range f.Origins() {
		name := words(o.Name)
		if i < OriginsMost {
			name = link(o.Name, OriginsFolder+"/"+OriginPage(o.ID))
		}
		t.add(name, count(o.Alone), part(o.Alone, f.All.Checkworthy), count(o.AloneIn), words(o.Country), words(o.Control))
	}
	return t
}
