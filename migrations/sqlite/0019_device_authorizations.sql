-- Devices that ask to be signed in from somewhere else (RFC 8628). The device code stands here as its SHA-256, the user code as a keyed
-- digest to be found by, and sealed to be shown once more to whoever typed it.
CREATE TABLE device_authorizations (
    id VARCHAR(64) NOT NULL PRIMARY KEY,
    device_code_digest BLOB NOT NULL,
    user_code_digest BLOB NOT NULL,
    user_code_sealed BLOB NOT NULL,
    client_id VARCHAR(64) NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    -- tokens or session: what the code is redeemed for.
    yields VARCHAR(16) NOT NULL,
    scopes TEXT NOT NULL,
    -- pending, approved, denied or spent.
    state VARCHAR(16) NOT NULL,
    -- Who opened it: nobody else may answer. And where, as a digest, so that they may go on there as somebody else.
    user_id VARCHAR(64) REFERENCES users (id) ON DELETE CASCADE,
    opened_in BLOB,
    -- What was allowed, and the user's credential_version then: a later change of credentials makes the code worthless.
    grant_id VARCHAR(64),
    credential_version BIGINT,
    -- How long the device was told to wait between two questions, and when it last asked.
    interval_seconds BIGINT NOT NULL,
    polled_at BIGINT,
    ip_address VARCHAR(64) NOT NULL,
    user_agent TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX device_authorizations_device_code ON device_authorizations (device_code_digest);
CREATE UNIQUE INDEX device_authorizations_user_code ON device_authorizations (user_code_digest);
CREATE INDEX device_authorizations_client ON device_authorizations (client_id);
CREATE INDEX device_authorizations_user ON device_authorizations (user_id);
CREATE INDEX device_authorizations_expiry ON device_authorizations (expires_at);

-- The device that waits for a transaction, where no app waits at a redirect URI.
ALTER TABLE login_transactions ADD COLUMN device_authorization_id VARCHAR(64);
