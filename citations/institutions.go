package citations

import (
	"slices"
	"strings"
	"unicode/utf8"

	"example.org/verify/citations/outlets"
)

// Institutions are known by the words of their names. Which words will do depends on what is asked. isBody, of a name in a bracket or a note, takes the noun of any institution, a
// court's or an army's, too. namesBody, of a run of capitals in running text, takes the nouns of those that publish and assert, and wants another word beside
// them. institutionName, of a line on its own, looks where in the line the noun stands.

// bodyWords stand in the names of institutions.
var bodyWords = wordSet(`institute institut instituto istituto university université universität universidad universidade università council ministry ministère ministerium ministerio department agency office bureau committee commission
	centre center group foundation association society organisation organization bank board authority union federation chamber parliament assembly court police army navy force forces command directorate secretariat
	initiative network fund programme program mission observatory laboratory academy college school municipality government embassy service services secretariado consortium alliance trust league partnership taskforce force research fund
	zentrum stiftung verband gesellschaft bundesamt amt behörde rat kommission centro fundación fundação fondazione consejo conseil comité agence agencia agência instytut uniwersytet fundacja üniversitesi bakanlığı vakfı enstitüsü
	институт университет министерство центр фонд агентство совет комитет universitas kementerian badan lembaga dinas komisi asosiasi yayasan kuvendi ministria instituti ministarstvo centar zavod agencija`)

// companyWords end the names of companies, by their form in law.
var companyWords = wordSet(`GmbH AG KG mbH SE Oy Oyj AB ASA AS A/S ApS Ltd LTD Limited plc PLC Inc INC Corp LLC LLP S.A SA S.p.A SpA S.r.l Srl S.L SL Ltda Lda B.V BV N.V NV SARL SAS d.o.o s.r.o a.s o.o Kft Zrt Nyrt Bhd Pty ООО ОАО ПАО A.Ş AŞ`)

// isBody reports whether a name is that of an institution.
func (p *parser) isBody(s string) bool {
	ws := words(s)
	for _, w := range ws {
		if f := foldWord(w); bodyWords.has(f) && capitalised(w) {
			return true
		}
	}
	if n := len(ws); n > 1 && companyWords.has(strings.Trim(ws[n-1], ".,;*_")) && capitalised(ws[n-2]) {
		return true
	}
	if len(s) > 60 || !p.names.Known(s) {
		return false
	}
	m := p.names.Resolve(s, outlets.Context{Language: p.lang})
	return m.Entry != nil && !m.Entry.Kind.Press()
}

// institution reports whether a publisher is a body by its words.
func institution(name string) bool {
	for _, w := range words(name) {
		if bodyWords.has(foldWord(w)) && foldWord(w) != "university" {
			return true
		}
	}
	return false
}

