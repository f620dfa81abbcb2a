// Package libs has the handlers of frameworks and the loggers that exit.
package libs

import (
	"context"
	"log"
	"os"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"

	"procexit.test/libs/userpb"
)

func loadName(id string) string {
	data, err := os.ReadFile(id)
	if err != nil {
		log.Fatal(err)
	}
	return string(data)
}

func findName(id string) (string, error) {
	data, err := os.ReadFile(id)
	return string(data), err
}

func badGin(c *gin.Context) {
	name, err := findName("id")
	if err != nil {
		log.Fatal(err) // want `ends the process from a `
	}
	c.JSON(200, name)
}

func badGinHelper(c *gin.Context) {
	c.JSON(200, loadName("id")) // want `ends the process from a `
}

type routes interface {
	GET(path string, handlers ...func(*gin.Context))
}

func badGinLiteral(r routes) {
	r.GET("/names", func(c *gin.Context) {
		name, err := findName("id")
		if err != nil {
			log.Fatalf("find: %v", err) // want `ends the process from a `
		}
		c.JSON(200, name)
	})
}

func badGinMiddleware(secret string) func(*gin.Context) {
	return func(c *gin.Context) {
		if secret == "" {
			os.Exit(1) // want `ends the process from a `
		}
	}
}

// The middleware of gin recovers only what its own goroutine panics with.
func badGinGoroutine(c *gin.Context) {
	id := c.Request.FormValue("id")
	go func() { // want `^the goroutine started here may panic`
		name, err := findName(id)
		if err != nil {
			panic(err)
		}
		log.Print(name)
	}()
	c.JSON(202, id)
}

func okGin(c *gin.Context) {
	name, err := findName("id")
	if err != nil {
		c.JSON(500, err.Error())
		return
	}
	c.JSON(200, name)
}

func okGinSetup(r routes) {
	name, err := findName("default")
	if err != nil {
		log.Fatal(err)
	}
	r.GET("/default", func(c *gin.Context) { c.JSON(200, name) })
}

func okGinRecovers(c *gin.Context) {
	go func() {
		defer func() { _ = recover() }()
		panic("recovered")
	}()
	c.JSON(202, nil)
}

func badEcho(c echo.Context) error {
	name, err := findName("id")
	if err != nil {
		log.Fatal(err) // want `ends the process from a `
	}
	return c.JSON(200, name)
}

func badEchoHelper(c echo.Context) error {
	return c.JSON(200, loadName("id")) // its first call was reported
}

func badEchoGoroutine(c echo.Context) error {
	v := c.Request().Context().Value("user")
	go func() { // want `^the goroutine started here may panic`
		log.Print(v.(string))
	}()
	return c.JSON(202, nil)
}

func badEchoMiddleware(next func(echo.Context) error) func(echo.Context) error {
	return func(c echo.Context) error {
		if err := next(c); err != nil {
			log.Fatal(err) // want `ends the process from a `
		}
		return nil
	}
}

func okEcho(c echo.Context) error {
	name, err := findName("id")
	if err != nil {
		return err
	}
	return c.JSON(200, name)
}

func badFiber(c *fiber.Ctx) error {
	if _, err := findName("id"); err != nil {
		log.Fatal(err) // want `ends the process from a `
	}
	return c.SendStatus(200)
}

func badFiberHelper(c *fiber.Ctx) error {
	log.Print(loadName("id")) // its first call was reported
	return c.SendStatus(200)
}

func badFiberGoroutine(c *fiber.Ctx) error {
	v := c.UserContext().Value("user")
	go func() { // want `^the goroutine started here may panic`
		log.Print(v.(string))
	}()
	return c.SendStatus(202)
}

func okFiber(c *fiber.Ctx) error {
	if _, err := findName("id"); err != nil {
		return err
	}
	return c.SendStatus(200)
}

type badServer struct {
	userpb.UnimplementedUserServiceServer
	dir string
}

func (s *badServer) GetUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	name, err := findName(s.dir + req.Id)
	if err != nil {
		log.Fatalf("user %s: %v", req.Id, err) // want `ends the process from a `
	}
	return &userpb.User{Id: req.Id, Name: name}, nil
}

func (s *badServer) ListUsers(ctx context.Context, req *userpb.ListUsersRequest) (*userpb.ListUsersResponse, error) {
	u := &userpb.User{Name: loadName(s.dir)} // its first call was reported
	return &userpb.ListUsersResponse{Users: []*userpb.User{u}}, nil
}

type badAsyncServer struct {
	userpb.UnimplementedUserServiceServer
}

func (badAsyncServer) GetUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	go func() { // want `^the goroutine started here may panic`
		if req.Id == "" {
			panic("no id")
		}
	}()
	return &userpb.User{Id: req.Id}, nil
}

type okServer struct {
	userpb.UnimplementedUserServiceServer
	name string
}

func newServer() *okServer {
	return &okServer{name: loadName("name")} // before it serves
}

func (s *okServer) reload() {
	s.name = loadName("name") // no method of the service
}

func (s *okServer) GetUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	name, err := findName(req.Id)
	if err != nil {
		return nil, err
	}
	return &userpb.User{Id: req.Id, Name: name}, nil
}

// The signature alone does not make a service.
type okClient struct{ id string }

func (c *okClient) GetUser(ctx context.Context, req *userpb.GetUserRequest) (*userpb.User, error) {
	if c.id == "" {
		log.Fatal("no id")
	}
	return &userpb.User{Id: c.id}, nil
}
