package citations_test

import (
	"slices"
	"strings"
	"testing"

	"example.org/verify/citations"
	"example.org/verify/citations/text"
)

// headForms are what stands above a text, in one language. Each of them has to give title, author and day.
type headForms struct {
	language, title, author, body string
	forms                         []string // with TITLE and NAME for the two
}

var headsOfArticles = []headForms{
	{"en", "Grain through Constanta", "Mihai Dobre", "Exports rose by 40 per cent in April, the highest figure since records began in the port (Reuters, May 3). The port director said that the rails were full, and that wagons were short (Agerpres, May 4; Ziarul Financiar, May 5).\n\nNothing else moved in the spring of that year, and the harbour master went home early every day of the week (Agerpres, May 8). His deputy stayed, because somebody had to count the ships.\n", []string{
		"TITLE\n\nNAME, 12 May 2023\n\n",
		"TITLE\n\nBy NAME, 12 May 2023\n\n",
		"TITLE\n\nNAME\n\n12 May 2023\n\n",
		"TITLE\nNAME\n12 May 2023\n\n",
		"TITLE\nBy NAME\nMay 12, 2023\n\n",
		"12 May 2023\n\nTITLE\n\nNAME\n\n",
		"TITLE\n\nMay 12, 2023\n\nNAME\n\n",
		"TITLE\n\nMay 12, 2023 by NAME\n\n",
		"TITLE\n\nPosted on May 12, 2023 by NAME\n\n",
		"TITLE\n\nNAME | May 12, 2023\n\n",
		"TITLE\n\nBy NAME | May 12, 2023 8:15 am\n\n",
		"TITLE\n\nNAME - May 12, 2023\n\n",
		"TITLE\n\nNAME • May 12, 2023 • 6 min read\n\n",
		"TITLE\n\nNAME · 12 May 2023\n\n",
		"TITLE\n\nNAME (12 May 2023)\n\n",
		"TITLE\n\nNAME, The Harbour Post, 12 May 2023\n\n",
		"TITLE\n\nNAME, Bucharest, 12 May 2023\n\n",
		"TITLE\n\nNAME in Bucharest\n\n12 May 2023\n\n",
		"TITLE\n\nNAME\n\nPublished 12 May 2023, 09:14 GMT\n\n",
		"TITLE\n\nDate: May 12, 2023\nAuthor: NAME\n\n",
		"TITLE\n\nAuthor: NAME\n\nDate: 2023-05-12\n\n",
		"TITLE\n\nNAME\n\n12.05.2023\n\n",
		"TITLE\n\nNAME 2023-05-12\n\n",
		"TITLE\n\nNAME\n\nFriday, May 12, 2023\n\n",
		"TITLE\n\nBy NAME\nPublished May 12, 2023 | Updated May 14, 2023\n\n",
		"Economy\n\nTITLE\n\nBy NAME\n\nMay 12, 2023\n\n",
		"The Harbour Post\n\nTITLE\n\nBy NAME\n\nMay 12, 2023\n\n",
		"Home > News > Economy\n\nTITLE\n\nBy NAME\n\nMay 12, 2023\n\n",
		"TITLE\n\nThe war has moved a harvest from one sea to another, and nobody is counting.\n\nBy NAME\n\nMay 12, 2023\n\n",
		"TITLE\n\nBy NAME\n\nMay 12, 2023\n\nShare\nTweet\nEmail\n\n",
		"TITLE\n\nNAME, Senior Fellow\n\nMay 12, 2023\n\n",
		"TITLE\n\nNAME and Ana Popa\n\nMay 12, 2023\n\n",
		"TITLE\n\nBy NAME, Ana Popa, and Ion Rusu\n\nMay 12, 2023\n\n",
		"# TITLE\n\n*NAME, 12 May 2023*\n\n",
		"TITLE\n\nBy NAME\n\nCONSTANTA, Romania, May 12, 2023 (Harbour News) -- ",
		"Title: TITLE\nAuthor: NAME\nDate: May 12, 2023\n\n",
		"TITLE\n\nBy NAME\n\nMay 12, 2023 / 6:00 AM EDT\n\n",
		"TITLE\n\nBy NAME\n\nFri 12 May 2023 06.00 BST\n\n",
		"TITLE\n\nBy NAME (mdobre@harbour.example)\nMay 12, 2023\n\n",
		"TITLE\n\nby NAME — May 12, 2023 in Economy, Ports\n\n",
		"TITLE\n\n5 minute read\n\nBy NAME\nMay 12, 2023\n\n",
		"TITLE\n\nMay 12, 2023 at 9:14 a.m. EDT\nBy NAME\n\n",
		"Press review for Friday, 12 May 2023\n\nTITLE\n\nBy NAME\n\n",
		"The Harbour Post, Friday, May 12, 2023\n\nTITLE\n\nBy NAME\n\n",
		"The week in ports: 12 May 2023\n\nTITLE\n\nBy NAME\n\n",
		"# TITLE\n\n## 12 May 2023\n\n",
	}},
	{"fr", "Le blé de Constanta", "Mihai Dobre", "Les exportations ont augmenté de 40 % en avril, le chiffre le plus élevé depuis que le port tient des registres (Reuters, 3 mai). Le directeur du port dit que les rails sont pleins (Le Monde, 4 mai).\n\nRien d'autre n'a bougé au printemps de cette année, et le maître du port est rentré tôt chaque jour (Le Figaro, 8 mai).\n", []string{
		"TITLE\n\nPar NAME, 12 mai 2023\n\n",
		"TITLE\n\nNAME, le 12 mai 2023\n\n",
		"TITLE\n\nNAME | 12 mai 2023\n\n",
		"TITLE\n\nPublié le 12 mai 2023 à 9h14 par NAME\n\n",
		"TITLE\n\nNAME\n12/05/2023\n\n",
		"TITLE\n\nPar NAME – publié le 12 mai 2023 à 18h00\n\n",
		"TITLE\n\nNAME (à Bucarest), le 12 mai 2023\n\n",
		"TITLE\n\nPar NAME avec AFP\nPublié le 12/05/2023 à 18:00, mis à jour le 13/05/2023\n\n",
		"Revue de presse du vendredi 12 mai 2023\n\nTITLE\n\nPar NAME\n\n",
	}},
	{"de", "Das Korn von Konstanza", "Mihai Dobre", "Die Ausfuhren stiegen im April um 40 Prozent, die höchste Zahl, seit der Hafen Buch führt (Reuters, 3. Mai). Der Direktor des Hafens sagte, die Gleise seien voll (FAZ, 4. Mai).\n\nSonst hat sich in diesem Frühjahr nichts bewegt, und der Hafenmeister ging jeden Tag früh nach Hause (Die Welt, 8. Mai).\n", []string{
		"TITLE\n\nVon NAME, 12. Mai 2023\n\n",
		"TITLE\n\nNAME, 12.05.2023\n\n",
		"TITLE\n\nNAME | 12. Mai 2023, 9:14 Uhr\n\n",
		"TITLE\n\nVon NAME | Stand: 12.05.2023 09:14 Uhr\n\n",
		"TITLE\n\n12. Mai 2023, 18:04 Uhr\nVon NAME\n\n",
		"TITLE\n\nVon NAME, Bukarest\n12. Mai 2023\n\n",
		"TITLE\n\nEin Bericht von NAME, 12. Mai 2023\n\n",
		"TITLE\n\nVeröffentlicht am 12. Mai 2023 von NAME\n\n",
		"Presseschau vom Freitag, 12. Mai 2023\n\nTITLE\n\nVon NAME\n\n",
	}},
	{"es", "El grano de Constanza", "Mihai Dobre", "Las exportaciones subieron un 40 % en abril, la cifra más alta desde que el puerto lleva registros (Reuters, 3 de mayo). El director del puerto dijo que las vías estaban llenas (El País, 4 de mayo).\n\nNada más se movió en la primavera de ese año, y el capitán del puerto se fue pronto a casa (El Mundo, 8 de mayo).\n", []string{
		"TITLE\n\nPor NAME, 12 de mayo de 2023\n\n",
		"TITLE\n\nNAME, 12 de mayo de 2023\n\n",
		"TITLE\n\nNAME | 12 de mayo de 2023\n\n",
		"TITLE\n\nPor NAME\n12 mayo, 2023\n\n",
		"TITLE\n\nNAME\nBucarest - 12 may 2023 - 09:14 CEST\n\n",
		"TITLE\n\nPublicado el 12 de mayo de 2023 por NAME\n\n",
		"TITLE\n\nPor: NAME\nFecha: 12/05/2023\n\n",
		"Revista de prensa del viernes 12 de mayo de 2023\n\nTITLE\n\nPor NAME\n\n",
	}},
	{"pt", "O grão de Constança", "Mihai Dobre", "As exportações subiram 40% em abril, o número mais alto desde que o porto mantém registros (Reuters, 3 de maio). O diretor do porto disse que os trilhos estavam cheios (Folha de S.Paulo, 4 de maio).\n\nNada mais se moveu na primavera daquele ano, e o capitão do porto foi cedo para casa (O Globo, 8 de maio).\n", []string{
		"TITLE\n\nPor NAME, 12 de maio de 2023\n\n",
		"TITLE\n\nNAME, 12 de maio de 2023\n\n",
		"TITLE\n\nNAME | 12/05/2023\n\n",
		"TITLE\n\nPor NAME - 12 de maio de 2023\n\n",
		"TITLE\n\nPublicado em 12/05/2023 às 09h14 por NAME\n\n",
		"TITLE\n\nNAME\n12 mai 2023 - 09h14\n\n",
		"TITLE\n\nPor NAME, de Bucareste\n12 de maio de 2023\n\n",
		"Revista de imprensa de sexta-feira, 12 de maio de 2023\n\nTITLE\n\nPor NAME\n\n",
	}},
	{"it", "Il grano di Costanza", "Mihai Dobre", "Le esportazioni sono salite del 40 per cento in aprile, la cifra più alta da quando il porto tiene i registri (Reuters, 3 maggio). Il direttore del porto ha detto che i binari erano pieni (La Stampa, 4 maggio).\n\nNient'altro si è mosso nella primavera di quell'anno, e il capitano del porto è andato a casa presto (Corriere della Sera, 8 maggio).\n", []string{
		"TITLE\n\ndi NAME, 12 maggio 2023\n\n",
		"TITLE\n\nNAME, 12 maggio 2023\n\n",
		"TITLE\n\ndi NAME | 12 maggio 2023\n\n",
		"TITLE\n\nPubblicato il 12 maggio 2023 da NAME\n\n",
		"TITLE\n\nNAME\n12/05/2023\n\n",
		"TITLE\n\na cura di NAME, 12 maggio 2023\n\n",
		"TITLE\n\n12 Maggio 2023 alle 09:14\ndi NAME\n\n",
		"FONDAZIONE PORTI APERTI\nRassegna stampa di venerdì 12 maggio 2023\n\nTITLE\n\na cura di NAME\n\n",
		"Bollettino di venerdì 12 maggio 2023\n\nTITLE\n\ndi NAME\n\n",
	}},
	{"nl", "Het graan van Constanta", "Mihai Dobre", "De uitvoer steeg in april met 40 procent, het hoogste cijfer sinds de haven boek houdt (Reuters, 3 mei). De directeur van de haven zei dat de sporen vol waren (NRC, 4 mei).\n\nVerder bewoog er dat voorjaar niets, en de havenmeester ging elke dag vroeg naar huis (de Volkskrant, 8 mei).\n", []string{
		"TITLE\n\nDoor NAME, 12 mei 2023\n\n",
		"TITLE\n\nNAME, 12 mei 2023\n\n",
		"TITLE\n\nNAME | 12 mei 2023\n\n",
		"TITLE\n\nDoor NAME - 12 mei 2023\n\n",
		"TITLE\n\nGepubliceerd op 12 mei 2023 door NAME\n\n",
		"TITLE\n\nNAME\n12 mei 2023, 09:14\n\n",
		"Persoverzicht van vrijdag 12 mei 2023\n\nTITLE\n\nDoor NAME\n\n",
	}},
	{"pl", "Zboże z Konstancy", "Mihai Dobre", "Eksport wzrósł w kwietniu o 40 procent, to najwyższa liczba, odkąd port prowadzi rejestry (Reuters, 3 maja). Dyrektor portu powiedział, że tory są pełne (Gazeta Wyborcza, 4 maja).\n\nNic więcej nie ruszyło się wiosną tego roku, a kapitan portu wracał wcześnie do domu (Rzeczpospolita, 8 maja).\n", []string{
		"TITLE\n\nNAME, 12 maja 2023\n\n",
		"TITLE\n\nAutor: NAME, 12.05.2023\n\n",
		"TITLE\n\nNAME | 12 maja 2023\n\n",
		"TITLE\n\nNAME\n12 maja 2023 r.\n\n",
		"TITLE\n\nNAME\nPublikacja: 12.05.2023, 09:14\n\n",
		"TITLE\n\nTekst: NAME\n12 maja 2023\n\n",
		"Przegląd prasy z 12 maja 2023\n\nTITLE\n\nAutor: NAME\n\n",
	}},
	{"ru", "Зерно Констанцы", "Михай Добре", "Экспорт вырос в апреле на 40 процентов, это самая высокая цифра с тех пор, как порт ведёт учёт (Рейтер, 3 мая). Директор порта сказал, что пути заняты (Коммерсантъ, 4 мая).\n\nБольше ничего не двигалось весной того года, и капитан порта рано уходил домой (Ведомости, 8 мая).\n", []string{
		"TITLE\n\nNAME, 12 мая 2023\n\n",
		"TITLE\n\nNAME, 12.05.2023\n\n",
		"TITLE\n\nNAME | 12 мая 2023\n\n",
		"TITLE\n\n12 мая 2023, 09:14\nNAME\n\n",
		"TITLE\n\nАвтор: NAME\n12 мая 2023 г.\n\n",
		"TITLE\n\nТекст: NAME, 12 мая 2023\n\n",
		"Обзор прессы за пятницу, 12 мая 2023 года\n\nTITLE\n\nАвтор: NAME\n\n",
	}},
	{"tr", "Köstence'nin Tahılı", "Mihai Dobre", "İhracat nisanda yüzde 40 arttı, liman kayıt tutmaya başladığından beri en yüksek rakam (Reuters, 3 Mayıs). Liman müdürü rayların dolu olduğunu söyledi (Hürriyet, 4 Mayıs).\n\nO yılın baharında başka hiçbir şey kımıldamadı ve liman başkanı her gün erken eve gitti (Cumhuriyet, 8 Mayıs).\n", []string{
		"TITLE\n\nNAME, 12 Mayıs 2023\n\n",
		"TITLE\n\nNAME | 12 Mayıs 2023\n\n",
		"TITLE\n\nNAME - 12.05.2023\n\n",
		"TITLE\n\nYazan: NAME\n12 Mayıs 2023\n\n",
		"TITLE\n\nNAME\n12 Mayıs 2023 Cuma, 09:14\n\n",
		"12 Mayıs 2023 tarihli basın özeti\n\nTITLE\n\nYazan: NAME\n\n",
	}},
	{"ar", "قمح ميناء كونستانتسا", "ميهاي دوبري", "ارتفعت الصادرات في نيسان بنسبة أربعين في المئة، وهو أعلى رقم منذ أن بدأ الميناء تسجيل أرقامه (رويترز، 3 أيار). وقال مدير الميناء إن السكك ممتلئة (الشرق الأوسط، 4 أيار).\n\nولم يتحرك شيء آخر في ربيع تلك السنة، وعاد قبطان الميناء إلى بيته باكراً كل يوم (الحياة، 8 أيار).\n", []string{
		"TITLE\n\nبقلم: NAME، 12 أيار 2023\n\n",
		"TITLE\n\nNAME | 12 مايو 2023\n\n",
		"TITLE\n\nNAME - 12 مايو 2023\n\n",
		"TITLE\n\nNAME\n12 مايو 2023\n\n",
		"جولة الصحافة ليوم 12 أيار 2023\n\nTITLE\n\nبقلم: NAME\n\n",
	}},
	{"zh", "【深度】河港的粮食去了哪里", "林若溪", "四月份出口增长了四成，是港口有记录以来的最高数字（新华社，2023年5月3日）。港务主任说，铁路已经排满，车皮也不够用（财新网，5月4日；新京报，5月5日）。\n\n那年春天别的什么也没有动，港长每天都早早回家，副手留了下来，因为总得有人数船（界面新闻，5月8日）。\n", []string{
		"TITLE\n\n文｜NAME\n\n2023年5月12日\n\n",
		"TITLE\n\n文丨NAME\n\n2023年5月12日\n\n",
		"TITLE\n\n文 | NAME\n\n2023年5月12日\n\n",
		"TITLE\n\n文/NAME\n\n2023年5月12日\n\n",
		"TITLE\n\n文／NAME\n\n2023-05-12\n\n",
		"TITLE\n\n文：NAME\n\n2023年5月12日\n\n",
		"TITLE\n\n撰文｜NAME\n\n2023年5月12日\n\n",
		"TITLE\n\n撰文 / NAME\n\n2023年5月12日\n\n",
		"TITLE\n\n采写｜NAME\n编辑｜周以宁\n\n2023年5月12日\n\n",
		"TITLE\n\n文｜NAME 编辑｜周以宁\n\n2023年5月12日\n\n",
		"TITLE\n\n文｜NAME　图｜受访者提供\n\n2023年5月12日\n\n",
		"TITLE\n\n作者｜NAME\n编辑｜周以宁\n来源｜河港周刊\n\n2023年5月12日\n\n",
		"TITLE\n\n作者：NAME\n\n2023年5月12日\n\n",
		"TITLE\n\n作者：NAME　来源：河港周刊\n\n2023年5月12日 09:14\n\n",
		"TITLE\n\n记者 NAME\n\n2023年5月12日\n\n",
		"TITLE\n\n本报记者 NAME\n\n2023年5月12日\n\n",
		"TITLE\n\n本刊记者/NAME\n\n2023年5月12日\n\n",
		"TITLE\n\n记者：NAME 责编：周以宁\n\n2023年5月12日\n\n",
		"TITLE\n\n2023年5月12日 来源：河港周刊 作者：NAME\n\n",
		"TITLE\n\n来源：河港周刊　2023年5月12日\n\n文｜NAME\n\n",
		"TITLE\n\n记者 NAME 编辑 周以宁 校对 王可\n\n2023年5月12日\n\n",
		"首页 > 新闻 > 深度\n\nTITLE\n\n文｜NAME\n\n2023年5月12日\n\n",
	}},
	{"zh", "〔專題〕河港的糧食去了哪裡", "林若溪", "四月份出口增長了四成，是港口有紀錄以來的最高數字（中央社，2023年5月3日）。港務主任說，鐵路已經排滿，車皮也不夠用（聯合報，5月4日；自由時報，5月5日）。\n\n那年春天別的什麼也沒有動，港長每天都早早回家，副手留了下來，因為總得有人數船（明報，5月8日）。\n", []string{
		"TITLE\n\n文／NAME\n\n2023年5月12日\n\n",
		"TITLE\n\n記者NAME／台北報導\n\n2023年5月12日\n\n",
		"TITLE\n\n記者 NAME 報導\n\n2023年5月12日\n\n",
		"TITLE\n\n〔記者NAME／台北報導〕\n\n2023年5月12日\n\n",
		"TITLE\n\n撰文：NAME\n\n2023年5月12日\n\n",
		"TITLE\n\n撰文：NAME　攝影：周以寧\n\n2023年5月12日\n\n",
		"TITLE\n\n2023/05/12 文：NAME\n\n",
	}},
	{"ja", "【独自】河口の港から穀物が消えた", "佐藤健一", "四月の輸出は四割増え、港の記録が始まって以来の最高になった（共同通信、2023年5月3日）。港の責任者は、線路はいっぱいで貨車が足りないと話した（朝日新聞、5月4日；毎日新聞、5月5日）。\n\nその春はほかに何も動かず、港長は毎日早く帰った。副港長は残った。船を数える人が要るからだ（読売新聞、5月8日）。\n", []string{
		"TITLE\n\n文＝NAME\n\n2023年5月12日\n\n",
		"TITLE\n\n取材・文＝NAME\n\n2023年5月12日\n\n",
		"TITLE\n\n取材・文：NAME\n\n2023年5月12日\n\n",
		"TITLE\n\n取材・文／NAME　写真／高田望\n\n2023年5月12日\n\n",
		"TITLE\n\n文・写真＝NAME\n\n2023年5月12日\n\n",
		"TITLE\n\n執筆：NAME\n\n2023年5月12日\n\n",
		"TITLE\n\n記者・NAME\n\n2023年5月12日\n\n",
		"TITLE\n\nNAME記者\n\n2023年5月12日\n\n",
		"TITLE\n\n編集委員　NAME\n\n2023年5月12日\n\n",
		"TITLE\n\n2023年5月12日 09時14分\n\n筆者：NAME\n\n",
		"TITLE\n\n文＝NAME 編集＝高田望\n\n2023年5月12日\n\n",
	}},
	{"ko", "[단독] 강 어귀 항구의 곡물은 어디로 갔나", "홍길동", "4월 수출은 40퍼센트 늘어 항구가 기록을 시작한 이래 가장 높은 수치였다(연합뉴스, 2023년 5월 3일). 항만 책임자는 철로가 가득 찼고 화차가 모자란다고 말했다(한겨레, 5월 4일; 경향신문, 5월 5일).\n\n그해 봄에는 다른 아무것도 움직이지 않았고 항만장은 날마다 일찍 집에 갔다(중앙일보, 5월 8일).\n", []string{
		"TITLE\n\nNAME 기자\n\n2023년 5월 12일\n\n",
		"TITLE\n\n글 NAME\n\n2023년 5월 12일\n\n",
		"TITLE\n\n글·사진 NAME\n\n2023년 5월 12일\n\n",
		"TITLE\n\n글: NAME\n\n2023.05.12\n\n",
		"TITLE\n\n글 | NAME\n\n2023년 5월 12일\n\n",
		"TITLE\n\n글=NAME 기자\n\n2023년 5월 12일\n\n",
		"TITLE\n\nNAME 기자 hong@harbour.example\n\n입력 2023.05.12 09:14\n\n",
		"TITLE\n\nNAME 선임기자\n\n2023년 5월 12일\n\n",
		"TITLE\n\n서울=NAME 특파원\n\n2023년 5월 12일\n\n",
		"TITLE\n\n기자명 NAME\n\n2023년 5월 12일\n\n",
	}},
}

