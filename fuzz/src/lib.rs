//! What fuzz targets share: the whole server in process, on a database in memory, with one app that is registered.

use std::sync::LazyLock;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt as _;
use tokio::runtime::Runtime;
use tower::ServiceExt as _;
use vestibule::boot::{self, Surroundings};
use vestibule::clock::{Clock, Timestamp};
use vestibule::config::{Config, Mode, Sources};
use vestibule::crypto::password::PasswordParameters;
use vestibule::model::client::ClientSource;
use vestibule::model::request_origin::RequestOrigin;
use vestibule::oauth::registration::operator::{self, NewClient};
use vestibule::random::Entropy;
use vestibule::router::router;
use vestibule::web::server::Server;

/// The one registered app.
pub const CLIENT_ID: &str = "fuzzed";
/// Its one redirect URI.
pub const REDIRECT_URI: &str = "https://rp.example/cb";

const NOW: Timestamp = Timestamp::from_millis(1_790_000_000_000);
const CONFIGURATION: &str = r#"
[server]
public_url = "http://localhost:9180"
[database]
url = "sqlite::memory:"
[keys]
master = "QfpobnTs2JyXP6cPS4wsnvji6WIL3Q8xDUANXrSagE0="
signing_algorithms = ["ES256"]
[rate_limit]
enabled = false
"#;

/// The server, without a network.
pub struct InProcess {
    runtime: Runtime,
    router: Router,
}

/// An answer, read whole.
pub struct Reply {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Vec<u8>,
}

/// The server that every input of a target is sent to.
pub static SERVER: LazyLock<InProcess> = LazyLock::new(|| InProcess::start().expect("the server starts"));

impl InProcess {
    fn start() -> Result<Self, Box<dyn std::error::Error>> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let config = Config::load(&Sources::none().toml(CONFIGURATION), Mode::Serve).map_err(|faults| format!("{faults:?}"))?;
        let surroundings = Surroundings {
            dev: None,
            clock: Clock::fixed(NOW),
            entropy: Entropy::seeded(7),
            password_parameters: PasswordParameters::new(64, 1, 1)?,
            catch_mail: true,
        };
        let router = runtime.block_on(async {
            let app = boot::open(config, surroundings).await?;
            let metadata = r#"{"client_name": "Fuzzed", "redirect_uris": ["https://rp.example/cb"],
                "grant_types": ["authorization_code", "refresh_token", "client_credentials"]}"#;
            let members = vestibule::crypto::strict_json::object(metadata.as_bytes()).map_err(|error| format!("{error:?}"))?;
            let new = NewClient { id: Some(CLIENT_ID), source: ClientSource::Operator, members: &members };
            operator::create(&app, &new, &RequestOrigin::default(), NOW).await?;
            Ok::<_, Box<dyn std::error::Error>>(router(&Server::new(app)))
        })?;
        Ok(Self { runtime, router })
    }

    /// Sends a request; none if the router cannot even be asked.
    pub fn send(&self, request: Request<Body>) -> Reply {
        self.runtime.block_on(async {
            let response = match self.router.clone().oneshot(request).await {
                Ok(response) => response,
                Err(never) => match never {},
            };
            let (parts, body) = response.into_parts();
            let body = body.collect().await.map(|body| body.to_bytes().to_vec()).unwrap_or_default();
            Reply { status: parts.status, headers: parts.headers, body }
        })
    }
}
