package rules

import "sync"

// lexicons are the words by language, each read when first needed.
var lexicons = func() map[string]func() *words {
	m := map[string]func() *words{}
	for language, read := range map[string]func() *words{
		"en": english, "de": german, "fr": french, "es": spanish, "pt": portuguese, "it": italian, "nl": dutch,
		"ru": russian, "uk": ukrainian, "pl": polish, "tr": turkish, "hr": croatian, "ar": arabic, "sv": swedish, "ro": romanian, "cs": czech,
	} {
		m[language] = sync.OnceValue(func() *words {
			w := read()
			w.cues = newCueTable(w)
			return w
		})
	}
	m["bs"], m["sr"], m["sh"] = m["hr"], m["hr"], m["hr"]
	return m
}()

func english() *words {
	return &words{
		withheld:   newPhrases("condition of anonymity, conditions of anonymity, promise of anonymity, requested anonymity, requesting anonymity, anonymity because, anonymity to speak, anonymity to discuss, spoke anonymously, speaking anonymously, asked not to be named, asked not to be identified, asked not to be quoted, asked to remain anonymous, asking not to be named, asking not to be identified, declined to be named, declined to be identified, declining to be named, refused to be named, wished to remain anonymous, wanted to remain anonymous, requested not to be named, requested not to be identified"),
		toward:     newPhrases("until, till, before, by, through, ahead of, prior to, due, no later than, run up to, in time for, up to, pending"),
		planned:    newPhrases("will, shall, would, plan*, schedul*, expected, slated, due, set for, set to, upcoming, is to, are to, was to, were to, propos*, postpone*, promis*, vow*, pledg*, intend*, announc*, call* for, call* on, invit*, threaten*, if, may, might, could, should, deadline, expir*, takes effect, enters into force, take effect, begins, starts, opens, ends"),
		done:       newPhrases("was, were, had, has, have, did, said, told, took, gave, made, went, came, began, fell, rose, met, won, lost, left, held, sold, bought, paid, built, sent, fled, shot, led, fought, brought, became, broke, drew, spoke, wrote, cut, hit, put, set, sank, burnt, struck, stole, drove, threw, caught, felt, heard, kept, sought, stood, thought, shut, split, spread, swept, tore, burst, blew, grew, knew, flew, rode, ran, saw, forbade, overthrew, withdrew, laid, found, hung, dug, swore, dealt, ended"),
		doneEnds:   []string{"ed"},
		myself:     newPhrases("i, my, me"),
		announced:  newPhrases("announc*, propos*, promis*, vow*, pledg*, postpone*, invit*, threaten*, scheduled, planned, expired, called for"),
		fillers:    newPhrases("the, on, of, at, in, a, early, late, evening, night, morning, afternoon, monday, tuesday, wednesday, thursday, friday, saturday, sunday, this, last, next"),
		polls:      newPhrases("election*, vote, ballot, referendum, runoff, deadline, summit, poll, polls, primary, primaries, inauguration"),
		relative:   newPhrases("who, whom, whose, which, where, when, after, since, following, although, though, because, while"),
		this:       newPhrases("these, this, those, the recent, recent, the latest, the same, the fresh, the renewed, the new"),
		now:        newPhrases("so far, currently, at the moment, at present, for now, still, now, to date, as yet, presently, these days"),
		past:       newPhrases("was, were, had, did, been, then, until, by, could, would, might"),
		recent:     newPhrases("recent, recently, lately"),
		perfect:    newPhrases("has, have"),
		documents:  newPhrases("study, studies, report, reports, survey, surveys, poll, data, figures, statistics, research, analysis, estimate, estimates, dataset, paper, investigation"),
		vague:      newPhrases("sources, experts, analysts, observers, critics, commentators, scholars, insiders, specialists, studies, research, researchers, reports, skeptics, sceptics, pundits"),
		many:       newPhrases("many, some, several, most"),
		owned:      newPhrases("our, my, his, her, their, its, this, that, these, those, the, your, whose, two, three, four, both"),
		topic:      newPhrases("into, on, about"),
		say:        newPhrases("say, says, said, told, argue, argued, argues, claim, claimed, believe, believed, suggest, suggests, suggested, warn, warned, think, note, noted, indicate, indicates, indicated, describe, described, estimate, estimated, contend, contended, have argued, have said, have suggested, have claimed, have warned, have noted, has shown, have shown, shows, show, has suggested, has found, have found, agree, insist, maintain, allege, alleged, speculate, predicted, predict"),
		qualifier:  newPhrases("at, from, of, in, within, with, close to, near, to, inside, who, on, familiar, by, for, such"),
		vagueCue:   newPhrases("according to"),
		one:        newPhrases("a, an, one, another"),
		person:     newPhrases("source, official, diplomat, officer, insider, employee, aide, adviser, advisor, negotiator, executive, lawmaker, investigator, commander"),
		deny:       newPhrases("denie*, deny, denying, said, says, say, insist*, claim*, accus*, reject*, call*, announce*, told, state*, condemn*, describ*, admit*, acknowledg*, confirm*, according, vow*, warn*, threaten*, report*, declar*, argu*, blam*, prais*, urg*, maintain*, quot*"),
		firsthand:  newPhrases("i, we, my, our, me"),
		percentage: newPhrases("percent, per cent"),
		big:        newPhrases("hundred*, thousand*, million*, billion*, dozens, trillion*"),
	}
}

