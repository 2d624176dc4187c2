package pdf

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
	"errors"
)

// ErrEncrypted says that the file opens with a password only.
var ErrEncrypted = errors.New("it is encrypted and opens with a password only; save a copy without one: qpdf --password=… --decrypt IN OUT")

// crypt undoes the standard encryption of a file that opens without a password: one that forbids printing or copying, say.
// ISO 32000-2, 7.6.
type crypt struct {
	key     []byte
	method  name // V2 (RC4), AESV2, AESV3, Identity
	v       int
	keepMet bool // the metadata stream is not encrypted
}

// passwordPad fills a password up to 32 bytes. ISO 32000-2, algorithm 2.
const passwordPad = "\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A"

// unlock prepares the decryption where the file is encrypted.
func (f *file) unlock() error {
	if f.crypt != nil || f.trailer["Encrypt"] == nil {
		return nil
	}
	e := f.dict(f.trailer["Encrypt"])
	if e == nil {
		return ErrEncrypted
	}
	if k := e["Filter"]; k != nil && k != name("Standard") {
		return ErrEncrypted
	}
	text := func(k name) []byte { s, _ := f.resolve(e[k]).(str); return []byte(s) }
	c := &crypt{v: integer(f.resolve(e["V"])), method: "V2"}
	if m, ok := f.resolve(e["EncryptMetadata"]).(bool); ok {
		c.keepMet = !m
	}
	if c.v >= 4 {
		filter, _ := f.resolve(e["StmF"]).(name)
		c.method, _ = f.dict(f.dict(e["CF"])[filter])["CFM"].(name)
		if filter == "Identity" || c.method == "" {
			c.method = "Identity"
		}
	}
	r := integer(f.resolve(e["R"]))
	if r >= 5 {
		c.key = newKey(text("U"), text("UE"), r)
	} else {
		c.key = f.oldKey(e, text("O"), text("U"), r, c)
	}
	if c.key == nil {
		return ErrEncrypted
	}
	f.crypt = c
	f.cache, f.packs = map[int]any{}, map[int]*pack{}
	if r, ok := f.trailer["Encrypt"].(ref); ok {
		f.cache[r.num] = e
	}
	return nil
}

// oldKey is the key of revisions 2 to 4 for the empty password, nil if it is not the password.
func (f *file) oldKey(e dict, o, u []byte, r int, c *crypt) []byte {
	n := integer(f.resolve(e["Length"])) / 8
	if n < 5 || n > 16 {
		n = 5
	}
	if c.v >= 4 {
		n = 16
	}
	if r == 2 {
		n = 5
	}
	if len(o) < 32 || len(u) < 16 {
		return nil
	}
	var id str
	if a := f.array(f.trailer["ID"]); len(a) > 0 {
		id, _ = f.resolve(a[0]).(str)
	}
	h := md5.New()
	h.Write([]byte(passwordPad))
	h.Write(o[:32])
	h.Write(binary.LittleEndian.AppendUint32(nil, uint32(integer(f.resolve(e["P"])))))
	h.Write([]byte(id))
	if r >= 4 && c.keepMet {
		h.Write([]byte{0xFF, 0xFF, 0xFF, 0xFF})
	}
	key := h.Sum(nil)
	if r >= 3 {
		for range 50 {
			sum := md5.Sum(key[:n])
			key = sum[:]
		}
	}
	key = key[:n]
	if !bytes.Equal(proof(key, []byte(id), r)[:16], u[:16]) {
		return nil
	}
	return key
}

// proof is what U must be for a key. ISO 32000-2, algorithms 4 and 5.
func proof(key, id []byte, r int) []byte {
	if r == 2 {
		return rc4With(key, []byte(passwordPad))
	}
	sum := md5.Sum(append([]byte(passwordPad), id...))
	out := sum[:]
	for i := range 20 {
		k := bytes.Clone(key)
		for j := range k {
			k[j] ^= byte(i)
		}
		out = rc4With(k, out)
	}
	return out
}

func rc4With(key, in []byte) []byte {
	c, err := rc4.NewCipher(key)
	if err != nil {
		return in
	}
	out := make([]byte, len(in))
	c.XORKeyStream(out, in)
	return out
}

// newKey is the key of revisions 5 and 6 for the empty password, nil if it is not the password.
func newKey(u, ue []byte, r int) []byte {
	if len(u) < 48 || len(ue) < 32 || !bytes.Equal(hash6(u[32:40], r), u[:32]) {
		return nil
	}
	b, err := aes.NewCipher(hash6(u[40:48], r))
	if err != nil {
		return nil
	}
	key := make([]byte, 32)
	cipher.NewCBCDecrypter(b, make([]byte, 16)).CryptBlocks(key, ue[:32])
	return key
}

// hash6 is algorithm 2.B of ISO 32000-2 for the empty password; revision 5 stops after its first step.
func hash6(salt []byte, r int) []byte {
	sum := sha256.Sum256(salt)
	k := sum[:]
	if r == 5 {
		return k
	}
	for i := 0; ; i++ {
		e := bytes.Repeat(k, 64)
		b, _ := aes.NewCipher(k[:16])
		cipher.NewCBCEncrypter(b, k[16:32]).CryptBlocks(e, e)
		mod := 0
		for _, c := range e[:16] {
			mod += int(c)
		}
		switch mod % 3 {
		case 0:
			s := sha256.Sum256(e)
			k = s[:]
		case 1:
			s := sha512.Sum384(e)
			k = s[:]
		default:
			s := sha512.Sum512(e)
			k = s[:]
		}
		if i >= 63 && int(e[len(e)-1]) <= i-31 {
			return k[:32]
		}
	}
}

// keyFor is the key of one object.
func (c *crypt) keyFor(id ref) []byte {
	if c.v >= 5 {
		return c.key
	}
	b := append(bytes.Clone(c.key), byte(id.num), byte(id.num>>8), byte(id.num>>16), byte(id.gen), byte(id.gen>>8))
	if c.method == "AESV2" {
		b = append(b, "sAlT"...)
	}
	sum := md5.Sum(b)
	return sum[:min(len(c.key)+5, 16)]
}

func (c *crypt) bytes(in []byte, id ref) []byte {
	switch c.method {
	case "Identity":
		return in
	case "V2":
		return rc4With(c.keyFor(id), in)
	}
	b, err := aes.NewCipher(c.keyFor(id))
	n := (len(in) - 16) / 16 * 16
	if err != nil || n <= 0 {
		return nil
	}
	out := make([]byte, n)
	cipher.NewCBCDecrypter(b, in[:16]).CryptBlocks(out, in[16:16+n])
	if pad := int(out[n-1]); pad >= 1 && pad <= 16 {
		out = out[:n-pad]
	}
	return out
}

func (c *crypt) stream(s *stream, data []byte) []byte {
	t := s.dict["Type"]
	if t == name("XRef") || t == name("Metadata") && c.keepMet || s.id.num == 0 {
		return data
	}
	return c.bytes(data, s.id)
}

// strings decrypts the strings in an object, in place where it can.
func (c *crypt) strings(o any, id ref) any {
	switch x := o.(type) {
	case str:
		return str(c.bytes([]byte(x), id))
	case array:
		for i := range x {
			x[i] = c.strings(x[i], id)
		}
	case dict:
		for k := range x {
			x[k] = c.strings(x[k], id)
		}
	}
	return o
}
