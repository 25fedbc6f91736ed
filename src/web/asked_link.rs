//! What a browser asked to have mailed: a link that works by opening it in the browser that asked for it (design 5.11).
//!
//! The cookie holds until when, and a signature over that, the purpose and whom the mail is about. So it tells nothing, helps with no
//! other link, and looks the same whether or not the address has an account. It proves no more than which browser asked: the
//! link's own token is needed too.

use axum::http::HeaderMap;

use crate::clock::Timestamp;
use crate::config::Config;
use crate::crypto::master_key::KeyUse;
use crate::crypto::signed_value;
use crate::model::ids::UserId;
use crate::web::cookies::{CookieLife, RequestCookies, SetCookie};
use crate::web::server::Server;

/// A link, as it was asked for and as it comes back.
#[derive(Clone, Copy, Debug)]
pub enum AskedLink<'a> {
    /// To prove this address.
    VerifyEmail {
        /// The address, folded.
        email: &'a str,
    },
    /// To take either step of a change of address.
    ChangeEmail {
        /// Whose.
        user: &'a UserId,
        /// To which address, folded.
        to: &'a str,
    },
    /// To delete the account.
    DeleteAccount {
        /// Whose.
        user: &'a UserId,
    },
    /// To sign in.
    MagicLink {
        /// With this address, folded.
        email: &'a str,
    },
}

impl AskedLink<'_> {
    const fn cookie(&self) -> &'static str {
        match self {
            Self::VerifyEmail { .. } => "asked_verify_email",
            Self::ChangeEmail { .. } => "asked_change_email",
            Self::DeleteAccount { .. } => "asked_delete_account",
            Self::MagicLink { .. } => "asked_magic_link",
        }
    }

    /// What the cookie is bound to: purpose and subject.
    fn binding(&self) -> String {
        match self {
            Self::VerifyEmail { email } | Self::MagicLink { email } => format!("{}\n{email}", self.cookie()),
            Self::ChangeEmail { user, to } => format!("{}\n{user}\n{to}", self.cookie()),
            Self::DeleteAccount { user } => format!("{}\n{user}", self.cookie()),
        }
    }

    /// The cookie for the browser that asks for the link now; it lives as long as the link.
    pub(in crate::web) fn set_cookie(&self, server: &Server, now: Timestamp) -> SetCookie {
        let life = self.life(&server.app.config);
        let until = (now + life).millis().to_string();
        let signed = signed_value::sign_bound(&server.app.master_keys, KeyUse::AskedLink, &until, &self.binding());
        server.cookies.set(self.cookie(), &signed, CookieLife::For(life))
    }

    /// Whether the browser that sent these headers asked for this link.
    pub fn was_asked(&self, server: &Server, headers: &HeaderMap, now: Timestamp) -> bool {
        let cookies = RequestCookies::read(headers);
        let until = cookies
            .get(&server.cookies.full(self.cookie()))
            .and_then(|signed| signed_value::verify_bound(&server.app.master_keys, KeyUse::AskedLink, signed, &self.binding()))
            .and_then(|until| until.parse::<i64>().ok());
        until.is_some_and(|until| now.millis() < until)
    }

    const fn life(&self, config: &Config) -> std::time::Duration {
        match self {
            Self::VerifyEmail { .. } | Self::ChangeEmail { .. } => config.links.verify_seconds.duration(),
            Self::DeleteAccount { .. } => config.links.delete_seconds.duration(),
            Self::MagicLink { .. } => config.magic_link.seconds.duration(),
        }
    }
}
