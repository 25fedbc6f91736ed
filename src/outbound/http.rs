//! The one HTTP client. Every request goes through the egress policy.
//!
//! A name is resolved once, every address it has is judged, and the connection goes to the addresses that were judged, so that a
//! second answer of the name server changes nothing. No redirects, no proxy of the environment, bounded size and time.

use std::collections::HashMap;
use std::error::Error as StdError;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use http::{Method, Request, Response};
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::redirect::Policy;
use serde::de::DeserializeOwned;
use url::{Host, Url};

use crate::outbound::egress::EgressPolicy;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
const IDLE_TIMEOUT: Duration = Duration::from_secs(30);
const IDLE_CONNECTIONS_PER_HOST: usize = 4;

/// What one request may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequestLimits {
    /// The largest body that is read, in bytes.
    pub maximum_length: usize,
    /// From the start to the last byte.
    pub timeout: Duration,
}

impl Default for RequestLimits {
    fn default() -> Self {
        Self { maximum_length: 512 * 1024, timeout: Duration::from_secs(10) }
    }
}

/// Why a request has no answer. All are shown alike, for the difference would map our network to whoever typed the address; logs
/// may tell by [`HttpError::reason`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the address could not be reached, or did not answer as it should")]
pub enum HttpError {
    /// Not an absolute https address (or http in an allowed network), or with user information.
    Address,
    /// The egress policy refuses an address of the host.
    Forbidden,
    /// No such name, no connection, no valid certificate, or the connection broke off.
    Unreachable,
    /// Took too long.
    TimedOut,
    /// The answer is larger than allowed.
    TooLarge,
    /// The answer is not the JSON that was expected, or its status is not 200.
    Unexpected,
}

impl HttpError {
    /// For logs.
    pub const fn reason(self) -> &'static str {
        match self {
            Self::Address => "the address is not an https address",
            Self::Forbidden => "the egress policy refuses the address",
            Self::Unreachable => "no connection",
            Self::TimedOut => "timed out",
            Self::TooLarge => "the answer is too large",
            Self::Unexpected => "the answer is not what was expected",
        }
    }
}

/// A handle to the client. Clones share its connections. It is built at the first request.
#[derive(Clone, Debug)]
pub struct HttpClient(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    policy: Arc<EgressPolicy>,
    names: Arc<HashMap<String, Vec<IpAddr>>>,
    encrypted: OnceLock<Result<reqwest::Client, HttpError>>,
    plain: OnceLock<Result<reqwest::Client, HttpError>>,
}

impl HttpClient {
    /// A client under this policy, which resolves names as the system does.
    pub fn new(policy: EgressPolicy) -> Self {
        Self::with_names(policy, HashMap::new())
    }

    /// A client for which some names have fixed addresses. They are judged like any other.
    pub fn with_names(policy: EgressPolicy, names: HashMap<String, Vec<IpAddr>>) -> Self {
        Self(Arc::new(Inner {
            policy: Arc::new(policy),
            names: Arc::new(names),
            encrypted: OnceLock::new(),
            plain: OnceLock::new(),
        }))
    }

