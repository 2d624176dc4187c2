package support

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// romans are the letters of Cyrillic, Greek and Arabic in Latin ones.
var romans = func() map[rune]string {
	m := map[rune]string{}
	f := strings.Fields(`а a б b в v г g д d е e ё e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х h ц ts ч ch ш sh щ sh ы i э e ю yu я ya і i ї i є e ґ g ј j љ l њ n ћ c ђ d џ j
		α a β v γ g δ d ε e ζ z η i θ t ι i κ k λ l μ m ν n ξ ks ο o π p ρ r σ s ς s τ t υ i φ f χ h ψ ps ω o ά a έ e ή i ί i ό o ύ i ώ o
		ا a ب b ت t ث t ج j ح h خ k د d ذ d ر r ز z س s ش sh ص s ض d ط t ظ z غ g ف f ق k ك k ل l م m ن n ه h و u ي i پ p چ ch ژ zh گ g`)
	for i := 0; i+1 < len(f); i += 2 {
		r, _ := utf8.DecodeRuneInString(f[i])
		m[r] = f[i+1]
	}
	for _, r := range "ъьعءئؤ" {
		m[r] = ""
	}
	return m
}()

// latin writes a folded word in Latin letters.
func latin(w string) string {
	if plainLower(w) {
		return w
	}
	var b strings.Builder
	for _, r := range w {
		if s, ok := romans[r]; ok {
			b.WriteString(s)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

var softForm = strings.NewReplacer("kh", "k", "gh", "g", "dh", "d", "th", "t", "ph", "f", "sch", "sh", "tch", "ch", "dj", "j", "zh", "j", "ou", "u", "oo", "u", "ee", "i", "ei", "a", "ey", "a", "ai", "a", "ay", "a", "aa", "a", "ya", "a", "iya", "a", "q", "k", "w", "v", "y", "i", "o", "u", "e", "i", "ck", "k", "x", "ks", "tz", "ts", "'", "")

// soft is a name in the form in which its usual transliterations meet: "Gaddafi", "Qadhafi" and "Kadhafi" have one. "" for what is too
// short to be told from others.
func soft(w string) string {
	if w == "" || ideograph(firstRune(w)) {
		return ""
	}
	w = latin(w)
	if len(w) > 5 && (strings.HasPrefix(w, "al") && w[2] != 'l' && w[2] != 'e' || strings.HasPrefix(w, "el") && w[2] != 'i') && strings.IndexByte("bcdfghjkmnqrstwz", w[2]) >= 0 && len(w) > 7 {
		w = w[2:]
	}
	w = softForm.Replace(w)
	b := make([]byte, 0, len(w))
	for i := range len(w) {
		if i > 0 && w[i] == w[i-1] {
			continue
		}
		b = append(b, w[i])
	}
	if len(b) > 3 && b[len(b)-1] == 'h' {
		b = b[:len(b)-1]
	}
	if len(b) > 0 && b[0] == 'g' {
		b[0] = 'k'
	}
	return string(b)
}

// bones are the consonants of a soft form: what is left where a script writes no vowels, or a language declines names.
func bones(w string) string {
	s := soft(w)
	b := make([]byte, 0, len(s))
	for i := range len(s) {
		if strings.IndexByte("aeiou'", s[i]) < 0 {
			b = append(b, s[i])
		}
	}
	return string(b)
}

// abroad are places that other languages call by other names, in each line the English name first.
var abroad = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for line := range strings.SplitSeq(`libya libyan libyen libye libia líbia ливия ливии ливийский ливийской ليبيا ليبي الليبية الليبي 利比亚 リビア;tripoli tripolis trípoli триполи طرابلس 的黎波里;benghazi bengasi бенгази بنغازي;russia russian russland russie rusia россия россии россией российский российской روسيا الروسية 俄罗斯 俄;moscow moskau moscou moscú mosca москва москве москвы موسكو 莫斯科;ukraine ukrainian ucrania украина украине украины украинский أوكرانيا 乌克兰;kyiv kiev kiew киев киеве киева كييف 基辅;germany german deutschland deutsche allemagne alemania germania германия германии ألمانيا 德国;france french frankreich francia франция франции فرنسا 法国;egypt egyptian ägypten égypte egipto egitto египет египта египте مصر المصرية 埃及;syria syrian syrien syrie siria сирия сирии سوريا السورية 叙利亚;turkey turkish türkiye türkei turquie turquía turchia турция турции تركيا التركية 土耳其;iran iranian иран ирана إيران ایران 伊朗;iraq iraqi irak ирак ирака العراق 伊拉克;israel israeli израиль израиля إسرائيل الإسرائيلية ישראל 以色列;lebanon lebanese libanon liban líbano ливан ливана لبنان 黎巴嫩;gaza غزة газа газе 加沙;china chinese chine cina китай китая الصين 中国;japan japanese japon giappone япония اليابان 日本;spain spanish spanien espagne españa spagna испания إسبانيا 西班牙;italy italian italien italie italia италия إيطاليا 意大利;poland polish polen pologne polonia польша польше polska بولندا 波兰;london londres londra лондон لندن 伦敦;paris parigi париж париже باريس 巴黎;berlin берлин برلين 柏林;cairo kairo caire каир القاهرة 开罗;beijing peking pékin pekín pechino пекин بكين 北京;washington вашингтон واشنطن 华盛顿;yemen yemeni jemen yémen йемен اليمن 也门;sudan sudanese soudan судан السودان 苏丹;somalia somali somalie сомали الصومال 索马里;mali malian мали مالي 马里;niger нигер النيجر;nigeria nigerian нигерия نيجيريا;algeria algerian algerien algérie argelia алжир الجزائر;tunisia tunisian tunesien tunisie túnez тунис تونس;morocco moroccan marokko maroc marruecos марокко المغرب;afghanistan afghan афганистан أفغانستان افغانستان 阿富汗;brussels brüssel bruxelles bruselas брюссель بروكسل;vienna wien vienne viena вена فيينا;rome roma rom рим روما;athens athen athènes афины أثينا;geneva genf genève ginebra женева جنيف;un uno onu оон الأممالمتحدة;nato otan нато الناتو;eu ue ес;usa us états-unis сша أمريكا 美国;sebha sabha سبها себха;sirte syrte سرت сирт;misrata misurata مصراتة мисурата;putin poutine путин путина путину بوتين 普京;haftar hiftar حفتر хафтар`, ";") {
		f := strings.Fields(line)
		for _, w := range f {
			m[foldWord(w)] = f[0]
		}
	}
	return m
})
