package support

import (
	"strings"
	"sync"
)

// unit is a measure, with what one of it is in the measure that all of its kind are compared in.
type unit struct {
	kind   string // length, area, mass, volume, percent, or a currency's code
	factor float64
}

// units are measures by their words, folded.
var units = sync.OnceValue(func() map[string]unit {
	m := map[string]unit{}
	add := func(u unit, words string) {
		for w := range strings.FieldsSeq(words) {
			m[foldWord(w)] = u
		}
	}
	add(unit{"percent", 1}, `percent percentage pct prozent ciento cento procent процент процента процентов processo المئة المائة بالمئة بالمائة yüzde процентных`)
	add(unit{"length", 1}, `m meter meters metre metres mètre mètres metros metri метр метра метров متر`)
	add(unit{"length", 1000}, `km kilometer kilometers kilometre kilometres kilomètre kilomètres kilómetro kilómetros quilômetros quilómetros chilometri километр километра километров км كيلومتر كيلومترا 公里`)
	add(unit{"length", 1609.344}, `mile miles meile meilen miglia millas миль`)
	add(unit{"length", 0.3048}, `foot feet ft fuß`)
	add(unit{"length", 0.01}, `centimeter centimeters centimetre centimetres cm zentimeter сантиметров`)
	add(unit{"area", 1e4}, `hectare hectares ha hektar hectáreas ettari гектаров гектара هكتار`)
	add(unit{"area", 4046.86}, `acre acres`)
	add(unit{"mass", 1000}, `tonne tonnes ton tons tonnen toneladas tonnellate тонн тонны طن 吨`)
	add(unit{"mass", 1}, `kg kilo kilos kilogram kilograms kilogramme kilogrammes килограмм килограммов кг كيلوغرام`)
	add(unit{"mass", 0.001}, `gram grams gramme grammes gramm`)
	add(unit{"volume", 1}, `liter liters litre litres litros литров`)
	add(unit{"USD", 1}, `dollar dollars usd $ доллар доллара долларов دولار dólares dollari dolar 美元`)
	add(unit{"EUR", 1}, `euro euros eur € евро يورو avro 欧元`)
	add(unit{"GBP", 1}, `pound pounds sterling gbp £ pfund livres libras фунтов`)
	add(unit{"JPY", 1}, `yen jpy ¥ 円 иен`)
	add(unit{"CNY", 1}, `yuan renminbi rmb cny 元 юаней`)
	add(unit{"RUB", 1}, `ruble rubles rouble roubles rub ₽ рублей рубля рубль руб`)
	add(unit{"TRY", 1}, `lira liras try ₺`)
	add(unit{"INR", 1}, `rupee rupees inr ₹`)
	add(unit{"LYD", 1}, `dinar dinars lyd دينار`)
	return m
})

// signs are currencies that stand before a number.
var signs = []struct{ sign, code string }{
	{"US$", "USD"}, {"$", "USD"}, {"€", "EUR"}, {"£", "GBP"}, {"¥", "JPY"}, {"₽", "RUB"}, {"₺", "TRY"}, {"₹", "INR"}, {"USD ", "USD"}, {"EUR ", "EUR"}, {"GBP ", "GBP"}, {"LD ", "LYD"},
}

// signBefore is the currency whose sign ends s, "" for none.
func signBefore(s string) string {
	s = strings.TrimRight(s, " \u00a0")
	for _, c := range signs {
		if strings.HasSuffix(s, strings.TrimSpace(c.sign)) {
			if n := len(s) - len(strings.TrimSpace(c.sign)); c.sign[0] >= 'A' && c.sign[0] <= 'Z' && n > 0 && letterByte(s[n-1]) {
				continue
			}
			return c.code
		}
	}
	return ""
}

func letterByte(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= 0x80 }

// bound says how a figure is held to be no more than near.
type bound uint8

const (
	exact bound = iota
	about
	atLeast
	atMost
	moreThan
	lessThan
	nearly
	between
)

// boundWords stand before a figure, the longest first.
var boundWords = []struct {
	words string
	is    bound
}{
	{"at least|no fewer than|not fewer than|no less than|not less than|a minimum of|minimum of|mindestens|wenigstens|au moins|al menos|por lo menos|pelo menos|almeno|не менее|как минимум|ما لا يقل عن|ten minste|co najmniej|en az|至少", atLeast},
	{"up to|at most|no more than|not more than|as many as|as much as|a maximum of|maximum of|höchstens|bis zu|jusqu'à|hasta|como máximo|até|fino a|до|не более|ما يصل إلى|en fazla|最多", atMost},
	{"more than|over|above|in excess of|upwards of|exceeding|greater than|mehr als|über|plus de|más de|mais de|oltre|più di|более|больше|свыше|أكثر من|meer dan|ponad|超过", moreThan},
	{"less than|fewer than|under|below|weniger als|unter|moins de|menos de|meno di|менее|меньше|أقل من|minder dan|不到", lessThan},
	{"nearly|almost|close to|just under|fast|beinahe|knapp|presque|près de|casi|quase|quasi|почти|ما يقرب من|نحو", nearly},
	{"some|about|around|roughly|approximately|approx|an estimated|estimated|circa|ca|or so|rund|etwa|ungefähr|environ|quelque|unos|unas|alrededor de|aproximadamente|cerca de|circa|около|примерно|порядка|حوالي|ongeveer|około|yaklaşık|大约|约|approximatively|perhaps|maybe|probably", about},
	{"between|from|zwischen|entre|tra|между|بين", between},
}

// boundEnds are the words of boundWords by their last byte, in their order: most figures have none of them before.
var boundEnds = func() (ends [256][]boundEnd) {
	for _, b := range boundWords {
		for w := range strings.SplitSeq(b.words, "|") {
			last := w[len(w)-1]
			ends[last] = append(ends[last], boundEnd{w, b.is})
		}
	}
	return ends
}()

type boundEnd struct {
	word string
	is   bound
}

// boundBefore is the bound that the words before a figure, lower-cased, give it.
func boundBefore(s string) bound {
	s = strings.TrimRight(s, " \u00a0($€£¥")
	s = strings.TrimSuffix(s, " us")
	s = strings.TrimSuffix(s, " the")
	s = strings.TrimSuffix(s, " a")
	if s == "" {
		return exact
	}
	for _, b := range boundEnds[s[len(s)-1]] {
		if w := b.word; strings.HasSuffix(s, w) && (len(s) == len(w) || !letterByte(s[len(s)-len(w)-1]) || w[0] >= 0xE0) {
			return b.is
		}
	}
	return exact
}
