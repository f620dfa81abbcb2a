// Package runtime has the declarations that tests of prodvet use.
package runtime

// HandleCrash recovers.
func HandleCrash(handlers ...func(any)) {}
