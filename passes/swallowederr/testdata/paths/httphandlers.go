package paths

import (
	"database/sql"
	"encoding/json"
	"log"
	"net/http"
	"strconv"
)

type server struct{ db *sql.DB }

func (s *server) badHTTPCreated(w http.ResponseWriter, r *http.Request) {
	_, err := s.db.Exec("insert into users values (?)", r.FormValue("name"))
	if err != nil { // want `the handler answers`
		log.Printf("insert user: %v", err)
	}
	w.WriteHeader(http.StatusCreated)
}

func (s *server) badHTTPWrite(w http.ResponseWriter, r *http.Request) {
	if _, err := s.db.Exec("delete from users where name = ?", r.FormValue("name")); err != nil { // want `the handler answers`
		log.Print(err)
	}
	w.Write([]byte("deleted"))
}

func (s *server) badHTTPEncode(w http.ResponseWriter, r *http.Request) {
	o := order{ID: 7}
	if err := saveOrder(s.db, o); err != nil { // want `the handler answers`
		log.Print(err)
	}
	json.NewEncoder(w).Encode(o)
}

func (s *server) badHTTPNoAnswer(w http.ResponseWriter, r *http.Request) {
	if _, err := s.db.Exec("update users set name = ?", r.FormValue("name")); err != nil { // want `the handler answers`
		log.Print(err)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func badHTTPClosure(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := saveOrder(db, order{ID: 7}); err != nil { // want `the handler answers`
			log.Printf("save order: %v", err)
		}
		w.WriteHeader(http.StatusOK)
	}
}

// router has the shape of chi.
type router struct{ routes map[string]http.HandlerFunc }

func (r *router) Post(path string, h http.HandlerFunc) { r.routes[path] = h }

func badHTTPRouter(r *router, s *server) {
	r.Post("/users", s.badHTTPCreated)
	r.Post("/orders", func(w http.ResponseWriter, r *http.Request) {
		err := saveOrder(s.db, order{ID: 7})
		if err != nil { // want `the handler answers`
			log.Print(err)
		}
		w.Write([]byte(`{"ok":true}`))
	})
}

func (s *server) badHTTPLoop(w http.ResponseWriter, r *http.Request) {
	for _, name := range r.Form["name"] {
		if _, err := s.db.Exec("insert into users values (?)", name); err != nil { // want `the handler answers`
			log.Print(err)
			continue
		}
	}
	w.WriteHeader(http.StatusOK)
}

func (s *server) badHTTPAnswersTwice(w http.ResponseWriter, r *http.Request) {
	if err := saveOrder(s.db, order{ID: 7}); err != nil {
		http.Error(w, "not stored", http.StatusInternalServerError) // want `the handler goes on to`
	}
	json.NewEncoder(w).Encode(map[string]bool{"ok": true})
}

func (s *server) badHTTPWritesAnyway(w http.ResponseWriter, r *http.Request) {
	id, err := strconv.Atoi(r.FormValue("id"))
	if err != nil {
		http.Error(w, "bad id", http.StatusBadRequest) // want `the handler goes on to`
	}
	if err := markPaid(s.db, id); err != nil {
		http.Error(w, "not stored", http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (s *server) badHTTPDecodesAnyway(w http.ResponseWriter, r *http.Request) {
	var o order
	if err := json.NewDecoder(r.Body).Decode(&o); err != nil {
		log.Print(err)
		http.Error(w, err.Error(), http.StatusBadRequest) // want `the handler goes on to`
	}
	if err := saveOrder(s.db, o); err != nil {
		http.Error(w, "not stored", http.StatusInternalServerError)
	}
}

func (s *server) okHTTPError(w http.ResponseWriter, r *http.Request) {
	if err := saveOrder(s.db, order{ID: 7}); err != nil {
		log.Print(err)
		http.Error(w, "not stored", http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusCreated)
}

func serverError(w http.ResponseWriter, err error) {
	log.Print(err)
	http.Error(w, "not stored", http.StatusInternalServerError)
}

func (s *server) okHTTPHelper(w http.ResponseWriter, r *http.Request) {
	if err := saveOrder(s.db, order{ID: 7}); err != nil {
		serverError(w, err)
		return
	}
	w.WriteHeader(http.StatusCreated)
}

func (s *server) okHTTPHeader(w http.ResponseWriter, r *http.Request) {
	if err := saveOrder(s.db, order{ID: 7}); err != nil {
		log.Print(err)
		w.WriteHeader(500)
		return
	}
	w.Write([]byte("stored"))
}

func (s *server) okHTTPRedirect(w http.ResponseWriter, r *http.Request) {
	if err := saveOrder(s.db, order{ID: 7}); err != nil {
		log.Print(err)
		http.Redirect(w, r, "/error", http.StatusSeeOther)
		return
	}
	http.Redirect(w, r, "/orders", http.StatusSeeOther)
}

func (s *server) okHTTPStatus(w http.ResponseWriter, r *http.Request) {
	status := http.StatusOK
	if err := saveOrder(s.db, order{ID: 7}); err != nil {
		log.Print(err)
		status = http.StatusInternalServerError
	}
	w.WriteHeader(status)
}

func (s *server) okHTTPElse(w http.ResponseWriter, r *http.Request) {
	if err := saveOrder(s.db, order{ID: 7}); err != nil {
		http.Error(w, "not stored", http.StatusInternalServerError)
	} else {
		w.WriteHeader(http.StatusCreated)
	}
}

func okHTTPLast(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := saveOrder(db, order{ID: 7}); err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
		}
	}
}

func (s *server) okHTTPLogsOn(w http.ResponseWriter, r *http.Request) {
	err := saveOrder(s.db, order{ID: 7})
	if err != nil {
		http.Error(w, "not stored", http.StatusInternalServerError)
	}
	log.Printf("%s %s: %v", r.Method, r.URL.Path, err)
}

func (s *server) okHTTPPanic(w http.ResponseWriter, r *http.Request) {
	if err := saveOrder(s.db, order{ID: 7}); err != nil {
		panic(http.ErrAbortHandler)
	}
	w.WriteHeader(http.StatusCreated)
}

func badHTTPForm(w http.ResponseWriter, r *http.Request) {
	r.ParseForm() // want `a body that is broken or too large is taken for an empty form`
	for name := range r.PostForm {
		w.Write([]byte(name))
	}
}

func okHTTPFormValue(w http.ResponseWriter, r *http.Request) {
	r.ParseForm() // FormValue parses again
	w.Write([]byte(r.FormValue("name")))
}

func okHTTPFormTested(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		http.Error(w, "bad form", http.StatusBadRequest)
		return
	}
	w.Write([]byte(r.PostForm.Get("name")))
}
