package flagenv

func Parse() {}
