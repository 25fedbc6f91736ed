//! Codes that are mailed: asking for one, making it, and judging what somebody typed.
//!
//! They are [`short_code`]s under the address that they were mailed to.

use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::clock::Timestamp;
use crate::events::outbox::{OutboxMessage, OwedMail};
use crate::model::email_code::{EmailCode, EmailCodeUse};
use crate::model::ids::UserId;
use crate::one_time::address_subject;
use crate::store::{StoreError, Tx, retry};
use crate::users::mail_budget::mail_within;
use crate::users::proved_address::Holder;
use crate::users::short_code::{self, Place};
pub use crate::users::short_code::{CodeRefusal, CurrentCode, MintedCode};

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

    fn in_store(&self) -> Place<'_> {
        Place { kind: "email code", purpose: self.code_use.purpose(), subject: self.subject(), recipient: &self.email }
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

/// Makes a code; one that fits nothing if it is owed to nobody.
pub fn mint(app: &App, place: &CodePlace, owed: Option<CodePayload>, now: Timestamp) -> Result<MintedCode, StoreError> {
    let is_owed = owed.is_some();
    let payload = owed.unwrap_or(CodePayload { holder: None });
    short_code::mint(app, &place.in_store(), (is_owed, &payload), (now, app.config.email_code.seconds.duration()))
}

/// Finds the code that counts now.
pub async fn current(app: &App, tx: &mut Tx, place: &CodePlace) -> Result<Option<CurrentCode<CodePayload>>, StoreError> {
    short_code::current(app, tx, &place.in_store()).await
}

/// When the code that counts now was mailed, or would have been.
pub async fn mailed_at(app: &App, place: &CodePlace) -> Result<Option<Timestamp>, StoreError> {
    let mut unit = app.store.read("users.email_code.mailed_at").await?;
    Ok(current(app, &mut unit, place).await?.map(|current| current.made_at()))
}

/// Judges a typed code and spends it if it is right. Both answers are to be committed.
pub async fn judge(
    app: &App,
    tx: &mut Tx,
    place: &CodePlace,
    code: &EmailCode,
    now: Timestamp,
) -> Result<Result<CodePayload, CodeRefusal>, StoreError> {
    short_code::judge(app, tx, &place.in_store(), code, now).await
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