// TestHeads reads each form of head in each language.
func TestHeads(t *testing.T) {
	for _, h := range headsOfArticles {
		for _, form := range h.forms {
			head := strings.NewReplacer("TITLE", h.title, "NAME", h.author).Replace(form)
			name := h.language + ".txt"
			if strings.HasPrefix(head, "#") {
				name = h.language + ".md"
			}
			doc := parseText(t, name, head+h.body)
			if len(doc.Articles) != 1 {
				t.Errorf("%q: %d articles", head, len(doc.Articles))
				continue
			}
			a := &doc.Articles[0]
			if day := a.Published.ISO(); a.Title != h.title || strings.Contains(form, "NAME") && (len(a.Authors) == 0 || a.Authors[0] != h.author) || day != "2023-05-12" {
				t.Errorf("%q: title %q, authors %q, published %s", head, a.Title, a.Authors, day)
			}
		}
	}
}

// TestNoBylines holds lines that look like dated bylines and are none: titles with their day, entries of lists.
func TestNoBylines(t *testing.T) {
	body := headsOfArticles[0].body
	for _, line := range []string{
		"Grain Monitor, May 12, 2023", "Weekly Ports Report - May 12, 2023", "Constanta Grain Update | 12 May 2023", "Radio Okapi, May 12, 2023",
		"How Grain Moves, May 12, 2023", "Reuters and AFP, May 12, 2023", "The Harbour Post, 12 May 2023", "The Harbour Post, Friday, 12 May 2023", "Press review of 12 May 2023", "Ports: 12 May 2023", "On the Quay in Constanta, May 12, 2023",
	} {
		doc := parseText(t, "en.txt", line+"\n\n"+body)
		if a := &doc.Articles[0]; len(a.Authors) > 0 {
			t.Errorf("%q names the authors %q", line, a.Authors)
		}
		doc = parseText(t, "en.txt", "Grain through Constanta\n\n"+line+"\n\n"+body)
		if a := &doc.Articles[0]; len(a.Authors) > 0 {
			t.Errorf("%q below a title names the authors %q", line, a.Authors)
		}
	}
}

