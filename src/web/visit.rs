//! A visit: one request of a browser to a hosted page, with what every page needs to know about it.

use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::extract::FromRequestParts;
use axum::http::header::ACCEPT_LANGUAGE;
use axum::http::request::Parts;

use crate::clock::Timestamp;
use crate::crypto::digest::Digest;
use crate::locale::{Locale, Wishes};
use crate::model::authentication_method::AuthenticationMethod;
use crate::model::request_origin::RequestOrigin;
use crate::model::session::Session;
use crate::model::user::User;
use crate::store::{StoreError, sessions};
use crate::users::register::Asked;
use crate::web::browser::Browser;
use crate::web::client_ip::ClientAddress;
use crate::web::cookies::RequestCookies;
use crate::web::form::{Duplicate, Parameters};
use crate::web::request_origin::request_origin;
use crate::web::server::Server;
use crate::web::session_cookies;

/// The cookie in which a person's choice of language is kept.
pub const LOCALE_COOKIE: &str = "locale";
/// How long it is kept.
pub const LOCALE_COOKIE_LIFE: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// Somebody who is signed in.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// Their session in this browser.
    pub session: Session,
    /// They.
    pub user: User,
    /// The session's bearer token.
    pub token: String,
}

impl SignedIn {
    /// Whether `form` was shown to them: within a login transaction a page outlives a change of account in another tab, and whoever
    /// signed in there has not seen it. Forms on which somebody answers for themselves bring it along as `person`.
    pub fn was_shown(&self, form: &Parameters) -> Result<bool, Duplicate> {
        Ok(form.single("person")? == Some(self.user.id.as_str()))
    }
}

/// The facts of a request, as far as they need no look-up. An extractor of every page's handler.
#[derive(Clone)]
pub struct Visit {
    /// What the handlers share.
    pub server: Server,
    /// The time, read once.
    pub now: Timestamp,
    /// From where.
    pub origin: RequestOrigin,
    /// The network that it counts for where limits are taken.
    pub network: String,
    /// The language of the answer.
    pub locale: Locale,
    /// The browser's flow secret.
    pub browser: Browser,
    /// By which method somebody signed in here last, as far as the browser says.
    pub last_used_method: Option<AuthenticationMethod>,
    /// The path and query that were asked for.
    pub path: String,
    /// The query.
    pub query: Option<String>,
    token: Option<String>,
    pending_sign_in: Option<String>,
    trusted_device: Option<String>,
    extended: Arc<AtomicBool>,
    /// The language that this request chose, when the browser does not keep it yet.
    pub(in crate::web) chosen_locale: Option<Locale>,
}

impl FromRequestParts<Server> for Visit {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, server: &Server) -> Result<Self, Infallible> {
        let query = parts.uri.query().map(str::to_owned);
        let cookies = RequestCookies::read(&parts.headers);
        let parameters = Parameters::from_query(&parts.uri).unwrap_or_default();
        let ui_locales = parameters.all("ui_locales").next();
        let saved = cookies.get(&server.cookies.full(LOCALE_COOKIE));
        let locale = server.locales.negotiate(Wishes {
            ui_locales,
            saved,
            accept_language: parts.headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()),
        });
        let chosen = ui_locales.is_some_and(|tags| server.locales.named(tags).is_some());
        Ok(Self {
            chosen_locale: Some(locale).filter(|locale| chosen && saved != Some(locale.tag())),
            now: server.app.clock.now(),
            origin: RequestOrigin {
                device: session_cookies::shown_device(server, &parts.headers),
                sessions: session_cookies::shown_sessions(server, &parts.headers),
                ..request_origin(parts)
            },
            network: parts.extensions.get::<ClientAddress>().map(|address| address.limit_key().to_string()).unwrap_or_default(),
            browser: Browser::of_request(server, &parts.headers),
            token: session_cookies::shown_token(server, &parts.headers),
            pending_sign_in: session_cookies::shown_pending(server, &parts.headers),
            trusted_device: session_cookies::shown_trusted_device(server, &parts.headers),
            last_used_method: session_cookies::last_used_method(server, &parts.headers),
            path: parts.uri.path().to_owned(),
            query,
            locale,
            extended: Arc::default(),
            server: server.clone(),
        })
    }
}

impl Visit {
    /// Who is signed in. Read at every call, never cached: ask once in a handler. A session that is due to slide does so. Somebody
    /// anonymous is nobody here: pages are for people who can come back.
    pub async fn signed_in(&self) -> Result<Option<SignedIn>, StoreError> {
        Ok(self.session_holder().await?.filter(|signed_in| !signed_in.user.is_anonymous))
    }

    /// Who is signed in as far as apps are told: somebody anonymous only where the operator wants that.
    pub async fn signed_in_for_apps(&self) -> Result<Option<SignedIn>, StoreError> {
        let told = self.server.app.config.anonymous.apps;
        Ok(self.session_holder().await?.filter(|signed_in| told || !signed_in.user.is_anonymous))
    }

    async fn session_holder(&self) -> Result<Option<SignedIn>, StoreError> {
        let Some(token) = &self.token else { return Ok(None) };
        let app = &self.server.app;
        let mut unit = app.store.read("session").await?;
        let found = sessions::live_by_token(&mut unit, Digest::of(token).as_bytes(), self.now).await?;
        drop(unit);
        let Some((session, user)) = found else { return Ok(None) };
        if let Some(expires_at) = app.config.sessions.lifetimes().slide(&session, self.now) {
            let mut unit = app.store.write("session.slide").await?;
            let extended = sessions::extend(&mut unit, &session.id, expires_at, self.now).await?;
            unit.commit().await?;
            self.extended.store(extended, Ordering::Relaxed);
        }
        Ok(Some(SignedIn { session, user, token: token.clone() }))
    }

    /// The secret of the pending sign-in that the browser shows, if it shows one.
    pub fn pending_sign_in(&self) -> Option<&str> {
        self.pending_sign_in.as_deref()
    }

    /// What the browser shows to be trusted, if it shows something.
    pub fn trusted_device(&self) -> Option<&str> {
        self.trusted_device.as_deref()
    }

    /// The token of the session that the browser shows, whether or not it lives.
    pub fn shown_session(&self) -> Option<&str> {
        self.token.as_deref()
    }

    /// The circumstances of what is asked for in this visit, by somebody who has this session in the browser or none.
    pub fn asked<'a>(&'a self, session: Option<&'a Session>, remember: bool) -> Asked<'a> {
        Asked {
            origin: &self.origin,
            remember,
            session,
            browser_secret: self.browser.shown(),
            locale: self.locale.tag(),
            callback_url: None,
            trusted_device: self.trusted_device(),
            shown_session: self.shown_session(),
        }
    }

    /// The token whose cookie lives longer now, because the session slid in this request.
    pub fn extended_token(&self) -> Option<&str> {
        self.token.as_deref().filter(|_| self.extended.load(Ordering::Relaxed))
    }
}
