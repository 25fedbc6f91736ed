-- What people are called by beside their mail address, and every username that anybody ever had.
--
-- A username belongs for good to whom took it first: its claim outlives the change to another one and the account itself, so that
-- nobody can pass for somebody who was known by it. A claim keeps the SHA-256 of the name only.

CREATE TABLE usernames (
    user_id VARCHAR(64) NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    -- In its normal form; written only by whom the claim to it belongs to.
    username VARCHAR(64),
    display_username VARCHAR(255)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE UNIQUE INDEX usernames_username ON usernames (username);

CREATE TABLE username_claims (
    username_digest VARBINARY(32) NOT NULL PRIMARY KEY,
    -- No reference: it stays when the account is gone.
    user_id VARCHAR(64) NOT NULL,
    -- False if it is only kept for them: somebody wanted it for an account with their address.
    chosen BOOLEAN NOT NULL,
    claimed_at BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX username_claims_user ON username_claims (user_id);