// TestEastBylines reads lines of credits, and holds titles that begin as they do.
func TestEastBylines(t *testing.T) {
	for _, c := range []struct {
		name, line string
		authors    []string // nil where the line is a title
	}{
		{"zh", "记者 林若溪 周以宁", []string{"林若溪", "周以宁"}}, {"zh", "文｜林若溪、周以宁", []string{"林若溪", "周以宁"}}, {"zh", "河港周刊记者 林若溪 实习生 王可", []string{"林若溪", "王可"}},
		{"zh", "作者｜迈克尔·布朗", []string{"迈克尔·布朗"}}, {"zh", "文｜David Chen 编辑｜周以宁", []string{"David Chen"}}, {"zh", "【記者林若溪、王可／綜合報導】", []string{"林若溪", "王可"}},
		{"zh", "采访/林若溪 撰文/周以宁 摄影/王可", []string{"林若溪", "周以宁"}}, {"ja", "文・佐藤健一　写真・高田望", []string{"佐藤健一"}}, {"ja", "編集委員　佐藤 健一", []string{"佐藤 健一"}},
		{"ja", "聞き手＝佐藤健一、高田望", []string{"佐藤健一", "高田望"}}, {"ja", "ロンドン＝佐藤健一", nil}, {"ko", "글 홍길동 사진 김하나", []string{"홍길동"}}, {"ko", "홍길동 김하나 기자", []string{"홍길동", "김하나"}},
		{"ko", "취재=홍길동·김하나 기자", []string{"홍길동", "김하나"}}, {"ko", "서울=연합뉴스 홍길동 기자", []string{"홍길동"}},
		{"zh", "文在寅谈半岛的和平与河港", nil}, {"zh", "记者无国界", nil}, {"zh", "记者 手记", nil}, {"zh", "作者已死：一座河港的自述", nil}, {"zh", "编辑部的故事与河港", nil}, {"zh", "文化｜河港的春天来得太早", nil}, {"zh", "报道 / 评论", nil},
		{"ja", "取材の現場から見た河口の港", nil}, {"ja", "記者 会見", nil}, {"ja", "写真で見る河口の港", nil}, {"ko", "글 쓰는 사람들", nil}, {"ko", "기자 회견", nil}, {"ko", "취재 후기", nil}, {"ko", "기자 수첩", nil},
	} {
		h := headsOfArticles[slices.IndexFunc(headsOfArticles, func(h headForms) bool { return h.language == c.name })]
		doc := parseText(t, c.name+".txt", h.title+"\n\n"+c.line+"\n\n"+h.body)
		if a := &doc.Articles[0]; !slices.Equal(a.Authors, c.authors) || c.authors != nil && a.Title != h.title {
			t.Errorf("%q: title %q, authors %q", c.line, a.Title, a.Authors)
		}
	}
}

func parseText(t *testing.T, name, s string) *citations.Document {
	t.Helper()
	txt, err := text.Parse(name, []byte(s), text.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return citations.Parse(txt, citations.Options{})
}
