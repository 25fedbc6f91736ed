-- When somebody who owes a second factor was first asked to set one up: their time for it runs from then, whatever they do.
ALTER TABLE second_factors ADD COLUMN asked_at BIGINT;

-- What the list of trusted browsers shows and names them by. The digest changes with every use, the id does not.
ALTER TABLE trusted_devices ADD COLUMN id VARCHAR(64) NOT NULL DEFAULT '';
ALTER TABLE trusted_devices ADD COLUMN user_agent LONGTEXT NOT NULL DEFAULT ('');
UPDATE trusted_devices SET id = LOWER(HEX(SUBSTRING(digest, 1, 16)));

-- The last code of a step to come that was shown too early, as steps: which one, and how far ahead. A second one as far ahead tells that
-- a phone's clock is fast.
ALTER TABLE second_factors ADD COLUMN ahead_step BIGINT;
ALTER TABLE second_factors ADD COLUMN ahead_by BIGINT;
