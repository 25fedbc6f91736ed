//! What a sign-in page tells of what happened just before.

use crate::web::chrome::Chrome;

/// What happened before the person came to sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInNotice {
    /// They chose a new password.
    PasswordReset,
    /// They proved their address.
    EmailVerified,
    /// They signed out.
    SignedOut,
    /// They showed too many wrong codes.
    TooManyCodes,
    /// They owe a second factor and have none that counts.
    NoSecondFactor,
    /// What their passkey signed was not taken.
    PasskeyRefused,
    /// Nobody here has their passkey.
    PasskeyUnknown,
    /// The message that their wallet signed works no more, or not in this browser.
    WalletTooLate,
    /// It was signed for a chain that is not taken here.
    WalletChain,
    /// It was not signed by the account that it names.
    WalletRefused,
    /// Nobody here has their wallet, and it makes no account.
    WalletUnknown,
}

impl SignInNotice {
    const ALL: [Self; 11] = [
        Self::PasswordReset,
        Self::EmailVerified,
        Self::SignedOut,
        Self::TooManyCodes,
        Self::NoSecondFactor,
        Self::PasskeyRefused,
        Self::PasskeyUnknown,
        Self::WalletTooLate,
        Self::WalletChain,
        Self::WalletRefused,
        Self::WalletUnknown,
    ];

    /// Its name in the parameter `notice`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PasswordReset => "password_reset",
            Self::EmailVerified => "email_verified",
            Self::SignedOut => "signed_out",
            Self::TooManyCodes => "too_many_codes",
            Self::NoSecondFactor => "no_second_factor",
            Self::PasskeyRefused => "passkey_refused",
            Self::PasskeyUnknown => "passkey_unknown",
            Self::WalletTooLate => "wallet_too_late",
            Self::WalletChain => "wallet_chain",
            Self::WalletRefused => "wallet_refused",
            Self::WalletUnknown => "wallet_unknown",
        }
    }

    /// The one of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|notice| notice.as_str() == name)
    }

    /// It in words.
    pub fn text(self, chrome: &Chrome) -> String {
        match self {
            Self::PasswordReset => chrome.text("sign-in-notice-password-reset"),
            Self::EmailVerified => chrome.text("sign-in-notice-email-verified"),
            Self::SignedOut => chrome.text("sign-in-notice-signed-out"),
            Self::TooManyCodes => chrome.text("sign-in-notice-too-many-codes"),
            Self::NoSecondFactor => chrome.text("sign-in-notice-no-second-factor"),
            Self::PasskeyRefused => chrome.text("problem-passkey-refused"),
            Self::PasskeyUnknown => chrome.text("sign-in-notice-passkey-unknown"),
            Self::WalletTooLate => chrome.text("sign-in-notice-wallet-too-late"),
            Self::WalletChain => chrome.text("wallet-chain"),
            Self::WalletRefused => chrome.text("sign-in-notice-wallet-refused"),
            Self::WalletUnknown => chrome.text("sign-in-notice-wallet-unknown"),
        }
    }
}
