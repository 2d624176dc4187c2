package citations_test

import (
	"strings"
	"testing"
)

// bracketForms are brackets as articles print them, and the outlets and days that they cite, for an article of 18 May 2018.
var bracketForms = []struct{ bracket, cites string }{
	{"(Preston Herald, May 3). It was so again (ibid.). And again (Ibid., May 5). The mayor said so, too (idem, p. 4)", "Preston Herald 2018-05-03; Preston Herald 2018-05-03; Preston Herald 2018-05-05; Preston Herald 2018-05-05"},
	{"(Lantern Hill Press, 2015)", ""},
	{"(Bataille de Verdun, May 3)", ""},
	{"(Coupe de France, May 8)", ""},
	{"(Reuters, May 3)", "Reuters 2018-05-03"},
	{"(Reuters, 3 May)", "Reuters 2018-05-03"},
	{"(Reuters, 3 May 2018)", "Reuters 2018-05-03"},
	{"(Reuters, May 3, 2018)", "Reuters 2018-05-03"},
	{"(Reuters, May 3rd)", "Reuters 2018-05-03"},
	{"(Reuters, 3rd May 2018)", "Reuters 2018-05-03"},
	{"(Reuters May 3)", "Reuters 2018-05-03"},
	{"(Reuters, 5/13/18)", "Reuters 2018-05-13"},
	{"(Reuters, 2018-05-03)", "Reuters 2018-05-03"},
	{"(Reuters, 03.05.2018)", "Reuters 2018-05-03"},
	{"(Reuters, 3-May-18)", "Reuters 2018-05-03"},
	{"(Reuters, 03 MAY 18)", "Reuters 2018-05-03"},
	{"(Reuters; May 3)", "Reuters 2018-05-03"},
	{"(Reuters: May 3)", "Reuters 2018-05-03"},
	{"(Reuters - May 3)", "Reuters 2018-05-03"},
	{"(Reuters – 3 May 2018)", "Reuters 2018-05-03"},
	{"(Reuters | May 3, 2018)", "Reuters 2018-05-03"},
	{"(Reuters, AFP, May 3)", "Reuters 2018-05-03; Agence France-Presse 2018-05-03"},
	{"(Reuters and AFP, May 3)", "Reuters 2018-05-03; Agence France-Presse 2018-05-03"},
	{"(Reuters & AFP, May 3)", "Reuters 2018-05-03; Agence France-Presse 2018-05-03"},
	{"(Reuters, May 3; AFP, May 4)", "Reuters 2018-05-03; Agence France-Presse 2018-05-04"},
	{"(Reuters, May 3, AFP, May 4)", "Reuters 2018-05-03; Agence France-Presse 2018-05-04"},
	{"(Reuters, May 3 and 4)", "Reuters 2018-05-03; Reuters 2018-05-04"},
	{"(Reuters, May 3, 4)", "Reuters 2018-05-03; Reuters 2018-05-04"},
	{"(Reuters, May 3, May 5)", "Reuters 2018-05-03; Reuters 2018-05-05"},
	{"(Reuters, May 3-5)", "Reuters 2018-05-03/2018-05-05"},
	{"(Reuters, 3–5 May)", "Reuters 2018-05-03/2018-05-05"},
	{"(Reuters, April 30–May 2)", "Reuters 2018-04-30/2018-05-02"},
	{"(Reuters, May)", "Reuters 2018-05"},
	{"(Reuters, May 2018)", "Reuters 2018-05"},
	{"(Reuters, 2018)", "Reuters 2018"},
	{"(see Reuters, May 3)", "Reuters 2018-05-03"},
	{"(See also: Reuters, May 3)", "Reuters 2018-05-03"},
	{"(source: Reuters, May 3)", "Reuters 2018-05-03"},
	{"(via Reuters, May 3)", "Reuters 2018-05-03"},
	{"(per Reuters, May 3)", "Reuters 2018-05-03"},
	{"(cf. Reuters, May 3)", "Reuters 2018-05-03"},
	{"(quoted in Reuters, May 3)", "Reuters 2018-05-03"},
	{"(as reported by Reuters, May 3)", "Reuters 2018-05-03"},
	{"(according to Reuters, May 3)", "Reuters 2018-05-03"},
	{"(Reuters, May 3, p. 4)", "Reuters 2018-05-03"},
	{"(Reuters, May 3, in French)", "Reuters 2018-05-03"},
	{"(Reuters [in French], May 3)", "Reuters 2018-05-03"},
	{"(Reuters (in French), May 3)", "Reuters 2018-05-03"},
	{"(Reuters, May 3, updated May 4)", "Reuters 2018-05-03"},
	{"(Reuters, n.d.)", "Reuters"},
	{"(Reuters, “Ports close,” May 3)", "Reuters 2018-05-03"},
	{"(“Ports close,” Reuters, May 3)", "Reuters 2018-05-03"},
	{"(John Smith, Reuters, May 3)", "Reuters 2018-05-03"},
	{"(John Smith, “Ports close,” Reuters, May 3, 2018)", "Reuters 2018-05-03"},
	{"(Smith, Reuters, May 3)", "Reuters 2018-05-03"},
	{"(Reuters, Monday)", "Reuters"},
	{"(Reuters, Thursday, May 3)", "Reuters 2018-05-03"},
	{"(Reuters, Thu 3 May)", "Reuters 2018-05-03"},
	{"(Reuters, May 3, 2018, 14:05 GMT)", "Reuters 2018-05-03"},
	{"(Reuters; 3 May 2018; Tripoli)", "Reuters 2018-05-03"},
	{"(Reuters, Tripoli, 3 May)", "Reuters 2018-05-03"},
	{"(REUTERS, MAY 3)", "Reuters 2018-05-03"},
	{"(Reuters.com, May 3)", "Reuters 2018-05-03"},
	{"(www.reuters.com, May 3)", "Reuters 2018-05-03"},
	{"(@Reuters, May 3)", "Reuters 2018-05-03"},
	{"(Reuters on X, May 3)", "Reuters 2018-05-03"},
	{"[Reuters, May 3]", "Reuters 2018-05-03"},
	{"(*Reuters*, May 3)", "Reuters 2018-05-03"},
	{"(<i>Reuters</i>, May 3)", "Reuters 2018-05-03"},
	{"(_Reuters_, May 3)", "Reuters 2018-05-03"},
	{"(“Reuters”, May 3)", "Reuters 2018-05-03"},
	{"(‘Reuters’, May 3)", "Reuters 2018-05-03"},
	{"(Reuters, Sept. 3)", "Reuters 2017-09-03"},
	{"(Reuters, Dec 30)", "Reuters 2017-12-30"},
	{"(Reuters, Dec 30, 2017; Jan 4)", "Reuters 2017-12-30; Reuters 2018-01-04"},
	{"(Reuters, May 3 2018)", "Reuters 2018-05-03"},
	{"(Reuters, 3. May 2018)", "Reuters 2018-05-03"},
	{"(Reuters, early May)", "Reuters 2018-05"},
	{"(Reuters, mid-May 2018)", "Reuters 2018-05"},
	{"(Libya Herald [Tripoli], May 3)", "Libya Herald 2018-05-03"},
	{"(Libya Herald [Tripoli] May 3)", "Libya Herald 2018-05-03"},
	{"(The Libya Herald, May 3)", "Libya Herald 2018-05-03"},
	{"(Libya Herald (Tripoli), May 3)", "Libya Herald 2018-05-03"},
	{"(Libya Herald — May 3)", "Libya Herald 2018-05-03"},
	{"(Libya Herald, No. 14, May 3)", "Libya Herald 2018-05-03"},
	{"(Libya Herald editorial, May 3)", "Libya Herald 2018-05-03"},
	{"(Libya Herald, editorial, May 3)", "Libya Herald 2018-05-03"},
	{"(interview, Libya Herald, May 3)", "Libya Herald 2018-05-03"},
	{"(Libya Herald interview, May 3)", "Libya Herald 2018-05-03"},
	{"(Libya Herald, op-ed, May 3)", "Libya Herald 2018-05-03"},
	{"(Libya  Herald , May  3)", "Libya Herald 2018-05-03"},
	{"( Libya Herald, May 3 )", "Libya Herald 2018-05-03"},
	{"(Libya Herald,May 3)", "Libya Herald 2018-05-03"},
	{"(Libya\nHerald, May 3)", "Libya Herald 2018-05-03"},
	{"(Libya Herald, May\n3)", "Libya Herald 2018-05-03"},
	{"(Libya Herald, May 3, http://www.libyaherald.com/x/)", "Libya Herald 2018-05-03"},
	{"(MEE, May 3)", "Middle East Eye 2018-05-03"},
	{"(Middle East Eye [MEE], May 3)", "Middle East Eye 2018-05-03"},
	{"(Kormak Gazette, May 3)", "Kormak Gazette 2018-05-03"},
	{"(AFP, Reuters, AP)", "Agence France-Presse; Reuters; Associated Press"},
	{"(AFP photo)", ""},
	{"(May 3)", ""},
	{"(born May 3, 1970)", ""},
	{"(May 3 – June 4)", ""},
	{"(Tripoli, May 3)", ""},
	{"(Article 5, May 2018)", ""},
	{"(Law No. 3 of May 3, 2018)", ""},
	{"(Berlin Conference, May 3)", ""},
	{"(Ramadan, May 16)", ""},
	{"(Smith 2018)", ""},
	{"(Smith et al., 2018)", ""},
	{"(see Figure 3)", ""},
	{"(UTC, May 3)", ""},
	{"(UNSMIL)", ""},
	{"(on May 3)", ""},
	{"(Photo: Reuters, May 3)", ""},
	{"(as of May 3)", ""},
	{"(until May 3)", ""},
	{"(updated May 3)", ""},
	{"(Operation Dawn, May 3)", ""},
	{"(Eid al-Fitr, June 15)", ""},
	{"(Monday, May 3)", ""},
}

