package outlets

import "strings"

// family is the set of languages that a definite article may be of.
type family uint16

const (
	arabic family = 1 << iota
	french
	spanish
	italian
	portuguese
	german
	dutch
	otherArticle
	melted // with a preposition: "du", "del"
)

// articleFamily returns the languages of a folded definite article, 0 for any other word.
func articleFamily(t string) family {
	switch t {
	case "al":
		return arabic | italian
	case "ul", "ash", "an", "at", "ar", "ad", "adh", "ath", "ed", "er", "en", "ech", "ac", "et":
		return arabic
	case "es":
		return arabic | spanish
	case "el":
		return arabic | spanish
	case "le":
		return french | italian
	case "la":
		return french | spanish | italian
	case "les":
		return french | spanish
	case "l":
		return french | italian | spanish
	case "los", "las", "els":
		return spanish
	case "il", "lo", "gli":
		return italian
	case "o", "a", "os":
		return portuguese
	case "as":
		return portuguese | arabic
	case "der", "die", "das", "dem", "den":
		return german
	case "de", "het":
		return dutch
	case "az", "to", "ta", "y", "yr":
		return otherArticle
	}
	return 0
}

// articleOf returns the article that a name starts with as a family, 0 if it has none.
func articleOf(name string) family {
	var room [96]byte
	key, c := appendKey(room[:0], name)
	return articleFamily(string(key[:c.from]))
}

// otherNumber reports whether one of a folded article and that of a known name is of the plural and the other of the singular: "Los Tiempo" is not "El Tiempo".
func otherNumber(article, known string) bool {
	var room [96]byte
	key, c := appendKey(room[:0], known)
	own := string(key[:c.from])
	if own == "" && (article == "los" || article == "las") {
		first, _, _ := strings.Cut(known, " ")
		return !strings.HasSuffix(first, "s") // "Los Andes" may be "Andes"
	}
	return pluralArticle(article) && singularArticle(own) || singularArticle(article) && pluralArticle(own)
}

// pluralArticle reports whether a folded article is of the plural alone, in a language whose nouns end otherwise then.
func pluralArticle(t string) bool {
	switch t {
	case "los", "las", "els", "les", "os", "gli":
		return true
	}
	return false
}

func singularArticle(t string) bool {
	switch t {
	case "el", "la", "il", "lo", "o":
		return true
	}
	return false
}

// languagesMask returns the languages of a list as families of articles.
func languagesMask(list []string) (f family) {
	for _, l := range list {
		switch l {
		case "ar", "arz", "ary", "apc", "arq":
			f |= arabic
		case "fr":
			f |= french | arabic // "El Watan" is a French paper with an Arabic name
		case "es", "ca", "gl":
			f |= spanish
		case "it":
			f |= italian
		case "pt":
			f |= portuguese
		case "de":
			f |= german
		case "nl", "af":
			f |= dutch
		}
	}
	return f
}

// inflected gives the nominative articles that an article, alone or melted with a preposition, may stand for: "dem" for "der"
// and "das", "du" for "le", "del" for "el" and "il".
func inflected(t string) []string {
	switch t {
	case "dem", "im", "vom", "beim", "zum", "am":
		return []string{"der ", "das "}
	case "des":
		return []string{"der ", "das ", "les "}
	case "der", "zur":
		return []string{"die "}
	case "den":
		return []string{"der ", "die "}
	case "du", "au":
		return []string{"le "}
	case "aux":
		return []string{"les "}
	case "del", "al":
		return []string{"el ", "il "}
	case "dal", "sul", "nel":
		return []string{"il "}
	case "dello", "sullo", "nello", "allo":
		return []string{"lo "}
	case "della", "alla", "dalla", "sulla", "nella":
		return []string{"la "}
	case "dell", "all", "dall", "sull", "nell":
		return []string{"l'"}
	case "do", "no", "ao", "pelo":
		return []string{"o "}
	case "da", "na", "pela":
		return []string{"a "}
	case "dos", "nos":
		return []string{"os "}
	}
	return nil
}
