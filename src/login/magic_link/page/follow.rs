//! `/sign-in/link`: what a link to sign in with opens. The browser that asked for it goes through at once; in any other one looking, by
//! whatever method, changes nothing, and the button signs in.

use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, Uri};
use axum::response::Response;

use crate::events::outbox::LinkDestination;
use crate::login::dead_link::dead_link;
use crate::login::magic_link::page::must_be_offered;
use crate::login::magic_link::view::{AskedElsewhere, MagicLinkPage};
use crate::login::page_request::{Flow, PageRequest};
use crate::login::password::page::admitted;
use crate::model::callback_url::CallbackUrl;
use crate::model::email::EmailAddress;
use crate::model::urls;
use crate::model::user_agent::Device;
use crate::one_time::SecretError;
use crate::users::magic_link::{self, FollowedLink, MagicLinkPayload, ShownLink};
use crate::users::proved_address::Refusal;
use crate::web::asked_link::AskedLink;
use crate::web::error_view::{ErrorAction, ErrorKind};
use crate::web::page::PageError;
use crate::web::problem::Problems;
use crate::web::visit::Visit;

/// A link as it was opened or sent: its secret, and where an app wants it to lead.
struct Link<'a> {
    token: &'a str,
    callback: Option<CallbackUrl>,
    new_user: Option<CallbackUrl>,
}

impl<'a> Link<'a> {
    fn read(visit: &Visit, request: &'a PageRequest) -> Result<Self, PageError> {
        let place = |name: &str| match request.parameters.single(name)?.filter(|place| !place.is_empty()) {
            Some(place) => CallbackUrl::parse(place, &visit.server.trusted_origins).map(Some).map_err(|_| {
                let problem = format!("{name} is neither a path here nor on a trusted origin");
                PageError::new(ErrorKind::InvalidRequest, problem)
            }),
            None => Ok(None),
        };
        Ok(Self { token: request.field("token")?, callback: place("callbackURL")?, new_user: place("newUserCallbackURL")? })
    }

    fn places(&self) -> impl Iterator<Item = (&'static str, &CallbackUrl)> {
        let named = [("callbackURL", self.callback.as_ref()), ("newUserCallbackURL", self.new_user.as_ref())];
        named.into_iter().filter_map(|(name, place)| Some((name, place?)))
    }
}

/// `GET /sign-in/link?token=…`.
pub(super) async fn show(visit: Visit, method: Method, headers: HeaderMap, uri: Uri) -> Response {
    let request = match PageRequest::opened(&visit, &uri, Flow::Mailed).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    let browser = (method == Method::GET).then_some(&headers);
    request.answer(&visit, open(&visit, &request, browser).await)
}

async fn open(visit: &Visit, request: &PageRequest, browser: Option<&HeaderMap>) -> Result<Response, PageError> {
    must_be_offered(visit)?;
    let link = Link::read(visit, request)?;
    let shown = match magic_link::look_up(&visit.server.app, link.token).await {
        Ok(shown) => shown,
        Err(error) => return no_link(visit, request, error),
    };
    let asked = AskedLink::MagicLink { email: &shown.payload.request.email };
    if browser.is_some_and(|headers| asked.was_asked(&visit.server, headers, visit.now)) {
        return follow(visit, request, &link, &shown.payload).await;
    }
    Ok(render(visit, request, &link, shown))
}

fn render(visit: &Visit, request: &PageRequest, link: &Link<'_>, shown: ShownLink) -> Response {
    let mut options = request.options(&Problems::none());
    for (_, place) in link.places() {
        options.policy = options.policy.and_forms_to(place.as_str());
    }
    let ShownLink { payload: MagicLinkPayload { request: asked, .. }, mailed_at } = shown;
    let page = MagicLinkPage {
        chrome: visit.chrome(request.transaction.as_ref()),
        address: EmailAddress::from_stored(asked.email).masked(),
        elsewhere: AskedElsewhere { device: Device::guess(&asked.user_agent), at: mailed_at },
        token: link.token.to_owned(),
        places: link.places().map(|(name, place)| (name, place.to_string())).collect(),
    };
    visit.page(&page, &options)
}

/// One answer for every link that does nothing, with the way to a new one.
fn no_link(visit: &Visit, request: &PageRequest, error: SecretError) -> Result<Response, PageError> {
    let new_link =
        ErrorAction { label: visit.chrome(None).text("error-action-new-link"), url: request.step(urls::MAGIC_LINK_REQUEST) };
    dead_link(visit, error, "The link was used, expired or never given out, or the account has changed since", new_link)
}

/// `POST /sign-in/link`.
pub(super) async fn send(visit: Visit, request: Request<Body>) -> Response {
    let request = match PageRequest::sent(&visit, request, Flow::Mailed).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, act(&visit, &request).await)
}

async fn act(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    must_be_offered(visit)?;
    let link = Link::read(visit, request)?;
    match magic_link::look_up(&visit.server.app, link.token).await {
        Ok(shown) => follow(visit, request, &link, &shown.payload).await,
        Err(error) => no_link(visit, request, error),
    }
}

/// Spends the link and goes on to where it leads.
async fn follow(
    visit: &Visit,
    request: &PageRequest,
    link: &Link<'_>,
    payload: &MagicLinkPayload,
) -> Result<Response, PageError> {
    let before = visit.signed_in().await?;
    let asked = visit.asked(before.as_ref().map(|signed_in| &signed_in.session), payload.request.remember);
    match magic_link::follow(&visit.server.app, link.token, asked, visit.now).await {
        Ok(FollowedLink::Entered(entered)) => {
            let location = destination(request, link, (payload, entered.is_new));
            Ok(admitted(visit, request, &location, &entered.admission))
        }
        Ok(FollowedLink::Refused(refusal)) => refused(visit, request, refusal),
        Err(error) => no_link(visit, request, error),
    }
}

fn destination(request: &PageRequest, link: &Link<'_>, whose: (&MagicLinkPayload, bool)) -> String {
    let (payload, is_new) = whose;
    if let Some(transaction) = &request.transaction {
        return transaction.resume_url();
    }
    let own = match &payload.request.destination {
        LinkDestination::Page { return_to } => return_to.clone(),
        LinkDestination::App { .. } => None,
    };
    let place = link.new_user.as_ref().filter(|_| is_new).or(link.callback.as_ref());
    place.map(ToString::to_string).or(own).unwrap_or_else(|| urls::ACCOUNT.to_owned())
}

fn refused(visit: &Visit, request: &PageRequest, refusal: Refusal) -> Result<Response, PageError> {
    match refusal {
        Refusal::SignUpClosed => Err(PageError::new(ErrorKind::SignUpClosed, "Links make no accounts for new addresses")),
        Refusal::Disabled => Err(PageError::new(ErrorKind::AccountDisabled, "The account is switched off")),
        Refusal::Outdated => no_link(visit, request, SecretError::Spent),
    }
}