func german() *words {
	return &words{
		withheld:   newPhrases("anonym bleiben, bedingung der anonymität, wahrung der anonymität, wahrung seiner anonymität, wahrung ihrer anonymität, zusicherung von anonymität, namentlich nicht genannt, ungenannt bleiben, nicht namentlich genannt, seinen namen nicht nennen, ihren namen nicht nennen, seinen namen nicht in, ihren namen nicht in, seinen namen nicht veröffentlicht, ihren namen nicht veröffentlicht"),
		toward:     newPhrases("bis, vor, bis zum, bis zu, spätestens, im vorfeld"),
		planned:    newPhrases("wird, werden, soll*, will, wollen, wollte, wollten, plan*, geplant*, vorgesehen*, angesetzt*, erwartet*, angekündigt*, kündigt*, verschoben*, frist, beginnt, startet, endet, würde, würden, könnte, falls, wenn"),
		done:       newPhrases("war, waren, wurde, wurden, hat, haben, hatte, hatten, ist, sind, kam, kamen, ging, gingen, starb, starben, fiel, fielen, schloss, schlossen, trat, traten, gab, gaben, nahm, nahmen, ließ, ließen, fand, fanden, begann, begannen, sank, sanken, traf, trafen, verlor, verloren, hielt, hielten, rief, riefen, sprach, sprachen, warf, warfen, zog, zogen, brach, brachen, entschied, beschloss, verbot, schlug, griff, griffen, erschoss, floh, flohen, stieß, bekam, erhielt, unterschrieb, überfiel"),
		doneEnds:   []string{"te", "ten"},
		myself:     newPhrases("ich, mein, meine, mir, mich"),
		announced:  newPhrases("angekündigt, kündigte, verschoben"),
		fillers:    newPhrases("am, den, dem, der, die, das, vom, zum, abend, morgen, nacht, montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonnabend, sonntag, des"),
		polls:      newPhrases("wahl*, abstimmung, volksabstimmung, referendum, frist, gipfel, stichwahl, parlamentswahl*, landtagswahl*, bundestagswahl*"),
		relative:   newPhrases("der, die, das, welche*, dem, den, deren, dessen, nachdem, seit, seitdem, als, weil, da, obwohl, wo"),
		this:       newPhrases("diese*, die jüngsten, der jüngste, die jüngste, das jüngste, jene*, die neuen"),
		now:        newPhrases("derzeit, momentan, gegenwärtig, bislang, bisher, zurzeit, zur zeit, im moment, noch immer, immer noch, nach wie vor, inzwischen, jetzt, aktuell"),
		past:       newPhrases("war, waren, hatte, hatten, wurde, wurden, damals"),
		recent:     newPhrases("kürzlich, jüngst, neulich"),
		perfect:    newPhrases("hat, haben, ist, sind"),
		documents:  newPhrases("studie, bericht, berichts, gutachten, umfrage, erhebung, untersuchung, statistik, zahlen, daten, analyse"),
		vague:      newPhrases("experten, beobachter, analysten, kritiker, fachleute, kenner, studien, forscher, insider, quellen, kommentatoren, wissenschaftler"),
		many:       newPhrases("manche, viele, einige"),
		owned:      newPhrases("diese*, unsere*, ihre*, seine*, meine*, beide"),
		topic:      newPhrases("zu, zum, zur, über"),
		say:        newPhrases("sagen, meinen, glauben, warnen, behaupten, berichten, schätzen, vermuten, zeigen, zufolge, befürchten, fürchten, haben gezeigt, weisen darauf, gehen davon, argumentieren, sprechen von, sehen, halten"),
		qualifier:  newPhrases("der, des, von, vom, aus, bei, beim, im, in, an, am, um, wie, die"),
		vagueCue:   newPhrases("laut, nach angaben von, nach einschätzung von, nach ansicht von, nach meinung von"),
		one:        newPhrases("ein, eine, einer, eines, einem"),
		person:     newPhrases("beamter, beamte, diplomat, diplomatin, insider, mitarbeiter, mitarbeiterin, sprecher, sprecherin, augenzeuge, anwohner, offizier, informant, quelle, politiker, händler"),
		deny:       newPhrases("sag*, erklär*, bestritt*, bestreitet, bestreiten, dementier*, beton*, behaupte*, warf, wirft, werfen, weist, wies, kritisier*, verurteil*, kündigt*, meldet*, laut, zufolge, bezeichn*, nannte, nennt, drohte, droht, teilte, spricht, sprach, beschuldig*, bestätig*"),
		firsthand:  newPhrases("ich, wir, mein, meine, unser, unsere, uns, mir, mich"),
		percentage: newPhrases("prozent"),
		big:        newPhrases("hundert*, tausend*, million*, milliard*, dutzend*"),
	}
}

