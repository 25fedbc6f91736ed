-- People who said nothing about themselves yet: their address is a placeholder, and they go when their last session is over.
ALTER TABLE users ADD COLUMN is_anonymous BOOLEAN NOT NULL DEFAULT FALSE;
CREATE INDEX users_anonymous ON users (is_anonymous, created_at);

-- Who was anonymous in the browser when a first factor was shown there: they become the person once the second is right. No reference:
-- they may be gone by then.
ALTER TABLE pending_sign_ins ADD COLUMN anonymous_user_id VARCHAR(64);
