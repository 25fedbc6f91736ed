-- People, their ways in, their sessions; clients, consents, grants, codes and tokens; single-use secrets, login transactions;
-- keys; audit trail and outbox.
--
-- Times are milliseconds UTC. Bearer values are never stored: `*digest` columns hold their SHA-256, `*sealed` columns an
-- envelope under the master key. What is revoked or spent keeps its row (with the time) until it would have expired anyway, so
-- that a replay is recognised; the cleaning job deletes it afterwards.

CREATE TABLE users (
    id VARCHAR(64) NOT NULL PRIMARY KEY,
    email VARCHAR(254) NOT NULL,
    email_verified BOOLEAN NOT NULL,
    name VARCHAR(255) NOT NULL,
    image LONGTEXT,
    role VARCHAR(32) NOT NULL,
    locale VARCHAR(35),
    -- Rises with every change of what proves this person; a write that rests on an older proof touches no row.
    credential_version BIGINT NOT NULL,
    disabled_at BIGINT,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE UNIQUE INDEX users_email ON users (email);
CREATE INDEX users_role ON users (role);

CREATE TABLE accounts (
    id VARCHAR(64) NOT NULL PRIMARY KEY,
    user_id VARCHAR(64) NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    provider_id VARCHAR(64) NOT NULL,
    issuer VARCHAR(255) NOT NULL,
    subject VARCHAR(255) NOT NULL,
    password_hash LONGTEXT,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE UNIQUE INDEX accounts_issuer_subject ON accounts (issuer, subject);
CREATE INDEX accounts_user ON accounts (user_id);

CREATE TABLE sessions (
    id VARCHAR(64) NOT NULL PRIMARY KEY,
    user_id VARCHAR(64) NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    token_digest VARBINARY(32) NOT NULL,
    token_sealed LONGBLOB NOT NULL,
    remembered BOOLEAN NOT NULL,
    -- When the first factor was last proved, and which methods were (amr), for auth_time, max_age and assurance.
    authenticated_at BIGINT NOT NULL,
    methods LONGTEXT NOT NULL,
    ip_address VARCHAR(64) NOT NULL,
    user_agent LONGTEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked_at BIGINT
) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE UNIQUE INDEX sessions_token ON sessions (token_digest);
CREATE INDEX sessions_user ON sessions (user_id, expires_at);
CREATE INDEX sessions_expiry ON sessions (expires_at);

CREATE TABLE clients (
    id VARCHAR(64) NOT NULL PRIMARY KEY,
    -- operator, dynamic (RFC 7591) or demo: what trust rests on.
    source VARCHAR(16) NOT NULL,
    secret_digest VARBINARY(32),
    registration_token_digest VARBINARY(32),
    -- RFC 7591 members as JSON, parsed into one type when read.
    metadata LONGTEXT NOT NULL,
    version BIGINT NOT NULL,
    disabled_at BIGINT,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE consents (
    user_id VARCHAR(64) NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    client_id VARCHAR(64) NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    scopes LONGTEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (user_id, client_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX consents_client ON consents (client_id);

-- What one person allowed one client once: the parent of its code and of every token that follows. Issuing takes this row by a
-- conditional update first; revoking updates this row first.
CREATE TABLE grants (
    id VARCHAR(64) NOT NULL PRIMARY KEY,
    user_id VARCHAR(64) NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    client_id VARCHAR(64) NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    session_id VARCHAR(64) NOT NULL,
    scopes LONGTEXT NOT NULL,
    -- Whether it outlives the session (offline_access).
    offline BOOLEAN NOT NULL,
    authenticated_at BIGINT NOT NULL,
    methods LONGTEXT NOT NULL,
    nonce LONGTEXT,
    created_at BIGINT NOT NULL,
    last_used_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked_at BIGINT
) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX grants_user_client ON grants (user_id, client_id);
CREATE INDEX grants_session ON grants (session_id);
CREATE INDEX grants_client ON grants (client_id);
CREATE INDEX grants_expiry ON grants (expires_at);

CREATE TABLE authorization_codes (
    digest VARBINARY(32) NOT NULL PRIMARY KEY,
    grant_id VARCHAR(64) NOT NULL REFERENCES grants (id) ON DELETE CASCADE,
    client_id VARCHAR(64) NOT NULL,
    redirect_uri LONGTEXT NOT NULL,
    code_challenge VARCHAR(64),
    failures BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    consumed_at BIGINT
) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX authorization_codes_grant ON authorization_codes (grant_id);
CREATE INDEX authorization_codes_expiry ON authorization_codes (expires_at);

CREATE TABLE refresh_tokens (
    digest VARBINARY(32) NOT NULL PRIMARY KEY,
    grant_id VARCHAR(64) NOT NULL REFERENCES grants (id) ON DELETE CASCADE,
    client_id VARCHAR(64) NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    consumed_at BIGINT
) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX refresh_tokens_grant ON refresh_tokens (grant_id);
CREATE INDEX refresh_tokens_expiry ON refresh_tokens (expires_at);

-- No references: a look-up joins grant, person and client, so a token of one that is gone is dead, and its row ends soon with the
-- cleaning job. It is the table with the most writes, and each index is another page to write.
CREATE TABLE access_tokens (
    digest VARBINARY(32) NOT NULL PRIMARY KEY,
    -- Absent for client_credentials, where the client acts for itself.
    grant_id VARCHAR(64),
    client_id VARCHAR(64) NOT NULL,
    scopes LONGTEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked_at BIGINT
) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX access_tokens_expiry ON access_tokens (expires_at);

-- RFC 7523, section 3: each assertion's jti once, for as long as the assertion could be accepted.
CREATE TABLE client_assertions (
    digest VARBINARY(32) NOT NULL PRIMARY KEY,
    expires_at BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX client_assertions_expiry ON client_assertions (expires_at);

-- Mailed links, confirmation steps, set-up links: one row a secret, spent by one statement.
CREATE TABLE one_time_secrets (
    digest VARBINARY(32) NOT NULL PRIMARY KEY,
    purpose VARCHAR(32) NOT NULL,
    subject VARCHAR(64) NOT NULL,
    -- The user's credential_version when it was made: a later change of credentials makes it worthless.
    credential_version BIGINT NOT NULL,
    payload_sealed LONGBLOB NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    consumed_at BIGINT
) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX one_time_secrets_subject ON one_time_secrets (subject, purpose);
CREATE INDEX one_time_secrets_expiry ON one_time_secrets (expires_at);

CREATE TABLE login_transactions (
    digest VARBINARY(32) NOT NULL PRIMARY KEY,
    browser_digest VARBINARY(32) NOT NULL,
    client_id VARCHAR(64) NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
    -- The authorization request's parameters, as they came.
    request LONGTEXT NOT NULL,
    facts LONGTEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX login_transactions_browser ON login_transactions (browser_digest);
CREATE INDEX login_transactions_client ON login_transactions (client_id);
CREATE INDEX login_transactions_expiry ON login_transactions (expires_at);

CREATE TABLE guess_counters (
    digest VARBINARY(32) NOT NULL PRIMARY KEY,
    failures BIGINT NOT NULL,
    window_started_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX guess_counters_expiry ON guess_counters (expires_at);

CREATE TABLE signing_keys (
    id VARCHAR(64) NOT NULL PRIMARY KEY,
    algorithm VARCHAR(16) NOT NULL,
    state VARCHAR(16) NOT NULL,
    private_key_sealed LONGBLOB NOT NULL,
    created_at BIGINT NOT NULL,
    state_changed_at BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE master_key_checks (
    version BIGINT NOT NULL PRIMARY KEY,
    check_value VARBINARY(32) NOT NULL,
    created_at BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

CREATE TABLE audit_events (
    id VARCHAR(64) NOT NULL PRIMARY KEY,
    occurred_at BIGINT NOT NULL,
    kind VARCHAR(64) NOT NULL,
    user_id VARCHAR(64),
    client_id VARCHAR(64),
    session_id VARCHAR(64),
    ip_address VARCHAR(64),
    request_id VARCHAR(64),
    detail LONGTEXT NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX audit_events_time ON audit_events (occurred_at);
CREATE INDEX audit_events_user ON audit_events (user_id, occurred_at);

CREATE TABLE outbox (
    id VARCHAR(64) NOT NULL PRIMARY KEY,
    payload_sealed LONGBLOB NOT NULL,
    attempts BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    last_error LONGTEXT,
    created_at BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX outbox_due ON outbox (due_at);

-- Leadership of jobs among several nodes: whoever extends the row in time leads.
CREATE TABLE leases (
    name VARCHAR(64) NOT NULL PRIMARY KEY,
    holder VARCHAR(64) NOT NULL,
    expires_at BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
