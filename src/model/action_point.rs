//! Where actions are asked: the points in the life of accounts, sessions and tokens at which a program of the operator has a say.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum ActionPoint {
    /// Before an account is made.
    BeforeSignUp,
    /// Once it is made.
    AfterSignUp,
    /// When the first factor was right, before the second is asked for and the session begins.
    BeforeSignIn,
    /// Once the session has begun.
    AfterSignIn,
    /// When tokens are issued or refreshed, and when UserInfo is asked for.
    Token,
    /// When an app asks who is signed in.
    Session,
    /// Before a person changes name, picture, user name, mail address or phone number.
    BeforeUserUpdate,
    /// Once it is changed.
    AfterUserUpdate,
    /// Before a person erases their account.
    BeforeDelete,
    /// Once it is erased.
    AfterDelete,
}

impl ActionPoint {
    /// Every point.
    pub const ALL: [Self; 10] = [
        Self::BeforeSignUp,
        Self::AfterSignUp,
        Self::BeforeSignIn,
        Self::AfterSignIn,
        Self::Token,
        Self::Session,
        Self::BeforeUserUpdate,
        Self::AfterUserUpdate,
        Self::BeforeDelete,
        Self::AfterDelete,
    ];

    /// The name in configuration and requests.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::BeforeSignUp => "before_sign_up",
            Self::AfterSignUp => "after_sign_up",
            Self::BeforeSignIn => "before_sign_in",
            Self::AfterSignIn => "after_sign_in",
            Self::Token => "token",
            Self::Session => "session",
            Self::BeforeUserUpdate => "before_user_update",
            Self::AfterUserUpdate => "after_user_update",
            Self::BeforeDelete => "before_delete",
            Self::AfterDelete => "after_delete",
        }
    }

    /// Whether something waits for the answer. After the fact nothing does: the request is sent from the queue of webhooks, and sent
    /// again until it is taken.
    pub const fn is_waited_for(self) -> bool {
        !matches!(self, Self::AfterSignUp | Self::AfterSignIn | Self::AfterUserUpdate | Self::AfterDelete)
    }
}
