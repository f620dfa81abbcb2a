package libs

import (
	"context"
	"database/sql"
	"fmt"
	"net/http"
	"os/exec"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/jmoiron/sqlx"
	"github.com/labstack/echo/v4"
	"github.com/spf13/cobra"
)

type app struct {
	db    *sql.DB
	store *sqlx.DB
}

func (a *app) badNetHTTP(w http.ResponseWriter, r *http.Request) {
	var name string
	a.db.QueryRow("select name from users").Scan(&name) // want `^a\.db\.QueryRow ignores the context in scope \(r\.Context\(\)\)`
	fmt.Fprint(w, name)
}

func (a *app) badGinGet(c *gin.Context) {
	var u user
	if err := a.store.Get(&u, "select * from users where id = $1", c.Param("id")); err != nil { // want `^a\.store\.Get ignores the context in scope \(c\.Request\.Context\(\)\)`
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.JSON(http.StatusOK, u)
}

func (a *app) badGinMiddleware() gin.HandlerFunc {
	return func(c *gin.Context) {
		if err := a.db.Ping(); err != nil { // want `^a\.db\.Ping ignores the context in scope \(c\.Request\.Context\(\)\)`
			c.Abort()
			return
		}
		c.Next()
	}
}

func (a *app) badEchoSelect(c echo.Context) error {
	var names []string
	if err := a.store.Select(&names, "select name from users"); err != nil { // want `^a\.store\.Select ignores the context in scope \(c\.Request\(\)\.Context\(\)\)`
		return err
	}
	return c.JSON(http.StatusOK, names)
}

func (a *app) badEchoMiddleware(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		if _, err := a.db.Exec("insert into visits default values"); err != nil { // want `^a\.db\.Exec ignores the context in scope \(c\.Request\(\)\.Context\(\)\)`
			return err
		}
		return next(c)
	}
}

func (a *app) badFiberCommand(c *fiber.Ctx) error {
	out, err := exec.Command("git", "describe").Output() // want `^exec\.Command ignores the context in scope \(c\.UserContext\(\)\)`
	if err != nil {
		return err
	}
	return c.SendString(string(out))
}

func (a *app) badFiberLiteral() fiber.Handler {
	return func(c *fiber.Ctx) error {
		return a.store.Get(&user{}, "select * from users where id = $1", c.Params("id")) // want `^a\.store\.Get ignores the context in scope \(c\.UserContext\(\)\)`
	}
}

type userRequest struct{ ID int }

type userReply struct{ Name string }

// A method of a gRPC service.
func (a *app) badGRPC(ctx context.Context, req *userRequest) (*userReply, error) {
	out := new(userReply)
	err := a.db.QueryRow("select name from users where id = $1", req.ID).Scan(&out.Name) // want `^a\.db\.QueryRow ignores the context in scope \(ctx\)`
	return out, err
}

func FN_cobra() *cobra.Command {
	return &cobra.Command{
		Use: "fetch",
		RunE: func(cmd *cobra.Command, args []string) error {
			resp, err := http.Get(args[0])
			if err != nil {
				return err
			}
			cmd.Println(resp.Status)
			return resp.Body.Close()
		},
	}
}

func FN_cobraNamed(cmd *cobra.Command, args []string) error {
	return exec.Command("tar", args...).Run()
}

func (a *app) badCobraPlain() *cobra.Command {
	cmd := &cobra.Command{Use: "ping"}
	cmd.Run = func(cmd *cobra.Command, args []string) {
		if err := a.db.Ping(); err != nil {
			cmd.Println(err)
		}
	}
	return cmd
}

func (a *app) okNetHTTP(w http.ResponseWriter, r *http.Request) {
	var name string
	a.db.QueryRowContext(r.Context(), "select name from users").Scan(&name)
	fmt.Fprint(w, name)
}

func (a *app) okGin(c *gin.Context) {
	a.store.GetContext(c.Request.Context(), &user{}, "select * from users where id = $1", c.Param("id"))
}

// A gin.Context is a context itself.
func (a *app) okGinItself(c *gin.Context) {
	a.store.GetContext(c, &user{}, "select * from users where id = $1", c.Param("id"))
}

func (a *app) okEcho(c echo.Context) error {
	ctx := c.Request().Context()
	return a.db.PingContext(ctx)
}

func (a *app) okFiber(c *fiber.Ctx) error {
	return exec.CommandContext(c.UserContext(), "git", "fetch").Run()
}

func okCobra() *cobra.Command {
	return &cobra.Command{
		Use: "fetch",
		RunE: func(cmd *cobra.Command, args []string) error {
			req, err := http.NewRequestWithContext(cmd.Context(), http.MethodGet, args[0], nil)
			if err != nil {
				return err
			}
			resp, err := http.DefaultClient.Do(req)
			if err != nil {
				return err
			}
			return resp.Body.Close()
		},
	}
}

// The command that is built here is no caller.
func (a *app) okCobraBuilt() (*cobra.Command, error) {
	cmd := &cobra.Command{Use: "serve"}
	return cmd, a.db.Ping()
}

func (a *app) okAnswerOnly(c *gin.Context) { c.JSON(http.StatusOK, gin.H{"ok": true}) }
