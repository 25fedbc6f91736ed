//! `/account/identities` and `/account/identities/disconnect`.

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use axum::response::Response;
use axum::routing::{get, post};

use crate::account::linked_accounts::unlink::{Least, Unlinked, unlink};
use crate::account::linked_accounts::view::{IdentitiesPage, IdentityKind, IdentityLine, WayInKind, WayInLine};
use crate::account::notice::Notice;
use crate::account::visit::{AccountVisit, Refusal};
use crate::model::ids::AccountId;
use crate::model::urls;
use crate::model::user::{Account, CREDENTIAL_PROVIDER};
use crate::store::{accounts, passkeys, phone_numbers, usernames};
use crate::users::siwe;
use crate::web::problem::{Problem, Problems};
use crate::web::server::Server;

/// The routes of this page.
pub fn routes() -> Router<Server> {
    Router::new().route(urls::ACCOUNT_IDENTITIES, get(show)).route(urls::ACCOUNT_IDENTITIES_DISCONNECT, post(submit))
}

async fn show(at: AccountVisit) -> Response {
    at.answer(render(&at, Problems::none()).await)
}

async fn render(at: &AccountVisit, problems: Problems) -> Result<Response, Refusal> {
    let (app, user) = (&at.visit.server.app, &at.signed_in.user);
    let config = &app.config;
    let mut unit = app.store.read("account.identities").await?;
    let linked = accounts::of_user(&mut unit, &user.id).await?;
    let keys = if config.passkey.enabled { passkeys::of_user(&mut unit, &user.id).await?.len() } else { 0 };
    let number = phone_numbers::of_user(&mut unit, &user.id).await?.and_then(|stored| stored.number);
    let username = usernames::of_user(&mut unit, &user.id).await?.username;
    drop(unit);
    let reads_mail = config.has_mailbox(user);
    let has_password = linked.iter().any(|account| account.provider_id == CREDENTIAL_PROVIDER);
    let profile = |part: &str| format!("{}#{part}", urls::ACCOUNT_PROFILE);
    let ways = [
        (true, WayInKind::Password { set: has_password }, urls::ACCOUNT_SECURITY.to_owned()),
        (
            config.passkey.enabled,
            WayInKind::Passkeys { count: u64::try_from(keys).unwrap_or(u64::MAX) },
            urls::ACCOUNT_PASSKEYS.to_owned(),
        ),
        (
            config.magic_link.enabled || config.email_code.enabled,
            WayInKind::Mail { address: reads_mail.then(|| user.email.clone()) },
            profile("email-heading"),
        ),
        (config.phone.enabled, WayInKind::Phone { number: number.map(|number| number.grouped()) }, profile("phone-heading")),
        (
            config.username.enabled,
            WayInKind::Username { username: username.map(|username| username.as_str().to_owned()) },
            profile("username-heading"),
        ),
    ];
    let ways = ways.into_iter().filter(|(offered, ..)| *offered).map(|(_, kind, url)| WayInLine { kind, url }).collect();
    let (chrome, frame) = at.frame();
    let identities = linked.iter().filter_map(line).collect();
    let page = IdentitiesPage { chrome, frame, problems: problems.clone(), ways, identities };
    Ok(at.show(&page, &problems))
}

/// What can be disconnected here; a password is given up nowhere but with its account.
fn line(account: &Account) -> Option<IdentityLine> {
    if account.provider_id == CREDENTIAL_PROVIDER {
        return None;
    }
    let kind = match siwe::wallet_of(account) {
        Some(wallet) => IdentityKind::Wallet { address: wallet.address, chain: wallet.chain_id },
        None => IdentityKind::Provider { provider: account.provider_id.clone() },
    };
    Some(IdentityLine { id: account.id.to_string(), kind, since: account.created_at })
}

async fn submit(at: AccountVisit, request: Request<Body>) -> Response {
    at.answer(submitted(&at, request).await)
}

async fn submitted(at: &AccountVisit, request: Request<Body>) -> Result<Response, Refusal> {
    let parameters = at.form(request).await?;
    at.proved()?;
    let (app, user) = (&at.visit.server.app, &at.signed_in.user);
    let chosen = AccountId::new(parameters.single("account")?.unwrap_or_default());
    let mut unit = app.store.read("account.identities.chosen").await?;
    let is_listed = accounts::of_user(&mut unit, &user.id).await?.iter().any(|one| one.id == chosen && line(one).is_some());
    drop(unit);
    if !is_listed {
        return Ok(at.unchanged());
    }
    match unlink(app, user, (&chosen, Least::WayIn), &at.visit.origin, at.visit.now).await? {
        Unlinked::Gone => Ok(at.done(Notice::IdentityDisconnected)),
        Unlinked::LastOne => render(at, Problem::IdentityLastWayIn.into()).await,
        Unlinked::Unknown | Unlinked::Outdated => Ok(at.unchanged()),
    }
}
