-- Facts about the installation itself, one a row: the check value of the master key, generations, when a job last ran.

CREATE TABLE settings (
    name VARCHAR(64) NOT NULL PRIMARY KEY,
    value LONGTEXT NOT NULL,
    updated_at BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
