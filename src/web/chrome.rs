//! What stands around every hosted page: language, brand, the app that the person is on the way to, and the hidden form fields.

use crate::locale::{Around, Locale, Locales, Texts};
use crate::model::authentication_method::{AuthenticationMethod, AuthenticationMethods};
use crate::model::second_factor::SecondFactor;
use crate::model::user_agent::Device;
use crate::web::assets;
use crate::web::captcha::FormChallenge;

/// The frame of a page. Page structs hold one and hand it to the layout.
#[derive(Clone, Debug)]
pub struct Chrome {
    /// The texts in the person's language.
    pub texts: Texts,
    /// Whose installation this is.
    pub brand: Brand,
    /// The app of the authorization request that the page is part of.
    pub app: Option<AppLine>,
    /// The value of the hidden field `csrf`.
    pub csrf: String,
    /// The id of the login transaction, for the hidden field `flow`.
    pub flow: Option<String>,
    /// What the page's forms ask of the browser before they are taken.
    pub work: Option<FormChallenge>,
    /// The other languages of this page; empty when there is only one.
    pub languages: Vec<LanguageLink>,
    /// Whether this is `vestibule dev`, which every page then says.
    pub dev: bool,
    /// The id of the request, as in the log.
    pub request_id: String,
}

/// Whose installation this is.
#[derive(Clone, Debug, Default)]
pub struct Brand {
    /// The operator's name.
    pub name: String,
    /// A logo served from here; without one the mark of the house stands.
    pub logo_url: Option<String>,
    /// Where people get help.
    pub help_url: Option<String>,
    /// The operator's privacy notice.
    pub privacy_url: Option<String>,
    /// The operator's terms.
    pub terms_url: Option<String>,
}

/// The line "to continue to App".
#[derive(Clone, Debug)]
pub struct AppLine {
    /// The client's name.
    pub name: String,
    /// Its logo, copied to here.
    pub logo_url: Option<String>,
    /// The host of its site; only for clients of third parties.
    pub host: Option<String>,
    /// Whether the operator vouches for it.
    pub verified: bool,
}

/// One entry of the language menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageLink {
    /// The language.
    pub locale: Locale,
    /// This page in that language.
    pub url: String,
    /// Whether the page is in it now.
    pub current: bool,
}

impl Chrome {
    /// The text of `key`.
    pub fn text(&self, key: &str) -> String {
        self.texts.get(key)
    }

    /// The text of `key` with one value in it.
    pub fn text_with(&self, key: &str, name: &str, value: &str) -> String {
        self.texts.with(key, &[(name, value)])
    }

    /// The text of `key` with the operator's name, its `$brand`, in it.
    pub fn text_brand(&self, key: &str) -> String {
        self.texts.with(key, &[("brand", &self.brand.name)])
    }

    /// The text of `key` for a number of things, which templates hand over by reference.
    pub fn text_count(&self, key: &str, count: &u64) -> String {
        self.texts.count(key, *count)
    }

    /// The text of `key` cut in two around the value called `name`.
    pub fn text_around(&self, key: &str, name: &str) -> Around {
        self.texts.around(key, name)
    }

    /// A device in words, as far as it is known.
    pub fn device(&self, device: &Device) -> String {
        match (device.browser, device.system) {
            (Some(browser), Some(system)) => self.texts.with("sessions-device", &[("browser", browser), ("system", system)]),
            (Some(name), None) | (None, Some(name)) => name.to_owned(),
            (None, None) => self.text("sessions-unknown-device"),
        }
    }

    /// How somebody proved who they are, in words.
    pub fn methods(&self, methods: &AuthenticationMethods) -> String {
        methods.iter().map(|method| self.text(method_key(method))).collect::<Vec<_>>().join(" · ")
    }

    /// The first letter of a name, for the round picture of someone without one.
    pub fn initial(&self, name: &str) -> String {
        name.chars().find(|character| character.is_alphanumeric()).map(|first| first.to_uppercase().collect()).unwrap_or_default()
    }

    /// The page's language, for `lang`.
    pub fn language(&self) -> &'static str {
        self.texts.locale().tag()
    }

    /// The direction of the page, for `dir`.
    pub fn direction(&self) -> &'static str {
        self.texts.locale().direction().as_str()
    }

    /// The address of an embedded file.
    pub fn asset(&self, name: &str) -> String {
        assets::url(name)
    }

    /// What follows the page's own title: app and operator.
    pub fn title_tail(&self) -> String {
        match &self.app {
            Some(app) => format!(" - {} - {}", app.name, self.brand.name),
            None => format!(" - {}", self.brand.name),
        }
    }
}

const fn method_key(method: AuthenticationMethod) -> &'static str {
    match method {
        AuthenticationMethod::Password => "method-password",
        AuthenticationMethod::MagicLink => "method-magic-link",
        AuthenticationMethod::EmailCode => "method-email-code",
        AuthenticationMethod::Passkey
        | AuthenticationMethod::VerifiedPasskey
        | AuthenticationMethod::Second(SecondFactor::Passkey) => "method-passkey",
        AuthenticationMethod::PhoneCode => "method-phone-code",
        AuthenticationMethod::Wallet => "method-wallet",
        AuthenticationMethod::Anonymous => "method-anonymous",
        AuthenticationMethod::Second(SecondFactor::Totp) => "method-totp",
        AuthenticationMethod::Second(SecondFactor::BackupCode) => "method-backup-code",
        AuthenticationMethod::Second(SecondFactor::MailedCode) => "method-mailed-code",
        AuthenticationMethod::Second(SecondFactor::TextedCode) => "method-texted-code",
    }
}

/// The language menu of the page at `path` with `query`: the same address with another `ui_locales`. Empty when there is nothing
/// to choose from.
pub fn language_menu(locales: &Locales, current: Locale, path: &str, query: Option<&str>) -> Vec<LanguageLink> {
    if locales.offered().len() < 2 {
        return Vec::new();
    }
    let kept: Vec<(String, String)> = url::form_urlencoded::parse(query.unwrap_or_default().as_bytes())
        .filter(|(name, _)| name != "ui_locales")
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect();
    let link = |locale: &Locale| {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        let query = query.extend_pairs(&kept).append_pair("ui_locales", locale.tag()).finish();
        LanguageLink { locale: *locale, url: format!("{path}?{query}"), current: *locale == current }
    };
    locales.offered().iter().map(link).collect()
}
