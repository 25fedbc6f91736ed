//! The device behind a session or a trust, in words.

use crate::model::user_agent::Device;
use crate::web::chrome::Chrome;

/// Browser and system, as far as they are known.
pub(super) fn device_in_words(device: &Device, chrome: &Chrome) -> String {
    match (device.browser, device.system) {
        (Some(browser), Some(system)) => chrome.texts.with("sessions-device", &[("browser", browser), ("system", system)]),
        (Some(name), None) | (None, Some(name)) => name.to_owned(),
        (None, None) => chrome.text("sessions-unknown-device"),
    }
}
