package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"
)

// shells are those that a completion can be written for.
var shells = []struct {
	name  string
	write func(root *cobra.Command, w io.Writer) error
}{
	{"bash", func(root *cobra.Command, w io.Writer) error { return root.GenBashCompletionV2(w, true) }},
	{"zsh", (*cobra.Command).GenZshCompletion},
	{"fish", func(root *cobra.Command, w io.Writer) error { return root.GenFishCompletion(w, true) }},
	{"powershell", (*cobra.Command).GenPowerShellCompletionWithDesc},
}

func newCompletion(s streams) *cobra.Command {
	var names []string
	for _, sh := range shells {
		names = append(names, sh.name)
	}
	return &cobra.Command{
		Use:   "completion SHELL",
		Short: "Print what lets a shell complete commands, flags and their values",
		Long: `completion prints the script that lets a shell complete the commands of verify, their flags, and the words that a flag may have. Bash needs its package
bash-completion for it.`,
		Example: `  source <(verify completion bash)
  verify completion bash > ~/.local/share/bash-completion/completions/verify
  verify completion zsh > "${fpath[1]}/_verify"
  verify completion fish > ~/.config/fish/completions/verify.fish
  verify completion powershell | Out-String | Invoke-Expression`,
		ValidArgs: names,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return fmt.Errorf("name one shell: bash, zsh, fish or powershell")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			for _, sh := range shells {
				if sh.name == args[0] {
					return sh.write(c.Root(), s.out)
				}
			}
			return fmt.Errorf("no completion for %q; there are bash, zsh, fish and powershell", args[0])
		},
	}
}

// completeWith lets a shell complete a flag's value from a list of words.
func completeWith(c *cobra.Command, flag string, words []string) {
	err := c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
	if err != nil {
		panic(err) // there is no such flag
	}
}
