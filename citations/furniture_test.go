package citations_test

import (
	"strings"
	"testing"
)

// openLikeRequests are sentences of articles that open with words with which pages ask something of their readers, head lists of other pieces or print their small print,
// each a paragraph of its own in a text of its language.
var openLikeRequests = []struct {
	language, head, long string
	sentences            []string
}{
	{"en", "Ports and Promises" + "\n\n" + "By Ann Bell" + "\n\n" + "May 18, 2019", "The port of Ras Kormak was shut for a week after gunmen took the customs house, and the mayor kept to his own house until the soldiers came (Reuters, May 3).", []string{
		"For more information on the deal, 40 traders wrote to the ministry in 2018.",
		"The next issue is money: 40 million dollars are missing.",
		"Posted in Sebha since 2016, the colonel has lost 40 men.",
		"Powered by two engines, the boat carried 40 people.",
		"Printed from a file of 2018, the list had 40 names.",
		"Registered in England in 1998, the ship carried 40 men.",
		"Brought to you by the war, says a sign above 40 shops.",
		"The opinions expressed in the 40 letters were not kind.",
		"Website by website, the 40 lists were taken down in 2018.",
		"Copyright 2018 was the year on all 40 maps.",
		"Tagged in 2016, 40 sharks were seen again in May.",
		"The Harbour Ledger is published by 40 volunteers since 2018.",
		"Share prices fell by 4 percent in Tripoli on Monday.",
		"Subscribers to the fund lost 40 million dollars in May.",
		"Sign-up fees rose from 20 to 40 dollars in 2019.",
		"Follow-up talks were held in Geneva on March 3, 2019.",
		"Support for the strike fell to 40 percent in May.",
		"Support the mayor had in 2018 was gone by May 2019.",
		"Read the report closely and 40 million dollars are missing.",
		"Download speeds fell by 40 percent during the war.",
		"Related crimes rose by 40 percent in 2018.",
		"Most read the decree as a threat to 4,000 farmers.",
		"Comments by the minister cost the firm 40 million dollars.",
		"Advertising revenue fell by 40 percent in 2018.",
		"Copyright law was changed in 2018 after 40 hearings.",
		"Breaking: the mill was sold for 40 million dollars.",
		"Latest figures put the dead at 412.",
		"Trending downward since 2016, exports fell by 40 percent.",
		"Join the queue and wait 40 days, traders were told in May.",
		"Contact was lost with 40 boats on Monday.",
		"About 40 people died in the raid on Sebha.",
		"Home sales rose by 40 percent in May.",
		"All rights were reserved by the 40 owners in 1998.",
		"Posted to Sebha in 2016, the colonel lost 40 men.",
		"Listen to the traders and the loss is 40 million dollars.",
		"Donate, the mayor told 400 traders on May 3, and they did.",
		"Register your boat or lose it, 400 fishermen were told in May.",
		"Tags on 40 carcasses were forged in 2017.",
		"Printed in 40,000 copies, the decree reached Sebha on May 3.",
		"Tel Aviv lost 40 million dollars in May.",
		"Save the Children counted 412 dead in May.",
		"Report after report put the dead at 412.",
		"Like the mayor, 40 councillors have left since 2018.",
		"Save for 40 boats, the harbour was empty in May.",
		"Click by click, 40 rifles were loaded on May 3.",
	}},
	{"es", "Puertos y promesas" + "\n\n" + "Por Ana Bell" + "\n\n" + "18 de mayo de 2019", "El puerto de Ras Kormak estuvo cerrado una semana después de que hombres armados tomaran la aduana, y el alcalde se quedó en su casa hasta que llegaron los soldados (Reuters, 3 de mayo).", []string{
		"Las opiniones expresadas por los 40 testigos difieren.",
		"Publicado en 2018, el decreto costó 40 millones.",
		"El próximo número costará 40 euros, dijo el alcalde.",
		"Recibe 40 mil pesos al mes desde 2018.",
		"Síguenos, gritó el alcalde a 40 pescadores en mayo.",
		"Compartir el agua costó 40 millones en 2018.",
		"Descarga 40 toneladas de trigo cada día el puerto.",
		"Suscribe el acuerdo la mitad de los 40 alcaldes.",
		"Comparte el río con 40 pueblos desde 1998.",
		"Únete o muere, decían los 40 carteles en 2018.",
		"Apoya la huelga el 40 por ciento de los vecinos.",
		"Regístrate o paga 40 euros, les dijeron en mayo.",
	}},
	{"fr", "Ports et promesses" + "\n\n" + "Par Anne Bell" + "\n\n" + "18 mai 2019", "Le port de Ras Kormak a été fermé une semaine après que des hommes armés ont pris la douane, et le maire est resté chez lui jusqu'à l'arrivée des soldats (Reuters, 3 mai).", []string{
		"Les opinions exprimées par les 40 témoins diffèrent.",
		"Publié en 2018, le décret a coûté 40 millions.",
		"Le prochain numéro coûtera 40 euros, dit le maire.",
		"Contact : aucun, disent les 40 familles depuis mai.",
		"Partager l'eau a coûté 40 millions en 2018.",
		"Suivez l'argent : 40 millions ont disparu en 2018.",
		"Abonnés en 2018, 400 foyers ont perdu 40 euros.",
		"Soutenez le maire, disaient 40 affiches en mai.",
		"Télécharger le plan a pris 40 jours à la mairie en 2018.",
		"Commentaires et lettres ont coûté 40 millions en 2018.",
	}},
	{"it", "Porti e promesse" + "\n\n" + "di Anna Bell" + "\n\n" + "18 maggio 2019", "Il porto di Ras Kormak è rimasto chiuso una settimana dopo che uomini armati hanno preso la dogana, e il sindaco è rimasto a casa sua fino all'arrivo dei soldati (Reuters, 3 maggio).", []string{
		"Pubblicato in 40 lingue, il libro costò 4 milioni nel 2018.",
		"Le opinioni espresse dai 40 testimoni differiscono.",
		"Segui il denaro: 40 milioni sono spariti nel 2018.",
		"Ricevi 40 euro, diceva la lettera a 400 famiglie.",
		"Condividi il pane, disse il sindaco a 40 profughi nel 2018.",
		"Scarica 40 tonnellate di grano al giorno il porto.",
		"Sostieni il sindaco, dicevano 40 manifesti a maggio.",
	}},
	{"pt", "Portos e promessas" + "\n\n" + "Por Ana Bell" + "\n\n" + "18 de maio de 2019", "O porto de Ras Kormak ficou fechado uma semana depois que homens armados tomaram a alfândega, e o prefeito ficou em sua casa até a chegada dos soldados (Reuters, 3 de maio).", []string{
		"Publicado em 2018, o decreto custou 40 milhões.",
		"As opiniões expressas pelas 40 testemunhas diferem.",
		"Receba 40 reais, dizia a carta a 400 famílias.",
		"Acompanhe o dinheiro: 40 milhões sumiram em 2018.",
		"Apoie o prefeito, diziam 40 cartazes em maio.",
		"Partilhe a água, disse o prefeito a 40 vizinhos em 2018.",
	}},
	{"de", "Häfen und Versprechen" + "\n\n" + "Von Anna Bell" + "\n\n" + "18. Mai 2019", "Der Hafen von Ras Kormak war eine Woche lang zu, nachdem Bewaffnete das Zollhaus genommen hatten, und der Bürgermeister blieb in seinem Haus, bis die Soldaten kamen (Reuters, 3. Mai).", []string{
		"Die hier geäußerten 40 Zweifel teilt der Rat nicht.",
		"Veröffentlicht in 40 Sprachen, kostete das Buch 2018 vier Millionen.",
		"Teilen wollten den Hafen 40 Familien seit 1998.",
		"Folgen hatte der Streik für 400 Fischer.",
		"Spenden über 40 Millionen Euro verschwanden 2018.",
		"Unterstützen Sie den Bürgermeister, stand 2018 auf 40 Plakaten.",
		"Kommentare kosteten die Stadt 40 Millionen Euro im Mai.",
		"Werbung brachte dem Hafen 40 Millionen Euro im Jahr 2018.",
		"Kontakt hatten 40 Boote am Montag keinen mehr.",
	}},
	{"ru", "Порты и обещания" + "\n\n" + "Анна Белл" + "\n\n" + "18 мая 2019", "Порт Рас-Кормак был неделю закрыт после того, как вооружённые люди заняли таможню, и мэр оставался дома, пока не пришли солдаты (Рейтер, 3 мая).", []string{
		"Опубликовано в 2018 году 40 приказов, и ни один не исполнен.",
		"Подписка на заём принесла 40 миллионов в 2018 году.",
		"Поделиться водой отказались 40 сёл в 2018 году.",
		"Поддержать мэра вышли 400 человек 3 мая.",
		"Читайте приказ: 40 миллионов пропали в 2018 году.",
	}},
}

// TestSentencesAreNoFurniture wants each of them among the claims, in the middle of its article and at its end.
func TestSentencesAreNoFurniture(t *testing.T) {
	for _, l := range openLikeRequests {
		for _, s := range l.sentences {
			for _, body := range [...]string{l.long + "\n\n" + s + "\n\n" + l.long, l.long + "\n\n" + l.long + "\n\n" + s} {
				doc, found := parseText(t, l.language+".txt", l.head+"\n\n"+body+"\n"), false
				for i := range doc.Articles {
					for k := range doc.Articles[i].Claims {
						found = found || strings.Contains(doc.Articles[i].Claims[k].Text, s[:len(s)/2])
					}
				}
				if !found {
					t.Errorf("%q is no claim of %q", s, l.head)
				}
			}
		}
	}
}
