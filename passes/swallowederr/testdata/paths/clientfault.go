package paths

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"
	"gorm.io/gorm"
)

func (s *server) badFaultScan(w http.ResponseWriter, r *http.Request) {
	var name string
	err := s.db.QueryRow("select name from users where id = ?", r.FormValue("id")).Scan(&name)
	if err != nil { // want `looks like a mistake of the client`
		http.Error(w, "not found", http.StatusNotFound)
		return
	}
	fmt.Fprint(w, name)
}

func (s *server) badFaultHelper(w http.ResponseWriter, r *http.Request) {
	o, err := loadOrder(s.db, 7)
	if err != nil { // want `looks like a mistake of the client`
		http.NotFound(w, r)
		return
	}
	json.NewEncoder(w).Encode(o)
}

func (s *server) badFaultLogin(w http.ResponseWriter, r *http.Request) {
	var hash string
	row := s.db.QueryRow("select hash from users where name = ?", r.FormValue("name"))
	if err := row.Scan(&hash); err != nil { // want `looks like a mistake of the client`
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	fmt.Fprint(w, len(hash))
}

func badFaultMiddleware(db *sql.DB, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var admin bool
		err := db.QueryRow("select admin from users where token = ?", r.Header.Get("Token")).Scan(&admin)
		if err != nil || !admin { // want `looks like a mistake of the client`
			http.Error(w, "forbidden", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (s *server) badFaultConflict(w http.ResponseWriter, r *http.Request) {
	rows, err := s.db.Query("select seat from seats where free")
	if err != nil { // want `looks like a mistake of the client`
		http.Error(w, "no seat left", http.StatusConflict)
		return
	}
	defer rows.Close()
	fmt.Fprint(w, rows.Next())
}

func notFound(w http.ResponseWriter, r *http.Request) {
	w.WriteHeader(http.StatusNotFound)
	fmt.Fprintf(w, "%s: not found", r.URL.Path)
}

func (s *server) badFaultAnswer(w http.ResponseWriter, r *http.Request) {
	o, err := loadOrder(s.db, 7)
	if err != nil { // want `looks like a mistake of the client`
		notFound(w, r)
		return
	}
	json.NewEncoder(w).Encode(o)
}

func badFaultGin(db *gorm.DB) gin.HandlerFunc {
	return func(c *gin.Context) {
		var u user
		if err := db.First(&u, c.Param("id")).Error; err != nil { // want `looks like a mistake of the client`
			c.JSON(http.StatusNotFound, gin.H{"error": "user not found"})
			return
		}
		c.JSON(http.StatusOK, u)
	}
}

func badFaultGinAuth(db *gorm.DB) gin.HandlerFunc {
	return func(c *gin.Context) {
		var u user
		res := db.Where("token = ?", c.Param("token")).First(&u)
		if res.Error != nil { // want `looks like a mistake of the client`
			c.AbortWithStatusJSON(401, gin.H{"error": "unknown token"})
			return
		}
		c.Next()
	}
}

func (s *server) okFaultNoRows(w http.ResponseWriter, r *http.Request) {
	o, err := loadOrder(s.db, 7)
	if errors.Is(err, sql.ErrNoRows) {
		http.NotFound(w, r)
		return
	}
	if err != nil {
		http.Error(w, "not loaded", http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(o)
}

func (s *server) okFaultSwitch(w http.ResponseWriter, r *http.Request) {
	o, err := loadOrder(s.db, 7)
	switch {
	case err == sql.ErrNoRows:
		notFound(w, r)
	case err != nil:
		w.WriteHeader(http.StatusInternalServerError)
	default:
		json.NewEncoder(w).Encode(o)
	}
}

func (s *server) okFaultLogged(w http.ResponseWriter, r *http.Request) {
	o, err := loadOrder(s.db, 7)
	if err != nil {
		log.Printf("load order: %v", err)
		http.NotFound(w, r)
		return
	}
	json.NewEncoder(w).Encode(o)
}

func writeError(w http.ResponseWriter, code int, err error) {
	log.Print(err)
	w.WriteHeader(code)
}

func (s *server) okFaultPassed(w http.ResponseWriter, r *http.Request) {
	o, err := loadOrder(s.db, 7)
	if err != nil {
		writeError(w, http.StatusNotFound, err)
		return
	}
	json.NewEncoder(w).Encode(o)
}

func (s *server) okFaultParse(w http.ResponseWriter, r *http.Request) {
	id, err := strconv.Atoi(r.FormValue("id"))
	if err != nil {
		http.Error(w, "bad id", http.StatusBadRequest)
		return
	}
	fmt.Fprint(w, id)
}

func okFaultFile(w http.ResponseWriter, r *http.Request) {
	f, err := os.Open("avatars/" + r.PathValue("name"))
	if err != nil {
		http.NotFound(w, r) // a file, not a database
		return
	}
	defer f.Close()
	http.ServeContent(w, r, f.Name(), time.Time{}, f)
}

func (s *server) okFaultMissing(w http.ResponseWriter, r *http.Request) {
	var n int
	if err := s.db.QueryRow("select count(*) from seats").Scan(&n); err != nil {
		http.Error(w, "not counted", http.StatusServiceUnavailable)
		return
	}
	if n == 0 {
		http.Error(w, "no seat left", http.StatusConflict)
		return
	}
	fmt.Fprint(w, n)
}

func okFaultGin(db *gorm.DB) gin.HandlerFunc {
	return func(c *gin.Context) {
		var u user
		err := db.First(&u, c.Param("id")).Error
		if errors.Is(err, gorm.ErrRecordNotFound) {
			c.JSON(http.StatusNotFound, gin.H{"error": "user not found"})
			return
		}
		if err != nil {
			c.JSON(http.StatusInternalServerError, gin.H{"error": "not loaded"})
			return
		}
		c.JSON(http.StatusOK, u)
	}
}
