package ownerfacts_test

import (
	"testing"

	"github.com/prodvet/prodvet/passes/internal/passtest"
	"github.com/prodvet/prodvet/passes/ownerfacts"
)

func Test(t *testing.T) { passtest.Run(t, ownerfacts.Analyzer) }
