package envflow

import (
	"go/ast"
	"go/types"
)

// A scan goes through one function and remembers which variables and fields
// hold which environment variable.
type scan struct {
	a   *Analysis
	add func(key, value ast.Expr)
	// refused, if set, hears of the variables whose absence is a failure.
	refused func(key ast.Expr)
	keys    map[string]ast.Expr // by printed expression: "v", "cfg.Port"
}

func (s *scan) body(b *ast.BlockStmt) {
	s.keys = make(map[string]ast.Expr)
	s.block(b.List)
}

// block visits statements in order; nested blocks share what is known.
func (s *scan) block(list []ast.Stmt) {
	for i, stmt := range list {
		switch n := stmt.(type) {
		case *ast.AssignStmt:
			s.assign(n)
		case *ast.DeclStmt:
			s.declare(n)
		case *ast.IfStmt:
			if as, ok := n.Init.(*ast.AssignStmt); ok {
				s.assign(as)
			}
			s.test(n, list[:i], list[i+1:])
			s.block(n.Body.List)
			if e, ok := n.Else.(*ast.BlockStmt); ok {
				s.block(e.List)
			}
		case *ast.SwitchStmt:
			s.cases(n)
		case *ast.BlockStmt:
			s.block(n.List)
		case *ast.ForStmt:
			s.block(n.Body.List)
		case *ast.RangeStmt:
			s.block(n.Body.List)
		}
		s.literals(stmt)
	}
}

// literals visits the function literals of a statement that holds no other
// statements; those of the others are found on the way down.
func (s *scan) literals(stmt ast.Stmt) {
	switch stmt.(type) {
	case *ast.AssignStmt, *ast.DeclStmt, *ast.DeferStmt, *ast.ExprStmt, *ast.GoStmt, *ast.ReturnStmt:
		ast.Inspect(stmt, func(n ast.Node) bool {
			if lit, ok := n.(*ast.FuncLit); ok {
				s.block(lit.Body.List)
				return false
			}
			return true
		})
	}
}

func (s *scan) assign(n *ast.AssignStmt) {
	if len(n.Rhs) != 1 {
		return
	}
	if key := s.keyOf(n.Rhs[0]); key != nil {
		for _, l := range n.Lhs { // v, ok := os.LookupEnv(key)
			s.keys[types.ExprString(l)] = key
		}
	}
}

func (s *scan) declare(n *ast.DeclStmt) {
	decl, ok := n.Decl.(*ast.GenDecl)
	if !ok {
		return
	}
	for _, spec := range decl.Specs {
		if vs, ok := spec.(*ast.ValueSpec); ok && len(vs.Values) == 1 {
			if key := s.keyOf(vs.Values[0]); key != nil {
				for _, id := range vs.Names {
					s.keys[id.Name] = key
				}
			}
		}
	}
}

// keyOf returns the variable that e reads or holds, or nil.
func (s *scan) keyOf(e ast.Expr) ast.Expr {
	e = ast.Unparen(e)
	if call, ok := e.(*ast.CallExpr); ok {
		if key, _, ok := s.a.Read(call); ok {
			return key
		}
		return nil
	}
	return s.keys[types.ExprString(e)]
}

// test handles an emptiness test. rest is what follows the statement, before
// what precedes it in its block.
func (s *scan) test(n *ast.IfStmt, before, rest []ast.Stmt) {
	tested, unset := isEmptyTest(s.a.Info, n.Cond)
	if tested == nil {
		return
	}
	key := s.keyOf(tested)
	if key == nil {
		return
	}
	var other []ast.Stmt
	if e, ok := n.Else.(*ast.BlockStmt); ok {
		other = e.List
	}
	if s.refused != nil && (unset && endsBadly(n.Body) || !unset && endsBadly(n.Else)) {
		s.refused(key)
	}
	if unset {
		s.take(key, tested, n.Body.List)
		return
	}
	s.take(key, tested, other)
	if s.returnsValue(n.Body.List, key) && len(rest) > 0 {
		s.take(key, tested, rest[:1])
	}
	s.overridden(key, n.Body.List, before)
}