// TestBracketForms reads each of them at the end of a sentence.
func TestBracketForms(t *testing.T) {
	for _, f := range bracketForms {
		doc := parseText(t, "en.txt", "Ports and Promises\n\nBy Ann Bell\n\nMay 18, 2018\n\nThe port of Ras Kormak was shut for a week after gunmen took the customs house "+f.bracket+
			". Nothing else was said in the town about the matter that week, and the mayor kept to his house.\n")
		var got []string
		for _, c := range doc.Articles[0].Citations {
			name := c.Outlet.Printed
			if c.Outlet.ID != "" {
				name = c.Outlet.Name
			}
			if c.Date != nil && c.Date.ISO() != "" {
				name += " " + c.Date.ISO()
			}
			got = append(got, name)
		}
		if s := strings.Join(got, "; "); s != f.cites {
			t.Errorf("%s cites %q, not %q", f.bracket, s, f.cites)
		}
	}
}

// bracketLanguages are brackets in other languages, each in a text of its language (%s is where it stands), with the ids and days of what they cite.
var bracketLanguages = []struct {
	language, text string
	forms          [][2]string
}{
	{"fr", "Ports et promesses\n\nPar Anne Bell\n\n18 mai 2018\n\nLe port de Ras Kormak a été fermé une semaine après que des hommes armés ont pris la douane %s. Rien d'autre n'a été dit dans la ville cette semaine-là, et le maire est resté chez lui.\n", [][2]string{
		{"(Le Monde, 3 mai)", "le-monde 2018-05-03"},
		{"(Le Monde, le 3 mai)", "le-monde 2018-05-03"},
		{"(Le Monde du 3 mai)", "le-monde 2018-05-03"},
		{"(Le Monde, 3 mai 2018)", "le-monde 2018-05-03"},
		{"(Le Monde, 03/05/2018)", "le-monde 2018-05-03"},
		{"(Le Monde, 3/5)", "le-monde 2018-05-03"},
		{"(Le Monde, 3.5.2018)", "le-monde 2018-05-03"},
		{"(« Le port ferme », Le Monde, 3 mai)", "le-monde 2018-05-03"},
		{"(voir Le Monde, 3 mai)", "le-monde 2018-05-03"},
		{"(cf. Le Monde du 3 mai 2018)", "le-monde 2018-05-03"},
		{"(lire Le Monde, 3 mai)", "le-monde 2018-05-03"},
		{"(source : Le Monde, 3 mai)", "le-monde 2018-05-03"},
		{"(selon Le Monde, 3 mai)", "le-monde 2018-05-03"},
		{"(Le Monde, jeudi 3 mai)", "le-monde 2018-05-03"},
		{"(Le Monde, 1er mai)", "le-monde 2018-05-01"},
		{"(Le Monde, 3 et 4 mai)", "le-monde 2018-05-03; le-monde 2018-05-04"},
		{"(Le Monde, mai 2018)", "le-monde 2018-05"},
		{"(Le Monde, 3 mai ; AFP, 4 mai)", "le-monde 2018-05-03; afp 2018-05-04"},
		{"[Le Monde, 3 mai]", "le-monde 2018-05-03"},
		{"(Le Monde, n° 22 818, 3 mai)", "le-monde 2018-05-03"},
		{"(Le Monde, 3 mai, p. 4)", "le-monde 2018-05-03"},
		{"(Le Monde, consulté le 3 mai)", "le-monde"},
	}},
	{"de", "Häfen und Versprechen\n\nVon Anna Bell\n\n18. Mai 2018\n\nDer Hafen von Ras Kormak war eine Woche lang zu, nachdem Bewaffnete das Zollhaus genommen hatten %s. Sonst wurde in der Stadt in dieser Woche nichts gesagt, und der Bürgermeister blieb in seinem Haus.\n", [][2]string{
		{"(Die Zeit, 3. Mai)", "die-zeit-de 2018-05-03"},
		{"(Die Zeit vom 3. Mai)", "die-zeit-de 2018-05-03"},
		{"(Die Zeit, 3. Mai 2018)", "die-zeit-de 2018-05-03"},
		{"(Die Zeit, 03.05.2018)", "die-zeit-de 2018-05-03"},
		{"(Die Zeit, 3.5.)", "die-zeit-de 2018-05-03"},
		{"(Die Zeit, 3.5.18)", "die-zeit-de 2018-05-03"},
		{"(vgl. Die Zeit, 3. Mai)", "die-zeit-de 2018-05-03"},
		{"(siehe Die Zeit, 3. Mai)", "die-zeit-de 2018-05-03"},
		{"(s. Die Zeit vom 3.5.2018)", "die-zeit-de 2018-05-03"},
		{"(laut Die Zeit, 3. Mai)", "die-zeit-de 2018-05-03"},
		{"(Quelle: Die Zeit, 3. Mai)", "die-zeit-de 2018-05-03"},
		{"(Die Zeit, Nr. 19, 3. Mai)", "die-zeit-de 2018-05-03"},
		{"(Die Zeit 19/2018)", "die-zeit-de 2018"},
		{"(Die Zeit, Mai 2018)", "die-zeit-de 2018-05"},
		{"(Die Zeit, 3. Mai; SZ, 4. Mai)", "die-zeit-de 2018-05-03; suddeutsche-zeitung 2018-05-04"},
		{"(„Hafen zu“, Die Zeit, 3. Mai)", "die-zeit-de 2018-05-03"},
		{"(Die Zeit, Do., 3. Mai)", "die-zeit-de 2018-05-03"},
		{"(Die Zeit, 3. und 4. Mai)", "die-zeit-de 2018-05-03; die-zeit-de 2018-05-04"},
		{"(Die Zeit, S. 4, 3. Mai)", "die-zeit-de 2018-05-03"},
		{"[Die Zeit, 3. Mai]", "die-zeit-de 2018-05-03"},
	}},
	{"es", "Puertos y promesas\n\nPor Ana Bell\n\n18 de mayo de 2018\n\nEl puerto de Ras Kormak estuvo cerrado una semana después de que hombres armados tomaran la aduana %s. Nada más se dijo en la ciudad esa semana, y el alcalde se quedó en su casa.\n", [][2]string{
		{"(La Vanguardia, 3 de mayo)", "la-vanguardia 2018-05-03"},
		{"(La Vanguardia, 3 mayo)", "la-vanguardia 2018-05-03"},
		{"(La Vanguardia, 3 de mayo de 2018)", "la-vanguardia 2018-05-03"},
		{"(La Vanguardia, 03/05/2018)", "la-vanguardia 2018-05-03"},
		{"(La Vanguardia, 3/5)", "la-vanguardia 2018-05-03"},
		{"(La Vanguardia, 3-V-2018)", "la-vanguardia 2018-05-03"},
		{"(La Vanguardia, 3-5-2018)", "la-vanguardia 2018-05-03"},
		{"(véase La Vanguardia, 3 de mayo)", "la-vanguardia 2018-05-03"},
		{"(ver La Vanguardia, 3 de mayo)", "la-vanguardia 2018-05-03"},
		{"(según La Vanguardia, 3 de mayo)", "la-vanguardia 2018-05-03"},
		{"(fuente: La Vanguardia, 3 de mayo)", "la-vanguardia 2018-05-03"},
		{"(La Vanguardia, jueves 3 de mayo)", "la-vanguardia 2018-05-03"},
		{"(La Vanguardia, 3 y 4 de mayo)", "la-vanguardia 2018-05-03; la-vanguardia 2018-05-04"},
		{"(La Vanguardia, mayo de 2018)", "la-vanguardia 2018-05"},
		{"(La Vanguardia, 3 de mayo; EFE, 4 de mayo)", "la-vanguardia 2018-05-03; efe 2018-05-04"},
		{"(«Cierra el puerto», La Vanguardia, 3 de mayo)", "la-vanguardia 2018-05-03"},
		{"(La Vanguardia, 3.5.2018)", "la-vanguardia 2018-05-03"},
		{"[La Vanguardia, 3 de mayo]", "la-vanguardia 2018-05-03"},
		{"(La Vanguardia del 3 de mayo)", "la-vanguardia 2018-05-03"},
	}},
	{"it", "Porti e promesse\n\ndi Anna Bell\n\n18 maggio 2018\n\nIl porto di Ras Kormak è rimasto chiuso una settimana dopo che uomini armati hanno preso la dogana %s. Nient'altro è stato detto in città quella settimana, e il sindaco è rimasto a casa sua.\n", [][2]string{
		{"(La Stampa, 3 maggio)", "la-stampa 2018-05-03"},
		{"(La Stampa, 3 maggio 2018)", "la-stampa 2018-05-03"},
		{"(La Stampa del 3 maggio)", "la-stampa 2018-05-03"},
		{"(La Stampa, 03/05/2018)", "la-stampa 2018-05-03"},
		{"(La Stampa, 3/5)", "la-stampa 2018-05-03"},
		{"(La Stampa, 3.5.2018)", "la-stampa 2018-05-03"},
		{"(cfr. La Stampa, 3 maggio)", "la-stampa 2018-05-03"},
		{"(vedi La Stampa, 3 maggio)", "la-stampa 2018-05-03"},
		{"(fonte: La Stampa, 3 maggio)", "la-stampa 2018-05-03"},
		{"(La Stampa, giovedì 3 maggio)", "la-stampa 2018-05-03"},
		{"(La Stampa, 3 e 4 maggio)", "la-stampa 2018-05-03; la-stampa 2018-05-04"},
		{"(La Stampa, maggio 2018)", "la-stampa 2018-05"},
		{"(La Stampa, 1° maggio)", "la-stampa 2018-05-01"},
		{"(«Chiude il porto», La Stampa, 3 maggio)", "la-stampa 2018-05-03"},
		{"[La Stampa, 3 maggio]", "la-stampa 2018-05-03"},
	}},
	{"pt", "Portos e promessas\n\nPor Ana Bell\n\n18 de maio de 2018\n\nO porto de Ras Kormak ficou fechado uma semana depois que homens armados tomaram a alfândega %s. Nada mais foi dito na cidade naquela semana, e o prefeito ficou em sua casa.\n", [][2]string{
		{"(Folha de S.Paulo, 3 de maio)", "folha-de-s-paulo 2018-05-03"},
		{"(Folha de S.Paulo, 3/5)", "folha-de-s-paulo 2018-05-03"},
		{"(Folha de S.Paulo, 03/05/2018)", "folha-de-s-paulo 2018-05-03"},
		{"(Folha de S.Paulo, 3 de maio de 2018)", "folha-de-s-paulo 2018-05-03"},
		{"(ver Folha de S.Paulo, 3 de maio)", "folha-de-s-paulo 2018-05-03"},
		{"(Folha de S.Paulo, 3.mai.2018)", "folha-de-s-paulo 2018-05-03"},
		{"(Folha de S.Paulo, maio de 2018)", "folha-de-s-paulo 2018-05"},
		{"(Folha de S.Paulo, 3 e 4 de maio)", "folha-de-s-paulo 2018-05-03; folha-de-s-paulo 2018-05-04"},
		{"(fonte: Folha de S.Paulo, 3 de maio)", "folha-de-s-paulo 2018-05-03"},
		{"(Público, 3 de maio)", "publico-pt 2018-05-03"},
	}},
	{"nl", "Havens en beloften\n\nDoor Anna Bell\n\n18 mei 2018\n\nDe haven van Ras Kormak was een week dicht nadat gewapende mannen het douanekantoor hadden ingenomen %s. Verder werd er die week in de stad niets gezegd, en de burgemeester bleef in zijn huis.\n", [][2]string{
		{"(de Volkskrant, 3 mei)", "de-volkskrant 2018-05-03"},
		{"(de Volkskrant van 3 mei)", "de-volkskrant 2018-05-03"},
		{"(de Volkskrant, 3 mei 2018)", "de-volkskrant 2018-05-03"},
		{"(de Volkskrant, 3-5-2018)", "de-volkskrant 2018-05-03"},
		{"(zie de Volkskrant, 3 mei)", "de-volkskrant 2018-05-03"},
		{"(NRC, 3/5)", "nrc-nl 2018-05-03"},
		{"(bron: NRC, 3 mei)", "nrc-nl 2018-05-03"},
		{"(NRC, donderdag 3 mei)", "nrc-nl 2018-05-03"},
		{"(NRC, 3 en 4 mei)", "nrc-nl 2018-05-03; nrc-nl 2018-05-04"},
	}},
	{"pl", "Porty i obietnice\n\nAnna Bell\n\n18 maja 2018\n\nPort Ras Kormak był przez tydzień zamknięty, gdy uzbrojeni ludzie zajęli urząd celny %s. Nic więcej nie powiedziano w mieście w tym tygodniu, a burmistrz został w domu.\n", [][2]string{
		{"(Gazeta Wyborcza, 3 maja)", "gazeta-wyborcza 2018-05-03"},
		{"(„Gazeta Wyborcza”, 3 maja)", "gazeta-wyborcza 2018-05-03"},
		{"(„Gazeta Wyborcza” z 3 maja)", "gazeta-wyborcza 2018-05-03"},
		{"(Gazeta Wyborcza, 3.05.2018)", "gazeta-wyborcza 2018-05-03"},
		{"(Gazeta Wyborcza, 3 maja 2018 r.)", "gazeta-wyborcza 2018-05-03"},
		{"(zob. Gazeta Wyborcza, 3 maja)", "gazeta-wyborcza 2018-05-03"},
		{"(por. Gazeta Wyborcza, 3 maja)", "gazeta-wyborcza 2018-05-03"},
		{"(źródło: Gazeta Wyborcza, 3 maja)", "gazeta-wyborcza 2018-05-03"},
		{"(Gazeta Wyborcza, 3 V 2018)", "gazeta-wyborcza 2018-05-03"},
		{"(Gazeta Wyborcza, 3–4 maja)", "gazeta-wyborcza 2018-05-03/2018-05-04"},
	}},
	{"ru", "Порты и обещания\n\nАнна Белл\n\n18 мая 2018\n\nПорт Рас-Кормак был неделю закрыт после того, как вооружённые люди заняли таможню %s. Больше ничего в городе на этой неделе не сказали, и мэр остался дома.\n", [][2]string{
		{"(Коммерсантъ, 3 мая)", "kommersant 2018-05-03"},
		{"(«Коммерсантъ», 3 мая)", "kommersant 2018-05-03"},
		{"(«Коммерсантъ» от 3 мая)", "kommersant 2018-05-03"},
		{"(Коммерсантъ, 03.05.2018)", "kommersant 2018-05-03"},
		{"(Коммерсантъ, 3 мая 2018 г.)", "kommersant 2018-05-03"},
		{"(см. Коммерсантъ, 3 мая)", "kommersant 2018-05-03"},
		{"(источник: Коммерсантъ, 3 мая)", "kommersant 2018-05-03"},
		{"(Коммерсантъ, май 2018)", "kommersant 2018-05"},
		{"(ТАСС, 3 мая; РИА Новости, 4 мая)", "tass 2018-05-03; ria-novosti 2018-05-04"},
		{"(«Порт закрыт», Коммерсантъ, 3 мая)", "kommersant 2018-05-03"},
	}},
	{"uk", "Порти й обіцянки\n\nАнна Белл\n\n18 травня 2018\n\nПорт Рас-Кормак був тиждень зачинений після того, як озброєні люди захопили митницю %s. Більше нічого в місті цього тижня не сказали, і мер залишився вдома.\n", [][2]string{
		{"(Українська правда, 3 травня)", "ukrainska-pravda 2018-05-03"},
		{"(«Українська правда», 3 травня)", "ukrainska-pravda 2018-05-03"},
		{"(Українська правда, 03.05.2018)", "ukrainska-pravda 2018-05-03"},
		{"(див. Українська правда, 3 травня)", "ukrainska-pravda 2018-05-03"},
		{"(УНІАН, 3 травня; Рівне вечірнє, 5 травня)", "unian 2018-05-03; ~рівне-вечірнє 2018-05-05"},
		{"(День перемоги, 9 травня)", ""},
		{"(Укрінформ, 3 травня; УНІАН, 4 травня)", "ukrinform 2018-05-03; unian 2018-05-04"},
		{"(Українська правда, 3 травня 2018 року)", "ukrainska-pravda 2018-05-03"},
	}},
	{"tr", "Limanlar ve Sözler\n\nAnna Bell\n\n18 Mayıs 2018\n\nRas Kormak limanı, silahlı kişiler gümrük binasını ele geçirdikten sonra bir hafta kapalı kaldı %s. O hafta şehirde başka bir şey söylenmedi ve belediye başkanı evinde kaldı.\n", [][2]string{
		{"(Cumhuriyet, 3 Mayıs)", "cumhuriyet 2018-05-03"},
		{"(Cumhuriyet, 3 Mayıs 2018)", "cumhuriyet 2018-05-03"},
		{"(Cumhuriyet, 03.05.2018)", "cumhuriyet 2018-05-03"},
		{"(bkz. Cumhuriyet, 3 Mayıs)", "cumhuriyet 2018-05-03"},
		{"(kaynak: Cumhuriyet, 3 Mayıs)", "cumhuriyet 2018-05-03"},
		{"(Cumhuriyet, 3 Mayıs; AA, 4 Mayıs)", "cumhuriyet 2018-05-03; anadolu 2018-05-04"},
		{"(Cumhuriyet, Mayıs 2018)", "cumhuriyet 2018-05"},
	}},
	{"ar", "موانئ ووعود\n\nآنا بيل\n\n18 أيار 2018\n\nأغلق ميناء رأس كورماك أسبوعا بعد أن استولى مسلحون على مبنى الجمارك %s. ولم يقل شيء آخر في المدينة ذلك الأسبوع، وبقي العمدة في بيته.\n", [][2]string{
		{"(الشرق الأوسط، 3 أيار)", "asharq-al-awsat 2018-05-03"},
		{"(الشرق الأوسط، 3 مايو)", "asharq-al-awsat 2018-05-03"},
		{"(الشرق الأوسط، 3 مايو 2018)", "asharq-al-awsat 2018-05-03"},
		{"(الشرق الأوسط، 3/5/2018)", "asharq-al-awsat 2018-05-03"},
		{"(«الشرق الأوسط»، 3 أيار)", "asharq-al-awsat 2018-05-03"},
		{"(انظر: الشرق الأوسط، 3 أيار)", "asharq-al-awsat 2018-05-03"},
		{"(المصدر: الشرق الأوسط، 3 أيار)", "asharq-al-awsat 2018-05-03"},
		{"(رويترز، 3 أيار؛ فرانس برس، 4 أيار)", "reuters 2018-05-03; afp 2018-05-04"},
		{"(الشرق الأوسط، 3 أيار/مايو)", "asharq-al-awsat 2018-05-03"},
		{"(الشرق الأوسط، ٣ أيار)", "asharq-al-awsat 2018-05-03"},
	}},
	{"zh", "港口与承诺\n\n安娜·贝尔\n\n2018年5月18日\n\n武装人员占领海关后，拉斯科马克港关闭了一周%s。那一周城里没有别的消息，市长一直待在家里，没有见任何人。\n", [][2]string{
		{"（人民日报，2018-05-03）", "peoples-daily 2018-05-03"},
		{"（人民日报，5月3日）", "peoples-daily 2018-05-03"},
		{"（《人民日报》，2018年5月3日）", "peoples-daily 2018-05-03"},
		{"（《人民日报》5月3日）", "peoples-daily 2018-05-03"},
		{"（新华社，5月3日；财新，5月4日）", "xinhua 2018-05-03; caixin 2018-05-04"},
		{"（参见《人民日报》，5月3日）", "peoples-daily 2018-05-03"},
		{"（来源：新华社，5月3日）", "xinhua 2018-05-03"},
	}},
	{"ja", "港と約束\n\n鈴木太郎\n\n2018年5月18日\n\n武装した男たちが税関を占拠した後、ラスコルマク港は一週間閉鎖された%s。その週、町では他に何も語られず、市長は家に閉じこもっていた。\n", [][2]string{
		{"（朝日新聞、5月3日）", "the-asahi-shimbun 2018-05-03"},
		{"（朝日新聞、2018年5月3日）", "the-asahi-shimbun 2018-05-03"},
		{"（『朝日新聞』2018年5月3日）", "the-asahi-shimbun 2018-05-03"},
		{"（朝日新聞5月3日付）", "the-asahi-shimbun 2018-05-03"},
		{"（共同通信、5月3日）", "kyodo-news 2018-05-03"},
	}},
	{"sv", "Hamnar och löften\n\nAnna Bell\n\n18 maj 2018\n\nHamnen i Ras Kormak var stängd i en vecka efter att beväpnade män tagit tullhuset %s. Inget mer sades i staden den veckan, och borgmästaren stannade hemma.\n", [][2]string{
		{"(Dagens Nyheter, 3 maj)", "dagens-nyheter 2018-05-03"},
		{"(DN, 3 maj)", "dagens-nyheter 2018-05-03"},
		{"(DN 3/5)", "dagens-nyheter 2018-05-03"},
		{"(DN 3 maj 2018)", "dagens-nyheter 2018-05-03"},
		{"(Dagens Nyheter, 2018-05-03)", "dagens-nyheter 2018-05-03"},
		{"(se DN, 3 maj)", "dagens-nyheter 2018-05-03"},
		{"(källa: DN, 3 maj)", "dagens-nyheter 2018-05-03"},
		{"(DN den 3 maj)", "dagens-nyheter 2018-05-03"},
	}},
}

// TestBracketLanguages reads each of them.
func TestBracketLanguages(t *testing.T) {
	for _, l := range bracketLanguages {
		for _, f := range l.forms {
			doc := parseText(t, l.language+".txt", strings.Replace(l.text, "%s", f[0], 1))
			var got []string
			for _, c := range doc.Articles[0].Citations {
				if c.Date == nil {
					got = append(got, c.Outlet.ID)
				} else {
					got = append(got, strings.TrimSpace(c.Outlet.ID+" "+c.Date.ISO()))
				}
			}
			if s := strings.Join(got, "; "); s != f[1] {
				t.Errorf("%s cites %q, not %q", f[0], s, f[1])
			}
		}
	}
}
