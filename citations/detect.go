package citations

// DetectLanguage tells the language of a text as ISO 639-1 by its script and its small words, "" if nothing can be said.
func DetectLanguage(s string) string { return detectLanguage(s) }
