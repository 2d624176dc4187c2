package reports

import _ "embed"

// The JSON Schemas (2020-12) of one line of each output, whose names they bear as titles. They describe every member. They let members through that they do not know, as
// readers of the contract must; the tests that hold them to what is printed do not.
var (
	//go:embed claims.schema.json
	ClaimsSchema string // verify claims, verify check: the public contract whose name is Schema
	//go:embed fetch.schema.json
	FetchSchema string // verify fetch: one source of one claim
	//go:embed page.schema.json
	PageSchema string // verify page
	//go:embed support.schema.json
	SupportSchema string // verify support
)
