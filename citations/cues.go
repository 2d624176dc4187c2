package citations

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A cue is a phrase that names the origin of a statement. What it names stands behind it, or before it.
type cue struct {
	text   string
	before bool // the name stands before the cue ("Einem Gutachten zufolge", "X'e göre", "Reuters reported")
	press  bool // before: the name has to be of the press; a minister who "said" so is no source that was read
	report bool // what is named has made a report: "a study by the …"
	near   bool // nothing but an article stands between the cue and the name: "meldete der NDR"
	to     bool // the name stands behind a word of addressing: "a déclaré le maire à l'AFP"
	told   bool // near: the name is in the dative, no subject: "сказала «Медузе» Ольга"
	firm   bool // a noun of reports: whose it is has to be a paper or a body beyond doubt
	body   bool // what is named is a body, whatever its name looks like
	where  bool // near: it says where somebody wrote or spoke: "argued in the Guardian"
	view   bool // near: it opens the clause, and a comma ends it: "Pour Le Monde, …"
}

// allCues are the cues by the language that they are of; the first word of each is how they are found, and the first that fits is taken.
var allCues = sync.OnceValue(func() []cue {
	n := 0
	for _, l := range cueLists {
		n += 1 + strings.Count(l.texts, "|")
	}
	out := make([]cue, 0, n)
	for _, l := range cueLists {
		for text := range strings.SplitSeq(l.texts, "|") {
			q := l.like
			q.text = strings.TrimLeft(text, "\n\t")
			out = append(out, q)
		}
	}
	return out
})

