package api

import (
	"context"
	"database/sql"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/spf13/cobra"
	"gorm.io/gorm"
)

// gate has helpers of its own.
type gate struct {
	db   *sql.DB
	orm  *gorm.DB
	keys map[string]bool
}

func (g *gate) middleware(c *gin.Context) {
	if !g.badAllowed(c.ClientIP()) {
		c.AbortWithStatus(http.StatusForbidden)
		return
	}
	c.Next()
}

func (g *gate) badAllowed(ip string) bool {
	var n int
	err := g.db.QueryRow("select count(*) from banned where ip = $1", ip).Scan(&n) // want `^badAllowed waits in g\.db\.QueryRow and takes no context, though its callers hold `
	return err == nil && n == 0
}

func (g *gate) list(w http.ResponseWriter, r *http.Request) {
	if _, err := g.badKeys(); err != nil {
		w.WriteHeader(http.StatusInternalServerError)
	}
}

func (g *gate) badKeys() (keys []string, err error) {
	err = g.orm.Table("keys").Pluck("key", &keys).Error // want `^badKeys waits in g\.orm\.Table\("keys"\)\.Pluck and takes no context, though its call`
	return keys, err
}

func (g *gate) load(cmd *cobra.Command, args []string) error {
	for _, a := range args {
		if err := g.badImport(a); err != nil {
			return err
		}
	}
	return nil
}

func (g *gate) badImport(key string) error {
	_, err := g.db.Exec("insert into keys (key) values ($1)", key)
	return err
}

func (g *gate) check(w http.ResponseWriter, r *http.Request) {
	if !g.okKnown(r.FormValue("key")) {
		w.WriteHeader(http.StatusForbidden)
	}
}

func (g *gate) okKnown(key string) bool { return g.keys[key] } // waits for nothing

func (g *gate) okAlive(ctx context.Context) error { return g.db.PingContext(ctx) }

func (g *gate) health(w http.ResponseWriter, r *http.Request) {
	if g.okAlive(r.Context()) != nil {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
}

// Nobody who calls it holds a context.
func (g *gate) okReload() error {
	rows, err := g.db.Query("select key from keys")
	if err != nil {
		return err
	}
	return rows.Close()
}

func (g *gate) poll() {
	for {
		g.okReload()
		time.Sleep(time.Minute)
	}
}

// The helper is a value here; who calls it is not seen.
func (g *gate) okRecount() error {
	_, err := g.db.Exec("refresh materialized view counts")
	return err
}

func (g *gate) schedule(every func(time.Duration, func() error)) {
	every(time.Hour, g.okRecount)
}
