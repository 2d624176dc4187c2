package pdf

import "fmt"

// page is a page as the file describes it, with what it inherits.
type page struct {
	dict      dict
	resources dict
	box       box
}

// box is a rectangle, its corners sorted.
type box struct{ x0, y0, x1, y1 float64 }

func (f *file) box(o any) (b box, ok bool) {
	a := f.array(o)
	if len(a) < 4 {
		return box{}, false
	}
	var v [4]float64
	for i := range v {
		v[i] = number(f.resolve(a[i]))
	}
	b = box{min(v[0], v[2]), min(v[1], v[3]), max(v[0], v[2]), max(v[1], v[3])}
	return b, b.x1-b.x0 > 1 && b.y1-b.y0 > 1
}

// inherited is what the nodes above a page hand down.
type inherited struct {
	resources, media, crop any
}

// pages walks the page tree. lost counts its leaves that lead to no page.
func (f *file) pages() (out []page, lost int, err error) {
	w := treeWalk{f: f, seen: map[int]bool{}}
	w.walk(f.catalog()["Pages"], inherited{}, 0)
	if len(w.out) == 0 && f.repair() {
		w = treeWalk{f: f, seen: map[int]bool{}}
		w.walk(f.catalog()["Pages"], inherited{}, 0)
	}
	if len(w.out) == 0 {
		w.scan()
	}
	if len(w.out) == 0 {
		return nil, w.lost, errNoPages
	}
	if n := integer(f.resolve(f.dict(f.catalog()["Pages"])["Count"])); n > len(w.out)+w.lost {
		w.lost = n - len(w.out)
	}
	return w.out, w.lost, nil
}

type treeWalk struct {
	f    *file
	seen map[int]bool
	out  []page
	lost int
}

// treeDepth bounds the depth of the page tree.
const treeDepth = 64

func (w *treeWalk) walk(node any, in inherited, depth int) {
	f := w.f
	f.tick()
	if r, ok := node.(ref); ok {
		if w.seen[r.num] {
			return
		}
		w.seen[r.num] = true
	}
	d := f.dict(node)
	if d == nil || depth > treeDepth {
		w.lost++
		return
	}
	for _, x := range []struct {
		key name
		to  *any
	}{{"Resources", &in.resources}, {"MediaBox", &in.media}, {"CropBox", &in.crop}} {
		if v, ok := d[x.key]; ok {
			*x.to = v
		}
	}
	kids := f.array(d["Kids"])
	if kids == nil || d["Type"] == name("Page") {
		w.add(d, in)
		return
	}
	for _, k := range kids {
		w.walk(k, in, depth+1)
	}
}

func (w *treeWalk) add(d dict, in inherited) {
	f := w.f
	if len(w.out) >= f.Pages {
		panic(limitError(fmt.Sprintf("it has more than %d pages: cut it into parts", f.Pages)))
	}
	p := page{dict: d, resources: f.dict(in.resources)}
	var ok bool
	if p.box, ok = f.box(in.crop); !ok {
		if p.box, ok = f.box(in.media); !ok {
			p.box = box{0, 0, 612, 792}
		}
	}
	w.out = append(w.out, p)
}

// scan takes every page object that the file holds, where no tree leads to any.
func (w *treeWalk) scan() {
	top := 0
	for num := range w.f.at {
		top = max(top, num)
	}
	for num := 1; num <= min(top, 8_000_000); num++ {
		if _, ok := w.f.at[num]; !ok {
			continue
		}
		if d, ok := w.f.object(num).(dict); ok && d["Type"] == name("Page") {
			w.add(d, inherited{d["Resources"], d["MediaBox"], d["CropBox"]})
		}
	}
}

// contents are the decoded bytes of a page's content streams.
func (f *file) contents(p *page) (data []byte, whole bool) {
	whole = true
	for _, c := range f.list(p.dict["Contents"]) {
		s := f.stream(c)
		if s == nil {
			whole = false
			continue
		}
		d, ok := f.decode(s)
		whole = whole && ok
		f.spend(0, len(data)+len(d))
		data = append(append(data, d...), '\n')
	}
	return data, whole
}
