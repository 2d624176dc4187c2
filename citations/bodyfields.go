package citations

import (
	"slices"
	"strings"
)

// The offices of states are named after the fields that they are for, and where these are two, "and" joins them: "the Department of Health and Human Services",
// "Instituto Nacional de Estadística y Censos". What tells them from two bodies is that both sides are nothing but fields.

// jointField is where the name of an office ends that ends at byte end so far and goes on with a further field behind the word for "and" at byte at. It is 0 where what
// follows there is another name.
func (p *parser) jointField(from, end, at, limit int) int {
	if name := p.clean[from:end]; !isField(lastField(name)) && !fieldAdjectives.has(lastField(name)) || !officeFor(name) {
		return 0
	}
	return p.fieldsFrom(nextWordStart(p.clean, at, limit), limit)
}

// fieldsOn is where the name of an office ends that ends at byte end or goes on with an adjective in small letters and further fields: "ministère de la Santé publique et
// de la Population", "ministère des Affaires étrangères".
func (p *parser) fieldsOn(from, end, limit int) int {
	const most = 4
	for range most {
		at := skipBlanks(p.clean, end, limit)
		if at == end || at >= limit {
			return end
		}
		next := end
		if e := p.verbEnd(at, limit); fieldAdjectives.has(p.clean[at:e]) {
			next = e
		} else if andWords.has(firstPrinted(p.clean[at:limit])) {
			next = p.jointField(from, end, at, limit)
		}
		if next <= end {
			return end
		}
		end = next
	}
	return end
}

// fieldAdjectives stand in small letters behind the noun of a field.
var fieldAdjectives = wordSet(`publique publiques publics public sociale sociales social nationale national supérieur supérieure étrangères étrangère écologique économique économiques alimentaire numérique humains humaines
	territoriale territoriales religieuses religieux maritime civile familiale professionnelle professionnel scientifique pénitentiaire rurale rural urbain urbaine durable animale animales renouvelables extérieur extérieures intérieure
	locales locale humanitaire primaire secondaire secondaires forestières halieutiques minières technique pública públicas social sociales exteriores interior nacional superior agraria agrario ambiental humanos humanas civil naturales
	indígenas estera esteri pubblica sociali ambientale`)

// officeFor reports whether a name has a noun of bodies, and behind it a particle for what the body is for.
func officeFor(name string) bool {
	ws := words(name)
	k := slices.IndexFunc(ws, func(w string) bool { return bodyNouns.has(foldWord(w)) || bodyEnd(foldWord(w)) })
	return k >= 0 && slices.ContainsFunc(ws[k+1:], joinsField)
}

// joinsField reports whether a word stands between the noun of an office and its field, or begins with an elided particle that does.
func joinsField(w string) bool {
	return w == "of" || w == "for" || w == "on" || ofParticles.has(w) || joinsName.has(w) || tiedParticle(w)
}

// fieldsFrom is where the field ends that begins at byte at, with its particles; 0 where the capitals there are more than fields.
func (p *parser) fieldsFrom(at, limit int) int {
	const most = 8 // words
	end := 0
	for n := 0; n < most && at < limit && p.clean[at] != '('; n++ {
		e := wordEnd(p.clean, at, limit)
		w := p.clean[at:e]
		switch {
		case isField(w):
			core := len(behindNames.trimRight(w))
			if end = at + core; core < len(w) {
				return end
			}
		case capitalised(w):
			return 0
		case !joinsField(w) && !articleWords.has(w):
			return end
		}
		at = skipBlanks(p.clean, e, limit)
	}
	return end
}

// isField reports whether a word with a capital is the name of a field that offices are for, or stands in one.
func isField(w string) bool {
	w = w[elision(w):]
	if !capitalised(w) {
		return false
	}
	f := foldWord(w)
	return officeFields.has(f) || len(f) > 2*shortestFieldEnding && slices.ContainsFunc(fieldEndings[:], func(e string) bool { return strings.HasSuffix(f, e) })
}

// fieldEndings end German compounds for fields.
var fieldEndings = [...]string{"schutz", "hilfe", "wesen", "wirtschaft", "forschung", "sicherheit", "entwicklung", "planung", "förderung", "politik", "bildung", "vorsorge", "pflege", "aufsicht", "medizin"}

// shortestFieldEnding is how many letters these have at least, and what stands before them.
const shortestFieldEnding = 5

