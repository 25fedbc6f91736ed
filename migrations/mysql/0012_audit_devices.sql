-- With which kind of browser or program something was done, as far as it was told: "Firefox/Linux".
ALTER TABLE audit_events ADD COLUMN device VARCHAR(64);
