package citations

import "strings"

// A note whose link was lost says that there is one: "Available here.", "Lien ici.", "Hier te downloaden."

// missingLink are the words behind which a note's address should stand.
var missingLink = []string{"available here", "available at", "available online", "accessible here", "see here", "disponible ici", "disponible en", "disponível em", "disponibile qui", "verfügbar unter", "hier abrufbar", "abrufbar unter", "доступно по", "online here"}

// hereWords say "here" where a link was.
var hereWords = wordSet(`here ici aquí aqui acá hier qui tutaj здесь тут сюда هنا burada buradan bağlantıdan här her täältä tässä itt zde tady tu sini ovdje ovde aici εδώ aquest`)

// linkedWords stand beside "here" in such a sentence: what a reader does there, or what the link is.
var linkedWords = wordSet(`link links available accessible access accessed online download downloadable downloaded read view see find text pdf full more video audio watch listen
	lien disponible disponibles consultable télécharger téléchargeable lire voir texte accessible enlace descargar descargable consultar leer ver accesible
	collegamento disponibile disponibili scaricabile scaricare consultabile leggere leggi disponível disponíveis acessar acesse baixar ler leia
	abrufbar verfügbar einsehbar herunterladen herunterzuladen nachzulesen nachlesen lesen zugänglich beschikbaar downloaden lezen raadplegen vinden terug
	dostępny dostępna dostępne pobrać pobrania czytaj ссылка доступен доступна доступно скачать читать смотреть доступний завантажити посилання
	tıklayın indirilebilir ulaşılabilir okunabilir erişilebilir رابط متاح متوفر للتحميل tillgänglig ladda läs tilgængelig tilgjengelig last hent ladattavissa luettavissa elérhető letölthető dostupné dostupný stiahnuť stáhnout
	tersedia diunduh unduh dibaca dostupno preuzeti disponibil`)

// promisedLink is where a note without an address says that there is one; empty if it does not.
func promisedLink(s string) Range {
	low := strings.ToLower(s)
	if len(low) != len(s) {
		return Range{}
	}
	for _, w := range missingLink {
		if k := strings.LastIndex(low, w); k >= 0 {
			return Range{Start: k, End: min(len(s), k+len(w)+1)}
		}
	}
	r := lastClause(s)
	const most = 6 // words
	ws := words(low[r.Start:r.End])
	if len(ws) < 2 || len(ws) > most {
		return Range{}
	}
	for i, w := range ws {
		ws[i] = strings.Trim(w, ".,;:()[]«»“”\"'")
	}
	first, last := ws[0], ws[len(ws)-1]
	if !hereWords.has(last) && !hereWords.has(first) {
		return Range{}
	}
	for _, w := range ws {
		if linkedWords.has(w) {
			return r
		}
	}
	return Range{}
}

// lastClause is what stands behind the last stop, semicolon or opening bracket of a text, blanks aside.
func lastClause(s string) Range {
	end := len(strings.TrimRight(s, " .)]\u00A0"))
	start := 0
	for _, sep := range [...]string{". ", "; ", "(", "[", "? ", "! ", "” ", "» ", "، ", "؛ "} {
		if k := strings.LastIndex(s[:end], sep); k >= 0 {
			start = max(start, k+len(sep))
		}
	}
	return trimRange(s, Range{Start: start, End: min(len(s), end+1)})
}
