package edit

import (
	"fmt"
	"go/ast"
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/internal/diag"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// written lists the kinds whose Close can report that what was written is lost.
var written = map[string]bool{"io.writecloser": true, "os.file": true}

// creators are the functions that open a file to write to it.
var creators = map[string]bool{"os.Create": true, "os.CreateTemp": true, "io/ioutil.TempFile": true}

// joinError inserts a deferred close of a written file whose error joins the
// result of the function, if that has a name.
func joinError(pass *analysis.Pass, acq *diag.Acquisition) *analysis.SuggestedFix {
	fn := typequery.Callee(pass.TypesInfo, acq.Call)
	if fn == nil || !creators[fn.FullName()] {
		return nil
	}
	result := namedError(pass, acq)
	if result == "" || result == acq.Var.Name {
		return nil
	}
	add, ok := importErrors(pass, acq)
	if !ok {
		return nil
	}
	fix := DeferRelease(pass, acq, fmt.Sprintf("defer func() { %[1]s = errors.Join(%[1]s, %%s.Close()) }()", result))
	if fix != nil {
		fix.TextEdits = append(fix.TextEdits, add...)
	}
	return fix
}

// namedError returns the name of the last result of the enclosing function if
// it is an error that the place of the acquisition sees.
func namedError(pass *analysis.Pass, acq *diag.Acquisition) string {
	t, _ := enclosingFunc(acq.Path)
	if t == nil || t.Results == nil || len(t.Results.List) == 0 {
		return ""
	}
	last := t.Results.List[len(t.Results.List)-1]
	if len(last.Names) == 0 || !typequery.IsError(pass.TypesInfo.TypeOf(last.Type)) {
		return ""
	}
	id := last.Names[len(last.Names)-1]
	scope := pass.Pkg.Scope().Innermost(acq.Call.Pos())
	if _, obj := scope.LookupParent(id.Name, acq.Call.Pos()); id.Name == "_" || obj != pass.TypesInfo.ObjectOf(id) {
		return ""
	}
	return id.Name
}

// importErrors returns the edit that imports package errors where the file does
// not. ok is false if the name means something else there.
func importErrors(pass *analysis.Pass, acq *diag.Acquisition) (edits []analysis.TextEdit, ok bool) {
	file := typequery.File(pass, acq.Call.Pos())
	for _, spec := range file.Imports {
		path, _ := strconv.Unquote(spec.Path.Value)
		if path == "errors" && spec.Name == nil {
			return nil, true
		}
		if path == "errors" || spec.Name != nil && spec.Name.Name == "errors" {
			return nil, false
		}
	}
	scope := pass.Pkg.Scope().Innermost(acq.Call.Pos())
	if _, obj := scope.LookupParent("errors", acq.Call.Pos()); obj != nil {
		return nil, false
	}
	if len(file.Imports) == 0 {
		return nil, false
	}
	g, isGen := file.Decls[0].(*ast.GenDecl) // imports come first
	if !isGen || !g.Lparen.IsValid() {
		return nil, false
	}
	return []analysis.TextEdit{{Pos: g.Lparen + 1, End: g.Lparen + 1, NewText: []byte("\n\t\"errors\"")}}, true
}
