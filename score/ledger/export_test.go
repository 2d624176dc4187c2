package ledger

import "fmt"

// LimitPages makes the disk full, as far as SQLite can tell, once the file has n pages.
func (b *Batch) LimitPages(n int) error {
	return b.w.exec(fmt.Sprintf(`PRAGMA max_page_count = %d`, n))
}
