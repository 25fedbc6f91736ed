//! "Check your mail": the answer wherever a link was mailed, or would have been.

use axum::response::Response;

use crate::login::page_request::PageRequest;
use crate::login::password::view::{CheckYourMailPage, MailPurpose};
use crate::model::urls;
use crate::web::page::PageOptions;
use crate::web::visit::Visit;

/// The page for `address` as it was typed. Another one is typed at `asked_at`.
pub(in crate::login) fn render(
    visit: &Visit,
    request: &PageRequest,
    address: &str,
    purpose: MailPurpose,
    asked_at: &str,
) -> Response {
    let page = CheckYourMailPage {
        chrome: visit.chrome(request.transaction.as_ref()),
        address: address.to_owned(),
        purpose,
        wrong_address_url: request.in_flow(asked_at),
        sign_in_url: request.in_flow(urls::SIGN_IN),
        mailbox_url: visit.server.app.is_dev().then(|| urls::DEV_MAIL.to_owned()),
    };
    visit.page(&page, &PageOptions::default())
}
