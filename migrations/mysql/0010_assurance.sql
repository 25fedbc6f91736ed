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

-- Whether a password was set by a text message since the person last showed another second factor than a code in one.
ALTER TABLE second_factors ADD COLUMN text_distrusted BOOLEAN NOT NULL DEFAULT FALSE;
-- Whether the code went to the phone and not to the mailbox.
ALTER TABLE second_factor_mail_codes ADD COLUMN texted BOOLEAN NOT NULL DEFAULT FALSE;
