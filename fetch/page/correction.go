package page

import (
	"strings"
)

// correctionHeads open a notice of correction.
var correctionHeads = []string{"correction:", "correction (", "corrections:", "correction -", "correction –", "correction —", "correction,", "clarification:", "clarification (", "correction and clarification", "corrected:", "editor's note: an earlier version", "editor’s note: an earlier version", "editor's note: this", "editor’s note: this", "an earlier version of this", "a previous version of this", "earlier versions of this", "this article was corrected", "this article has been corrected", "this story was corrected", "this story has been corrected", "this article was amended", "this article has been amended", "this post has been corrected", "this version corrects", "(this version corrects", "(corrects ", "this story corrects", "(corrects", "erratum", "errata:", "for the record:", "korrektur:", "korrektur ", "berichtigung", "richtigstellung", "anmerkung der redaktion: in einer früheren", "in einer früheren version", "rectificatif", "erratum :", "correction :", "mise à jour et correction", "corrección:", "fe de erratas", "fe de errores", "rectificación:", "errata corrige", "correzione:", "rettifica:", "correção:", "errata:", "errámos", "erramos", "rectificatie", "correctie:", "rättelse", "rettelse", "sprostowanie", "oprava:", "düzeltme", "исправление:", "поправка:", "уточнение:", "исправлено:", "виправлення", "تصحيح:", "تصحيح ", "تنويه:", "اصلاحیه", "更正", "订正", "訂正", "정정", "바로잡습니다", "תיקון:"}

// correctionWords show in the middle of a note that it corrects.
var correctionWords = []string{"earlier version of this", "previous version of this", "has been corrected to", "was corrected to", "article has been amended", "misstated", "regrets the error", "incorrectly stated", "wurde korrigiert", "früheren version dieses", "une version précédente", "version antérieure", "una versión anterior", "uma versão anterior", "una versione precedente"}

// readCorrection finds the notice of correction: in an element that calls itself so, else in a paragraph that begins so.
func (r *reader) readCorrection() {
	for i := range r.nodes {
		k := &r.nodes[i]
		if k.role&correction != 0 && k.text > 20 && k.text < 1500 && k.role&(comments|related) == 0 {
			if s := r.textOf(int32(i), 600); corrects(s) {
				r.page.Correction = cut(s, 500)
				return
			}
		}
	}
	for i := range r.page.Blocks {
		if s := r.page.Blocks[i].Text; opensCorrection(s) && len(s) < 1500 {
			if len(s) < 40 && i+1 < len(r.page.Blocks) { // a heading
				s += " " + r.page.Blocks[i+1].Text
			}
			r.page.Correction = cut(s, 500)
			return
		}
	}
}

func opensCorrection(s string) bool {
	low := strings.ToLower(s[:min(len(s), 120)])
	low = strings.TrimLeft(low, " *[(_•–-")
	if low == "correction" || low == "corrections" || low == "clarification" || low == "korrektur" || low == "corrección" {
		return true
	}
	for _, h := range correctionHeads {
		if strings.HasPrefix(low, strings.TrimLeft(h, "(")) {
			return true
		}
	}
	return false
}

// corrects reports whether a note is one of correction.
func corrects(s string) bool {
	if opensCorrection(s) {
		return true
	}
	low := strings.ToLower(s)
	for _, w := range correctionWords {
		if strings.Contains(low, w) {
			return true
		}
	}
	return strings.Contains(low, "correct") || strings.Contains(low, "amended")
}
