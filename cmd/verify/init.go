package main

import (
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"example.org/verify/reports"
)

//go:embed sample.toml
var sample []byte

func newInit(s streams) *cobra.Command {
	return &cobra.Command{
		Use:   "init [FOLDER]",
		Short: "Write a commented .verify.toml",
		Long:  "init writes a .verify.toml in which every setting stands with its meaning, commented out. A file that is there is left alone.",
		Args:  atMost(1),
		RunE: func(_ *cobra.Command, args []string) error {
			dir := "."
			if len(args) == 1 {
				dir = args[0]
			}
			path := filepath.Join(dir, configName)
			if err := writeNew(path, sample); err != nil {
				return err
			}
			_, err := fmt.Fprintf(s.out, "%s is written; take the # off what you want to set\n", reports.Visible(path))
			return err
		},
	}
}

// writeNew writes a file that is not there yet.
func writeNew(path string, content []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	switch {
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("%s: it is there already and was left as it is", path)
	case err != nil:
		return fmt.Errorf("%s: %w", path, cureWriting(err))
	}
	_, err = f.Write(content)
	if err = errors.Join(err, f.Close()); err != nil {
		_ = os.Remove(path) // half a file would be left alone the next time
		return fmt.Errorf("%s: %w", path, cureWriting(err))
	}
	return nil
}