// cueLists are phrases that point to their names in one way, parted by bars.
var cueLists = []struct {
	like  cue
	texts string
}{
	{cue{}, `according to|as reported by|reported by|quoted by|cited by|identified by`},
	{cue{report: true}, `published by|compiled by`},
	{cue{}, `obtained by|seen by|citing|quoting|told|figures from|data from|statistics from|interview with`},
	{cue{press: true, near: true, told: true, where: true}, `in|dans|en|no|na|sul|sulla|nel|nella|i|в|w|v`},
	{cue{press: true, near: true, told: true}, `study in|paper in|article in|research in|left to|fell to|spoke to|speaking to|spoke with|comment to|confirmed to|statement to|interview on`},
	{cue{press: true, near: true, told: true}, `speaking on|appearing on|writing for|writing in|report for|piece for|story for|column for|investigation for|essay for|op-ed for|op-ed in|tally by|count by|count of|made by|taken up by|picked up by|reviewed by|viewed by|examined by|shared with|leaked to|sent to|provided to|email to|e-mail to|response to|answer to|remarks to|disclosed to|admitted to|carried by|first appeared in|printed in|reported in|profiled in|detailed in|reckoning of|goes by|go by|to believe|figure comes from|figures come from|number comes from|story comes from|report comes from|claim comes from|column in|editorial in|profile in|quoted in|quoted on|cited in|broadcast by|broadcast on|aired by|aired on|interview given to|photographed for|revealed by|uncovered by|broken by|checked against|verified by|draws on|drew on|drawing on|drawn from|taken from|reprinted from|adapted from|excerpted from|come from|comes from|came from|first published in|originally published in|republished from`},
	{cue{firm: true}, `if you believe|if one believes|if one is to believe|judging by|going by`},
	{cue{press: true, near: true}, `per`},
	{cue{press: true, near: true, told: true}, `interrogé par|interrogée par|interrogés par|contacté par|contactée par|contactés par|joint par|jointe par|consulté par|consultés par|consultée par|consultées par|obtenu par|obtenus par|obtenue par|obtenues par|cités par|citées par|relayé par|relayée par|relayés par|révélé par|révélée par|révélés par|rapporté par|rapportée par|rapportés par|rapportées par|recueilli par|recueillis par|diffusé par|diffusée par|entretien à|entretien au|entretien avec|interview à|interview au|accordé à|accordé au|accordée à|accordée au|tribune à|tribune au|copie à|confidences à|confidences au`},
	{cue{press: true, near: true, told: true}, `consultado por|consultada por|consultados por|consultadas por|obtenido por|obtenidos por|obtenida por|obtenidas por|entrevistado por|entrevistada por|citada por|citados por|citadas por|difundido por|difundida por|difundidas por|revelado por|revelada por|revelados por|publicado por|publicada por|publicados por|tuvo acceso|tuvieron acceso|declaraciones a|declaración a|entrevista a|entrevista con|entrevista concedida a|contactado por|contactada por|preguntado por|según recoge|recogido por|recogida por|recogidas por|ouvido por|ouvida por|ouvido pela|ouvido pelo|ouvida pelo|ouvida pela|ouvidos pela|ouvidos pelo|procurado pelo|procurado pela|procurada pelo|procurada pela|obtidos pela|obtidos pelo|obtidas pela|obtidas pelo|obtido pelo|obtido pela|publicada pelo|publicada pela|publicado pelo|publicado pela|revelado pelo|revelado pela|revelada pelo|revelada pela|citado pelo|citado pela|citada pelo|citada pela|citados pelo|citados pela|teve acesso|tiveram acesso|entrevista ao|entrevista à|entrevista para|declarações ao|declarações à|entrevistado pelo|entrevistado pela|divulgado pelo|divulgado pela|divulgados pelo|divulgados pela|divulgada pelo|divulgada pela|questionado pelo|questionada pelo|questionado pela|contactado pelo|contactada pelo|contactado pela`},
	{cue{press: true, near: true, told: true}, `citato da|citata da|citati da|citate da|citato dal|citata dal|citati dal|citate dal|citato dalla|citata dalla|citati dalla|citate dalla|ripreso da|ripresa da|ripreso dal|ripresa dal|ripreso dalla|ripresa dalla|visionato da|visionata da|visionati da|visionate da|visionati dal|visionate dal|ottenuto da|ottenuti da|ottenute da|ottenuti dal|ottenuti dalla|rivelato da|rivelata da|rivelato dal|rivelato dalla|pubblicato da|pubblicata da|pubblicato dal|pubblicata dal|pubblicato dalla|pubblicata dalla|pubblicati da|pubblicati dal|pubblicati dalla|raccolto da|raccolta da|raccolto dal|raccolte da|contattato da|contattato dal|contattata da|sentito da|sentito dal|interpellato da|interpellato dal|intervista con|colloquio con|si legge su|si legge sul|si legge sulla|geciteerd door|ingezien door|gezien door|in handen van|bezit van|verkregen door|onthuld door|interview in`},
	{cue{press: true, near: true, told: true, where: true}, `ante|bei|to|za|pentru|στην|στο|στον|στη`},
	{cue{press: true, near: true, told: true, where: true}, `correspondent for|correspondent of|reporter for|columnist of|columnist for|critic of|analyst for|blog for|journaliste de|journaliste du|journalistes de|journalistes du|correspondant de|correspondant du|reporter de|reporter du|reporters de|reporters du|envoyé spécial de|envoyé spécial du|Reporter der|Reporter des|Reporter von|Reporterin der|Reporterin des|Journalist der|Journalist des|Journalistin der|Korrespondent der|Korrespondent des|Korrespondentin der|Redakteur der|Redakteur des|periodista de|periodistas de|redactor de|corresponsal de|enviado de|repórter do|repórter da|repórteres do|repórteres da|jornalista do|jornalista da|correspondente do|correspondente da|giornalista di|giornalista del|giornalista della|giornalista dell|cronista di|cronista del|cronista della|inviato di|inviato del|inviato della|corrispondente di|corrispondente del|verslaggever van|journalist van|correspondent van|redacteur van|обозреватель|журналистка|корреспондентка|журналістка|кореспондент|кореспондентка|кореспонденти|оглядач|reporter på|reporter för|journalist på|reportér|redaktor|wartawan|jurnalis|reporter|dziennikarz|dziennikarka|dziennikarze|reporterka|reporterzy`},
	{cue{press: true}, `asked by|contacted by|interviewed by|approached by|reached by`},
	{cue{press: true, near: true}, `says|said|writes|wrote|reports|reported|notes|noted|reckons|reckoned|estimates|estimated|warns|warned|argues|argued|concludes|concluded|insists|insisted|claims|claimed|suggests|suggested|predicts|predicted|admits|admitted|replies|replied|
		believes|thinks|complains|complained|announced|confirms|confirmed|explains|explained|observes|observed|calculates|calculated|maintains|adds|added`},
	{cue{report: true}, `report by|report from|study by|survey by|audit by|research by|poll by|analysis by|project led by|investigation by|estimates by|figures by`},
	{cue{}, `analysts at|economists at|researchers at|experts at`},
	{cue{before: true, press: true}, `article|report|investigation|interview|tally|survey|poll|exclusive|dispatch|analysis|story|stories|count of|estimate|editorial|blamed|blames|traced|has heard|had heard|has been told|questioned|doubted|doubts|disputed|put it|puts it|reported|reports|said|says|wrote|writes|quoted|noted|revealed|claimed|cited|has reported|had reported|
		published|found|announced|carried|broadcast|estimates|commented|observed|according to which|reckon|added|tells us`},
	{cue{}, `selon|à en croire|aux dires de|aux dires du|au dire de|au dire du`},
	{cue{report: true}, `de l'avis de|rapport du|rapport de|étude du|étude de|enquête du|enquête de|estimations de|chiffres de`},
	{cue{}, `citant|d'après|d’après|cité par|citée par`},
	{cue{before: true, press: true}, `a rapporté|l'a rapporté|rapporte|a révélé|écrit|indique|l’a rapporté|a indiqué|ont rapporté|a annoncé|avait annoncé|annonce|a estimé|avait estimé|
		estime|a précisé|prévoit|a dénombré|a compté|a recensé|a documenté|a publié|a raconté|a confirmé|a consulté|a obtenu|a calculé`},
	{cue{press: true, near: true}, `rapporte|rapportait|écrit|écrivait|révèle|estime|indique|annonce|l'écrit|l'écrivait|l'indique|l'affirme|l'explique|l'annonce|l'a révélé|l'a écrit`},
	{cue{press: true, near: true, told: true}, `qu'a révélé|qu’a révélé|qu'a écrit|qu’a écrit|qu'a annoncé|qu’a annoncé|qu'a rapporté|qu’a rapporté|aux yeux de|aux yeux du|dans les colonnes de|dans les colonnes du|au micro de|à lire dans|lit dans|lit-on dans|lire dans|apprend dans|lu dans|a appris|a pu apprendre|a-t-on appris de|auprès de|auprès du|apprend-on dans|écrit-on dans|raconte-t-on dans|explique-t-on dans|peut lire dans|du côté de|du côté du|dixit|reportage de|reportage du|révélations de|révélations du|article de|article du|informations de|informations du|éditorial de|éditorial du|rapporté dans|raconté dans|raconte dans|récit de|récit du`},
	{cue{press: true, near: true, view: true}, `pour|para|voor|dla`},
	{cue{press: true, to: true}, `déclaré|confié|expliqué|affirmé|raconté|assuré|dit|reconnu|admis|répondu|indiqué|précisé|confie|explique|raconte|confirmé|démenti|nié|avoué|justifié|détaillé|déploré|dénoncé|regretté|souligné|résumé|rappelé|avancé|lâché|glissé|soufflé|annoncé|estimé|confirme|assure|
		affirme|déplore|reconnaît|démentait|confiait|expliquait|racontait|affirmait|témoigné|témoigne`},
	{cue{}, `laut|nach berechnungen|unter berufung auf|nach recherchen`},
	{cue{report: true}, `recherchen`},
	{cue{press: true, to: true}, `sagte|erzählte|verriet|bestätigte|erklärte|schilderte|versicherte|sagten|bestritt|dementierte|betonte|beklagte|beteuerte|gestand|räumte|teilte|schrieb|bestätigten|erzählten|erklärten|berichteten|schilderten|beklagten`},
	{cue{}, `nach angaben|nach informationen|nach einschätzung|nach darstellung|nach auskunft|nach schätzungen|nach schätzung|nach ansicht|nach meinung|nach zählung|unter verweis auf|sagte er|sagte sie|sagte|gegenüber|berichtete|berichtet|berichteten`},
	{cue{before: true, press: true}, `berichtete|berichtet|meldete|schreibt|schrieb|zufolge|zitiert|meldet`},
	{cue{press: true, near: true}, `meldete|meldet|schreibt|schrieb|zitiert|so`},
	{cue{firm: true}, `heißt es bei|heißt es beim|hieß es bei|hieß es beim|heißt es von|hieß es von|heißt es aus|hieß es aus`},
	{cue{press: true, near: true, told: true}, `heißt es in|heisst es in|heißt es im|heisst es im|heißt es bei|hieß es in|hieß es im|Bericht der|Bericht des|Bericht von|Berichten der|Berichten des|Berichten von|
		Meldung der|Meldung des|Meldung von|Recherche der|Recherche des|Recherche von|
		Kommentar der|Kommentar des|Reportage der|Reportage des|Auskunft gegenüber|Stellungnahme gegenüber|nachzulesen in|nachzulesen im|nachzulesen bei|zu lesen in|zu lesen im|zu lesen bei|zu lesen war in|Berichterstattung der|Berichterstattung des|Enthüllungen der|Enthüllungen des|Angaben der|Umfrage der|Umfrage des|Umfrage von|Interview mit|Interviews mit|Gespräch mit|Gastbeitrag für`},
	{cue{before: true, press: true}, `vorliegt|vorliegen|vorlag|vorlagen|sagte|erklärte|bestätigte|zählt|zählte|recherchierte|nennt|deckte auf`},
	{cue{}, `según|de acuerdo con|informó|a partir de datos de|con datos de|con base en datos de|con base en cifras de`},
	{cue{press: true, near: true, told: true}, `de acuerdo a|a decir de|en palabras de|a juicio de|en opinión de|como recoge|recoge|información de|reporte de|informe de|reportaje de|investigación de|nota de|según publica|según publicó|según informa|según informó|según reveló|según revela|según cuenta|según contó|según relata|según detalla|según apunta|según adelantó|
		según supo|leído en|leyó en|leer en|lee en|leí en|se lee en|palabras a|revelaciones de|crónica de|recuento de|sondeo de`},
	{cue{before: true, press: true}, `informó`},
	{cue{}, `citado por`},
	{cue{before: true, press: true}, `publicó|reportó|reveló|documentó|contabilizó|difundió`},
	{cue{press: true, near: true}, `publicó|reportó|reveló|informa|reporta`},
	{cue{press: true, to: true}, `dijo|declaró|explicó|contó|aseguró|negó|confesó|admitió|resume|comentó|señaló|insistió|reconoció|relató|confirmó|desmintió|detalló|precisó|lamentó|denunció|justificó|afirmó|sostuvo|indicó|reveló|confió|adelantó|respondió|confirmaron|dijeron|contaron|explicaron|aseguraron|relataron|admitieron|señalaron|negaron|reconocieron|cuenta|explica|dice|asegura|reconoce`},
	{cue{press: true, near: true, told: true}, `habló con|conversó con|en entrevista con`},
	{cue{}, `segundo`},
	{cue{press: true, to: true}, `negou|admitiu|relatou|confirmou|explicou|em entrevista|reconheceu|justificou|lamentou|desmentiu|garantiu|revelou|confidenciou|detalhou|respondeu|disseram|confirmaram|afirmaram|contaram|relataram|explicaram|negaram|admitiram|comentou|confessou|adiantou|diz|conta|explica`},
	{cue{}, `de acordo com|conforme|na avaliação de|na avaliação do|na avaliação da|pelas contas de|pelas contas do|pelas contas da|nas contas do|nas contas da|com base em dados do|com base em dados da`},
	{cue{press: true, near: true, told: true}, `informação é do|informação é da|informações são do|informações são da|informações do|informações da|reportagem do|reportagem da|apuração do|apuração da|levantamento do|levantamento da|investigação do|investigação da|notícia do|notícia da|coluna do|coluna da|
		li no|li na|leu no|leu na|lê-se no|lê-se na|ler no|ler na|lido no|lida na|manchete do|manchete da|nota ao|nota à|nota enviada ao|nota enviada à|resposta ao|resposta à|palavras ao|palavras à|apurado pelo|apurado pela|apurou o|apurou a`},
	{cue{before: true, press: true}, `informou|noticiou`},
	{cue{}, `noticiou`},
	{cue{before: true, press: true}, `revelou|publicou|escreveu`},
	{cue{press: true, near: true}, `informou|revelou|publicou|escreveu`},
	{cue{press: true, to: true}, `disse|declarou|afirmou|contou`},
	{cue{}, `secondo|stando all|stando ai|stando agli|stando alle|a detta di|a detta del|a detta della|a parere di|a parere del|a parere della|stando a|stando al|stando allo|stando alla|riferisce`},
	{cue{press: true, near: true, told: true}, `intervistato da|intervistata da|intervistato dal|intervistata dal|intervista a|intervista al|un'intervista a|un’intervista a|un'intervista al|un’intervista al|un'intervista alla|un’intervista alla|un'inchiesta di|un’inchiesta di|un'inchiesta del|un’inchiesta del|intervista alla|inchiesta di|inchiesta del|inchiesta dello|inchiesta della|inchiesta de|ai microfoni di|ai microfoni del|
		ai microfoni della|colonne del|colonne della|colonne de|
		si legge in|si legge sull|si legge nell|si legge nel|si legge nella|letto sull|apprende|a quanto apprende|letto su|letto sul|letto sulla|leggere su|leggere sul|leggere sulla|notizia di|notizia del|notizia della|ricostruzione di|ricostruzione del|ricostruzione della|scoop di|scoop del|scoop della|parole a|dichiarazioni a|dichiarazioni al|dichiarazioni alla|svelato da|svelato dal|svelato dalla|anticipato da|anticipato dal|anticipato dalla`},
	{cue{before: true, press: true}, `ha riferito|riporta|ha scritto|scrive`},
	{cue{}, `come riportato da`},
	{cue{report: true}, `indagine|perizia`},
	{cue{press: true, near: true}, `riporta|scrive|ha scritto|ha riferito`},
	{cue{press: true, to: true}, `ha detto|ha dichiarato|ha raccontato|ha spiegato|ha confermato|ha smentito|ha negato|ha ammesso|ha confidato|ha ribadito|ha rivelato|ha risposto|ha assicurato|ha commentato|hanno detto|hanno raccontato|hanno confermato|hanno spiegato|hanno ammesso|ha precisato|ha lamentato|racconta|spiega|disse|raccontò|spiegò|ammise|confermò|negò|dice`},
	{cue{}, `volgens|aldus|naar schatting van|blijkens|op basis van cijfers van|op gezag van`},
	{cue{press: true, near: true, told: true}, `onderzoek van|berekening van|interview met|gesprek met`},
	{cue{press: true, near: true, told: true}, `reconstructie van|berichtgeving van|inventarisatie van|rondgang van|peiling van|opgetekend door|gemeld door|bevestigd door|bekeken door|te lezen in|lezen in|lees in|las in|gelezen in`},
	{cue{press: true, near: true, told: true, where: true}, `tegen|tegenover|till`},
	{cue{before: true, press: true}, `meldt|meldde|schrijft|berichtte`},
	{cue{press: true, near: true}, `meldt|meldde|schrijft`},
	{cue{press: true, to: true}, `zei|zegt|vertelde|bevestigde|ontkende|verklaarde|erkende|verzekerde|zeiden|vertelden|bevestigden|verklaarden|vertelt|bevestigt|ontkent`},
	{cue{}, `по мнению|по расчётам|по расчетам|по наблюдениям|по сведениям|по утверждению|по прогнозу|по прогнозам|как следует из данных|по данным|по версии|по подсчётам|по подсчетам|по оценке|по оценкам|ссылаясь на|в интервью|в інтерв'ю|в інтерв’ю|у розмові з|в беседе с|в разговоре с|в комментарии|аналитики|эксперты|
		по сообщению|со ссылкой на|по информации|сообщает|сообщил|сообщило|пишет|передает|передаёт`},
	{cue{before: true, press: true}, `сообщил|сообщила|сообщило|сообщили|сообщает|написал|написала|передал|передала|передает|передаёт|пишет`},
	{cue{}, `по словам`},
	{cue{press: true, near: true, told: true}, `корреспонденту|корреспондентам|журналисту|журналистам|корреспондент|журналист|журналисты|корреспонденты|редакции|репортёр|репортер|выпуске|сюжете|публикации|кореспонденту|журналісту|журналісти|журналісти|ефірі|в эфире|источник|источники|на страницах|расследование|расследовании|расследованию|сообщениям|собеседник|собеседники|собеседница|колонке|колонка|репортаже|прочитал в|прочитала в|прочёл в|читаем в|пишут в|писали в|корреспондентом|журналистом|журналистами|
		журналістами|сюжеті|випуску|публікації|розслідуванні|розслідування|розслідуванням|джерело|джерела|співрозмовник|співрозмовники|редакції`},
	{cue{firm: true}, `согласно|згідно з|из ответа|из письма|из справки|из сообщения|из заявления|из материалов|из документов|из отчёта|из отчета|из доклада|в ответе|в письме|в справке|в сообщении|в заявлении|з відповіді|з листа|з довідки|з повідомлення|з матеріалів|з документів|зі звіту|у відповіді|у листі|у довідці|у повідомленні`},
	{cue{press: true, near: true}, `сообщила|сообщили|передала|передаёт|написал|написала`},
	{cue{}, `за оцінкою|за оцінками|за підрахунками|за розрахунками|за версією|на думку|за прогнозом|за результатами|за спостереженнями|за даними|за інформацією|за повідомленням|за словами|з посиланням на|повідомляє|повідомило|повідомила|повідомив|пише`},
	{cue{before: true, press: true}, `повідомляє|повідомило|повідомила|повідомив|пише`},
	{cue{}, `enligt|uppger|ifølge tal fra|ifølge tall fra`},
	{cue{before: true, press: true}, `rapporterade|rapporterar|skriver|skrev`},
	{cue{press: true, near: true}, `rapporterade|rapporterar|skriver|skrev`},
	{cue{press: true, to: true}, `säger|sade|berättar`},
	{cue{press: true, to: true}, `bekräftar|bekräftade|förnekar|förnekade|förklarar|förklarade|medger|medgav|fortæller|fortalte|siger|sagde|oplyser|bekræfter|bekræftede|forteller|sier|bekrefter|bekreftet|avviser|avviste`},
	{cue{press: true, near: true, told: true}, `intervju med|intervju i|intervju til|interview med|interview til|mejl till|kommentar till|kommentar til|mail til|uttalande till|skriver i|skrev i|läsa i|lese i|læse i|artikel i|artikkel i|granskning av|gransking av|undersøgelse fra|avslöjades av|avslørt av|afsløret af|omtalt av|omtalt i|omtalt af|citeras i|citeret i|sitert i`},
	{cue{}, `med hänvisning till|hänvisar till|under henvisning til|med henvisning til`},
	{cue{}, `ifølge`},
	{cue{before: true, press: true}, `ifølge|mukaan`},
	{cue{}, `potrivit|conform|relatează`},
	{cue{before: true, press: true}, `a relatat|scrie`},
	{cue{}, `podle|podľa|dle`},
	{cue{before: true, press: true}, `uvedl|uvedla|napsal|szerint`},
	{cue{press: true, near: true, told: true}, `v rozhovoru pro|rozhovoru pro|vyjádření pro|prohlášení pro|novináři|novinářce|redaktorovi|redaktorce|reportérovi|zpravodaji|zjištění|v článku|na serveru|serveru|na webu|informací|cituje ho|cituje ji|citovaný v`},
	{cue{}, `σύμφωνα με|σύμφωνα με την|σύμφωνα με το|според|menurut|dilansir|dilansir dari|dikutip`},
	{cue{press: true, to: true}, `kata|ujar|lapor`},
	{cue{press: true, to: true}, `mengatakan|menjelaskan|membantah|menegaskan|menuturkan|mengaku|mengakui|membenarkan|bercerita`},
	{cue{press: true, near: true, told: true}, `dilaporkan|dilaporkan oleh|diberitakan|diberitakan oleh|diungkap|diungkap oleh|diungkapkan|diungkapkan oleh|ditulis|ditulis oleh|disiarkan|disiarkan oleh|dimuat di|dihubungi|ditemui|diwawancarai|wawancara dengan|laporan|liputan|investigasi|penelusuran|pemberitaan`},
	{cue{press: true, near: true, told: true, where: true}, `kepada`},
	{cue{}, `dikutip dari|mengutip`},
	{cue{before: true, press: true}, `melaporkan|memberitakan`},
	{cue{}, `według|w ocenie|w opinii`},
	{cue{report: true}, `zdaniem|w sondażu|sondaż`},
	{cue{press: true, near: true, told: true}, `w wywiadzie dla|w rozmowie z|z ustaleń|z informacji|z doniesień|na antenie|na łamach`},
	{cue{press: true, near: true, told: true}, `dziennikarzowi|dziennikarce|dziennikarzom|reporterowi|reporterce|reporterom|korespondentowi|korespondentce|redakcji|redaktorowi|śledztwo|śledztwa|
		artykule|tekście|wywiadzie dla|wywiadu dla|rozmowie dla|komentarzu dla|oświadczeniu dla|wypowiedzi dla|cytowany w|cytowana w|czytamy w|przeczytał w|przeczytała w|pisał w|pisała w`},
	{cue{report: true}, `z raportu|raport`},
	{cue{}, `cytowany przez|cytowana przez|jak ustalił|jak ustaliła|jak ustaliło|jak podaje|jak informuje|jak pisze|podał|podała`},
	{cue{before: true, press: true}, `podał|podała|podaje|informuje|napisała`},
	{cue{}, `powołując się na`},
	{cue{press: true, near: true}, `podaje|informuje|pisze`},
	{cue{before: true, press: true}, `göre|haberine göre|verilerine göre|hesabına göre|bildirdi|yazdı|duyurdu|yaptığı açıklamada|konuştu|konuşan|söyledi`},
	{cue{}, `sipas`},
	{cue{before: true, press: true}, `raportoi|shkruan`},
	{cue{}, `po navodima|po riječima|po procjeni|po podacima|prema|piše|javlja|navodi|prenosi`},
	{cue{before: true, press: true}, `objavio|izvijestio|piše|javlja|izvještava`},
	{cue{press: true, near: true, told: true}, `u razgovoru za|razgovoru za|u intervjuu za|intervjuu za|izjavi za|izjavio za|izjavila za|rekao za|rekla za|kazao za|kazala za|u emisiji|novinaru|novinarki|novinarima|pisanju|saznanjima|istraživanju|člancima|tekstu`},
	{cue{}, `pozivajući se na|kako prenosi|kako piše|kako javlja|kako navodi|kako doznaje`},
	{cue{press: true, near: true, told: true}, `تقرير ل|تقرير نشرته|تقرير نشره|تقرير أعدته|تقرير بثته|تقرير أوردته|تقرير صحيفة|تقرير وكالة|تحقيق ل|تحقيق نشرته|تحقيق أجرته|تحقيق صحيفة|تصريح ل|تصريحات ل|تصريحه ل|تصريحاته ل|تصريحاتها ل|حديث ل|حديثه ل|حديثها ل|مقابلة أجرتها|مراسل|مراسلة|مراسلو|مقال نشرته|مقال في|مقال ل|خبر نشرته|نبأ أوردته|ما نشرته|ما أوردته|ما نقلته|ما ذكرته|ما كشفته|ما بثته`},
	{cue{}, `به گزارش|به نوشته|به نوشتهٔ|به نقل از|بنا به گزارش|طبق گزارش|بر اساس گزارش`},
	{cue{}, `تقرير صادر عن|تقرير أصدرته|تقرير أصدره|تقرير أعده|دراسة صادرة عن|دراسة أجرتها|دراسة أجراها|دراسة أعدتها|دراسة أعدها|دراسة نشرتها|دراسة ل|تقرير ل|بيان صادر عن|بيان ل|مسح أجرته|مسح أجراه|استطلاع أجراه|استطلاع أجرته|إحصاءات|إحصائيات|بيانات|أرقام|تقديرات|وفق|وفق تقديرات|وفقا لتقديرات|وفقاً لتقديرات|طبقا ل|طبقاً ل|استنادا إلى|استناداً إلى|بحسب تقديرات|بحسب|وفقا ل|وفقاً ل|نقلا عن|نقلاً عن|حسب|ذكرت|أفادت|وذكرت|قالت|أوردت|نقلت|مقابلة مع|حوار مع|حديث مع|أشارت|كشفت`},
}

