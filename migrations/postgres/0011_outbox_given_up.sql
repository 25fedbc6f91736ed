-- What the operator is shown of messages that do not get out.
-- What kind of message it is; empty for those of an older version.
ALTER TABLE outbox ADD COLUMN kind VARCHAR(32) NOT NULL DEFAULT '';
-- Since when it is not tried any more.
ALTER TABLE outbox ADD COLUMN given_up_at BIGINT;
