package citations_test

import (
	"strings"
	"testing"
)

// TestLetterheads reads what institutions print above the titles of their documents.
func TestLetterheads(t *testing.T) {
	const title = "Kelm: Ferries and their inspectors, including licences and fees; treatment of crews (2019–2023)"
	const text = "The ferries carried 40,000 passengers in April, the highest figure since the port keeps records (Reuters, May 3). The harbour master said that the quays were full, and that ferries were short (AFP, May 4).\n\n" +
		"Nothing else moved in the spring of that year, and the harbour master went home early every day of the week (BBC, May 8). His deputy stayed, because somebody had to count the ships.\n"
	for _, head := range []string{
		"Ferry and Harbour Board of Kelm\nHome  >  Island information  >  Research  >  Replies to Requests\n\nReplies to Requests\n\nKLM200947.E\n12 May 2023\n\nTITLE\n\nResearch Directorate, Ferry and Harbour Board of Kelm\n\n1. Overview\n\n",
		"Home > Island information > Replies to Requests\n\nKLM201168.E\n\n12 May 2023\n\nTITLE\n\nResearch Directorate, Island Information Service\n\n1. Overview\n\n",
		"United Nations                                   A/HRC/52/63\n\nHuman Rights Council                             Distr.: General\n                                                 12 May 2023\n\n                                                 Original: English\n\n\nTITLE\n\nSubmitted pursuant to resolution 26 (2021)\n\n",
		"HARBOUR AND COAST RISK ADVISORY                CONFIDENTIAL: CLIENTS ONLY\n\nCOUNTRY BRIEF\n\nTITLE\n\nNorthern Seas desk\n12 May 2023\n\nKey judgements\n\n",
		"EUROPEAN COMMISSION\n\nBrussels, 12.5.2023\nCOM(2023) 411 final\n\nTITLE\n\n",
		"House of Keys Library\n\nResearch Briefing\n\nCBP-9523\n\n12 May 2023\n\nTITLE\n\n",
		"Ministry of Ports\nHome > Press > Press releases\n\nPress releases\n\n12 May 2023\n\nTITLE\n\n",
		"High Court of Kelm\n\nCase No. 14-2023\n12 May 2023\n\nTITLE\n\n",
		"Kelm Accountability Office\nGAO-23-105555\nMay 12, 2023\n\nTITLE\n\n",
		"KELM RIGHTS WATCH\nPUBLIC STATEMENT\n12 May 2023\nIndex: EUR 14/1234/2023\n\nTITLE\n\n",
		"Centre for Open Budgets\nHome > Publications > Commentaries\n\nCommentaries\n\nTITLE\n\nPublic Finance Unit\n12 May 2023\n\n",
		"Centre for Open Budgets\n\nTITLE\n\nReport on the monitoring of ferries, March to August\n\nKelm, 12 May 2023\n\n",
	} {
		h := headForms{title: title}
		checkHead(t, h, head, text)
	}
	for _, h := range []headForms{
		{title: "Las barcazas del estrecho y sus inspectores: licencias, tasas y trato", forms: []string{"Defensoría del Estrecho\nInicio > Publicaciones > Informes\n\nInformes\n\nINF-2023-014\n12 de mayo de 2023\n\nTITLE\n\n"}},
		{title: "Les bacs du détroit et leurs inspecteurs : permis, taxes et équipages", forms: []string{"Ministère des Ports\nAccueil > Publications > Rapports\n\nRapports\n\nRéf. 2023-14\n12 mai 2023\n\nTITLE\n\n"}},
		{title: "Паромы пролива и их инспекторы: лицензии, сборы и команды", forms: []string{"Министерство портов\nГлавная > Документы > Доклады\n\nДоклады\n\n12 мая 2023 г.\n\nTITLE\n\n"}},
	} {
		checkHead(t, h, h.forms[0], text)
	}
}

// checkHead reads a head above a text, which has to give one article with its title and the day, and no author.
func checkHead(t *testing.T, h headForms, head, text string) {
	t.Helper()
	doc := parseText(t, "a.txt", strings.ReplaceAll(head, "TITLE", h.title)+text)
	if len(doc.Articles) != 1 {
		t.Errorf("%q: %d articles", head, len(doc.Articles))
		return
	}
	a := &doc.Articles[0]
	if day := a.Published.ISO(); a.Title != h.title || len(a.Authors) > 0 || day != "2023-05-12" {
		t.Errorf("%q: title %q, authors %q, published %s", head, a.Title, a.Authors, day)
	}
}
