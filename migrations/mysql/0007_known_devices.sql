-- Browsers and programs in which a person signed in before: whoever signs in with another one is told of it by mail.
CREATE TABLE known_devices (
    -- Of the person and what the device shows.
    digest VARBINARY(32) NOT NULL PRIMARY KEY,
    user_id VARCHAR(64) NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX known_devices_user ON known_devices (user_id);
CREATE INDEX known_devices_expiry ON known_devices (expires_at);
