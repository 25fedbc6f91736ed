//! Codes on paper: for who has lost their device. The store keeps keyed digests, so they are shown once.

use std::fmt;

use crate::app::App;
use crate::events::audit::AuditKind;
use crate::model::ids::UserId;
use crate::model::user::User;
use crate::sessions::judge::backup_code_digest;
use crate::store::{StoreError, backup_codes as stored_codes, retry, second_factors, users};
use crate::users::two_factor::{Change, announce};

/// How many a person is given.
const COUNT: usize = 10;
/// Characters before and after the dash: 59 bits in all.
const HALF: usize = 5;

/// Codes that were just made, to be shown and forgotten.
pub struct BackupCodes(Vec<String>);

impl fmt::Debug for BackupCodes {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("BackupCodes")
    }
}

impl BackupCodes {
    /// New ones.
    pub fn generate(app: &App) -> Self {
        let half = || app.entropy.alphanumeric(HALF);
        Self((0..COUNT).map(|_| format!("{}-{}", half(), half())).collect())
    }

    /// They, to be shown.
    pub fn shown(&self) -> &[String] {
        &self.0
    }

    /// What is stored of them.
    pub(super) fn digests(&self, app: &App, user: &UserId) -> Vec<[u8; 32]> {
        self.0.iter().map(|code| backup_code_digest(app, user, code)).collect()
    }
}

/// Gives `user` new codes in place of those before. Returns whether they have an authenticator app, which the codes stand in for.
pub async fn renew(app: &App, user: &User, codes: &BackupCodes, change: Change<'_>) -> Result<bool, StoreError> {
    let digests = codes.digests(app, &user.id);
    let renewed = retry(|| async {
        let mut unit = app.store.write("users.two_factor.backup_codes").await?;
        if !users::hold_for_session(&mut unit, &user.id, user.credential_version).await? {
            return Ok(false);
        }
        if second_factors::of_user(&mut unit, &user.id).await?.totp_sealed.is_none() {
            return Ok(false);
        }
        stored_codes::replace(&mut unit, &user.id, &digests, change.now).await?;
        announce(app, &mut unit, &user.id, (AuditKind::BackupCodesRenewed, true), change).await?;
        unit.commit().await?;
        Ok::<_, StoreError>(true)
    })
    .await?;
    app.wake_outbox();
    Ok(renewed)
}
