module procexit.test

go 1.26

require (
	github.com/IBM/sarama v0.0.0
	github.com/gin-gonic/gin v0.0.0
	github.com/gofiber/fiber/v2 v2.0.0
	github.com/labstack/echo/v4 v4.0.0
	github.com/rabbitmq/amqp091-go v0.0.0
	github.com/rs/zerolog v0.0.0
	github.com/segmentio/kafka-go v0.0.0
	github.com/sirupsen/logrus v0.0.0
	go.uber.org/zap v0.0.0
	k8s.io/apimachinery v0.0.0
)

replace (
	github.com/IBM/sarama => ../../../testdata/stubs/github.com/IBM/sarama
	github.com/gin-gonic/gin => ../../../testdata/stubs/github.com/gin-gonic/gin
	github.com/gofiber/fiber/v2 => ../../../testdata/stubs/github.com/gofiber/fiber/v2
	github.com/labstack/echo/v4 => ../../../testdata/stubs/github.com/labstack/echo/v4
	github.com/rabbitmq/amqp091-go => ../../../testdata/stubs/github.com/rabbitmq/amqp091-go
	github.com/rs/zerolog => ../../../testdata/stubs/github.com/rs/zerolog
	github.com/segmentio/kafka-go => ../../../testdata/stubs/github.com/segmentio/kafka-go
	github.com/sirupsen/logrus => ../../../testdata/stubs/github.com/sirupsen/logrus
	go.uber.org/zap => ../../../testdata/stubs/go.uber.org/zap
	k8s.io/apimachinery => ../../../testdata/stubs/k8s.io/apimachinery
)
