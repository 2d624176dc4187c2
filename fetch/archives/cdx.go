package archives

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"

	"example.org/verify/fetch"
)

// row is one capture in the index.
type row struct {
	original string
	at       time.Time
}

// listing is what the index answers to one question.
type listing struct {
	rows  []row
	whole bool   // it was read to its end
	why   string // why there is none
}

// list asks for a list and follows it. One that is too much for the archive, or too long for us, is not whole.
func (w Wayback) list(ctx context.Context, web *Web, v url.Values, log *Log) (l listing, err error) {
	first := w.address(v)
	if _, heavy := web.heavy.Load(first); heavy {
		return listing{}, nil
	}
	next := url.Values{}
	for name := range v {
		next[name] = v[name]
	}
	for range maxQueries {
		a, err := web.Get(ctx, w.address(next), log)
		if err != nil {
			return listing{}, err
		}
		if a.Status == http.StatusGatewayTimeout { // a filter makes it look through too much (archives.md, B2)
			web.heavy.Store(first, true)
			return l, nil
		}
		if why, err := refusal(a); why != "" || err != nil {
			return listing{why: why}, err
		}
		rows, resume, err := readRows(a.Body)
		if err != nil {
			return listing{}, &stateError{fetch.Unreachable, "its index answers with something else than a list"}
		}
		l.rows = append(l.rows, rows...)
		if resume == "" {
			l.whole = true
			return l, nil
		}
		next.Set("resumeKey", resume)
	}
	return l, nil
}

// refusal is what the index says in place of a list.
func refusal(a *Answer) (why string, err error) {
	for _, name := range []string{"AdministrativeAccessControlException", "RobotAccessControlException"} {
		if strings.Contains(string(a.Body[:min(len(a.Body), 4096)]), name) {
			return "the site is excluded from the archive", nil
		}
	}
	switch s := statusState(a.Status); s {
	case fetch.Alive:
		return "", nil
	case fetch.Unreachable, fetch.RateLimited:
		return "", &stateError{s, fmt.Sprintf("its index answers with status %d", a.Status)}
	}
	return fmt.Sprintf("its index refuses the query with status %d", a.Status), nil
}

// readRows reads the answer of the index: a header row, captures, and behind an empty row the key to go on with. Rows that are none are
// left out: the index holds junk.
func readRows(body []byte) (rows []row, resume string, err error) {
	if len(strings.TrimSpace(string(body))) == 0 {
		return nil, "", nil
	}
	var lines [][]string
	if err := json.Unmarshal(body, &lines); err != nil {
		return nil, "", err
	}
	if n := len(lines); n >= 2 && len(lines[n-2]) == 0 && len(lines[n-1]) == 1 {
		lines, resume = lines[:n-2], lines[n-1][0]
	}
	for _, line := range lines {
		if len(line) < 2 {
			continue
		}
		if at, err := time.Parse(stampForm, line[1]); err == nil { // the header row has none
			rows = append(rows, row{line[0], at})
		}
	}
	return rows, resume, nil
}

// datedPath finds a day in a path: 2018/05/14, 2018-05-14, 20180514, 2018/5/14, 2018/may/14. What follows is no further digit.
var datedPath = regexp.MustCompile(`(?:^|[^0-9])((?:19|20)[0-9]{2})([/_-]?)([0-9]{1,2}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)([/_-]?)([0-9]{1,2})(?:[^0-9]|$)`)

// dayInPath is the day that a path names, zero if it names none.
func dayInPath(path string) time.Time {
	m := datedPath.FindStringSubmatch(strings.ToLower(path))
	if m == nil || m[2] != m[4] || m[2] == "" && len(m[3])+len(m[5]) != 4 {
		return time.Time{}
	}
	year, _ := strconv.Atoi(m[1])
	month, err := strconv.Atoi(m[3])
	if err != nil {
		month = strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", m[3])/3 + 1
	}
	day, _ := strconv.Atoi(m[5])
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Month() != time.Month(month) || t.Day() != day {
		return time.Time{}
	}
	return t
}

// datedName finds a month or a year in the name of a sitemap: 2018-05, 201805, 2018/05, 2018_05, yyyy=2018&mm=05, 2018.
var datedName = regexp.MustCompile(`(?:^|[^0-9])((?:19|20)[0-9]{2})(?:(?:[/_.-]|&(?:mm|month|m)=)?(0[1-9]|1[0-2]))?(?:[^0-9]|$|[0-3][0-9](?:[^0-9]|$))`)

// dateInName is the year and the month that a name has, 0 for what it has not.
func dateInName(name string) (year, month int) {
	m := datedName.FindStringSubmatch(name)
	if m == nil {
		return 0, 0
	}
	year, _ = strconv.Atoi(m[1])
	month, _ = strconv.Atoi(m[2])
	return year, month
}
