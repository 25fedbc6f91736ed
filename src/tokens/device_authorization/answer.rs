//! The person answers: they allow the device what it asks for, or refuse it. Once, and only whoever opened it.

use crate::app::App;
use crate::clock::Timestamp;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::client::Client;
use crate::model::device_authorization::{DeviceAuthorization, DeviceYield};
use crate::model::grant::Grant;
use crate::model::grant_type::GrantType;
use crate::model::ids::GrantId;
use crate::model::request_origin::RequestOrigin;
use crate::model::scope::OFFLINE_ACCESS;
use crate::model::session::Session;
use crate::model::user::User;
use crate::sessions::{assurance, still_owed};
use crate::store::device_authorizations::{self, Allowed};
use crate::store::{StoreError, Tx, consents, grants, retry, sessions, users};
use crate::users::{fields, terms};

/// Who answers for which device.
#[derive(Clone, Copy, Debug)]
pub struct Answerer<'a> {
    /// The device.
    pub asks: &'a DeviceAuthorization,
    /// The app on it, as it is now.
    pub client: &'a Client,
    /// The session in which the answer is given.
    pub session: &'a Session,
    /// Whose it is.
    pub user: &'a User,
    /// When the person began to answer, where that is known: a proof since then is fresh, however long they took.
    pub began_at: Option<Timestamp>,
}

/// What came of allowing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Approval {
    /// The device may come for what it asked for.
    Approved,
    /// The person has not done all that they have to do first.
    Owes(Owed),
    /// Nobody opened it, or somebody else did.
    NotTheirs,
    /// It had its answer before, or waited too long.
    Over,
    /// The app may do nothing, or not this.
    ClientRefused,
    /// Session or person changed meanwhile: ask again.
    Stale,
}

/// What a person does before they allow something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owed {
    /// They sign in: they are nobody yet.
    Account,
    /// They show two factors.
    SecondFactor,
    /// They prove again who they are.
    FreshProof,
    /// They agree to the operator's terms.
    Agreement,
    /// They say what the operator wants to know of everybody.
    Profile,
}

/// What came of refusing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The device is told no.
    Denied,
    /// Nobody opened it, or somebody else did.
    NotTheirs,
    /// It had its answer before, or waited too long.
    Over,
}

/// Whether an app may have a device signed in at all.
pub fn may_ask(app: &App, client: &Client) -> bool {
    let on = app.config.device_authorization.enabled;
    on && client.disabled_at.is_none() && client.metadata.may_use(GrantType::DeviceCode)
}

/// What is owed before the answer may be yes. Pages lead there one by one; this is asked all the same, whoever calls.
async fn owed(app: &App, by: &Answerer<'_>, now: Timestamp) -> Result<Option<Owed>, StoreError> {
    let Answerer { asks, client, session, user, .. } = by;
    if user.is_anonymous {
        return Ok(Some(Owed::Account));
    }
    // A session is as much as its person has: they show all that they have.
    let unshown = asks.yields == DeviceYield::Session
        && assurance::second_factor_is_unshown(app.config.two_factor.policy, user, &session.methods);
    if unshown
        || assurance::falls_short(client.metadata.second_factor, &session.methods)
        || still_owed::lacks_second_factor(app, (user, &session.methods), now).await?
    {
        return Ok(Some(Owed::SecondFactor));
    }
    let longest = client.metadata.default_max_age.map(std::time::Duration::from_secs);
    let is_fresh = by.began_at.is_some_and(|began_at| session.authenticated_at >= began_at);
    if longest.is_some_and(|age| !session.is_proved_within(age, now)) && !is_fresh {
        return Ok(Some(Owed::FreshProof));
    }
    if !terms::owed(app, user).await?.is_empty() {
        return Ok(Some(Owed::Agreement));
    }
    Ok(fields::is_incomplete(app, user).await?.then_some(Owed::Profile))
}

/// Whose the device is, after a change of its row that did not succeed.
async fn theirs(tx: &mut Tx, by: &Answerer<'_>) -> Result<bool, StoreError> {
    let found = device_authorizations::by_id(tx, &by.asks.id).await?;
    Ok(found.is_some_and(|(asks, _)| asks.user_id.as_ref() == Some(&by.user.id)))
}

/// Allows the device what it asks for, in the name of whoever opened it.
pub async fn approve(app: &App, by: &Answerer<'_>, at: (&RequestOrigin, Timestamp)) -> Result<Approval, StoreError> {
    let (origin, now) = at;
    let Answerer { asks, client, session, user, .. } = by;
    if !may_ask(app, client) || asks.client_id != client.id {
        return Ok(Approval::ClientRefused);
    }
    if let Some(owed) = owed(app, by, now).await? {
        return Ok(Approval::Owes(owed));
    }
    // The app may have been changed since it asked.
    let scopes = asks.scopes.intersection(&client.metadata.scopes());
    let grant = Grant {
        id: GrantId::new(app.ordered_id(now)),
        user_id: user.id.clone(),
        client_id: client.id.clone(),
        session_id: session.id.clone(),
        offline: scopes.contains(OFFLINE_ACCESS),
        scopes,
        authenticated_at: session.authenticated_at,
        methods: session.methods.clone(),
        nonce: None,
        created_at: now,
        expires_at: asks.expires_at + app.config.tokens.access_token_seconds,
    };
    retry(|| async {
        let mut unit = app.store.write("device_authorization.approve").await?;
        if !users::hold_for_session(&mut unit, &user.id, user.credential_version).await?
            || !sessions::hold(&mut unit, &session.id, now).await?
        {
            return Ok(Approval::Stale);
        }
        if !client.skips_consent() {
            let before = consents::find(&mut unit, &user.id, &client.id).await?.unwrap_or_default();
            consents::put(&mut unit, &user.id, &client.id, &before.union(&grant.scopes), now).await?;
        }
        grants::insert(&mut unit, &grant).await?;
        let allowed = Allowed { user, grant: &grant.id };
        if !device_authorizations::approve(&mut unit, &asks.id, &allowed, now).await? {
            // Nothing of this unit stays.
            return Ok(if theirs(&mut unit, by).await? { Approval::Over } else { Approval::NotTheirs });
        }
        AuditEvent::new(AuditKind::DeviceApproved, origin)
            .user(&user.id)
            .client(&client.id)
            .session(&session.id)
            .detail("scope", &grant.scopes.to_string())
            .detail("yields", asks.yields.as_str())
            .record(app, &mut unit, now)
            .await?;
        unit.commit().await?;
        Ok(Approval::Approved)
    })
    .await
}

/// Refuses it, in the name of whoever opened it.
pub async fn deny(app: &App, by: &Answerer<'_>, at: (&RequestOrigin, Timestamp)) -> Result<Refusal, StoreError> {
    let (origin, now) = at;
    retry(|| async {
        let mut unit = app.store.write("device_authorization.deny").await?;
        if !device_authorizations::deny(&mut unit, &by.asks.id, &by.user.id, now).await? {
            return Ok(if theirs(&mut unit, by).await? { Refusal::Over } else { Refusal::NotTheirs });
        }
        AuditEvent::new(AuditKind::DeviceDenied, origin)
            .user(&by.user.id)
            .client(&by.client.id)
            .session(&by.session.id)
            .record(app, &mut unit, now)
            .await?;
        unit.commit().await?;
        Ok(Refusal::Denied)
    })
    .await
}
