package outlets

import "sync"

// cacheSize bounds how many printed names are remembered; a long document has some hundred.
const cacheSize = 4096

// cache remembers what the slow ways of finding a name came to. It forgets everything when full: answers do not depend on it.
type cache struct {
	mu sync.RWMutex
	m  map[string]*found
}

func newCache() *cache { return &cache{m: map[string]*found{}} }

func (c *cache) get(printed string) *found {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.m[printed]
}

func (c *cache) put(printed string, f *found) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.m) >= cacheSize {
		clear(c.m)
	}
	c.m[printed] = f
}
