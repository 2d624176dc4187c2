package outlets

import (
	"bytes"
	"strings"
	"sync"
	"unicode"
)

// transliterated finds a name that is printed in Cyrillic or Greek letters and known in Latin ones.
func (r *Registry) transliterated(f *found) bool {
	name := f.name
	if l, ok := latinised(name); ok {
		if hits := r.any(l); hits != nil {
			f.hits, f.via = hits, "transliterated, "+l
			return true
		}
	}
	return false
}

// misspeltAbroad finds the one outlet to whose own name a misspelt one in Cyrillic or Greek letters is near: "Комерсантъ".
func (r *Registry) misspeltAbroad(f *found) bool {
	l, ok := latinised(f.name)
	if !ok {
		return false
	}
	g := found{name: l}
	if !r.misspelt(&g) {
		return false
	}
	for _, h := range g.hits {
		if own, ok := latinised(h.o.Native); ok && own != l && r.slip(l, own, 1) {
			h.text = h.o.Native
			f.hits = append(f.hits, h)
		}
	}
	if f.hits == nil {
		return false
	}
	f.how, f.via = Fuzzy, "one letter from "+f.hits[0].text+", and near to no other known outlet"
	return true
}

// respelt finds a Russian or an Arabic name in another transliteration than the registry's: "Rossiyskaya Gazeta", "El Hayat".
func (r *Registry) respelt(f *found) bool {
	name, _ := latinised(f.name)
	s := r.skeletons()
	for _, script := range [...]script{slavic, semitic} {
		for _, i := range s[script][skeleton(name, script)] {
			o := &r.entries[i]
			f.hits = append(f.hits, hit{o: o, text: o.Name, form: formAlias})
		}
		if f.hits != nil {
			f.via = "another transliteration"
			return true
		}
	}
	return false
}

// cyrillic and greek give each letter as English-language papers write it.
var letters = strings.Fields("а a б b в v г g д d е e ё e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ы y э e ю yu я ya " +
	"і i ї yi є ye ґ g ў u ј j љ lj њ nj ћ c ђ dj џ dz ѓ gj ќ kj ѕ dz қ k ғ g ң n ө o ұ u ү u һ h ә a " +
	"α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o " +
	"ά a έ e ή i ί i ό o ύ y ώ o")

var latinLetters = sync.OnceValue(func() map[rune]string {
	m := map[rune]string{'ъ': "", 'ь': ""}
	for i := 0; i+1 < len(letters); i += 2 {
		m[[]rune(letters[i])[0]] = letters[i+1]
	}
	return m
})

// latinised writes Cyrillic and Greek letters in Latin ones; false if the name has none.
func latinised(s string) (string, bool) {
	found := false
	for _, r := range s {
		found = found || r >= 0x370 && r < 0x530
	}
	if !found {
		return s, false
	}
	var b strings.Builder
	for _, r := range s {
		t, ok := latinLetters()[unicode.ToLower(r)]
		switch {
		case !ok:
			b.WriteRune(r)
		case unicode.IsUpper(r) && t != "":
			b.WriteString(strings.ToUpper(t[:1]) + t[1:])
		default:
			b.WriteString(t)
		}
	}
	return b.String(), true
}

// script is a family of transliterations.
type script uint8

const (
	slavic script = iota
	semitic
)

// skeletons maps what all transliterations of a name have in common to the press that bears it.
type skeletons [2]map[string][]int32

func newSkeletons(r *Registry) *skeletons {
	s := &skeletons{{}, {}}
	for i := range r.entries {
		o := &r.entries[i]
		sc, ok := scriptOf(o)
		if !ok || !o.Kind.Press() {
			continue
		}
		s.add(sc, o.Name, int32(i))
		if sc == slavic && o.Native != "" {
			l, _ := latinised(o.Native)
			s.add(sc, l, int32(i))
		}
		for _, a := range o.Aliases {
			if !a.Word && a.Text[0] < 0x80 {
				s.add(sc, a.Text, int32(i))
			}
		}
	}
	return s
}