// cuesBy are the cues that begin with one word, in the order in which they are tried.
type cuesBy struct {
	cues  []cue
	parts sync.Once        // makes the lists below, for the words that a text has
	alone []cue            // those that may be followed by any word: of one word, mostly
	next  map[string][]cue // those that may be followed by the word that is the key, in lower case; alone among them
	opens [2]uint64        // the first letters of ASCII of these words, a bit for each: most others are told by them
}

// cueTable finds the cues by the word that they begin with.
type cueTable struct {
	by      map[string]*cuesBy
	gate    [256][256]bool // which two bytes cues begin with, so that other words cost nothing
	lengths [256]uint32    // by first byte, the lengths of the words that cues begin with as bits
}

var cueIndex = sync.OnceValue(func() *cueTable {
	lists := slices.Concat(allCues(), tellerCues(), reportCues())
	t := &cueTable{by: make(map[string]*cuesBy, len(lists)/2)}
	for _, before := range [...]bool{true, false} { // a name before the verb is its subject; only where there is none may one behind it be
		for i := range lists {
			if lists[i].before == before {
				t.add(lists[i : i+1 : i+1]) // most words begin one cue, which stays in its place
			}
		}
	}
	t.gate["و"[0]]["و"[1]] = true
	return t
})

var everyByte = func() (t [256]bool) {
	for c := range t {
		t[c] = true
	}
	return
}()

