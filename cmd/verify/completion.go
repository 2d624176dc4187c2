package main

import "github.com/spf13/cobra"

// completeWith lets a shell complete a flag's value from a list of words.
func completeWith(c *cobra.Command, flag string, words []string) {
	err := c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
	if err != nil {
		panic(err) // there is no such flag
	}
}
