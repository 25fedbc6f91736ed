//! A device takes a session of the person who let it in.

use crate::app::App;
use crate::clock::Timestamp;
use crate::events::actions::Refusal;
use crate::model::client::Client;
use crate::model::request_origin::RequestOrigin;
use crate::sessions::assurance;
use crate::sessions::establish::{Allowance, Established, prepare_device};
use crate::store::{StoreError, retry};
use crate::tokens::device_authorization::redeem::{Redeemable, Taken};
use crate::users::permission::Denied;

/// What came of it.
pub(super) enum Begun {
    /// A session.
    SignedIn(Box<Established>),
    /// None: the person has not shown all that they have to.
    Owes,
    /// None: something that it rests on has ended, or somebody else was first.
    Ended(&'static str),
    /// None: an action is against it.
    Refused(Refusal),
}

/// Spends the device code for a session.
pub(super) async fn begin(
    app: &App,
    redeemable: &Redeemable,
    client: &Client,
    at: (&RequestOrigin, Timestamp),
) -> Result<Begun, StoreError> {
    let Redeemable { asks, grant, user } = redeemable;
    if assurance::falls_short(client.metadata.second_factor, &grant.methods) {
        return Ok(Begun::Owes);
    }
    let session = match prepare_device(app, Allowance { user, grant, client }, at).await {
        Ok(session) => session,
        Err(Denied::Store(error)) => return Err(error),
        Err(Denied::Refused(refusal)) => return Ok(Begun::Refused(refusal)),
    };
    retry(|| async {
        let mut unit = app.store.write("device_authorization.session").await?;
        match redeemable.take(app, &mut unit, asks.expires_at, at).await? {
            Taken::Taken => {}
            Taken::Ended(detail) => return Ok(Begun::Ended(detail)),
            Taken::Spent => {
                drop(unit);
                redeemable.reused(app, at).await?;
                return Ok(Begun::Ended("the device code was spent before"));
            }
        }
        // Without a session nothing of this unit stays: the person may still show what they owe, and the device comes again.
        let Some(established) = session.record(app, &mut unit, at.0).await? else { return Ok(Begun::Owes) };
        unit.commit().await?;
        Ok(Begun::SignedIn(Box::new(established)))
    })
    .await
}