func french() *words {
	return &words{
		withheld:   newPhrases("couvert d anonymat, couvert de l anonymat, sceau de l anonymat, condition d anonymat, condition de l anonymat, requis l anonymat, requiert l anonymat, demandé l anonymat, garder l anonymat, conserver l anonymat, rester dans l anonymat, parlant anonymement, taire son nom, souhaite rester anonyme, souhaité rester anonyme"),
		toward:     newPhrases("avant, jusqu au, jusqu, d ici, d ici au, d ici le, à partir du, en vue du, à la veille"),
		planned:    newPhrases("sera, seront, devrait, devraient, doit, doivent, prévu*, prévoi*, prochain*, prochaine, annonc*, promet*, promis, report*, convoqu*, fixé*, appel* à, appelle* à, programmé*, attendu*, pourrait, aurait, échéance, expir*, si, commence, débute, entre en vigueur, va, vont, ira"),
		future:     []string{"era", "ira", "dra", "vra", "rra", "ront"},
		done:       newPhrases("a, ont, avait, avaient, est, sont, fut, furent, était, étaient"),
		doneEnds:   []string{"èrent", "irent"},
		myself:     newPhrases("je, j, mon, ma, mes"),
		announced:  newPhrases("annonc*, promis, reporté*, convoqué*, appelé*"),
		fillers:    newPhrases("le, du, au, la, de, des, ce, soir, matin, nuit, dans, lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche"),
		polls:      newPhrases("élection*, scrutin, vote, référendum, sommet, échéance, législatives, présidentielle, tour"),
		relative:   newPhrases("qui, que, qu, dont, où, lequel, laquelle, après, depuis, lorsque, alors, parce, quand"),
		this:       newPhrases("ces, cette, ce, cet, les récents, les récentes, le récent, la récente, le dernier, la dernière, les derniers, les dernières"),
		now:        newPhrases("actuellement, pour l instant, jusqu ici, jusqu à présent, à ce jour, en ce moment, à l heure actuelle, désormais, pour le moment"),
		past:       newPhrases("était, étaient, avait, avaient, fut, furent"),
		recent:     newPhrases("récemment, dernièrement"),
		perfect:    newPhrases("a, ont, est, sont"),
		documents:  newPhrases("étude, rapport, enquête, sondage, données, chiffres, statistiques, analyse, estimations"),
		vague:      newPhrases("experts, observateurs, analystes, spécialistes, critiques, sources, études, chercheurs, commentateurs"),
		many:       newPhrases("certains, beaucoup, plusieurs"),
		owned:      newPhrases("ces, nos, leurs, ses, mes, ce, cette"),
		topic:      newPhrases("sur"),
		say:        newPhrases("affirm*, estim*, dis*, pens*, soulign*, craign*, montr*, indiqu*, suggèr*, évoqu*, assur*, parl*, jug*, croi*, ont montré, ont affirmé, avertiss*, selon"),
		qualifier:  newPhrases("de, du, des, d, à, au, aux, proches, proche, qui, chez, dans, en, comme, sur"),
		vagueCue:   newPhrases("selon, d après, selon les, selon des, selon certains, d après les, d après des, selon plusieurs, selon de nombreux"),
		one:        newPhrases("un, une"),
		person:     newPhrases("responsable, source, diplomate, fonctionnaire, officier, employé, employée, témoin, habitant, conseiller, proche, haut fonctionnaire, cadre, élu"),
		deny:       newPhrases("a dit, dit, affirm*, dément*, démenti*, nie, nient, nié, déclar*, accus*, assur*, rejet*, condamn*, qualifi*, estim*, annonc*, selon, reconn*, confirm*, menac*, dénonc*, insist*"),
		firsthand:  newPhrases("je, j, nous, mon, ma, mes, notre, nos"),
		percentage: newPhrases("pour cent"),
		big:        newPhrases("centaine*, millier*, mille, million*, milliard*, dizaines"),
	}
}

