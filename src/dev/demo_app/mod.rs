//! Fieldnotes, the demo app: a relying party that shows each step of a sign-in, on an origin of its own.
//!
//! It stands for the apps of others: it knows the login server by its issuer alone, reaches it by HTTP, and uses what is public
//! (OpenID Connect Core and Discovery, RFC 6749, RFC 7636, RFC 9207, RP-Initiated Logout). Its sessions are its own and in memory.
//! May use of this house only levels below the slices, and of them nothing that knows people or keys.

mod failure;
mod pages;
mod relying_party;
mod sessions;
mod tokens;
mod trace;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::HOST;
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::{get, post};
use ipnet::{IpNet, Ipv4Net, Ipv6Net};
use openidconnect::{IssuerUrl, PostLogoutRedirectUrl, RedirectUrl};
use url::Url;

use crate::clock::Clock;
use crate::dev::demo_app::relying_party::RelyingParty;
use crate::dev::demo_app::sessions::Sessions;
use crate::dev::demo_client::DemoClient;
use crate::dev::seed::SeededPerson;
use crate::outbound::egress::EgressPolicy;
use crate::outbound::http::HttpClient;
use crate::random::Entropy;
use crate::web::assets;

/// What the demo app is told at start.
#[derive(Clone, Debug)]
pub struct DemoSettings {
    /// Where browsers reach it, without trailing slash: `http://127.0.0.1:9190`.
    pub origin: String,
    /// The provider.
    pub issuer: String,
    /// Who it is there.
    pub client: DemoClient,
    /// The account to try, shown on its page.
    pub try_account: Option<SeededPerson>,
    /// Time.
    pub clock: Clock,
    /// Randomness.
    pub entropy: Entropy,
}

/// The demo app's state.
struct Fieldnotes {
    origin: Url,
    issuer: String,
    account_url: String,
    try_account: Option<SeededPerson>,
    relying_party: RelyingParty,
    http: HttpClient,
    entropy: Entropy,
    sessions: Sessions,
}

type App = Arc<Fieldnotes>;

/// The demo app, to be served on a listener of its own. Fails only if an address of the settings is not one.
pub fn router(settings: DemoSettings) -> Result<Router, url::ParseError> {
    let DemoSettings { origin, issuer, client, try_account, clock, entropy } = settings;
    let relying_party = RelyingParty {
        issuer: IssuerUrl::new(issuer.clone())?,
        client_id: client.id.to_string(),
        client_secret: Some(client.secret),
        redirect_uri: RedirectUrl::new(format!("{origin}/callback"))?,
        post_logout_redirect_uri: PostLogoutRedirectUrl::new(format!("{origin}/"))?,
        clock,
        entropy: entropy.clone(),
    };
    let app = Arc::new(Fieldnotes {
        origin: Url::parse(&origin)?,
        account_url: Url::parse(&issuer)?.join("/account")?.to_string(),
        issuer,
        try_account,
        relying_party,
        http: loopback_client(),
        entropy,
        sessions: Sessions::default(),
    });
    let router = Router::new()
        .route("/", get(pages::home))
        .route("/sign-in", get(pages::sign_in))
        .route("/callback", get(pages::callback))
        .route("/userinfo", post(pages::userinfo))
        .route("/refresh", post(pages::refresh))
        .route("/sign-out", post(pages::sign_out))
        .route(assets::ROUTE, get(assets::serve))
        .layer(middleware::from_fn_with_state(Arc::clone(&app), at_own_origin));
    Ok(router.with_state(app))
}

/// In `vestibule dev` the provider is on this machine: nothing else is called, and there plain http will do.
fn loopback_client() -> HttpClient {
    let loopback = [
        IpNet::V4(Ipv4Net::new_assert(std::net::Ipv4Addr::new(127, 0, 0, 0), 8)),
        IpNet::V6(Ipv6Net::new_assert(std::net::Ipv6Addr::LOCALHOST, 128)),
    ];
    HttpClient::new(EgressPolicy::new(loopback))
}

/// Sends whoever came under another name (`localhost`, or a name that somebody points here) to the one origin that the cookies and
/// the redirect URI are for.
async fn at_own_origin(State(app): State<App>, request: Request, next: Next) -> Response {
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok());
    let authority = host.or_else(|| request.uri().authority().map(axum::http::uri::Authority::as_str));
    if authority.is_some_and(|authority| authority.eq_ignore_ascii_case(app.origin.authority())) {
        next.run(request).await
    } else {
        app.redirect(app.origin.as_str())
    }
}
