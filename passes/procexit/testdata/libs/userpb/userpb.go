// Package userpb looks like what the protocol compiler makes.
package userpb

import (
	"context"
	"errors"
)

type GetUserRequest struct{ Id string }

type User struct{ Id, Name string }

type ListUsersRequest struct{ Page int }

type ListUsersResponse struct{ Users []*User }

type UserServiceServer interface {
	GetUser(context.Context, *GetUserRequest) (*User, error)
	ListUsers(context.Context, *ListUsersRequest) (*ListUsersResponse, error)
}

type UnimplementedUserServiceServer struct{}

func (UnimplementedUserServiceServer) GetUser(context.Context, *GetUserRequest) (*User, error) {
	return nil, errors.New("not implemented")
}

func (UnimplementedUserServiceServer) ListUsers(context.Context, *ListUsersRequest) (*ListUsersResponse, error) {
	return nil, errors.New("not implemented")
}
