//! Judging a code that somebody shows as their second factor.
//!
//! Guesses are counted before they are judged, in the unit that judges them, all kinds together: ten wrong ones in a row close a
//! person's second factor for a quarter of an hour, whatever path they come by. A right code is spent by one statement.

use std::time::Duration;

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::master_key::KeyUse;
use crate::crypto::totp::TotpSecret;
use crate::model::authentication_method::AuthenticationMethod;
use crate::model::ids::UserId;
use crate::model::phone_number::PhoneNumber;
use crate::model::second_factor::{HeldFactors, SecondFactor};
use crate::model::user::User;
use crate::store::second_factors::{self, AheadCode, GuessLimit, StoredSecondFactor};
use crate::store::{StoreError, Tx, backup_codes, passkeys, phone_numbers, second_factor_mail_codes};

/// Seals the secrets of authenticator apps.
pub const TOTP_SEAL_PURPOSE: &str = "totp";
/// Wrong codes in a row, and how long none is judged afterwards.
pub const GUESSES: GuessLimit = GuessLimit { most: 10, pause: Duration::from_secs(15 * 60) };

/// Two codes that tell of a fast clock are at most so many steps apart.
const MOST_STEPS_BETWEEN: i64 = 20;

/// A code, as it was shown.
#[derive(Clone, Copy)]
pub struct ShownCode<'a> {
    /// What it is said to be.
    pub factor: SecondFactor,
    /// The code.
    pub code: &'a str,
}

/// A second factor was judged right, and what was shown is spent. Made here alone.
pub struct SecondFactorProof(());

/// What a shown code turned out to be.
pub enum Judgement {
    /// The person's; it is spent.
    Right(SecondFactorProof),
    /// Not theirs, or spent before.
    Wrong,
    /// Theirs, but of another time: the clock of their phone seems to be off. A wrong one like any other, and not spent.
    OffClock,
    /// They hold nothing of this kind.
    NotHeld,
    /// No mailed code works any more.
    Expired,
    /// Not looked at: there were too many wrong ones.
    Closed {
        /// When the next will be.
        until: Timestamp,
    },
}

/// What `user` can show after `first`.
pub async fn held(app: &App, tx: &mut Tx, user: &User, first: AuthenticationMethod) -> Result<HeldFactors, StoreError> {
    let (_, left) = backup_codes::count(tx, &user.id).await?;
    let stored = second_factors::of_user(tx, &user.id).await?;
    Ok(HeldFactors {
        totp: stored.totp_sealed.is_some(),
        mailed_code: mail_counts(app, user, &stored, first),
        texted_code: text_counts(app, &stored, first) && number_of(app, tx, &user.id).await?.is_some(),
        backup_codes: left > 0,
        passkey: app.config.passkey.enabled && !first.is_passkey() && passkeys::exist(tx, &user.id).await?,
    })
}

/// Whether `user` can show a code of this kind, used up or not.
async fn holds(app: &App, tx: &mut Tx, subject: &Subject<'_>, factor: SecondFactor) -> Result<bool, StoreError> {
    Ok(match factor {
        SecondFactor::Totp => second_factors::of_user(tx, &subject.user.id).await?.totp_sealed.is_some(),
        SecondFactor::BackupCode => backup_codes::count(tx, &subject.user.id).await?.0 > 0,
        SecondFactor::MailedCode => {
            mail_counts(app, subject.user, &second_factors::of_user(tx, &subject.user.id).await?, subject.first)
        }
        SecondFactor::TextedCode => {
            let stored = second_factors::of_user(tx, &subject.user.id).await?;
            text_counts(app, &stored, subject.first) && number_of(app, tx, &subject.user.id).await?.is_some()
        }
        // It is no code: `users/passkey` judges what it signs.
        SecondFactor::Passkey => false,
    })
}

