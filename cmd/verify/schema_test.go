package main

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"example.org/verify/citations/text"
	"example.org/verify/reports"
)

// strictSchema is the schema of the contract, made to refuse members that it does not name.
func strictSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(reports.ClaimsSchema))
	if err != nil {
		t.Fatal(err)
	}
	closeObjects(doc)
	c := jsonschema.NewCompiler()
	if err := c.AddResource("claims.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("claims.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// closeObjects closes every object of a schema that lists its members.
func closeObjects(v any) {
	switch v := v.(type) {
	case map[string]any:
		if _, ok := v["properties"].(map[string]any); ok && v["type"] != nil {
			v["additionalProperties"] = false
		}
		for _, x := range v {
			closeObjects(x)
		}
	case []any:
		for _, x := range v {
			closeObjects(x)
		}
	}
}

// valid holds lines of JSON against the schema.
func valid(t *testing.T, s *jsonschema.Schema, name string, lines []byte) (n int) {
	t.Helper()
	for line := range bytes.Lines(lines) {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(line))
		if err == nil {
			err = s.Validate(v)
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		n++
	}
	return n
}

// TestSchema holds what is printed for every case, article and document, and for the pieces of the shared folder where it is there, against the schema. What was looked up is
// held against it by TestClaimsFetchLines and TestWireCopies.
func TestSchema(t *testing.T) {
	s := strictSchema(t)
	seen := 0
	for _, pattern := range []string{"../../testdata/cases/*/input.*", "../../testdata/articles/*", "../../testdata/documents/*.*", "../../../shared/gold/forms/*.txt", "../../../shared/seeds/*"} {
		inputs, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, input := range inputs {
			if info, err := os.Stat(input); err != nil || info.IsDir() || info.Size() > 4<<20 {
				continue
			}
			flags := caseFlags(t, filepath.Dir(input))
			args := append([]string{"claims", "--ledger", "none", "--now", "2026-01-01", "--format", "jsonl"}, flags...)
			if _, err := os.Stat(filepath.Join(filepath.Dir(input), configName)); err != nil {
				args = append(args, "--no-config")
			}
			var out, errs bytes.Buffer
			code := run(t.Context(), append(args, input), streams{strings.NewReader(""), &out, &errs})
			if code == exitUnable && strings.Contains(input, "documents") {
				continue // one that is there to be refused
			}
			if code != exitDone {
				t.Errorf("%s: exit code %d: %s", input, code, errs.String())
			}
			seen += valid(t, s, input, out.Bytes())
		}
	}
	if seen < 200 {
		t.Errorf("only %d documents were held against the schema", seen)
	}
}

// TestSchemaIsStrict: a member that nobody described, one that is missing and a word that is none are refused.
func TestSchemaIsStrict(t *testing.T) {
	s := strictSchema(t)
	line := string(claimsOutput(t, "../../testdata/articles/fezzan-fuel.txt", "json", nil))
	for _, change := range [][2]string{{`"checkworthy":`, `"extra":1,"checkworthy":`}, {`"text_sha256":`, `"other":`}, {`"match":"exact"`, `"match":"perhaps"`}, {`"covered_by":[]`, `"covered_by":null`}} {
		changed := strings.Replace(line, change[0], change[1], 1)
		if changed == line {
			t.Fatalf("%s is not in the output", change[0])
		}
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(changed))
		if err != nil {
			t.Fatal(err)
		}
		if s.Validate(v) == nil {
			t.Errorf("with %s it is still valid", change[1])
		}
	}
}

// TestEvidenceMembers: the list of the members of evidence in the topic is that of the schema, and the schema's list of formats that of the reader.
func TestEvidenceMembers(t *testing.T) {
	content, err := os.ReadFile("topics/evidence.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, ok := strings.Cut(string(content), "| member | says |\n| --- | --- |\n")
	if !ok {
		t.Fatal("the topic has no table of members")
	}
	table, _, _ = strings.Cut(table, "\n\n")
	var listed []string
	for row := range strings.Lines(table) {
		names, _, _ := strings.Cut(strings.TrimPrefix(row, "| "), " |")
		for _, m := range regexp.MustCompile("`([a-z_]+)`").FindAllStringSubmatch(names, -1) {
			listed = append(listed, m[1])
		}
	}
	var schema struct {
		Defs map[string]struct {
			Properties map[string]struct{ Enum []string } `json:"properties"`
		} `json:"$defs"`
	}
	if err := json.Unmarshal([]byte(reports.ClaimsSchema), &schema); err != nil {
		t.Fatal(err)
	}
	if enum := schema.Defs["document"].Properties["format"].Enum; !slices.Equal(enum, text.Formats()) {
		t.Errorf("the schema has the formats %s, the reader %s", enum, text.Formats())
	}
	slices.Sort(listed)
	if want := slices.Sorted(maps.Keys(schema.Defs["evidence"].Properties)); !slices.Equal(listed, want) {
		t.Errorf("the topic lists %s\nthe schema      %s", listed, want)
	}
}
