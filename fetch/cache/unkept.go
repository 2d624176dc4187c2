package cache

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"github.com/mattn/go-sqlite3"

	"example.org/verify/fetch/transport"
)

// unkept is the error of an answer that could not be written down. Where the disk is full, or the file cannot be written any more, no other
// answer can be either: from then on nothing is asked, because what is not kept would be asked for again.
func (s *Store) unkept(address string, err error) error {
	err = fmt.Errorf("%w: pages %s: %w", transport.ErrUnkept, s.path, err)
	var code sqlite3.Error
	switch errors.As(err, &code); {
	case isFull(err):
		s.lose(fmt.Errorf("%w; make room on the disk and run again: what was answered before is kept", err))
	case code.Code == sqlite3.ErrReadonly, code.Code == sqlite3.ErrIoErr, code.Code == sqlite3.ErrCorrupt:
		s.lose(fmt.Errorf("%w; name another file with --pages", err))
	}
	if lost := s.Lost(); lost != nil {
		return lost
	}
	return fmt.Errorf("%s: %w", address, err)
}

// isFull reports whether there was no room on the disk.
func isFull(err error) bool {
	var code sqlite3.Error
	return errors.As(err, &code) && code.Code == sqlite3.ErrFull || errors.Is(err, syscall.ENOSPC)
}

// unwritable reports whether a file, or the folder that its log would lie in, cannot be written.
func unwritable(err error) bool {
	var code sqlite3.Error
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS) || errors.As(err, &code) && (code.Code == sqlite3.ErrCantOpen || code.Code == sqlite3.ErrReadonly)
}

func (s *Store) lose(err error) { s.lost.CompareAndSwap(nil, &err) }

// Lost is why nothing more can be kept, with the cure, nil as long as it can.
func (s *Store) Lost() error {
	if err := s.lost.Load(); err != nil {
		return *err
	}
	return nil
}