// officeFields are the fields of offices, and the words with which several of them are made. What names a body itself, "Treasury", "Police", is none.
var officeFields = wordSet(`health human services sanitation hygiene agriculture agricultural farming food foods nutrition consumer consumers protection affairs fish fisheries
	fishing game aquaculture wildlife natural resources resource environment environmental environmentally conservation ecology climate change
	biodiversity forestry forests forest fire emergency emergencies disaster disasters management preparedness response relief rescue safety public
	private labor labour employment manpower workforce industry industries industrial trade commerce commercial business enterprise enterprises
	cooperatives economic economics economy development planning finance financial budget revenue revenues taxation tax taxes insurance banking licensing
	licensure regulation regulatory regulations inspections appeals rehabilitation correction corrections correctional parole probation prisons justice
	law legal constitutional parliamentary family families children child youth women gender equality senior elderly aging ageing disability disabilities
	disabled veterans social welfare solidarity community communities population housing urban rural regional metropolitan land lands local territorial
	decentralization decentralisation reform education training skills vocational higher primary secondary elementary literacy culture cultural arts
	heritage sport sports recreation parks tourism recreational hospitality information communication communications telecommunications broadcasting media
	technology technologies technical digital digitalization digitalisation cyber cybersecurity science sciences scientific innovation research statistics
	statistical census censuses geography geology geological mapping cartography survey surveying meteorology hydrology hydrological atmospheric oceanic
	energy power electricity mines mining minerals mineral petroleum oil gas coal nuclear renewable water waters waterways irrigation drainage sewerage
	waste transport transportation traffic roads road highways highway railways rail railroads ports shipping maritime marine harbours harbors aviation
	aeronautics works infrastructure construction supplies supply logistics stores standards quality metrology measures weights home homeland security
	internal interior foreign external international cooperation immigration naturalization citizenship refugees displaced persons migration migrants
	border borders customs excise prevention control disease diseases drug drugs medicines medical cosmetics pharmaceutical pharmacy addiction alcohol
	alcoholism mental substance hospitals care livestock animal veterinary plant crops poverty reduction alleviation humanitarian peace reconciliation
	reconstruction reintegration religious religions indigenous tribal minorities minority integration investment investments exports imports export
	import marketing property intellectual antitrust competition tariffs procurement personnel administrative civil service records archives elections
	electoral referendums integrity accountability corruption rights freedoms liberties equity privacy inclusion diversity expression domestic violence
	crime criminal intelligence military space oceans fuels buildings professional occupational general modernization modernisation salud sanidad
	asistencia bienestar previsión protección seguridad ciudadana defensa justicia derechos humanos gobernación relaciones exteriores cooperación cultos
	culto hacienda finanzas economía fomento industria industrias comercio producción turismo energía energías minas minería hidrocarburos petróleo
	electricidad agua aguas riego saneamiento alcantarillado agricultura ganadería pesca acuicultura alimentación alimentos medicamentos desarrollo
	agrario urbano vivienda construcción obras públicas pública público infraestructura transporte transportes tránsito comunicaciones telecomunicaciones
	información educación enseñanza ciencia ciencias tecnología tecnologías innovación investigación investigaciones docencia cultura deporte deportes
	recreación juventud mujer mujeres género igualdad familia familias infancia niñez adolescencia trabajo empleo migración migraciones extranjería
	ambiente ambiental ambientales recursos naturales naturaleza sostenibilidad cambio climático biodiversidad bosques forestal forestales estadística
	estadísticas estadistica censos geografía geografia geología meteorología hidrología planificación presupuesto crédito administración aduanas tributos
	tributación impuestos regulación evaluación calidad normalización inocuidad sanitaria prevención atención gestión riesgos emergencias desastres drogas
	adicciones transparencia acceso consumidor consumidores competencia propiedad intelectual inclusión población pueblos indígenas víctimas reforma
	reconstrucción económicas económica sociales políticas política forenses saúde assistência bem-estar previdência proteção segurança defesa justiça
	direitos relações fazenda finanças economia indústria comércio produção energia mineração água águas saneamento pecuária aquicultura abastecimento
	alimentação alimentar desenvolvimento agrário habitação construção infraestrutura mobilidade comunicações educação ensino ciência tecnologia inovação
	pesquisa pesquisas esporte esportes juventude mulher mulheres gênero igualdade família trabalho emprego migração mudança clima biodiversidade
	florestas renováveis estatística geologia meteorologia planejamento orçamento gestão administração qualidade normalização vigilância população povos
	integração estudos santé hygiène solidarité solidarités sécurité défense droits intérieur affaires étrangères coopération finances comptes économie
	économique économiques industrie tourisme énergie géologie eau eaux assainissement hydraulique élevage pêche pêches alimentation développement durable
	urbain urbanisme territoire territoires logement habitat équipement travaux publics publiques infrastructures transports mobilité télécommunications
	éducation enseignement formation recherche recherches technologie jeunesse femmes femme genre égalité famille familles enfance travail emploi
	environnement nature climat transition écologique biodiversité forêts forêt statistique statistiques études démographie démographique météorologie
	planification prévision réforme décentralisation collectivités intégration réfugiés réinsertion action humanitaire prévention contrôle qualité
	évaluation concurrence consommation répression cohésion ville outre-mer anciens combattants umwelt natur naturschutz klima energie verkehr digitales digitale infrastruktur arbeit soziales
	gesundheit ernährung landwirtschaft forsten wald verbraucher familie familien senioren frauen jugend kinder bildung forschung wissenschaft kultur
	medien tourismus wohnen bau bauwesen bauen stadt raumordnung justiz inneres innere heimat kommunales finanzen wirtschaft handel arzneimittel
	lebensmittel materialforschung statistik geologie rohstoffe geowissenschaften hydrologie seeschifffahrt flüchtlinge gleichstellung zusammenarbeit
	europa recht verfassung strahlenschutz katastrophenhilfe bevölkerungsschutz informationssicherheit`)
