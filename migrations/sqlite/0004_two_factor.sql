-- Second factors: what a person holds, sign-ins that wait for it, and the devices that need none.
--
-- Since when signing in asks a person for a second factor; NULL if it does not. Turning it on or off raises credential_version.
ALTER TABLE users ADD COLUMN two_factor_enabled_at BIGINT;

-- What a person holds, and how often in a row they, or somebody else, showed a wrong code.
CREATE TABLE second_factors (
    user_id VARCHAR(64) NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    -- The secret of the authenticator app (RFC 6238), and the last time step that a code was taken of.
    totp_sealed BLOB,
    totp_step BIGINT,
    -- A secret that counts once a code of it was shown.
    new_totp_sealed BLOB,
    -- A password was set by mail since the app was last used: a mailed code would be the same mailbox once more.
    mail_distrusted BOOLEAN NOT NULL,
    failures BIGINT NOT NULL,
    failed_at BIGINT NOT NULL
);

-- Codes on paper: keyed digests, each spent by one statement.
CREATE TABLE backup_codes (
    digest BLOB NOT NULL PRIMARY KEY,
    user_id VARCHAR(64) NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    consumed_at BIGINT
);
CREATE INDEX backup_codes_user ON backup_codes (user_id);

-- Sign-ins whose first factor was right and whose second is owed. The browser keeps the secret.
CREATE TABLE pending_sign_ins (
    digest BLOB NOT NULL PRIMARY KEY,
    user_id VARCHAR(64) NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    credential_version BIGINT NOT NULL,
    method VARCHAR(32) NOT NULL,
    remembered BOOLEAN NOT NULL,
    -- The secret of an authenticator app that is set up here, by somebody who has no second factor yet.
    proposed_totp_sealed BLOB,
    attempts BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX pending_sign_ins_user ON pending_sign_ins (user_id);
CREATE INDEX pending_sign_ins_expiry ON pending_sign_ins (expires_at);

-- Mailed codes, one for each pending sign-in or session that asked for one.
CREATE TABLE second_factor_mail_codes (
    bearer BLOB NOT NULL PRIMARY KEY,
    user_id VARCHAR(64) NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    digest BLOB NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX second_factor_mail_codes_user ON second_factor_mail_codes (user_id);
CREATE INDEX second_factor_mail_codes_expiry ON second_factor_mail_codes (expires_at);

-- Browsers in which a person showed a second factor and asked not to be asked again for a while.
CREATE TABLE trusted_devices (
    digest BLOB NOT NULL PRIMARY KEY,
    user_id VARCHAR(64) NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    -- A change of credentials ends the trust.
    credential_version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    used_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX trusted_devices_user ON trusted_devices (user_id);
CREATE INDEX trusted_devices_expiry ON trusted_devices (expires_at);
