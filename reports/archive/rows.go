package archive

import (
	"encoding/json"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/verify/reports"
)

// rows are rows of one table, in the forms in which it is written. A value is a string, a list of strings, an int, a float64 or a bool.
type rows struct {
	names []string // of the columns, as JSON with its colon; nil writes nothing
	forms forms
	csv   []byte
	json  []byte
}

// forms says in which forms tables are written.
type forms struct{ csv, json bool }

// add adds a row; values are parallel to the columns.
func (r *rows) add(values ...any) {
	if r.forms.csv {
		for i, v := range values {
			if i > 0 {
				r.csv = append(r.csv, ',')
			}
			r.csv = appendCell(r.csv, v)
		}
		r.csv = append(r.csv, '\n')
	}
	if r.forms.json {
		sign := byte('{')
		for i, v := range values {
			r.json = append(append(r.json, sign), r.names[i]...)
			r.json = appendJSON(r.json, v)
			sign = ','
		}
		r.json = append(r.json, '}', '\n')
	}
}

// appendCell writes a value for a spreadsheet: yes and no, a list with semicolons, and nothing that would be run as a formula.
func appendCell(b []byte, value any) []byte {
	switch v := value.(type) {
	case int:
		return strconv.AppendInt(b, int64(v), 10)
	case float64:
		return strconv.AppendFloat(b, v, 'f', -1, 64)
	case bool:
		if v {
			return append(b, "yes"...)
		}
		return append(b, "no"...)
	case []string:
		return appendQuoted(b, reports.Harmless(strings.Join(v, "; ")))
	}
	return appendQuoted(b, reports.Harmless(value.(string)))
}

// appendQuoted puts a cell into quotation marks where CSV needs them, as encoding/csv does. \. alone ends the data of some databases.
func appendQuoted(b []byte, s string) []byte {
	first, _ := utf8.DecodeRuneInString(s)
	if !strings.ContainsAny(s, ",\"\r\n") && !unicode.IsSpace(first) && s != `\.` {
		return append(b, s...)
	}
	b = append(b, '"')
	for i := range len(s) {
		if s[i] == '"' {
			b = append(b, '"')
		}
		b = append(b, s[i])
	}
	return append(b, '"')
}

// appendJSON writes a value as JSON, < > & as they are.
func appendJSON(b []byte, value any) []byte {
	switch v := value.(type) {
	case int:
		return strconv.AppendInt(b, int64(v), 10)
	case float64:
		return strconv.AppendFloat(b, v, 'f', -1, 64)
	case bool:
		return strconv.AppendBool(b, v)
	case []string:
		b = append(b, '[')
		for i, s := range v {
			if i > 0 {
				b = append(b, ',')
			}
			b = appendString(b, s)
		}
		return append(b, ']')
	}
	return appendString(b, value.(string))
}

func appendString(b []byte, s string) []byte {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' || s[i] == '"' || s[i] == '\\' {
			return appendEncoded(b, s)
		}
	}
	b = append(b, '"')
	b = append(b, s...)
	return append(b, '"')
}

func appendEncoded(b []byte, s string) []byte {
	var text strings.Builder
	e := json.NewEncoder(&text)
	e.SetEscapeHTML(false)
	_ = e.Encode(s) // a string cannot fail
	return append(b, strings.TrimSuffix(text.String(), "\n")...)
}
