package rules

// Rules is the one list of rules, by family. policy.silence runs after all others, on what the caller says about its silences.
var Rules = []Rule{
	citeMalformed, citeDuplicate, citeStyle, citeIncomplete, citePlaceholder,
	outletUnknown, outletMisspelt, outletVariant, outletAmbiguous,
	dateImpossible, dateFuture, dateYearUnclear, datePrecedesEvent, dateStale, dateMissing,
	noteMissing, noteUnreferenced, noteOrder, noteReused, noteDuplicate, noteIbid, noteRunOn, noteURLMissing, noteURLBroken, noteDateConflict,
	claimUncited, claimSingleSource, claimOneOwner, claimStateOnly, claimSelfCitation, claimVagueAttribution, claimAnonymousSource,
	articleUnsourced, articleOverReliance, articleLowCoverage,
	linkMissing, linkOtherOutlet, linkDead, linkMoved, linkSoft404, linkUnarchived,
	evidenceNotFound, evidenceDateDiffers, evidenceQuoteDiffers, evidenceNumberDiffers, evidenceSameOrigin, evidenceCorrected,
	policyCorroboration, policyCoverage, policyShare, policySilence,
}
