package main

import (
	"embed"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
)

// topicFiles are the topics of verify help, as Markdown: a heading of the first rank, which says in a line what it is about, then the text.
//
//go:embed topics/*.md
var topicFiles embed.FS

// topicNames are the topics in the order of the list.
var topicNames = []string{"desks", "scores", "evidence", "network", "json", "exit-codes"}

// newTopics makes a command of each topic that does nothing: cobra's way to have help without a command.
func newTopics() []*cobra.Command {
	var topics []*cobra.Command
	for _, name := range topicNames {
		content, err := topicFiles.ReadFile("topics/" + name + ".md")
		if err != nil {
			panic(err) // it is no file that was embedded
		}
		title, body, _ := strings.Cut(strings.TrimPrefix(string(content), "# "), "\n")
		topics = append(topics, &cobra.Command{Use: name, Short: title, Long: strings.TrimSpace(body)})
	}
	return topics
}

func isTopic(c *cobra.Command) bool { return slices.Contains(topicNames, c.Name()) && !c.Runnable() }

// markdown writes what the topics have of Markdown: headings, paragraphs, lists, fenced code, tables; code and links in a line.
func (p *helpPage) markdown(s string) {
	lines := strings.Split(s, "\n")
	for i := 0; i < len(lines); {
		n := 1
		switch line := lines[i]; {
		case strings.TrimSpace(line) == "":
			p.WriteByte('\n')
		case strings.HasPrefix(line, "#"):
			p.wrapped("", "", strings.ToUpper(plain(strings.TrimLeft(line, "# "))))
		case strings.HasPrefix(line, "```"):
			n = 2 + until(lines[i+1:], func(l string) bool { return strings.HasPrefix(l, "```") })
			p.block("  ", strings.Join(lines[i+1:i+n-1], "\n"))
		case strings.HasPrefix(line, "|"):
			n = until(lines[i:], func(l string) bool { return !strings.HasPrefix(l, "|") })
			p.table(lines[i : i+n])
		case strings.HasPrefix(line, "- "):
			n = 1 + until(lines[i+1:], func(l string) bool { return !strings.HasPrefix(l, "  ") })
			p.wrapped("- ", "  ", plain(joined(lines[i : i+n])[2:]))
		default:
			n = until(lines[i:], func(l string) bool { return l == "" || strings.ContainsAny(l[:1], "#`|") })
			n = max(n, 1)
			p.wrapped("", "", plain(joined(lines[i:i+n])))
		}
		i += n
	}
}

// until is how many lines there are before the first that ends.
func until(lines []string, ends func(string) bool) int {
	if n := slices.IndexFunc(lines, ends); n >= 0 {
		return n
	}
	return len(lines)
}

func joined(lines []string) string {
	return strings.Join(strings.Fields(strings.Join(lines, " ")), " ")
}

var link = regexp.MustCompile(`\[([^]]+)\]\([^)]+\)`)

// plain is a line without the signs of Markdown.
func plain(s string) string { return strings.ReplaceAll(link.ReplaceAllString(s, "$1"), "`", "") }

// table writes a table: a row a paragraph, what stands in its first cell in front, the others behind it.
func (p *helpPage) table(rows []string) {
	const widest = 24 // of the first column; what is wider has a line of its own
	var cells [][]string
	column := 0
	for i, row := range rows {
		if i == 1 {
			continue // the rule below the head
		}
		row = strings.ReplaceAll(strings.Trim(row, "| "), `\|`, "\x00")
		var list []string
		for _, c := range strings.Split(row, "|") {
			list = append(list, plain(strings.ReplaceAll(strings.TrimSpace(c), "\x00", "|")))
		}
		cells = append(cells, list)
		if n := utf8.RuneCountInString(list[0]); n <= widest {
			column = max(column, n)
		}
	}
	hang := strings.Repeat(" ", column+4)
	for _, list := range cells {
		first := "  " + list[0] + strings.Repeat(" ", max(0, column-utf8.RuneCountInString(list[0]))+2)
		if utf8.RuneCountInString(first) > len(hang) {
			p.wrapped("  ", "  ", list[0])
			first = hang
		}
		for _, c := range list[1:] {
			p.wrapped(first, hang, c)
			first = hang
		}
	}
}
