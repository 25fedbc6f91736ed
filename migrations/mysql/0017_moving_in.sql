-- Moving in from another server: what came from there, and what lets its people notice nothing.

-- The account as the authenticator knows it, where that is not the person's id; empty until the authenticator has said it.
ALTER TABLE passkeys ADD COLUMN user_handle VARBINARY(64);
-- The tokens of an upstream, which came with the identity.
ALTER TABLE accounts ADD COLUMN tokens_sealed LONGBLOB;

-- Rows of another server's database that were moved, each by a digest: none is moved twice, also if it was deleted here meanwhile.
CREATE TABLE moved_rows (
    digest VARBINARY(32) NOT NULL PRIMARY KEY,
    moved_at BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Secrets by which another server signed the session cookies that browsers still have, until the last of those sessions is over.
CREATE TABLE foreign_cookie_keys (
    digest VARBINARY(32) NOT NULL PRIMARY KEY,
    secret_sealed LONGBLOB NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX foreign_cookie_keys_expiry ON foreign_cookie_keys (expires_at);
