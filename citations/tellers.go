package citations

import (
	"strings"
	"sync"
)

// Verbs whose subject, where it is a known paper, is the source of what the sentence says: "L'Économiste chiffre …", "„Polityka” przypomniała …". They are
// lists of words that press reviews use, by language, parted by commas where a verb has several.
var tellers = [...]struct {
	verbs  string
	behind bool // the subject may stand behind the verb
	told   bool // the verb takes the paper that was told in the dative, behind it
}{
	{verbs: `has warned, had warned, has found, has documented, recommends, confirmed, quotes, described, detailed, documented, tallied, calculated, uncovered, exposed, disclosed, argued, argues, warned, warns, suggested, suggests, alleged, alleges, explained, explains, recalled, notes, counted, speculated, predicted, predicts, cites, relayed, asserted, concluded, concludes, claims, reveals, verified, named, opined, editorialised, editorialized, summarised, summarized, recounted, recounts, had written, has written, has learned, had learned, learned, have reported, describes, details, observes, comments, predicts, puts, put, adds, remarked, remarks, broke the story, broke the news, carries, carried, counts, points out, pointed out, has seen, has learnt, has obtained, has spoken to, has reviewed, reckoned, splashes, splashed, debunked, fact-checked, estimated, unearthed, hinted, hints, dubbed, labelled, lamented, laments, insisted, insists, maintained, maintains, contended, contends, speaks of, spoke of, talks of, talked of, leads with, led with, opens with, opened with, has shown, had shown, has revealed, had revealed, have revealed, had reported, has tracked, has counted, confirms, has confirmed, had confirmed, has calculated, first reported, was first to report`},
	{verbs: `a interrogé, a enquêté, pointe, alerte, a alerté, chiffre, chiffrait, s'étonne, s'étonnait, résume, résumait, rappelle, rappelait, souligne, soulignait, affirme, affirmait, assure, assurait, évoque, évoquait, note, notait, relève, relevait, constate, constatait, explique, expliquait, raconte, racontait, titre, titrait, s'interroge, s'inquiète, dénonce, détaille, précise, précisait, cite, citait, publie, publiait, avance, avançait, confirme, confirmait, observe, écrivait, rapportait, révélait, révèle, a publié, a écrit, a confirmé, a souligné, a calculé, décrit, décrivait, ironise, analyse, commente, croit savoir, annonçait, indiquait, estimait, compte, dévoile, dévoilait, consacre, conclut, ajoute, juge, prédit, parle, parlait, signale, signalait, énumère, regrette, avance, avançait, souligna, pronostique, dresse, relate, relatait, épingle, déplore, rétorque, prévient, insiste, s'alarme, s'émeut, s'indigne, se demande, ose, soupire, tranche, ironisait, s'amuse, croyait savoir, a compté, a découvert, a obtenu, a relayé, a raconté, a évoqué, a parlé, relaie, relayait, salue, fustige, assène, martèle, recense, démonte, chronique, décrypte, prédisait, a consulté, voit, y voit`, behind: true},
	{verbs: `meint, kommentiert, kommentierte, titelt, titelte, zitierte, spricht, sprach, beziffert, bezifferte, rechnet, fragt, urteilt, notiert, notierte, erinnert, schildert, schilderte, enthüllte, enthüllt, meldeten, melden, berichten, zitieren, zitierten, meinten, veröffentlichte, konstatiert, vermerkt, beschreibt, beschrieb, ergänzt, analysiert, kritisiert, schrieben, warnt, warnte, errechnete, betont, resümiert, bilanziert, fragte, schätzt, zählt, nennt, nannte, urteilte, warnte, betonte, rechnete, erfuhr, dokumentiert, dokumentierte, maß, misst, registrierte, spottet, spottete, lästert, höhnt, jubelt, mahnt, mahnte, vermutet, vermutete, prophezeit, widerspricht, widersprach, deckte auf, behauptet, behauptete, ermittelte, formuliert, formulierte`, behind: true},
	{verbs: `abre con, abrió con, lleva a portada, lleva a su portada, destapó, desveló, desvela, divulga, emitió, entrevistó, tituló, señala, señaló, afirma, afirmó, asegura, recuerda, recordó, destaca, destacó, cifra, cifró, titula, tituló, recoge, recogió, adelanta, adelantó, detalla, detalló, subraya, subrayó, sostiene, sostuvo, apunta, apuntó, advierte, advirtió, publica, publicaba, informaba, revela, confirma, confirmó, indica, indicó, escribe, escribió, describe, describió, estima, calcula, calculó, añade, precisa, precisó, difundió, divulgó, consigna, consignó, comenta, cuenta, relata, relató, resume, documentó, contabilizó, halló, constató, obtuvo, entrevistaba, habla, hablaba, habló, contó, dio a conocer, dio la noticia, la dio, lo dio, ironiza, ironizó, augura, auguró, pronostica, denuncia, denunció, alerta, alertó, cita, citó, citaba, desmintió, desmiente, cree, verificó, comprobó, averiguó, calificó, califica, explica, analiza, analizó, rescata, rescató, reproduce, reprodujo`, behind: true},
	{verbs: `afirmou, avaliou, afirma, diz, escreve, relata, relatou, destaca, destacou, lembra, lembrou, aponta, apontou, avança, avançou, adianta, adiantou, titula, conta, calcula, calculou, estima, estimou, registra, registrou, mostra, mostrou, publica, revela, informa, confirma, confirmou, detalha, detalhou, cita, citou, descreve, descreveu, resume, acrescenta, divulgou, sublinha, noticiava, noticia, fala, falava, falou, contou, apurou, apura, ironiza, ironizou, denuncia, denunciou, alerta, alertou, prevê, desmentiu, checou, verificou, ouviu, explica, explicou, classificou, classifica, analisa, recorda, recordou, garante, garantiu, reporta, reportou, avança com, deu a notícia, dá conta`, behind: true},
	{verbs: `riferisce, riferiscono, scrivono, riportano, ha intervistato, ha scoperto, dedica, riferiva, racconta, raccontava, parla, parlava, spiega, sottolinea, sostiene, ricorda, afferma, titola, titolava, rivela, ha rivelato, calcola, stima, segnala, ha segnalato, pubblica, ha pubblicato, cita, aggiunge, osserva, commenta, scriveva, riportava, ha riportato, conferma, ha confermato, anticipa, descrive, precisa, ipotizza, denuncia, parlò, scrisse, riferì, raccontò, rivelò, pubblicò, riportò, denunciò, segnalò, calcolò, titolò, notò, annunciò, ha contato, ha calcolato, ha visto, ha ottenuto, ha raccontato, ha parlato di, ha chiesto, nota, notava, dava notizia, dà notizia, ha dato notizia, ironizza, ironizzava, prevede, avverte, avvertiva, smentisce, ha smentito, svela, ha svelato, ipotizzava, insiste, si chiede, apre con, apriva con, ricostruisce, ha ricostruito, ha documentato, documenta, elenca, critica, esulta, attacca, definisce, definiva, ha definito, chiama`, behind: true},
	{verbs: `bericht, schreef, onthulde, becijferde, concludeert, citeert, rapporteerde, signaleert, onthult, constateert, noteert, kopt, kopte, spreekt, sprak, noemt, noemde, telde, telt, waarschuwt, waarschuwde, vraagt, vroeg, meldden, melden, rekende, berekende, ontdekte, sprak met, beschreef, beschrijft, stelt, stelde, ziet, publiceerde, interviewde, bevestigt, bevestigde, vertelt, verhaalt`, behind: true},
	{verbs: `podało, pisała, pisał, pisało, napisał, napisało, informował, informowała, informowało, donosi, donosił, donosiła, donosiło, ujawnił, ujawniła, ujawnia, przypomina, przypomniał, przypomniała, przypomniało, cytuje, opisuje, opisał, opisała, twierdzi, zauważa, zauważył, zauważyła, relacjonuje, relacjonowała, opublikował, opublikowała, ustalił, ustaliła, ustaliło, powtórzył, powtórzyła, wylicza, wyliczył, wyliczyła, dowiedział się, dowiedziała się, szacuje, potwierdził, potwierdziła, przekazał, przekazała, przytacza, pisze, donoszą, naliczył, naliczyła, naliczyło, policzył, policzyła, dotarł, dotarła, dotarli, ustalili, nazwał, nazwała, nazywa, ripostował, ripostowała, kpi, kpił, kpiła, ironizuje, ironizował, ironizowała, ostrzega, ostrzegał, ostrzegała, odpowiada, odpowiadał, pyta, pytał, pytała, zapowiada, zapowiadał, zapowiedział, zapowiedziała, sugeruje, sugerował, sugerowała, alarmuje, alarmował, alarmowała, prognozuje, ocenia, ocenił, oceniła, obliczył, obliczyła, zdradza, zdradził, zdradziła, przekonuje, chwali, krytykuje, komentuje, komentował, komentowała, wytyka, wytykał, zweryfikował, zweryfikowała`, behind: true},
	{verbs: `powiedział, powiedziała, powiedzieli, mówił, mówiła, mówi, tłumaczył, tłumaczyła, przyznał, przyznała, wyznał, wyznała, zapewnił, zapewniła`, told: true},
	{verbs: `писал, писала, писало, писали, пишут, написали, написало, сообщали, сообщала, сообщало, передали, передало, рассказал, рассказала, рассказали, рассказывает, уточняет, уточнил, уточнила, уточнило, отмечает, отметил, отметила, отметило, цитирует, указывает, указала, утверждает, утверждала, утверждал, выяснил, выяснила, выяснили, выяснило, подсчитал, подсчитала, подчеркивает, напоминает, напомнил, напомнила, опубликовал, опубликовала, опубликовало, публикует, приводит, привел, привела, передавал, передавала, узнал, узнала, узнали, подтвердил, подтвердила, добавляет, насчитал, насчитала, насчитало, насчитали, оценил, оценила, оценило, обнаружил, обнаружила, обнаружили, нашли, выяснили, посчитала, назвал, назвала, назвало, называет, предупреждает, предупредил, предупредила, иронизирует, иронизировал, ехидничает, отвечает, ответил, ответила, спрашивает, прогнозирует, полагает, замечает, заметил, заметила, пояснил, пояснила, объясняет, рассказывал, рассказывала, вспоминает, констатирует, резюмирует, перечисляет, проверил, проверила, изучил, изучила, описал, описала, описывает, опросил, опросила, процитировал, процитировала, озвучил, озвучила, раскрыл, раскрыла, обратил внимание, обратила внимание`, behind: true},
	{verbs: `сказал, сказала, сказали, рассказал, рассказала, рассказали, заявил, заявила, заявили, пояснил, пояснила, пояснили, признался, призналась, объяснил, объяснила, подтвердил, подтвердила, сообщил, сообщила, сообщили, говорит, говорила`, told: true},
	{verbs: `писав, писала, писало, написав, написала, написало, повідомляла, повідомили, передає, розповів, розповіла, зазначає, зазначила, озвучив, озвучила, пояснює, цитує, з'ясував, з'ясувала, нагадує, опублікувала, опублікував, уточнює, озвучили, зазначають, назвав, назвала, називає, попереджає, попередила, попередив, підрахував, підрахувала, дізналася, дізнався, дізналися, стверджує, підтвердив, підтвердила, оцінює, оцінила, оцінив, прогнозує, виявив, виявила, описав, описала, цитувала, наводить, навела, навів, іронізує, пояснила, пояснив`, behind: true},
	{verbs: `сказав, сказала, розповів, розповіла, заявив, заявила, пояснив, пояснила`, told: true},
	{verbs: `uvádí, uvádějí, píše, psal, psala, psaly, napsaly, informoval, informovala, informovaly, upozornil, upozornila, upozornily, popsal, popsala, zjistil, zjistila, zjistily, citoval, citovala, oznámil, oznámila, přinesl, přinesla, přinesly, připomíná, připomněl, uvedly, píšou, hlásí`, behind: true},
	{verbs: `řekl, řekla, řekli, sdělil, sdělila, prozradil, prozradila`, told: true},
	{verbs: `objavila, objavile, izvijestila, izvijestile, izvestio, izvestila, pisao, pisala, pisale, podsjeća, podsjetio, tvrdi, citira, otkriva, otkrio, otkrila, saznaje, bilježi, ističe`, behind: true},
	{verbs: `rapporterer, rapporterte, rapporterede, meldte, melder, avslørte, afslørede, avslöjade, avslöjar, uppgav, fortæller, fortalte, opplyser, oplyser, skrev, konstaterar, noterar, berättar`, behind: true},
	{verbs: `kertoi, kertoo, kirjoitti, kirjoittaa, raportoi, uutisoi, paljasti, arvioi, laski`},
	{verbs: `írta, írja, jelentette, közölte, megírta, állítja, idézi, emlékeztet`},
	{verbs: `scria, a scris, a anunțat, notează, transmite, a transmis, susține, a dezvăluit, arată, precizează`, behind: true},
	{verbs: `έγραψε, μετέδωσε, αναφέρει, ανέφερε, γράφει, αποκάλυψε, μεταδίδει, σημειώνει`, behind: true},
	{verbs: `menulis, menyebut, menyebutkan, mengabarkan, mencatat, mengungkap, mengungkapkan, mewartakan, menurunkan laporan`},
	{verbs: `aktardı, belirtti, açıkladı, iddia etti, haber verdi, bildiriyor, yazıyor, hesapladı, aktarıyor, duyuruyor, ortaya çıkardı, hatırlattı, hatırlatıyor, haberleştirdi, ulaştığı, görüştüğü, konuştuğu, incelediği, edindiği`},
	{verbs: `نشرت, كتبت, أكدت, أشارت, كشفت, أعلنت, أوضحت, أضافت, رأت, اعتبرت, تقول, ترى, تذكر, تفيد, نقل, أفاد, ذكر, نشر, أورد, بثت, يقدر, تقدر, قدرت, قدر, حذرت, حذر, نفت, توقعت, تتوقع, فرأت`},
}

// tellerCues are the cues that tellers stand for.
func tellerCues() (out []cue) {
	for _, t := range tellers {
		for v := range strings.SplitSeq(t.verbs, ", ") {
			switch {
			case t.told:
				out = append(out, cue{text: v, press: true, near: true, told: true})
				continue
			case t.behind:
				out = append(out, cue{text: v, press: true, near: true})
			case !strings.HasPrefix(v, "\xd8") && !strings.HasPrefix(v, "\xd9"):
			default: // Arabic verbs come first
				out = append(out, cue{text: v, press: true})
				continue
			}
			out = append(out, cue{text: v, before: true, press: true})
		}
	}
	return out
}

// saying are the single verbs of all cues that a subject stands with.
var saying = sync.OnceValue(func() *wordList {
	var verbs []string
	for _, list := range [...][]cue{allCues(), tellerCues()} {
		for _, q := range list {
			if (q.before || q.press && q.near && !q.told && !q.where && !q.view) && strings.IndexByte(q.text, ' ') < 0 {
				verbs = append(verbs, q.text)
			}
		}
	}
	return wordSet(strings.Join(verbs, " "))
})
