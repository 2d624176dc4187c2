package support

import (
	"strings"
	"sync"
	"unicode"
)

// numberWords are numbers in words. What is 100 or more multiplies what stands before it.
var numberWords = sync.OnceValue(func() map[string]float64 {
	m := map[string]float64{}
	for i, line := range []string{
		`zero null`, `one`, `two zwei deux dos duas due два две اثنان twee dwa iki`, `three drei trois tres três tre три ثلاثة drie trzy üç`, `four vier quatre cuatro quatro quattro четыре أربعة cztery dört`,
		`five fünf cinq cinco cinque пять خمسة vijf pięć beş`, `six sechs seis sei шесть ستة zes sześć altı`, `seven sieben sept siete sete sette семь سبعة zeven siedem yedi`, `eight acht huit ocho oito otto восемь ثمانية osiem sekiz`,
		`nine neun neuf nueve nove девять تسعة negen dziewięć dokuz`, `ten zehn dix diez dez dieci десять عشرة tien dziesięć on_`, `eleven elf onze once undici одиннадцать`, `twelve zwölf douze doce doze dodici двенадцать`,
		`thirteen dreizehn treize trece treze tredici`, `fourteen vierzehn quatorze catorce quattordici`, `fifteen fünfzehn quinze quince quindici пятнадцать`, `sixteen sechzehn seize`, `seventeen siebzehn`, `eighteen achtzehn`, `nineteen neunzehn`,
	} {
		for w := range strings.FieldsSeq(line) {
			m[foldWord(w)] = float64(i)
		}
	}
	for v, line := range map[float64]string{
		20: `twenty zwanzig vingt veinte vinte venti двадцать`, 30: `thirty dreißig trente treinta trinta trenta тридцать`, 40: `forty fourty vierzig quarante cuarenta quarenta quaranta сорок`, 50: `fifty fünfzig cinquante cincuenta cinquenta cinquanta пятьдесят`,
		60: `sixty sechzig soixante sesenta sessenta sessanta`, 70: `seventy siebzig setenta settanta`, 80: `eighty achtzig ochenta oitenta ottanta`, 90: `ninety neunzig noventa novanta`,
		12.0001: `dozen dutzend douzaine docena dúzia dozzina десяток`,
	} {
		for w := range strings.FieldsSeq(line) {
			m[foldWord(w)] = v
		}
	}
	m["dozen"] = 0 // a magnitude
	for w, v := range m {
		if v == 12.0001 || w == "dozen" {
			delete(m, w)
		}
	}
	return m
})

// magnitudes multiply the number before them.
var magnitudes = sync.OnceValue(func() map[string]float64 {
	m := map[string]float64{}
	for v, line := range map[float64]string{
		12:   `dozen dutzend douzaine douzaines docena docenas dúzia dúzias dozzina`,
		100:  `hundred hundert cent cien ciento сто مئة`,
		1e3:  `thousand k tausend mille mil mila тысяч тысячи тысяча тыс ألف آلاف الف duizend tysięcy tysiące bin 千`,
		1e6:  `million millions mn mln m_ mio millionen millones millón milhões milhão milioni milione миллион миллиона миллионов млн مليون ملايين miljoen milionów miliony milyon`,
		1e9:  `billion billions bn milliarden milliarde mrd milliard milliards bilhões bilhão miliardi miliardo миллиард миллиарда миллиардов млрд مليار miljard miliardów milyar`,
		1e12: `trillion trillions tn billionen billones триллион`,
		1e5:  `lakh`, 1e7: `crore`, 1e4: `万 萬`, 1e8: `亿 億`,
	} {
		for w := range strings.FieldsSeq(line) {
			m[foldWord(w)] = v
		}
	}
	return m
})

// parseDigits are the values that printed digits can have: "1,240" is 1240, "1.240" is 1240 or 1.24, by the language.
func parseDigits(s, lang string) (values []float64, ok bool) {
	var parts []int // digits in each group
	var seps []rune
	var whole float64
	var groups []float64
	n := 0
	for _, r := range s {
		if d, is := digitOf(r); is {
			whole = whole*10 + float64(d)
			n++
			continue
		}
		if n == 0 || n > 15 {
			return nil, false
		}
		parts, groups, seps = append(parts, n), append(groups, whole), append(seps, r)
		n, whole = 0, 0
	}
	if n == 0 || n > 15 || len(seps) > 6 {
		return nil, false
	}
	parts, groups = append(parts, n), append(groups, whole)
	if len(seps) == 0 {
		return []float64{whole}, true
	}
	return separated(parts, groups, seps, lang)
}

// separated are the values of groups of digits with separators between them.
func separated(parts []int, groups []float64, seps []rune, lang string) (values []float64, ok bool) {
	last := len(parts) - 1
	thousands := parts[0] <= 3 && parts[0] > 0
	for i := 1; i <= last; i++ {
		thousands = thousands && parts[i] == 3 && seps[i-1] == seps[0]
	}
	joined := groups[0]
	for i := 1; i <= last; i++ {
		joined = joined*1000 + groups[i]
	}
	if last == 1 || seps[last-1] != seps[0] { // one separator, or another one at the end: decimals
		decimal := groups[0]
		for i := 1; i < last; i++ {
			decimal = decimal*1000 + groups[i]
		}
		decimal += groups[last] / pow10(parts[last])
		switch {
		case !thousands || last > 1:
			return []float64{decimal}, last == 1 || parts[last] <= 4
		case seps[0] == '.' && (lang == "en" || lang == ""):
			return []float64{decimal, joined}, true
		case seps[0] == ',' && lang != "en" && lang != "":
			return []float64{decimal, joined}, true
		}
		return []float64{joined}, true
	}
	return []float64{joined}, thousands
}

func pow10(n int) float64 {
	v := 1.0
	for range n {
		v *= 10
	}
	return v
}

// digitOf is the value of a digit of any script.
func digitOf(r rune) (int, bool) {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0'), true
	case r >= 0x660 && r <= 0x669:
		return int(r - 0x660), true
	case r >= 0x6F0 && r <= 0x6F9:
		return int(r - 0x6F0), true
	case r >= 0xFF10 && r <= 0xFF19:
		return int(r - 0xFF10), true
	case unicode.IsDigit(r):
		for v := range 10 {
			if !unicode.IsDigit(r - rune(v) - 1) {
				return v, true
			}
		}
	}
	return 0, false
}