// add adds the cue that one has.
func (t *cueTable) add(one []cue) {
	w, _, _ := strings.Cut(one[0].text, " ")
	w, _, _ = strings.Cut(w, "-") // "lit-on dans" begins with the word "lit"
	if by := t.by[w]; by != nil {
		by.cues = append(by.cues, one...)
		return
	}
	t.by[w] = &cuesBy{cues: one}
	t.lengths[lowerASCII(w[0])] |= 1 << len(w)
	if w[0] < utf8.RuneSelf {
		t.gate[lowerASCII(w[0])][(w + " ")[1]] = true
		return
	}
	first, _ := utf8.DecodeRuneInString(w)
	for _, c := range [...]byte{w[0], string(unicode.ToUpper(first))[0]} { // capitals of other scripts differ in their second byte, some in their first
		if !t.gate[c][0] {
			t.gate[c] = everyByte
		}
	}
}

// part makes the lists by the second word.
func (by *cuesBy) part() {
	for i := range by.cues {
		if second := by.cues[i].second(); second != "" {
			if by.next == nil {
				by.next = map[string][]cue{}
			}
			by.next[second] = nil
			if c := second[0]; c < utf8.RuneSelf {
				by.opens[c>>6] |= 1 << (c & 63)
			}
		}
	}
	if by.next == nil { // mostly
		by.alone = by.cues
		return
	}
	for _, q := range by.cues {
		if second := q.second(); second != "" {
			by.next[second] = append(by.next[second], q)
			continue
		}
		by.alone = append(by.alone, q)
		for w := range by.next {
			by.next[w] = append(by.next[w], q)
		}
	}
}

