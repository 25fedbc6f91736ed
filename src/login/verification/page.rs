//! `/confirm-link`: what a mailed link opens. Looking, by whatever method, changes nothing; the button does.

use axum::body::Body;
use axum::http::{HeaderMap, Request, Uri};
use axum::response::Response;
use axum::routing::get;

use crate::clock::Timestamp;
use crate::login::dead_link::dead_link;
use crate::login::page_request::{Flow, PageRequest};
use crate::login::password::notice::SignInNotice;
use crate::login::verification::view::{ConfirmLinkPage, LinkPurpose, ToldDevice, VerifiedPage};
use crate::model::callback_url::CallbackUrl;
use crate::model::urls;
use crate::model::user_agent::Device;
use crate::one_time::SecretError;
use crate::sessions::end::Ended;
use crate::sessions::establish::Established;
use crate::users::disown::SeenDevice;
use crate::users::email_change::{self, Changed, Step};
use crate::users::permission::{self, MayErase};
use crate::users::{disown, erase, verification};
use crate::web::asked_link::AskedLink;
use crate::web::error_view::{ErrorAction, ErrorKind};
use crate::web::page::{PageError, PageOptions};
use crate::web::problem::Problems;
use crate::web::server::Server;
use crate::web::session_cookies;
use crate::web::visit::{SignedIn, Visit};

/// The routes of this page.
pub fn routes() -> axum::Router<Server> {
    axum::Router::new().route(urls::CONFIRM_LINK, get(show).post(send))
}

/// A link as it was opened or sent.
struct Link<'a> {
    purpose: LinkPurpose,
    token: &'a str,
    callback_url: Option<CallbackUrl>,
}

impl<'a> Link<'a> {
    fn read(visit: &Visit, request: &'a PageRequest) -> Result<Self, PageError> {
        let unreadable = |description: &str| PageError::new(ErrorKind::InvalidRequest, description);
        let callback_url = match request.parameters.single("callbackURL")?.filter(|url| !url.is_empty()) {
            Some(url) => Some(
                CallbackUrl::parse(url, &visit.server.trusted_origins)
                    .map_err(|_| unreadable("callbackURL is neither a path here nor on a trusted origin"))?,
            ),
            None => None,
        };
        Ok(Self {
            purpose: LinkPurpose::parse(request.field("purpose")?).ok_or_else(|| unreadable("purpose is not one of a link"))?,
            token: request.field("token")?,
            callback_url,
        })
    }

    /// The link itself, to come back to.
    fn url(&self) -> String {
        let callback_url = self.callback_url.as_ref().map(|url| ("callbackURL", url.as_str()));
        let named = [("purpose", self.purpose.secret().as_str()), ("token", self.token)];
        urls::with_query(urls::CONFIRM_LINK, &named.into_iter().chain(callback_url).collect::<Vec<_>>())
    }
}

/// How far a link got.
enum Outcome {
    /// It did what it is for.
    Done {
        /// The address that it was about.
        address: String,
        /// This browser's session ended with it.
        ended: Option<Ended>,
        /// This browser is signed in by it.
        established: Option<Box<Established>>,
    },
    /// Its work is undone: the person has to sign in first.
    SignInFirst,
}

async fn show(visit: Visit, uri: Uri) -> Response {
    let request = match PageRequest::opened(&visit, &uri, Flow::Mailed).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, ask(&visit, &request).await)
}

async fn ask(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    let link = Link::read(visit, request)?;
    let About { address, device } = match look_up(visit, &link).await {
        Ok(Some(about)) => about,
        Ok(None) => return Ok(sign_in_first(visit, &link)),
        Err(error) => return no_link(visit, error),
    };
    let mut options = request.options(&Problems::none());
    if let Some(callback_url) = &link.callback_url {
        options.policy = options.policy.and_forms_to(callback_url.as_str());
    }
    let chrome = visit.chrome(request.transaction.as_ref());
    let page = ConfirmLinkPage {
        device: device.map(|seen| ToldDevice {
            device: Device::guess(&seen.user_agent),
            at: Timestamp::from_millis(seen.at),
            place: visit.server.app.places.describe(&seen.ip_address, chrome.texts),
            ip_address: seen.ip_address,
        }),
        chrome,
        purpose: link.purpose,
        address,
        token: link.token.to_owned(),
        callback_url: link.callback_url.map(|url| url.to_string()),
        return_to: request.return_to(),
    };
    Ok(visit.page(&page, &options))
}

/// What a link is about.
struct About {
    address: String,
    device: Option<SeenDevice>,
}

/// What the link is about; none when the person has to sign in first.
async fn look_up(visit: &Visit, link: &Link<'_>) -> Result<Option<About>, SecretError> {
    let app = &visit.server.app;
    let address = match link.purpose {
        LinkPurpose::VerifyEmail => verification::look_up(app, link.token).await?.email,
        LinkPurpose::AllowEmailChange => email_change::look_up(app, Step::Confirm, link.token).await?.1.to,
        LinkPurpose::ChangeEmail => email_change::look_up(app, Step::Verify, link.token).await?.1.to,
        LinkPurpose::Disown => {
            let payload = disown::look_up(app, link.token).await?;
            return Ok(Some(About { address: payload.mailed_to, device: payload.device }));
        }
        LinkPurpose::DeleteAccount => {
            let owner = erase::look_up(app, link.token).await?;
            match visit.signed_in().await? {
                Some(signed_in) if signed_in.user.id == owner => signed_in.user.email,
                // Somebody else's link tells nothing.
                Some(_) => return Err(SecretError::Unknown),
                None => return Ok(None),
            }
        }
    };
    Ok(Some(About { address, device: None }))
}

