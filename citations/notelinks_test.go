package citations

import "testing"

func TestPromisedLink(t *testing.T) {
	for _, c := range []struct{ note, want string }{
		{"“Dry wells,” The Ashby Gazette, 3 May 2018. Available here.", "Available here."},
		{"« Puits à sec », Le Télégramme, 3 mai 2018. Lien ici.", "Lien ici."},
		{"Agencia del Agua, Informe de pozos, 2022. Disponible aquí.", "Disponible aquí."},
		{"Wasserverband Orl, Bericht, 2022 (hier abrufbar).", "hier abrufbar)"},
		{"Waterschap, Putten (Assen, 2022), p. 5. Hier te downloaden.", "Hier te downloaden."},
		{"Il Tirreno, 3 maggio 2018. Il testo è disponibile qui.", "disponibile qui."},
		{"Raport wodny, 2020. Dostępny tutaj.", "Dostępny tutaj."},
		{"Доклад о колодцах, 2020. Скачать здесь.", "Скачать здесь."},
		{"تقرير الآبار، 2020. متاح هنا.", "متاح هنا."},

		{"The wells are counted here as one.", ""},
		{"Interview with Marta Qui, Lucca, 3 May 2018.", ""},
		{"Le Télégramme, 3 mai 2018. Les élus qui ont voté.", ""},
		{"Die Brunnen zählen hier als einer.", ""},
		{"Gespräch mit Anna Hier, Trier, 3. Mai 2018.", ""},
		{"", ""},
	} {
		r := promisedLink(c.note)
		if got := c.note[r.Start:r.End]; got != c.want {
			t.Errorf("%q: %q, want %q", c.note, got, c.want)
		}
	}
}
