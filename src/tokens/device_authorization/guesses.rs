//! Guesses of user codes (RFC 8628, section 5.1). A code has 34 bits and waits for half an hour, so what counts is how many are heard.
//!
//! Counted are those of one network, of one person, and all together. An address or person that guessed too often is heard no more for the
//! rest of the window. When all together were too many, only people who are signed in are heard, who have a bound of their own: so
//! whoever guesses from many addresses closes the door for themselves and not for everybody. 2000 guesses in the life of a code leave
//! more than 23 bits.

use std::time::Duration;

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::master_key::KeyUse;
use crate::model::ids::UserId;
use crate::store::{StoreError, Tx, guess_counters};

const WINDOW: Duration = Duration::from_secs(30 * 60);
const MOST_OF_A_NETWORK: i64 = 20;
const MOST_OF_A_PERSON: i64 = 10;
const MOST_OF_STRANGERS: i64 = 1000;
const MOST_OF_PEOPLE: i64 = 1000;

/// Who guesses.
#[derive(Clone, Copy, Debug)]
pub struct Guesser<'a> {
    /// The network that their address counts for.
    pub network: &'a str,
    /// Who they are, if they are signed in.
    pub user: Option<&'a UserId>,
}

/// Why a guess is not heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unheard {
    /// There were too many of this network or person, or of people: none is heard until then.
    Until(Timestamp),
    /// There were too many of strangers: only people who are signed in are heard.
    SignInFirst,
}

struct Counter {
    digest: [u8; 32],
    most: i64,
}

impl Counter {
    async fn closed_until(&self, tx: &mut Tx, now: Timestamp) -> Result<Option<Timestamp>, StoreError> {
        let standing = guess_counters::standing(tx, &self.digest, now).await?;
        Ok(standing.filter(|standing| standing.failures > self.most).map(|standing| standing.until))
    }
}

/// The counters of one guess.
pub(super) struct Guesses {
    own: Vec<Counter>,
    all: Counter,
    is_stranger: bool,
}

impl Guesses {
    pub(super) fn of(app: &App, guesser: Guesser<'_>) -> Self {
        let counter = |kind: &str, of: &str, most: i64| {
            let data = format!("device user codes\n{kind}\n{of}");
            Counter { digest: app.master_keys.mac(KeyUse::ShortCode, data.as_bytes()), most }
        };
        let network = counter("network", guesser.network, MOST_OF_A_NETWORK);
        let person = guesser.user.map(|user| counter("person", user.as_str(), MOST_OF_A_PERSON));
        let all = match guesser.user {
            Some(_) => counter("people", "", MOST_OF_PEOPLE),
            None => counter("strangers", "", MOST_OF_STRANGERS),
        };
        Self { own: std::iter::once(network).chain(person).collect(), all, is_stranger: guesser.user.is_none() }
    }

    /// Counts a guess before it is looked at, so that however many are tried at once only so many are heard. The counters are also the
    /// lock. Only what is heard of one counts for all. What is answered is to be committed.
    pub(super) async fn hear(&self, tx: &mut Tx, now: Timestamp) -> Result<Option<Unheard>, StoreError> {
        for counter in &self.own {
            guess_counters::count(tx, &counter.digest, WINDOW, now).await?;
        }
        for counter in &self.own {
            if let Some(until) = counter.closed_until(tx, now).await? {
                return Ok(Some(Unheard::Until(until)));
            }
        }
        guess_counters::count(tx, &self.all.digest, WINDOW, now).await?;
        let closed_until = self.all.closed_until(tx, now).await?;
        Ok(closed_until.map(|until| if self.is_stranger { Unheard::SignInFirst } else { Unheard::Until(until) }))
    }

    /// The guess was right: it stands against nobody. Those before it do, or whoever has a code of their own would guess on for ever.
    pub(super) async fn was_right(&self, tx: &mut Tx) -> Result<(), StoreError> {
        for counter in self.own.iter().chain(std::iter::once(&self.all)) {
            guess_counters::take_back(tx, &counter.digest).await?;
        }
        Ok(())
    }
}
