-- Facts about the installation itself, one a row: the check value of the master key, generations, when a job last ran.

CREATE TABLE settings (
    name VARCHAR(64) NOT NULL PRIMARY KEY,
    value TEXT NOT NULL,
    updated_at BIGINT NOT NULL
);
