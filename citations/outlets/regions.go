package outlets

import "strings"

// regions are the sub-regions of the United Nations' M49 scheme (https://unstats.un.org/unsd/methodology/m49/, from memory, 2026) with
// the countries of each. Kosovo and Taiwan, which M49 lacks, stand with their neighbours.
var regions = [...]string{
	"DZ EG LY MA SD TN EH MR", // Northern Africa; Mauritania is Maghrebi to its press
	"BI IO KM DJ ER ET KE MG MW MU YT MZ RE RW SC SO SS UG TZ ZM ZW",                   // Eastern Africa
	"AO CM CF TD CG CD GQ GA ST",                                                       // Middle Africa
	"BW SZ LS NA ZA ZW ZM MZ MW AO",                                                    // Southern Africa, and who reads its press
	"BJ BF CV CI GM GH GN GW LR ML MR NE NG SH SN SL TG",                               // Western Africa
	"AI AG AW BS BB BQ CW SX MF BL VG KY CU DM DO GD GP HT JM MQ MS PR KN LC VC TT VI", // Caribbean
	"BZ CR SV GT HN MX NI PA",                                                          // Central America
	"AR BO BR CL CO EC FK GF GY PY PE SR UY VE",                                        // South America
	"US CA GL BM PM",                                                             // Northern America
	"KZ KG TJ TM UZ",                                                             // Central Asia
	"CN HK MO KP JP MN KR TW",                                                    // Eastern Asia
	"BN KH ID LA MY MM PH SG TH TL VN",                                           // South-eastern Asia
	"AF BD BT IN IR MV NP PK LK",                                                 // Southern Asia
	"AM AZ BH CY GE IQ IL JO KW LB OM QA SA PS SY TR AE YE",                      // Western Asia
	"BY BG CZ HU MD PL RO RU SK UA",                                              // Eastern Europe
	"DK EE FI IS IE LV LT NO SE GB FO AX GG JE IM SJ",                            // Northern Europe
	"AL AD BA HR GI GR IT MT ME MK PT SM RS SI ES VA XK",                         // Southern Europe
	"AT BE FR DE LI LU MC NL CH",                                                 // Western Europe
	"AU NZ FJ PG SB VU WS TO KI NR PW FM MH TV NC PF AS CK GU MP NU NF PN TK WF", // Oceania
}

// regionsOf has a bit for each region that a country lies in.
var regionsOf = func() (t [26 * 26]uint32) {
	for i, r := range regions {
		for c := range strings.FieldsSeq(r) {
			t[countryIndex(c)] |= 1 << i
		}
	}
	return t
}()

func countryIndex(c string) int { return (int(c[0]-'A'))*26 + int(c[1]-'A') }

// neighbours reports whether two different countries lie in one sub-region.
func neighbours(a, b string) bool {
	return a != b && validCountry(a) && validCountry(b) && a != "" && b != "" && regionsOf[countryIndex(a)]&regionsOf[countryIndex(b)] != 0
}
