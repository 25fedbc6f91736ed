-- Sessions of devices that a person let in from another place: with which app, and by which of their grants.
ALTER TABLE sessions ADD COLUMN device_client_id VARCHAR(64);
ALTER TABLE sessions ADD COLUMN device_grant_id VARCHAR(64);
CREATE INDEX sessions_device_grant ON sessions (device_grant_id);
