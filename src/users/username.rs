//! Usernames: taking one, changing it, and whether it is free.
//!
//! A username is never reused: once somebody had it, nobody else can, even when they gave it up or their account is gone. So that
//! nobody collects them all, one person can have only so many in their life.

use crate::app::App;
use crate::clock::Timestamp;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::ids::UserId;
use crate::model::request_origin::RequestOrigin;
use crate::model::username::{Username, Usernames};
use crate::store::{StoreError, Tx, usernames};

/// The most usernames that one person can ever have.
const MOST: i64 = 10;

/// What changes; what is left out stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UsernameChange {
    /// The username; it may become none.
    pub username: Option<Option<Username>>,
    /// The display username; it may become none.
    pub display_username: Option<Option<String>>,
}

impl UsernameChange {
    /// Whether nothing changes.
    pub const fn is_empty(&self) -> bool {
        self.username.is_none() && self.display_username.is_none()
    }
}

/// What came of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UsernameChanged {
    /// It is done, or was so before.
    Done,
    /// Somebody else has or had the username.
    Taken,
    /// The username stays for good, or the person has had too many.
    Immutable,
}

/// What a person is called by; none where usernames are turned off.
pub async fn of_user(app: &App, user: &UserId) -> Result<Option<Usernames>, StoreError> {
    if !app.config.username.enabled {
        return Ok(None);
    }
    let mut unit = app.store.read("users.username").await?;
    usernames::of_user(&mut unit, user).await.map(Some)
}

/// Whether nobody has or had this username.
pub async fn is_available(app: &App, username: &Username) -> Result<bool, StoreError> {
    let mut unit = app.store.read("users.username.is_available").await?;
    Ok(usernames::claimant(&mut unit, username).await?.is_none())
}

/// Gives a new user their names. Returns false if somebody else has or had the username: then the unit must not be committed.
pub async fn take(tx: &mut Tx, user: &UserId, names: &Usernames, now: Timestamp) -> Result<bool, StoreError> {
    if let Some(username) = &names.username
        && !usernames::claim(tx, user, username, now).await?
    {
        return Ok(false);
    }
    if *names != Usernames::default() {
        usernames::put(tx, user, names).await?;
    }
    Ok(true)
}

/// Changes the names of a user who is held. If it is not done, the unit must not be committed.
pub async fn change(
    app: &App,
    tx: &mut Tx,
    user: &UserId,
    change: &UsernameChange,
    at: (&RequestOrigin, Timestamp),
) -> Result<UsernameChanged, StoreError> {
    let (origin, now) = at;
    if change.is_empty() {
        return Ok(UsernameChanged::Done);
    }
    let before = usernames::of_user(tx, user).await?;
    let after = Usernames {
        username: change.username.clone().unwrap_or_else(|| before.username.clone()),
        display_username: change.display_username.clone().unwrap_or_else(|| before.display_username.clone()),
    };
    if after == before {
        return Ok(UsernameChanged::Done);
    }
    if after.username != before.username {
        if app.config.username.immutable && before.username.is_some() {
            return Ok(UsernameChanged::Immutable);
        }
        if let Some(username) = &after.username {
            match usernames::claimant(tx, username).await? {
                Some(claimant) if claimant == *user => {}
                Some(_) => return Ok(UsernameChanged::Taken),
                None if usernames::count_chosen(tx, user).await? >= MOST => return Ok(UsernameChanged::Immutable),
                None if usernames::claim(tx, user, username, now).await? => {}
                None => return Ok(UsernameChanged::Taken),
            }
        }
    }
    usernames::put(tx, user, &after).await?;
    AuditEvent::new(AuditKind::UsernameChanged, origin).user(user).record(app, tx, now).await?;
    Ok(UsernameChanged::Done)
}
