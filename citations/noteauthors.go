package citations

import (
	"strings"
	"unicode/utf8"
)

// noteAuthors reads the names before a title: "Roger Baird," or "Qehaja, Florian," or "Barrett, R" or "Weerakkody, D. and Hill, T.".
func (p *parser) noteAuthors(s string) []string {
	s = beforeTitle(s)
	if s == "" || len(s) > 160 {
		return nil
	}
	parts := splitNames(s)
	var out []string
	for i := 0; i < len(parts); i++ {
		if i+1 < len(parts) && len(words(parts[i])) == 1 && givenName(parts[i+1]) && strings.Contains(s, parts[i]+",") {
			out = append(out, strings.TrimSpace(parts[i+1])+" "+parts[i])
			i++
			continue
		}
		if k := strings.Index(parts[i], " (@"); k > 0 { // "Ann Bell (@annbell)"
			parts[i] = parts[i][:k]
		}
		if name, ok := personName(parts[i], false); ok && !p.isBody(name) {
			out = append(out, name)
		}
	}
	return out
}

// beforeTitle is what a note prints before a title, without the word that leads to it.
func beforeTitle(s string) string {
	s = strings.Trim(s, " ,.:\u00A0")
	for _, w := range [...]string{"See ", "see ", "Cf. ", "cf. ", "See also ", "Vgl. ", "Voir "} {
		s = strings.TrimPrefix(s, w)
	}
	return s
}

// givenName reports whether s is a given name or initials standing behind a surname.
func givenName(s string) bool {
	ws := words(s)
	if len(ws) == 0 || len(ws) > 3 {
		return false
	}
	for _, w := range ws {
		if !nameWord(w) && !(utf8.RuneCountInString(w) == 1 && capitalised(w)) {
			return false
		}
	}
	return len(ws) == 1 || len(ws[0]) <= 3 || len(ws) <= 2
}

// interviewWords reports whether a note's source is what somebody told the author.
func interviewWords(s string) bool { return talks.in(s) }

// talks are what a talk with the author is called.
var talks = phrases("interview", "personal communication", "personal correspondence", "pers. comm", "conversation with", "correspondence with", "email to", "e-mail to", "telephone call", "entretien", "entrevista", "intervista", "интервью",
	"gespräch mit", "görüşme", "rozmowa z", "wywiad", "gesprek met", "intervju", "intervistë", "discussion with", "communication with", "briefing by", "مقابلة",
	"colloquio ", "conversazione con", "conversa com", "conversación con", "conversation avec", "samtal med", "samtale med", "розмова з", "інтерв'ю", "інтерв’ю", "حديث مع", "محادثة مع", "rozmowa telefoniczna", "разговор с", "беседа с", "email from", "e-mail from",
	"rozmowa autor", "rozmowa własna", "rozmowy z", "rozmowy autor", "gespräch des autors", "gespräch der autorin", "gespräche mit", "telefongespräch", "gesprek van de auteur", "telefoongesprek", "gesprekken met", "conversation de l'auteur",
	"conversation de l’auteur", "conversación del autor", "conversación de la autora", "conversa do autor", "conversa da autora", "conversazione dell'autor", "conversazione dell’autor", "разговор автора", "беседа автора",
	"телефонный разговор", "розмова автор", "samtal mellan författaren", "rozhovor s", "rozhovor autor", "razgovor s", "razgovor autor", "telefonat mit", "görüşmesi", "görüşüldü", "采访", "访谈", "取材")

// interviewee is who was asked: the name before "Email Interview", or behind "interview with".
func (p *parser) interviewee(s string) []string {
	low := strings.ToLower(s)
	for _, w := range [...]string{"interview with ", "conversation with ", "correspondence with ", "communication with ", "entretien avec ", "entrevista con ", "entrevista com ", "intervista con ", "gespräch mit ", "gesprek met ", "with "} {
		if i := strings.Index(low, w); i >= 0 && len(low) == len(s) {
			rest := s[i+len(w):]
			if k := strings.IndexAny(rest, ",.;("); k > 0 && !(rest[k] == '.' && k < 4) {
				rest = rest[:k]
			}
			if name, ok := personName(rest, false); ok {
				return []string{name}
			}
			return nil
		}
	}
	if i := strings.IndexAny(low, "ipe"); i >= 0 {
		for _, w := range [...]string{"email", "e-mail", "telephone", "phone", "personal", "interview", "author", "skype", "whatsapp"} {
			if k := strings.Index(low, w); k > 0 && len(low) == len(s) {
				return p.noteAuthors(s[:k])
			}
		}
	}
	return nil
}

// lastAuthor is the part of "Mara Lund, Ives Carr and Jon Hale, The Cut Cable, Harbour Press, 2024" that ends the list of authors: names alone up to the one
// before which "and" stands. It is 0 where there is none.
func (p *parser) lastAuthor(s string, parts []Range) int {
	for k := 1; k+1 < len(parts) && k <= mostAuthors; k++ {
		names := splitNames(s[parts[k].Start:parts[k].End])
		for _, one := range names {
			if name, ok := personName(one, false); !ok || p.isBody(name) || p.names.Known(name) {
				return 0
			}
		}
		if len(names) > 1 {
			return k
		}
	}
	return 0
}

// initials reports whether s is the initials of given names and nothing else: "F.", "J. M.".
func initials(s string) bool {
	for _, w := range words(s) {
		if utf8.RuneCountInString(w) != 2 || !strings.HasSuffix(w, ".") || !capitalised(w) {
			return false
		}
	}
	return s != ""
}

// allNameWords reports whether s is the surname, or two, of a person.
func allNameWords(s string) bool {
	ws := words(s)
	for _, w := range ws {
		if !nameWord(w) {
			return false
		}
	}
	return len(ws) > 0 && len(ws) <= 3
}

// authorAlone reports whether s is one author, surname first, and nothing else: "Pancevski, Bojan".
func authorAlone(s string) bool {
	last, given, ok := strings.Cut(s, ", ")
	return ok && len(words(last)) <= 3 && len(words(given)) <= 3 && allNameWords(last) && (givenName(given) || initials(given)) && !strings.ContainsAny(s, "0123456789\"“”«»")
}
