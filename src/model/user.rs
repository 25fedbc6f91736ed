//! People.

use crate::clock::Timestamp;
use crate::model::ids::UserId;

/// A person as the store holds them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// Opaque; also the `sub` of their tokens.
    pub id: UserId,
    /// Normalised (see `model/email.rs`).
    pub email: String,
    /// Whether the person has proved that the address is theirs.
    pub email_verified: bool,
    /// How they are called.
    pub name: String,
    /// The address of a picture.
    pub image: Option<String>,
    /// What they may do here.
    pub role: Role,
    /// The language they chose.
    pub locale: Option<String>,
    /// Rises with every change of what proves this person.
    pub credential_version: i64,
    /// Since when signing in asks them for a second factor.
    pub two_factor_enabled_at: Option<Timestamp>,
    /// Since when they may not sign in.
    pub disabled_at: Option<Timestamp>,
    /// Whether they said nothing about themselves yet: their address is a placeholder, and their session is all they have.
    pub is_anonymous: bool,
    /// When the account was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// How addresses end that stand for one which nobody has told us. Nobody can own them (RFC 2606, section 2).
pub const PLACEHOLDER_SUFFIX: &str = ".placeholder.invalid";

impl User {
    /// Somebody whose account begins: nothing is proved yet, and nothing set up.
    pub const fn beginning(id: UserId, email: String, name: String, now: Timestamp) -> Self {
        Self {
            id,
            email,
            email_verified: false,
            name,
            image: None,
            role: Role::User,
            locale: None,
            credential_version: 1,
            two_factor_enabled_at: None,
            disabled_at: None,
            is_anonymous: false,
            created_at: now,
            updated_at: now,
        }
    }

    /// Whether the address is one that the person told us, and no placeholder.
    pub fn has_address(&self) -> bool {
        !self.is_anonymous && !self.email.ends_with(PLACEHOLDER_SUFFIX)
    }

    /// Whether what is mailed to the address reaches somebody who may sign in.
    pub const fn gets_mail(&self) -> bool {
        self.disabled_at.is_none() && !self.is_anonymous
    }
}

/// What a person may do in this installation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Use their own account.
    User,
    /// Administer the installation.
    Admin,
}

impl Role {
    /// The name that is stored and shown.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Admin => "admin",
        }
    }

    /// Reads what [`Self::as_str`] wrote.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::User, Self::Admin].into_iter().find(|role| role.as_str() == name)
    }
}

/// One way in that a person has. The credential account holds their password; others stand for an upstream identity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The row.
    pub id: crate::model::ids::AccountId,
    /// Whose it is.
    pub user_id: UserId,
    /// `credential`, or the upstream's id.
    pub provider_id: String,
    /// Who vouches for the subject; `local` for a password.
    pub issuer: String,
    /// The person's identifier at that issuer; their own id for a password.
    pub subject: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// The `provider_id` of a password account.
pub const CREDENTIAL_PROVIDER: &str = "credential";
/// The `provider_id` and the `issuer` of a wallet on a chain.
pub const WALLET_PROVIDER: &str = "siwe";
/// The `issuer` of a password account.
pub const LOCAL_ISSUER: &str = "local";
