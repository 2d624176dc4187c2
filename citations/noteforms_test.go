package citations_test

import (
	"slices"
	"strings"
	"testing"
)

// noteForms are notes in the styles of many manuals, with the kind, day, title, publisher and first author that they give; "" for none.
var noteForms = []struct{ note, kind, day, title, publisher, author string }{
	{"Ann Bell, “Ports Close,” Reuters, May 3, 2018, https://www.reuters.com/a.", "news", "2018-05-03", "Ports Close", "Reuters", "Ann Bell"},
	{"“Ports Close,” Reuters, May 3, 2018.", "news", "2018-05-03", "Ports Close", "Reuters", ""},
	{"“Ports Close”, The Guardian, 3 May 2018.", "news", "2018-05-03", "Ports Close", "Guardian", ""},
	{"Bell, Ann. “Ports Close.” The New York Times, 3 May 2018.", "news", "2018-05-03", "Ports Close", "New York Times", ""},
	{"Bell, A. (2018, May 3). Ports close. The New York Times. https://www.nytimes.com/a", "news", "2018-05-03", "Ports close", "New York Times", ""},
	{"A. Bell, Ports close, The Guardian, 3 May 2018.", "news", "2018-05-03", "Ports close", "Guardian", ""},
	{"Reuters, May 3, 2018.", "news", "2018-05-03", "", "Reuters", ""},
	{"https://www.reuters.com/article/2018/05/03/ports", "news|web", "", "", "", ""},
	{"Ann Bell, Ports of Sand (London: Hurst, 2014), 41.", "book", "2014", "Ports of Sand", "Hurst", "Ann Bell"},
	{"Ann Bell, Ports of Sand: A History of the Coast, 2nd ed. (Oxford: Oxford University Press, 2014), pp. 41–43.", "book", "2014", "Ports of Sand", "Oxford University Press", "Ann Bell"},
	{"Bell, Ann. Ports of Sand. Cambridge University Press, 2014.", "book", "2014", "Ports of Sand", "Cambridge University Press", ""},
	{"Bell A (2014) Ports of Sand. Hurst, London.", "book", "2014", "Ports of Sand", "Hurst", ""},
	{"Ann Bell, “The Sand Trade,” Journal of Modern African Studies 12, no. 3 (2014): 41–60.", "article", "2014", "The Sand Trade", "Journal of Modern African Studies", "Ann Bell"},
	{"Bell, A. (2014). The sand trade. Journal of Modern African Studies, 12(3), 41–60. https://doi.org/10.1017/S0022278X14", "article", "2014", "The sand trade", "Journal of Modern African Studies", ""},
	{"Ann Bell, “The Sand Trade,” in Ports of Africa, ed. Karl Braun (London: Routledge, 2014), 41.", "article|book", "2014", "The Sand Trade", "Routledge", "Ann Bell"},
	{"World Bank, Ports and Poverty, Washington, DC, 2014, p. 12.", "report", "2014", "Ports and Poverty", "World Bank", ""},
	{"World Bank, “Ports and Poverty,” June 2014.", "report", "2014-06", "Ports and Poverty", "World Bank", ""},
	{"International Crisis Group, “Ports and Poverty,” Africa Report No. 212, 12 June 2014.", "report", "2014-06-12", "Ports and Poverty", "International Crisis Group", ""},
	{"UN Security Council, Final report of the Panel of Experts on Libya, S/2018/812, 5 September 2018.", "report", "2018-09-05", "Final report", "", ""},
	{"United Nations Security Council Resolution 2401, 24 February 2018.", "law|other|report", "2018-02-24", "", "", ""},
	{"Law No. 12 of 2014 on Ports, art. 4.", "law", "2014", "", "", ""},
	{"Regulation (EU) 2016/679 of 27 April 2016, OJ L 119.", "law", "2016-04-27", "", "", ""},
	{"Brown v. Board of Education, 347 U.S. 483 (1954).", "law", "1954", "", "", ""},
	{"Author interview with a port official, Tripoli, May 3, 2018.", "interview", "2018-05-03", "", "", ""},
	{"Interview with Ann Bell, Tripoli, 3 May 2018.", "interview", "2018-05-03", "", "", ""},
	{"Personal communication, May 3, 2018.", "interview", "2018-05-03", "", "", ""},
	{"Telephone interview with a trader, Sebha, May 2018.", "interview", "2018-05", "", "", ""},
	{"Carver v. City of Dunmore, No. 18-1127, slip op. (4th Cir. Feb. 19, 2019).", "law", "2019-02-19", "", "", ""},
	{"Mott v. Town of Crisp, 112 Va. 409, 71 S.E. 533 (1911).", "law", "1911", "", "", ""},
	{"Mott, 112 Va. at 411.", "law", "", "", "", ""},
	{"Ann Bell, Kerb Federalism, 117 Colum. L. Rev. 1203, 1219–22 (2017).", "article", "2017", "", "", "Ann Bell"},
	{"Cal. Veh. Code § 21235 (West 2018).", "law", "2018", "", "", ""},
	{"Carver v. Lee, 947 F.3d 22 (2d Cir. 2020).", "law", "2020", "", "", ""},
	{"Ann Bell, Ports Close, L.A. Times, 3 Jan. 2018.", "news", "2018-01-03", "", "L.A. Times", ""},
	{"Чабан В. А. Великий Луг. — Запоріжжя: Січ, 1999. — С. 12.", "book", "1999", "Великий Луг", "Січ", "Чабан В. А."},
	{"Jean Lavergne, Les campagnes du Quercy, Toulouse, Université de Toulouse, 1978, p. 301.", "book", "1978", "Les campagnes du Quercy", "Université de Toulouse", "Jean Lavergne"},
	{"Règlement (CE) n° 1881/2006 de la Commission du 19 décembre 2006, annexe, section 3.", "law", "2006-12-19", "", "", ""},
	{"Там само. — С. 15.", "ibid", "", "", "", ""},
	{"Ibid.", "ibid", "", "", "", ""},
	{"Ibid., p. 44.", "ibid", "", "", "", ""},
	{"Id. at 44.", "ibid", "", "", "", ""},
	{"Bell, op. cit., p. 12.", "ibid", "", "", "", ""},
	{"See note 1 above.", "ibid|comment", "", "", "", ""},
	{"The figure excludes ships that were laid up.", "comment", "", "", "", ""},
	{"All dates are local.", "comment", "", "", "", ""},
	{"@LibyaHerald, Twitter, May 3, 2018.", "web|news", "2018-05-03", "", "", ""},
	{"Ann Bell (@annbell), “Ports closed again,” Twitter, May 3, 2018, 9:14 a.m.", "web", "2018-05-03", "Ports closed again", "Twitter", "Ann Bell"},
	{"“Ports,” Wikipedia, last modified May 3, 2018.", "web", "", "Ports", "Wikipedia", ""},
	{"“Ports Close,” Reuters, accessed May 3, 2018, https://www.reuters.com/a.", "news|web", "", "Ports Close", "Reuters", ""},
	{"Ministry of Transport, “Statement on the Port,” press release, May 3, 2018.", "report|web|other", "2018-05-03", "Statement on the Port", "Ministry of Transport", ""},
	{"Ann Bell, “Ports of Sand” (PhD diss., SOAS, 2014), 44.", "book|report|other|article", "2014", "Ports of Sand", "", "Ann Bell"},
	{"Ann Bell, “Ports of Sand,” Working Paper 12, Chatham House, June 2014.", "report", "2014-06", "Ports of Sand", "Chatham House", "Ann Bell"},
	{"Ann Bell and Karl Braun, “Ports Close,” Foreign Policy, May 3, 2018.", "news", "2018-05-03", "Ports Close", "Foreign Policy", "Ann Bell"},
	{"“Tripoli port closes for a week,” Libya Herald, 3 May 2018; “Port reopens,” Libya Herald, 10 May 2018.", "news", "2018-05-03", "Tripoli port", "Libya Herald", ""},
	{"See Ann Bell, “Ports Close,” Reuters, May 3, 2018.", "news", "2018-05-03", "Ports Close", "Reuters", "Ann Bell"},
	{"Cf. World Bank, Ports and Poverty (Washington: World Bank, 2014).", "report|book", "2014", "Ports and Poverty", "World Bank", ""},
	{"“Fermeture du port”, Le Monde, 3 mai 2018.", "news", "2018-05-03", "Fermeture du port", "Le Monde", ""},
	{"« Fermeture du port », Le Monde, 3 mai 2018, p. 4.", "news", "2018-05-03", "Fermeture du port", "Le Monde", ""},
	{"A. Bell, Les ports de sable, Paris, Karthala, 2014, p. 41.", "book", "2014", "Les ports de sable", "Karthala", ""},
	{"„Der Hafen ist zu“, Der Spiegel, 3. Mai 2018.", "news", "2018-05-03", "Der Hafen ist zu", "Spiegel", ""},
	{"Bell, Anna: Der Hafen ist zu, in: Die Zeit, 3.5.2018.", "news", "2018-05-03", "Der Hafen ist zu", "Zeit", ""},
	{"BBC News, \"Ports Close\", 3 May 2018. Available at: https://www.bbc.com/news/a (accessed 4 May 2018).", "news", "2018-05-03", "Ports Close", "BBC", ""},
	{"\"Ports Close\". BBC News. 3 May 2018. Retrieved 4 May 2018.", "news", "2018-05-03", "Ports Close", "BBC", ""},
	{"Bell, Ann (3 May 2018). \"Ports Close\". The Guardian. Retrieved 4 May 2018.", "news", "2018-05-03", "Ports Close", "Guardian", ""},
	{"Human Rights Watch, World Report 2018 (New York: HRW, 2018), 331.", "report", "2018", "World Report 2018", "H", ""},
	{"Small Arms Survey. 2014. Ports and Guns. Geneva: Small Arms Survey.", "report|book", "2014", "Ports and Guns", "Small Arms Survey", ""},
	{"Email to author, May 3, 2018.", "interview", "2018-05-03", "", "", ""},
	{"Ann Bell, speech at the Port Conference, Rotterdam, May 3, 2018.", "other|interview|web|report", "2018-05-03", "", "", "Ann Bell"},
	{"CNN, “Port on Fire,” video, 2:31, May 3, 2018, https://www.cnn.com/v.", "news", "2018-05-03", "Port on Fire", "CNN", ""},
	{"Rift Valley Institute, Courts Under Sail (Nairobi: RVI, 2021), p. 33.", "report", "2021", "Courts Under Sail", "Rift Valley Institute", ""},
	{"Supreme Court of Kenya, Case 41 of 2019.", "law", "2019", "", "", ""},
	{"The Harbour Post, Annual Report 2021 (Dublin: The Harbour Post, 2022), p. 14.", "report", "2022", "", "", ""},
	{"Instituto Nacional de Estadística, Boletín de puertos, n.º 12, La Paz, diciembre de 2021.", "report", "2021-12", "Boletín de puertos", "Instituto Nacional de Estadística", ""},
	{"Institute of Harbours, “Aids to Sailing: A Cost Review” (internal report, 2016), 6.", "report", "2016", "Aids to Sailing: A Cost Review", "", ""},
	{"Уголовно-исполнительный кодекс Республики Казахстан от 5 июля 2014 г. № 234-V, ст. 14.", "law", "2014-07-05", "", "", ""},
	{"Bell, ‘Ports Close’, Financial Times, 3 May 2018.", "news", "2018-05-03", "Ports Close", "Financial Times", ""},
}

