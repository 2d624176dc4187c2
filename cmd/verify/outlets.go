package main

import "github.com/spf13/cobra"

func newOutlets(s streams) *cobra.Command { return &cobra.Command{Use: "outlets"} }
