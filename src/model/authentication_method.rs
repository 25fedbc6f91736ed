//! How a person proved who they are: `amr` (RFC 8176) and what follows from it for `acr`.

use serde::{Deserialize, Serialize};

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
}

impl AuthenticationMethod {
    /// The authentication method reference value (RFC 8176, section 2).
    pub const fn amr(self) -> &'static str {
        match self {
            Self::Password => "pwd",
            Self::MagicLink | Self::EmailCode => "otp",
        }
    }

    /// The name that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::MagicLink => "magic_link",
            Self::EmailCode => "email_code",
        }
    }

    const ALL: [Self; 3] = [Self::Password, Self::MagicLink, Self::EmailCode];

    /// Reads what [`Self::as_str`] wrote.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.as_str() == name)
    }

    /// The name by which Better Auth's clients know a sign-in by this method.
    pub const fn login_name(self) -> &'static str {
        match self {
            Self::Password => "email",
            Self::MagicLink => "magic-link",
            Self::EmailCode => "email-otp",
        }
    }

    /// The method of this [`Self::login_name`].
    pub fn of_login_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.login_name() == name)
    }
}

/// The methods of one session, in the order in which they were proved. Stored as names separated by spaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthenticationMethods(Vec<AuthenticationMethod>);

impl AuthenticationMethods {
    /// A session begins with one method.
    pub fn first(method: AuthenticationMethod) -> Self {
        Self(vec![method])
    }

    /// The method that the session began with.
    pub fn began_with(&self) -> Option<AuthenticationMethod> {
        self.0.first().copied()
    }

    /// Reads what [`Self::stored`] wrote; a name that this binary does not know is left out.
    pub fn parse(text: &str) -> Self {
        Self(text.split(' ').filter_map(AuthenticationMethod::parse).collect())
    }

    /// The form that is stored.
    pub fn stored(&self) -> String {
        self.0.iter().map(|method| method.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// The `amr` claim.
    pub fn amr(&self) -> Vec<&'static str> {
        let mut values: Vec<&'static str> = Vec::new();
        for method in &self.0 {
            if !values.contains(&method.amr()) {
                values.push(method.amr());
            }
        }
        values
    }

    /// The `acr` claim: "1" for one factor. "0" would say that the session is not proof enough for anything of value
    /// (OpenID Connect Core, section 2).
    pub const fn acr(&self) -> &'static str {
        ACR_SINGLE_FACTOR
    }
}

/// The authentication context class that one factor reaches; also the list in discovery's `acr_values_supported`.
pub const ACR_SINGLE_FACTOR: &str = "1";
