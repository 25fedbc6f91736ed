-- What webhooks and actions are owed, and for a while what they were given: a row for each event and receiver.
CREATE TABLE webhook_deliveries (
    id VARCHAR(64) NOT NULL PRIMARY KEY,
    -- The same for every receiver of the event, and at every attempt.
    event_id VARCHAR(64) NOT NULL,
    -- The receiver, as the configuration names it: `webhook:NAME` or `action:NAME`.
    receiver VARCHAR(64) NOT NULL,
    event_type VARCHAR(64) NOT NULL,
    -- Whom it tells of; what was delivered goes with their account.
    user_id VARCHAR(64),
    payload_sealed BYTEA NOT NULL,
    -- waiting, delivered, failed.
    state VARCHAR(16) NOT NULL,
    attempts BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    last_status BIGINT,
    last_error TEXT,
    finished_at BIGINT,
    created_at BIGINT NOT NULL,
    -- When the row goes.
    expires_at BIGINT NOT NULL
);
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (receiver, state, due_at);
CREATE INDEX webhook_deliveries_user ON webhook_deliveries (user_id);
CREATE INDEX webhook_deliveries_age ON webhook_deliveries (created_at);
CREATE INDEX webhook_deliveries_expiry ON webhook_deliveries (expires_at);
