package sink

// calls are the functions with such arguments, by FullName without the major
// version of the package: the indices of the arguments, without the receiver.
var calls = map[string]map[int]Use{
	"(*github.com/golang-jwt/jwt.Token).SignedString":                       {0: Key},
	"(*github.com/dgrijalva/jwt-go.Token).SignedString":                     {0: Key},
	"github.com/kataras/iris/middleware/jwt.NewSigner":                      {1: Key},
	"github.com/kataras/iris/middleware/jwt.NewVerifier":                    {1: Key},
	"github.com/kataras/jwt.Sign":                                           {1: Key},
	"github.com/kataras/jwt.Verify":                                         {1: Key},
	"github.com/go-chi/jwtauth.New":                                         {1: Key, 2: Key},
	"github.com/lestrrat-go/jwx/jwt.WithKey":                                {1: Key},
	"crypto/hmac.New":                                                       {1: Key},
	"crypto/aes.NewCipher":                                                  {0: Key},
	"crypto/des.NewCipher":                                                  {0: Key},
	"crypto/des.NewTripleDESCipher":                                         {0: Key},
	"golang.org/x/crypto/chacha20poly1305.New":                              {0: Key},
	"golang.org/x/crypto/chacha20poly1305.NewX":                             {0: Key},
	"github.com/gorilla/csrf.Protect":                                       {0: Key},
	"github.com/gorilla/sessions.NewCookieStore":                            {0: Key, 1: Key},
	"github.com/gorilla/sessions.NewFilesystemStore":                        {1: Key},
	"github.com/gorilla/securecookie.New":                                   {0: Key, 1: Key},
	"github.com/gin-contrib/sessions/cookie.NewStore":                       {0: Key, 1: Key},
	"github.com/gin-contrib/sessions/redis.NewStore":                        {3: Password, 4: Key},
	"(*net/http.Request).SetBasicAuth":                                      {1: Password},
	"net/smtp.PlainAuth":                                                    {2: Password},
	"gopkg.in/gomail.v2.NewDialer":                                          {3: Password},
	"golang.org/x/crypto/ssh.Password":                                      {0: Password},
	"github.com/aws/aws-sdk-go/aws/credentials.NewStaticCredentials":        {1: Password},
	"github.com/aws/aws-sdk-go-v2/credentials.NewStaticCredentialsProvider": {1: Password},
	"github.com/minio/minio-go/pkg/credentials.NewStaticV4":                 {1: Password},
	"github.com/sashabaranov/go-openai.NewClient":                           {0: Password},
	"github.com/sendgrid/sendgrid-go.NewSendClient":                         {0: Password},
	"database/sql.Open":                                                     {1: DSN},
	"github.com/jmoiron/sqlx.Open":                                          {1: DSN},
	"github.com/jmoiron/sqlx.Connect":                                       {1: DSN},
	"github.com/jmoiron/sqlx.MustConnect":                                   {1: DSN},
	"github.com/jackc/pgx.Connect":                                          {1: DSN},
	"github.com/jackc/pgx.ParseConfig":                                      {0: DSN},
	"github.com/jackc/pgx/pgxpool.New":                                      {1: DSN},
	"github.com/jackc/pgx/pgxpool.ParseConfig":                              {0: DSN},
	"gorm.io/driver/mysql.Open":                                             {0: DSN},
	"gorm.io/driver/postgres.Open":                                          {0: DSN},
	"github.com/redis/go-redis.ParseURL":                                    {0: DSN},
	"github.com/go-redis/redis.ParseURL":                                    {0: DSN},
	"net/http.Get":                                                          {0: Address},
	"net/http.Post":                                                         {0: Address},
	"net/http.PostForm":                                                     {0: Address},
	"net/http.NewRequest":                                                   {1: Address},
	"net/http.NewRequestWithContext":                                        {2: Address},
	"(*net/http.Client).Get":                                                {0: Address},
	"(*net/http.Client).Post":                                               {0: Address},
	"net.Dial":                                                              {1: Address},
	"net.DialTimeout":                                                       {1: Address},
	"google.golang.org/grpc.Dial":                                           {0: Address},
	"google.golang.org/grpc.DialContext":                                    {1: Address},
	"google.golang.org/grpc.NewClient":                                      {0: Address},
	"github.com/segmentio/kafka-go.Dial":                                    {1: Address},
	"github.com/segmentio/kafka-go.DialLeader":                              {2: Address},
	"github.com/nats-io/nats.go.Connect":                                    {0: Address},
	"github.com/rabbitmq/amqp091-go.Dial":                                   {0: Address},
	"github.com/streadway/amqp.Dial":                                        {0: Address},
	"(*go.mongodb.org/mongo-driver/mongo/options.ClientOptions).ApplyURI":   {0: DSN},
	"net.Listen":                             {1: Listen},
	"net/http.ListenAndServe":                {0: Listen},
	"net/http.ListenAndServeTLS":             {0: Listen},
	"(*github.com/gin-gonic/gin.Engine).Run": {0: Listen},
	"(*github.com/labstack/echo.Echo).Start": {0: Listen},
	"(*github.com/gofiber/fiber.App).Listen": {0: Listen},
}

// fields are struct fields with such a use: by package without its major
// version, type and name.
var fields = map[[3]string]Use{
	{"github.com/redis/go-redis", "Options", "Addr"}:                       Address,
	{"github.com/redis/go-redis", "Options", "Password"}:                   Password,
	{"github.com/go-redis/redis", "Options", "Addr"}:                       Address,
	{"github.com/go-redis/redis", "Options", "Password"}:                   Password,
	{"github.com/segmentio/kafka-go", "Writer", "Addr"}:                    Address,
	{"github.com/minio/minio-go", "Options", "Creds"}:                      Password,
	{"github.com/appleboy/gin-jwt", "GinJWTMiddleware", "Key"}:             Key,
	{"github.com/labstack/echo-jwt", "Config", "SigningKey"}:               Key,
	{"github.com/labstack/echo/middleware", "JWTConfig", "SigningKey"}:     Key,
	{"github.com/gofiber/contrib/jwt", "SigningKey", "Key"}:                Key,
	{"github.com/gofiber/fiber/middleware/encryptcookie", "Config", "Key"}: Key,
	{"github.com/iris-contrib/middleware/jwt", "Config", "ValidationKey"}:  Key,
	{"github.com/go-sql-driver/mysql", "Config", "Passwd"}:                 Password,
	{"net/http", "Server", "Addr"}:                                         Listen,
}

// values are the maps whose values have a use: by package and type.
var values = map[[2]string]Use{
	{"github.com/gin-gonic/gin", "Accounts"}: Password,
}

// verifiers are the parameters of the functions that answer with the key under
// which a token is verified: what such a function returns first is a key.
var verifiers = map[[2]string]bool{
	{"github.com/golang-jwt/jwt", "Token"}:   true,
	{"github.com/dgrijalva/jwt-go", "Token"}: true,
}
