//! The authorization server: OAuth 2.0 and OpenID Connect.
//!
//! | file | specification |
//! |---|---|
//! | [`authorize`] | RFC 6749 section 3.1, OpenID Connect Core section 3.1.2, RFC 7636, RFC 9207 |
//! | [`consent`] | OpenID Connect Core section 3.1.2.4 |
//! | [`token`], [`grants`] | RFC 6749 sections 3.2, 4.1.3, 4.4, 6; RFC 8628 section 3.4 |
//! | [`client_authentication`] | RFC 6749 section 2.3, RFC 7523, OpenID Connect Core section 9 |
//! | [`device_authorization`] | RFC 8628 |
//! | [`userinfo`] | OpenID Connect Core section 5.3, RFC 6750 |
//! | [`introspection`] | RFC 7662 |
//! | [`revocation`] | RFC 7009 |
//! | [`end_session`] | OpenID Connect RP-Initiated Logout 1.0 |
//! | [`registration`] | RFC 7591, RFC 7592, OpenID Connect Dynamic Client Registration 1.0 |
//! | [`discovery`] | OpenID Connect Discovery 1.0, RFC 8414 |
//! | [`jwks`] | RFC 7517 |
//!
//! May use levels 0 to 6; knows no sign-in method: it sends the browser to a URL and reads stored facts when it comes back.

pub mod authorize;
pub mod client_authentication;
pub mod client_limits;
pub mod consent;
pub mod device_authorization;
pub mod discovery;
pub mod end_session;
pub mod error;
pub mod grants;
pub mod introspection;
pub mod jwks;
pub mod registration;
pub mod revocation;
pub mod token;
pub mod userinfo;

use crate::config::Config;
use crate::web::api::ApiRoutes;

/// The endpoints of this slice in the JSON interface.
pub fn api_routes(config: &Config) -> ApiRoutes {
    device_authorization::api::routes(config)
}
