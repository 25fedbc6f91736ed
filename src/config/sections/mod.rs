//! One file a section of `vestibule.toml`. A section's struct documents its keys (the reference and the JSON Schema are made from
//! these texts), holds their defaults, and checks what one key alone cannot know in `check`.

mod accounts;
mod bearer;
mod brand;
mod claims;
mod cookies;
mod database;
mod jwt;
mod keys;
mod links;
mod mail;
mod one_time_token;
mod outbound;
mod pages;
mod rate_limit;
mod registration;
mod server;
mod sessions;
mod sms;
mod telemetry;
mod tokens;
mod two_factor;

pub use accounts::Accounts;
pub use bearer::Bearer;
pub use brand::Brand;
pub use claims::Claims;
pub use cookies::{Cookies, SameSite};
pub use database::Database;
pub use jwt::Jwt;
pub use keys::{Keys, MasterKey, RsaBits};
pub use links::Links;
pub use mail::Mail;
pub use one_time_token::OneTimeToken;
pub use outbound::Outbound;
pub use pages::{Pages, SignInPage};
pub use rate_limit::{RateLimit, RateLimitProfile};
pub use registration::{DynamicRegistration, Registration, SignUp};
pub use server::Server;
pub use sessions::Sessions;
pub use sms::Sms;
pub use telemetry::{LogFormat, Telemetry};
pub use tokens::Tokens;
pub use two_factor::{TwoFactor, TwoFactorPolicy};
