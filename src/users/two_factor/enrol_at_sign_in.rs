//! Setting up the first second factor at the end of a sign-in, where everybody owes one.
//!
//! The proposed secret is kept with the pending sign-in and not with the person: somebody else who knows the password, and has a
//! pending sign-in of their own, does not see it.

use crate::app::App;
use crate::crypto::totp::TotpSecret;
use crate::events::audit::AuditKind;
use crate::model::authentication_method::AuthenticationMethod;
use crate::model::second_factor::SecondFactor;
use crate::sessions::challenge::{self, Answer, Answering, Challenge};
use crate::sessions::establish::{Completion, Established, prepare_completion};
use crate::sessions::judge::{ShownCode, TOTP_SEAL_PURPOSE, open_totp};
use crate::store::{StoreError, backup_codes as stored_codes, pending_sign_ins, retry, second_factors, users};
use crate::users::two_factor::backup_codes::BackupCodes;
use crate::users::two_factor::{Change, announce, with_second_factor};

/// Proposes a secret for an authenticator app. Returns whether the sign-in still is pending.
pub async fn propose(app: &App, challenge: &Challenge, change: Change<'_>) -> Result<bool, StoreError> {
    let secret = TotpSecret::generate(&app.entropy);
    let sealed = app.master_keys.seal(TOTP_SEAL_PURPOSE, secret.as_bytes(), &app.entropy);
    let mut unit = app.store.write("users.two_factor.propose_at_sign_in").await?;
    let proposed = pending_sign_ins::propose_totp(&mut unit, &challenge.bearer(), sealed, change.now).await?;
    unit.commit().await?;
    Ok(proposed)
}

/// The secret that was proposed last.
pub fn proposed(app: &App, challenge: &Challenge) -> Result<Option<TotpSecret>, StoreError> {
    challenge.proposed_totp().map(|sealed| open_totp(app, sealed)).transpose()
}

/// What came of a code that was to confirm a proposed secret.
pub enum SetUp {
    /// The app counts, and the person is signed in.
    Done(Box<Established>),
    /// The code is not one of the proposed secret.
    Wrong,
    /// It is one of another time: the clock of the phone seems to be off.
    OffClock,
    /// Nothing is set up here any more: the sign-in is over, or the person has a second factor meanwhile.
    Over,
}

/// Confirms the proposed secret with a `code` of it, gives the person `codes` on paper, and begins the session. Of any number of
/// parallel calls, also in different browsers of the person, one does.
pub async fn confirm(
    app: &App,
    challenge: &Challenge,
    code: &str,
    codes: &BackupCodes,
    change: Change<'_>,
) -> Result<SetUp, StoreError> {
    let Some(sealed) = challenge.proposed_totp().filter(|_| challenge.may_set_up()) else { return Ok(SetUp::Over) };
    let secret = open_totp(app, sealed)?;
    let Some(step) = secret.matching_step(code, change.now) else {
        let off = secret.steps_off(code, change.now).is_some();
        return Ok(if off { SetUp::OffClock } else { SetUp::Wrong });
    };
    let shown = ShownCode { factor: SecondFactor::Totp, code };
    let first = FirstApp {
        challenge,
        adopted: (sealed, step - 1),
        digests: codes.digests(app, &challenge.user.id),
        shown: Answering { shown, origin: change.origin, browser_secret: change.browser_secret, trust: false },
    };
    let browser = (change.origin, change.browser_secret, false);
    let totp = AuthenticationMethod::Second(SecondFactor::Totp);
    let completion = prepare_completion(app, challenge, totp, browser, change.now);
    let established = retry(|| first.turn_on(app, &completion, change)).await?;
    app.wake_outbox();
    Ok(established.map_or(SetUp::Over, |established| SetUp::Done(Box::new(established))))
}

/// An authenticator app that is about to be the person's first second factor.
struct FirstApp<'a> {
    challenge: &'a Challenge,
    /// The secret, and the step before the one of the code, which is still to be spent.
    adopted: (&'a [u8], i64),
    digests: Vec<[u8; 32]>,
    shown: Answering<'a>,
}

impl FirstApp<'_> {
    /// All or nothing: the app counts, its code is judged as at any sign-in, the session begins, and sign-ins that rest on what was
    /// before are refused.
    async fn turn_on(&self, app: &App, completion: &Completion, change: Change<'_>) -> Result<Option<Established>, StoreError> {
        let user = &self.challenge.user;
        let mut unit = app.store.write("users.two_factor.enrol_at_sign_in").await?;
        if !users::hold_for_session(&mut unit, &user.id, user.credential_version).await? {
            return Ok(None);
        }
        let (sealed, step_before) = self.adopted;
        if !second_factors::adopt_first_totp(&mut unit, &user.id, sealed, step_before).await? {
            return Ok(None);
        }
        stored_codes::replace(&mut unit, &user.id, &self.digests, change.now).await?;
        let answer = challenge::complete(app, &mut unit, (self.challenge, completion), self.shown, change.now).await?;
        let Answer::Right(established) = answer else { return Ok(None) };
        if !users::raise_credential_version(&mut unit, &user.id, user.credential_version, change.now).await? {
            return Ok(None);
        }
        users::set_two_factor(&mut unit, &user.id, Some(change.now)).await?;
        announce(app, &mut unit, &user.id, (AuditKind::TwoFactorEnabled, true), change).await?;
        unit.commit().await?;
        let mut established = *established;
        established.user = with_second_factor(user, change);
        Ok(Some(established))
    }
}
