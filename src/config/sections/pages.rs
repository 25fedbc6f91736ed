//! `[pages]`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::values::{ErrorUrl, LocaleTag, WebUrl};

/// The section `pages`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Pages {
    /// How the sign-in page asks: for address and password together, or for the address first and for the password on the next page.
    pub sign_in: SignInPage,
    /// The language of pages and mails when a person's own is not known or not offered.
    pub default_locale: LocaleTag,
    /// Where links and sign-ins of the JSON API lead when they fail and the app named no place: a path here or an address of an app,
    /// which is told `error`, and perhaps `error_description`, in the query. By default a page of our own.
    pub error_url: Option<ErrorUrl>,
    /// Where people find help; linked from the hosted pages.
    pub help_url: Option<WebUrl>,
    /// The privacy policy; linked from the hosted pages.
    pub privacy_url: Option<WebUrl>,
    /// The terms of service; linked from the hosted pages.
    pub terms_url: Option<WebUrl>,
}

impl Default for Pages {
    fn default() -> Self {
        Self {
            sign_in: SignInPage::Combined,
            default_locale: LocaleTag::english(),
            error_url: None,
            help_url: None,
            privacy_url: None,
            terms_url: None,
        }
    }
}

/// How the sign-in page asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(inline)]
pub enum SignInPage {
    /// For address and password together.
    Combined,
    /// For the address first, for the password on a page of its own.
    IdentifierFirst,
}
