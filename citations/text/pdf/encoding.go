package pdf

import (
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/encoding/charmap"
)

// standard is Adobe's StandardEncoding from code 0xA1 on; below, it is ASCII with two curly quotes. ISO 32000-2, annex D.
var standard = map[byte]rune{
	0x27: '’', 0x60: '‘', 0xA1: '¡', 0xA2: '¢', 0xA3: '£', 0xA4: '⁄', 0xA5: '¥', 0xA6: 'ƒ', 0xA7: '§', 0xA8: '¤', 0xA9: '\'', 0xAA: '“', 0xAB: '«',
	0xAC: '‹', 0xAD: '›', 0xAE: 'ﬁ', 0xAF: 'ﬂ', 0xB1: '–', 0xB2: '†', 0xB3: '‡', 0xB4: '·', 0xB6: '¶', 0xB7: '•', 0xB8: '‚', 0xB9: '„', 0xBA: '”',
	0xBB: '»', 0xBC: '…', 0xBD: '‰', 0xBF: '¿', 0xC1: '`', 0xC2: '´', 0xC3: 'ˆ', 0xC4: '˜', 0xC5: '¯', 0xC6: '˘', 0xC7: '˙', 0xC8: '¨', 0xCA: '˚',
	0xCB: '¸', 0xCD: '˝', 0xCE: '˛', 0xCF: 'ˇ', 0xD0: '—', 0xE1: 'Æ', 0xE3: 'ª', 0xE8: 'Ł', 0xE9: 'Ø', 0xEA: 'Œ', 0xEB: 'º', 0xF1: 'æ', 0xF5: 'ı',
	0xF8: 'ł', 0xF9: 'ø', 0xFA: 'œ', 0xFB: 'ß',
}

// baseEncoding fills a table of one-byte codes by the name of a base encoding.
func baseEncoding(n name) (t [256]string) {
	for c := range 256 {
		var r rune
		switch {
		case n == "WinAnsiEncoding":
			r = charmap.Windows1252.DecodeByte(byte(c))
		case n == "MacRomanEncoding":
			r = charmap.Macintosh.DecodeByte(byte(c))
		case standard[byte(c)] != 0:
			r = standard[byte(c)]
		case c < 0x7F:
			r = rune(c)
		}
		if r >= 32 && r != 0xFFFD && (r < 0x7F || r > 0x9F) {
			t[c] = string(r)
		}
	}
	return t
}

// glyphName gives the text that the name of a glyph stands for; ok is false for names that say nothing ("g37", ".notdef").
// Rules: Adobe Glyph List Specification 1.7, section 2.
func glyphName(n string) (text string, ok bool) {
	n, _, _ = strings.Cut(n, ".")
	if len(n) == 1 {
		return n, true
	}
	if s, ok := glyphs()[n]; ok {
		return s, true
	}
	if strings.Contains(n, "_") {
		var all strings.Builder
		for _, part := range strings.Split(n, "_") {
			s, ok := glyphName(part)
			if !ok {
				return "", false
			}
			all.WriteString(s)
		}
		return all.String(), true
	}
	return numbered(n)
}

// numbered reads uni20AC, u1F600, afii10017.
func numbered(n string) (string, bool) {
	if h, ok := strings.CutPrefix(n, "uni"); ok && len(h) >= 4 && len(h)%4 == 0 {
		var out []byte
		for i := 0; i < len(h); i += 4 {
			v, err := strconv.ParseUint(h[i:i+4], 16, 16)
			if err != nil {
				return "", false
			}
			out = append(out, string(rune(v))...)
		}
		return string(out), true
	}
	if h, ok := strings.CutPrefix(n, "u"); ok && len(h) >= 4 && len(h) <= 6 {
		if v, err := strconv.ParseUint(h, 16, 21); err == nil {
			return string(rune(v)), true
		}
	}
	if h, ok := strings.CutPrefix(n, "afii100"); ok {
		if v, err := strconv.Atoi(h); err == nil {
			return cyrillic(v)
		}
	}
	return "", false
}

// cyrillic reads the last two digits of the names afii10017 to afii10097: the Russian alphabet with Ё in its place.
func cyrillic(v int) (string, bool) {
	const upper, lower = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯҐЂЃЄЅІЇЈЉЊЋЌЎ", "абвгдеёжзийклмнопрстуфхцчшщъыьэюяґђѓєѕіїјљњћќў"
	for _, t := range []struct {
		from int
		set  string
	}{{65, lower}, {17, upper}} {
		if set := []rune(t.set); v >= t.from && v < t.from+len(set) {
			return string(set[v-t.from]), true
		}
	}
	return "", false
}

// glyphs are the names of the Adobe Glyph List that fonts for European texts use; letters with accents are put together from
// the parts of their names.
var glyphs = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for _, pair := range strings.Fields(glyphTable) {
		k, v, _ := strings.Cut(pair, "=")
		m[k] = v
	}
	m["space"], m["nbspace"], m["nonbreakingspace"], m["equal"], m["sfthyphen"], m["softhyphen"] = " ", "\u00A0", "\u00A0", "=", "\u00AD", "\u00AD"
	for accent, letters := range accented {
		from, to, _ := strings.Cut(letters, " ")
		marked := []rune(to)
		for i, c := range []rune(from) {
			m[string(c)+accent] = string(marked[i])
		}
	}
	return m
})

