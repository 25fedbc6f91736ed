-- What the operator wants to know of people and of sessions beside what every installation knows. Which fields there are, and what each
-- takes, stands in the configuration; a value whose field is declared no more stays until its owner is gone.

CREATE TABLE user_field_values (
    user_id VARCHAR(64) NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name VARCHAR(64) NOT NULL,
    -- JSON; the text null says that the person wants none.
    value TEXT NOT NULL,
    PRIMARY KEY (user_id, name)
);

-- Whose a value is that nobody else may have.
CREATE TABLE user_field_claims (
    name VARCHAR(64) NOT NULL,
    -- The SHA-256 of the value.
    value_digest BYTEA NOT NULL,
    user_id VARCHAR(64) NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    PRIMARY KEY (name, value_digest)
);
CREATE INDEX user_field_claims_user ON user_field_claims (user_id);

CREATE TABLE session_field_values (
    session_id VARCHAR(64) NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    name VARCHAR(64) NOT NULL,
    -- JSON.
    value TEXT NOT NULL,
    PRIMARY KEY (session_id, name)
);
