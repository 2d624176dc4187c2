package citations_test

import (
	"strconv"
	"strings"
	"testing"
)

// TestIssuesWithoutBylines parts issues into their pieces and leaves articles with sections whole.
func TestIssuesWithoutBylines(t *testing.T) {
	titles := []string{"Forty Ships Wait for Coal at Kelm", "Who Paid for the Second Bill?", "A Lighthouse Without a Lamp"}
	sections := []string{"Forty Ships Wait for Coal at Kelm", "Who pays", "What comes next"}
	capitals := strings.Split(strings.ToUpper(strings.Join(titles, "|")), "|")
	marked := strings.Split("## "+strings.Join(titles, "|## "), "|")
	const mast = "HARBOUR POST\nVolume 3, Number 14\nThursday, July 12, 2007\n"
	for _, c := range []struct {
		name, mast string
		heads      []string
		gap        int // blank lines above a head
		signed     string
		want       int
	}{
		{"a.txt", mast, titles, 2, "", 3},
		{"b.txt", mast, titles, 1, "", 1},
		{"c.txt", mast, sections, 2, "", 1},
		{"d.txt", mast, []string{titles[0], "Background", titles[1], "Conclusion"}, 2, "", 1},
		{"e.txt", mast + "\n" + titles[0] + "\n\nBy Ana Popa\n", titles[1:], 2, "", 1},
		{"f.txt", mast, capitals, 1, "", 3},
		{"g.txt", "HARBOUR REVIEW\nVol. 3, No. 14, July 2007\n\n" + titles[0] + "\n", []string{capitals[1], "WHAT COMES NEXT FOR THE PORT"}, 1, "", 1},
		{"h.txt", "Harbour Newsline\n12 July 2007\n", titles, 1, " LF", 3},
		{"i.txt", "Harbour Digest No. 14, 12 July 2007\n\nIN THIS ISSUE\n" + strings.Join(titles, "\n") + "\n", titles, 1, "", 3},
		{"j.txt", "HARBOUR DIGEST\nNo. 14\n12 July 2007\n\nHEADLINES\n* Ships wait\n* The bill\n* No lamp\n", titles, 1, "", 3},
		{"k.txt", "KELM INSTITUTE\nPolicy Brief No. 14, 12 July 2007\n", titles, 2, "", 1},
		{"l.txt", "ПОРТОВЫЙ ВЕСТНИК\n№ 14 (212), 12 июля 2007 г.\n", []string{"Кто сжёг таможенный пост в порту?", "Половина парома уехала без билетов"}, 2, "", 2},
		{"m.txt", "BOLETÍN DEL PUERTO\nAño IX · N.º 201\n12 de julio de 2007\n", []string{"Cuarenta barcos esperan el carbón", "¿Quién pagó la segunda factura?"}, 2, "", 2},
		{"n.txt", "LA LETTRE DU PORT\nNuméro 14 – 12 juillet 2007\n", []string{"Qui a payé la seconde facture ?", "Un phare sans lampe au bout du quai"}, 2, "", 2},
		{"o.txt", "河港周报\n第28期（总第212期） 2007年7月12日\n", []string{"谁烧了河口的海关检查站", "半数渡船去年被卖掉了"}, 2, "", 2},
		{"p.md", "# Harbour Newsline\n\nVol. 3, No. 14, 12 July 2007\n", marked, 1, "", 3},
		{"q.md", "# Forty Ships Wait for Coal at Kelm\n\nVol. 3, No. 14, 12 July 2007\n", marked[1:], 1, "", 1},
		{"r.md", "# Harbour Newsline\n\nVol. 3, No. 14, 12 July 2007\n", []string{"## Coal", "## Ferries", "## Outlook"}, 1, "", 1},
	} {
		var b strings.Builder
		b.WriteString(c.mast)
		for i, head := range c.heads {
			b.WriteString(strings.Repeat("\n", c.gap) + head + "\n\nThe harbour office counted " + strconv.Itoa(40+i) + " ships in the first week of the month, Reuters reported on July 9, and half of them were waiting." +
				"\n\nA clerk told Interfax on July 10 that nobody had asked for the figures before, although the office has printed them since 1994." + c.signed + "\n")
		}
		doc := parseText(t, c.name, b.String())
		if len(doc.Articles) != c.want {
			t.Errorf("%s: %d articles", c.name, len(doc.Articles))
			continue
		}
		if a := &doc.Articles[0]; c.want > 1 && (a.Title != strings.TrimPrefix(c.heads[0], "## ") || a.Published.ISO() != "2007-07-12") {
			t.Errorf("%s: title %q, published %s", c.name, a.Title, a.Published.ISO())
		}
	}
}