func spanish() *words {
	return &words{
		withheld:   newPhrases("condición de anonimato, condición del anonimato, bajo anonimato, bajo el anonimato, pidió anonimato, pidió el anonimato, mantener el anonimato, mantenerse en el anonimato, permanecer en el anonimato, pidió no ser identific*, pidió no ser nombrad*, pidió no ser citad*, pide no ser identific*, pide no ser nombrad*, pide no ser citad*, prefiere no dar su nombre, prefirió no dar su nombre"),
		toward:     newPhrases("hasta, hasta el, antes del, antes de, para el, para, a más tardar, de cara al, de cara a, víspera"),
		planned:    newPhrases("será*, hará*, va a, van a, deberá*, podrá*, podría*, previst*, prevé*, program*, anunci*, promet*, prometi*, convoc*, aplaz*, llam* a, próxim*, plazo, vence, empieza, comienza, entra en vigor, si, habrá, plane*, planific*, esper*, fijad*"),
		future:     []string{"rá", "rán"},
		done:       newPhrases("fue, fueron, ha, han, había, habían, hizo, hicieron, dijo, tuvo, puso, vino, trajo, era, eran"),
		doneEnds:   []string{"ó", "aron", "ieron", "jeron"},
		myself:     newPhrases("yo, mi, mis, me"),
		announced:  newPhrases("anunci*, prometi*, convoc*, aplaz*"),
		fillers:    newPhrases("el, del, de, la, al, pasado, noche, mañana, tarde, lunes, martes, miércoles, jueves, viernes, sábado, domingo, día, en"),
		polls:      newPhrases("eleccion*, votación, referéndum, referendo, plebiscito, cumbre, plazo, comicios, vuelta"),
		relative:   newPhrases("que, quien, quienes, cuyo, cuya, donde, cuando, tras, desde, después, aunque, porque, mientras"),
		this:       newPhrases("estos, estas, este, esta, los recientes, las recientes, el reciente, la reciente, los últimos, las últimas, dichos, dichas"),
		now:        newPhrases("actualmente, hasta ahora, por ahora, en este momento, hasta la fecha, hoy en día, de momento, por el momento, todavía, aún"),
		past:       newPhrases("era, eran, estaba, estaban, había, habían, fue, fueron"),
		recent:     newPhrases("recientemente, últimamente"),
		perfect:    newPhrases("ha, han"),
		documents:  newPhrases("estudio, informe, encuesta, datos, cifras, estadísticas, análisis, sondeo, investigación"),
		vague:      newPhrases("expertos, analistas, observadores, críticos, fuentes, especialistas, estudios, investigadores"),
		many:       newPhrases("algunos, muchos, varios"),
		owned:      newPhrases("estos, estas, nuestros, nuestras, sus, esos, esas, dichos"),
		topic:      newPhrases("sobre"),
		say:        newPhrases("dicen, dijeron, afirman, afirmaron, sostienen, creen, señalan, señalaron, advierten, advirtieron, aseguran, aseguraron, consideran, indican, muestran, sugieren, opinan, estiman, han demostrado, han señalado, temen"),
		qualifier:  newPhrases("de, del, en, cercanos, cercanas, que, a, al, como, con, por, consultados, consultadas, sobre"),
		vagueCue:   newPhrases("según, según los, según las, según algunos, de acuerdo con"),
		one:        newPhrases("un, una"),
		person:     newPhrases("funcionario, funcionaria, fuente, diplomático, empleado, empleada, vecino, vecina, oficial, portavoz, testigo, asesor, agente, trabajador, dirigente"),
		deny:       newPhrases("dijo, dice, dicen, afirm*, niega*, negó, negaron, desmint*, asegur*, acus*, rechaz*, conden*, calific*, anunci*, según, sostuv*, sostien*, declar*, reconoc*, confirm*, insist*, denunci*, amenaz*"),
		firsthand:  newPhrases("yo, nosotros, mi, mis, nuestro, nuestra, nos, me"),
		percentage: newPhrases("por ciento"),
		big:        newPhrases("cientos, centenares, miles, mil, millon*, millón, decenas, docenas"),
	}
}

