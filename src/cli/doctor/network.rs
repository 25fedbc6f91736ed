//! How browsers and apps reach the server.

use http::StatusCode;
use serde_json::Value;

use super::Finding;
use crate::cli::probe;
use crate::config::Config;
use crate::model::urls;

const PUBLIC_URL: &str = "public url";
const PROXY: &str = "proxy";

/// Whether `server.public_url` leads to this installation, as seen from this machine.
pub(super) async fn public_url(config: &Config) -> Finding {
    let (url, issuer) = (&config.server.public_url, config.issuer());
    let discovery = format!("{issuer}{}", urls::OPENID_CONFIGURATION);
    let answer = match probe::get(&discovery).await {
        Ok(answer) if answer.status() == StatusCode::OK => answer,
        Ok(answer) => {
            return Finding::fail(PUBLIC_URL, format!("{discovery} answers {}: the proxy leads elsewhere", answer.status()));
        }
        Err(reason) => {
            let advice = if url.is_loopback() {
                "is the server running?"
            } else {
                "is the server running? see DNS, certificate and proxy"
            };
            return Finding::warn(PUBLIC_URL, format!("{url} cannot be reached from here ({reason}); {advice}"));
        }
    };
    let told = serde_json::from_slice::<Value>(answer.body()).unwrap_or_default();
    match told.get("issuer").and_then(Value::as_str) {
        Some(told) if told == issuer && url.is_loopback() => Finding::warn(
            PUBLIC_URL,
            format!("{url} answers, but only on this machine; set server.public_url before others come"),
        ),
        Some(told) if told == issuer => Finding::ok(PUBLIC_URL, format!("{url} answers as {issuer}")),
        _ => Finding::fail(PUBLIC_URL, format!("{discovery} is not of this installation: it names another issuer")),
    }
}

/// Whether the addresses of clients can be known. TLS ends at a proxy, so an https installation has one.
pub(super) fn proxies(config: &Config) -> Option<Finding> {
    if !config.is_secure() {
        return None;
    }
    if config.server.trusted_proxies.is_empty() {
        let problem = "server.trusted_proxies is empty, so every request seems to come from the proxy and shares its rate limits";
        return Some(Finding::warn(PROXY, format!("{problem}; write the proxy's address there")));
    }
    if config.server.listen.iter().any(|address| address.socket().ip().is_unspecified()) {
        let problem = "server.listen takes connections from everywhere";
        return Some(Finding::warn(PROXY, format!("{problem}; see that only the proxy can reach it")));
    }
    Some(Finding::ok(PROXY, "X-Forwarded-For is believed from server.trusted_proxies only"))
}