/// Whether a mailed code proves something more: not after what the mailbox itself proved, be it the first factor, or the password
/// that was set with a mailed link, where there is an authenticator app to be shown instead. Nothing is mailed to a placeholder.
fn mail_counts(app: &App, user: &User, stored: &StoredSecondFactor, first: AuthenticationMethod) -> bool {
    let only_the_mailbox_again = stored.mail_distrusted && stored.totp_sealed.is_some();
    app.config.mails_second_factors() && app.config.has_mailbox(user) && !first.proves_mailbox() && !only_the_mailbox_again
}

/// Whether a code in a text message proves something more: not after what the phone itself proved, be it the first factor, or the
/// password that was set by such a code.
fn text_counts(app: &App, stored: &StoredSecondFactor, first: AuthenticationMethod) -> bool {
    app.config.texts_second_factors() && !first.proves_phone() && !stored.text_distrusted
}

/// The number that codes for `user` are sent to: the one that they proved, if messages are sent to its country.
pub async fn number_of(app: &App, tx: &mut Tx, user: &UserId) -> Result<Option<PhoneNumber>, StoreError> {
    let number = phone_numbers::of_user(tx, user).await?.and_then(|stored| stored.number);
    Ok(number.filter(|number| app.config.phone.takes(number)))
}

/// A passkey of `user` signed beside their first factor, and the caller has spent the signature.
pub(crate) async fn accept_passkey(tx: &mut Tx, user: &UserId) -> Result<SecondFactorProof, StoreError> {
    second_factors::clear_guesses(tx, user).await?;
    second_factors::set_mail_distrusted(tx, user, false).await?;
    second_factors::set_text_distrusted(tx, user, false).await?;
    Ok(SecondFactorProof(()))
}

/// Who shows a code.
pub struct Subject<'a> {
    /// The person. The caller holds them.
    pub user: &'a User,
    /// What they showed before.
    pub first: AuthenticationMethod,
    /// What their mailed codes are bound to.
    pub bearer: [u8; 32],
}

/// Judges a code, and spends it if it is right.
pub async fn judge(
    app: &App,
    tx: &mut Tx,
    subject: &Subject<'_>,
    shown: ShownCode<'_>,
    now: Timestamp,
) -> Result<Judgement, StoreError> {
    let user = &subject.user.id;
    if !holds(app, tx, subject, shown.factor).await? {
        return Ok(Judgement::NotHeld);
    }
    if shown.factor.is_sent() {
        let sent = second_factor_mail_codes::went_to_phone(tx, &subject.bearer, now).await?;
        if sent != Some(shown.factor == SecondFactor::TextedCode) {
            return Ok(Judgement::Expired);
        }
    }
    if !second_factors::take_guess(tx, user, GUESSES, now).await? {
        let until = second_factors::closed_until(tx, user, GUESSES).await?;
        return Ok(Judgement::Closed { until: until.unwrap_or(now) });
    }
    let right = match shown.factor {
        SecondFactor::Totp => match spend_totp(app, tx, user, shown.code, now).await? {
            Totp::Right => true,
            Totp::Wrong => false,
            Totp::OffClock => return Ok(Judgement::OffClock),
        },
        SecondFactor::BackupCode => spend_backup_code(app, tx, user, shown.code, now).await?,
        SecondFactor::MailedCode => spend_sent_code(app, tx, (&subject.bearer, false), shown.code, now).await?,
        SecondFactor::TextedCode => spend_sent_code(app, tx, (&subject.bearer, true), shown.code, now).await?,
        SecondFactor::Passkey => false,
    };
    if !right {
        return Ok(Judgement::Wrong);
    }
    second_factors::clear_guesses(tx, user).await?;
    if shown.factor != SecondFactor::MailedCode {
        second_factors::set_mail_distrusted(tx, user, false).await?;
    }
    if shown.factor != SecondFactor::TextedCode {
        second_factors::set_text_distrusted(tx, user, false).await?;
    }
    Ok(Judgement::Right(SecondFactorProof(())))
}