func portuguese() *words {
	return &words{
		withheld:   newPhrases("condição de anonimato, condição do anonimato, sob anonimato, sob o anonimato, pediu anonimato, pediu o anonimato, manter o anonimato, pediu para não ser identific*, pediu para não ser nomead*, não quis se identificar, preferiu não se identificar"),
		toward:     newPhrases("até, antes de, até ao, até a, para, antes do, antes da, véspera"),
		planned:    newPhrases("será*, vai, vão, deverá*, deve, devem, poderá*, poderia*, previst*, prev*, program*, agend*, anunci*, promet*, convoc*, adi*, próxim*, prazo, começa, entra em vigor, se, haverá, marcad*, esper*"),
		future:     []string{"rá", "rão"},
		done:       newPhrases("foi, foram, teve, fez, disse, havia, tinha, era, eram, veio, pôs, houve, deu"),
		doneEnds:   []string{"ou", "aram", "eram", "iram", "eu", "iu"},
		myself:     newPhrases("eu, meu, minha, me"),
		announced:  newPhrases("anunci*, promet*, convoc*, adi*"),
		fillers:    newPhrases("o, a, de, do, da, em, no, na, dia, noite, manhã, tarde, segunda, terça, quarta, quinta, sexta, sábado, domingo, feira, passado, passada"),
		polls:      newPhrases("eleiç*, votação, referendo, cimeira, cúpula, prazo, turno, plebiscito"),
		relative:   newPhrases("que, quem, cujo, cuja, onde, quando, após, desde, depois, embora, porque, enquanto"),
		this:       newPhrases("estes, estas, este, esta, esses, essas, os recentes, as recentes, o recente, a recente, os últimos, as últimas"),
		now:        newPhrases("atualmente, actualmente, até agora, por enquanto, neste momento, até à data, até o momento, ainda, de momento, por agora"),
		past:       newPhrases("era, eram, estava, estavam, havia, foi, foram, tinha, tinham"),
		recent:     newPhrases("recentemente, ultimamente"),
		perfect:    newPhrases("tem, têm"),
		documents:  newPhrases("estudo, relatório, inquérito, sondagem, pesquisa, dados, números, estatísticas, análise"),
		vague:      newPhrases("especialistas, analistas, observadores, críticos, fontes, estudos, investigadores, pesquisadores, peritos"),
		many:       newPhrases("alguns, muitos, vários"),
		owned:      newPhrases("estes, estas, nossos, nossas, seus, suas, esses, essas"),
		topic:      newPhrases("sobre"),
		say:        newPhrases("dizem, disseram, afirmam, afirmaram, acreditam, alertam, alertaram, apontam, apontaram, consideram, indicam, mostram, sugerem, garantem, defendem, estimam, mostraram, temem"),
		qualifier:  newPhrases("de, do, da, dos, das, em, no, na, próximas, próximos, que, ouvidos, ouvidas, como, sobre"),
		vagueCue:   newPhrases("segundo, segundo os, segundo as, segundo alguns, de acordo com, conforme"),
		one:        newPhrases("um, uma"),
		person:     newPhrases("funcionário, funcionária, fonte, diplomata, empregado, morador, moradora, oficial, testemunha, assessor, trabalhador, responsável, dirigente"),
		deny:       newPhrases("disse, diz, dizem, afirm*, neg*, desment*, garant*, acus*, rejeit*, conden*, classific*, anunci*, segundo, declar*, reconhec*, confirm*, insist*, denunci*, ameaç*"),
		firsthand:  newPhrases("eu, nós, meu, minha, nosso, nossa, me, nos"),
		percentage: newPhrases("por cento"),
		big:        newPhrases("centenas, milhares, mil, milhão, milhões, dezenas, dúzias, bilhões"),
	}
}

