//! `/two-factor`: the second factor, at the end of a sign-in or when an app asks for more than was proved.

use axum::body::Body;
use axum::http::{Request, Uri};
use axum::response::Response;
use axum::routing::get;

use crate::login::page_request::{Flow, PageRequest};
use crate::login::password::notice::SignInNotice;
use crate::login::two_factor::view::{OtherFactor, TwoFactorPage, masked};
use crate::model::callback_url::CallbackUrl;
use crate::model::second_factor::{HeldFactors, SecondFactor};
use crate::model::urls;
use crate::model::user::User;
use crate::sessions::assurance;
use crate::sessions::challenge::{self, Answer, Answering, Challenge};
use crate::sessions::establish::Established;
use crate::sessions::judge::ShownCode;
use crate::sessions::{step_up, still_owed};
use crate::store::StoreError;
use crate::users::two_factor::mail_code::{self, Sent, Through};
use crate::web::page::PageError;
use crate::web::problem::{Problem, Problems};
use crate::web::server::Server;
use crate::web::session_cookies;
use crate::web::visit::{SignedIn, Visit};

/// The routes of this page.
pub fn routes() -> axum::Router<Server> {
    axum::Router::new().route(urls::TWO_FACTOR, get(show).post(send))
}

/// Who is asked.
pub(super) enum Asked {
    /// Somebody who has shown a first factor.
    Pending(Box<Challenge>),
    /// Somebody who is signed in with less than an app asks for, and what they can show.
    SignedIn(Box<SignedIn>, HeldFactors),
}

impl Asked {
    /// Who is asked in this visit; none if there is nothing to ask.
    pub(super) async fn of(visit: &Visit, request: &PageRequest) -> Result<Option<Self>, StoreError> {
        let app = &visit.server.app;
        if let Some(signed_in) = visit.signed_in().await? {
            let methods = &signed_in.session.methods;
            let demanded = demands_more(visit, request, &signed_in).await?;
            if !demanded && !assurance::second_factor_is_owed(app.config.two_factor.policy, &signed_in.user, methods) {
                return Ok(None);
            }
            let held = step_up::held(app, (&signed_in.user, &signed_in.session)).await?;
            let enrolled = signed_in.user.two_factor_enabled_at.is_some();
            return Ok((demanded || enrolled || !held.is_empty()).then(|| Self::SignedIn(Box::new(signed_in), held)));
        }
        let Some(secret) = visit.pending_sign_in() else { return Ok(None) };
        Ok(challenge::load(app, secret, visit.now).await?.map(|challenge| Self::Pending(Box::new(challenge))))
    }

    fn user(&self) -> &User {
        match self {
            Self::Pending(challenge) => &challenge.user,
            Self::SignedIn(signed_in, _) => &signed_in.user,
        }
    }

    pub(super) fn held(&self) -> HeldFactors {
        match self {
            Self::Pending(challenge) => challenge.offered,
            Self::SignedIn(_, held) => *held,
        }
    }

    fn bearer(&self) -> [u8; 32] {
        match self {
            Self::Pending(challenge) => challenge.bearer(),
            Self::SignedIn(signed_in, _) => step_up::bearer(&signed_in.session.id),
        }
    }

    /// What the person is asked for: what they chose, if they hold it, or the first that they hold.
    fn factor(&self, request: &PageRequest) -> Result<SecondFactor, PageError> {
        let chosen = SecondFactor::parse(request.field("method")?).filter(|factor| self.held().has(*factor));
        Ok(chosen.or_else(|| self.held().iter().next()).unwrap_or(SecondFactor::Totp))
    }

    /// A browser is trusted by the sign-in that it ends.
    fn may_trust(&self, visit: &Visit) -> bool {
        matches!(self, Self::Pending(_)) && visit.server.app.config.two_factor.trusted_devices
    }
}

