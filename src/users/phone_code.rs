//! Codes that are sent to phones: asking for one, and judging what somebody typed.
//!
//! They are [`short_code`]s under the number that they are sent to. Messages cost the operator money, and whoever has a share in what
//! is paid for them asks for many: budgets for a number, for a person who asks, and for a country bound what anybody can cause.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::clock::Timestamp;
use crate::config::SignUp;
use crate::crypto::master_key::KeyUse;
use crate::events::outbox::{self, OutboxMessage, OwedMail};
use crate::model::ids::UserId;
use crate::model::phone_code::PhoneCodeUse;
use crate::model::phone_number::PhoneNumber;
use crate::model::short_code::ShortCode;
use crate::model::user::User;
use crate::one_time::address_subject;
use crate::store::{StoreError, Tx, guess_counters, phone_numbers, retry};
use crate::users::proved_address::Holder;
use crate::users::short_code::{self, CodeRefusal, CurrentCode, Place};

const QUARTER: Duration = Duration::from_secs(15 * 60);
const HOUR: Duration = Duration::from_secs(60 * 60);
const DAY: Duration = Duration::from_secs(24 * 60 * 60);
const MOST_TO_A_NUMBER: i64 = 5;
const MOST_TO_A_NUMBER_A_DAY: i64 = 20;
const MOST_OF_AN_ASKER: i64 = 10;

/// To which number a code is sent, and for what.
#[derive(Clone, Debug)]
pub struct PhoneCodePlace<'a> {
    /// What it is for.
    pub code_use: PhoneCodeUse,
    /// The number.
    pub number: &'a PhoneNumber,
}

impl PhoneCodePlace<'_> {
    fn in_store(&self) -> Place<'_> {
        Place {
            kind: "phone code",
            purpose: self.code_use.purpose(),
            subject: address_subject(self.number.as_str()),
            recipient: self.number.as_str(),
        }
    }
}

/// What a code carries.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PhoneCodePayload {
    /// Whose the number was, with their credentials at that time.
    pub owner: Option<Holder>,
    /// Who asked for the code, if they were signed in. Only they can put the number on their account.
    pub asker: Option<UserId>,
}

/// Whether a code makes an account for a number that has none.
pub fn makes_accounts(app: &App) -> bool {
    app.config.phone.sign_up && app.config.registration.sign_up == SignUp::Open
}

/// Asks for a code. Says and costs the same whether or not one is owed. The number's country must be one that is taken.
pub async fn request(
    app: &App,
    place: &PhoneCodePlace<'_>,
    asker: Option<&UserId>,
    locale: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    let mut unit = app.store.read("users.phone_code.owner").await?;
    let owner = phone_numbers::owner(&mut unit, place.number).await?;
    drop(unit);
    let is_owed = is_owed(app, place.code_use, owner.as_ref(), asker);
    let payload = PhoneCodePayload { owner: owner.as_ref().map(Holder::now), asker: asker.cloned() };
    let life = app.config.phone.seconds.duration();
    let minted = short_code::mint(app, &place.in_store(), (is_owed, &payload), (now, life))?;
    let message = |code: Option<&str>| {
        let mail = OwedMail::PhoneCode {
            code_use: place.code_use,
            number: place.number.as_str().to_owned(),
            code: code.map(str::to_owned),
            expires_at: minted.expires_at.millis(),
        };
        OutboxMessage { mail, locale: locale.to_owned(), callback_url: None }
    };
    let (with_code, without) = (message(Some(&minted.digits)), message(None));
    retry(|| async {
        let mut unit = app.store.write("users.phone_code.request").await?;
        let owed = match spend_budgets(app, &mut unit, (place.number, asker, is_owed), now).await? {
            Budget::Exhausted => None,
            Budget::CountryExhausted => Some(&without),
            Budget::Left => Some(if is_owed { &with_code } else { &without }),
        };
        if let Some(message) = owed {
            minted.record(&mut unit).await?;
            outbox::put(app, &mut unit, message, now).await?;
        }
        unit.commit().await
    })
    .await?;
    app.wake_outbox();
    Ok(())
}

