module example.org/verify

go 1.26.0

require (
	github.com/mattn/go-sqlite3 v1.14.52 // indirect
	github.com/yuin/goldmark v1.8.7 // indirect
	golang.org/x/net v0.62.0 // indirect
	golang.org/x/text v0.44.0 // indirect
	pgregory.net/rapid v1.3.0 // indirect
)
