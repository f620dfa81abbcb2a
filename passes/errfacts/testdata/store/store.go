// Package store has a function of each effect.
package store

import (
	"database/sql"
	"log"
)

type Store struct{ DB *sql.DB }

func (s *Store) Save() error { // want Save:`^write\|remote$`
	_, err := s.DB.Exec("insert")
	return err
}

func (s *Store) Load() (*sql.Rows, error) { return s.DB.Query("q") } // want Load:`^read\|remote$`

func (s *Store) Both() error { // want Both:`^read\|write\|remote$`
	if _, err := s.Load(); err != nil {
		return err
	}
	return s.Save()
}

func (s *Store) Never() error { return nil } // want Never:`^alwaysNil$`

func (s *Store) Logged() error { // want Logged:`^write\|remote told$`
	if err := s.Save(); err != nil {
		log.Print(err)
		return err
	}
	return nil
}

func Pure(n int) (int, error) { return n, nil } // want Pure:`^alwaysNil$`

func Nothing(n int) int { return n }
