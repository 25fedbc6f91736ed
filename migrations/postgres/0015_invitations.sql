-- Who was invited to make an account. The link that was mailed stands here only as its digest.
CREATE TABLE invitations (
    id VARCHAR(64) NOT NULL PRIMARY KEY,
    digest BYTEA NOT NULL,
    -- Normalised, as in users.
    email VARCHAR(254) NOT NULL,
    name VARCHAR(255),
    role VARCHAR(32) NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    -- One of the two, once: by whom it was accepted is in the audit trail.
    accepted_at BIGINT,
    withdrawn_at BIGINT
);
CREATE UNIQUE INDEX invitations_digest ON invitations (digest);
CREATE INDEX invitations_email ON invitations (email);
CREATE INDEX invitations_expiry ON invitations (expires_at);
