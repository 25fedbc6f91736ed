//! "Check your mail": the answer wherever a link was mailed, or would have been.

use axum::response::Response;

use crate::login::page_request::PageRequest;
use crate::login::password::view::{CheckYourMailPage, MailPurpose};
use crate::model::email::EmailAddress;
use crate::model::urls;
use crate::web::asked_link::AskedLink;
use crate::web::page::PageOptions;
use crate::web::session_cookies;
use crate::web::visit::Visit;

/// The page for `address` as it was typed. Another one is typed at `asked_at`. Where a link that proves an address signs in too, the
/// browser is remembered as the one that asked for it, whoever has an account.
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
        wrong_address_url: request.step(asked_at),
        sign_in_url: request.step(urls::SIGN_IN),
        mailbox_url: visit.server.app.is_dev().then(|| urls::DEV_MAIL.to_owned()),
    };
    let mut response = visit.page(&page, &PageOptions::default());
    if purpose == MailPurpose::VerifyEmail
        && visit.server.app.config.registration.sign_in_after_verification
        && let Ok(address) = EmailAddress::parse(address)
    {
        let link = AskedLink::VerifyEmail { email: address.as_str() };
        session_cookies::write_asked_link(&visit.server, response.headers_mut(), &link, visit.now);
    }
    response
}
