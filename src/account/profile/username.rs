//! The username on the profile page, and where its form goes.

use axum::body::Body;
use axum::http::Request;
use axum::response::Response;

use crate::account::notice::Notice;
use crate::account::profile::page::{page, text};
use crate::account::profile::update::{ProfileUpdate, ProfileUpdated, update};
use crate::account::profile::view::{ProfilePage, UsernameCard};
use crate::account::visit::{AccountVisit, Refusal, switched_off};
use crate::model::username::{Username, Usernames};
use crate::users::username::{self, UsernameChange};
use crate::web::account_form::{self, UsernameField};
use crate::web::problem::{Problem, Problems};

/// The person's username; none where usernames are turned off.
pub(super) async fn card(at: &AccountVisit) -> Result<Option<UsernameCard>, Refusal> {
    let settings = &at.visit.server.app.config.username;
    let Some(Usernames { username, display_username }) = username::of_user(&at.visit.server.app, &at.signed_in.user.id).await?
    else {
        return Ok(None);
    };
    let current = username.as_ref().map(|username| spelling(username, display_username.as_deref()));
    let stays = settings.immutable && current.is_some();
    let typed = current.clone().unwrap_or_default();
    let field = (!stays).then(|| UsernameField::required(settings.rules(), &typed));
    Ok(Some(UsernameCard { current, field }))
}

/// The username as the person spelt it, where they did so.
fn spelling(username: &Username, display: Option<&str>) -> String {
    let same = |display: &&str| Username::entered(display).is_ok_and(|shown| shown == *username);
    display.filter(same).unwrap_or(username.as_str()).to_owned()
}

/// `POST /account/username`.
pub(super) async fn save(at: AccountVisit, request: Request<Body>) -> Response {
    at.answer(saved(&at, request).await)
}

async fn saved(at: &AccountVisit, request: Request<Body>) -> Result<Response, Refusal> {
    let parameters = at.form(request).await?;
    let app = &at.visit.server.app;
    if !app.config.username.enabled {
        return Err(switched_off("Having a username"));
    }
    // It is a way in.
    at.proved()?;
    let typed = text(&parameters, "username")?.trim();
    let username = match account_form::username(app.config.username.rules(), typed) {
        Ok(username) => username,
        Err(problem) => return refused(at, typed, problem).await,
    };
    // The spelling is shown to others, unless the person chose something else for them.
    let names = username::of_user(app, &at.signed_in.user.id).await?.unwrap_or_default();
    let shown = names.display_username.filter(|shown| Username::entered(shown).ok() != names.username);
    let usernames =
        UsernameChange { username: Some(Some(username)), display_username: shown.is_none().then(|| Some(typed.to_owned())) };
    let change = ProfileUpdate { usernames, ..ProfileUpdate::default() };
    match update(app, &at.signed_in.user, &change, (&at.visit.origin, at.visit.now)).await? {
        ProfileUpdated::Done => Ok(at.done(Notice::UsernameSaved)),
        ProfileUpdated::UsernameTaken => refused(at, typed, Problem::UsernameTaken).await,
        ProfileUpdated::UsernameImmutable => refused(at, typed, Problem::UsernameImmutable).await,
        // Nothing was asked of these.
        ProfileUpdated::PhoneNumberNeeded | ProfileUpdated::FieldTaken(_) => Ok(at.unchanged()),
    }
}

/// The page again, with what was typed.
async fn refused(at: &AccountVisit, typed: &str, problem: Problem) -> Result<Response, Refusal> {
    let problems = Problems::from(problem);
    let mut page: ProfilePage = page(at, problems.clone()).await?;
    if let Some(field) = page.username.as_mut().and_then(|card| card.field.as_mut()) {
        typed.clone_into(&mut field.typed);
    }
    Ok(at.show(&page, &problems))
}
