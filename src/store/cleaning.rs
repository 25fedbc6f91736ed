//! Deleting what has expired, in small bites, and the leases by which one node does it.

use std::time::Duration;

use crate::clock::Timestamp;
use crate::store::{Sql, StoreError, Tx, values};

/// How long a revoked or expired row is kept, so that a late replay is still recognised and logged as one.
pub const KEPT_FOR: Duration = Duration::from_secs(24 * 60 * 60);

/// Each table that expires, with the statement that deletes its rows older than `$1`. A grant takes its codes and
/// refresh tokens along.
const STATEMENTS: [(&str, &str); 18] = [
    ("login_transactions", "DELETE FROM login_transactions WHERE expires_at < $1"),
    ("one_time_secrets", "DELETE FROM one_time_secrets WHERE expires_at < $1"),
    ("access_tokens", "DELETE FROM access_tokens WHERE expires_at < $1"),
    ("refresh_tokens", "DELETE FROM refresh_tokens WHERE expires_at < $1"),
    ("authorization_codes", "DELETE FROM authorization_codes WHERE expires_at < $1"),
    ("device_authorizations", "DELETE FROM device_authorizations WHERE expires_at < $1"),
    ("grants", "DELETE FROM grants WHERE expires_at < $1"),
    ("sessions", "DELETE FROM sessions WHERE expires_at < $1"),
    ("guess_counters", "DELETE FROM guess_counters WHERE expires_at < $1"),
    ("pending_sign_ins", "DELETE FROM pending_sign_ins WHERE expires_at < $1"),
    ("second_factor_mail_codes", "DELETE FROM second_factor_mail_codes WHERE expires_at < $1"),
    ("trusted_devices", "DELETE FROM trusted_devices WHERE expires_at < $1"),
    ("known_devices", "DELETE FROM known_devices WHERE expires_at < $1"),
    ("outbox", "DELETE FROM outbox WHERE given_up_at IS NOT NULL AND expires_at < $1"),
    ("invitations", "DELETE FROM invitations WHERE expires_at < $1"),
    ("foreign_cookie_keys", "DELETE FROM foreign_cookie_keys WHERE expires_at < $1"),
    ("client_assertions", "DELETE FROM client_assertions WHERE expires_at < $1"),
    ("webhook_deliveries", "DELETE FROM webhook_deliveries WHERE expires_at < $1"),
];

/// The tables that expire.
pub fn tables() -> impl Iterator<Item = &'static str> {
    STATEMENTS.iter().map(|(table, _)| *table)
}

/// Deletes what expired in one table before `now` less [`KEPT_FOR`]. Returns how many rows went.
pub async fn clean(tx: &mut Tx, table: &str, now: Timestamp) -> Result<u64, StoreError> {
    let Some((_, statement)) = STATEMENTS.into_iter().find(|(name, _)| *name == table) else {
        return Err(StoreError::inconsistent("cleaning", table));
    };
    tx.execute(statement, &values![now - KEPT_FOR]).await
}

/// Takes or extends the lease `name` for `holder`. Returns whether `holder` leads now.
pub async fn lead(tx: &mut Tx, name: &str, holder: &str, lasting: Duration, now: Timestamp) -> Result<bool, StoreError> {
    let extended = tx
        .execute(
            "UPDATE leases SET holder = $1, expires_at = $2 WHERE name = $3 AND (holder = $4 OR expires_at < $5)",
            &values![holder, now + lasting, name, holder, now],
        )
        .await?;
    if extended == 1 {
        return Ok(true);
    }
    let taken = tx
        .execute(
            Sql::with_mariadb(
                "INSERT INTO leases (name, holder, expires_at) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING",
                "INSERT IGNORE INTO leases (name, holder, expires_at) VALUES ($1, $2, $3)",
            ),
            &values![name, holder, now + lasting],
        )
        .await?;
    Ok(taken == 1)
}
