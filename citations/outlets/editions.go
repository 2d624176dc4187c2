package outlets

import "strings"

// editionWords stand between a paper's name and the place, the day or the kind of one of its editions.
const editionWords = " ed. ed edizione edición edicion édition edição edition editie ausgabe lokalausgabe regionalausgabe landkreisausgabe stadtausgabe wydanie wyd. izdanje utgåva udgave baskısı выпуск вып. "

// edition looks a name up without the edition that is named behind it: "Corriere della Sera ed. Torino", "Süddeutsche Zeitung, Ausgabe Dachau",
// "The Guardian, US edition".
func (r *Registry) edition(f *found) bool {
	const most = 3 // words that say which edition it is
	words := strings.Fields(f.name)
	for n := len(words) - 1; n > 0 && n >= len(words)-1-most; n-- {
		word := strings.ToLower(strings.Trim(words[n], "(),–-"))
		if !strings.Contains(editionWords, " "+word+" ") || word == "edition" && n < len(words)-1 {
			continue
		}
		front := n             // the first word of what is no name
		if n == len(words)-1 { // "US edition": the word that says which stands before
			if front--; front < 1 || !Places.known(words[front]) && !strings.HasSuffix(words[front-1], ",") {
				return false
			}
		}
		if strings.Trim(words[front-1], "–-|,") == "" && front > 1 {
			front--
		}
		name := strings.TrimRight(strings.Join(words[:front], " "), " ,–-|(")
		return r.try(f, name, strings.Join(words[front:], " "), nil)
	}
	return false
}
