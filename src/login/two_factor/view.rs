//! The page on which a person shows their second factor.

use askama::Template;

use crate::model::second_factor::SecondFactor;
use crate::web::chrome::Chrome;
use crate::web::problem::Problems;

/// Asks for a second factor. Sends `method`, `code`, `trust`, `return_to` and what is to be done as `action` (`verify`, `send`) to
/// `/two-factor`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/login/two_factor.html")]
pub struct TwoFactorPage {
    /// The frame. Inside a login transaction (`chrome.flow`) the page offers to cancel.
    pub chrome: Chrome,
    /// What was wrong with the last try.
    pub problems: Problems,
    /// What the person is to show here.
    pub factor: SecondFactor,
    /// For a code that is mailed or sent to a phone: whether it was.
    pub sent: bool,
    /// Where it goes, not in full: whoever sees this has shown one factor only.
    pub sent_to: String,
    /// Whether somebody is asked who is signed in, and may rather sign out.
    pub signed_in: bool,
    /// Whether the browser may be trusted.
    pub may_trust: bool,
    /// Whether a passkey will do as well.
    pub has_passkey: bool,
    /// What the person can show instead, with where.
    pub others: Vec<OtherFactor>,
    /// The path to go on to, outside a login transaction.
    pub return_to: Option<String>,
}

/// Something else that a person can show.
#[derive(Clone, Debug)]
pub struct OtherFactor {
    /// What.
    pub factor: SecondFactor,
    /// Where.
    pub url: String,
}

impl TwoFactorPage {
    fn title(&self) -> String {
        match self.factor {
            SecondFactor::Totp => self.chrome.text("two-factor-totp-title"),
            SecondFactor::MailedCode | SecondFactor::TextedCode if self.sent => self.chrome.text("two-factor-mail-title"),
            SecondFactor::TextedCode => self.chrome.text("two-factor-text-send-title"),
            SecondFactor::Passkey => self.chrome.text("two-factor-passkey-title"),
            SecondFactor::MailedCode => self.chrome.text("two-factor-mail-send-title"),
            SecondFactor::BackupCode => self.chrome.text("two-factor-backup-title"),
        }
    }

    /// Whether the page asks for a code, rather than offering to send one.
    fn asks(&self) -> bool {
        !self.is_passkey() && (!self.factor.is_sent() || self.sent)
    }

    fn is_on_paper(&self) -> bool {
        self.factor == SecondFactor::BackupCode
    }

    fn is_sent_code(&self) -> bool {
        self.factor.is_sent()
    }

    fn is_passkey(&self) -> bool {
        self.factor == SecondFactor::Passkey
    }
}

impl OtherFactor {
    fn label(&self, chrome: &Chrome) -> String {
        match self.factor {
            SecondFactor::Totp => chrome.text("two-factor-use-totp"),
            SecondFactor::MailedCode => chrome.text("two-factor-use-mail"),
            SecondFactor::TextedCode => chrome.text("two-factor-use-text"),
            SecondFactor::Passkey => chrome.text("two-factor-passkey-button"),
            SecondFactor::BackupCode => chrome.text("two-factor-use-backup"),
        }
    }
}

/// `ada@example.test` as `a***@example.test`.
pub fn masked(address: &str) -> String {
    match (address.chars().next(), address.rsplit_once('@')) {
        (Some(first), Some((_, domain))) => format!("{first}***@{domain}"),
        _ => String::new(),
    }
}
