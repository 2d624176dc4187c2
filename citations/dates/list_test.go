package dates

import (
	"strings"
	"testing"
)

// lists are items; of each date what List gives: EDTF, its own text, and what it was printed in where that is more.
var lists = []struct {
	in   string
	want []string
}{
	{"en|see EDM, January 21, 25, 2021", []string{"2021-01-21 January 21 (January 21, 25, 2021)", "2021-01-25 25, 2021 (January 21, 25, 2021)"}},
	{"en|January 21, 25", []string{"XXXX-01-21 January 21 (January 21, 25)", "XXXX-01-25 25 (January 21, 25)"}},
	{"|Xinhua, 12, 14 March", []string{"XXXX-03-12 12 (12, 14 March)", "XXXX-03-14 14 March (12, 14 March)"}},
	{"|BBC News, 18, 22 and 25 June 2020, checked 1 Oct 2026", []string{"2020-06-18 18 (18, 22 and 25 June 2020)",
		"2020-06-22 22 (18, 22 and 25 June 2020)", "2020-06-25 25 June 2020 (18, 22 and 25 June 2020)", "2026-10-01 1 Oct 2026"}},
	{"|BBC News, 24, 25 and 27 March, checked 1 July", []string{"XXXX-03-24 24 (24, 25 and 27 March)", "XXXX-03-25 25 (24, 25 and 27 March)",
		"XXXX-03-27 27 March (24, 25 and 27 March)", "XXXX-07-01 1 July"}},
	{"|July 6 and 7, 2018", []string{"2018-07-06 July 6 (July 6 and 7, 2018)", "2018-07-07 7, 2018 (July 6 and 7, 2018)"}},
	{"|May 14-16 and 18, 2018", []string{"2018-05-14/2018-05-16 May 14-16 (May 14-16 and 18, 2018)", "2018-05-18 18, 2018 (May 14-16 and 18, 2018)"}},
	{"|20–22 and 25 June 2020", []string{"2020-06-20/2020-06-22 20–22 (20–22 and 25 June 2020)", "2020-06-25 25 June 2020 (20–22 and 25 June 2020)"}},
	{"|14 May and 2 June 2018", []string{"2018-05-14 14 May (14 May and 2 June 2018)", "2018-06-02 2 June 2018"}},
	{"|May 14, June 2, 2018", []string{"2018-05-14 May 14 (May 14, June 2, 2018)", "2018-06-02 June 2, 2018"}},
	{"|December 30 and January 2, 2019", []string{"2018-12-30 December 30 (December 30 and January 2, 2019)", "2019-01-02 January 2, 2019"}},
	{"|May 15, 20 June 2018", []string{"2018-05-15 May 15 (May 15, 20 June 2018)", "2018-06-20 20 June 2018"}},
	{"de|12. und 14. März 2018", []string{"2018-03-12 12 (12. und 14. März 2018)", "2018-03-14 14. März 2018 (12. und 14. März 2018)"}},
	{"es|12 y 14 de marzo de 2018", []string{"2018-03-12 12 (12 y 14 de marzo de 2018)", "2018-03-14 14 de marzo de 2018 (12 y 14 de marzo de 2018)"}},
	{"ru|12 и 14 марта", []string{"XXXX-03-12 12 (12 и 14 марта)", "XXXX-03-14 14 марта (12 и 14 марта)"}},
	{"ar|12 و14 مايو 2018", []string{"2018-05-12 12 (12 و14 مايو 2018)", "2018-05-14 14 مايو 2018 (12 و14 مايو 2018)"}},
	{"|1/5/11, 1/6/11", []string{"2011-01-05 1/5/11", "2011-01-06 1/6/11"}},
	{"de|FAZ, 17.05.2017, 18.10.2017", []string{"2017-05-17 17.05.2017", "2017-10-18 18.10.2017"}},
	{"de|14.02.2017, 02.03.2017", []string{"2017-02-14 14.02.2017", "2017-03-02 02.03.2017"}},
	// Pages, names, times and quantities are no days.
	{"|Bacon 2022-03, 3, 36", []string{"2022-03 2022-03"}},
	{"|UN 2021-10-06, 5", []string{"2021-10-06 2021-10-06"}},
	{"de|Mai 2018, 12, 14", []string{"2018-05 Mai 2018"}},
	{"|May 15, 2018, 12, 14", []string{"2018-05-15 May 15, 2018"}},
	{"|15 May 2018, 12, 14", []string{"2018-05-15 15 May 2018"}},
	{"|15 May, 12", []string{"XXXX-05-15 15 May"}},
	{"|2018, 12, 14", []string{"2018 2018"}},
	{"|11 June, p. 4", []string{"XXXX-06-11 11 June"}},
	{"|May 15, 5:07pm", []string{"XXXX-05-15 May 15"}},
	{"|May 15, 20 people", []string{"XXXX-05-15 May 15"}},
	{"|May 15, 12", []string{"XXXX-05-15 May 15"}},
	{"|Medias 24, 15 May 2017", []string{"2017-05-15 15 May 2017"}},
	{"|Medias 24, May 15, 2017", []string{"2017-05-15 May 15, 2017"}},
	{"|Channel 4, 15 May", []string{"XXXX-05-15 15 May"}},
	{"|Insajderi, June 8, 2017; Dnevni List, March 13", []string{"2017-06-08 June 8, 2017", "XXXX-03-13 March 13"}},
	{"|MEE, March 13; Ahram, July 18, 2013", []string{"XXXX-03-13 March 13", "2013-07-18 July 18, 2013"}},
	{"|al-Mayadeen", nil},
}

func TestList(t *testing.T) {
	for _, c := range lists {
		lang, in, _ := strings.Cut(c.in, "|")
		var got []string
		for _, f := range List(in, Options{Language: lang}) {
			s := f.Date.ISO() + " " + in[f.Start:f.End]
			if f.Date.Printed != in[f.Start:f.End] {
				s += " (" + f.Date.Printed + ")"
			}
			got = append(got, s)
		}
		if strings.Join(got, "; ") != strings.Join(c.want, "; ") {
			t.Errorf("List(%q)\n got %q\nwant %q", c.in, got, c.want)
		}
	}
}
