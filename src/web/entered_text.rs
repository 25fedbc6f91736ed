//! What somebody typed on one page, on its way to the next.
//!
//! It travels in the URL, so that reloading and going back work, but sealed and bound to the browser: nobody can make a link that
//! shows a text of their choice, and no log tells who signed in.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::clock::Timestamp;
use crate::web::login_transaction::LIFETIME;
use crate::web::visit::Visit;

/// What the envelope is bound to: its use and the browser.
fn purpose(visit: &Visit) -> String {
    format!("sign_in address {}", URL_SAFE_NO_PAD.encode(visit.browser.digest()))
}

/// Seals a text.
pub fn seal(visit: &Visit, text: &str) -> String {
    let app = &visit.server.app;
    let text = format!("{} {}", (visit.now + LIFETIME).millis(), text);
    URL_SAFE_NO_PAD.encode(app.master_keys.seal(&purpose(visit), text.as_bytes(), &app.entropy))
}

/// The text, if this browser was given the envelope and not too long ago.
pub fn open(visit: &Visit, sealed: &str) -> Option<String> {
    let envelope = URL_SAFE_NO_PAD.decode(sealed).ok()?;
    let opened = visit.server.app.master_keys.open(&purpose(visit), &envelope).ok()?;
    let (until, text) = std::str::from_utf8(&opened).ok()?.split_once(' ')?;
    if Timestamp::from_millis(until.parse().ok()?) <= visit.now { None } else { Some(text.to_owned()) }
}
