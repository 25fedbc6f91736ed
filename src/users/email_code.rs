//! Codes that are mailed: asking for one, making it, and judging what somebody typed.
//!
//! A code is six digits, stored as a keyed digest under the address that it was mailed to. The newest of a use counts. Three wrong
//! tries and it is gone; wrong tries are also counted per address, over codes and uses, so that asking for new codes gives no new
//! chances. A request for somebody to whom no code is owed stores one that fits nothing, so that trying tells nothing either.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::master_key::KeyUse;
use crate::events::outbox::{OutboxMessage, OwedMail};
use crate::model::email_code::{EmailCode, EmailCodeUse};
use crate::model::ids::UserId;
use crate::one_time::address_subject;
use crate::store::one_time_secrets::{self, StoredSecret, UnspentSecret};
use crate::store::{StoreError, Tx, guess_counters, retry};
use crate::users::mail_budget::mail_within;
use crate::users::proved_address::Holder;

const MOST_TRIES: i64 = 3;
const MOST_WRONG_TRIES_OF_AN_ADDRESS: i64 = 15;
const WINDOW: Duration = Duration::from_secs(60 * 60);

/// For which address a code is, and for what.
#[derive(Clone, Debug)]
pub struct CodePlace {
    /// What it is for.
    pub code_use: EmailCodeUse,
    /// The normalised address that it is mailed to.
    pub email: String,
    /// Who wants to have the address, where the code changes somebody's.
    pub user: Option<UserId>,
}

impl CodePlace {
    /// For whoever has the address.
    pub fn at(code_use: EmailCodeUse, email: &str) -> Self {
        Self { code_use, email: email.to_owned(), user: None }
    }

    fn subject(&self) -> String {
        match &self.user {
            Some(user) => address_subject(&format!("{}\n{user}", self.email)),
            None => address_subject(&self.email),
        }
    }

    fn data(&self, created_at: Timestamp, digits: &str) -> Vec<u8> {
        format!("email code\n{}\n{}\n{}\n{digits}", self.code_use.purpose(), self.subject(), created_at.millis()).into_bytes()
    }
}

/// What a code carries.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CodePayload {
    /// Whose the address was.
    pub holder: Option<Holder>,
}

/// Whether a code makes an account for an address that has none.
pub fn makes_accounts(app: &App) -> bool {
    app.config.email_code.sign_up && app.config.registration.is_open()
}

/// Asks for a code. Says and costs the same whether or not anybody is owed one.
pub async fn request(app: &App, place: &CodePlace, locale: &str, now: Timestamp) -> Result<(), StoreError> {
    let mail = OwedMail::EmailCode { code_use: place.code_use, email: place.email.clone(), user_id: place.user.clone() };
    let message = OutboxMessage { mail, locale: locale.to_owned(), callback_url: None };
    mail_within(app, (place.code_use.purpose(), &place.email), &message, now).await
}

/// A code that was just made.
pub struct MintedCode {
    /// Its digits, to be sent and forgotten.
    pub digits: String,
    stored: StoredSecret,
}

/// Makes a code; one that fits nothing if it is owed to nobody.
pub fn mint(app: &App, place: &CodePlace, owed: Option<CodePayload>, now: Timestamp) -> Result<MintedCode, StoreError> {
    let digits = app.entropy.digits(EmailCode::LENGTH);
    let digest = match &owed {
        Some(_) => app.master_keys.mac(KeyUse::ShortCode, &place.data(now, &digits)),
        None => app.entropy.bytes::<32>(),
    };
    let payload = owed.unwrap_or(CodePayload { holder: None });
    let payload =
        serde_json::to_vec(&payload).map_err(|error| StoreError::inconsistent("one_time_secrets", &error.to_string()))?;
    let purpose = place.code_use.purpose();
    let stored = StoredSecret {
        digest,
        purpose,
        subject: place.subject(),
        credential_version: 0,
        payload_sealed: app.master_keys.seal(purpose, &payload, &app.entropy),
        created_at: now,
        expires_at: now + app.config.email_code.seconds.duration(),
    };
    Ok(MintedCode { digits, stored })
}

impl MintedCode {
    /// Stores it in the place of earlier ones.
    pub async fn record(&self, tx: &mut Tx) -> Result<(), StoreError> {
        one_time_secrets::replace(tx, &self.stored).await
    }
}

