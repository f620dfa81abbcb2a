module ownerfacts.test

go 1.26
