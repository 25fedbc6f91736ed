//! The `device_authorizations` table (RFC 8628): devices that wait for a person's answer.

use std::time::Duration;

use crate::clock::Timestamp;
use crate::model::device_authorization::{DeviceAuthorization, DeviceState, DeviceYield, Polling};
use crate::model::grant::Grant;
use crate::model::ids::{ClientId, DeviceAuthorizationId, GrantId, UserId};
use crate::model::scope::Scopes;
use crate::model::user::User;
use crate::store::{Row, StoreError, Tx, grants, users, values};

/// What is stored of the two codes.
#[derive(Clone, Debug)]
pub struct StoredCodes {
    /// SHA-256 of the device code.
    pub device_code_digest: [u8; 32],
    /// Keyed digest of the user code.
    pub user_code_digest: [u8; 32],
    /// The user code sealed, to be shown again to whoever typed it.
    pub user_code_sealed: Vec<u8>,
}

/// How many columns [`read`] takes.
const WIDTH: usize = 12;

fn read(row: &Row, at: usize) -> Result<DeviceAuthorization, StoreError> {
    let inconsistent = |column| StoreError::inconsistent("device_authorizations", column);
    Ok(DeviceAuthorization {
        id: DeviceAuthorizationId::new(row.text(at)?),
        client_id: ClientId::new(row.text(at + 1)?),
        yields: DeviceYield::parse(&row.text(at + 2)?).ok_or_else(|| inconsistent("yields"))?,
        scopes: Scopes::parse(&row.text(at + 3)?).map_err(|_| inconsistent("scopes"))?,
        state: DeviceState::parse(&row.text(at + 4)?).ok_or_else(|| inconsistent("state"))?,
        user_id: row.optional_text(at + 5)?.map(UserId::new),
        polling: Polling {
            interval: Duration::from_secs(row.integer(at + 6)?.unsigned_abs()),
            last: row.optional_timestamp(at + 7)?,
        },
        ip_address: row.text(at + 8)?,
        user_agent: row.text(at + 9)?,
        created_at: row.timestamp(at + 10)?,
        expires_at: row.timestamp(at + 11)?,
    })
}

/// Seconds as they are stored.
fn seconds(duration: Duration) -> i64 {
    i64::try_from(duration.as_secs()).unwrap_or(i64::MAX)
}

/// Adds a device that asks. Returns whether its user code is nobody else's.
pub async fn insert(tx: &mut Tx, asks: &DeviceAuthorization, codes: &StoredCodes) -> Result<bool, StoreError> {
    let inserted = tx
        .execute(
            "INSERT INTO device_authorizations (id, device_code_digest, user_code_digest, user_code_sealed, client_id, yields, scopes, state,
                                                interval_seconds, ip_address, user_agent, created_at, expires_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
            &values![
                asks.id.as_str(),
                codes.device_code_digest,
                codes.user_code_digest,
                codes.user_code_sealed.clone(),
                asks.client_id.as_str(),
                asks.yields.as_str(),
                asks.scopes.to_string(),
                asks.state.as_str(),
                seconds(asks.polling.interval),
                asks.ip_address.as_str(),
                asks.user_agent.as_str(),
                asks.created_at,
                asks.expires_at
            ],
        )
        .await;
    match inserted {
        Ok(_) => Ok(true),
        Err(error) if error.is_unique_violation("device_authorizations_user_code") => Ok(false),
        Err(error) => Err(error),
    }
}

/// The device with this id, however far it has come, with its user code sealed.
pub async fn by_id(tx: &mut Tx, id: &DeviceAuthorizationId) -> Result<Option<(DeviceAuthorization, Vec<u8>)>, StoreError> {
    let row = tx
        .optional(
            "SELECT id, client_id, yields, scopes, state, user_id, interval_seconds, polled_at, ip_address, user_agent, created_at,
                    expires_at, user_code_sealed
             FROM device_authorizations WHERE id = $1",
            &values![id.as_str()],
        )
        .await?;
    row.map(|row| Ok((read(&row, 0)?, row.bytes(WIDTH)?))).transpose()
}

/// The device with this user code, however far it has come.
pub async fn by_user_code(tx: &mut Tx, user_code: &[u8; 32]) -> Result<Option<DeviceAuthorization>, StoreError> {
    let row = tx
        .optional(
            "SELECT id, client_id, yields, scopes, state, user_id, interval_seconds, polled_at, ip_address, user_agent, created_at,
                    expires_at
             FROM device_authorizations WHERE user_code_digest = $1",
            &values![*user_code],
        )
        .await?;
    row.map(|row| read(&row, 0)).transpose()
}

