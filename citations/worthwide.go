package citations

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentenceWithoutBlanks reports whether s has as much of a script that is written without blanks as a sentence of four words has.
func sentenceWithoutBlanks(s string) bool {
	const least = 8
	n := 0
	for _, r := range s {
		if unboundScript(r) {
			if n++; n == least {
				return true
			}
		}
	}
	return false
}

func unboundScript(r rune) bool {
	return r >= 0x2E80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// What counts in Chinese and Japanese: numerals, what they may count, and what follows a number that counts nothing (years, days, hours, ages, parts of books).
const (
	hanNumerals = "一二三四五六七八九十百千万萬亿億兆两兩〇零数數"
	hanCounted  = "人名艘件家个個台辆輛架枚元円圓块塊美欧歐镑吨噸公米平隻只次票席例頭头匹棟栋戸户倍成万亿億兆ドユポ"
	hanDated    = "年月日号號時时点點分秒世紀纪届版页頁条條章歳岁番"
)

// figureWithoutBlanks reports whether a number counts something in a text without blanks: "14人", "三千万元", "八億円", but not "2018年", "第三次" or "G20峰会".
func figureWithoutBlanks(s string) bool {
	before := rune(0)
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf && (c < '0' || c > '9') {
			before = rune(c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		end := i + n
		switch {
		case digitOf(r):
			for end < len(s) && numberByte(s[end:]) > 0 {
				end += numberByte(s[end:])
			}
			next, _ := utf8.DecodeRuneInString(strings.TrimLeft(s[end:], " "))
			if before != '第' && !codeBefore(s[:i]) && (unboundScript(next) && !strings.ContainsRune(hanDated, next) || next == '%' || next == '％') {
				return true
			}
		case strings.ContainsRune(hanNumerals, r):
			for end < len(s) {
				r, n := utf8.DecodeRuneInString(s[end:])
				if !strings.ContainsRune(hanNumerals, r) {
					break
				}
				end += n
			}
			next, _ := utf8.DecodeRuneInString(s[end:])
			small := end == i+n && strings.ContainsRune("一二两兩零〇", r) // "零件" are parts
			if before != '第' && !small && strings.ContainsRune(hanCounted, next) {
				return true
			}
		}
		before = r
		i = end
	}
	return false
}

// codeBefore reports whether a text that a number follows ends with the letters of a name that the number is part of: "G" of "G20", "COVID-" of "COVID-19".
func codeBefore(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimSuffix(s, "-"))
	return unicode.IsLetter(r) && !unboundScript(r)
}

func digitOf(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

// numberByte is the width of the digit, point or comma of a number that s begins with, 0 for none.
func numberByte(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if digitOf(r) || (r == '.' || r == ',') && len(s) > 1 && s[1] >= '0' && s[1] <= '9' {
		return n
	}
	return 0
}
