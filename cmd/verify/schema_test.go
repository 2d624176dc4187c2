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

// strictSchema is the schema of what a command prints, made to refuse members that it does not name.
func strictSchema(t *testing.T, command string) *jsonschema.Schema {
	t.Helper()
	return strictPart(t, command, "")
}

// strictPart is a part of such a schema, as "#/$defs/name".
func strictPart(t *testing.T, command, part string) *jsonschema.Schema {
	t.Helper()
	i := slices.IndexFunc(schemas, func(s namedSchema) bool { return s.name == command })
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(schemas[i].text))
	if err != nil {
		t.Fatal(err)
	}
	closeObjects(doc)
	c := jsonschema.NewCompiler()
	if err := c.AddResource("claims.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("claims.json" + part)
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
	s := strictSchema(t, "claims")
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

// TestSchemasOfPages holds what page and support print of every page and document against their schemas; fetch is held against its own by TestFetchLines.
func TestSchemasOfPages(t *testing.T) {
	var files []string
	for _, pattern := range []string{"../../testdata/pages/*.html", "../../testdata/documents/harbour/*"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, found...)
	}
	for command, flags := range map[string][]string{"page": nil, "support": {"--cited", "2024-05-14", "--claim", `Some 18 men did not "leave the port" of Kano on May 14, the minister said`}} {
		var out, errs bytes.Buffer
		args := slices.Concat([]string{command, "--no-config", "--now", "2026-01-01", "--format", "json"}, flags, files)
		if code := run(t.Context(), args, streams{strings.NewReader(""), &out, &errs}); code != exitDone && code != exitSome {
			t.Fatalf("%s: exit code %d: %s", command, code, errs.String())
		}
		if n := valid(t, strictSchema(t, command), command, out.Bytes()); n < 50 {
			t.Errorf("%s: %d pages were held against the schema", command, n)
		}
	}
}

func TestSchemaOfVersion(t *testing.T) {
	var out bytes.Buffer
	if err := newBuild().writeJSON(&out); err != nil {
		t.Fatal(err)
	}
	var line bytes.Buffer
	if err := json.Compact(&line, out.Bytes()); err != nil {
		t.Fatal(err)
	}
	valid(t, strictSchema(t, "version"), "version", line.Bytes())
}

// TestSchemaOfLedger holds the rows of what the ledger is asked against its schema: of articles that are rated, changed and signed off.
func TestSchemaOfLedger(t *testing.T) {
	dir := t.TempDir()
	desk, draft := filepath.Join(dir, "desk.toml"), filepath.Join(dir, "draft.txt")
	write := func(path, content string) {
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	call := func(command string, more ...string) string {
		return inside(t, slices.Concat(strings.Fields(command), []string{"--ledger", filepath.Join(dir, "l.db")}, more)...)
	}
	articles, err := filepath.Glob("../../testdata/articles/*")
	if err != nil {
		t.Fatal(err)
	}
	write(desk, "[ratings]\ncaj-news = \"B\"\n")
	reading := []string{"--config", desk, "--now", "2026-01-01", "--published", "2018-05-18", draft}
	write(draft, article)
	call("claims --format json", append(reading, articles...)...)
	write(draft, strings.Replace(article, "CAJ News, May 15", "CAJ News, May 29, 2018", 1)) // after the article: a finding
	finding := regexp.MustCompile(`"fingerprint":"([0-9a-f]+)"`).FindStringSubmatch(call("claims --format json", reading...))
	call("check --resolve "+finding[1]+" --reason dated-ahead --by standards --until 2026-02-01", reading...)
	whole := strictSchema(t, "ledger")
	for part, test := range map[string]struct {
		flags []string
		rows  int    // at least
		has   string // what one of them says: no member is held by its null alone
	}{
		"outlets": {nil, 20, `"letters":"B"`}, "claims": {[]string{"--similar"}, 20, `"grade":"`}, "diff": {[]string{draft}, 2, `"change":"new","what":"source"`},
		"decisions": {[]string{"--now", "2026-01-01"}, 1, `"until":"2026-02-01","holds":true`},
	} {
		out := call("ledger "+part+" --format json", test.flags...)
		valid(t, whole, part, []byte(out))
		if n := valid(t, strictPart(t, "ledger", "#/$defs/"+part), part, []byte(out)); n < test.rows || !strings.Contains(out, test.has) {
			t.Errorf("%s: %d rows, at least %d wanted, one with %s", part, n, test.rows, test.has)
		}
	}
}

// TestSchemasShare: what several schemas describe they describe in the same words.
func TestSchemasShare(t *testing.T) {
	type defs = map[string]json.RawMessage
	seen := defs{}
	for _, s := range schemas {
		var schema struct {
			Defs defs `json:"$defs"`
		}
		if err := json.Unmarshal([]byte(s.text), &schema); err != nil {
			t.Fatalf("%s: %v", s.name, err)
		}
		for name, def := range schema.Defs {
			if name == "date" && (s.name == "claims" || s.name == "check") {
				continue // the date of a citation; elsewhere it is a page's
			}
			if other, ok := seen[name]; ok && !bytes.Equal(compacted(t, other), compacted(t, def)) {
				t.Errorf("%s in %s: %s\nelsewhere: %s", name, s.name, def, other)
			}
			seen[name] = def
		}
	}
}

func compacted(t *testing.T, raw json.RawMessage) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := json.Compact(&b, raw); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestSchemaIsStrict: a member that nobody described, one that is missing and a word that is none are refused.
func TestSchemaIsStrict(t *testing.T) {
	s := strictSchema(t, "claims")
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
