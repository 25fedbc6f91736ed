//! A code by mail or text message, as a second factor: six digits for three minutes, bound to the pending sign-in or session that
//! asked for it. The last one that was sent counts, wherever it went.

use std::time::Duration;

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::master_key::KeyUse;
use crate::events::outbox::{self, OutboxMessage, OwedMail};
use crate::model::phone_code::PhoneCodeUse;
use crate::model::phone_number::PhoneNumber;
use crate::model::user::User;
use crate::sessions::judge::{self, mail_code_digest};
use crate::store::second_factor_mail_codes::{self, StoredMailCode};
use crate::store::{StoreError, Tx, guess_counters, retry, users};
use crate::users::phone_code;

const DIGITS: usize = 6;
/// How long a code works.
pub const LIFETIME: Duration = Duration::from_secs(3 * 60);
/// How many are sent to one person within [`WINDOW`], whoever asks and wherever they go.
const MOST_CODES: i64 = 10;
const WINDOW: Duration = Duration::from_secs(15 * 60);

/// Where a code goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Through {
    /// To the person's address.
    Mail,
    /// To their phone. Only for who [holds](crate::model::second_factor::HeldFactors) that.
    TextMessage,
}

/// What came of asking for a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// It is on its way; the one before works no more.
    Sent,
    /// Too many were sent.
    TooMany {
        /// When the next may be.
        until: Timestamp,
    },
}

/// Sends `user` a code that works for `bearer`.
pub async fn send(
    app: &App,
    user: &User,
    bearer: [u8; 32],
    (through, locale): (Through, &str),
    now: Timestamp,
) -> Result<Sent, StoreError> {
    let code = app.entropy.digits(DIGITS);
    let number = match through {
        Through::Mail => None,
        Through::TextMessage => {
            let mut unit = app.store.read("users.two_factor.number").await?;
            let number = judge::number_of(app, &mut unit, &user.id).await?;
            Some(number.ok_or_else(|| StoreError::inconsistent("phone_numbers", "a code for nobody's phone"))?)
        }
    };
    let stored = StoredMailCode {
        bearer,
        texted: number.is_some(),
        digest: mail_code_digest(app, &bearer, &code),
        created_at: now,
        expires_at: now + LIFETIME,
    };
    let expires_at = stored.expires_at.millis();
    let mail = match &number {
        None => OwedMail::SecondFactorCode { user_id: user.id.clone(), code, expires_at },
        Some(number) => OwedMail::PhoneCode {
            code_use: PhoneCodeUse::SecondFactor,
            number: number.as_str().to_owned(),
            code: Some(code),
            expires_at,
        },
    };
    let message = OutboxMessage { mail, locale: locale.to_owned(), callback_url: None };
    let sent = retry(|| async {
        let mut unit = app.store.write("users.two_factor.mail_code").await?;
        users::hold(&mut unit, &user.id).await?;
        if let Some(until) = spend_budgets(app, &mut unit, (user, number.as_ref()), now).await? {
            // What was counted stays counted.
            unit.commit().await?;
            return Ok(Sent::TooMany { until });
        }
        second_factor_mail_codes::replace(&mut unit, &user.id, &stored).await?;
        outbox::put(app, &mut unit, &message, now).await?;
        unit.commit().await?;
        Ok::<_, StoreError>(Sent::Sent)
    })
    .await?;
    app.wake_outbox();
    Ok(sent)
}

/// Whether the code that was sent last for `bearer`, and works, went to the phone.
pub async fn went_to_phone(app: &App, bearer: [u8; 32], now: Timestamp) -> Result<bool, StoreError> {
    let mut unit = app.store.read("users.two_factor.sent_code").await?;
    Ok(second_factor_mail_codes::went_to_phone(&mut unit, &bearer, now).await?.unwrap_or(false))
}

/// The number that codes go to, not in full: whoever sees this has shown one factor only.
pub async fn masked_number(app: &App, user: &User) -> Result<String, StoreError> {
    let mut unit = app.store.read("users.two_factor.masked_number").await?;
    Ok(judge::number_of(app, &mut unit, &user.id).await?.map(|number| number.masked()).unwrap_or_default())
}

/// Counts one more code: of the person's, and of what text messages may cost. Returns when the next may be sent, if none may now.
async fn spend_budgets(
    app: &App,
    tx: &mut Tx,
    (user, number): (&User, Option<&PhoneNumber>),
    now: Timestamp,
) -> Result<Option<Timestamp>, StoreError> {
    let counter = app.master_keys.mac(KeyUse::ShortCode, format!("second_factor_mails\n{}", user.id).as_bytes());
    if guess_counters::failures(tx, &counter, now).await? >= MOST_CODES {
        return Ok(Some(now + WINDOW));
    }
    guess_counters::count(tx, &counter, WINDOW, now).await?;
    match number {
        Some(number) if !phone_code::may_be_sent(app, tx, (number, &user.id), now).await? => Ok(Some(now + WINDOW)),
        _ => Ok(None),
    }
}
