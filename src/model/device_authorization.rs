//! Device authorization (RFC 8628): a device that cannot show a sign-in page asks, and a person answers for it somewhere else.

use std::fmt;
use std::time::Duration;

use crate::clock::Timestamp;
use crate::model::ids::{ClientId, DeviceAuthorizationId, UserId};
use crate::model::scope::Scopes;
use crate::random::{CONSONANTS, Entropy};

/// The code that a person carries from the device to a browser (RFC 8628, section 6.1): eight consonants, shown as `XXXX-XXXX`. Whoever
/// asks first who sees it might answer for it, so it is in no log.
#[derive(Clone, PartialEq, Eq)]
pub struct UserCode(String);

impl UserCode {
    /// How many letters a code has.
    pub const LENGTH: usize = 8;
    /// Longer texts are no code, and are not looked at any further.
    const LONGEST_TEXT: usize = 64;

    /// A new one.
    pub fn draw(entropy: &Entropy) -> Self {
        Self(entropy.from_alphabet(CONSONANTS, Self::LENGTH))
    }

    /// Reads what was typed, in either case, with or without dashes and spaces. `None`: this cannot be a code.
    pub fn entered(text: &str) -> Option<Self> {
        if text.len() > Self::LONGEST_TEXT {
            return None;
        }
        let letters: String =
            text.chars().filter(char::is_ascii_alphanumeric).map(|character| character.to_ascii_uppercase()).collect();
        let strange = text.chars().any(|character| character.is_alphanumeric() && !character.is_ascii());
        let fits = letters.len() == Self::LENGTH && letters.bytes().all(|letter| CONSONANTS.contains(&letter));
        (fits && !strange).then_some(Self(letters))
    }

    /// The letters, as they are digested.
    pub fn letters(&self) -> &str {
        &self.0
    }

    /// As it is shown.
    pub fn shown(&self) -> String {
        let (head, tail) = self.0.split_at_checked(Self::LENGTH / 2).unwrap_or((&self.0, ""));
        format!("{head}-{tail}")
    }
}

impl fmt::Debug for UserCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("UserCode")
    }
}

/// What a device code is redeemed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeviceYield {
    /// OAuth tokens, for what was allowed.
    Tokens,
    /// A session of the person's own: all that they may do. Only for the operator's own apps, and only where it was asked for so.
    Session,
}

impl DeviceYield {
    /// The name that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Tokens => "tokens",
            Self::Session => "session",
        }
    }

    /// Reads what [`Self::as_str`] wrote.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Tokens, Self::Session].into_iter().find(|yields| yields.as_str() == name)
    }
}

/// How far it has come. From waiting it goes to allowed or refused, once, and from allowed to spent, once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeviceState {
    /// Nobody has answered yet.
    Pending,
    /// A person allowed it, and the device has not come for its tokens yet.
    Approved,
    /// A person refused it.
    Denied,
    /// The device has what it came for.
    Spent,
}

impl DeviceState {
    /// The name that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Approved => "approved",
            Self::Denied => "denied",
            Self::Spent => "spent",
        }
    }

    /// Reads what [`Self::as_str`] wrote.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Pending, Self::Approved, Self::Denied, Self::Spent].into_iter().find(|state| state.as_str() == name)
    }
}

/// A device that asked, as the store holds it, but for its codes.
#[derive(Clone, Debug)]
pub struct DeviceAuthorization {
    /// The row; not a secret.
    pub id: DeviceAuthorizationId,
    /// The app on the device.
    pub client_id: ClientId,
    /// What it asks for.
    pub yields: DeviceYield,
    /// Within which scopes.
    pub scopes: Scopes,
    /// How far it has come.
    pub state: DeviceState,
    /// Who opened it with the user code: nobody else may answer.
    pub user_id: Option<UserId>,
    /// How the device was told to ask.
    pub polling: Polling,
    /// From where it asked.
    pub ip_address: String,
    /// With what.
    pub user_agent: String,
    /// When it asked.
    pub created_at: Timestamp,
    /// When it is too late.
    pub expires_at: Timestamp,
}

impl DeviceAuthorization {
    /// Whether it waits for an answer.
    pub fn waits(&self, now: Timestamp) -> bool {
        self.state == DeviceState::Pending && now < self.expires_at
    }
}

/// How often a device asks whether somebody has answered (RFC 8628, section 3.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Polling {
    /// How long it was told to wait between two questions.
    pub interval: Duration,
    /// When it last asked.
    pub last: Option<Timestamp>,
}

/// What comes of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// It came in time.
    Right,
    /// It came too soon: from now on the device waits this long.
    TooFast(Duration),
}

impl Polling {
    /// By how much longer a device waits that asked too soon.
    const STEP: Duration = Duration::from_secs(5);
    /// The longest that it is ever told to wait: one that keeps asking at its own pace gets its answer all the same.
    const LONGEST: Duration = Duration::from_secs(60);
    /// Networks deliver some questions sooner than others: so much too soon is in time.
    const LEEWAY: Duration = Duration::from_secs(1);

    /// Judges a question that comes at `now` by what the device was told.
    pub fn judge(self, now: Timestamp) -> Pace {
        let waited = self.last.map(|last| now.since(last));
        if waited.is_none_or(|waited| waited + Self::LEEWAY >= self.interval) {
            return Pace::Right;
        }
        Pace::TooFast((self.interval + Self::STEP).min(Self::LONGEST.max(self.interval)))
    }
}
