package sqlx

func (db *DB) NamedQuery(q string, arg any) (*Rows, error) { return db.Queryx(q, arg) }