fn sign_in_first(visit: &Visit, link: &Link<'_>) -> Response {
    visit.redirect(&urls::with_query(urls::SIGN_IN, &[("return_to", &link.url())]))
}

/// One answer for every link that does nothing. Signing in mails a new one where the address is still unproven.
fn no_link(visit: &Visit, error: SecretError) -> Result<Response, PageError> {
    let description = "The link was used, replaced, expired, never given out, or is another person's";
    dead_link(visit, error, description, ErrorAction::to_account(&visit.chrome(None), urls::ACCOUNT))
}

async fn send(visit: Visit, headers: HeaderMap, request: Request<Body>) -> Response {
    let request = match PageRequest::sent(&visit, request, Flow::Mailed).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, act(&visit, &request, &headers).await)
}

async fn act(visit: &Visit, request: &PageRequest, headers: &HeaderMap) -> Result<Response, PageError> {
    let link = Link::read(visit, request)?;
    let signed_in = visit.signed_in().await?;
    let may_erase = match &signed_in {
        Some(signed_in) if link.purpose == LinkPurpose::DeleteAccount => match look_up(visit, &link).await {
            Ok(_) => Some(permission::to_erase(&visit.server.app, &signed_in.user, (&visit.origin, visit.now)).await?),
            Err(error) => return no_link(visit, error),
        },
        _ => None,
    };
    match take(visit, &link, (signed_in.as_ref(), headers), may_erase.as_ref()).await {
        Ok(Outcome::Done { address, ended, established }) => {
            let is_in = established.is_some() || (signed_in.is_some() && ended.is_none());
            let mut response = match &link.callback_url {
                Some(callback_url) => visit.redirect(callback_url.as_str()),
                None => done(visit, request, (link.purpose, address), is_in),
            };
            if let Some(established) = established {
                session_cookies::write_established(&visit.server, response.headers_mut(), &established);
            }
            if let Some(ended) = ended {
                session_cookies::write_ended(&visit.server, response.headers_mut(), &ended);
            }
            Ok(response)
        }
        Ok(Outcome::SignInFirst) => Ok(sign_in_first(visit, &link)),
        Err(error) => no_link(visit, error),
    }
}

/// Spends the link for what it is for.
async fn take(
    visit: &Visit,
    link: &Link<'_>,
    browser: (Option<&SignedIn>, &HeaderMap),
    may_erase: Option<&MayErase>,
) -> Result<Outcome, SecretError> {
    let app = &visit.server.app;
    let (origin, now) = (&visit.origin, visit.now);
    let (signed_in, headers) = browser;
    let done = |address: String| Outcome::Done { address, ended: None, established: None };
    let step = match link.purpose {
        LinkPurpose::VerifyEmail if signed_in.is_none() && app.config.registration.sign_in_after_verification => {
            return prove_and_enter(visit, link, headers).await;
        }
        LinkPurpose::VerifyEmail => return Ok(done(verification::verify(app, link.token, origin, now).await?.user.email)),
        LinkPurpose::DeleteAccount => {
            let (Some(signed_in), Some(may)) = (signed_in, may_erase) else { return Ok(Outcome::SignInFirst) };
            erase::by_link(app, &signed_in.user.id, link.token, may, (origin, now)).await?;
            let (address, ended) = (signed_in.user.email.clone(), Some(Ended::found_dead()));
            return Ok(Outcome::Done { address, ended, established: None });
        }
        LinkPurpose::Disown => {
            let user = disown::take(app, link.token, visit.locale.tag(), origin, now).await?;
            let ended = signed_in.filter(|signed_in| signed_in.user.id == user.id).map(|_| Ended::found_dead());
            return Ok(Outcome::Done { address: user.email, ended, established: None });
        }
        LinkPurpose::AllowEmailChange => Step::Confirm,
        LinkPurpose::ChangeEmail => Step::Verify,
    };
    let (_, payload) = email_change::look_up(app, step, link.token).await?;
    match email_change::take(app, step, link.token, origin, now).await? {
        Changed::NewAddressMailed { .. } | Changed::Changed { .. } => Ok(done(payload.to)),
        // Whoever took the address meanwhile, the link can do nothing any more.
        Changed::AddressTaken { .. } => Err(SecretError::Spent),
    }
}

/// Proves an address, and signs the browser in if it is the one that asked for the link. Another one may have been lured here.
async fn prove_and_enter(visit: &Visit, link: &Link<'_>, headers: &HeaderMap) -> Result<Outcome, SecretError> {
    let app = &visit.server.app;
    let address = verification::look_up(app, link.token).await?.email;
    if !(AskedLink::VerifyEmail { email: &address }).was_asked(&visit.server, headers, visit.now) {
        verification::verify(app, link.token, &visit.origin, visit.now).await?;
        return Ok(Outcome::Done { address, ended: None, established: None });
    }
    let asked = visit.asked(None, true);
    let established = verification::verify_and_sign_in(app, link.token, asked, visit.now).await?.established;
    Ok(Outcome::Done { address, ended: None, established })
}

fn done(visit: &Visit, request: &PageRequest, what: (LinkPurpose, String), signed_in: bool) -> Response {
    let (purpose, address) = what;
    let continue_url = match &request.transaction {
        Some(transaction) => transaction.resume_url(),
        None if signed_in => request.after_sign_in(),
        None if purpose == LinkPurpose::VerifyEmail => {
            request.step_with(urls::SIGN_IN, &[("notice", SignInNotice::EmailVerified.as_str())])
        }
        None => request.step(urls::SIGN_IN),
    };
    let page = VerifiedPage { chrome: visit.chrome(request.transaction.as_ref()), purpose, address, continue_url };
    visit.page(&page, &PageOptions::default())
}
