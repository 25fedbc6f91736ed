//! Captchas: which calls and forms are guarded, and whether a request may go on.
//!
//! A call shows the provider's answer in the header `x-captcha-response`, as Better Auth's plugin has it. Pages load nothing from third
//! parties, so whoever is the provider, their forms are guarded by our own proof of work: a script of ours solves it while the
//! person types. Where no script runs the person waits: the form says how long, and so few of such forms are taken from one network that
//! waiting is no way around. Paths are compared in the one spelling that the rate limits use too.

use axum::http::HeaderMap;

use crate::config::{Captcha, CaptchaProvider};
use crate::model::urls;
use crate::outbound::captcha;
use crate::store::StoreError;
use crate::users::proof_of_work::{self, Challenge, Shown};
use crate::web::form::Parameters;
use crate::web::rate_limit::Limit;
use crate::web::rate_limit_rules::normalised;
use crate::web::visit::Visit;

/// Where a call shows the answer.
pub const HEADER: &str = "x-captcha-response";
/// The field of a form that holds the challenge, and then its solution.
const FIELD: &str = "captcha";
/// What challenges of pages are for; those of calls name their endpoint.
const PAGES: &str = "pages";
/// How many forms are taken from one network by waiting.
const WAITING: Limit = Limit::Steady { per_minute: 3, burst: 3 };

/// The page to which a form is sent, and the call that does the same.
const FORMS: [(&str, &str); 9] = [
    (urls::SIGN_IN, "/sign-in/email"),
    (urls::SIGN_UP, "/sign-up/email"),
    (urls::SIGN_UP_PASSKEY, "/sign-up/email"),
    (urls::FORGOT_PASSWORD, "/request-password-reset"),
    (urls::MAGIC_LINK_REQUEST, "/sign-in/magic-link"),
    (urls::EMAIL_CODE_REQUEST, "/email-otp/send-verification-otp"),
    (urls::PHONE_CODE_REQUEST, "/phone-number/send-otp"),
    (urls::PHONE_RESET_REQUEST, "/phone-number/request-password-reset"),
    (urls::WALLET, "/siwe/verify"),
];

/// Why a request goes no further.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// It shows no answer.
    #[error("no answer to the captcha")]
    Missing,
    /// The answer is not good.
    #[error("the answer to the captcha is not good")]
    Failed,
    /// The provider says nothing.
    #[error("the captcha's provider cannot be asked: {0}")]
    Unknown(&'static str),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What a page asks of a browser.
#[derive(Clone, Debug)]
pub struct FormChallenge {
    /// The text and its difficulty.
    pub challenge: Challenge,
    /// How many seconds a person waits whose browser runs no scripts.
    pub wait_seconds: u64,
}

/// Whether calls of an endpoint are guarded. `*` stands for any name, `**` for any path.
pub fn guards(settings: &Captcha, endpoint: &str) -> bool {
    settings.is_on() && settings.endpoints.iter().any(|pattern| fits(pattern, endpoint))
}

fn fits(pattern: &str, path: &str) -> bool {
    let Some((before, after)) = pattern.split_once('*') else { return pattern == path };
    let Some(rest) = path.strip_prefix(before) else { return false };
    let (deep, after) = after.strip_prefix('*').map_or((false, after), |after| (true, after));
    let ends = rest.char_indices().map(|(at, _)| at).chain([rest.len()]);
    ends.filter_map(|at| rest.split_at_checked(at))
        .take_while(|(skipped, _)| deep || !skipped.contains('/'))
        .any(|(_, rest)| fits(after, rest))
}

/// Lets a call of the JSON interface go on, or not.
pub async fn check_call(visit: &Visit, headers: &HeaderMap) -> Result<(), Refused> {
    let app = &visit.server.app;
    let settings = &app.config.captcha;
    if !settings.is_on() {
        return Ok(());
    }
    let path = normalised(&visit.path);
    let endpoint = path.strip_prefix(urls::API).unwrap_or(&path);
    if !guards(settings, endpoint) {
        return Ok(());
    }
    let shown = headers.get(HEADER).and_then(|value| value.to_str().ok()).filter(|shown| !shown.is_empty());
    let shown = shown.ok_or(Refused::Missing)?;
    let good = match settings.provider {
        CaptchaProvider::ProofOfWork => proof_of_work::show(app, endpoint, shown, None, visit.now).await? == Shown::Solved,
        _ => captcha::is_good(&app.http, settings, shown, &visit.origin.ip_address).await.map_err(|error| {
            tracing::error!(reason = error.reason(), "the captcha's provider cannot be asked");
            Refused::Unknown(error.reason())
        })?,
    };
    if good { Ok(()) } else { Err(Refused::Failed) }
}

/// What the forms of a page ask of the browser: wherever one of them leads to something guarded.
pub fn of_page(visit: &Visit) -> Option<FormChallenge> {
    let app = &visit.server.app;
    let settings = &app.config.captcha;
    let is_asked =
        FORMS.iter().any(|(page, _)| *page == visit.path) && FORMS.iter().any(|(_, endpoint)| guards(settings, endpoint));
    is_asked.then(|| FormChallenge {
        challenge: proof_of_work::issue(app, PAGES, visit.now),
        wait_seconds: settings.wait_seconds.count(),
    })
}

/// Lets a form go on that was sent to a page, or not.
pub async fn check_form(visit: &Visit, parameters: &Parameters) -> Result<(), Refused> {
    let app = &visit.server.app;
    let settings = &app.config.captcha;
    let guarded = FORMS.iter().any(|(page, endpoint)| *page == visit.path && guards(settings, endpoint));
    if !guarded {
        return Ok(());
    }
    let shown = parameters.all(FIELD).next().filter(|shown| !shown.is_empty()).ok_or(Refused::Missing)?;
    let wait = settings.wait_seconds.duration();
    match proof_of_work::show(app, PAGES, shown, Some(wait), visit.now).await? {
        Shown::Solved => Ok(()),
        Shown::Waited => {
            let decision = visit.server.limiter.take(WAITING, "captcha-by-waiting", &visit.network, visit.now);
            if decision.is_allowed() { Ok(()) } else { Err(Refused::Failed) }
        }
        Shown::Nothing => Err(Refused::Failed),
    }
}
