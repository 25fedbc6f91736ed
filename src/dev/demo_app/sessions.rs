//! The demo app's own sessions: in memory, named by a cookie, bounded in number. They have nothing to do with the provider's.

use std::collections::VecDeque;
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError};

use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, HeaderValue};
use cookie::{Cookie, SameSite};
use lru::LruCache;
use serde_json::{Map, Value};

use crate::dev::demo_app::relying_party::{PendingSignIn, SignedIn};
use crate::dev::demo_app::trace::Trace;
use crate::random::Entropy;
use crate::web::cookies::RequestCookies;

const COOKIE: &str = "fieldnotes_session";
/// How many browsers are remembered; the one that was used longest ago is forgotten first.
const MAXIMUM_SESSIONS: NonZeroUsize = NonZeroUsize::MIN.saturating_add(999);
/// Sign-ins that one browser may have open at once, in as many tabs.
const MAXIMUM_PENDING: usize = 8;

/// What the demo app knows about one browser.
pub struct BrowserSession {
    /// The hidden field `csrf` of its forms.
    pub csrf: String,
    /// Who is signed in.
    pub signed_in: Option<SignedIn>,
    /// What userinfo said, once it was asked for.
    pub userinfo: Option<Map<String, Value>>,
    /// What was just done; shown once.
    pub notice: Option<String>,
    /// What comes back when the person has signed out at the provider.
    pub sign_out_state: Option<String>,
    /// What went over the wire.
    pub trace: Trace,
    pending: VecDeque<PendingSignIn>,
}

impl BrowserSession {
    fn new(entropy: &Entropy) -> Self {
        Self {
            csrf: entropy.token(),
            signed_in: None,
            userinfo: None,
            notice: None,
            sign_out_state: None,
            trace: Trace::default(),
            pending: VecDeque::new(),
        }
    }

    /// Remembers a sign-in until its answer comes.
    pub fn begin(&mut self, pending: PendingSignIn) {
        if self.pending.len() >= MAXIMUM_PENDING {
            self.pending.pop_front();
        }
        self.pending.push_back(pending);
    }

    /// Takes the sign-in that an answer with this `state` belongs to. It can be taken once.
    pub fn take(&mut self, state: &str) -> Option<PendingSignIn> {
        let position = self.pending.iter().position(|pending| pending.state == state)?;
        self.pending.remove(position)
    }
}

/// A session that is in use: one request at a time, so that a refresh token is never used twice.
pub type Handle = Arc<tokio::sync::Mutex<BrowserSession>>;

/// All sessions, by the value of the cookie; those that were not used for longest go first.
pub struct Sessions(Mutex<LruCache<String, Handle>>);

impl Default for Sessions {
    fn default() -> Self {
        Self(Mutex::new(LruCache::new(MAXIMUM_SESSIONS)))
    }
}

impl Sessions {
    /// The session of the browser that sent these headers.
    pub fn find(&self, headers: &HeaderMap) -> Option<Handle> {
        let id = RequestCookies::read(headers).get(COOKIE)?;
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(id).cloned()
    }

    /// The same, or a new one with the cookie to set.
    pub fn find_or_begin(&self, headers: &HeaderMap, entropy: &Entropy) -> (Handle, Option<HeaderValue>) {
        if let Some(handle) = self.find(headers) {
            return (handle, None);
        }
        let handle: Handle = Arc::new(tokio::sync::Mutex::new(BrowserSession::new(entropy)));
        let cookie = self.insert(Arc::clone(&handle), entropy);
        (handle, cookie)
    }

    /// Gives the browser's session another name, once somebody has signed in: who knew the old one knows nothing.
    pub fn rename(&self, headers: &HeaderMap, handle: Handle, entropy: &Entropy) -> Option<HeaderValue> {
        if let Some(id) = RequestCookies::read(headers).get(COOKIE) {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).pop(id);
        }
        self.insert(handle, entropy)
    }

    fn insert(&self, handle: Handle, entropy: &Entropy) -> Option<HeaderValue> {
        let id = entropy.token();
        let cookie = Cookie::build((COOKIE, id.clone())).path("/").http_only(true).same_site(SameSite::Lax).build();
        self.0.lock().unwrap_or_else(PoisonError::into_inner).put(id, handle);
        let mut value = HeaderValue::from_str(&cookie.to_string()).ok()?;
        value.set_sensitive(true);
        Some(value)
    }
}

/// Sets the cookie, if there is one to set.
pub fn set_cookie(headers: &mut HeaderMap, cookie: Option<HeaderValue>) {
    headers.extend(cookie.map(|cookie| (SET_COOKIE, cookie)));
}
