//! The `clients` table.

use crate::clock::Timestamp;
use crate::model::client::{Client, ClientMetadata, ClientSource};
use crate::model::ids::ClientId;
use crate::store::{Row, StoreError, Tx, values};

/// A client with the digests of its secrets.
#[derive(Clone, Debug)]
pub struct StoredClient {
    /// The client.
    pub client: Client,
    /// SHA-256 of its `client_secret`.
    pub secret_digest: Option<[u8; 32]>,
    /// SHA-256 of its registration access token (RFC 7592).
    pub registration_token_digest: Option<[u8; 32]>,
}

pub(super) fn read(row: &Row, at: usize) -> Result<StoredClient, StoreError> {
    let source = row.text(at + 1)?;
    let metadata = row.text(at + 4)?;
    let digest = |column: usize| -> Result<Option<[u8; 32]>, StoreError> {
        let bytes = row.optional_bytes(column)?;
        bytes.map(|bytes| bytes.try_into().map_err(|_| StoreError::inconsistent("clients", "digest"))).transpose()
    };
    Ok(StoredClient {
        client: Client {
            id: ClientId::new(row.text(at)?),
            source: ClientSource::parse(&source).ok_or_else(|| StoreError::inconsistent("clients", "source"))?,
            metadata: serde_json::from_str::<ClientMetadata>(&metadata)
                .map_err(|error| StoreError::inconsistent("clients", &format!("metadata: {error}")))?,
            version: row.integer(at + 5)?,
            disabled_at: row.optional_timestamp(at + 6)?,
            created_at: row.timestamp(at + 7)?,
            updated_at: row.timestamp(at + 8)?,
        },
        secret_digest: digest(at + 2)?,
        registration_token_digest: digest(at + 3)?,
    })
}

fn encode(metadata: &ClientMetadata) -> Result<String, StoreError> {
    serde_json::to_string(metadata).map_err(|error| StoreError::inconsistent("clients", &format!("metadata: {error}")))
}

/// Adds a client.
pub async fn insert(tx: &mut Tx, stored: &StoredClient) -> Result<(), StoreError> {
    let client = &stored.client;
    tx.execute(
        "INSERT INTO clients (id, source, secret_digest, registration_token_digest, metadata, version, disabled_at, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        &values![
            client.id.as_str(),
            client.source.as_str(),
            stored.secret_digest,
            stored.registration_token_digest,
            encode(&client.metadata)?,
            client.version,
            client.disabled_at,
            client.created_at,
            client.updated_at
        ],
    )
    .await?;
    Ok(())
}

/// The client with this id, disabled or not.
pub async fn by_id(tx: &mut Tx, id: &ClientId) -> Result<Option<StoredClient>, StoreError> {
    let row = tx
        .optional(
            "SELECT id, source, secret_digest, registration_token_digest, metadata, version, disabled_at, created_at, updated_at
             FROM clients WHERE id = $1",
            &values![id.as_str()],
        )
        .await?;
    row.map(|row| read(&row, 0)).transpose()
}

/// The first `limit` clients after the id `after`.
pub async fn page(tx: &mut Tx, after: &str, limit: i64) -> Result<Vec<StoredClient>, StoreError> {
    let rows = tx
        .all(
            "SELECT id, source, secret_digest, registration_token_digest, metadata, version, disabled_at, created_at, updated_at
             FROM clients WHERE id > $1 ORDER BY id LIMIT $2",
            &values![after, limit],
        )
        .await?;
    rows.iter().map(|row| read(row, 0)).collect()
}

/// Replaces the metadata if the client still has `version`. Returns whether it had.
pub async fn set_metadata(
    tx: &mut Tx,
    id: &ClientId,
    version: i64,
    metadata: &ClientMetadata,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE clients SET metadata = $1, version = version + 1, updated_at = $2 WHERE id = $3 AND version = $4",
            &values![encode(metadata)?, now, id.as_str(), version],
        )
        .await?;
    Ok(rows == 1)
}

/// Replaces the secret. Returns whether the client exists.
pub async fn set_secret(tx: &mut Tx, id: &ClientId, digest: Option<[u8; 32]>, now: Timestamp) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE clients SET secret_digest = $1, version = version + 1, updated_at = $2 WHERE id = $3",
            &values![digest, now, id.as_str()],
        )
        .await?;
    Ok(rows == 1)
}

/// Forbids or allows the client everything. Returns whether it exists.
pub async fn set_disabled(
    tx: &mut Tx,
    id: &ClientId,
    disabled_at: Option<Timestamp>,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE clients SET disabled_at = $1, version = version + 1, updated_at = $2 WHERE id = $3",
            &values![disabled_at, now, id.as_str()],
        )
        .await?;
    Ok(rows == 1)
}

/// Deletes the client with its consents, grants and tokens. Returns whether there was one.
pub async fn delete(tx: &mut Tx, id: &ClientId) -> Result<bool, StoreError> {
    Ok(tx.execute("DELETE FROM clients WHERE id = $1", &values![id.as_str()]).await? == 1)
}

/// Records the digest of a client assertion's `jti` (RFC 7523, section 3). Returns whether it is new.
pub async fn spend_assertion(tx: &mut Tx, digest: [u8; 32], expires_at: Timestamp) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            crate::store::Sql::with_mariadb(
                "INSERT INTO client_assertions (digest, expires_at) VALUES ($1, $2) ON CONFLICT (digest) DO NOTHING",
                "INSERT IGNORE INTO client_assertions (digest, expires_at) VALUES ($1, $2)",
            ),
            &values![digest, expires_at],
        )
        .await?;
    Ok(rows == 1)
}