/// Opens a waiting device for `user`: from then on nobody else may answer, but for whom they go on as in the same place, `opened_in`. One
/// statement, and its count says whether it is theirs.
pub async fn open(
    tx: &mut Tx,
    id: &DeviceAuthorizationId,
    user: &UserId,
    opened_in: &[u8; 32],
    now: Timestamp,
) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE device_authorizations SET user_id = $1, opened_in = $2
             WHERE id = $3 AND state = 'pending' AND expires_at > $4 AND (user_id IS NULL OR user_id = $5 OR opened_in = $6)",
            &values![user.as_str(), *opened_in, id.as_str(), now, user.as_str(), *opened_in],
        )
        .await?;
    Ok(rows == 1)
}

/// What somebody allowed.
#[derive(Clone, Debug)]
pub struct Allowed<'a> {
    /// Who.
    pub user: &'a User,
    /// The grant that was made for it.
    pub grant: &'a GrantId,
}

/// Records that whoever opened it allows it. One statement, and its count says who won.
pub async fn approve(tx: &mut Tx, id: &DeviceAuthorizationId, allowed: &Allowed<'_>, now: Timestamp) -> Result<bool, StoreError> {
    let user = allowed.user;
    let rows = tx
        .execute(
            "UPDATE device_authorizations SET state = 'approved', grant_id = $1, credential_version = $2
             WHERE id = $3 AND user_id = $4 AND state = 'pending' AND expires_at > $5",
            &values![allowed.grant.as_str(), user.credential_version, id.as_str(), user.id.as_str(), now],
        )
        .await?;
    Ok(rows == 1)
}

/// Records that whoever opened it refuses it. One statement, and its count says who won.
pub async fn deny(tx: &mut Tx, id: &DeviceAuthorizationId, user: &UserId, now: Timestamp) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE device_authorizations SET state = 'denied' WHERE id = $1 AND user_id = $2 AND state = 'pending' AND expires_at > $3",
            &values![id.as_str(), user.as_str(), now],
        )
        .await?;
    Ok(rows == 1)
}

/// Notes that the device asked, and how long it is to wait now.
pub async fn note_poll(tx: &mut Tx, id: &DeviceAuthorizationId, interval: Duration, now: Timestamp) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE device_authorizations SET polled_at = $1, interval_seconds = $2 WHERE id = $3 AND state = 'pending'",
        &values![now, seconds(interval), id.as_str()],
    )
    .await?;
    Ok(())
}

/// Spends what was allowed. One statement, and its count says who won.
pub async fn spend(tx: &mut Tx, id: &DeviceAuthorizationId, now: Timestamp) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE device_authorizations SET state = 'spent' WHERE id = $1 AND state = 'approved' AND expires_at > $2",
            &values![id.as_str(), now],
        )
        .await?;
    Ok(rows == 1)
}

/// A device with everything that redeeming its code rests on, from one read.
#[derive(Clone, Debug)]
pub struct PollingDevice {
    /// The device.
    pub asks: DeviceAuthorization,
    /// What a person allowed it.
    pub allowed: Option<AllowedDevice>,
}

/// What a person allowed a device, and how they are now.
#[derive(Clone, Debug)]
pub struct AllowedDevice {
    /// What.
    pub grant: Grant,
    /// Who.
    pub user: User,
    /// Their credentials' version when they did.
    pub credential_version: i64,
}

/// The device with this device code, however far it has come.
pub async fn find(tx: &mut Tx, device_code: &[u8; 32]) -> Result<Option<PollingDevice>, StoreError> {
    let row = tx
        .optional(
            "SELECT d.id, d.client_id, d.yields, d.scopes, d.state, d.user_id, d.interval_seconds, d.polled_at, d.ip_address, d.user_agent,
                    d.created_at, d.expires_at, d.credential_version,
                    g.id, g.user_id, g.client_id, g.session_id, g.scopes, g.offline, g.authenticated_at, g.methods, g.nonce, g.created_at,
                    g.expires_at, u.id, u.email, u.email_verified, u.name, u.image, u.role, u.locale, u.credential_version, u.disabled_at,
                    u.created_at, u.updated_at, u.two_factor_enabled_at, u.is_anonymous
             FROM device_authorizations d
             LEFT JOIN grants g ON g.id = d.grant_id
             LEFT JOIN users u ON u.id = g.user_id
             WHERE d.device_code_digest = $1",
            &values![*device_code],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let at = WIDTH + 1;
    let has_user = row.optional_text(at + grants::WIDTH)?.is_some();
    let allowed = match (row.optional_text(at)?, row.optional_integer(WIDTH)?) {
        (Some(_), Some(credential_version)) if has_user => Some(AllowedDevice {
            grant: grants::read(&row, at)?,
            user: users::read(&row, at + grants::WIDTH)?,
            credential_version,
        }),
        _ => None,
    };
    Ok(Some(PollingDevice { asks: read(&row, 0)?, allowed }))
}