const glyphTable = `exclam=! quotedbl=" numbersign=# dollar=$ percent=% ampersand=& quotesingle=' quoteright=’ quoteleft=‘ parenleft=( parenright=) asterisk=* plus=+
	comma=, hyphen=- minus=− period=. slash=/ zero=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 colon=: semicolon=; less=< greater=> question=? at=@
	bracketleft=[ backslash=\ bracketright=] asciicircum=^ underscore=_ grave=` + "`" + ` braceleft={ bar=| braceright=} asciitilde=~ exclamdown=¡ cent=¢ sterling=£
	currency=¤ yen=¥ brokenbar=¦ section=§ dieresis=¨ copyright=© ordfeminine=ª guillemotleft=« logicalnot=¬ registered=® macron=¯ degree=° plusminus=± twosuperior=²
	threesuperior=³ acute=´ mu=µ paragraph=¶ periodcentered=· cedilla=¸ onesuperior=¹ ordmasculine=º guillemotright=» onequarter=¼ onehalf=½ threequarters=¾ questiondown=¿
	AE=Æ Oslash=Ø germandbls=ß ae=æ oslash=ø multiply=× divide=÷ Eth=Ð eth=ð Thorn=Þ thorn=þ dotlessi=ı dotlessj=ȷ OE=Œ oe=œ Lslash=Ł lslash=ł Dcroat=Đ dcroat=đ Hbar=Ħ hbar=ħ
	florin=ƒ circumflex=ˆ caron=ˇ breve=˘ dotaccent=˙ ring=˚ ogonek=˛ tilde=˜ hungarumlaut=˝ endash=– emdash=— quotesinglbase=‚ quotedblleft=“ quotedblright=” quotedblbase=„
	dagger=† daggerdbl=‡ bullet=• ellipsis=… perthousand=‰ guilsinglleft=‹ guilsinglright=› fraction=⁄ Euro=€ trademark=™ fi=fi fl=fl ff=ff ffi=ffi ffl=ffl
	zerosuperior=⁰ foursuperior=⁴ fivesuperior=⁵ sixsuperior=⁶ sevensuperior=⁷ eightsuperior=⁸ ninesuperior=⁹ zeroinferior=₀ oneinferior=₁ twoinferior=₂ threeinferior=₃
	Alpha=Α Beta=Β Gamma=Γ Delta=Δ Epsilon=Ε Zeta=Ζ Eta=Η Theta=Θ Iota=Ι Kappa=Κ Lambda=Λ Mu=Μ Nu=Ν Xi=Ξ Omicron=Ο Pi=Π Rho=Ρ Sigma=Σ Tau=Τ Upsilon=Υ Phi=Φ Chi=Χ Psi=Ψ Omega=Ω
	alpha=α beta=β gamma=γ delta=δ epsilon=ε zeta=ζ eta=η theta=θ iota=ι kappa=κ lambda=λ nu=ν xi=ξ omicron=ο pi=π rho=ρ sigma=σ sigma1=ς tau=τ upsilon=υ phi=φ chi=χ psi=ψ omega=ω
	Idotaccent=İ commaaccent=̦ nine.oldstyle=9 notequal=≠ lessequal=≤ greaterequal=≥ approxequal=≈ infinity=∞ partialdiff=∂ summation=∑ radical=√ integral=∫ lozenge=◊ arrowright=→
	afii61352=№ numero=№ visiblespace=␣ quotedbldbl=" hyphenchar=- rangedash=– punctdash=—`

var accented = map[string]string{
	"acute":        "AEIOUYaeiouyCcLlNnRrSsZz ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹź",
	"grave":        "AEIOUaeiou ÀÈÌÒÙàèìòù",
	"circumflex":   "AEIOUaeiouCcGgHhJjSsWwYy ÂÊÎÔÛâêîôûĈĉĜĝĤĥĴĵŜŝŴŵŶŷ",
	"dieresis":     "AEIOUYaeiouy ÄËÏÖÜŸäëïöüÿ",
	"tilde":        "ANOanoIiUu ÃÑÕãñõĨĩŨũ",
	"ring":         "AaUu ÅåŮů",
	"caron":        "CcDdEeNnRrSsTtZzLlGg ČčĎďĚěŇňŘřŠšŤťŽžĽľǦǧ",
	"cedilla":      "CcSsTt ÇçŞşŢţ",
	"commaaccent":  "GgKkLlNnRrSsTt ĢģĶķĻļŅņŖŗȘșȚț",
	"ogonek":       "AaEeIiUu ĄąĘęĮįŲų",
	"macron":       "AaEeIiOoUu ĀāĒēĪīŌōŪū",
	"breve":        "AaGgUu ĂăĞğŬŭ",
	"dotaccent":    "CcEeGgZzI ĊċĖėĠġŻżİ",
	"hungarumlaut": "OoUu ŐőŰű",
}

// texCodes are the codes that TeX's text encodings (T1, and for the ligatures OT1) give to what is not ASCII.
var texCodes = map[int]string{11: "ff", 12: "fi", 13: "fl", 14: "ffi", 15: "ffl", 16: "“", 17: "”", 21: "–", 22: "—", 27: "ff", 28: "fi", 29: "fl", 30: "ffi", 31: "ffl",
	0x27: "’", 0x60: "‘", 0x7F: "-"}

// codeName reads names that only repeat the code, "a65" for 65, as TeX's bitmap fonts have them.
func codeName(n string, code int) string {
	if v, err := strconv.Atoi(strings.TrimLeft(n, "abcdgABCDG")); err != nil || v != code {
		return ""
	}
	if s, ok := texCodes[code]; ok {
		return s
	}
	if code > 32 && code < 127 {
		return string(rune(code))
	}
	return ""
}