// bodyNouns stand in the names of bodies in running text. They say so with a capital only; in German and the Nordic languages they end compounds, too.
var bodyNouns = wordSet(`institute council ministry department agency office bureau committee commission centre center group foundation association society organisation organization bank board
	authority union federation chamber command directorate secretariat network observatory laboratory academy university initiative fund programme service services consortium alliance trust administration
	inspectorate confederation municipality embassy taskforce watch institution league corporation company survey regulator guild coalition forum treasury comptroller ombudsman tracker project campaign lab cooperative collective registry exchange
	ministère institut agence office banque fédération confédération syndicat conseil chambre comité commission observatoire université association direction préfecture élysée cour autorité haut-commissariat ordre laboratoire fondation fonds réseau collectif ligue société régie caisse coordination mission centre secrétariat défenseur médiateur
	ministerio instituto agencia banco federación confederación sindicato consejo cámara comité comisión observatorio universidad asociación dirección autoridad fundación centro secretaría servicio defensoría contraloría procuraduría coordinadora ayuntamiento laboratorio red colectivo liga plataforma sociedad superintendencia corporación coalición auditoría alianza intendencia
	ministério agência federação confederação conselho câmara comissão observatório universidade associação direção autoridade fundação secretaria serviço prefeitura defensoria tribunal entidade laboratório rede coletivo liga plataforma sociedade ouvidoria corregedoria coalizão aliança fórum
	ministero istituto agenzia banca federazione confederazione sindacato consiglio camera comitato commissione osservatorio università associazione direzione autorità fondazione prefettura protezione corte laboratorio rete comitato garante unione società lega coordinamento soprintendenza ufficio ente centro ordine
	ministerie instituut bureau raad kamer rekenkamer rechnungshof commissie vereniging waterschap gemeente inspectie planbureau bond autoriteit stichting universiteit inspectie meldpunt kenniscentrum rijksinstituut instituut rekenkamer ombudsman kennisinstituut 
	ministerstwo instytut urząd izba komisja komitet związek agencja inspekcja zarząd uniwersytet rada dyrekcja fundacja stowarzyszenie centrum federacja biuro laboratorium sieć koalicja towarzystwo rzecznik
	министерство институт агентство служба управление банк департамент комиссия комитет ассоциация союз фонд центр университет инспекция администрация академия совет
	міністерство інститут агентство служба управління банк департамент комісія комітет асоціація спілка фонд центр університет інспекція адміністрація академія рада асоціації
	ministerstvo úřad ústav banka komora svaz komise výbor rada správa asociace inspekce univerzita agentura agentúra inštitút zväz
	ministarstvo institut zavod agencija uprava vijeće savez udruga komora odbor fond centar banka
	ministerul institutul agenția autoritatea banca asociația consiliul comisia inspectoratul administrația federația camera
	ministeriö laitos virasto keskus liitto yliopisto
	kementerian badan lembaga dinas komisi asosiasi bank institut pusat universitas jaringan yayasan perkumpulan koalisi forum serikat ikatan majelis ombudsman watch
	ministeria instituti agjencia autoriteti shoqata komisioni`)

// soleBodies are names of bodies by themselves: a country has one.
var soleBodies = wordSet(`contraloría defensoría procuraduría fiscalía cancillería superintendencia ombudsman antitrust rechnungshof rekenkamer sayıştay`)

// bodyEndings end compounds that name bodies.
var bodyEndings = [...]string{"amt", "institut", "verband", "ministerium", "behörde", "bund", "kammer", "verwaltung", "agentur", "kommission", "stiftung", "anstalt", "inspektion", "gesellschaft",
	"verket", "myndigheten", "rådet", "styrelsen", "inspektionen", "institutet", "instituttet", "tilsynet", "direktoratet", "etaten", "departementet", "ministeriet", "forbundet", "förbundet", "föreningen", "foreningen",
	"waterstaat", "rechnungshof", "vereniging", "gezondheidsraad", "ministerie", "inspectie", "laitos", "virasto", "ministeriö"}

// namesBody reports whether a run of capitals is the name of a body: one of its words is a noun of bodies, be it the end of a compound, and another word stands with it.
func (p *parser) namesBody(name string) bool {
	if strings.IndexByte(name, ' ') < 0 && strings.IndexByte(name, '-') < 0 && !p.compounds() {
		return soleBodies.has(foldWord(name))
	}
	ws := words(name)
	for _, w := range ws {
		f := withoutLabel(foldWord(w))
		if k := strings.LastIndexByte(f, '-'); k > 0 && bodyNouns.has(f[k+1:]) {
			return true
		}
		if len(ws) > 1 && bodyNouns.has(f) && capitalised(w) {
			return true
		}
		if !p.compounds() {
			continue
		}
		for _, end := range bodyEndings {
			if len(f) > len(end)+3 && (strings.HasSuffix(f, end) || p.lang == "de" && strings.HasSuffix(strings.TrimSuffix(strings.TrimSuffix(f, "s"), "e"), end)) {
				return true
			}
		}
	}
	return false
}

// withoutLabel is a word of letters without the number of a note that is glued to it: "watch4".
func withoutLabel(f string) string {
	const letters, digits = 4, 2
	if core := strings.TrimRight(f, "0123456789"); len(core) >= letters && len(f)-len(core) <= digits {
		return core
	}
	return f
}

