//! The `second_factors` table: the secrets of authenticator apps, and wrong codes shown in a row.

use std::time::Duration;

use crate::clock::Timestamp;
use crate::model::ids::UserId;
use crate::store::{Sql, StoreError, Tx, values};

/// What a person holds, as it is stored.
#[derive(Clone, Debug, Default)]
pub struct StoredSecondFactor {
    /// The secret of their authenticator app.
    pub totp_sealed: Option<Vec<u8>>,
    /// The last step that a code was taken of.
    pub totp_step: Option<i64>,
    /// A secret that counts once a code of it was shown.
    pub new_totp_sealed: Option<Vec<u8>>,
    /// Whether a password was set by mail since they last showed another second factor than a mailed code.
    pub mail_distrusted: bool,
    /// Whether one was set by a text message since they last showed another second factor than a code in one.
    pub text_distrusted: bool,
}

/// What is known of a person's second factor whether or not they hold one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StandingFacts {
    /// When they were first asked to set one up.
    pub asked_at: Option<Timestamp>,
    /// As in [`StoredSecondFactor`].
    pub mail_distrusted: bool,
    /// As in [`StoredSecondFactor`].
    pub text_distrusted: bool,
}

/// What is known of the second factor of `user`.
pub async fn standing(tx: &mut Tx, user: &UserId) -> Result<StandingFacts, StoreError> {
    let StoredSecondFactor { mail_distrusted, text_distrusted, .. } = of_user(tx, user).await?;
    Ok(StandingFacts { asked_at: asked_at(tx, user).await?, mail_distrusted, text_distrusted })
}

/// Writes down what was known of somebody elsewhere.
pub async fn adopt_standing(tx: &mut Tx, user: &UserId, facts: &StandingFacts) -> Result<(), StoreError> {
    if *facts == StandingFacts::default() {
        return Ok(());
    }
    ensure(tx, user).await?;
    if let Some(asked_at) = facts.asked_at {
        first_asked(tx, user, asked_at).await?;
    }
    set_mail_distrusted(tx, user, facts.mail_distrusted).await?;
    set_text_distrusted(tx, user, facts.text_distrusted).await
}

/// What `user` holds; nothing if they hold nothing.
pub async fn of_user(tx: &mut Tx, user: &UserId) -> Result<StoredSecondFactor, StoreError> {
    let row = tx
        .optional(
            "SELECT totp_sealed, totp_step, new_totp_sealed, mail_distrusted, text_distrusted FROM second_factors WHERE user_id = $1",
            &values![user.as_str()],
        )
        .await?;
    row.map_or_else(
        || Ok(StoredSecondFactor::default()),
        |row| {
            Ok(StoredSecondFactor {
                totp_sealed: row.optional_bytes(0)?,
                totp_step: row.optional_integer(1)?,
                new_totp_sealed: row.optional_bytes(2)?,
                mail_distrusted: row.boolean(3)?,
                text_distrusted: row.boolean(4)?,
            })
        },
    )
}

/// Makes sure that the person has a row.
async fn ensure(tx: &mut Tx, user: &UserId) -> Result<(), StoreError> {
    tx.execute(
        Sql::with_mariadb(
            "INSERT INTO second_factors (user_id, mail_distrusted, failures, failed_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (user_id) DO NOTHING",
            "INSERT IGNORE INTO second_factors (user_id, mail_distrusted, failures, failed_at) VALUES ($1, $2, $3, $4)",
        ),
        &values![user.as_str(), false, 0_i64, 0_i64],
    )
    .await
    .map(drop)
}

/// Keeps a secret that is to be confirmed; one that was to be confirmed before is forgotten.
pub async fn propose_totp(tx: &mut Tx, user: &UserId, sealed: Vec<u8>) -> Result<(), StoreError> {
    ensure(tx, user).await?;
    tx.execute("UPDATE second_factors SET new_totp_sealed = $1 WHERE user_id = $2", &values![sealed, user.as_str()])
        .await
        .map(drop)
}

/// Has the proposed secret `sealed` count, with `step` as the first that was used. Of any number of parallel calls one returns true.
pub async fn adopt_totp(tx: &mut Tx, user: &UserId, sealed: &[u8], step: i64) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE second_factors SET totp_sealed = $1, totp_step = $2, new_totp_sealed = NULL WHERE user_id = $3 AND new_totp_sealed = $4",
            &values![sealed.to_vec(), step, user.as_str(), sealed.to_vec()],
        )
        .await?;
    Ok(rows == 1)
}

/// Gives a person who has no authenticator app one, with `step` as the last that counts as used. Of any number of parallel calls one
/// returns true.
pub async fn adopt_first_totp(tx: &mut Tx, user: &UserId, sealed: &[u8], step: i64) -> Result<bool, StoreError> {
    ensure(tx, user).await?;
    let rows = tx
        .execute(
            "UPDATE second_factors SET totp_sealed = $1, totp_step = $2, new_totp_sealed = NULL WHERE user_id = $3 AND totp_sealed IS NULL",
            &values![sealed.to_vec(), step, user.as_str()],
        )
        .await?;
    Ok(rows == 1)
}

