package grpc

import "net"

type ServerOption interface{}

type Server struct{}

func NewServer(opt ...ServerOption) *Server { return new(Server) }

func (s *Server) Serve(lis net.Listener) error { return nil }
func (s *Server) GracefulStop()                {}
func (s *Server) Stop()                        {}
