//! A code by mail, as a second factor: six digits for three minutes, bound to the pending sign-in or session that asked for it.

use std::time::Duration;

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::master_key::KeyUse;
use crate::events::outbox::{self, OutboxMessage, OwedMail};
use crate::model::user::User;
use crate::sessions::judge::mail_code_digest;
use crate::store::second_factor_mail_codes::{self, StoredMailCode};
use crate::store::{StoreError, guess_counters, retry, users};

const DIGITS: usize = 6;
/// How long a code works.
pub const LIFETIME: Duration = Duration::from_secs(3 * 60);
/// How many are mailed to one person within [`WINDOW`], whoever asks.
const MOST_MAILS: i64 = 10;
const WINDOW: Duration = Duration::from_secs(15 * 60);

/// What came of asking for a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// It is on its way; the one before works no more.
    Sent,
    /// Too many were mailed.
    TooMany {
        /// When the next may be.
        until: Timestamp,
    },
}

/// Mails `user` a code that works for `bearer`.
pub async fn send(app: &App, user: &User, bearer: [u8; 32], locale: &str, now: Timestamp) -> Result<Sent, StoreError> {
    let code = app.entropy.digits(DIGITS);
    let stored =
        StoredMailCode { bearer, digest: mail_code_digest(app, &bearer, &code), created_at: now, expires_at: now + LIFETIME };
    let message = OutboxMessage {
        mail: OwedMail::SecondFactorCode { user_id: user.id.clone(), code, expires_at: stored.expires_at.millis() },
        locale: locale.to_owned(),
        callback_url: None,
    };
    let counter = app.master_keys.mac(KeyUse::ShortCode, format!("second_factor_mails\n{}", user.id).as_bytes());
    let sent = retry(|| async {
        let mut unit = app.store.write("users.two_factor.mail_code").await?;
        users::hold(&mut unit, &user.id).await?;
        if guess_counters::failures(&mut unit, &counter, now).await? >= MOST_MAILS {
            return Ok(Sent::TooMany { until: now + WINDOW });
        }
        guess_counters::count(&mut unit, &counter, WINDOW, now).await?;
        second_factor_mail_codes::replace(&mut unit, &user.id, &stored).await?;
        outbox::put(app, &mut unit, &message, now).await?;
        unit.commit().await?;
        Ok::<_, StoreError>(Sent::Sent)
    })
    .await?;
    app.wake_outbox();
    Ok(sent)
}
