//! The ways of signing in, one folder a method, with all of a method's operations and pages.
//!
//! Every method ends in `sessions/establish.rs`. May not use the other slices of level 7: oauth, account, admin, dev.

pub mod anonymous;
pub mod complete_profile;
mod dead_link;
pub mod email_code;
pub mod magic_link;
pub mod mailed_request;
mod methods;
pub mod one_time_token;
mod page_request;
pub mod passkey;
pub mod password;
pub mod phone;
pub mod sign_up_link;
pub mod siwe;
pub mod social;
pub mod terms;
pub mod two_factor;
pub mod username;
pub mod verification;

use crate::config::Config;
use crate::web::api::ApiRoutes;
use crate::web::server::Server;

/// The routes of this slice, as far as they are turned on.
pub fn routes(config: &Config) -> axum::Router<Server> {
    let routes = password::page::routes()
        .merge(verification::page::routes())
        .merge(sign_up_link::page::routes())
        .merge(magic_link::page::routes())
        .merge(email_code::page::routes());
    let routes = if config.terms.is_on() { routes.merge(terms::page::routes()) } else { routes };
    let routes = if config.passkey.enabled { routes.merge(passkey::page::routes()) } else { routes };
    let routes = if config.siwe.enabled { routes.merge(siwe::page::routes()) } else { routes };
    let routes = if config.phone.enabled { routes.merge(phone::page::routes(&config.phone)) } else { routes };
    let routes = if config.users.fields().is_empty() { routes } else { routes.merge(complete_profile::page::routes()) };
    if config.two_factor.is_on() { routes.merge(two_factor::routes()) } else { routes }
}

/// The endpoints of this slice in the JSON interface, as far as they are turned on.
pub fn api_routes(config: &Config) -> ApiRoutes {
    let routes = password::api::routes()
        .merge(password::recovery_api::routes())
        .merge(verification::api::routes())
        .merge(social::api::routes());
    let routes = if config.two_factor.is_on() { routes.merge(two_factor::api_routes()) } else { routes };
    let routes = if config.username.enabled { routes.merge(username::api::routes(&config.username)) } else { routes };
    let routes = if config.one_time_token.enabled { routes.merge(one_time_token::api::routes()) } else { routes };
    let routes = if config.magic_link.enabled { routes.merge(magic_link::api::routes()) } else { routes };
    let routes = if config.anonymous.enabled { routes.merge(anonymous::api::routes()) } else { routes };
    let routes = if config.siwe.enabled { routes.merge(siwe::api::routes()) } else { routes };
    let routes = if config.passkey.enabled { routes.merge(passkey::api::routes()) } else { routes };
    let routes = if config.phone.enabled { routes.merge(phone::api::routes(&config.phone)) } else { routes };
    if config.email_code.enabled {
        routes.merge(email_code::api::routes()).merge(email_code::account_api::routes())
    } else {
        routes
    }
}