/// Whether the app of the login transaction, or the policy by now, demands more than somebody who is signed in has proved.
pub(super) async fn demands_more(visit: &Visit, request: &PageRequest, signed_in: &SignedIn) -> Result<bool, StoreError> {
    let SignedIn { user, session, .. } = signed_in;
    let client = request.transaction.as_ref().map(|transaction| &transaction.client.metadata);
    if client.is_some_and(|client| assurance::falls_short(client.second_factor, &session.methods)) {
        return Ok(true);
    }
    still_owed::lacks_second_factor(&visit.server.app, (user, &session.methods), visit.now).await
}

/// Where an app or a page wants the person to go afterwards, outside a login transaction.
pub(super) fn place(visit: &Visit, request: &PageRequest) -> Result<Option<CallbackUrl>, PageError> {
    let named = request.parameters.single("return_to")?;
    Ok(named.and_then(|named| CallbackUrl::parse(named, &visit.server.trusted_origins).ok()))
}

/// Where they go once they are signed in.
pub(super) fn destination(visit: &Visit, request: &PageRequest) -> Result<String, PageError> {
    match (&request.transaction, place(visit, request)?) {
        (None, Some(place)) => Ok(place.to_string()),
        _ => Ok(request.after_sign_in()),
    }
}

/// `GET /two-factor`.
async fn show(visit: Visit, uri: Uri) -> Response {
    let request = match PageRequest::opened(&visit, &uri, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, open(&visit, &request).await)
}

async fn open(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    match Asked::of(visit, request).await? {
        Some(asked) if asked.held().is_empty() && asked.user().two_factor_enabled_at.is_none() => {
            Ok(visit.redirect(&beside(visit, request, urls::TWO_FACTOR_SET_UP, &[])?))
        }
        // What they held counts no more, or not after what they signed in with.
        Some(asked) if asked.held().is_empty() => sign_in_again(visit, request, Some(SignInNotice::NoSecondFactor)),
        Some(asked) => render(visit, request, &asked, Problems::none()).await,
        None => nothing_to_ask(visit, request).await,
    }
}

/// Who is signed in goes on; everybody else signs in first.
pub(super) async fn nothing_to_ask(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    if visit.signed_in().await?.is_some() {
        return Ok(visit.redirect(&destination(visit, request)?));
    }
    sign_in_again(visit, request, None)
}

fn sign_in_again(visit: &Visit, request: &PageRequest, notice: Option<SignInNotice>) -> Result<Response, PageError> {
    let notice = notice.map(|notice| ("notice", notice.as_str()));
    let mut response = visit.redirect(&request.step_with(urls::SIGN_IN, notice.as_slice()));
    session_cookies::forget_pending(&visit.server, response.headers_mut());
    Ok(response)
}

/// `path` in the same login transaction, or with the same place to go on to.
pub(super) fn beside(visit: &Visit, request: &PageRequest, path: &str, more: &[(&str, &str)]) -> Result<String, PageError> {
    let flow = request.transaction.as_ref().map(|transaction| ("flow", transaction.flow.as_str()));
    let return_to = place(visit, request)?;
    let return_to = return_to.as_ref().map(|path| ("return_to", path.as_str()));
    let parameters: Vec<_> = flow.into_iter().chain(return_to).chain(more.iter().copied()).collect();
    Ok(urls::with_query(path, &parameters))
}

/// This page for another factor, or after a code was sent.
fn page_url(visit: &Visit, request: &PageRequest, factor: SecondFactor, sent: bool) -> Result<String, PageError> {
    let method = ("method", factor.as_str());
    let more: &[_] = if sent { &[method, ("sent", "1")] } else { &[method] };
    beside(visit, request, urls::TWO_FACTOR, more)
}