// TestNoteForms reads each of them between two others.
func TestNoteForms(t *testing.T) {
	for _, f := range noteForms {
		doc := parseText(t, "en.txt", "Ports and Promises\n\nBy Cora Dunn\n\nMay 18, 2019\n\nThe port of Ras Kormak was shut for a week after gunmen took the customs house.[1] "+
			"Nothing else was said in the town about the matter that week.[2] The mayor kept to his house.[3]\n\nNotes\n\n1. World Bank, Trade in Sand, Washington, 2013.\n\n2. "+f.note+"\n\n3. Libya Herald, June 4, 2018.\n")
		notes := doc.Articles[0].Notes
		if len(notes) != 3 {
			t.Errorf("%s: %d notes", f.note, len(notes))
			continue
		}
		n, day := &notes[1], ""
		if n.Date != nil {
			day = n.Date.ISO()
		}
		if !slices.Contains(strings.Split(f.kind, "|"), n.Kind.String()) || day != f.day || !strings.Contains(n.Title, f.title) || !strings.Contains(n.Publisher, f.publisher) ||
			f.author != "" && !slices.Contains(n.Authors, f.author) {
			t.Errorf("%s: %v, %q, title %q, publisher %q, authors %q", f.note, n.Kind, day, n.Title, n.Publisher, n.Authors)
		}
	}
}