/// Why a code does nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeRefusal {
    /// It is not the one, or there is none.
    Wrong,
    /// It is too old.
    Expired,
    /// It was tried too often and is gone, or the address was.
    TooManyTries,
}

/// The code that counts for a place now. Not yet judged.
pub struct CurrentCode {
    secret: UnspentSecret,
    /// What it carries.
    pub payload: CodePayload,
}

/// Finds the code that counts now.
pub async fn current(app: &App, tx: &mut Tx, place: &CodePlace) -> Result<Option<CurrentCode>, StoreError> {
    let purpose = place.code_use.purpose();
    let Some(secret) = one_time_secrets::newest_unspent(tx, &place.subject(), purpose).await? else { return Ok(None) };
    let opened = app.master_keys.open(purpose, &secret.payload_sealed).ok();
    let payload = opened.and_then(|payload| serde_json::from_slice(&payload).ok());
    Ok(payload.map(|payload| CurrentCode { secret, payload }))
}

/// When the code that counts now was mailed, or would have been.
pub async fn mailed_at(app: &App, place: &CodePlace) -> Result<Option<Timestamp>, StoreError> {
    let mut unit = app.store.read("users.email_code.mailed_at").await?;
    Ok(current(app, &mut unit, place).await?.map(|current| current.secret.created_at))
}

/// Judges a typed code and spends it if it is right. Both answers are to be committed: tries are counted in this unit, before the code
/// is looked at, so that however many try at once only so many are heard.
pub async fn judge(
    app: &App,
    tx: &mut Tx,
    place: &CodePlace,
    code: &EmailCode,
    now: Timestamp,
) -> Result<Result<CodePayload, CodeRefusal>, StoreError> {
    let Some(CurrentCode { secret, payload }) = current(app, tx, place).await? else { return Ok(Err(CodeRefusal::Wrong)) };
    let purpose = place.code_use.purpose();
    if secret.expires_at <= now {
        one_time_secrets::revoke_of_purpose(tx, &place.subject(), purpose, now).await?;
        return Ok(Err(CodeRefusal::Expired));
    }
    let tries = app.master_keys.mac(KeyUse::ShortCode, &[b"tries of a code\n".as_slice(), &secret.digest].concat());
    let wrong_tries = app.master_keys.mac(KeyUse::ShortCode, format!("email codes\n{}", place.email).as_bytes());
    guess_counters::count(tx, &tries, WINDOW, now).await?;
    // The counter is also the lock: whoever held it before may have spent the code.
    let found = one_time_secrets::find(tx, &secret.digest, purpose).await?;
    if found.is_none_or(|found| found.consumed_at.is_some()) {
        return Ok(Err(CodeRefusal::Wrong));
    }
    let exhausted = guess_counters::failures(tx, &tries, now).await? > MOST_TRIES;
    if exhausted || guess_counters::failures(tx, &wrong_tries, now).await? >= MOST_WRONG_TRIES_OF_AN_ADDRESS {
        one_time_secrets::revoke_of_purpose(tx, &place.subject(), purpose, now).await?;
        return Ok(Err(CodeRefusal::TooManyTries));
    }
    let fits = app.master_keys.verify_mac(KeyUse::ShortCode, &place.data(secret.created_at, code.digits()), &secret.digest);
    if !fits {
        guess_counters::count(tx, &wrong_tries, WINDOW, now).await?;
        return Ok(Err(CodeRefusal::Wrong));
    }
    if !one_time_secrets::consume(tx, &secret.digest, purpose, now).await? {
        return Ok(Err(CodeRefusal::Wrong));
    }
    one_time_secrets::revoke_of_purpose(tx, &place.subject(), purpose, now).await?;
    guess_counters::clear(tx, &tries).await?;
    guess_counters::clear(tx, &wrong_tries).await?;
    Ok(Ok(payload))
}

/// Whether a typed code is right. A right one stays as it is; a wrong one counts.
pub async fn check(
    app: &App,
    place: &CodePlace,
    code: &EmailCode,
    now: Timestamp,
) -> Result<Result<(), CodeRefusal>, StoreError> {
    retry(|| async {
        let mut unit = app.store.write("users.email_code.check").await?;
        match judge(app, &mut unit, place, code, now).await? {
            // The unit is dropped: nothing was tried or spent.
            Ok(_) => Ok(Ok(())),
            Err(refusal) => unit.commit().await.map(|()| Err(refusal)),
        }
    })
    .await
}
