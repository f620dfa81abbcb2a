// Package sarif prints findings as SARIF 2.1.0, for code scanning of GitHub and
// of others. The library that builds the document is github.com/owenrumney/go-sarif.
package sarif

import (
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"github.com/prodvet/prodvet/cmd/internal/finding"
	"github.com/prodvet/prodvet/cmd/internal/source"
)

const home = "https://github.com/prodvet/prodvet"

// FingerprintKey names our fingerprints among those of other tools.
const FingerprintKey = "prodvet/v1"

// Write prints one run. Every check that ran is a rule of it, so that a rule
// without results means that it found nothing.
func Write(w io.Writer, r *finding.Result) error { return Report(r).Write(w) }

// Report builds the document.
func Report(r *finding.Result) *sarif.Report {
	b := builder{Result: r, files: source.New(r.Dir)}
	run := sarif.NewRunWithInformationURI("prodvet", home).WithColumnKind("utf16CodeUnits")
	for _, rule := range r.Rules {
		run.Tool.Driver.AddRule(ruleOf(rule))
	}
	run.WithResults([]*sarif.Result{})
	for _, f := range r.Findings {
		run.AddResult(b.result(f))
	}
	invocation := sarif.NewInvocation().WithExecutionSuccessful(len(r.Skipped) == 0)
	for _, s := range r.Skipped {
		text := strings.TrimPrefix(s.Package+": not analysed: "+s.Reason, ": ")
		invocation.AddToolExecutionNotification(sarif.NewNotification().WithLevel("error").WithMessage(message(text)))
	}
	run.AddInvocation(invocation)
	return sarif.NewReport().AddRun(run)
}

// ruleOf describes a check. GitHub reads precision, tags and problem.severity
// from the properties.
func ruleOf(r finding.Rule) *sarif.ReportingDescriptor {
	properties := sarif.NewPropertyBag().
		Add("precision", map[string]string{"error": "very-high", "warning": "high", "note": "medium"}[r.Level]).
		Add("problem.severity", map[string]string{"error": "error", "warning": "warning", "note": "recommendation"}[r.Level]).
		WithTags([]string{"production", r.Group})
	summary := strings.ToUpper(r.Summary[:1]) + r.Summary[1:]
	return sarif.NewRule(r.Name).WithName(r.Name).
		WithShortDescription(sarif.NewMultiformatMessageString().WithText(summary)).
		WithFullDescription(sarif.NewMultiformatMessageString().WithText(summary + ". In production: " + r.Event + ".")).
		WithHelp(sarif.NewMultiformatMessageString().WithText(r.Page).WithMarkdown(r.Page)).
		WithHelpURI(r.URL).
		WithDefaultConfiguration(sarif.NewReportingConfiguration().WithLevel(r.Level)).
		WithProperties(properties)
}

type builder struct {
	*finding.Result
	files *source.Files
}

func (b builder) result(f finding.Finding) *sarif.Result {
	place := b.location(f.Position, f.End)
	if f.Function != "" {
		logical := sarif.NewLogicalLocation().WithFullyQualifiedName(f.Package + "." + f.Function).WithKind("function")
		place.AddLogicalLocation(logical)
	}
	text := escape(f.Message)
	out := sarif.NewRuleResult(f.Check).WithLevel(f.Level).WithLocations([]*sarif.Location{place}).
		WithRuleIndex(slices.IndexFunc(b.Rules, func(r finding.Rule) bool { return r.Name == f.Check })).
		WithPartialFingerprints(map[string]string{FingerprintKey: f.Fingerprint}).
		WithProperties(sarif.NewPropertyBag().Add("category", f.Category).Add("package", f.Package))
	for i, rel := range f.Related {
		at := b.location(rel.Position, rel.Position).WithID(i + 1).WithMessage(message(rel.Message))
		out.AddRelatedLocation(at)
		text += fmt.Sprintf("\n[%s](%d)", escape(rel.Message), i+1)
	}
	if len(f.Related) > 0 {
		out.AddCodeFlow(b.flow(f))
	}
	fixes := []*sarif.Fix{}
	for _, fix := range f.Fixes {
		fixes = append(fixes, b.fix(fix))
	}
	out.WithFixes(fixes)
	return out.WithMessage(sarif.NewTextMessage(text))
}

// flow is the path of a finding: where it is, then what leads on from there.
func (b builder) flow(f finding.Finding) *sarif.CodeFlow {
	steps := append([]finding.Related{{Position: f.Position, Message: f.Message}}, f.Related...)
	slices.SortStableFunc(steps[1:], func(x, y finding.Related) int {
		if x.Position.File != y.Position.File {
			return 0
		}
		return x.Position.Line - y.Position.Line
	})
	thread := sarif.NewThreadFlow()
	for _, s := range steps {
		at := b.location(s.Position, s.Position).WithMessage(message(s.Message))
		thread.AddLocation(sarif.NewThreadFlowLocation().WithLocation(at).WithImportance("essential"))
	}
	return sarif.NewCodeFlow().AddThreadFlow(thread)
}

// fix replaces bytes, which is what our edits count.
func (b builder) fix(fix finding.Fix) *sarif.Fix {
	out := sarif.NewFix().WithDescription(message(fix.Message))
	byFile := make(map[string]*sarif.ArtifactChange)
	for _, e := range fix.Edits {
		change, ok := byFile[e.File]
		if !ok {
			change = sarif.NewArtifactChange().WithArtifactLocation(artifact(e.File))
			byFile[e.File] = change
			out.AddArtifactChange(change)
		}
		region := sarif.NewRegion().WithByteOffset(e.Start).WithByteLength(e.End - e.Start)
		change.AddReplacement(sarif.NewReplacement().WithDeletedRegion(region).
			WithInsertedContent(sarif.NewArtifactContent().WithText(e.New)))
	}
	return out
}

func (b builder) location(start, end finding.Position) *sarif.Location {
	region := sarif.NewRegion().WithStartLine(start.Line)
	if start.Column > 0 {
		region.WithStartColumn(b.files.Column16(start.File, start.Line, start.Column))
	}
	if end.Line > start.Line || end.Line == start.Line && end.Column > start.Column {
		region.WithEndLine(end.Line).WithEndColumn(b.files.Column16(end.File, end.Line, end.Column))
	}
	return sarif.NewLocation().WithPhysicalLocation(
		sarif.NewPhysicalLocation().WithArtifactLocation(artifact(start.File)).WithRegion(region))
}

// artifact names a file by a relative URI, or an absolute one outside of the
// directory of the run.
func artifact(name string) *sarif.ArtifactLocation {
	u := url.URL{Path: name}
	if filepath.IsAbs(filepath.FromSlash(name)) {
		u = url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(name, "/")}
	}
	return sarif.NewArtifactLocation().WithURI(strings.TrimPrefix(u.String(), "./"))
}

func message(text string) *sarif.Message { return sarif.NewTextMessage(escape(text)) }

// escape keeps brackets in a message from being read as links.
func escape(s string) string {
	return strings.NewReplacer(`\`, `\\`, `[`, `\[`, `]`, `\]`).Replace(s)
}