func (s *skeletons) add(sc script, name string, i int32) {
	var room [2 * keySize]byte
	k := appendSkeleton(room[:0], name, sc)
	if len(k) == 0 {
		return
	}
	l := s[sc][string(k)]
	if len(l) > 0 && l[len(l)-1] == i {
		return
	}
	s[sc][string(k)] = append(l, i)
}

// scriptOf says which transliterations an entry's names are subject to.
func scriptOf(o *Outlet) (script, bool) {
	if o.Native == "" {
		return 0, false
	}
	for _, r := range o.Native {
		switch {
		case r >= 0x400 && r < 0x530:
			return slavic, true
		case r >= 0x600 && r < 0x700:
			return semitic, o.hasLanguage("ar")
		}
	}
	return 0, false
}

// skeleton writes a name so that its usual transliterations fall together; "" where too little is left to go by.
func skeleton(name string, sc script) string {
	var room [2 * keySize]byte
	return string(appendSkeleton(room[:0], name, sc))
}

func appendSkeleton(dst []byte, name string, sc script) []byte {
	var f folder
	f.all(name)
	f.cut()
	at := 0
	for i := range min(f.tokens, maxTokens) {
		end := int(f.marks[i])
		if end <= at {
			continue
		}
		t := f.key[at:end]
		at = end
		if sc == slavic {
			dst = slavicForm.append(dst, t)
			continue
		}
		var room [2 * keySize]byte
		t = semiticForm.append(room[:0], semiticWord(t))
		dst = appendSingle(dst, bytes.TrimSuffix(t, []byte("h")))
	}
	const shortest = 6
	if len(dst) < shortest {
		return nil
	}
	return dst
}

// A respelling writes groups of letters otherwise, from the left, of those that stand at a place the one that was given first. It is by first letter.
type respelling ['z' - 'a' + 1][]struct{ from, to string }

// newRespelling takes the groups, each with what is written for it.
func newRespelling(pairs ...string) *respelling {
	r := &respelling{}
	for i := 0; i < len(pairs); i += 2 {
		by := &r[pairs[i][0]-'a']
		*by = append(*by, struct{ from, to string }{pairs[i], pairs[i+1]})
	}
	return r
}

// append appends word as it is then written.
func (r *respelling) append(dst, word []byte) []byte {
next:
	for i := 0; i < len(word); {
		c := word[i]
		if c >= 'a' && c <= 'z' {
			for _, p := range r[c-'a'] {
				if len(p.from) <= len(word)-i && string(word[i:i+len(p.from)]) == p.from {
					dst = append(dst, p.to...)
					i += len(p.from)
					continue next
				}
			}
		}
		dst = append(dst, c)
		i++
	}
	return dst
}

var (
	slavicForm  = newRespelling("iy", "i", "ij", "i", "yi", "i", "ii", "i", "yy", "i", "y", "i", "j", "i", "x", "ks", "kh", "h", "tz", "c", "ts", "c", "w", "v", "tch", "ch", "ou", "u")
	semiticForm = newRespelling("ou", "u", "oo", "u", "ee", "i", "ei", "ai", "ey", "ai", "ay", "ai", "y", "i", "o", "u", "e", "a", "q", "k", "dj", "j", "ch", "sh", "aa", "a", "dh", "d")
)

// semiticWord takes an article that stands alone or glued from a word.
func semiticWord(t []byte) []byte {
	if articleFamily(string(t))&arabic != 0 {
		return nil
	}
	if len(t) >= 6 && (t[0] == 'a' || t[0] == 'e') && t[1] == 'l' {
		return t[2:]
	}
	return t
}

// appendSingle appends s with doubled letters written once.
func appendSingle(dst, s []byte) []byte {
	for i := range s {
		if i == 0 || s[i] != s[i-1] {
			dst = append(dst, s[i])
		}
	}
	return dst
}
