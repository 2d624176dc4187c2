package outlets

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed ordinary.txt
var embeddedWords string

var ordinaryWords = sync.OnceValue(func() map[string]bool {
	m := make(map[string]bool, 2000)
	for line := range strings.Lines(embeddedWords) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, w := range strings.Fields(line) {
			m[w] = true
		}
	}
	return m
})

// Ordinary reports whether a word is one of the common English words, months, days, or persons' names of ordinary.txt. It is never
// taken for a misspelt outlet, and an alias that is one bears the mark of a word. An English article changes nothing, any other
// makes a name of a word.
func Ordinary(word string) bool {
	var room [keySize]byte
	key, _ := appendKey(room[:0], word)
	return ordinaryWords()[string(key)]
}
