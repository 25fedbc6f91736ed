-- Passkeys (WebAuthn): the public halves of keys that people hold in their devices.
CREATE TABLE passkeys (
    id VARCHAR(64) NOT NULL PRIMARY KEY,
    user_id VARCHAR(64) NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name VARCHAR(255),
    -- SHA-256 of the credential id, which is longer than an index takes.
    credential_digest VARBINARY(32) NOT NULL,
    credential_id LONGBLOB NOT NULL,
    -- COSE_Key (RFC 9052), as the authenticator gave it.
    public_key LONGBLOB NOT NULL,
    -- The authenticator's count of signatures; one that does not rise tells of a copy. Zero if it keeps none.
    sign_count BIGINT NOT NULL,
    -- Whether the key may be copied to other devices of its person, and whether it is.
    backup_eligible BOOLEAN NOT NULL,
    backed_up BOOLEAN NOT NULL,
    transports VARCHAR(255) NOT NULL,
    -- The model of the authenticator.
    aaguid VARCHAR(36) NOT NULL,
    created_at BIGINT NOT NULL,
    last_used_at BIGINT
) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE UNIQUE INDEX passkeys_credential ON passkeys (credential_digest);
CREATE INDEX passkeys_user ON passkeys (user_id);