// second is the word that has to follow the first of a cue, in lower case; "" where that may be any or a part of a word.
func (q *cue) second() string {
	first, rest, _ := strings.Cut(q.text, " ")
	second, _, _ := strings.Cut(rest, " ")
	if strings.IndexByte(first, '-') >= 0 {
		return ""
	}
	if second == "" || wordRun(second, 0) < len(second) || q.glued() {
		return ""
	}
	return strings.ToLower(second)
}

// glued reports whether the name is written together with the end of the cue: "وفقا لرويترز".
func (q *cue) glued() bool { return strings.HasSuffix(q.text, " ل") }

// tatweel stretches a letter, as between a particle and a name that it is glued to.
const tatweel = "ـ"

// at are the cues that may stand where the first word, which ends at byte e of s, is followed by what s has there.
func (by *cuesBy) at(s string, e int) []cue {
	by.parts.Do(by.part)
	if len(by.next) == 0 || e >= len(s) {
		return by.alone
	}
	n := blankAt(s, e)
	if n == 0 || e+n == len(s) {
		return by.alone
	}
	if c := lowerASCII(s[e+n]); c < utf8.RuneSelf && by.opens[c>>6]&(1<<(c&63)) == 0 {
		return by.alone
	}
	var room [64]byte
	if list, ok := by.next[string(lower(room[:0], s[e+n:wordRun(s, e+n)]))]; ok {
		return list
	}
	return by.alone
}