func italian() *words {
	return &words{
		withheld:   newPhrases("condizione di anonimato, condizione dell anonimato, condizione di mantenere l anonimato, garanzia di anonimato, garanzia dell anonimato, chiesto l anonimato, chiede l anonimato, mantenere l anonimato, chiesto di non essere identific*, chiesto di non essere nominat*, chiesto di non essere citat*, chiede di restare anonim*, vuole restare anonim*, rimanere anonim*, preferisce non essere identific*, preferisce non essere nominat*, preferisce non essere citat*"),
		toward:     newPhrases("fino al, fino a, entro, entro il, prima del, prima di, in vista del, in vista della, per il, vigilia"),
		planned:    newPhrases("sarà, saranno, dovrà, dovranno, dovrebbe*, potrebbe*, previst*, preved*, programm*, annunci*, promess*, promett*, convoc*, rinvi*, prossim*, scade*, scadenza, comincia, inizia, entra in vigore, se, fissat*, attes*"),
		future:     []string{"rà", "ranno"},
		done:       newPhrases("ha, hanno, è, sono, aveva, avevano, fu, furono, era, erano"),
		doneEnds:   []string{"ò", "arono", "irono", "erono"},
		myself:     newPhrases("io, mio, mia, mi"),
		announced:  newPhrases("annunci*, promess*, convoc*, rinvi*"),
		fillers:    newPhrases("il, del, di, la, al, l, dell, sera, notte, mattina, scorso, lunedì, martedì, mercoledì, giovedì, venerdì, sabato, domenica, giorno, lo"),
		polls:      newPhrases("elezion*, voto, referendum, vertice, scadenza, ballottaggio"),
		relative:   newPhrases("che, chi, cui, quale, dove, quando, dopo, da, mentre, perché, sebbene"),
		this:       newPhrases("questi, queste, questo, questa, i recenti, le recenti, il recente, la recente, gli ultimi, le ultime"),
		now:        newPhrases("attualmente, finora, al momento, tuttora, per ora, ad oggi, in questo momento, ancora oggi"),
		past:       newPhrases("era, erano, aveva, avevano, fu, furono"),
		recent:     newPhrases("recentemente, di recente"),
		perfect:    newPhrases("ha, hanno, è, sono"),
		documents:  newPhrases("studio, rapporto, indagine, sondaggio, dati, cifre, statistiche, analisi, ricerca"),
		vague:      newPhrases("esperti, analisti, osservatori, critici, fonti, studi, ricercatori, studiosi"),
		many:       newPhrases("alcuni, molti"),
		owned:      newPhrases("questi, queste, nostri, nostre, suoi, loro"),
		topic:      newPhrases("su, sul, sulla"),
		say:        newPhrases("dicono, sostengono, affermano, credono, avvertono, ritengono, segnalano, indicano, mostrano, suggeriscono, stimano, temono, hanno dimostrato, hanno detto, hanno affermato, parlano"),
		qualifier:  newPhrases("di, del, della, dei, in, vicine, vicini, che, a, al, come, su, da, dell"),
		vagueCue:   newPhrases("secondo, secondo gli, secondo i, secondo alcuni, stando a"),
		one:        newPhrases("un, uno, una"),
		person:     newPhrases("funzionario, funzionaria, fonte, diplomatico, dipendente, abitante, ufficiale, testimone, consigliere, dirigente, operaio"),
		deny:       newPhrases("ha detto, dice, dicono, afferm*, nega*, negato, smentis*, smentito, assicur*, accus*, respin*, condann*, defin*, annunci*, secondo, dichiar*, ammes*, conferm*, insist*, denunci*, minacci*, sostien*"),
		firsthand:  newPhrases("io, noi, mio, mia, nostro, nostra, mi, ci"),
		percentage: newPhrases("per cento"),
		big:        newPhrases("centinaia, migliaia, mila, milion*, miliard*, decine"),
	}
}

