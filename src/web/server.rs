//! What the handlers share: the app, and what of the configuration is about HTTP, prepared once.

use std::ops::Deref;
use std::sync::Arc;

use crate::app::App;
use crate::config::SameSite;
use crate::locale::Locales;
use crate::model::trusted_origin::{OriginPattern, TrustedOrigins};
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
        // The configuration has checked each pattern; one that would not parse trusts nobody.
        let patterns = config.server.trusted_origins.iter().filter_map(|pattern| OriginPattern::parse(pattern.as_str()).ok());
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
            app,
        };
        Self(Arc::new(parts))
    }
}

impl Deref for Server {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}
