package libs

import (
	"context"
	"errors"

	"go.mongodb.org/mongo-driver/mongo"
	mongo2 "go.mongodb.org/mongo-driver/v2/mongo"
	"gorm.io/gorm"
)

func badGorm(db *gorm.DB) (ids []int, err error) {
	rows, err := db.Model(&user{}).Rows() // want `\.Err is not asked after the last `
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id int
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, nil
}

func okGorm(db *gorm.DB) error {
	rows, err := db.Model(&user{}).Rows()
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
	}
	return rows.Err()
}

func badMongo(ctx context.Context, users *mongo.Collection) ([]user, error) {
	cur, err := users.Find(ctx, nil) // want `\.Err is not asked after the last `
	if err != nil {
		return nil, err
	}
	defer cur.Close(ctx)
	var out []user
	for cur.Next(ctx) {
		var u user
		if err := cur.Decode(&u); err != nil {
			return nil, err
		}
		out = append(out, u)
	}
	return out, nil
}

func badMongoFirst(ctx context.Context, users *mongo.Collection) (u user, err error) {
	cur, err := users.Aggregate(ctx, nil) // want `\.Err is not asked after the last `
	if err != nil {
		return u, err
	}
	defer cur.Close(ctx)
	if !cur.Next(ctx) {
		return u, errors.New("not found")
	}
	err = cur.Decode(&u)
	return u, err
}

func badMongo2(ctx context.Context, users *mongo2.Collection) (n int, err error) {
	cur, err := users.Find(ctx, nil) // want `\.Err is not asked after the last `
	if err != nil {
		return 0, err
	}
	defer cur.Close(ctx)
	for cur.Next(ctx) {
		n++
	}
	return n, nil
}

func okMongo(ctx context.Context, users *mongo.Collection) (n int, err error) {
	cur, err := users.Find(ctx, nil)
	if err != nil {
		return 0, err
	}
	defer cur.Close(ctx)
	for cur.Next(ctx) {
		n++
	}
	if err := cur.Err(); err != nil {
		return 0, err
	}
	return n, nil
}

func okMongoAll(ctx context.Context, users *mongo.Collection) (out []user, err error) {
	cur, err := users.Find(ctx, nil)
	if err != nil {
		return nil, err
	}
	err = cur.All(ctx, &out) // has the errors of the iteration
	return out, err
}
