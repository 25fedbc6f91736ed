-- The phone numbers that people have proved to be theirs.
CREATE TABLE phone_numbers (
    user_id VARCHAR(64) NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
    -- In the form of E.164; NULL once the person took it off their account.
    number VARCHAR(16),
    verified_at BIGINT
) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE UNIQUE INDEX phone_numbers_number ON phone_numbers (number);
