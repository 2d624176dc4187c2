package citations

// ended is what look panics with. It unwinds the stages from wherever they are; endsEarly catches it, so that nobody outside the package meets it.
type ended struct{}

// look ends the parse where its context has. A stage looks at each thing that it takes on: a block, a bracket, a sentence, a citation; where such a thing may
// itself be as long as the text, at every lookBytes of it. A look costs some nanoseconds.
func (p *parser) look() {
	select {
	case <-p.done:
		panic(ended{})
	default:
	}
}

// lookBytes is how much text is read between two looks: the slowest stage needs a few milliseconds for it.
const lookBytes = 64 << 10

// endsEarly calls f, and reports whether a look in it has ended the parse.
func endsEarly(f func()) (early bool) {
	defer func() {
		switch r := recover(); r.(type) {
		case nil:
		case ended:
			early = true
		default:
			panic(r)
		}
	}()
	f()
	return false
}
