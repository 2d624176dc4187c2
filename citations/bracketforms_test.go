package citations_test

import (
	"strings"
	"testing"
)

// bracketForms are brackets as articles print them, and the outlets and days that they cite, for an article of 18 May 2018.
var bracketForms = []struct{ bracket, cites string }{
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
