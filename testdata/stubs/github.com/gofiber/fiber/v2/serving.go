package fiber

import (
	"context"
	"net"
	"time"
)

type Config struct {
	AppName      string
	BodyLimit    int
	ReadTimeout  time.Duration
	WriteTimeout time.Duration
	IdleTimeout  time.Duration
}

type Router interface {
	Get(path string, handlers ...Handler) Router
	Post(path string, handlers ...Handler) Router
}

type App struct{ config Config }

func New(config ...Config) *App { return new(App) }

func (app *App) Config() Config                               { return app.config }
func (app *App) Get(path string, handlers ...Handler) Router  { return app }
func (app *App) Post(path string, handlers ...Handler) Router { return app }

func (app *App) Listen(addr string) error                       { return nil }
func (app *App) ListenTLS(addr, certFile, keyFile string) error { return nil }
func (app *App) Listener(ln net.Listener) error                 { return nil }

func (app *App) Shutdown() error                                 { return nil }
func (app *App) ShutdownWithContext(ctx context.Context) error   { return nil }
func (app *App) ShutdownWithTimeout(timeout time.Duration) error { return nil }
