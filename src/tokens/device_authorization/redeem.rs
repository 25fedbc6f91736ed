//! The device asks whether there is an answer, and is given what was allowed (RFC 8628, sections 3.4 and 3.5).

use std::time::Duration;

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::digest::Digest;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::client::Client;
use crate::model::device_authorization::{DeviceAuthorization, DeviceState, Pace};
use crate::model::grant::Grant;
use crate::model::request_origin::RequestOrigin;
use crate::model::user::User;
use crate::store::device_authorizations::{self, AllowedDevice, PollingDevice};
use crate::store::{StoreError, Tx, grants, retry, sessions, users};
use crate::tokens::reuse;

/// What a device code stands for now.
#[derive(Debug)]
pub enum Poll {
    /// Nobody has answered yet.
    Pending,
    /// The same, and the device asks too often: from now on it waits this long.
    SlowDown {
        /// How long.
        interval: Duration,
    },
    /// The person refused.
    Denied,
    /// It waited too long.
    Expired,
    /// There is none such, it is another client's, or it cannot be redeemed any more; for the log.
    Refused(&'static str),
    /// It can be redeemed.
    Ready(Box<Redeemable>),
}

/// A device code that can be redeemed, as far as could be read.
#[derive(Debug)]
pub struct Redeemable {
    /// The device.
    pub asks: DeviceAuthorization,
    /// What was allowed.
    pub grant: Grant,
    /// Who allowed it, as they are now.
    pub user: User,
}

/// What came of taking what was allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It is taken: in the same unit what comes of it is stored.
    Taken,
    /// Something that it rests on has ended.
    Ended(&'static str),
    /// Somebody else was first.
    Spent,
}

/// Judges a device code that `client` shows. How fast it asks matters only while it waits: there is nothing to learn by asking fast, and a
/// device that keeps its own pace is not to be locked out for ever.
pub async fn poll(app: &App, device_code: &str, client: &Client, at: (&RequestOrigin, Timestamp)) -> Result<Poll, StoreError> {
    let (_, now) = at;
    let mut unit = app.store.read("device_authorization.poll").await?;
    let found = device_authorizations::find(&mut unit, Digest::of(device_code).as_bytes()).await?;
    drop(unit);
    let Some(PollingDevice { asks, allowed }) = found else { return Ok(Poll::Refused("no such device code")) };
    if asks.client_id != client.id {
        return Ok(Poll::Refused("the device code is another client's"));
    }
    match (asks.state, allowed) {
        (DeviceState::Spent, Some(allowed)) => {
            reuse::revoke(app, "device_authorization.reused", (&allowed.grant, AuditKind::CodeReused), at).await?;
            Ok(Poll::Refused("the device code was spent before"))
        }
        (DeviceState::Spent, None) => Ok(Poll::Refused("the device code was spent before")),
        (DeviceState::Denied, _) => Ok(Poll::Denied),
        _ if asks.expires_at <= now => Ok(Poll::Expired),
        (DeviceState::Pending, _) => pending(app, &asks, now).await,
        (DeviceState::Approved, Some(allowed)) => Ok(ready(asks, allowed)),
        (DeviceState::Approved, None) => Ok(Poll::Refused("what was allowed is gone")),
    }
}

fn ready(asks: DeviceAuthorization, allowed: AllowedDevice) -> Poll {
    let AllowedDevice { grant, user, credential_version } = allowed;
    if user.disabled_at.is_some() {
        return Poll::Refused("the person is disabled");
    }
    if user.credential_version != credential_version {
        return Poll::Refused("the person's credentials have changed");
    }
    Poll::Ready(Box::new(Redeemable { asks, grant, user }))
}

async fn pending(app: &App, asks: &DeviceAuthorization, now: Timestamp) -> Result<Poll, StoreError> {
    let pace = asks.polling.judge(now);
    let interval = match pace {
        Pace::Right => asks.polling.interval,
        Pace::TooFast(interval) => interval,
    };
    retry(|| async {
        let mut unit = app.store.write("device_authorization.polled").await?;
        device_authorizations::note_poll(&mut unit, &asks.id, interval, now).await?;
        unit.commit().await
    })
    .await?;
    Ok(match pace {
        Pace::Right => Poll::Pending,
        Pace::TooFast(interval) => Poll::SlowDown { interval },
    })
}

impl Redeemable {
    /// Spends the code in the unit in which what comes of it is stored, while everything lives that it rests on: the person with the same
    /// credentials, the session in which they allowed it, and the grant, which lives until `grant_until` from then on.
    pub async fn take(
        &self,
        app: &App,
        tx: &mut Tx,
        grant_until: Timestamp,
        at: (&RequestOrigin, Timestamp),
    ) -> Result<Taken, StoreError> {
        let (origin, now) = at;
        if !users::hold_for_session(tx, &self.user.id, self.user.credential_version).await? {
            return Ok(Taken::Ended("the person may not sign in, or their credentials have changed"));
        }
        if !sessions::hold(tx, &self.grant.session_id, now).await? {
            return Ok(Taken::Ended("the session has ended"));
        }
        if !grants::hold_until(tx, &self.grant.id, grant_until, now).await? {
            return Ok(Taken::Ended("the grant was revoked"));
        }
        if !device_authorizations::spend(tx, &self.asks.id, now).await? {
            return Ok(Taken::Spent);
        }
        AuditEvent::new(AuditKind::DeviceRedeemed, origin)
            .user(&self.user.id)
            .client(&self.asks.client_id)
            .session(&self.grant.session_id)
            .detail("scope", &self.grant.scopes.to_string())
            .detail("yields", self.asks.yields.as_str())
            .record(app, tx, now)
            .await?;
        Ok(Taken::Taken)
    }

    /// Somebody else was first: one of the two who know the code is a thief, so both lose. This commits by itself.
    pub async fn reused(&self, app: &App, at: (&RequestOrigin, Timestamp)) -> Result<(), StoreError> {
        reuse::revoke(app, "device_authorization.reused", (&self.grant, AuditKind::CodeReused), at).await
    }
}
