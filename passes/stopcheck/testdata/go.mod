module stopcheck.test

go 1.22

require (
	github.com/nats-io/nats.go v0.0.0
	go.opentelemetry.io/otel/trace v0.0.0
	k8s.io/apimachinery v0.0.0
)

replace (
	github.com/nats-io/nats.go => ../../../testdata/stubs/github.com/nats-io/nats.go
	go.opentelemetry.io/otel/trace => ../../../testdata/stubs/go.opentelemetry.io/otel/trace
	k8s.io/apimachinery => ../../../testdata/stubs/k8s.io/apimachinery
)