// cueByte marks the bytes of ASCII that the words of cues are made of.
var cueByte = func() (t [256]bool) {
	for c := range t {
		t[c] = alnum(byte(c)) || c == '\''
	}
	return
}()

// speakers are plural nouns of people whom statements are attributed to without a name.
var speakers = wordSet(`officials agencies analysts experts sources residents witnesses authorities activists observers diplomats investigators prosecutors police locals traders villagers researchers scientists economists
	reports media outlets newspapers broadcasters rebels campaigners lawyers aides survivors relatives doctors medics hospitals
	behörden experten beobachter medien kreise augenzeugen anwohner ermittler autorités témoins experts médias sources habitants autoridades fuentes testigos expertos medios vecinos fontes autoridades especialistas testemunhas
	fonti autorità testimoni esperti источники эксперты очевидцы власти eksperci władze źródła yetkililer uzmanlar kaynaklar`)

// phraseAt is where the phrase that stands at byte i of s ends, case and kinds of blank aside; 0 if another does.
func phraseAt(s string, i int, phrase string) int {
	for {
		w, rest, more := strings.Cut(phrase, " ")
		if len(s)-i < len(w) || s[i:i+len(w)] != w && !strings.EqualFold(s[i:i+len(w)], w) {
			return 0
		}
		i += len(w)
		if !more {
			return i
		}
		n := 0
		if i < len(s) {
			n = blankAt(s, i)
		}
		if n == 0 {
			return 0
		}
		i += n
		phrase = rest
	}
}
