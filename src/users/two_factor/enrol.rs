//! Setting up a second factor.

use crate::app::App;
use crate::crypto::totp::TotpSecret;
use crate::events::audit::AuditKind;
use crate::model::authentication_method::AuthenticationMethod;
use crate::model::second_factor::SecondFactor;
use crate::model::session::Session;
use crate::model::user::User;
use crate::sessions::establish::{Established, Succession, Successor, prepare_succession};
use crate::sessions::judge::{TOTP_SEAL_PURPOSE, open_totp};
use crate::store::{StoreError, Tx, backup_codes as stored_codes, retry, second_factors, trusted_devices, users};
use crate::users::two_factor::backup_codes::BackupCodes;
use crate::users::two_factor::{Change, announce, with_second_factor};

/// Whether an authenticator app may take the place of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// Not while there is one.
    Refuse,
    /// The one that there is counts until the new one is confirmed.
    Replace,
}

/// Proposes a secret for an authenticator app, and codes on paper to go with the first. Returns none if there is an app already and
/// it may not be replaced.
pub async fn propose(
    app: &App,
    user: &User,
    existing: Existing,
    codes: Option<&BackupCodes>,
    change: Change<'_>,
) -> Result<Option<TotpSecret>, StoreError> {
    let secret = TotpSecret::generate(&app.entropy);
    let sealed = app.master_keys.seal(TOTP_SEAL_PURPOSE, secret.as_bytes(), &app.entropy);
    let digests = codes.map(|codes| codes.digests(app, &user.id)).unwrap_or_default();
    let proposed = retry(|| async {
        let mut unit = app.store.write("users.two_factor.propose").await?;
        if !users::hold(&mut unit, &user.id).await? {
            return Ok(false);
        }
        let has_one = second_factors::of_user(&mut unit, &user.id).await?.totp_sealed.is_some();
        if has_one && existing == Existing::Refuse {
            return Ok(false);
        }
        second_factors::propose_totp(&mut unit, &user.id, sealed.clone()).await?;
        if !digests.is_empty() && !has_one {
            stored_codes::replace(&mut unit, &user.id, &digests, change.now).await?;
        }
        unit.commit().await?;
        Ok::<_, StoreError>(true)
    })
    .await?;
    Ok(proposed.then_some(secret))
}

/// What came of a code that was to confirm a proposed secret.
pub enum Confirmed {
    /// The app counts; the session goes on under another name.
    Done(Box<Established>),
    /// The code is not one of the proposed secret.
    Wrong,
    /// It is one of another time: the clock of the phone seems to be off.
    OffClock,
    /// No secret is proposed, or it was replaced or confirmed meanwhile.
    NothingProposed,
}

/// Confirms the proposed secret with a code of it. `codes` replace the person's codes on paper.
pub async fn confirm(
    app: &App,
    signed_in: (&User, &Session),
    code: &str,
    codes: Option<&BackupCodes>,
    change: Change<'_>,
) -> Result<Confirmed, StoreError> {
    let (user, session) = signed_in;
    let mut unit = app.store.read("users.two_factor.proposed").await?;
    let proposed = second_factors::of_user(&mut unit, &user.id).await?.new_totp_sealed;
    drop(unit);
    let Some(sealed) = proposed else { return Ok(Confirmed::NothingProposed) };
    let secret = open_totp(app, &sealed)?;
    let Some(step) = secret.matching_step(code, change.now) else {
        let off = secret.steps_off(code, change.now).is_some();
        return Ok(if off { Confirmed::OffClock } else { Confirmed::Wrong });
    };
    let raised = with_second_factor(user, change);
    let method = AuthenticationMethod::Second(SecondFactor::Totp);
    let turning = Turning {
        user,
        raised: &raised,
        succession: succession(app, (&raised, session), Some(method), change),
        adopted: Some((sealed, step)),
        digests: codes.map(|codes| codes.digests(app, &user.id)).unwrap_or_default(),
    };
    let established = retry(|| turning.turn_on(app, change)).await?;
    app.wake_outbox();
    Ok(established.map_or(Confirmed::NothingProposed, |established| Confirmed::Done(Box::new(established))))
}

/// Has codes by mail be the person's second factor. The person has just shown `proved`. Returns none if they changed meanwhile.
pub async fn use_mailed_codes(
    app: &App,
    signed_in: (&User, &Session),
    proved: Option<AuthenticationMethod>,
    change: Change<'_>,
) -> Result<Option<Box<Established>>, StoreError> {
    let (user, session) = signed_in;
    let raised = with_second_factor(user, change);
    let turning = Turning {
        user,
        raised: &raised,
        succession: succession(app, (&raised, session), proved, change),
        adopted: None,
        digests: Vec::new(),
    };
    let established = retry(|| turning.turn_on(app, change)).await?;
    app.wake_outbox();
    Ok(established.map(Box::new))
}

fn succession(app: &App, after: (&User, &Session), proved: Option<AuthenticationMethod>, change: Change<'_>) -> Succession {
    let (user, session) = after;
    let successor = Successor { user, session, proved, browser_secret: change.browser_secret };
    prepare_succession(app, successor, change.origin, change.now)
}

/// A second factor that is about to count.
struct Turning<'a> {
    user: &'a User,
    raised: &'a User,
    succession: Succession,
    /// The proposed secret, and the step of the code that confirmed it.
    adopted: Option<(Vec<u8>, i64)>,
    /// What is stored of new codes on paper; empty if there are none.
    digests: Vec<[u8; 32]>,
}

impl Turning<'_> {
    async fn turn_on(&self, app: &App, change: Change<'_>) -> Result<Option<Established>, StoreError> {
        let user = self.user;
        let mut unit = app.store.write("users.two_factor.turn_on").await?;
        if !users::raise_credential_version(&mut unit, &user.id, user.credential_version, change.now).await? {
            return Ok(None);
        }
        if !self.adopt(&mut unit, change).await? {
            return Ok(None);
        }
        users::set_two_factor(&mut unit, &user.id, self.raised.two_factor_enabled_at).await?;
        trusted_devices::delete_of_user(&mut unit, &user.id).await?;
        announce(app, &mut unit, &user.id, (AuditKind::TwoFactorEnabled, true), change).await?;
        let Some(established) = self.succession.record(app, &mut unit, change.origin).await? else { return Ok(None) };
        unit.commit().await?;
        Ok(Some(established))
    }

    async fn adopt(&self, tx: &mut Tx, change: Change<'_>) -> Result<bool, StoreError> {
        let Some((sealed, step)) = &self.adopted else { return Ok(true) };
        if !second_factors::adopt_totp(tx, &self.user.id, sealed, *step).await? {
            return Ok(false);
        }
        if !self.digests.is_empty() {
            stored_codes::replace(tx, &self.user.id, &self.digests, change.now).await?;
        }
        Ok(true)
    }
}