pub(super) async fn render(
    visit: &Visit,
    request: &PageRequest,
    asked: &Asked,
    problems: Problems,
) -> Result<Response, PageError> {
    let factor = asked.factor(request)?;
    let mut options = request.options(&problems);
    let place = place(visit, request)?;
    if let Some(place) = &place {
        options.policy = options.policy.and_forms_to(place.as_str());
    }
    // A passkey has a button of its own on each of these pages.
    let others = asked.held().iter().filter(|other| *other != factor && *other != SecondFactor::Passkey);
    let others = others.map(|factor| Ok(OtherFactor { factor, url: page_url(visit, request, factor, false)? }));
    let sent_to = match factor {
        SecondFactor::TextedCode => mail_code::masked_number(&visit.server.app, asked.user()).await?,
        _ => masked(&asked.user().email),
    };
    let page = TwoFactorPage {
        chrome: visit.chrome(request.transaction.as_ref()),
        factor,
        sent: request.ticked("sent")?,
        sent_to,
        signed_in: matches!(asked, Asked::SignedIn(..)),
        may_trust: asked.may_trust(visit),
        has_passkey: asked.held().passkey,
        others: others.collect::<Result<_, PageError>>()?,
        return_to: place.map(|place| place.to_string()),
        problems,
    };
    Ok(visit.page(&page, &options))
}

/// `POST /two-factor`.
async fn send(visit: Visit, request: Request<Body>) -> Response {
    let request = match PageRequest::sent(&visit, request, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, act(&visit, &request).await)
}

async fn act(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    let Some(asked) = Asked::of(visit, request).await? else { return nothing_to_ask(visit, request).await };
    match request.field("action")? {
        "send" => send_code(visit, request, &asked).await,
        _ => verify(visit, request, &asked).await,
    }
}

async fn send_code(visit: &Visit, request: &PageRequest, asked: &Asked) -> Result<Response, PageError> {
    let factor = asked.factor(request)?;
    let through = match factor {
        SecondFactor::MailedCode => Through::Mail,
        SecondFactor::TextedCode => Through::TextMessage,
        SecondFactor::Totp | SecondFactor::BackupCode | SecondFactor::Passkey => {
            return render(visit, request, asked, Problems::none()).await;
        }
    };
    let how = (through, visit.locale.tag());
    match mail_code::send(&visit.server.app, asked.user(), asked.bearer(), how, visit.now).await? {
        Sent::Sent => Ok(visit.redirect(&page_url(visit, request, factor, true)?)),
        Sent::TooMany { until } => render(visit, request, asked, Problem::too_many_tries(until, visit.now).into()).await,
    }
}

async fn verify(visit: &Visit, request: &PageRequest, asked: &Asked) -> Result<Response, PageError> {
    let app = &visit.server.app;
    let answering = Answering {
        shown: ShownCode { factor: asked.factor(request)?, code: request.field("code")? },
        origin: &visit.origin,
        browser_secret: visit.browser.shown(),
        trust: asked.may_trust(visit) && request.ticked("trust")?,
    };
    let answered = match asked {
        Asked::Pending(challenge) => challenge::answer(app, challenge, answering, visit.now).await?,
        Asked::SignedIn(signed_in, _) => {
            step_up::step_up(app, (&signed_in.user, &signed_in.session), answering, visit.now).await?
        }
    };
    let problem = match answered {
        Answer::Right(established) => {
            return admitted(visit, request, asked, &established);
        }
        Answer::Wrong | Answer::NotHeld => Problem::SecondFactorWrong,
        Answer::OffClock => Problem::SecondFactorOffClock,
        Answer::Expired => Problem::CodeSpent,
        Answer::Closed { until } => Problem::too_many_tries(until, visit.now),
        Answer::TooManyAttempts => return sign_in_again(visit, request, Some(SignInNotice::TooManyCodes)),
        Answer::Over => return sign_in_again(visit, request, None),
    };
    render(visit, request, asked, problem.into()).await
}

/// Goes on with the session that a second factor began or raised.
pub(super) fn admitted(
    visit: &Visit,
    request: &PageRequest,
    asked: &Asked,
    established: &Established,
) -> Result<Response, PageError> {
    let mut response = visit.redirect(&destination(visit, request)?);
    session_cookies::write_established(&visit.server, response.headers_mut(), established);
    session_cookies::forget_pending(&visit.server, response.headers_mut());
    if matches!(asked, Asked::Pending(_)) {
        session_cookies::write_last_used_method(&visit.server, response.headers_mut(), established);
    }
    Ok(response)
}
