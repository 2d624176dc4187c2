package rules

// Rules is the one list of rules.
var Rules = []Rule{}