// take reports the constants that the statements for an unset variable assign
// or return. Among other statements (a log line, a computed default) only an
// assignment to the tested variable itself counts.
func (s *scan) take(key, tested ast.Expr, list []ast.Stmt) {
	for _, stmt := range list {
		switch n := stmt.(type) {
		case *ast.AssignStmt:
			if len(n.Lhs) == 1 && len(n.Rhs) == 1 && (len(list) == 1 || types.ExprString(n.Lhs[0]) == types.ExprString(tested)) {
				s.add(key, n.Rhs[0])
			}
		case *ast.ReturnStmt:
			if len(list) == 1 && len(n.Results) > 0 && !s.fails(n) {
				s.add(key, n.Results[0])
			}
		case *ast.IfStmt:
			s.take(key, tested, n.Body.List)
			if e, ok := n.Else.(*ast.BlockStmt); ok {
				s.take(key, tested, e.List)
			}
		}
	}
}

// fails reports whether the return carries an error or a verdict instead of a
// value for the variable.
func (s *scan) fails(n *ast.ReturnStmt) bool {
	if len(n.Results) == 1 {
		t, ok := s.a.Info.TypeOf(n.Results[0]).Underlying().(*types.Basic)
		return ok && t.Info()&types.IsBoolean != 0
	}
	return !s.a.Info.Types[n.Results[len(n.Results)-1]].IsNil()
}

// returnsValue reports whether the statements end by returning the variable.
func (s *scan) returnsValue(list []ast.Stmt, key ast.Expr) bool {
	if len(list) == 0 {
		return false
	}
	ret, ok := list[len(list)-1].(*ast.ReturnStmt)
	return ok && len(ret.Results) > 0 && s.mentions(ret.Results[0], key)
}

// mentions reports whether e reads or holds the variable.
func (s *scan) mentions(e ast.Expr, key ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if x, ok := n.(ast.Expr); ok && s.sameKey(s.keyOf(x), key) {
			found = true
		}
		return !found
	})
	return found
}

// sameKey reports whether two reads are of the same variable.
func (s *scan) sameKey(a, b ast.Expr) bool {
	if a == nil || a == b {
		return a != nil
	}
	x, y := s.a.Info.Types[a].Value, s.a.Info.Types[b].Value
	return x != nil && y != nil && x.ExactString() == y.ExactString()
}

// overridden handles a default that the variable replaces:
// port := "8080"; if p := os.Getenv("PORT"); p != "" { port = p }.
func (s *scan) overridden(key ast.Expr, body, before []ast.Stmt) {
	if len(body) != 1 {
		return
	}
	as, ok := body[0].(*ast.AssignStmt)
	if !ok || len(as.Lhs) != 1 || len(as.Rhs) != 1 || !s.mentions(as.Rhs[0], key) {
		return
	}
	target := types.ExprString(as.Lhs[0])
	for i := len(before) - 1; i >= 0; i-- {
		if v := initialOf(before[i], target); v != nil {
			s.add(key, v)
			return
		}
	}
}

// initialOf returns the value that the statement gives to target, a variable
// or a field of a composite literal.
func initialOf(stmt ast.Stmt, target string) ast.Expr {
	as, ok := stmt.(*ast.AssignStmt)
	if !ok || len(as.Lhs) != 1 || len(as.Rhs) != 1 {
		return nil
	}
	name := types.ExprString(as.Lhs[0])
	if name == target {
		return as.Rhs[0]
	}
	value := as.Rhs[0]
	if u, ok := value.(*ast.UnaryExpr); ok {
		value = u.X
	}
	lit, ok := value.(*ast.CompositeLit)
	if !ok {
		return nil
	}
	for _, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok && name+"."+types.ExprString(kv.Key) == target {
			return kv.Value
		}
	}
	return nil
}

// cases handles switch { case v == "": v = "default" }, and the same with a tag.
func (s *scan) cases(n *ast.SwitchStmt) {
	for _, c := range n.Body.List {
		clause := c.(*ast.CaseClause)
		for _, e := range clause.List {
			if n.Tag != nil {
				v := s.a.Info.Types[e].Value
				if key := s.keyOf(n.Tag); key != nil && v != nil && v.ExactString() == `""` {
					s.take(key, n.Tag, clause.Body)
				}
			} else if tested, unset := isEmptyTest(s.a.Info, e); tested != nil && unset {
				if key := s.keyOf(tested); key != nil {
					s.take(key, tested, clause.Body)
				}
			}
		}
		s.block(clause.Body)
	}
}
