module httpclose.test

go 1.26

require (
	github.com/aws/aws-sdk-go v0.0.0
	github.com/aws/aws-sdk-go-v2/service/s3 v0.0.0
)

replace (
	github.com/aws/aws-sdk-go => ../../../testdata/stubs/github.com/aws/aws-sdk-go
	github.com/aws/aws-sdk-go-v2/service/s3 => ../../../testdata/stubs/github.com/aws/aws-sdk-go-v2/service/s3
)
