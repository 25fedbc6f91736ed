-- The pictures that people have uploaded, as they are served: one each, made anew from what was sent.
CREATE TABLE pictures (
    -- Random, and another one for each picture: it stands in the picture's address, which caches keep for good.
    id VARCHAR(64) NOT NULL PRIMARY KEY,
    user_id VARCHAR(64) NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    media_type VARCHAR(32) NOT NULL,
    content LONGBLOB NOT NULL,
    created_at BIGINT NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE UNIQUE INDEX pictures_user ON pictures (user_id);
