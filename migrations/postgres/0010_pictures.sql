-- The pictures that people have uploaded, as they are served: one each, made anew from what was sent.
CREATE TABLE pictures (
    -- Random, and another one for each picture: it stands in the picture's address, which caches keep for good.
    id VARCHAR(64) NOT NULL PRIMARY KEY,
    user_id VARCHAR(64) NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    media_type VARCHAR(32) NOT NULL,
    content BYTEA NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX pictures_user ON pictures (user_id);
