//! The `terms_acceptances` table: to what people agreed. Rows are added, and go with their person.

use crate::clock::Timestamp;
use crate::model::ids::UserId;
use crate::store::{Row, Sql, StoreError, Tx, values};

/// That somebody agreed to a version of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    /// The document's name in the configuration.
    pub document: String,
    /// The version.
    pub version: String,
    /// When.
    pub accepted_at: Timestamp,
    /// From which network address.
    pub ip_address: String,
}

fn read(row: &Row) -> Result<Acceptance, StoreError> {
    Ok(Acceptance { document: row.text(0)?, version: row.text(1)?, accepted_at: row.timestamp(2)?, ip_address: row.text(3)? })
}

/// Adds one; whoever agreed before did so then.
pub async fn insert(tx: &mut Tx, user: &UserId, acceptance: &Acceptance) -> Result<(), StoreError> {
    tx.execute(
        Sql::with_mariadb(
            "INSERT INTO terms_acceptances (user_id, document, version, accepted_at, ip_address) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (user_id, document, version) DO NOTHING",
            "INSERT IGNORE INTO terms_acceptances (user_id, document, version, accepted_at, ip_address) VALUES ($1, $2, $3, $4, $5)",
        ),
        &values![
            user.as_str(),
            acceptance.document.as_str(),
            acceptance.version.as_str(),
            acceptance.accepted_at,
            acceptance.ip_address.as_str()
        ],
    )
    .await
    .map(drop)
}

/// Everything that a person agreed to, the oldest first.
pub async fn of_user(tx: &mut Tx, user: &UserId) -> Result<Vec<Acceptance>, StoreError> {
    let rows = tx
        .all(
            "SELECT document, version, accepted_at, ip_address FROM terms_acceptances
             WHERE user_id = $1 ORDER BY accepted_at, document, version",
            &values![user.as_str()],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// Forgets what was agreed to in the name of somebody who had not proved yet that the account is theirs.
pub async fn delete_of_user(tx: &mut Tx, user: &UserId) -> Result<(), StoreError> {
    tx.execute("DELETE FROM terms_acceptances WHERE user_id = $1", &values![user.as_str()]).await.map(drop)
}