// compounds reports whether the language of the text writes compounds as one word.
func (p *parser) compounds() bool {
	switch p.lang {
	case "de", "nl", "sv", "da", "no", "nb", "nn", "fi":
		return true
	}
	return false
}

// bodyLine reports whether a line is the name of an institution and of what it belongs to or its place: "Centre for Open Budgets, Kelmford". The word for
// what it is stands before all small words, which tells it from "The Cost of a Central Bank".
func bodyLine(s string, places func(string) bool) bool {
	const longest = 12 // words
	ws := words(s)
	if len(ws) < 2 || len(ws) > longest || strings.ContainsAny(s, ":?!;") || !capitalised(ws[0]) && !caseless(ws[0]) {
		return false
	}
	if isDesk(ws) {
		return true
	}
	for k, part := range strings.Split(s, ", ") {
		if !institutionName(words(part)) && (k == 0 || !places(part) && strings.Contains(part, " ")) {
			return false
		}
	}
	return true
}

// deskWords end the names of the parts of an editorial office or an authority that sign pieces.
var deskWords = wordSet(`desk newsroom unit division branch taskforce directorate`)

// isDesk reports whether words are such a name: "Sub-Saharan Africa desk".
func isDesk(ws []string) bool {
	const most = 5 // words
	last := len(ws) - 1
	if len(ws) > most || articleWords.has(foldWord(ws[0])) || !deskWords.has(foldWord(ws[last])) {
		return false
	}
	return !slices.ContainsFunc(ws[:last], func(w string) bool { return !capitalised(w) && !nameJoiners.has(w) && w != "&" })
}

// institutionName reports whether words are the name of an institution.
func institutionName(ws []string) bool {
	for i, w := range ws {
		f := foldWord(w)
		switch {
		case (bodyWords.has(f) || bodyLineWords.has(f) || bodyEnd(f)) && (capitalised(w) || caseless(w)):
			last := i+1 == len(ws)
			if last || i == 0 && caseless(w) || !capitalised(ws[i+1]) && nameWords.has(foldWord(ws[i+1])) || i == 0 && bodyHeads.has(f) {
				return true // else another noun may follow: "Research Directorate"
			}
		case !capitalised(w) && !caseless(w) && f != "" && (i == 0 || f != "of" && !nameJoiners.has(f)): // "Immigration and Refugee Board"
			return false
		}
	}
	return false
}

// bodyLineWords name institutions on lines of their own.
var bodyLineWords = wordSet(`forum research partners watch monitor faculty fakultät facultad faculdade faculté facoltà school library bibliothek bibliothèque biblioteca bibliotheek библиотека думский лаборатория кафедра platform platforma مركز معهد جامعة كلية وزارة مؤسسة منظمة جمعية لجنة هيئة مجلس مبادرة`)

// bodyHeads stand before the proper names of institutions.
var bodyHeads = wordSet(`centro fundación fundação fondazione fondation institut instituto istituto instytut stiftung institute институт центр фонд fundacja vakfı centre centar observatoire observatorio observatório osservatorio université universidad universidade università forschungsgruppe`)

// bodyLineEndings end compounds that are mostly common nouns in running text.
var bodyLineEndings = [...]string{"gruppe", "zentrum", "instituut", "stichting"}

// bodyEnd reports whether a word, in lower case, is a compound that names an institution.
func bodyEnd(f string) bool {
	if len(f) < 9 || utf8.RuneCountInString(f) < 9 {
		return false
	}
	ends := func(end string) bool { return len(f) > len(end) && strings.HasSuffix(f, end) }
	return slices.ContainsFunc(bodyEndings[:], ends) || slices.ContainsFunc(bodyLineEndings[:], ends)
}

// hanBody reports whether a name ends as those of ministries, offices and unions do in Chinese and Japanese.
func hanBody(s string) bool {
	ends := func(end string) bool { return len(s) > len(end)+len("省") && strings.HasSuffix(s, end) }
	return slices.ContainsFunc(eastBodyEnds, ends) || ends("院") || ends("公社")
}
