package ledger

import (
	"encoding/json"
	"slices"
	"testing"
)

// TestReasons holds that the list of reasons is JSON that gives them back, whichever way it was made.
func TestReasons(t *testing.T) {
	for _, lines := range [][]string{nil, {}, {""}, {"a", "b"}, {`say "no"`}, {`\`}, {"<é>", "\n"}, {"<&>"}} {
		text, err := reasons(lines)
		var back []string
		if err != nil || json.Unmarshal([]byte(text), &back) != nil || !slices.Equal(back, lines) || back == nil {
			t.Errorf("%q: %s, %v", lines, text, err)
		}
	}
	if text, _ := reasons([]string{"<&>"}); text != `["<&>"]` {
		t.Error(text)
	}
}
