//! How a person proved who they are: `amr` (RFC 8176) and what follows from it for `acr`.

use serde::{Deserialize, Serialize};

use crate::model::second_factor::SecondFactor;

/// One way of proving, with the value that tokens carry for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AuthenticationMethod {
    /// A password (`pwd`).
    Password,
    /// A link that was mailed and works once (`otp`).
    MagicLink,
    /// A code that was mailed (`otp`).
    EmailCode,
    /// A passkey whose authenticator only saw that somebody is there (`pop`).
    Passkey,
    /// A passkey whose authenticator knew its person, by finger, face or PIN: two factors (`pop`).
    VerifiedPasskey,
    /// A code that was sent to a phone (`sms`).
    PhoneCode,
    /// A message that a wallet signed (`pop`).
    Wallet,
    /// Nothing (`anonymous`): a browser was given a session without saying whose.
    Anonymous,
    /// A second factor, after one of the others.
    Second(SecondFactor),
}

impl AuthenticationMethod {
    const ALL: [Self; 13] = [
        Self::Password,
        Self::MagicLink,
        Self::EmailCode,
        Self::Passkey,
        Self::VerifiedPasskey,
        Self::PhoneCode,
        Self::Wallet,
        Self::Anonymous,
        Self::Second(SecondFactor::Totp),
        Self::Second(SecondFactor::BackupCode),
        Self::Second(SecondFactor::MailedCode),
        Self::Second(SecondFactor::TextedCode),
        Self::Second(SecondFactor::Passkey),
    ];

    /// The authentication method reference value (RFC 8176, section 2).
    pub const fn amr(self) -> &'static str {
        match self {
            Self::Password => "pwd",
            Self::Passkey | Self::VerifiedPasskey | Self::Second(SecondFactor::Passkey) => "pop",
            Self::PhoneCode | Self::Second(SecondFactor::TextedCode) => "sms",
            Self::MagicLink | Self::EmailCode | Self::Second(_) => "otp",
            Self::Wallet => "pop",
            // No registered value says that nothing was proved.
            Self::Anonymous => "anonymous",
        }
    }

    /// The name that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::MagicLink => "magic_link",
            Self::EmailCode => "email_code",
            Self::Passkey => "passkey",
            Self::VerifiedPasskey => "verified_passkey",
            Self::PhoneCode => "phone_code",
            Self::Wallet => "siwe",
            Self::Anonymous => "anonymous",
            Self::Second(factor) => factor.as_str(),
        }
    }

    /// Reads what [`Self::as_str`] wrote.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.as_str() == name)
    }

    /// The name by which Better Auth's clients know a sign-in by this method; none for what signs nobody in by itself.
    pub const fn login_name(self) -> Option<&'static str> {
        match self {
            Self::Password => Some("email"),
            Self::MagicLink => Some("magic-link"),
            Self::EmailCode => Some("email-otp"),
            Self::Passkey | Self::VerifiedPasskey => Some("passkey"),
            Self::PhoneCode => Some("phone-number"),
            Self::Wallet => Some("siwe"),
            Self::Anonymous | Self::Second(_) => None,
        }
    }

    /// The method of this [`Self::login_name`].
    pub fn of_login_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.login_name() == Some(name))
    }

    /// Whether it is a second factor.
    pub const fn is_second(self) -> bool {
        matches!(self, Self::Second(_))
    }

    /// Whether it is two factors by itself: a key, and what unlocks it.
    pub const fn is_two_factors(self) -> bool {
        matches!(self, Self::VerifiedPasskey)
    }

    /// Whether it is a passkey.
    pub const fn is_passkey(self) -> bool {
        matches!(self, Self::Passkey | Self::VerifiedPasskey)
    }

    /// Whether it proves that the person has the phone with their number. A code that is sent there proves nothing more after it.
    pub const fn proves_phone(self) -> bool {
        matches!(self, Self::PhoneCode | Self::Second(SecondFactor::TextedCode))
    }

    /// Whether it proves that the person reads the mail to their address. A mailed code proves nothing more after it.
    pub const fn proves_mailbox(self) -> bool {
        match self {
            Self::Password | Self::Passkey | Self::VerifiedPasskey | Self::PhoneCode | Self::Wallet | Self::Anonymous => false,
            Self::MagicLink | Self::EmailCode => true,
            Self::Second(factor) => matches!(factor, SecondFactor::MailedCode),
        }
    }
}

