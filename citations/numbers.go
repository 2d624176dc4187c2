package citations

// numberWords are numbers in words that carry a quantity, by language.
var numberWords = map[string]*wordList{
	"en": wordSet(`three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
		dozen dozens hundred hundreds thousand thousands million millions billion billions half third quarter`),
	"de": wordSet(`drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig hundert hunderte tausend tausende millionen milliarden`),
	"fr": wordSet(`trois quatre cinq six sept huit neuf dix vingt trente cent centaines mille milliers million millions milliard milliards`),
	"es": wordSet(`tres cuatro cinco seis siete ocho nueve diez veinte treinta cientos mil miles millón millones centenas`),
	"pt": wordSet(`três quatro cinco seis sete oito nove dez doze vinte trinta mil milhares milhão milhões bilhão bilhões centenas`),
	"it": wordSet(`tre quattro cinque sei sette otto nove dieci cento centinaia mille migliaia milione milioni miliardi`),
	"nl": wordSet(`drie vier vijf zes zeven acht negen tien twaalf twintig dertig honderd honderden duizend duizenden miljoen miljard`),
	"pl": wordSet(`trzy cztery pięć sześć siedem osiem dziewięć dziesięć dwadzieścia trzydzieści pięćdziesiąt sto tysiąc tysiące tysięcy milion miliony milionów miliard miliardów`),
	"ru": wordSet(`три трое четыре пять шесть семь восемь девять десять двенадцать двадцать тридцать сорок пятьдесят сто двести десятки сотни тысяча тысячи тысяч миллион миллиона миллионов
		миллиард миллиарда миллиардов`),
	"uk": wordSet(`три чотири шість сім вісім десять двадцять тридцять сорок сто десятки сотні тисяча тисячі тисяч мільйон мільйони мільйонів мільярд мільярдів`),
	"tr": wordSet(`üç dört beş altı yedi sekiz dokuz yirmi otuz kırk elli yüz milyon milyar`),
	"id": wordSet(`tiga empat lima enam tujuh delapan sembilan puluh ratus ribu juta miliar`),
	"ar": wordSet(`ثلاثة ثلاث أربعة أربع خمسة خمس ستة سبعة سبع ثمانية تسعة تسع عشرة عشر عشرون عشرين ثلاثون ثلاثين مئة مائة مئات عشرات ألف آلاف مليون ملايين مليار مليارات`),
	"sv": wordSet(`fyra fem sju åtta nio tio elva tolv tjugo trettio hundra hundratals tusen tusentals miljon miljoner miljard miljarder`),
	"cs": wordSet(`tři čtyři pět šest sedm osm devět deset dvacet třicet sto stovky tisíc tisíce milion miliony milionů miliarda miliardy miliard`),
	"hr": wordSet(`tri četiri pet šest sedam osam devet deset dvadeset trideset sto stotine tisuća tisuće hiljada milijun milijuna milion miliona milijardi`),
	"ro": wordSet(`trei patru cinci șase șapte opt nouă zece douăzeci treizeci sute mii milion milioane miliard miliarde`),
	"hu": wordSet(`három négy öt hét nyolc kilenc tíz húsz harminc száz ezer millió milliárd`),
	"fi": wordSet(`kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen kaksikymmentä sata satoja tuhat tuhansia miljoona miljoonaa miljardi miljardia`),
	"sq": wordSet(`katër pesë gjashtë shtatë tetë nëntë dhjetë njëzet tridhjetë qind qindra mijë mijëra milion milionë miliard miliardë`),
	"sw": wordSet(`tatu nne tano saba nane tisa kumi ishirini thelathini mia elfu milioni bilioni`),
}

// numberIn reports whether a word is a number of the language.
func numberIn(lang string, w []byte) bool {
	list := numberWords[lang]
	return list != nil && list.hasBytes(w)
}

// spelled reports whether a word is a number of any language.
func spelled(w string) bool {
	for _, list := range numberWords {
		if list.has(w) {
			return true
		}
	}
	return false
}

// elsewhere are numbers of one language that are other words in another, or names: "ten" is "this" in Polish, "sto" "I am" in Italian, "nove" "new" in
// Croatian. They count in their own language alone.
var elsewhere = wordSet(`cent doze elf half hét lima mia mil mille miles nove opt otto pet pět saba sata sei sept sete sette sto ten tio tisa tre tri`)

// countsNext reports whether the word at byte at is a number in words and counts the word behind it. An article may quote another language, and may be too
// short for its own to be known: a number of any language is taken for one unless it is a word of this language, too.
func countsNext(s string, at int, lang string, room, other []byte) bool {
	x, _ := nextWord(s, at)
	next, ok := nextWord(s, x.end)
	if !ok || x.to < x.end {
		return false
	}
	if f := lower(room, s[x.from:x.to]); lang != "" && elsewhere.hasBytes(f) && !numberIn(lang, f) {
		return false
	}
	g := lower(other, s[next.from:next.to])
	return len(g) > 0 && !notNouns.hasBytes(g)
}
