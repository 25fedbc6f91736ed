//! The mails that people are told to look for.

use crate::model::urls;

/// Which mail the person is to look for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailPurpose {
    /// To prove the address of a new account.
    NewAccount,
    /// To prove that of an account in which somebody signs in.
    VerifyEmail,
    /// To make an account without a password.
    SignUp,
    /// To choose a new password.
    ResetPassword,
    /// To sign in; where that is allowed, the link of a new address makes an account.
    MagicLink,
}

impl MailPurpose {
    const ALL: [Self; 5] = [Self::NewAccount, Self::VerifyEmail, Self::SignUp, Self::ResetPassword, Self::MagicLink];

    /// Its name in the page's address.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NewAccount => "new_account",
            Self::VerifyEmail => "verify_email",
            Self::SignUp => "sign_up",
            Self::ResetPassword => "reset_password",
            Self::MagicLink => "magic_link",
        }
    }

    /// The one of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.as_str() == name)
    }

    /// Whether the link proves an address and nothing else.
    pub const fn proves_address(self) -> bool {
        matches!(self, Self::NewAccount | Self::VerifyEmail)
    }

    /// The page on which the address was typed.
    pub const fn asked_at(self) -> &'static str {
        match self {
            Self::NewAccount | Self::SignUp => urls::SIGN_UP,
            Self::VerifyEmail => urls::SIGN_IN,
            Self::ResetPassword => urls::FORGOT_PASSWORD,
            Self::MagicLink => urls::MAGIC_LINK_REQUEST,
        }
    }
}
