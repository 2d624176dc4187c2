package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"example.org/verify/citations/dates"
)

// label is what the words before a date call it.
type label uint8

const (
	noLabel label = iota
	labelPublished
	labelModified
	labelOther // an event, a birth, a copyright
)

var labels = []struct {
	words string
	is    label
}{
	{"last updated|last edited|edited on|last modified|updated|update:|modified|revised|aktualisiert|zuletzt geändert|letzte änderung|stand:|mis à jour|mise à jour|modifié|actualizado|actualización|atualizado|aggiornato|ultimo aggiornamento|bijgewerkt|gewijzigd|обновлено|изменено|güncelleme|güncellendi|تحديث|آخر تحديث|更新|zaktualizowano|aktualizacja|uppdaterad|opdateret|оновлено", labelModified},
	{"published|publish date|publication date|posted|first published|date:|filed|written on|created|released|issued|added|submitted|veröffentlicht|erstellt|erschienen|publiziert|eingestellt|geschrieben am|verfasst|artikel vom|vom |am |datum|publié|paru le|posté|mis en ligne|rédigé|publicado|publicada|fecha|data:|postado|pubblicato|inserito|gepubliceerd|geplaatst|опубликовано|опубликована|дата|добавлено|размещено|yayınlanma|yayın tarihi|giriş|tarih|تاريخ النشر|نشر|نُشر|发布|发表|發布|時間|时间|日期|公開|投稿|掲載|配信|입력|등록|승인|publisert|publicerad|udgivet|opublikowano|dodano|publikováno|vydáno|megjelent|közzétéve|objavljeno|објављено|δημοσιεύθηκε|δημοσίευση|diterbitkan|đăng|publicat|imechapishwa|פורסם|תאריך|опубліковано|منتشر|تاریخ", labelPublished},
	{"©|(c) |copyright|all rights|born|geboren|died|established|since|seit|founded|event|deadline|expires|valid until|retrieved|accessed|abgerufen|joined|member since|registriert|next|upcoming|captured|snapshot|impressum|recorded|page generated|today is", labelOther},
}

// labelOf reads the words before a date, lower-cased: the last label in them counts.
func labelOf(before string) (is label) {
	last := -1
	for _, l := range labels {
		for w := range strings.SplitSeq(l.words, "|") {
			if k := strings.LastIndex(before, w); k > last && wordStart(before, k) {
				last, is = k, l.is
			}
		}
	}
	return is
}

func wordStart(s string, k int) bool {
	return k == 0 || !letterByte(s[k-1]) || s[k-1] >= 0x80
}

// textDates are the dates that the page prints: in lines of their own, in bylines, in datelines. A date within a sentence is none.
func (r *reader) textDates() (all []candidate) {
	n := 0
	for i := range r.nodes {
		k := &r.nodes[i]
		if !k.isBlk || k.own == 0 || n > 3000 {
			continue
		}
		n++
		if r.foreignDate(int32(i)) {
			continue
		}
		all = append(all, r.blockDates(int32(i))...)
		if k.own > longLine {
			all = append(all, r.lineDates(int32(i))...)
		}
	}
	return all
}

// longLine is the text from which a block is no line of a date, in bytes.
const longLine = 200

// lineDates are the dates in a long block that line breaks or an element of their own set apart.
func (r *reader) lineDates(i int32) (all []candidate) {
	add := func(s string, role int) {
		if len(s) > 80 {
			return
		}
		for _, f := range dates.Find(s, r.dateOptions) {
			rest := len(s) - (f.End - f.Start)
			if d, ok := r.dayOf(f.Date); ok && d.D > 0 && rest < 30 && !otherLabel(s[:f.Start]) {
				all = append(all, candidate{day: d, how: ByText, printed: f.Date.Printed, where: "a line of <" + r.nodes[i].n.Data + ">", score: role + r.nearness(i) - rest/4})
			}
		}
	}
	lines := r.ownLines(i)
	for _, s := range lines[:min(2, len(lines))] {
		add(s, 34)
	}
	for j, end := i+1, r.look(i, 400); j < end; j++ {
		k := &r.nodes[j]
		if k.isBlk {
			j = k.end - 1
		} else if k.n.DataAtom == atom.Time || k.role&(dated|publishedOn) != 0 && k.n.Type == html.ElementNode {
			add(r.textOf(j, 100), 44)
		}
	}
	return all
}

