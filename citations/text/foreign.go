package text

import (
	"bytes"
	"unicode/utf16"
)

// foreign knows the files that are documents of a kind that is not read here, and says what to do about them.
func foreign(raw []byte) error {
	switch {
	case bytes.HasPrefix(raw, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")):
		if bytes.Contains(raw, utf16Bytes("EncryptedPackage")) {
			return faultf("it is encrypted: take its password off in the program that made it, and save it again")
		}
		return faultf("it is a file of the old Office kind (.doc): save it as docx, odt or rtf, and read that")
	case isZip(raw), bytes.HasPrefix(raw, []byte("PK\x05\x06")):
		if _, err := openArchive(raw, Options{MaxText: MaxText}); err != nil {
			return err
		}
		return faultf("it is a zip archive and no document that can be read: those are docx, odt and epub")
	}
	return nil
}

// utf16Bytes is s as old Office files write names.
func utf16Bytes(s string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return out
}