/// What a code of an authenticator app turned out to be.
enum Totp {
    Right,
    Wrong,
    OffClock,
}

async fn spend_totp(app: &App, tx: &mut Tx, user: &UserId, code: &str, now: Timestamp) -> Result<Totp, StoreError> {
    let Some(sealed) = second_factors::of_user(tx, user).await?.totp_sealed else { return Ok(Totp::Wrong) };
    let secret = open_totp(app, &sealed)?;
    if let Some(step) = secret.matching_step(code, now) {
        let right = second_factors::spend_step(tx, user, step).await?;
        return Ok(if right { Totp::Right } else { Totp::Wrong });
    }
    match secret.steps_off(code, now) {
        Some(by) if is_off_clock(tx, user, by, now).await? => Ok(Totp::OffClock),
        _ => Ok(Totp::Wrong),
    }
}

/// Whether to say that the clock is off. A code of the past opens nothing any more, so it does no harm to say so. One of the future
/// would: whoever guessed it would only have to wait. So it takes two in a row that are as far ahead, which nobody guesses.
async fn is_off_clock(tx: &mut Tx, user: &UserId, by: i64, now: Timestamp) -> Result<bool, StoreError> {
    if by < 0 {
        return Ok(true);
    }
    let step = TotpSecret::step_of(now) + by;
    let before = second_factors::note_ahead(tx, user, AheadCode { step, by }).await?;
    Ok(before.is_some_and(|before| (1..=MOST_STEPS_BETWEEN).contains(&(step - before.step)) && (by - before.by).abs() <= 1))
}

/// The secret of an authenticator app.
pub fn open_totp(app: &App, sealed: &[u8]) -> Result<TotpSecret, StoreError> {
    let opened = app.master_keys.open(TOTP_SEAL_PURPOSE, sealed);
    opened.map(TotpSecret::from_bytes).map_err(|error| StoreError::inconsistent("second_factors", &error.to_string()))
}

/// Keyed digests of a short code, under each version of the key, the present one first. Short codes can be guessed from plain ones.
fn short_code_digests(app: &App, bound_to: &str, code: &str) -> Vec<[u8; 32]> {
    app.master_keys.macs(KeyUse::ShortCode, format!("{bound_to}\n{code}").as_bytes())
}

fn backup_code_binding(user: &UserId) -> String {
    format!("backup_code\n{user}")
}

fn mail_code_binding(bearer: &[u8; 32]) -> String {
    format!("second_factor_mail\n{}", hex::encode(bearer))
}

/// What is stored of a code on paper.
pub fn backup_code_digest(app: &App, user: &UserId, code: &str) -> [u8; 32] {
    app.master_keys.mac(KeyUse::ShortCode, format!("{}\n{code}", backup_code_binding(user)).as_bytes())
}

/// What is stored of a mailed code that is bound to `bearer`.
pub fn mail_code_digest(app: &App, bearer: &[u8; 32], code: &str) -> [u8; 32] {
    app.master_keys.mac(KeyUse::ShortCode, format!("{}\n{code}", mail_code_binding(bearer)).as_bytes())
}

async fn spend_backup_code(app: &App, tx: &mut Tx, user: &UserId, code: &str, now: Timestamp) -> Result<bool, StoreError> {
    for digest in short_code_digests(app, &backup_code_binding(user), code.trim()) {
        if backup_codes::consume(tx, user, &digest, now).await? {
            return Ok(true);
        }
    }
    Ok(false)
}

async fn spend_sent_code(
    app: &App,
    tx: &mut Tx,
    place: (&[u8; 32], bool),
    code: &str,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let (bearer, _) = place;
    let digits: String = code.chars().filter(|character| !matches!(character, ' ' | '-')).collect();
    for digest in short_code_digests(app, &mail_code_binding(bearer), &digits) {
        if second_factor_mail_codes::consume(tx, place, &digest, now).await? {
            return Ok(true);
        }
    }
    Ok(false)
}
