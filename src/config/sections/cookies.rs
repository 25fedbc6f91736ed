//! `[cookies]`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::Config;
use super::super::fault::Faults;
use super::super::values::{CookieDomain, CookiePrefix};

/// The section `cookies`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Cookies {
    /// What every cookie's name begins with (after `__Host-` or `__Secure-`). `better-auth` keeps the names of a Better Auth server.
    pub prefix: CookiePrefix,
    /// A domain whose hosts all receive the cookies. By default only the host of `server.public_url` does.
    pub domain: Option<CookieDomain>,
    /// Whether browsers send the cookies on requests that come from other sites.
    pub same_site: SameSite,
}

impl Default for Cookies {
    fn default() -> Self {
        Self { prefix: CookiePrefix::vestibule(), domain: None, same_site: SameSite::Lax }
    }
}

/// The `SameSite` attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
pub enum SameSite {
    /// On links from other sites only.
    Lax,
    /// Never.
    Strict,
    /// Always; needs https.
    None,
}

impl Cookies {
    pub(in crate::config) fn check(&self, config: &Config, faults: &mut Faults) {
        if self.same_site == SameSite::None && !config.is_secure() {
            let problem = "browsers take SameSite=None over https only";
            faults.add(config.fault("cookies.same_site", problem, "write lax, or an https address into server.public_url"));
        }
        let host = config.server.public_url.host();
        if let Some(domain) = self.domain.as_ref().map(CookieDomain::as_str)
            && host != domain
            && !host.strip_suffix(domain).is_some_and(|labels| labels.ends_with('.'))
        {
            let problem = format!("server.public_url's host {host} does not lie in {domain}");
            faults.add(config.fault("cookies.domain", problem, "write a domain that the host lies in, or leave it out"));
        }
    }
}
