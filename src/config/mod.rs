//! Configuration: what can be set, by which names, and what holds.
//!
//! Owns the keys of `vestibule.toml`, their defaults and rules, and the reading of files, environment and flags. Every value is
//! parsed into a type at start; whoever holds a [`Config`] holds a sound one. Implements no specification, but refuses what they
//! forbid: an issuer with a query (RFC 8414, section 2), `SameSite=None` without TLS (RFC 6265bis, section 5.7). May use `model`'s and
//! `crypto`'s types; never the network, never the database.
//!
//! A new key is a documented field in its section's struct under `sections/` and a line in its `Default`; the schema, the reference
//! and the environment variable follow. A new section is a file there and a field in [`Config`].

mod catalogue;
mod changes;
mod fault;
mod load;
mod origin;
mod reference;
mod sections;
mod show;
mod sources;
mod tables;
mod values;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use catalogue::schema;
pub use fault::{ConfigFaults, Fault};
pub use origin::Origin;
pub use reference::reference;
pub use sections::*;
pub use sources::{DEFAULT_FILE, Sources};
pub use values::*;

use crate::crypto::digest::Digest;
use crate::model::user::User;
use fault::Faults;

/// What the program runs as. Some defaults depend on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// For real use.
    #[default]
    Serve,
    /// For trying out, on this machine only.
    Dev,
}

/// Every setting, parsed and checked.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Where Vestibule is reached, and whom it believes.
    pub server: Server,
    /// Where the data lives.
    pub database: Database,
    /// The master key, and how tokens are signed.
    pub keys: Keys,
    /// How mail is sent.
    pub mail: Mail,
    /// How text messages are sent.
    pub sms: Sms,
    /// Names and reach of the cookies.
    pub cookies: Cookies,
    /// Who may make accounts and register apps.
    pub registration: Registration,
    /// What people agree to.
    pub terms: Terms,
    /// What apps are told about people.
    pub claims: Claims,
    /// What people may do with their accounts.
    pub accounts: Accounts,
    /// What tells people from programs.
    pub captcha: Captcha,
    /// Which passwords are taken.
    pub passwords: Passwords,
    /// Names to sign in with beside the mail address.
    pub username: Username,
    /// What the browser keeps of the last sign-in.
    pub last_login_method: LastLoginMethod,
    /// What is asked of people beside name and address.
    pub users: Users,
    /// How long people stay signed in.
    pub sessions: Sessions,
    /// Several people in one browser.
    pub multi_session: MultiSession,
    /// Session tokens outside of cookies.
    pub bearer: Bearer,
    /// Tokens that carry a session over.
    pub one_time_token: OneTimeToken,
    /// Second factors.
    pub two_factor: TwoFactor,
    /// Signing in by mailed link.
    pub magic_link: MagicLink,
    /// Signing in by mailed code.
    pub email_code: EmailCode,
    /// Signing in without saying who one is.
    pub anonymous: Anonymous,
    /// Signing in with a wallet of Ethereum.
    pub siwe: Siwe,
    /// Passkeys.
    pub passkey: Passkey,
    /// Phone numbers, and signing in by them.
    pub phone: Phone,
    /// Pictures that people upload.
    pub pictures: Pictures,
    /// Where sign-ins come from.
    pub places: Places,
    /// How long codes and tokens live.
    pub tokens: Tokens,
    /// Devices that are signed in from somewhere else.
    pub device_authorization: DeviceAuthorization,
    /// The JWTs that the JSON API makes of sessions.
    pub jwt: Jwt,
    /// How long mailed links work.
    pub links: Links,
    /// How many requests are answered.
    pub rate_limit: RateLimit,
    /// Which private networks Vestibule may call.
    pub outbound: Outbound,
    /// The hosted pages.
    pub pages: Pages,
    /// How pages and mails look.
    pub brand: Brand,
    /// Logs and traces.
    pub telemetry: Telemetry,
    /// Programs of yours that are told what happened: as many as you like. Off while there is none.
    pub webhooks: Vec<Webhook>,
    /// Programs of yours that are asked before something happens, or add to it: as many as you like. Off while there is none.
    pub actions: Vec<Action>,
    #[serde(skip)]
    provenance: Provenance,
}

/// Where the values come from.
#[derive(Clone, Debug, Default)]
struct Provenance {
    mode: Mode,
    origins: BTreeMap<String, Origin>,
    /// Digests of the secrets that are set: enough to notice that one has changed.
    secrets: BTreeMap<String, Digest>,
}

impl Default for Config {
    fn default() -> Self {
        Self::default_for(Mode::Serve)
    }
}

impl Config {
    /// What holds when nothing is set.
    pub fn default_for(mode: Mode) -> Self {
        Self {
            server: Server::default(),
            database: Database::default_for(mode),
            keys: Keys::default(),
            mail: Mail::default(),
            sms: Sms::default(),
            cookies: Cookies::default(),
            registration: Registration::default_for(mode),
            terms: Terms::default(),
            claims: Claims::default_for(mode),
            accounts: Accounts::default(),
            captcha: Captcha::default(),
            passwords: Passwords::default(),
            username: Username::default(),
            last_login_method: LastLoginMethod::default(),
            users: Users::default(),
            sessions: Sessions::default(),
            multi_session: MultiSession::default(),
            bearer: Bearer::default(),
            one_time_token: OneTimeToken::default(),
            two_factor: TwoFactor::default(),
            magic_link: MagicLink::default(),
            email_code: EmailCode::default(),
            anonymous: Anonymous::default(),
            siwe: Siwe::default(),
            passkey: Passkey::default(),
            phone: Phone::default(),
            pictures: Pictures::default(),
            places: Places::default(),
            tokens: Tokens::default(),
            device_authorization: DeviceAuthorization::default(),
            jwt: Jwt::default(),
            links: Links::default(),
            rate_limit: RateLimit::default(),
            outbound: Outbound::default(),
            pages: Pages::default(),
            brand: Brand::default(),
            telemetry: Telemetry::default(),
            webhooks: Vec::new(),
            actions: Vec::new(),
            provenance: Provenance { mode, ..Provenance::default() },
        }
    }

