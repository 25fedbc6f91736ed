//! Codes of a few digits that are sent to somebody: making one, and judging what somebody typed.
//!
//! A code is six digits, stored as a keyed digest under the address or number that it was sent to. The newest of a use counts. Three
//! wrong tries and it is gone; wrong tries are also counted per recipient, over codes and uses, so that asking for new codes gives no
//! new chances. A request for somebody to whom no code is owed stores one that fits nothing, so that trying tells nothing either.

use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::master_key::KeyUse;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::authentication_method::AuthenticationMethod;
use crate::model::request_origin::RequestOrigin;
use crate::model::short_code::ShortCode;
use crate::store::one_time_secrets::{self, StoredSecret, UnspentSecret};
use crate::store::{StoreError, Tx, guess_counters};

const MOST_TRIES: i64 = 3;
const MOST_WRONG_TRIES_OF_A_RECIPIENT: i64 = 15;
const WINDOW: Duration = Duration::from_secs(60 * 60);

/// For whom a code is, and for what.
#[derive(Clone, Debug)]
pub struct Place<'a> {
    /// What kind of code: one of a kind is worthless as one of another.
    pub kind: &'static str,
    /// What it is for.
    pub purpose: &'static str,
    /// Under what it is stored.
    pub subject: String,
    /// To whom it is sent; wrong tries count together by this.
    pub recipient: &'a str,
}

impl Place<'_> {
    fn data(&self, made_at: Timestamp, digits: &str) -> Vec<u8> {
        format!("{}\n{}\n{}\n{}\n{digits}", self.kind, self.purpose, self.subject, made_at.millis()).into_bytes()
    }
}

/// A code that was just made.
pub struct MintedCode {
    /// Its digits, to be sent and forgotten.
    pub digits: String,
    /// When it ends.
    pub expires_at: Timestamp,
    stored: StoredSecret,
}

/// Makes a code with what it carries; one that fits nothing if it is not owed.
pub fn mint(
    app: &App,
    place: &Place<'_>,
    (is_owed, payload): (bool, &impl Serialize),
    (now, life): (Timestamp, Duration),
) -> Result<MintedCode, StoreError> {
    let digits = app.entropy.digits(ShortCode::LENGTH);
    let digest = match is_owed {
        true => app.master_keys.mac(KeyUse::ShortCode, &place.data(now, &digits)),
        false => app.entropy.bytes::<32>(),
    };
    let payload =
        serde_json::to_vec(payload).map_err(|error| StoreError::inconsistent("one_time_secrets", &error.to_string()))?;
    let stored = StoredSecret {
        digest,
        purpose: place.purpose,
        subject: place.subject.clone(),
        credential_version: 0,
        payload_sealed: app.master_keys.seal(place.purpose, &payload, &app.entropy),
        created_at: now,
        expires_at: now + life,
    };
    Ok(MintedCode { digits, expires_at: stored.expires_at, stored })
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
    /// It is not the one.
    Wrong,
    /// There is none to compare it with.
    Missing,
    /// It is too old.
    Expired,
    /// It was tried too often and is gone, or the recipient's were.
    TooManyTries,
}

/// Ends the unit in which a code was refused: it counts, and stands in the trail as a sign-in by `method` that came to nothing.
pub async fn keep_refusal(
    app: &App,
    mut unit: Tx,
    method: AuthenticationMethod,
    at: (&RequestOrigin, Timestamp),
) -> Result<(), StoreError> {
    let (origin, now) = at;
    let event = AuditEvent::new(AuditKind::SignInRefused, origin).detail("method", method.as_str());
    event.record(app, &mut unit, now).await?;
    unit.commit().await
}

/// The code that counts for a place now. Not yet judged.
pub struct CurrentCode<P> {
    secret: UnspentSecret,
    /// What it carries.
    pub payload: P,
}

impl<P> CurrentCode<P> {
    /// When it was made.
    pub const fn made_at(&self) -> Timestamp {
        self.secret.created_at
    }
}

/// Finds the code that counts now.
pub async fn current<P: DeserializeOwned>(
    app: &App,
    tx: &mut Tx,
    place: &Place<'_>,
) -> Result<Option<CurrentCode<P>>, StoreError> {
    let Some(secret) = one_time_secrets::newest_unspent(tx, &place.subject, place.purpose).await? else { return Ok(None) };
    let opened = app.master_keys.open(place.purpose, &secret.payload_sealed).ok();
    let payload = opened.and_then(|payload| serde_json::from_slice(&payload).ok());
    Ok(payload.map(|payload| CurrentCode { secret, payload }))
}

/// Judges a typed code and spends it if it is right. Both answers are to be committed: tries are counted in this unit, before the code
/// is looked at, so that however many try at once only so many are heard.
pub async fn judge<P: DeserializeOwned>(
    app: &App,
    tx: &mut Tx,
    place: &Place<'_>,
    code: &ShortCode,
    now: Timestamp,
) -> Result<Result<P, CodeRefusal>, StoreError> {
    let Some(CurrentCode { secret, payload }) = current(app, tx, place).await? else { return Ok(Err(CodeRefusal::Missing)) };
    let (subject, purpose) = (&place.subject, place.purpose);
    if secret.expires_at <= now {
        one_time_secrets::revoke_of_purpose(tx, subject, purpose, now).await?;
        return Ok(Err(CodeRefusal::Expired));
    }
    let tries = app.master_keys.mac(KeyUse::ShortCode, &[b"tries of a code\n".as_slice(), &secret.digest].concat());
    let wrong_tries = app.master_keys.mac(KeyUse::ShortCode, format!("{}s\n{}", place.kind, place.recipient).as_bytes());
    guess_counters::count(tx, &tries, WINDOW, now).await?;
    // The counter is also the lock: whoever held it before may have spent the code.
    let found = one_time_secrets::find(tx, &secret.digest, purpose).await?;
    if found.is_none_or(|found| found.consumed_at.is_some()) {
        return Ok(Err(CodeRefusal::Missing));
    }
    let exhausted = guess_counters::failures(tx, &tries, now).await? > MOST_TRIES;
    if exhausted || guess_counters::failures(tx, &wrong_tries, now).await? >= MOST_WRONG_TRIES_OF_A_RECIPIENT {
        one_time_secrets::revoke_of_purpose(tx, subject, purpose, now).await?;
        return Ok(Err(CodeRefusal::TooManyTries));
    }
    let fits = app.master_keys.verify_mac(KeyUse::ShortCode, &place.data(secret.created_at, code.digits()), &secret.digest);
    if !fits {
        guess_counters::count(tx, &wrong_tries, WINDOW, now).await?;
        return Ok(Err(CodeRefusal::Wrong));
    }
    if !one_time_secrets::consume(tx, &secret.digest, purpose, now).await? {
        return Ok(Err(CodeRefusal::Missing));
    }
    one_time_secrets::revoke_of_purpose(tx, subject, purpose, now).await?;
    guess_counters::clear(tx, &tries).await?;
    guess_counters::clear(tx, &wrong_tries).await?;
    Ok(Ok(payload))
}
