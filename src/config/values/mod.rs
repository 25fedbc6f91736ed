//! The types that settings parse into. Each is written as one text or number, says what is wrong with a bad one, and carries in
//! its schema title what a good one looks like: the reference and every fault quote it.

mod additional_fields;
mod address;
mod color;
mod country;
mod database_url;
mod error_url;
mod hook_name;
mod mail;
mod mail_domain;
mod public_url;
mod seconds;
mod secret;
mod text;
mod web_url;

pub use additional_fields::{FieldProblem, SessionFields, UserFields};
pub use address::{ListenAddress, Network};
pub use color::Color;
pub use country::CountryCode;
pub use database_url::{DatabaseEngine, DatabaseUrl};
pub use error_url::ErrorUrl;
pub use hook_name::HookName;
pub use mail::{MailSender, MailUrl};
pub use mail_domain::MailDomain;
pub use public_url::{Issuer, PublicUrl};
pub use seconds::Seconds;
pub use secret::{Secret, SecretUrl};
pub use text::{CookieDomain, CookiePrefix, LocaleTag, LogFilter, Text};
pub use web_url::WebUrl;
