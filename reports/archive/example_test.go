package archive_test

import (
	"fmt"

	"example.org/verify/reports/archive"
)

// The tables that an audit hands out beside its pages, in CSV and as JSON lines.
func ExampleTableNames() {
	for _, name := range archive.TableNames() {
		fmt.Println(name)
	}
	// Output:
	// documents
	// claims
	// citations
	// outlets
	// findings
}
