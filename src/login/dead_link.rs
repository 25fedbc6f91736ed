//! One answer for every mailed link that does nothing, with a way on.

use axum::response::Response;

use crate::one_time::SecretError;
use crate::web::error_view::{ErrorAction, ErrorKind, ErrorPage};
use crate::web::page::PageError;
use crate::web::visit::Visit;

/// The page. `description` is for developers; `way_on` is what the person does next.
pub(super) fn dead_link(
    visit: &Visit,
    error: SecretError,
    description: &str,
    way_on: ErrorAction,
) -> Result<Response, PageError> {
    if let SecretError::Store(error) = error {
        return Err(error.into());
    }
    Ok(visit.error_page(&ErrorPage {
        kind: ErrorKind::LinkExpired,
        description: Some(description.to_owned()),
        time: visit.now,
        primary: way_on,
        secondary: None,
        comparison: None,
        chrome: visit.chrome(None),
    }))
}