/// When the person was first asked to set a second factor up; `now` if that is the first time. It is written once and never again.
pub async fn first_asked(tx: &mut Tx, user: &UserId, now: Timestamp) -> Result<Timestamp, StoreError> {
    ensure(tx, user).await?;
    tx.execute("UPDATE second_factors SET asked_at = $1 WHERE user_id = $2 AND asked_at IS NULL", &values![now, user.as_str()])
        .await?;
    Ok(asked_at(tx, user).await?.unwrap_or(now))
}

/// When the person was first asked to set a second factor up, if that ever was.
pub async fn asked_at(tx: &mut Tx, user: &UserId) -> Result<Option<Timestamp>, StoreError> {
    let row = tx.optional("SELECT asked_at FROM second_factors WHERE user_id = $1", &values![user.as_str()]).await?;
    row.map_or(Ok(None), |row| row.optional_timestamp(0))
}

/// Spends a step: one statement, and its count says who won. Earlier steps are spent with it.
pub async fn spend_step(tx: &mut Tx, user: &UserId, step: i64) -> Result<bool, StoreError> {
    let rows = tx
        .execute(
            "UPDATE second_factors SET totp_step = $1 WHERE user_id = $2 AND totp_sealed IS NOT NULL AND (totp_step IS NULL OR totp_step < $3)",
            &values![step, user.as_str(), step],
        )
        .await?;
    Ok(rows == 1)
}

/// A code of a step to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AheadCode {
    /// Its step.
    pub step: i64,
    /// How many steps it was ahead when it was shown.
    pub by: i64,
}

/// Keeps that a code of a step to come was shown, and returns the one that was kept before.
pub async fn note_ahead(tx: &mut Tx, user: &UserId, code: AheadCode) -> Result<Option<AheadCode>, StoreError> {
    let row = tx.optional("SELECT ahead_step, ahead_by FROM second_factors WHERE user_id = $1", &values![user.as_str()]).await?;
    let before = match row {
        Some(row) => row.optional_integer(0)?.zip(row.optional_integer(1)?),
        None => None,
    };
    let note = "UPDATE second_factors SET ahead_step = $1, ahead_by = $2 WHERE user_id = $3";
    tx.execute(note, &values![code.step, code.by, user.as_str()]).await?;
    Ok(before.map(|(step, by)| AheadCode { step, by }))
}

/// How many wrong codes in a row are judged, and how long none is afterwards.
#[derive(Clone, Copy, Debug)]
pub struct GuessLimit {
    /// How many.
    pub most: i64,
    /// How long.
    pub pause: Duration,
}

/// Takes one of the guesses that a person has, before it is judged: one statement. Returns whether there was one.
pub async fn take_guess(tx: &mut Tx, user: &UserId, limit: GuessLimit, now: Timestamp) -> Result<bool, StoreError> {
    ensure(tx, user).await?;
    let rows = tx
        .execute(
            "UPDATE second_factors SET failures = CASE WHEN failures < $1 THEN failures + 1 ELSE 1 END, failed_at = $2
             WHERE user_id = $3 AND (failures < $4 OR failed_at <= $5)",
            &values![limit.most, now, user.as_str(), limit.most, now - limit.pause],
        )
        .await?;
    Ok(rows == 1)
}

/// Until when none is judged: the end of the pause.
pub async fn closed_until(tx: &mut Tx, user: &UserId, limit: GuessLimit) -> Result<Option<Timestamp>, StoreError> {
    let row = tx.optional("SELECT failures, failed_at FROM second_factors WHERE user_id = $1", &values![user.as_str()]).await?;
    let Some(row) = row else { return Ok(None) };
    Ok((row.integer(0)? >= limit.most).then_some(row.timestamp(1)? + limit.pause))
}

/// Gives all guesses back, after a right one.
pub async fn clear_guesses(tx: &mut Tx, user: &UserId) -> Result<(), StoreError> {
    tx.execute("UPDATE second_factors SET failures = $1 WHERE user_id = $2", &values![0_i64, user.as_str()]).await.map(drop)
}

/// Has codes by mail count no more beside an authenticator app, or again.
pub async fn set_mail_distrusted(tx: &mut Tx, user: &UserId, distrusted: bool) -> Result<(), StoreError> {
    tx.execute("UPDATE second_factors SET mail_distrusted = $1 WHERE user_id = $2", &values![distrusted, user.as_str()])
        .await
        .map(drop)
}

/// Has codes by text message count no more, or again.
pub async fn set_text_distrusted(tx: &mut Tx, user: &UserId, distrusted: bool) -> Result<(), StoreError> {
    if distrusted {
        ensure(tx, user).await?;
    }
    tx.execute("UPDATE second_factors SET text_distrusted = $1 WHERE user_id = $2", &values![distrusted, user.as_str()])
        .await
        .map(drop)
}

/// Forgets the person's authenticator app. Wrong guesses are not forgotten.
pub async fn forget_totp(tx: &mut Tx, user: &UserId) -> Result<(), StoreError> {
    tx.execute(
        "UPDATE second_factors SET totp_sealed = NULL, totp_step = NULL, new_totp_sealed = NULL WHERE user_id = $1",
        &values![user.as_str()],
    )
    .await
    .map(drop)
}