func dutch() *words {
	return &words{
		withheld:   newPhrases("anoniem wil blijven, anoniem wilde blijven, anoniem willen blijven, wil anoniem blijven, wilde anoniem blijven, basis van anonimiteit, voorwaarde van anonimiteit, naam genoemd wil, naam genoemd willen"),
		toward:     newPhrases("tot, voor, tot en met, uiterlijk, in de aanloop naar"),
		planned:    newPhrases("zal, zullen, zou, zouden, gepland*, plan*, verwacht*, aangekondigd*, kondig*, uitgesteld*, deadline, begint, eindigt, moet, moeten, wil, willen, als"),
		done:       newPhrases("was, waren, werd, werden, heeft, hebben, had, hadden, is, zijn, ging, gingen, kwam, kwamen, viel, vielen, nam, sloot, gaf, vond, begon, trof, verloor, hield, riep, zonk, stierf, brak, kreeg, besloot, verbood"),
		doneEnds:   []string{"de", "den", "te", "ten"},
		myself:     newPhrases("ik, mijn, mij, me"),
		announced:  newPhrases("aangekondigd, kondigde, uitgesteld"),
		fillers:    newPhrases("op, de, het, van, avond, nacht, ochtend, maandag, dinsdag, woensdag, donderdag, vrijdag, zaterdag, zondag, afgelopen"),
		polls:      newPhrases("verkiezing*, stemming, referendum, top, deadline"),
		relative:   newPhrases("die, dat, wie, waar, toen, nadat, sinds, omdat, terwijl, hoewel"),
		this:       newPhrases("deze, dit, de recente, het recente, de jongste"),
		now:        newPhrases("momenteel, tot nu toe, op dit moment, vooralsnog, nog steeds, tot dusver, nu"),
		past:       newPhrases("was, waren, had, hadden, werd, werden"),
		recent:     newPhrases("onlangs, recent"),
		perfect:    newPhrases("heeft, hebben, is, zijn"),
		documents:  newPhrases("studie, rapport, onderzoek, enquête, peiling, cijfers, gegevens, analyse"),
		vague:      newPhrases("experts, deskundigen, analisten, waarnemers, critici, bronnen, studies, onderzoekers, kenners"),
		many:       newPhrases("sommigen, velen"),
		owned:      newPhrases("deze, onze, hun, zijn, haar"),
		topic:      newPhrases("naar, over"),
		say:        newPhrases("zeggen, stellen, menen, geloven, waarschuwen, vrezen, schatten, tonen aan, wijzen op, beweren, denken"),
		qualifier:  newPhrases("van, bij, uit, in, rond, dicht, die, zoals, aan, op"),
		vagueCue:   newPhrases("volgens"),
		one:        newPhrases("een"),
		person:     newPhrases("ambtenaar, bron, diplomaat, medewerker, officier, getuige, ingewijde, woordvoerder, bewoner, ingewijde"),
		deny:       newPhrases("zei, zegt, zeggen, ontken*, beschuldig*, verklaar*, meld*, volgens, noem*, verwerp*, bevestig*, dreig*, waarschuw*"),
		firsthand:  newPhrases("ik, wij, we, mijn, ons, onze"),
		percentage: newPhrases("procent"),
		big:        newPhrases("honderd*, duizend*, miljoen*, miljard*, tientallen"),
	}
}
