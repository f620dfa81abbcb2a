package paths

import (
	"errors"
	"log"

	"gorm.io/gorm"
)

func badGormCreate(db *gorm.DB, u user) {
	db.Create(&u) // want `is dropped: `
}

func badGormFind(db *gorm.DB, name string) []user {
	var users []user
	db.Where("name = ?", name).Find(&users) // want `is dropped: `
	return users
}

func badGormFirst(db *gorm.DB, id int) user {
	var u user
	db.First(&u, id) // want `is dropped: `
	return u
}

func badGormAffected(db *gorm.DB, u user) {
	res := db.Save(&u) // want `is dropped: `
	log.Printf("%d rows stored", res.RowsAffected)
}

func badGormDeleted(db *gorm.DB, name string) int64 {
	return db.Where("name = ?", name).Delete(&user{}).RowsAffected // want `is dropped: `
}

func badGormWrongLink(db *gorm.DB, name string) (user, error) {
	var u user
	if err := db.Where("name = ?", name).Error; err != nil {
		return u, err
	}
	db.First(&u) // want `is dropped: `
	return u, nil
}

func badGormUpdates(db *gorm.DB, id int, name string) error {
	db.Model(&user{ID: id}).Updates(map[string]any{"name": name}) // want `is dropped: `
	return nil
}

func noteGormBlank(db *gorm.DB, u user) {
	_ = db.Create(&u) // want `is dropped by name: `
}

func badGormTransaction(db *gorm.DB, u user, o order) error {
	return db.Transaction(func(tx *gorm.DB) error {
		tx.Create(&u) // want `is dropped: `
		return tx.Create(&o).Error
	})
}

func badGormCommit(db *gorm.DB, u user) error {
	tx := db.Begin()
	if err := tx.Create(&u).Error; err != nil {
		tx.Rollback()
		return err
	}
	tx.Commit() // want `is dropped: if it fails`
	return nil
}

func okGormError(db *gorm.DB, u user) error { return db.Create(&u).Error }

func okGormTested(db *gorm.DB, id int) (user, error) {
	var u user
	if err := db.First(&u, id).Error; err != nil {
		return u, err
	}
	return u, nil
}

func okGormInline(db *gorm.DB, u user) error {
	if db.Save(&u).Error != nil {
		return errors.New("the user was not stored")
	}
	return nil
}

func okGormLater(db *gorm.DB, u user) (int64, error) {
	res := db.Save(&u)
	n := res.RowsAffected
	if res.Error != nil {
		return 0, res.Error
	}
	return n, nil
}

func okGormReturned(db *gorm.DB, u user) *gorm.DB { return db.Create(&u) }

func check(res *gorm.DB) error { return res.Error }

func okGormPassed(db *gorm.DB, u user) error { return check(db.Create(&u)) }

func okGormBuilt(db *gorm.DB, name string) ([]user, error) {
	var users []user
	q := db.Where("name = ?", name)
	q = q.Order("id").Limit(10)
	err := q.Find(&users).Error
	return users, err
}

func okGormRollback(db *gorm.DB, u user) error {
	tx := db.Begin()
	defer tx.Rollback() // does nothing after Commit
	if err := tx.Create(&u).Error; err != nil {
		return err
	}
	return tx.Commit().Error
}

func okGormTransaction(db *gorm.DB, u user) error {
	return db.Transaction(func(tx *gorm.DB) error {
		return tx.Create(&u).Error
	})
}

func okGormBoth(db *gorm.DB, u user, o order) error {
	return errors.Join(db.Create(&u).Error, db.Create(&o).Error)
}

// A question: no is what it answers for a failure, too.
func okGormTaken(db *gorm.DB, name string) bool {
	return db.Where("name = ?", name).Find(&user{}).RowsAffected == 1
}
