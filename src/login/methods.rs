//! The methods that the sign-in page offers, and which of them was used last in this browser.

use crate::config::Config;
use crate::model::authentication_method::AuthenticationMethod;
use crate::web::visit::Visit;

/// The methods on offer.
fn offered(config: &Config) -> Vec<AuthenticationMethod> {
    let others = [
        (config.magic_link.enabled, AuthenticationMethod::MagicLink),
        (config.email_code.enabled, AuthenticationMethod::EmailCode),
        (config.phone.enabled, AuthenticationMethod::PhoneCode),
        (config.siwe.enabled, AuthenticationMethod::Wallet),
    ];
    let others = others.into_iter().filter(|(is_on, _)| *is_on).map(|(_, method)| method);
    let passkey = config.passkey.enabled.then_some(AuthenticationMethod::Passkey);
    std::iter::once(AuthenticationMethod::Password).chain(passkey).chain(others).collect()
}

/// The method to point at. Where there is only one, there is nothing to tell.
pub(super) fn last_used(visit: &Visit) -> Option<AuthenticationMethod> {
    let offered = offered(&visit.server.app.config);
    visit.last_used_method.filter(|method| offered.len() > 1 && offered.contains(method))
}