// blockDates are the dates of one block.
func (r *reader) blockDates(i int32) (all []candidate) {
	k := &r.nodes[i]
	s := r.ownText(i, 400)
	if len(s) > 220 && k.role&(dated|publishedOn|meta) == 0 {
		return r.dateline(i, s)
	}
	if len(s) > 90 {
		if all = r.dateline(i, s); all != nil {
			return all
		}
	}
	for _, f := range dates.Find(s, r.dateOptions) {
		d, ok := r.dayOf(f.Date)
		if !ok || len(f.Date.Candidates) > 1 && d.D == 0 {
			continue
		}
		c := candidate{day: d, how: ByText, printed: f.Date.Printed, where: r.whereOf(i)}
		c.score, c.modified = r.textScore(i, s, f)
		if d.D == 0 {
			c.score -= 25
		}
		all = append(all, c)
	}
	return all
}

// whereOf names a block by its class.
func (r *reader) whereOf(i int32) string {
	for j := i; j > 0; j = r.nodes[j].up {
		if r.nodes[j].role&(dated|publishedOn|meta|byline) != 0 {
			return "<" + r.nodes[j].n.Data + " " + cut(attr(r.nodes[j].n, "class")+attr(r.nodes[j].n, "id"), 40) + ">"
		}
		if i-j > 4 {
			break
		}
	}
	return "<" + r.nodes[i].n.Data + ">"
}

// textScore says how surely a printed date is the page's.
func (r *reader) textScore(i int32, s string, f dates.Found) (score int, isModified bool) {
	k := &r.nodes[i]
	role := k.role | r.nodes[k.up].role | r.inlineRole(i, f.Date.Printed)
	before := strings.ToLower(s[max(0, f.Start-60):f.Start])
	score = 10 + r.nearness(i)
	switch labelOf(before) {
	case labelPublished:
		score += 30
	case labelModified:
		return fromUpdate - 4, true
	case labelOther:
		return 0, false
	}
	switch {
	case role&publishedOn != 0:
		score += 30
	case role&(dated|meta) != 0:
		score += 22
	case role&byline != 0:
		score += 15
	case role&modified != 0:
		return fromUpdate - 4, true
	}
	if r.within(i, func(k *node) bool { return k.role&kept != 0 }) {
		return 0, false
	}
	rest := len(s) - (f.End - f.Start)
	if rest > 15 && score < 40 && strings.HasSuffix(s, ".") && role&(dated|meta|publishedOn) == 0 { // a sentence
		score -= 25
	}
	switch {
	case rest <= 14:
		score += 18
	case rest <= 45:
		score += 8
	case rest > 120:
		score -= 15
	}
	return score + r.placeScore(i), false
}

// inlineRole is the role of an inline element in the block that holds the date.
func (r *reader) inlineRole(i int32, printed string) (all role) {
	head := printed[:min(len(printed), 6)]
	for j := i + 1; j < r.look(i, 200); j++ {
		k := &r.nodes[j]
		if k.isBlk {
			j = k.end - 1
			continue
		}
		isTime := k.n.DataAtom == atom.Time
		if (isTime || k.role&(dated|publishedOn|byline|modified) != 0) && k.n.Type == html.ElementNode && strings.Contains(r.textOf(j, 200), head) {
			if all |= k.role; isTime {
				all |= dated
			}
		}
	}
	return all
}

// placeScore is what the place of a block on the page says against it.
func (r *reader) placeScore(i int32) (score int) {
	k := &r.nodes[i]
	switch {
	case k.gone && r.within(i, func(k *node) bool { return k.n.DataAtom == atom.Header }):
		score -= 18
	case k.gone && k.role&(dated|publishedOn|meta) == 0:
		score -= 22
	}
	if k.ownLk*2 > k.own {
		score -= 12
	}
	if r.within(i, func(k *node) bool { return k.n.DataAtom == atom.Footer || k.role&related != 0 }) {
		score -= 15
	}
	if r.title != 0 && i < r.title && r.blocksBetween(i, r.title) > 4 {
		score -= 12
	}
	return score
}

// dateline reads the date that a long paragraph begins with: "TRIPOLI, May 14, 2018 (Reuters) -", or ends with, alone: "… 14.05.2018".
func (r *reader) dateline(i int32, s string) (all []candidate) {
	if !r.inMain(i) {
		return nil
	}
	head := s[:min(len(s), 110)]
	for _, f := range dates.Find(head, r.dateOptions) {
		d, ok := r.dayOf(f.Date)
		if !ok || d.D == 0 || f.Start > 60 {
			continue
		}
		rest := strings.TrimLeft(head[f.End:], " )")
		if strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "—") || strings.HasPrefix(rest, "(") || strings.HasPrefix(rest, "/") || strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "|") {
			return []candidate{{day: d, how: ByText, where: "dateline", printed: f.Date.Printed, score: 45}}
		}
	}
	return nil
}

// otherLabel reports whether the words before a date call it anything but the day of publication.
func otherLabel(before string) bool {
	is := labelOf(strings.ToLower(before))
	return is == labelModified || is == labelOther
}