/// Stored beside the names of methods where a trusted browser stood for the second factor.
const TRUSTED_BROWSER: &str = "trusted_browser";

/// The methods of one session, in the order in which they were proved. Stored as names separated by spaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthenticationMethods {
    proved: Vec<AuthenticationMethod>,
    in_trusted_browser: bool,
}

impl AuthenticationMethods {
    /// A session begins with one method.
    pub fn first(method: AuthenticationMethod) -> Self {
        Self { proved: vec![method], in_trusted_browser: false }
    }

    /// The same in a browser that is trusted: no second factor was proved, and none was owed.
    #[must_use]
    pub fn in_trusted_browser(mut self) -> Self {
        self.in_trusted_browser = true;
        self
    }

    /// Whether a trusted browser stood for the second factor.
    pub const fn were_in_trusted_browser(&self) -> bool {
        self.in_trusted_browser
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = AuthenticationMethod> {
        self.proved.iter().copied()
    }

    /// With one more.
    #[must_use]
    pub fn and(mut self, method: AuthenticationMethod) -> Self {
        if !self.proved.contains(&method) {
            self.proved.push(method);
        }
        self
    }

    /// With what makes `other` more than one factor, or stands for it: it was proved before these and still counts.
    #[must_use]
    pub fn and_second_factors_of(mut self, other: &Self) -> Self {
        self.in_trusted_browser |= other.in_trusted_browser;
        let counts_beside = |method: &&AuthenticationMethod| method.is_second() || method.is_two_factors();
        other.proved.iter().filter(counts_beside).fold(self, |methods, method| methods.and(*method))
    }

    /// The method that the session began with.
    pub fn began_with(&self) -> Option<AuthenticationMethod> {
        self.proved.first().copied()
    }

    /// Reads what [`Self::stored`] wrote; a name that this binary does not know is left out.
    pub fn parse(text: &str) -> Self {
        let proved = text.split(' ').filter_map(AuthenticationMethod::parse).collect();
        Self { proved, in_trusted_browser: text.split(' ').any(|name| name == TRUSTED_BROWSER) }
    }

    /// The form that is stored.
    pub fn stored(&self) -> String {
        let trusted = self.in_trusted_browser.then_some(TRUSTED_BROWSER);
        self.proved.iter().map(|method| method.as_str()).chain(trusted).collect::<Vec<_>>().join(" ")
    }

    /// Whether a second factor was proved beside a first, or what is both.
    pub fn are_multi_factor(&self) -> bool {
        self.proved.iter().any(|method| method.is_two_factors())
            || self.proved.iter().any(|method| method.is_second()) && self.proved.iter().any(|method| !method.is_second())
    }

    /// The `amr` claim.
    pub fn amr(&self) -> Vec<&'static str> {
        let mut values: Vec<&'static str> = Vec::new();
        for method in &self.proved {
            if !values.contains(&method.amr()) {
                values.push(method.amr());
            }
        }
        if self.are_multi_factor() {
            values.push("mfa");
        }
        values
    }

    /// The `acr` claim: "1" for one factor, "2" for two. "0" says that the session is not proof enough for anything of value
    /// (OpenID Connect Core, section 2): nothing was proved.
    pub fn acr(&self) -> &'static str {
        if self.proved.contains(&AuthenticationMethod::Anonymous) {
            ACR_NOTHING_PROVED
        } else if self.are_multi_factor() {
            ACR_MULTI_FACTOR
        } else {
            ACR_SINGLE_FACTOR
        }
    }
}

/// The authentication context class of somebody anonymous.
pub const ACR_NOTHING_PROVED: &str = "0";
/// The authentication context class that one factor reaches.
pub const ACR_SINGLE_FACTOR: &str = "1";
/// The authentication context class that two factors reach.
pub const ACR_MULTI_FACTOR: &str = "2";
