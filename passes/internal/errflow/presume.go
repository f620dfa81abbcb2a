package errflow

import (
	"go/types"
	"regexp"

	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// Verbs of methods that store and that fetch, as repositories and clients name
// them.
var (
	writeVerb = regexp.MustCompile(`^(Create|Insert|Save|Update|Upsert|Delete|Store|Persist|Publish|Enqueue|Append|Charge|Refund|Transfer|Mark)([A-Z]|$)`)
	storeName = regexp.MustCompile(`(Database|DB|Store|Storage|Repository|Repo|DAO|Dao)$`)
	readVerb  = regexp.MustCompile(`^(Get|Find|List|Load|Fetch|Query|Select|Count|Search)([A-Z]|$)`)
)

// presumed guesses the effect of an interface method whose implementations are
// out of sight: one that has the results of database/sql runs a statement or a
// query, and one that takes a context or belongs to a type that is named a store,
// can fail, and is named for storing or fetching is a repository or a client.
func presumed(fn *types.Func) Effect {
	sig := fn.Signature()
	if sig.Recv() == nil || !types.IsInterface(sig.Recv().Type()) || sig.Params().Len() == 0 || sig.Results().Len() == 0 {
		return 0
	}
	switch first := sig.Results().At(0).Type(); {
	case !typequery.IsError(sig.Results().At(sig.Results().Len() - 1).Type()):
		return 0
	case typequery.IsNamed(first, "database/sql", "Result"):
		return Write | Remote
	case typequery.IsNamed(first, "database/sql", "Rows"):
		return Read | Remote
	case !typequery.IsNamed(sig.Params().At(0).Type(), "context", "Context") && !storeName.MatchString(typeName(sig.Recv().Type())):
		return 0
	case writeVerb.MatchString(fn.Name()):
		return Write | Remote
	case readVerb.MatchString(fn.Name()):
		return Read | Remote
	}
	return 0
}

func typeName(t types.Type) string {
	if n, ok := types.Unalias(t).(*types.Named); ok {
		return n.Obj().Name()
	}
	return ""
}
