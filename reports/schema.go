package reports

import _ "embed"

// ClaimsSchema is the JSON Schema (2020-12) of one line of the format json: the public contract whose name is Schema. It describes every member. It lets
// members through that it does not know, as readers of the contract must; the test that holds it to what is printed does not.
//
//go:embed claims.schema.json
var ClaimsSchema string