    /// Sends a request and reads its answer, whatever its status, within the default limits.
    pub async fn send(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, HttpError> {
        self.send_within(RequestLimits::default(), request).await
    }

    /// Sends a request and reads its answer, whatever its status. Redirects are answers like others.
    pub async fn send_within(&self, limits: RequestLimits, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, HttpError> {
        let (parts, body) = request.into_parts();
        let url = Url::parse(&parts.uri.to_string()).map_err(|_| HttpError::Address)?;
        let client = self.client_for(&url)?;
        let sending = client.request(parts.method, url).headers(parts.headers).body(body).timeout(limits.timeout).send();
        let mut incoming = sending.await.map_err(|error| classify(&error))?;
        let announced = incoming.content_length().and_then(|length| usize::try_from(length).ok()).unwrap_or(0);
        if announced > limits.maximum_length {
            return Err(HttpError::TooLarge);
        }
        let mut body = Vec::with_capacity(announced);
        while let Some(chunk) = incoming.chunk().await.map_err(|error| classify(&error))? {
            if body.len() + chunk.len() > limits.maximum_length {
                return Err(HttpError::TooLarge);
            }
            body.extend_from_slice(&chunk);
        }
        let mut response = Response::new(body);
        *response.status_mut() = incoming.status();
        *response.headers_mut() = std::mem::take(incoming.headers_mut());
        Ok(response)
    }

    /// Fetches a JSON document. Any status but 200 is an error.
    pub async fn get_json<T: DeserializeOwned>(&self, url: &str) -> Result<T, HttpError> {
        let request = Request::builder().method(Method::GET).uri(url).header(http::header::ACCEPT, "application/json");
        let response = self.send(request.body(Vec::new()).map_err(|_| HttpError::Address)?).await?;
        if response.status() != http::StatusCode::OK {
            return Err(HttpError::Unexpected);
        }
        serde_json::from_slice(response.body()).map_err(|_| HttpError::Unexpected)
    }

    /// Whether a request to this address could be sent at all: for forms, before the address is saved. Resolves its name.
    pub async fn check_address(&self, url: &str) -> Result<(), HttpError> {
        let url = Url::parse(url).map_err(|_| HttpError::Address)?;
        let scope = self.scope_of(&url)?;
        match url.host() {
            Some(Host::Domain(name)) => self.resolver(scope).addresses(name).await.map(|_| ()),
            _ => Ok(()),
        }
    }

    fn client_for(&self, url: &Url) -> Result<&reqwest::Client, HttpError> {
        let scope = self.scope_of(url)?;
        let slot = match scope {
            Scope::Permitted => &self.0.encrypted,
            Scope::AllowedOnly => &self.0.plain,
        };
        slot.get_or_init(|| self.build(scope)).as_ref().map_err(|error| *error)
    }

    /// Checks the scheme, and the host if it is an address: the resolver is never asked about those.
    fn scope_of(&self, url: &Url) -> Result<Scope, HttpError> {
        let scope = match url.scheme() {
            "https" => Scope::Permitted,
            "http" => Scope::AllowedOnly,
            _ => return Err(HttpError::Address),
        };
        if !url.username().is_empty() || url.password().is_some() {
            return Err(HttpError::Address);
        }
        let address = match url.host().ok_or(HttpError::Address)? {
            Host::Domain(_) => return Ok(scope),
            Host::Ipv4(address) => IpAddr::V4(address),
            Host::Ipv6(address) => IpAddr::V6(address),
        };
        if scope.covers(&self.0.policy, address) { Ok(scope) } else { Err(HttpError::Forbidden) }
    }

    fn resolver(&self, scope: Scope) -> GuardedResolver {
        GuardedResolver { policy: Arc::clone(&self.0.policy), names: Arc::clone(&self.0.names), scope }
    }

    fn build(&self, scope: Scope) -> Result<reqwest::Client, HttpError> {
        reqwest::Client::builder()
            .dns_resolver(self.resolver(scope))
            .https_only(scope == Scope::Permitted)
            .redirect(Policy::none())
            .referer(false)
            .no_proxy()
            .connect_timeout(CONNECT_TIMEOUT)
            .pool_idle_timeout(IDLE_TIMEOUT)
            .pool_max_idle_per_host(IDLE_CONNECTIONS_PER_HOST)
            .user_agent(concat!("vestibule/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(|_| HttpError::Unreachable)
    }
}

/// Which addresses a connection may go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scope {
    /// By https: whatever the policy permits.
    Permitted,
    /// By http: only the networks that the operator named.
    AllowedOnly,
}

impl Scope {
    fn covers(self, policy: &EgressPolicy, address: IpAddr) -> bool {
        match self {
            Self::Permitted => policy.permits(address),
            Self::AllowedOnly => policy.allows(address),
        }
    }
}

#[derive(Clone, Debug)]
struct GuardedResolver {
    policy: Arc<EgressPolicy>,
    names: Arc<HashMap<String, Vec<IpAddr>>>,
    scope: Scope,
}

impl GuardedResolver {
    /// All addresses of a name; none if one of them is refused, for then the name cannot be trusted to mean one place.
    async fn addresses(&self, name: &str) -> Result<Vec<SocketAddr>, HttpError> {
        let addresses: Vec<SocketAddr> = match self.names.get(name) {
            Some(fixed) => fixed.iter().map(|address| SocketAddr::new(*address, 0)).collect(),
            None => tokio::net::lookup_host((name, 0)).await.map_err(|_| HttpError::Unreachable)?.collect(),
        };
        if addresses.is_empty() {
            return Err(HttpError::Unreachable);
        }
        let covered = addresses.iter().all(|address| self.scope.covers(&self.policy, address.ip()));
        if covered { Ok(addresses) } else { Err(HttpError::Forbidden) }
    }
}

impl Resolve for GuardedResolver {
    fn resolve(&self, name: Name) -> Resolving {
        let resolver = self.clone();
        Box::pin(async move {
            let addresses = resolver.addresses(name.as_str()).await?;
            Ok(Box::new(addresses.into_iter()) as Addrs)
        })
    }
}

/// Finds our own refusal in the chain of causes, else what kind of failure it was.
fn classify(error: &reqwest::Error) -> HttpError {
    let mut cause: Option<&(dyn StdError + 'static)> = Some(error);
    while let Some(error) = cause {
        if let Some(own) = error.downcast_ref::<HttpError>() {
            return *own;
        }
        cause = error.source();
    }
    if error.is_timeout() { HttpError::TimedOut } else { HttpError::Unreachable }
}
