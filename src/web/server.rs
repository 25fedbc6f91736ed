//! What the handlers share: the app, and what of the configuration is about HTTP, prepared once.

use std::ops::Deref;
use std::path::Path;
use std::sync::Arc;

use axum::http::HeaderName;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use bytes::Bytes;

use crate::app::App;
use crate::config::SameSite;
use crate::locale::Locales;
use crate::model::trusted_origin::TrustedOrigins;
use crate::model::urls;
use crate::web::brand_color::BrandColor;
use crate::web::chrome::Brand;
use crate::web::client_ip::TrustedProxies;
use crate::web::cookies::{CookieNames, SameSitePolicy};
use crate::web::rate_limit::RateLimiter;

/// Where the operator's logo is served from, copied to here so that pages load nothing from elsewhere.
pub const LOGO: &str = "/assets/logo";

/// The state of the router. Cloning it is cheap.
#[derive(Clone)]
pub struct Server(Arc<Parts>);

/// The parts of a [`Server`].
pub struct Parts {
    /// The app.
    pub app: App,
    /// Names and attributes of cookies.
    pub cookies: CookieNames,
    /// Whose word about a request's origin counts.
    pub proxies: TrustedProxies,
    /// Whose scripts may call the JSON interface, and where callbacks may lead.
    pub trusted_origins: TrustedOrigins,
    /// The counters of the rate limits.
    pub limiter: RateLimiter,
    /// The languages that are offered.
    pub locales: Locales,
    /// Whose installation this is.
    pub brand: Brand,
    /// Whether we are reached by https.
    pub https: bool,
    /// The operator's colour.
    pub color: BrandColor,
    /// The operator's logo: media type and bytes.
    pub logo: Option<([(HeaderName, &'static str); 2], Bytes)>,
    /// The path of the issuer, empty or with a leading slash.
    pub issuer_path: String,
    /// The authorities (host and port) under which we may be asked.
    pub authorities: Vec<String>,
}

impl Server {
    /// Prepares everything for `app`.
    pub fn new(app: App) -> Self {
        let config = &app.config;
        let https = config.is_secure();
        let same_site = match config.cookies.same_site {
            SameSite::Lax => SameSitePolicy::Lax,
            SameSite::Strict => SameSitePolicy::Strict,
            SameSite::None => SameSitePolicy::None,
        };
        let patterns = config.server.trusted_origins.iter().cloned();
        let parts = Parts {
            cookies: CookieNames::new(
                config.cookies.prefix.as_str(),
                config.cookies.domain.as_ref().map(|domain| domain.as_str().to_owned()),
                https,
            )
            .with_same_site(same_site),
            proxies: TrustedProxies::new(config.server.trusted_proxies.iter().map(|network| network.net())),
            trusted_origins: TrustedOrigins::new(config.server.public_url.as_str(), patterns),
            limiter: RateLimiter::new(&app.entropy),
            locales: app.locales.clone(),
            brand: Brand {
                name: config.brand.name.as_str().to_owned(),
                logo_url: config.brand.logo.as_ref().map(|_| LOGO.to_owned()),
                help_url: config.pages.help_url.as_ref().map(|url| url.to_string()),
                privacy_url: config.pages.privacy_url.as_ref().map(|url| url.to_string()),
                terms_url: config.pages.terms_url.as_ref().map(|url| url.to_string()),
            },
            https,
            color: String::from(config.brand.color).parse().unwrap_or_default(),
            logo: config.brand.logo.as_deref().and_then(read_logo),
            issuer_path: issuer_path(config.issuer()),
            authorities: authorities(&app),
            app,
        };
        Self(Arc::new(parts))
    }

    /// Where the protocol's endpoints live beside the root: under the issuer's path, and where Better Auth's clients look.
    pub fn protocol_prefixes(&self) -> Vec<String> {
        let mut prefixes = vec![urls::API.to_owned()];
        if !self.issuer_path.is_empty() && self.issuer_path != urls::API {
            prefixes.push(self.issuer_path.clone());
        }
        prefixes
    }
}

fn issuer_path(issuer: &str) -> String {
    url::Url::parse(issuer).map(|url| url.path().trim_end_matches('/').to_owned()).unwrap_or_default()
}

/// Only the configured name; in `vestibule dev` also the loopback's other names.
fn authorities(app: &App) -> Vec<String> {
    let ours = app.config.server.public_url.authority().to_owned();
    let port = ours.rsplit_once(':').map(|(_, port)| port.to_owned());
    let mut authorities = vec![ours];
    if let Some(port) = port.filter(|_| app.is_dev()) {
        authorities.extend(["localhost", "127.0.0.1", "[::1]"].map(|host| format!("{host}:{port}")));
    }
    authorities
}

/// The configuration has checked that the file is there; a picture that browsers cannot show is left out.
fn read_logo(path: &Path) -> Option<([(HeaderName, &'static str); 2], Bytes)> {
    let media_type = match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        _ => return None,
    };
    let bytes = std::fs::read(path).ok()?;
    // An SVG may hold scripts: opened by itself it may run none.
    let headers =
        [(CONTENT_TYPE, media_type), (CONTENT_SECURITY_POLICY, "default-src 'none'; style-src 'unsafe-inline'; sandbox")];
    Some((headers, bytes.into()))
}

impl Deref for Server {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}
