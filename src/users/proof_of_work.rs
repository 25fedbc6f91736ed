//! Our own proof of work: a browser shows that it computed for a moment, which costs one person nothing and whoever sends thousands of
//! forms a machine.
//!
//! A challenge is a random number with its time and its difficulty, signed for one purpose. Its solution is a count for which the SHA-256
//! of `<challenge>:<count>` begins with so many zero bits. Nothing is stored until a good solution is shown; then one statement
//! says whether it is the first. Whoever cannot compute may wait instead: a challenge of some age counts without a solution, where the
//! caller allows that.

use std::time::Duration;

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::digest::sha256;
use crate::crypto::master_key::KeyUse;
use crate::crypto::signed_value;
use crate::store::{StoreError, guess_counters, retry};

/// How long a challenge counts.
pub const LIFETIME: Duration = Duration::from_secs(60 * 60);

/// What a solution came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// It is good, and spent.
    Solved,
    /// It has no solution, but is old enough; it is spent.
    Waited,
    /// It is wrong, or was spent before, or too old, or for something else.
    Nothing,
}

/// What is asked of a browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Challenge {
    /// The text to be worked on.
    pub text: String,
    /// How many leading zero bits are wanted.
    pub bits: u32,
}

/// Makes a challenge for one purpose.
pub fn issue(app: &App, purpose: &str, now: Timestamp) -> Challenge {
    let bits = app.config.captcha.difficulty_bits;
    let value = format!("{}-{bits}-{}", now.millis(), app.entropy.alphanumeric(22));
    Challenge { text: signed_value::sign_bound(&app.master_keys, KeyUse::SignedQuery, &value, &bound_to(purpose)), bits }
}

fn bound_to(purpose: &str) -> String {
    format!("proof of work\n{purpose}")
}

/// Judges `<challenge>:<count>`, and spends the challenge if it is good. With `wait` a challenge without a count is good once it is so
/// old.
pub async fn show(app: &App, purpose: &str, shown: &str, wait: Option<Duration>, now: Timestamp) -> Result<Shown, StoreError> {
    let (text, count) = shown.rsplit_once(':').unwrap_or((shown, ""));
    let Some(value) = signed_value::verify_bound(&app.master_keys, KeyUse::SignedQuery, text, &bound_to(purpose)) else {
        return Ok(Shown::Nothing);
    };
    let mut parts = value.split('-');
    let issued_at = parts.next().and_then(|millis| millis.parse().ok()).map(Timestamp::from_millis);
    let bits = parts.next().and_then(|bits| bits.parse::<u32>().ok());
    let (Some(issued_at), Some(bits)) = (issued_at, bits) else { return Ok(Shown::Nothing) };
    let good = if count.is_empty() {
        wait.filter(|wait| now >= issued_at + *wait).map(|_| Shown::Waited)
    } else {
        (leading_zero_bits(&sha256(shown.as_bytes())) >= bits).then_some(Shown::Solved)
    };
    match good.filter(|_| now < issued_at + LIFETIME) {
        Some(good) if spend(app, &value, now).await? => Ok(good),
        _ => Ok(Shown::Nothing),
    }
}

/// Whether nobody spent it before. The statement that counts is also the lock.
async fn spend(app: &App, value: &str, now: Timestamp) -> Result<bool, StoreError> {
    let digest = sha256(format!("proof of work\n{value}").as_bytes());
    retry(|| async {
        let mut unit = app.store.write("users.proof_of_work.spend").await?;
        guess_counters::count(&mut unit, &digest, LIFETIME, now).await?;
        let first = guess_counters::failures(&mut unit, &digest, now).await? == 1;
        unit.commit().await?;
        Ok(first)
    })
    .await
}

fn leading_zero_bits(digest: &[u8]) -> u32 {
    let zero_bytes = digest.iter().take_while(|byte| **byte == 0).count();
    let bits = digest.get(zero_bytes).map_or(0, |byte| byte.leading_zeros());
    u32::try_from(zero_bytes).unwrap_or(0) * 8 + bits
}
