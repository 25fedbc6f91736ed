//! `/two-factor/set-up`: the first second factor of somebody who cannot sign in or stay so without one, of whom an app demands one, or
//! who is asked to set one up while there is still time.

use axum::body::Body;
use axum::http::{Request, Uri};
use axum::response::Response;
use axum::routing::get;

use crate::clock::Timestamp;
use crate::login::page_request::{Flow, PageRequest};
use crate::login::two_factor::page::{beside, demands_more, destination, place};
use crate::login::two_factor::set_up_view::{FirstBackupCodesPage, PutOff, SetUpSecondFactorPage};
use crate::model::urls;
use crate::sessions::challenge::{self, Challenge};
use crate::sessions::establish::Established;
use crate::sessions::{assurance, step_up};
use crate::store::{StoreError, second_factors};
use crate::users::two_factor::backup_codes::BackupCodes;
use crate::users::two_factor::enrol::{self, Confirmed, Existing};
use crate::users::two_factor::enrol_at_sign_in::{self, SetUp};
use crate::users::two_factor::{self, Change};
use crate::users::ways_in;
use crate::web::authenticator_app::ProposedApp;
use crate::web::page::{PageError, PageOptions};
use crate::web::problem::{Problem, Problems};
use crate::web::server::Server;
use crate::web::session_cookies;
use crate::web::visit::{SignedIn, Visit};

/// The routes of this page.
pub fn routes() -> axum::Router<Server> {
    axum::Router::new().route(urls::TWO_FACTOR_SET_UP, get(show).post(send))
}

/// Who sets one up.
enum SettingUp {
    /// Somebody whose sign-in ends here: they owe a second factor and can show nothing.
    Pending(Box<Challenge>),
    /// Somebody who is signed in with one factor, and why.
    SignedIn(Box<SignedIn>, Reason),
}

/// Why somebody who is signed in sets one up.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reason {
    /// Signing in will take one from then on.
    Due { from: Timestamp },
    /// The app of the login transaction demands it, or everybody who signs in by now, and they can show nothing.
    Demanded,
}

impl SettingUp {
    /// Who sets one up in this visit; none if nobody has to or may.
    async fn of(visit: &Visit, request: &PageRequest) -> Result<Option<Self>, StoreError> {
        if let Some(signed_in) = visit.signed_in().await? {
            let reason = reason(visit, request, &signed_in).await?;
            return Ok(reason.map(|reason| Self::SignedIn(Box::new(signed_in), reason)));
        }
        let Some(secret) = visit.pending_sign_in() else { return Ok(None) };
        let challenge = challenge::load(&visit.server.app, secret, visit.now).await?;
        Ok(challenge.filter(Challenge::may_set_up).map(|challenge| Self::Pending(Box::new(challenge))))
    }

    /// Who is signed in has proved it lately, before anything is shown or changed.
    fn is_proved(&self, visit: &Visit) -> bool {
        let age = visit.server.app.config.sessions.sensitive_proof_seconds.duration();
        match self {
            Self::Pending(_) => true,
            Self::SignedIn(signed_in, _) => signed_in.session.is_proved_within(age, visit.now),
        }
    }
}

async fn reason(visit: &Visit, request: &PageRequest, signed_in: &SignedIn) -> Result<Option<Reason>, StoreError> {
    let app = &visit.server.app;
    let SignedIn { user, session, .. } = signed_in;
    if user.two_factor_enabled_at.is_some() || session.methods.are_multi_factor() {
        return Ok(None);
    }
    if demands_more(visit, request, signed_in).await? {
        let held = step_up::held(app, (user, session)).await?;
        return Ok(held.is_empty().then_some(Reason::Demanded));
    }
    let mut unit = app.store.read("login.two_factor.asked_at").await?;
    let asked_at = second_factors::asked_at(&mut unit, &user.id).await?;
    let due = asked_at.and_then(|asked_at| assurance::grace_ends(&app.config.two_factor, user, asked_at));
    Ok(due.filter(|due| visit.now < *due).map(|from| Reason::Due { from }))
}

/// `GET /two-factor/set-up`.
async fn show(visit: Visit, uri: Uri) -> Response {
    let request = match PageRequest::opened(&visit, &uri, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, open(&visit, &request).await)
}

async fn open(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    match SettingUp::of(visit, request).await? {
        Some(who) if !who.is_proved(visit) => prove_first(visit, request, &who),
        Some(who) => render(visit, request, &who, Problems::none()).await,
        None => elsewhere(visit, request),
    }
}

/// The page that asks knows what there is to ask, or who is signed in already.
fn elsewhere(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    Ok(visit.redirect(&beside(visit, request, urls::TWO_FACTOR, &[])?))
}

