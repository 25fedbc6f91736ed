//! Proving with a wallet that it is still the person of a session.

use serde::de::IgnoredAny;

use crate::app::App;
use crate::clock::Timestamp;
use crate::model::authentication_method::AuthenticationMethod;
use crate::model::request_origin::RequestOrigin;
use crate::model::session::Session;
use crate::model::user::User;
use crate::one_time::{self, SecretError};
use crate::sessions::establish::{self, Established, Proof};
use crate::store::{StoreError, retry, users, wallet_addresses};
use crate::users::siwe::page_message::{self, GoodFor, Judged, Signed};
use crate::users::siwe::{Refusal, note_refusal};

/// Why it is not proved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// What was signed is not taken.
    Refused(Refusal),
    /// The wallet is not one of the person's, or they have changed meanwhile.
    NotTheirs,
}

/// Proves that it is still the person of a session, which goes on under a new token. Of any number of tries with one message one is
/// judged; what comes from another place spends nothing.
pub async fn confirm(
    app: &App,
    signed_in: (&User, &Session),
    signed: Signed<'_>,
    browser: (&RequestOrigin, Option<&str>),
    now: Timestamp,
) -> Result<Result<Box<Established>, Against>, StoreError> {
    let (user, session) = signed_in;
    let (origin, browser_secret) = browser;
    let Some(judged) = page_message::judge_signed(app, GoodFor::Confirming, signed, now).await? else {
        return Ok(Err(Against::Refused(Refusal::Nonce)));
    };
    let Judged { wallet, .. } = judged;
    let proof = Proof::within(session, user, AuthenticationMethod::Wallet, browser_secret);
    let prepared = establish::prepare_renewal(app, session, &proof, now);
    retry(|| async {
        let mut unit = app.store.write("users.siwe.confirm").await?;
        if !users::hold_for_session(&mut unit, &user.id, user.credential_version).await? {
            return Ok(Err(Against::NotTheirs));
        }
        let nonce = one_time::look_up::<IgnoredAny>(app, &mut unit, GoodFor::Confirming.purpose(), signed.nonce).await;
        let shown = match nonce {
            Ok(shown) => shown,
            Err(SecretError::Store(error)) => return Err(error),
            Err(SecretError::Unknown | SecretError::Spent | SecretError::Expired) => {
                return Ok(Err(Against::Refused(Refusal::Nonce)));
            }
        };
        if !shown.spend(&mut unit, now).await? {
            return Ok(Err(Against::Refused(Refusal::Nonce)));
        }
        let against = match &wallet {
            Ok(wallet) => {
                let owner = wallet_addresses::owner(&mut unit, &wallet.address).await?;
                if owner.is_some_and(|owner| owner.id == user.id) { None } else { Some(Against::NotTheirs) }
            }
            Err(refusal) => Some(Against::Refused(*refusal)),
        };
        if let Some(against) = against {
            note_refusal(app, &mut unit, Some(&user.id), (origin, now)).await?;
            unit.commit().await?;
            return Ok(Err(against));
        }
        let Some(established) = prepared.record(app, &mut unit, origin).await? else { return Ok(Err(Against::NotTheirs)) };
        unit.commit().await?;
        Ok(Ok(Box::new(established)))
    })
    .await
}
