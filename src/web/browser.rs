//! The browser's flow secret: binds login transactions to the browser that began them, and makes the CSRF tokens of its forms.
//!
//! It lives in a cookie of its own and nowhere else, so that a visitor costs no row. It is made once, never replaced by a parallel
//! request, and rotates when a factor is proved (`sessions/establish.rs` rebinds the open transactions in the same unit).

use std::time::Duration;

use axum::http::HeaderMap;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::crypto::digest::Digest;
use crate::crypto::master_key::KeyUse;
use crate::web::cookies::{CookieLife, RequestCookies, SetCookie};
use crate::web::server::Server;

const COOKIE: &str = "flow";
/// Longer than any transaction; the cookie is of no use by itself.
const LIFE: Duration = Duration::from_secs(24 * 60 * 60);

/// The flow secret of the browser that sent a request.
#[derive(Clone)]
pub struct Browser {
    secret: String,
    known: bool,
}

impl Browser {
    /// Reads the cookie, or makes a secret for a browser that has none.
    pub fn of_request(server: &Server, headers: &HeaderMap) -> Self {
        let cookies = RequestCookies::read(headers);
        let shown = cookies.get(&server.cookies.full(COOKIE)).filter(|secret| secret.len() == 43);
        match shown {
            Some(secret) => Self { secret: secret.to_owned(), known: true },
            None => Self { secret: server.app.entropy.token(), known: false },
        }
    }

    /// The secret after a factor was proved.
    pub const fn rotated(secret: String) -> Self {
        Self { secret, known: false }
    }

    /// The secret, if the browser showed it; else there is nothing bound to it yet.
    pub fn shown(&self) -> Option<&str> {
        self.known.then_some(self.secret.as_str())
    }

    /// What transactions of this browser are bound to.
    pub fn digest(&self) -> [u8; 32] {
        *Digest::of(&self.secret).as_bytes()
    }

    /// The token that every form of this browser carries.
    pub fn csrf(&self, server: &Server) -> String {
        URL_SAFE_NO_PAD.encode(server.app.master_keys.mac(KeyUse::Csrf, self.secret.as_bytes()))
    }

    /// Whether a form that carries `token` came from a page that we gave this browser.
    pub fn sent(&self, server: &Server, token: &str) -> bool {
        let decoded = URL_SAFE_NO_PAD.decode(token).unwrap_or_default();
        self.known && server.app.master_keys.verify_mac(KeyUse::Csrf, self.secret.as_bytes(), &decoded)
    }

    /// The token of forms within a transaction of this browser. It outlives a rotation of the secret, so that a page that was open
    /// in another tab when its person signed in still works: knowing the id of a transaction that is bound to the browser proves
    /// as much as knowing a token of the browser's own.
    pub fn csrf_within(server: &Server, flow: &str) -> String {
        URL_SAFE_NO_PAD.encode(server.app.master_keys.mac(KeyUse::Csrf, format!("flow\n{flow}").as_bytes()))
    }

    /// Whether a form that carries `token` came from a page of the transaction `flow`, which was found to be this browser's.
    pub fn sent_within(server: &Server, flow: &str, token: &str) -> bool {
        let decoded = URL_SAFE_NO_PAD.decode(token).unwrap_or_default();
        server.app.master_keys.verify_mac(KeyUse::Csrf, format!("flow\n{flow}").as_bytes(), &decoded)
    }

    /// The cookie to set; none if the browser has it already.
    pub fn set_cookie(&self, server: &Server) -> Option<SetCookie> {
        (!self.known).then(|| server.cookies.set(COOKIE, &self.secret, CookieLife::For(LIFE)))
    }
}
