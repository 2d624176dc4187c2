package rules

import (
	"slices"
	"strings"
	"testing"

	"example.org/verify/score"
)

// Vague sources speak in any tense, with an adverb or an auxiliary before the verb; those of whom more is said, and those who say nothing, are left alone.
func TestVagueTenses(t *testing.T) {
	const heads = `en|The Ferry and the Lake|12 May 2024
de|Die Fähre und der See|12. Mai 2024
fr|Le bac et le lac|12 mai 2024
es|La balsa y el lago|12 de mayo de 2024
pt|A balsa e o lago|12 de maio de 2024
it|Il traghetto e il lago|12 maggio 2024
nl|De pont en het meer|12 mei 2024
ru|Паром и озеро|12 мая 2024
pl|Prom i jezioro|12 maja 2024
sv|Färjan och sjön|12 maj 2024
ro|Bacul și lacul|12 mai 2024
cs|Přívoz a jezero|12. května 2024`
	const rows = `en|+|Experts have long warned that the lake is dying.
en|+|Observers had earlier noted that the lake is dying.
en|+|Scientists concluded that the lake is dying.
en|-|Experts from Oslo have long warned that the lake is dying.
en|-|Experts who met here had often said so.
en|-|Experts were hired, and the mayor said that the lake is dying.
en|-|Critics and lawyers met in the hall.
de|+|Experten warnten, dass der See stirbt.
de|+|Fachleute wiesen früh darauf hin, dass der See stirbt.
de|+|Fachleute haben seit langem gewarnt, dass der See stirbt.
de|-|Fachleute der Behörde haben seit langem gewarnt, dass der See stirbt.
fr|+|Les experts ont averti que le lac meurt.
fr|+|Les observateurs ont souvent dit que le lac meurt.
fr|-|Les experts de la mairie ont averti que le lac meurt.
es|+|Los expertos han advertido desde hace años que el lago se muere.
es|-|Los expertos del puerto han advertido que el lago se muere.
pt|+|Especialistas há muito alertam que o lago morre.
it|+|Gli esperti hanno avvertito che il lago muore.
nl|+|Experts waarschuwden dat het meer sterft.
nl|-|Experts van de haven waarschuwden dat het meer sterft.
ru|+|Эксперты предупредили, что озеро умирает.
ru|-|Эксперты института предупредили, что озеро умирает.
pl|+|Eksperci od dawna ostrzegali, że jezioro umiera.
pl|-|Eksperci z urzędu ostrzegali, że jezioro umiera.
sv|+|Experter har länge varnat för att sjön dör.
ro|+|Experții au avertizat că lacul moare.
cs|+|Odborníci už dlouho varují, že jezero umírá.
cs|-|Odborníci z úřadu varovali, že jezero umírá.`
	above := map[string]string{}
	for line := range strings.SplitSeq(heads, "\n") {
		lang, head, _ := strings.Cut(line, "|")
		above[lang] = strings.Replace(head, "|", "\n\n", 1)
	}
	for line := range strings.SplitSeq(rows, "\n") {
		f := strings.SplitN(line, "|", 3)
		found := checked(t, "lake.txt", above[f[0]]+"\n\n"+f[2]+"\n", "", Options{})
		raised := slices.ContainsFunc(found, func(x score.Finding) bool { return x.Rule == claimVagueAttribution.ID })
		if raised != (f[1] == "+") {
			t.Errorf("%s: %q: raised is %v", f[0], f[2], raised)
		}
	}
}
