package outlets

import "strings"

// scannedName is a name whose capital I a scanner read as a small l: "lnterfax", "lslamic Republic News Agency". No word of a language in Latin letters begins so.
func scannedName(name string) (string, bool) {
	if len(name) < 4 || name[0] != 'l' || strings.IndexByte("nmstrdzv", name[1]) < 0 || Ordinary("I"+name[1:]) {
		return name, false
	}
	return "I" + name[1:], true
}

// scanned looks up a name as it stood before a scanner read it.
func (r *Registry) scanned(f *found) bool {
	mended, ok := scannedName(f.name)
	if !ok {
		return false
	}
	if f.hits = r.exact(mended); f.hits == nil {
		return false
	}
	f.via = scannedWhy
	return true
}

const scannedWhy = "an I that a scanner took for an l"
