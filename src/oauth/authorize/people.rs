//! The people that a browser knows: who is signed in, and where the operator allows several in one browser, who else is or was.

use crate::model::authorization_request::AuthorizationRequest;
use crate::model::email::EmailAddress;
use crate::model::urls;
use crate::sessions::kept::{self, KnownSession};
use crate::store::StoreError;
use crate::web::visit::{SignedIn, Visit};

/// Whether one browser may have several people.
pub fn may_be_several(visit: &Visit) -> bool {
    visit.server.app.config.multi_session.enabled
}

/// Where somebody goes who is not the one that the browser is used by.
pub fn page_to_switch(visit: &Visit) -> &'static str {
    if may_be_several(visit) { urls::CHOOSE_ACCOUNT } else { urls::SIGN_IN }
}

/// Everybody whom apps may be told of, in no order that matters.
pub async fn known(visit: &Visit) -> Result<Vec<KnownSession>, StoreError> {
    if !may_be_several(visit) {
        let active = visit.signed_in_for_apps().await?;
        let alone = |SignedIn { session, user, token }| KnownSession { session, user, token, lives: true, is_kept: false };
        return Ok(active.map(alone).into_iter().collect());
    }
    let app = &visit.server.app;
    let mut known = kept::known(app, &visit.origin.sessions, visit.now).await?;
    known.retain(|known| app.config.anonymous.apps || !known.user.is_anonymous);
    Ok(known)
}

/// Whom an authorization request names, as far as that can be told without asking anybody.
pub enum Hinted<'a> {
    /// Nobody, or whoever is signed in.
    Nobody,
    /// Somebody else who is signed in in this browser too.
    Present(&'a KnownSession),
    /// An address that nobody has who is signed in here.
    Absent,
}

/// Looks for whom `request` names: by an ID token of theirs, or else by their address. `active` is who is signed in.
pub fn hinted<'a>(request: &AuthorizationRequest, known: &'a [KnownSession], active: Option<&SignedIn>) -> Hinted<'a> {
    let living = |is_meant: &dyn Fn(&KnownSession) -> bool| known.iter().find(|known| known.lives && is_meant(known));
    if let Some(subject) = request.hinted_subject.as_deref() {
        if active.is_some_and(|active| active.user.id.as_str() == subject) {
            return Hinted::Nobody;
        }
        // Who is named so and not here signs in; nobody else will do.
        return living(&|known| known.user.id.as_str() == subject).map_or(Hinted::Nobody, Hinted::Present);
    }
    let Some(address) = request.login_hint.as_deref().and_then(|hint| EmailAddress::parse(hint).ok()) else {
        return Hinted::Nobody;
    };
    let has = |email: &str| email == address.as_str();
    match active {
        Some(active) if has(&active.user.email) => Hinted::Nobody,
        _ => match living(&|known| has(&known.user.email)) {
            Some(known) => Hinted::Present(known),
            None if active.is_some() => Hinted::Absent,
            None => Hinted::Nobody,
        },
    }
}
