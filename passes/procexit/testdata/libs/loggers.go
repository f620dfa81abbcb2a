package libs

import (
	"net/http"
	"os"

	"github.com/rs/zerolog"
	zlog "github.com/rs/zerolog/log"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
)

func badLogrus(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		logrus.Fatal(err) // want `ends the process from a `
	}
}

func badLogrusEntry(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		logrus.WithError(err).WithField("path", r.URL.Path).Fatal("no form") // want `ends the process from a `
	}
}

func badZerolog(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		zlog.Fatal().Err(err).Msg("no form") // want `ends the process from a `
	}
}

type api struct {
	logrus *logrus.Logger
	zero   zerolog.Logger
	zap    *zap.Logger
	sugar  *zap.SugaredLogger
}

func (a *api) badLogrusLogger(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		a.logrus.Fatalf("no form: %v", err) // want `ends the process from a `
	}
}

func (a *api) badZerologLogger(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		a.zero.Fatal().Str("path", r.URL.Path).Err(err).Send() // want `ends the process from a `
	}
}

func (a *api) badZap(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		a.zap.Fatal("no form", zap.Error(err)) // want `ends the process from a `
	}
}

func (a *api) badZapSugar(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		a.sugar.Fatalf("no form: %v", err) // want `ends the process from a `
	}
}

func fail(err error) {
	if err != nil {
		logrus.Fatalln(err)
	}
}

func badLogrusHelper(w http.ResponseWriter, r *http.Request) {
	fail(r.ParseForm()) // want `ends the process from a `
}

// A logger of one's own, whose Fatal exits.
type ownLogger struct{}

func (ownLogger) Error(msg string) { println(msg) }

func (l ownLogger) Fatal(msg string) {
	l.Error(msg)
	os.Exit(1)
}

func badOwnLogger(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		ownLogger{}.Fatal(err.Error()) // want `ends the process from a `
	}
}

func (a *api) okErrors(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		a.logrus.Error(err)
		a.zero.Error().Err(err).Msg("no form")
		a.zap.Error("no form", zap.Error(err))
		a.sugar.Errorf("no form: %v", err)
		http.Error(w, err.Error(), http.StatusBadRequest)
	}
}

func okNewAPI() *api {
	l, err := zap.NewProduction()
	if err != nil {
		logrus.WithError(err).Fatal("no logger")
	}
	if l == nil {
		zlog.Fatal().Msg("no logger")
	}
	return &api{zap: l, sugar: l.Sugar(), logrus: logrus.New()}
}