fn is_owed(app: &App, code_use: PhoneCodeUse, owner: Option<&User>, asker: Option<&UserId>) -> bool {
    let is_active = |user: &User| user.disabled_at.is_none();
    match (code_use, owner) {
        (PhoneCodeUse::Verify, Some(owner)) => is_active(owner),
        (PhoneCodeUse::Verify, None) => makes_accounts(app) || asker.is_some(),
        (PhoneCodeUse::ResetPassword, owner) => app.config.phone.password_reset && owner.is_some_and(is_active),
        (PhoneCodeUse::SecondFactor, _) => false,
    }
}

/// What is left of the budgets of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Budget {
    /// Something.
    Left,
    /// Nothing for this number, or of who asks. That is the same for every number: no code takes the place of the last one.
    Exhausted,
    /// Nothing for the country. What is stored is the same as ever, so that trying codes does not tell whose number got none.
    CountryExhausted,
}

/// Counts one more message. What a narrow budget stops is not counted in the country's, and neither is what is owed to nobody: that
/// costs no money, and must not shut others out.
async fn spend_budgets(
    app: &App,
    tx: &mut Tx,
    (number, asker, is_owed): (&PhoneNumber, Option<&UserId>, bool),
    now: Timestamp,
) -> Result<Budget, StoreError> {
    let narrow = [
        Some((format!("number\n{}", number.as_str()), MOST_TO_A_NUMBER, QUARTER)),
        Some((format!("number of a day\n{}", number.as_str()), MOST_TO_A_NUMBER_A_DAY, DAY)),
        asker.map(|asker| (format!("asker\n{asker}"), MOST_OF_AN_ASKER, HOUR)),
    ];
    for (label, most, window) in narrow.into_iter().flatten() {
        if count(app, tx, (&label, window), now).await? > most {
            return Ok(Budget::Exhausted);
        }
    }
    let country = number.country();
    let country = country.as_ref().map_or("", |country| country.as_str());
    let most = i64::from(app.config.phone.hourly_messages_per_country);
    let count = count(app, tx, (&format!("country\n{country}\n{is_owed}"), HOUR), now).await?;
    if !is_owed || count <= most {
        return Ok(Budget::Left);
    }
    metrics::counter!("text_messages_total", "outcome" => "over_budget").increment(1);
    if count == most + 1 {
        tracing::warn!(country, most, "no more text messages are sent to this country within the hour");
    }
    Ok(Budget::CountryExhausted)
}

/// Counts one more message to somebody's own number that is no code of these. Returns whether the budgets allow it.
pub async fn may_be_sent(app: &App, tx: &mut Tx, to: (&PhoneNumber, &UserId), now: Timestamp) -> Result<bool, StoreError> {
    let (number, person) = to;
    Ok(spend_budgets(app, tx, (number, Some(person), true), now).await? == Budget::Left)
}

/// Counts one more message against a budget, and says how many those are.
async fn count(app: &App, tx: &mut Tx, (label, window): (&str, Duration), now: Timestamp) -> Result<i64, StoreError> {
    let counter = app.master_keys.mac(KeyUse::ShortCode, format!("text messages\n{label}").as_bytes());
    guess_counters::count(tx, &counter, window, now).await?;
    guess_counters::failures(tx, &counter, now).await
}

/// Finds the code that counts now.
pub async fn current(
    app: &App,
    tx: &mut Tx,
    place: &PhoneCodePlace<'_>,
) -> Result<Option<CurrentCode<PhoneCodePayload>>, StoreError> {
    short_code::current(app, tx, &place.in_store()).await
}

/// When the code that counts now was sent, or would have been.
pub async fn sent_at(app: &App, place: &PhoneCodePlace<'_>) -> Result<Option<Timestamp>, StoreError> {
    let mut unit = app.store.read("users.phone_code.sent_at").await?;
    Ok(current(app, &mut unit, place).await?.map(|current| current.made_at()))
}

/// Judges a typed code and spends it if it is right. Both answers are to be committed.
pub async fn judge(
    app: &App,
    tx: &mut Tx,
    place: &PhoneCodePlace<'_>,
    code: &ShortCode,
    now: Timestamp,
) -> Result<Result<PhoneCodePayload, CodeRefusal>, StoreError> {
    short_code::judge(app, tx, &place.in_store(), code, now).await
}
