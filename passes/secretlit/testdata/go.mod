module secretlit.test

go 1.26
