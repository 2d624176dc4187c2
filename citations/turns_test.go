package citations

import (
	"slices"
	"strings"
	"testing"
)

// named lists the names of a document's attributions in the order of the text.
func named(d *Document) string {
	var names []string
	for a := range d.Articles {
		for _, c := range d.Articles[a].Citations {
			if c.Kind == Attribution {
				names = append(names, d.Text.Clean[c.Range.Start:c.Range.End])
			}
		}
	}
	slices.Sort(names)
	return strings.Join(names, "; ")
}

// The turns with which English names a source in the sentence, and those which look like them and name none.
func TestEnglishTurns(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		// A noun of judgement, and whose it is.
		{"By the reckoning of the Asian Development Bank, the ferry earns 9 million dollars.", "Asian Development Bank"},
		{"The channel is not a river, in the view of the World Meteorological Organization, which measures it.", "World Meteorological Organization"},
		{"On the estimate of the World Bank, the road will cost 40 million dollars.", "World Bank"},
		{"The lake rose 40 cm in July, per figures of the World Meteorological Organization.", "World Meteorological Organization"},
		{"By Europol's reckoning, the trade earns more than the ferry.", "Europol"},
		{"At the World Bank's last count, 40 villages had no well.", "World Bank"},
		{"On the World Health Organization's estimates, 12 wards are full.", "World Health Organization"},
		{"In the words of the Guardian, the bridge is a monument to nobody.", "Guardian"},
		{"The head of the World Bank came in April with 12 others.", ""},
		{"The view of the World Bank from the bridge is a good one.", ""},
		{"The audit of the World Bank took 12 weeks.", ""},
		{"The words of the song were printed in red on 12 posters.", ""},
		{"The roof of the Harbour Institute fell in, with 12 people under it.", ""},
		{"He left the office of Europol with 12 boxes.", ""},
		// What a paper or a body has made.
		{"A Guardian analysis found 1,504 holes in the wall.", "Guardian"},
		{"Readers of a Washington Post story about the bridge sent 40 letters.", "Washington Post"},
		{"A Reuters count of the boats came to 40.", "Reuters"},
		{"In a survey that YouGov carried out last autumn, seven in ten said so.", "YouGov"},
		{"The records of the World Health Organization show 40 cases.", "World Health Organization"},
		{"The joint database of Europol and the World Bank lists 40 boats.", "Europol; World Bank"},
		{"A Guardian delivery van hit 12 cars.", ""},
		{"The data centre of Europol is 12 years old.", ""},
		// A verb of saying behind what was said.
		{"Thirty boats are left on the river, says the Harbour Institute (HI); the others were sold.", "Harbour Institute"},
		{"Forty boats were lost, estimates the World Bank.", "World Bank"},
		{"The bridge will cost 40 million, reckons the Institute of River Engineers, which drew it.", "Institute of River Engineers"},
		{"\"We paid for 40 boats,\" said the World Bank.", "World Bank"},
		{"The miller said the World Bank paid for 12 boats.", ""},
		{"The mayor, who says the Harbour Institute lied, has 12 cats.", ""},
		// Tenses.
		{"The World Bank had warned for a decade that the road would sink.", "World Bank"},
		{"The World Bank has long said that 40 villages have no well.", "World Bank"},
		{"The World Bank had complained of this in its report of 2018: the money was real, it wrote, but nobody had seen it.", "World Bank"},
		{"When the World Health Organization tested 147 wells, it concluded that almost half were foul.", "World Health Organization"},
		{"The World Bank has built 40 wells.", ""},
		{"The World Bank had bought the mill from a man that nobody knew.", ""},
		{"When the World Bank opened its office, it rained for 12 days.", ""},
		// What is said without "that".
		{"The World Health Organization reckons a new ward would take nine years to build.", "World Health Organization"},
		{"The Harbour Institute believes the wall will hold for 40 years.", "Harbour Institute"},
		{"The World Bank thinks the road is too short.", "World Bank"},
		{"The Harbour Institute said the 40 boats had been sold.", "Harbour Institute"},
		{"The Harbour Institute told members of parliament that 40 boats were lost.", "Harbour Institute"},
		{"The Harbour Institute in Bremen, which counted them, disagrees.", "Harbour Institute"},
		{"The Harbour Institute believes in God.", ""},
		{"The Harbour Institute claims the land behind the mill.", ""},
		{"The Harbour Institute says goodbye to its 12 guests.", ""},
		// Figures in words, and a second body with another figure.
		{"The Harbour Institute counts eleven more wrecks in the bay.", "Harbour Institute"},
		{"The Harbour Institute speaks of more than 300 boats.", "Harbour Institute"},
		{"The World Bank put the loss at 11 million, the Harbour Institute at nine.", "Harbour Institute; World Bank"},
		{"Reuters put the crowd at 4,000, Europol at \"more than ten thousand\".", "Europol; Reuters"},
		{"The Harbour Institute speaks of 300 boats, Europol of 118.", "Europol; Harbour Institute"},
		{"The World Bank puts 40 people on the road each day.", ""},
		{"The Harbour Institute measured 12 metres in length before the fire.", ""},
		// Whose people say it.
		{"The Spectator's Ann Pole thinks the cost of the mill will be higher.", "Spectator"},
		{"The Guardian's columnist Mele Finau called this \"the only bridge we ever had\".", "Guardian"},
		{"Nobody had a licence, as the Guardian's Ann Milne reminded everyone.", "Guardian"},
		{"The Guardian's Ann Smith was arrested with 12 others.", ""},
		{"The Guardian's Ann Smith has 12 cats.", ""},
		{"Nonsense, replied Ann Folarin in the Guardian.", "Guardian"},
		{"A miller quoted in the Guardian measured 81 decibels.", "Guardian"},
		{"The talk was broadcast by the BBC, and 40 people heard it.", "BBC"},
		// An abbreviation between the name and its verb.
		{"The state oil firm (NNPCL) claims that 4 per cent is lost.", "NNPCL"},
		{"Harbour Alliance Men (HAMB) says that 83 boats are missing.", "Harbour Alliance Men"},
		{"Anna Berg (SPD) says that 83 boats are missing.", ""},
		{"The old mill (1951) says something that nobody hears.", ""},
		// What a body holds, lays at a door, admits to, and what its report says.
		{"The Harbour Institute has since conceded that 40 boats were never counted.", "Harbour Institute"},
		{"The World Bank is not so sure of the 40 boats.", "World Bank"},
		{"The Harbour Institute accuses the mayor of losing 40 boats.", "Harbour Institute"},
		{"Reuters blamed the fog for the loss of 40 boats.", "Reuters"},
		{"The Harbour Institute admits to 250 lost boats.", "Harbour Institute"},
		{"The World Bank is having none of it: no money, its report notes, was ever set aside.", "World Bank"},
		{"A memo from the Harbour Institute speaks of 40 boats.", "Harbour Institute"},
		{"Sales are up by half if you believe the Harbour Institute.", "Harbour Institute"},
		{"The Royal Society of Edinburgh, which sent a panel of 12, doubts that the dam can be saved.", "Royal Society of Edinburgh"},
		{"Hezbollah, for its part, insists the mayor has given way to 12 others.", ""},
		{"Since then the United Arab Emirates accuse the mayor of losing 40 boats.", ""},
		{"The Harbour Institute was accused of losing 40 boats.", ""},
		{"The Harbour Institute admits 250 children to its yard.", ""},
		{"The World Bank is in a house of 12 floors, and its report is long.", ""},
		{"The mayor accuses the Harbour Institute of losing 40 boats.", ""},
		// Papers that no registry knows, called as papers are.
		{"Orlow Public Radio reported in May that 40 boats were lost.", "Orlow Public Radio"},
		{"The Twin-River Times and Radio Orlow both described it at the time as a relief for 12 owners.", "Radio Orlow; Twin-River Times"},
		{"The Orlow Register's analysis put the loss at 40 boats.", "Orlow Register"},
		{"The talk in the mill, the Sarn Valley Mirror thinks, will cost 40 jobs.", "Sarn Valley Mirror"},
		{"It was left to the Financial Times to explain why 12 boats sank.", "Financial Times"},
		{"The estate was left to the Financial Times by a man of 92.", ""},
		{"The Orlow Register closed in 1951.", ""},
		{"Orlow Public Radio has 12 masts.", ""},
		{"The Sarn Valley Mirror was sold with 12 others.", ""},
		// Whom somebody told, what a second verb or sentence tells, who was first, and names that the text has given before.
		{"It was the Guardian that first reported the loss of the boats.", "Guardian"},
		{"The first to notice was Politico, which had asked for the minutes.", "Politico"},
		{"The mayor denied the charge in an interview with Reuters.", "Reuters"},
		{"As the Washington Post revealed in March, the ferry had no licence.", "Washington Post"},
		{"The ferry had no licence, the BBC has learned.", "BBC"},
		{"Bloomberg, citing two people at the bank, put the loss at 40 million.", "Bloomberg"},
		{"An investigation by ProPublica found that 40 boats had no licence.", "ProPublica"},
		{"Human Rights Watch has documented 40 such cases since May.", "Human Rights Watch"},
		{"Forty people were held, Amnesty International said in a statement.", "Amnesty International"},
		{"UNICEF estimates that 40,000 children are out of school.", "UNICEF"},
		{"His surveys for the U.S. Geological Survey found eleven fish per acre.", "U.S. Geological Survey"},
		{"The Bureau of Labor Statistics reported a rise of 3 percent.", "Bureau of Labor Statistics"},
		{"Data from the Kenya National Bureau of Statistics show that milk costs more.", "Kenya National Bureau of Statistics"},
		{"According to figures published by the Rhodium Group, the trade has halved.", "Rhodium Group"},
		{"A Los Angeles Times reporter counted 40 tents on the bridge.", "Los Angeles Times"},
		{"He told The New York Times that the boats were sold.", "New York Times"},
		{"The Daily Monitor quoted the mayor as saying that the boats were sold.", "Daily Monitor"},
		{"A spokesman, speaking to Premium Times, said that the boats were sold.", "Premium Times"},
		{"State news agency Xinhua said on Monday that the boats were sold.", "Xinhua"},
		{"A study by the University of Nairobi found that milk costs more.", "University of Nairobi"},
		{"Researchers at the University of Leeds found that the river is warmer.", "University of Leeds"},
		{"A Pew Research Center poll found that 61 per cent like bridges.", "Pew Research Center"},
		{"Last week the Star Tribune counted four hundred lamps on the ice.", "Star Tribune"},
		{"That deal died after 600 people came, the Texas Tribune noted.", "Texas Tribune"},
		{"Office for National Statistics data show that rents rose by a tenth.", "Office for National Statistics"},
		{"The International Crisis Group argues that the levy will not last.", "International Crisis Group"},
		{"Footage aired by Al Jazeera shows the boats on fire.", "Al Jazeera"},
		{"CNN aired footage of the boats on fire.", "CNN"},
		{"The Financial Times has seen the contract.", "Financial Times"},
		{"The mayor reads the Guardian every morning and has two cats.", ""},
		{"She worked at Reuters for ten years before she bought the mill.", ""},
		{"The BBC building was closed after the fire.", ""},
		{"The New York Times was sued by the mayor in May.", ""},
		{"He was photographed in front of the Financial Times building.", ""},
		{"The Associated Press had been to see him the week before, he told me.", ""},
		{"A former editor of the Guardian was at the bridge.", ""},
		{"Reuters employs 40 people in the town.", ""},
		{"He had read in Cook County that the mill was sold.", ""},
		{"She had read in the Orlow Valley News-Herald that the mill was sold.", "Orlow Valley News-Herald"},
		{"The World Bank looked at ninety of the loans in 2014 and concluded that a third had been forgiven.", "World Bank"},
		{"The World Bank paid a man who came and concluded that a third was lost.", ""},
		{"Drink no more than a glass: the Harbour Department of Health advises as much because of lead.", "Harbour Department of Health"},
		{"He once wrote a chess column for the Guardian and still talks like it.", ""},
		{"She was for years a correspondent for Reuters, and had 12 cats.", ""},
		{"The minister has denied the loan to the Daily Graphic.", "Daily Graphic"},
		{"The mayor sold the denied loan to the Guardian group.", ""},
		{"The Sarn Comptroller says we're still below the average.", "Sarn Comptroller"},
		{"Post and Herald (1998) speak of \"the cousin tax\".", ""},
		{"Times (2010) shows that sardines travel by rail.", ""},
		{"FAO (2005) reports that a third of the milk is lost.", "FAO"},
		{"The Harbour Safety Board published its final report on 3 March 2017. It named the cable, the doors and the pumps.", "Harbour Safety Board"},
		{"The Harbour Safety Board published its final report on 3 March 2017. It rained for 12 days.", ""},
		{"The World Bank's Kenya office found a similar fall in honey.", "World Bank"},
		{"The first to notice was Politico, which had asked for the minutes.", "Politico"},
		{"The first to leave was Politico, which had lost 12 of its people.", ""},
		{"The mayor said that the boats were sold. Source: Reuters.", "Reuters"},
		{"The mayor said that the boats were sold. Source: own figures.", ""},
		{"The Environment Agency says it checked 410 nets last spring.", "Environment Agency"},
		{"The Environment Agency says it all with flowers.", ""},
		{"A database kept by Seawatch gives her last owner as a post-office box.", "Seawatch"},
		{"It feeds some 40,000 people, as Orlow Resource Watch has shown in two careful surveys.", "Orlow Resource Watch"},
		{"The mine may open in stages if the company drops the case, La Prensa of Panama City reports.", "La Prensa"},
		{"That would swing the market to balance, on Orlow Mackenzie numbers.", "Orlow Mackenzie"},
	} {
		d := article(t, "The river has a bridge and a mill, and the people of the town have known both for as long as they can remember.\n\n"+c.in, published("2024-05-04"))
		if got := strings.ReplaceAll("; "+named(d), "; the ", "; "); strings.TrimPrefix(strings.ReplaceAll(got, "; The ", "; "), "; ") != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.in, got, c.want)
		}
	}
}
