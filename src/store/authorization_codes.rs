//! The `authorization_codes` table (RFC 6749, section 4.1.2).

use crate::clock::Timestamp;
use crate::model::grant::Grant;
use crate::model::ids::{ClientId, GrantId};
use crate::model::pkce::CodeChallenge;
use crate::model::user::User;
use crate::store::{StoreError, Tx, grants, users, values};

/// An authorization code as it is stored: by digest, bound to client, redirect URI and challenge.
#[derive(Clone, Debug)]
pub struct StoredCode {
    /// SHA-256 of the code.
    pub digest: [u8; 32],
    /// What it stands for.
    pub grant_id: GrantId,
    /// Who may redeem it.
    pub client_id: ClientId,
    /// The `redirect_uri` of the request, as it was sent.
    pub redirect_uri: String,
    /// What the verifier must meet (RFC 7636).
    pub code_challenge: Option<CodeChallenge>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// A code with everything that redeeming it rests on, from one read.
#[derive(Clone, Debug)]
pub struct RedeemableCode {
    /// The code.
    pub code: StoredCode,
    /// How often a wrong verifier or redirect URI was shown with it.
    pub failures: i64,
    /// When it was spent.
    pub consumed_at: Option<Timestamp>,
    /// Its parent.
    pub grant: Grant,
    /// Who allowed it.
    pub user: User,
    /// Whether the session in which it was allowed still lives.
    pub session_lives: bool,
}

/// Adds a code.
pub async fn insert(tx: &mut Tx, code: &StoredCode) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO authorization_codes (digest, grant_id, client_id, redirect_uri, code_challenge, failures, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        &values![
            code.digest,
            code.grant_id.as_str(),
            code.client_id.as_str(),
            code.redirect_uri.as_str(),
            code.code_challenge.as_ref().map(|challenge| challenge.as_str().to_owned()),
            0_i64,
            code.created_at,
            code.expires_at
        ],
    )
    .await?;
    Ok(())
}

/// The code with this digest, spent or not, expired or not.
pub async fn find(tx: &mut Tx, digest: &[u8; 32], now: Timestamp) -> Result<Option<RedeemableCode>, StoreError> {
    let row = tx
        .optional(
            "SELECT g.id, g.user_id, g.client_id, g.session_id, g.scopes, g.offline, g.authenticated_at, g.methods, g.nonce, g.created_at,
                    g.expires_at, u.id, u.email, u.email_verified, u.name, u.image, u.role, u.locale, u.credential_version, u.disabled_at,
                    u.created_at, u.updated_at, u.two_factor_enabled_at, u.is_anonymous, c.client_id, c.redirect_uri, c.code_challenge, c.failures,
                    c.created_at, c.expires_at, c.consumed_at, s.id
             FROM authorization_codes c
             JOIN grants g ON g.id = c.grant_id
             JOIN users u ON u.id = g.user_id
             LEFT JOIN sessions s ON s.id = g.session_id AND s.revoked_at IS NULL AND s.expires_at > $1
             WHERE c.digest = $2",
            &values![now, *digest],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let grant = grants::read(&row, 0)?;
    let user = users::read(&row, grants::WIDTH)?;
    let at = grants::WIDTH + users::WIDTH;
    Ok(Some(RedeemableCode {
        code: StoredCode {
            digest: *digest,
            grant_id: grant.id.clone(),
            client_id: ClientId::new(row.text(at)?),
            redirect_uri: row.text(at + 1)?,
            code_challenge: row.optional_text(at + 2)?.map(CodeChallenge::stored),
            created_at: row.timestamp(at + 4)?,
            expires_at: row.timestamp(at + 5)?,
        },
        failures: row.integer(at + 3)?,
        consumed_at: row.optional_timestamp(at + 6)?,
        session_lives: row.optional_text(at + 7)?.is_some(),
        grant,
        user,
    }))
}

/// Spends the code: one statement, and its count says who won.
pub async fn consume(tx: &mut Tx, digest: &[u8; 32], failures: i64, now: Timestamp) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE authorization_codes SET consumed_at = $1 WHERE digest = $2 AND consumed_at IS NULL AND expires_at > $3 AND failures <= $4",
            &values![now, *digest, now, failures],
        )
        .await?;
    Ok(rows == 1)
}

/// Counts a redemption with a wrong verifier or redirect URI.
pub async fn count_failure(tx: &mut Tx, digest: &[u8; 32]) -> Result<(), StoreError> {
    tx.execute("UPDATE authorization_codes SET failures = failures + 1 WHERE digest = $1", &values![*digest]).await?;
    Ok(())
}
