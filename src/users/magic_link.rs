//! Signing in by a mailed link, to the account of the address or to a new one.
//!
//! A link is bound to the address and, where it has an account, to the person's credentials at that time. Several stand beside each
//! other, for mail can be slow and a person asks again; each works once.

use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::clock::Timestamp;
use crate::events::outbox::{MagicLinkRequest, OutboxMessage, OwedMail, Reply};
use crate::model::authentication_method::AuthenticationMethod;
use crate::one_time::{self, Purpose, SecretError};
use crate::store::{StoreError, retry};
use crate::users::fields::Said;
use crate::users::mail_budget::mail_within;
use crate::users::proved_address::{self, Entered, Entering, EntranceError, Holder, Newcomer, ProvedAddress, Refusal};
use crate::users::register::Asked;

/// What a link carries.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MagicLinkPayload {
    /// Whose the address was.
    pub holder: Option<Holder>,
    /// Who asked for the link, and how.
    pub request: MagicLinkRequest,
}

/// Whether a link makes an account for an address that has none.
pub fn makes_accounts(app: &App) -> bool {
    app.config.magic_link.sign_up && app.config.registration.is_open()
}

/// Asks for a link. Says and costs the same whether or not the address has an account.
pub async fn request(app: &App, request: MagicLinkRequest, reply: Reply<'_>, now: Timestamp) -> Result<(), StoreError> {
    let email = request.email.clone();
    let message = OutboxMessage {
        mail: OwedMail::MagicLink(request),
        locale: reply.locale.to_owned(),
        callback_url: reply.callback_url.map(str::to_owned),
    };
    mail_within(app, ("magic_link", &email), &message, now).await
}

/// A link that was shown and not yet spent.
pub struct ShownLink {
    /// What it carries.
    pub payload: MagicLinkPayload,
    /// When it was mailed.
    pub mailed_at: Timestamp,
}

/// What a link would do, without doing it.
pub async fn look_up(app: &App, secret: &str) -> Result<ShownLink, SecretError> {
    let mut unit = app.store.read("users.magic_link.look_up").await?;
    let shown = one_time::look_up::<MagicLinkPayload>(app, &mut unit, Purpose::MagicLink, secret).await?;
    Ok(ShownLink { payload: shown.payload, mailed_at: shown.created_at })
}

/// What came of a shown link.
pub enum FollowedLink {
    /// The browser is signed in.
    Entered(Box<Entered>),
    /// The link is spent and nobody is signed in.
    Refused(Refusal),
}

/// Spends the link and signs its person in. Of any number of parallel tries one succeeds.
pub async fn follow(app: &App, secret: &str, asked: Asked<'_>, now: Timestamp) -> Result<FollowedLink, SecretError> {
    let entering = match retry(|| try_to_follow(app, secret, asked, now)).await? {
        Ok(entering) => entering,
        Err(refusal) => return Ok(FollowedLink::Refused(refusal)),
    };
    let concluded = entering.conclude(app, asked, now).await.map_err(EntranceError::of_who_says_nothing)?;
    Ok(match concluded {
        Ok(entered) => FollowedLink::Entered(Box::new(entered)),
        Err(refusal) => FollowedLink::Refused(refusal),
    })
}

async fn try_to_follow(
    app: &App,
    secret: &str,
    asked: Asked<'_>,
    now: Timestamp,
) -> Result<Result<Entering, Refusal>, SecretError> {
    let mut unit = app.store.read("users.magic_link.find").await?;
    let shown = one_time::look_up::<MagicLinkPayload>(app, &mut unit, Purpose::MagicLink, secret).await?;
    let MagicLinkPayload { holder, request } = &shown.payload;
    let proved = ProvedAddress {
        email: &request.email,
        holder: holder.as_ref(),
        method: AuthenticationMethod::MagicLink,
        newcomer: makes_accounts(app).then(|| Newcomer {
            name: request.name.as_deref().unwrap_or_default(),
            image: None,
            fields: Said::Nothing,
        }),
        asked,
    };
    let entrance = proved_address::prepare(app, &mut unit, &proved, now).await?;
    drop(unit);
    let mut unit = app.store.write("users.magic_link.follow").await?;
    if !shown.spend(&mut unit, now).await? {
        return Err(SecretError::Spent);
    }
    let followed = match entrance {
        Ok(entrance) => {
            let entering = entrance.record(app, &mut unit, (asked.origin, now)).await;
            Ok(entering.map_err(EntranceError::of_who_says_nothing)?)
        }
        Err(refusal) => Err(refusal),
    };
    unit.commit().await?;
    Ok(followed)
}
