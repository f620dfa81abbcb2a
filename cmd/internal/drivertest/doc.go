// Package drivertest holds that every host says the same: the command, go vet,
// golangci-lint with the plugin, gopls with the suite, and a program that runs
// the analyzers as Bazel's nogo does. It has tests only; they build the hosts.
package drivertest