    /// Reads and checks everything; on failure tells everything that is wrong.
    pub fn load(sources: &Sources, mode: Mode) -> Result<Self, ConfigFaults> {
        load::load(sources, mode)
    }

    /// From a TOML text alone.
    pub fn from_toml(text: &str, mode: Mode) -> Result<Self, ConfigFaults> {
        Self::load(&Sources::none().toml(text), mode)
    }

    /// What the program runs as.
    pub const fn mode(&self) -> Mode {
        self.provenance.mode
    }

    /// Where the value of `key` (`section.name`) comes from.
    pub fn origin(&self, key: &str) -> &Origin {
        self.provenance.origins.get(key).unwrap_or(&Origin::Default)
    }

    /// Whether browsers come over TLS.
    pub fn is_secure(&self) -> bool {
        self.server.public_url.is_https()
    }

    /// The issuer identifier.
    pub fn issuer(&self) -> &str {
        self.server.issuer.as_ref().map_or(self.server.public_url.as_str(), Issuer::as_str)
    }

    /// The `iss` of session JWTs.
    pub fn jwt_issuer(&self) -> &str {
        self.jwt.issuer.as_ref().map_or(self.server.public_url.as_str(), Text::as_str)
    }

    /// The `aud` of session JWTs.
    pub fn jwt_audience(&self) -> &str {
        self.jwt.audience.as_ref().map_or(self.server.public_url.as_str(), Text::as_str)
    }

    /// Whether a new account must prove its mail address first.
    pub fn require_verified_email(&self) -> bool {
        let drop_in = self.rate_limit.profile == RateLimitProfile::BetterAuth;
        let by_default = self.mode() == Mode::Serve && self.mail.is_configured() && !drop_in;
        self.registration.require_verified_email.unwrap_or(by_default)
    }

    /// Whether somebody reads the mail to a person's address: it is neither a placeholder nor one that stands for a phone number.
    pub fn has_mailbox(&self, user: &User) -> bool {
        user.has_address() && !self.phone.is_temporary_email(&user.email)
    }

    /// What works but is likely not meant, one line each.
    pub fn warnings(&self) -> Vec<String> {
        let mut warnings = Vec::new();
        let color = self.brand.color;
        if !color.carries_white_text() {
            let (contrast, least) = (color.contrast_with_white(), Color::LEAST_CONTRAST);
            let problem = format!("white text on it is hard to read (contrast {contrast:.1}, should be {least} or more)");
            warnings.push(self.fault("brand.color", problem, "write a darker color").to_string());
        }
        if self.require_verified_email() && !self.mail.is_configured() && self.mode() == Mode::Serve {
            let problem = "nobody can prove a mail address, because no mail can be sent";
            warnings.push(self.fault("registration.require_verified_email", problem, "set mail.url").to_string());
        }
        if self.lacks_domain_for_passkeys() {
            let problem = "browsers bind passkeys to a domain, and server.public_url has none";
            warnings.push(self.fault("passkey.enabled", problem, "reach the server by a name").to_string());
        }
        let by_mail = [("magic_link.enabled", self.magic_link.enabled), ("email_code.enabled", self.email_code.enabled)];
        for (key, _) in by_mail.into_iter().filter(|(_, enabled)| *enabled) {
            if !self.mail.is_configured() && self.mode() == Mode::Serve {
                let problem = "nobody can sign in this way, because no mail can be sent";
                warnings.push(self.fault(key, problem, "set mail.url").to_string());
            }
        }
        warnings
    }

    /// A fault of `key`, with its origin.
    fn fault(&self, key: &str, problem: impl Into<String>, remedy: impl Into<String>) -> Fault {
        Fault::new(key, problem, remedy).from(self.origin(key))
    }

    /// The rules that need more than one key.
    fn check(&self, faults: &mut Faults) {
        self.server.check(self, faults);
        self.keys.check(self, faults);
        self.mail.check(self, faults);
        self.sms.check(self, faults);
        self.phone.check(self, faults);
        self.two_factor.check(self, faults);
        self.cookies.check(self, faults);
        self.registration.check(self, faults);
        self.terms.check(self, faults);
        self.accounts.check(self, faults);
        self.captcha.check(self, faults);
        self.passwords.check(self, faults);
        self.username.check(self, faults);
        self.users.check(self, faults);
        self.sessions.check(self, faults);
        self.anonymous.check(self, faults);
        self.passkey.check(self, faults);
        self.jwt.check(self, faults);
        self.brand.check(self, faults);
        self.places.check(self, faults);
        check_webhooks(self, faults);
        check_actions(self, faults);
    }
}
