// Package citations reads what a document says: its articles, the claims that they make, the sources that they name for
// them, and the notes at their foot. Parse turns a text.Text into a Document; nothing here touches the network, a clock
// or a file.
//
// Two kinds of position are carried side by side from the first byte on. A Span counts bytes of the file as it lies on
// disk: it is what people and other programs are shown. A Range counts bytes of Text.Clean, the text as a reader reads
// it, with markup, furniture and line breaks gone: it is what the stages of the parser and the rules work on. Both are
// half-open, [Start, End), and neither is ever searched for again.
//
// A Document has articles, each with its claims, citations, notes and markers; they refer to one another by index, and ArticleID, ClaimID and their like
// make the ids that people see. What the parser saw and could not make sense of is a Defect, for the rules. Parse may run in several goroutines at once, and a Document
// may be read by several.
package citations

// The files, in the order in which Parse comes to them.
//
// The whole
//
//	document.go   what Parse gives: Document, Article, Claim, Citation, Note, Defect
//	parse.go      Parse: the order of the stages, and what they share
//	parallel.go   stretches of a document that are read at once
//	ended.go      where the stages look whether anybody still waits
//
// What every stage reads with
//
//	blanks.go words.go markset.go    where blanks, words and characters begin and end, and what a word looks like
//	wordsets.go phrases.go    sets of words, and of phrases that are looked for in one pass
//	tokens.go wordclasses.go stems.go    the words of an article with all that the lists say of them, told once for all stages
//	language.go dateorder.go    the language of a text, and the order in which it writes day and month
//	persons.go institutions.go    whether words are a person's name or that of an institution
//
// Sources between brackets: "(Reuters, May 3; AFP)"
//
//	brackets.go groups.go    the brackets of a block, and which of them give sources
//	dashtail.go    sources behind a dash: "… killed. – ABC News, March 1"
//	items.go item.go itemdates.go itemslips.go itemundated.go    what stands between two semicolons: a signal, a name, a date or what stands for one, a page
//	signals.go carriers.go monitored.go    what stands around the name: "see", "quoted in", "in English 1615 gmt"
//	itemnames.go itemheads.go itemplausible.go    the outlets that the words before a date name, whether they can be an outlet at all, and one with such a date
//	beforebracket.go    the outlet that the sentence names, where the bracket gives its day alone
//	placeholders.go    dates, sources and figures that nobody has filled in
//	itemworks.go glosses.go quotecredits.go    brackets that date a judgment, an album, a birth, a match; those that sign a quotation
//	settle.go    what the habit of the whole document decides
//	definitions.go    the abbreviations that a text explains
//
// Articles
//
//	blocks.go    what each block looks like: a head, a byline, a caption, the end of prose
//	furniture.go furniturewords.go    what the page prints around an article: menus, offers, lists of other pieces, small print
//	pagetops.go letterheads.go    the lines above a title: a site's name, an imprint, a table of facts
//	pagebounds.go pieces.go issueheads.go    where on its page an article begins and ends, and what parts pieces that name no author
//	articles.go titles.go sidelines.go    where articles begin, and which head is the title rather than a line beside it
//	bylines.go datedbylines.go eastbylines.go headdays.go issuelines.go datelines.go published.go    authors, lines that date a piece or number an issue, the publication and its day
//	biographies.go    who the authors are
//	paragraphs.go sentences.go    the paragraphs of an article and their sentences
//	inline.go links.go lostlinks.go    the citations of brackets and of links; links that the text promises and does not have
//
// Notes
//
//	noteregions.go notes.go notelabels.go    where the notes of an article stand, where each begins, and its label
//	notefeet.go    notes between the paragraphs, as the pages left them
//	markers.go plainmarks.go gluedmarks.go    the places in the text that lead to them
//	notefields.go noteauthors.go notepublisher.go noteunquoted.go noteliststyles.go noteurls.go    author, title, publisher, day and address of a note
//	notelinks.go    notes that promise an address and have none
//	notesigns.go notelater.go    what opens a note, and a further source in it
//	notekinds.go notegenres.go notebluebook.go    book, report, article, news, law, talk or remark
//	noteibid.go noteshort.go    notes that stand for an earlier one
//	notecite.go    the citation that a note is
//
// Sources that a sentence names: "Reuters reported", "according to the institute"
//
//	attributions.go    the sentences of an article, and in each the cues and subjects
//	cues.go tellers.go reports.go judgements.go    the phrases and verbs that point to a name
//	namesbefore.go namesbehind.go nameruns.go    the name before a cue or behind it, and how far it goes
//	papers.go descriptors.go    papers that no registry knows: "the Ashby Gazette", "le quotidien Libération"
//	subjects.go clauseheads.go telling.go heard.go bodies.go asserted.go    names at the head of a clause that tells something, whatever its verb
//	bodyfields.go    the fields that offices are for, which "and" joins
//	inverted.go relatives.go shares.go    bodies behind their verb, in relative clauses, and where they find a share
//	clefts.go    "it was the Guardian that reported"
//	secondverbs.go    a second verb that tells, behind one that looked, and a second sentence with what a report says
//	addressed.go askedby.go    to whom somebody spoke, for whom somebody works, and who asked
//	speakers.go    the labels of those who speak in an interview, who are no sources
//	citednames.go authoryears.go markednames.go    names that the document has cited or explained before, and those of scholars
//	turkish.go slavicbodies.go    names whose ending tells whose words these are, and those with one capital
//	east.go eastbodies.go arabic.go    the same in Chinese, Japanese and Arabic
//	linkednames.go    the name on which a link to its bearer stands
//	pressreviews.go    papers at the head of the sentences of a review of the press
//	titledsources.go sourcelines.go    a quoted title with its paper and day; "Source: Reuters"
//	saiddays.go    the day on which the source is said to have reported
//
// Claims, and the end
//
//	closers.go claims.go claimtext.go    what ends a claim, the claims of each sentence, and their text
//	worth.go worthwide.go numbers.go    what makes a claim worth checking
//	years.go    the years of dates that print none
//	resolve.go ownnames.go    which outlet each printed name means, the role of each source, and the names of the publication itself
//	resolvebeside.go    names that only those beside them explain: short forms, slips
//	inspect.go    what is wrong with how sources and dates are given
