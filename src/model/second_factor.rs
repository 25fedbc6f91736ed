//! Second factors: what a person shows beside what they signed in with.

use serde::{Deserialize, Serialize};

/// One kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SecondFactor {
    /// A code of an authenticator app (RFC 6238).
    Totp,
    /// A code that the person was given on paper.
    BackupCode,
    /// A code that was mailed to them.
    MailedCode,
    /// A code that was sent to their phone.
    TextedCode,
    /// A passkey, beside something else that they showed.
    Passkey,
}

impl SecondFactor {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Totp, Self::MailedCode, Self::TextedCode, Self::BackupCode, Self::Passkey];

    /// The name that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Totp => "totp",
            Self::BackupCode => "backup_code",
            Self::MailedCode => "mailed_code",
            Self::TextedCode => "texted_code",
            Self::Passkey => "second_passkey",
        }
    }

    /// Whether it is a code that is sent when it is asked for.
    pub const fn is_sent(self) -> bool {
        matches!(self, Self::MailedCode | Self::TextedCode)
    }

    /// Reads what [`Self::as_str`] wrote.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|factor| factor.as_str() == name)
    }
}

/// What a person can show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HeldFactors {
    /// Codes of an authenticator app.
    pub totp: bool,
    /// Codes that are mailed.
    pub mailed_code: bool,
    /// Codes that are sent to their phone.
    pub texted_code: bool,
    /// Codes on paper.
    pub backup_codes: bool,
    /// A passkey.
    pub passkey: bool,
}

impl HeldFactors {
    /// Whether this kind is among them.
    pub const fn has(self, factor: SecondFactor) -> bool {
        match factor {
            SecondFactor::Totp => self.totp,
            SecondFactor::MailedCode => self.mailed_code,
            SecondFactor::TextedCode => self.texted_code,
            SecondFactor::Passkey => self.passkey,
            SecondFactor::BackupCode => self.backup_codes,
        }
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.iter().next().is_none()
    }

    /// Each, in the order in which they are offered.
    pub fn iter(self) -> impl Iterator<Item = SecondFactor> {
        SecondFactor::ALL.into_iter().filter(move |factor| self.has(*factor))
    }
}
