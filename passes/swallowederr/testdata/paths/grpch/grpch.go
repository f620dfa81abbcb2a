// Package grpch answers with gRPC.
package grpch

import (
	"context"
	"database/sql"
	"errors"
	"log"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

type SaveRequest struct{ Name string }

type SaveReply struct {
	ID      int64
	Message string
}

type DeleteReply struct{}

func save(ctx context.Context, db *sql.DB, name string) error {
	_, err := db.ExecContext(ctx, "insert into items values (?)", name)
	return err
}

type service struct{ db *sql.DB }

func (s *service) badReply(ctx context.Context, req *SaveRequest) (*SaveReply, error) {
	if err := save(ctx, s.db, req.Name); err != nil {
		return &SaveReply{}, nil // want `^nil is returned when`
	}
	return &SaveReply{ID: 1}, nil
}

func (s *service) badLogged(ctx context.Context, req *SaveRequest) (*SaveReply, error) {
	res, err := s.db.ExecContext(ctx, "insert into items values (?)", req.Name)
	if err != nil {
		log.Printf("save %s: %v", req.Name, err)
		return &SaveReply{}, nil // want `^nil is returned when`
	}
	id, err := res.LastInsertId()
	return &SaveReply{ID: id}, err
}

func (s *service) badNil(ctx context.Context, req *SaveRequest) (*SaveReply, error) {
	if err := save(ctx, s.db, req.Name); err != nil {
		log.Print(err)
		return nil, nil // want `^nil is returned when`
	}
	return &SaveReply{ID: 1}, nil
}

func (s *service) badNew(ctx context.Context, req *SaveRequest) (*DeleteReply, error) {
	_, err := s.db.ExecContext(ctx, "delete from items where name = ?", req.Name)
	if err != nil {
		return new(DeleteReply), nil // want `^nil is returned when`
	}
	return new(DeleteReply), nil
}

func (s *service) badNested(ctx context.Context, req *SaveRequest) (*SaveReply, error) {
	reply := &SaveReply{}
	if req.Name != "" {
		if err := save(ctx, s.db, req.Name); err != nil {
			return reply, nil // want `^nil is returned when`
		}
	}
	return reply, nil
}

func (s *service) okStatus(ctx context.Context, req *SaveRequest) (*SaveReply, error) {
	if err := save(ctx, s.db, req.Name); err != nil {
		log.Print(err)
		return nil, status.Error(codes.Internal, "not stored")
	}
	return &SaveReply{ID: 1}, nil
}

func (s *service) okStatusf(ctx context.Context, req *SaveRequest) (*SaveReply, error) {
	if err := save(ctx, s.db, req.Name); err != nil {
		return &SaveReply{}, status.Errorf(codes.Internal, "save %s: %v", req.Name, err)
	}
	return &SaveReply{ID: 1}, nil
}

func (s *service) okReturned(ctx context.Context, req *SaveRequest) (*SaveReply, error) {
	err := save(ctx, s.db, req.Name)
	return &SaveReply{}, err
}

func (s *service) okSentinel(ctx context.Context, req *SaveRequest) (*SaveReply, error) {
	var id int64
	err := s.db.QueryRowContext(ctx, "select id from items where name = ?", req.Name).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return &SaveReply{}, nil
	}
	if err != nil {
		return nil, status.Error(codes.Internal, err.Error())
	}
	return &SaveReply{ID: id}, nil
}

func (s *service) okMessage(ctx context.Context, req *SaveRequest) (*SaveReply, error) {
	if err := save(ctx, s.db, req.Name); err != nil {
		return &SaveReply{Message: err.Error()}, nil // the reply tells
	}
	return &SaveReply{ID: 1}, nil
}
