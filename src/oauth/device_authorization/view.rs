//! The pages of devices.

use askama::Template;
use axum::http::StatusCode;

use crate::clock::Timestamp;
use crate::model::device_authorization::UserCode;
use crate::model::user_agent::Device;
use crate::oauth::consent::view::ScopeLine;
use crate::web::chrome::Chrome;
use crate::web::problem::Problems;

/// Typing the code of a device. Sends `user_code` to `/device`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/oauth/device_code.html")]
pub struct DeviceCodePage {
    /// The frame.
    pub chrome: Chrome,
    /// What was typed, or came with the address.
    pub user_code: String,
    /// Whether it came with the address: then the person is to compare it.
    pub linked: bool,
    /// What was wrong with the last try.
    pub problems: Problems,
}

impl DeviceCodePage {
    /// A code as they look.
    const EXAMPLE: &'static str = "WDJB-MJHT";
    /// Letters, and a dash or spaces between them.
    const PATTERN: &'static str = "[A-Za-z \\-]*";
    /// With room for the dash and a space or two.
    const LONGEST: usize = UserCode::LENGTH + 3;
}

/// Who asks to be signed in, as far as it can be told.
#[derive(Clone, Debug)]
pub struct Requester {
    /// Where it is, if the operator has a file of places.
    pub place: Option<String>,
    /// Its address.
    pub ip_address: String,
    /// What it says it is.
    pub device: Device,
    /// When it asked.
    pub asked_at: Timestamp,
    /// Whether it is in another country than this browser.
    pub elsewhere: bool,
}

/// Answering for a device. Sends `person` and `action` = `connect` or `deny` to `/device/confirm`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/oauth/device_confirm.html")]
pub struct DeviceConfirmPage {
    /// The frame.
    pub chrome: Chrome,
    /// The client's name.
    pub app_name: String,
    /// The client's id.
    pub client_id: String,
    /// Whether to warn: the client registered itself and nobody vouches for it.
    pub unverified: bool,
    /// The client's privacy notice.
    pub policy_url: Option<String>,
    /// The client's terms.
    pub terms_url: Option<String>,
    /// The person's name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// Who the page is shown to; only their answer counts.
    pub person: String,
    /// Where another account is chosen.
    pub switch_url: String,
    /// The code, to be compared with what the device shows.
    pub user_code: Option<String>,
    /// For how long it can be answered.
    pub minutes_left: u64,
    /// Whether the device gets a session of the person's own.
    pub whole_account: bool,
    /// What the app asks for.
    pub scopes: Vec<ScopeLine>,
    /// Who asks.
    pub requester: Requester,
    /// Where access can be taken back.
    pub account_url: String,
}

impl DeviceConfirmPage {
    fn scope_names(&self) -> String {
        self.scopes.iter().map(|line| line.scope.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeviceOutcome {
    /// The person allowed it.
    Connected,
    /// The person refused it.
    Denied,
    /// Nobody answered in time.
    Expired,
    /// Somebody else opened it, or answered.
    Used,
}

impl DeviceOutcome {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Connected, Self::Denied, Self::Expired, Self::Used];

    /// The name in ids and texts.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Connected => "connected",
            Self::Denied => "denied",
            Self::Expired => "expired",
            Self::Used => "used",
        }
    }

    /// The HTTP status that fits.
    pub const fn status(self) -> StatusCode {
        match self {
            Self::Connected | Self::Denied => StatusCode::OK,
            Self::Expired | Self::Used => StatusCode::GONE,
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Self::Connected => "device-connected-title",
            Self::Denied => "device-denied-title",
            Self::Expired => "device-expired-title",
            Self::Used => "device-used-title",
        }
    }

    const fn explanation(self) -> &'static str {
        match self {
            Self::Connected => "device-connected-text",
            Self::Denied => "device-denied-text",
            Self::Expired => "device-expired-text",
            Self::Used => "device-used-text",
        }
    }

    /// Whether the device still is to be connected, with another code.
    const fn is_to_be_tried_again(self) -> bool {
        matches!(self, Self::Expired | Self::Used)
    }
}

/// What came of it.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/oauth/device_outcome.html")]
pub struct DeviceOutcomePage {
    /// The frame.
    pub chrome: Chrome,
    /// The client's name.
    pub app_name: String,
    /// How it ended.
    pub outcome: DeviceOutcome,
    /// Where access can be taken back.
    pub account_url: String,
    /// Where another code is typed.
    pub device_url: String,
}