/// What may be put off is no reason to ask for a proof.
fn prove_first(visit: &Visit, request: &PageRequest, who: &SettingUp) -> Result<Response, PageError> {
    if matches!(who, SettingUp::SignedIn(_, Reason::Due { .. })) {
        return Ok(visit.redirect(&destination(visit, request)?));
    }
    let back = beside(visit, request, urls::TWO_FACTOR_SET_UP, &[])?;
    Ok(visit.redirect(&urls::with_query(urls::CONFIRM_IDENTITY, &[("return_to", &back)])))
}

async fn render(visit: &Visit, request: &PageRequest, who: &SettingUp, problems: Problems) -> Result<Response, PageError> {
    let app = &visit.server.app;
    let options = request.options(&problems);
    let (secret, account, put_off) = match who {
        SettingUp::Pending(challenge) => {
            (enrol_at_sign_in::proposed(app, challenge)?, ways_in::known_by(&app.config, &challenge.user), None)
        }
        SettingUp::SignedIn(signed_in, reason) => {
            let put_off = match reason {
                Reason::Due { from } => Some(PutOff { until: *from, onward: destination(visit, request)? }),
                Reason::Demanded => None,
            };
            (two_factor::standing(app, &signed_in.user).await?.proposed, ways_in::known_by(&app.config, &signed_in.user), put_off)
        }
    };
    let page = SetUpSecondFactorPage {
        chrome: visit.chrome(request.transaction.as_ref()),
        problems,
        proposed: secret.map(|secret| ProposedApp::new(&secret, app.config.totp_issuer(), account)),
        signed_in: matches!(who, SettingUp::SignedIn(..)),
        put_off,
        return_to: place(visit, request)?.map(|place| place.to_string()),
    };
    Ok(visit.page(&page, &options))
}

/// `POST /two-factor/set-up`.
async fn send(visit: Visit, request: Request<Body>) -> Response {
    let request = match PageRequest::sent(&visit, request, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, act(&visit, &request).await)
}

fn change(visit: &Visit) -> Change<'_> {
    Change { origin: &visit.origin, browser_secret: visit.browser.shown(), locale: visit.locale.tag(), now: visit.now }
}

async fn act(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    let Some(who) = SettingUp::of(visit, request).await? else { return elsewhere(visit, request) };
    if !who.is_proved(visit) {
        return prove_first(visit, request, &who);
    }
    match request.field("action")? {
        "confirm" => confirm(visit, request, &who).await,
        _ => {
            propose(visit, &who).await?;
            Ok(visit.redirect(&beside(visit, request, urls::TWO_FACTOR_SET_UP, &[])?))
        }
    }
}

async fn propose(visit: &Visit, who: &SettingUp) -> Result<(), StoreError> {
    let app = &visit.server.app;
    match who {
        SettingUp::Pending(challenge) => enrol_at_sign_in::propose(app, challenge, change(visit)).await.map(drop),
        SettingUp::SignedIn(signed_in, _) => {
            enrol::propose(app, &signed_in.user, Existing::Refuse, None, change(visit)).await.map(drop)
        }
    }
}

async fn confirm(visit: &Visit, request: &PageRequest, who: &SettingUp) -> Result<Response, PageError> {
    let app = &visit.server.app;
    let codes = BackupCodes::generate(app);
    let code = request.field("code")?;
    let refuse = |problem: Problem| render(visit, request, who, problem.into());
    match who {
        SettingUp::Pending(challenge) => match enrol_at_sign_in::confirm(app, challenge, code, &codes, change(visit)).await? {
            SetUp::Done(established) => {
                let mut response = show_codes(visit, request, &codes, &established)?;
                session_cookies::write_last_used_method(&visit.server, response.headers_mut(), &established);
                session_cookies::forget_pending(&visit.server, response.headers_mut());
                Ok(response)
            }
            SetUp::Wrong => refuse(Problem::CodeWrong).await,
            SetUp::OffClock => refuse(Problem::SecondFactorOffClock).await,
            SetUp::Over => elsewhere(visit, request),
        },
        SettingUp::SignedIn(signed_in, _) => {
            let person = (&signed_in.user, &signed_in.session);
            match enrol::confirm(app, person, code, Some(&codes), change(visit)).await? {
                Confirmed::Done(established) => show_codes(visit, request, &codes, &established),
                Confirmed::Wrong => refuse(Problem::CodeWrong).await,
                Confirmed::OffClock => refuse(Problem::SecondFactorOffClock).await,
                Confirmed::NothingProposed => elsewhere(visit, request),
            }
        }
    }
}

/// The answer to the form itself: the codes are kept nowhere from which another page could show them.
fn show_codes(
    visit: &Visit,
    request: &PageRequest,
    codes: &BackupCodes,
    established: &Established,
) -> Result<Response, PageError> {
    let page = FirstBackupCodesPage {
        chrome: visit.chrome(request.transaction.as_ref()),
        codes: codes.shown().to_vec(),
        onward: destination(visit, request)?,
    };
    let mut response = visit.page(&page, &PageOptions::default());
    session_cookies::write_established(&visit.server, response.headers_mut(), established);
    Ok(response)
}
