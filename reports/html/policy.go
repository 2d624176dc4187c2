package html

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"sync"
)

//go:embed templates/style.css
var style string

//go:embed templates/script.js
var script string

// policy is the Content-Security-Policy of the page (https://www.w3.org/TR/CSP3/): it forbids everything but the one style and the one
// script, which it knows by their SHA-256. So whatever slipped through the escaping could neither run nor fetch nor post nor move the base
// of the links. frame-ancestors is not heard in a meta element and is left out.
var policy = sync.OnceValue(func() string {
	return "default-src 'none'; style-src " + hash(style) + "; script-src " + hash(script) +
		"; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
})

func hash(content string) string {
	sum := sha256.Sum256([]byte(content))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
