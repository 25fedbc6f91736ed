-- To which documents people agreed, in which version. Rows are added and never changed.
CREATE TABLE terms_acceptances (
    user_id VARCHAR(64) NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    document VARCHAR(64) NOT NULL,
    version VARCHAR(64) NOT NULL,
    accepted_at BIGINT NOT NULL,
    -- From which network address.
    ip_address VARCHAR(64) NOT NULL,
    PRIMARY KEY (user_id, document, version)
);
