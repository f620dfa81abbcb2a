// Package api holds contexts and calls helpers of other packages.
package api

import (
	"context"
	"database/sql"
	"fmt"
	"net/http"

	"github.com/gin-gonic/gin"

	"ctxless.test/helpers/remote"
	"ctxless.test/helpers/store"
)

type server struct {
	db       *sql.DB
	users    *store.Users
	orders   *store.Orders
	reports  *store.Reports
	accounts *store.Accounts
	sessions *store.Sessions
	files    *store.Files
	git      remote.Git
	client   *remote.Client
}

func (s *server) badProfile(w http.ResponseWriter, r *http.Request) {
	name, err := s.users.Load(1) // want `^s\.users\.Load waits in u\.db\.QueryRow and takes no context \(and so do 1 `
	if err != nil {
		http.Error(w, "no user", http.StatusNotFound)
		return
	}
	fmt.Fprint(w, name)
}

// The cause is the same as in badProfile.
func (s *server) okProfileAgain(ctx context.Context, id int) (string, error) {
	return s.users.Load(id)
}

// So is that of a method of the same type, which needs the same change.
func (s *server) okRename(ctx context.Context, id int, name string) error {
	return s.users.Rename(id, name)
}

func (s *server) badTotal(c *gin.Context) {
	n, err := s.orders.Total(7) // want `^s\.orders\.Total waits in sum > o\.db\.QueryRow and takes no context, though one is `
	if err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.JSON(http.StatusOK, n)
}

func (s *server) badMonthly(ctx context.Context) (int, error) {
	return s.reports.Monthly([]int{1, 2}) // want `^s\.reports\.Monthly waits in Total > sum > o\.db\.QueryRow and takes no context, tho`
}

func (s *server) badVersion(ctx context.Context) (string, error) {
	return store.Version(s.db) // want `^store\.Version waits in db\.QueryRow and takes no context, though one is in scope `
}

func (s *server) badRate(ctx context.Context) (float64, error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	return remote.Rate("eur") // want `^remote\.Rate waits in http\.Get and takes no context, though one is in scope \(ctx\)`
}

func (s *server) badHead(w http.ResponseWriter, r *http.Request) {
	if head, err := s.git.Head(); err == nil { // want `^s\.git\.Head waits in exec\.Command and takes no context, though one is in scope \(r`
		fmt.Fprint(w, head)
	}
}

// A twin exists, so it is the finding.
func (s *server) badCloseAccount(ctx context.Context, id int) error {
	return s.accounts.Close(id) // want `^s\.accounts\.Close ignores the context in scope \(ctx\)`
}

func (s *server) okFind(w http.ResponseWriter, r *http.Request) {
	id, err := s.users.Find(r.Context(), r.FormValue("name"))
	if err == nil {
		fmt.Fprint(w, id)
	}
}

func (s *server) okTouch(ctx context.Context, id string) error {
	return s.sessions.Touch(id) // bounded by itself
}

func (s *server) okRead(w http.ResponseWriter, r *http.Request) {
	if data, err := s.files.Read("motd"); err == nil {
		w.Write(data)
	}
}

func (s *server) okSymbol(ctx context.Context) string { return remote.Symbol("eur") }

func (s *server) okInsert(ctx context.Context) error {
	_, err := s.db.ExecContext(ctx, store.Insert("visits"))
	return err
}

func (s *server) okStatus(ctx context.Context) (int, error) { return s.client.Status() }

func (s *server) okApart(w http.ResponseWriter, r *http.Request) {
	go s.users.Rename(1, r.FormValue("name"))
	go func() { s.reports.Monthly(nil) }()
}

func (s *server) okInDefer(ctx context.Context) error {
	defer s.users.Rename(1, "")
	return ctx.Err()
}
