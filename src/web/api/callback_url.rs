//! Where a call's answer or a mailed link leads: [`CallbackUrl`]s as programs write them.
//!
//! Programs send spaces, letters beyond ASCII and backslashes, which browsers rewrite before they go anywhere. So an address that is
//! not plain is first written as a browser would write it, and only then held against the rules.

use url::Url;

use crate::model::callback_url::{CallbackUrl, UntrustedCallbackUrl};
use crate::model::trusted_origin::TrustedOrigins;

/// Stands for whatever origin a path is on; it is never shown.
const ANY_ORIGIN: &str = "http://origin.invalid";

/// Takes an address if it is a path on our own origin or lies on a trusted one.
pub fn parse(text: &str, trusted: &TrustedOrigins) -> Result<CallbackUrl, UntrustedCallbackUrl> {
    if is_ambiguous_path(text) {
        return Err(UntrustedCallbackUrl);
    }
    CallbackUrl::parse(text, trusted).or_else(|_| CallbackUrl::parse(&as_browsers_write(text)?, trusted))
}

/// What a parser that decodes once too often, or that takes `\` for `/`, would read as another host.
fn is_ambiguous_path(text: &str) -> bool {
    let path = text.strip_prefix('/');
    path.is_some_and(|rest| {
        let rest = rest.to_ascii_lowercase();
        rest.starts_with('/') || rest.contains(['\\', '\0']) || rest.contains("%2f") || rest.contains("%5c")
    }) || text.contains(char::is_control)
        || (!text.starts_with('/') && text.trim_start().starts_with('/'))
}

/// The address after a browser's parser (WHATWG URL): dot segments are gone, and what is not ASCII is encoded.
fn as_browsers_write(text: &str) -> Result<String, UntrustedCallbackUrl> {
    if !text.starts_with('/') {
        return Url::parse(text).map(String::from).map_err(|_| UntrustedCallbackUrl);
    }
    let origin = Url::parse(ANY_ORIGIN).map_err(|_| UntrustedCallbackUrl)?;
    let url = origin.join(text).map_err(|_| UntrustedCallbackUrl)?;
    if url.origin() != origin.origin() {
        return Err(UntrustedCallbackUrl);
    }
    let written = String::from(url);
    written.strip_prefix(ANY_ORIGIN).map(str::to_owned).ok_or(UntrustedCallbackUrl)
}

/// The same place with one more query parameter, as browsers write it.
pub fn with_parameter(callback: &CallbackUrl, trusted: &TrustedOrigins, name: &str, value: &str) -> CallbackUrl {
    let written = as_browsers_write(callback.as_str()).and_then(|written| CallbackUrl::parse(&written, trusted));
    written.as_ref().unwrap_or(callback).with_parameter(name, value)
}
