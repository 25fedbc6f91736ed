//! `/check-your-mail`: where every form leads by which a link was mailed, or would have been. The address travels as [`entered_text`], so
//! that reloading, going back and several tabs work, and no log tells who asked.

use axum::http::Uri;
use axum::response::Response;

use crate::login::page_request::{Flow, PageRequest, untick};
use crate::login::password::view::{CheckYourMailPage, MailPurpose};
use crate::model::email::EmailAddress;
use crate::model::urls;
use crate::users::magic_link::makes_accounts;
use crate::web::asked_link::AskedLink;
use crate::web::entered_text;
use crate::web::error_view::ErrorKind;
use crate::web::page::PageError;
use crate::web::problem::Problems;
use crate::web::session_cookies;
use crate::web::visit::Visit;

/// The page for `address` as it was typed, or masked. Where a link that proves an address signs in too, the browser is remembered as the one
/// that asked for it, whoever has an account.
pub(in crate::login) fn go(
    visit: &Visit,
    request: &PageRequest,
    address: &str,
    (purpose, remember): (MailPurpose, bool),
) -> Response {
    let sealed = entered_text::seal(visit, address);
    let own: Vec<_> = [("purpose", purpose.as_str()), ("address", &sealed)].into_iter().chain(untick(remember)).collect();
    let mut response = visit.redirect(&request.step_with(urls::CHECK_MAIL, &own));
    if purpose.proves_address()
        && visit.server.app.config.registration.sign_in_after_verification
        && let Ok(address) = EmailAddress::parse(address)
    {
        let link = AskedLink::VerifyEmail { email: address.as_str() };
        session_cookies::write_asked_link(&visit.server, response.headers_mut(), &link, visit.now);
    }
    response
}

/// `GET /check-your-mail?purpose=…&address=…`.
pub(super) async fn show(visit: Visit, uri: Uri) -> Response {
    let request = match PageRequest::opened(&visit, &uri, Flow::Step).await {
        Ok(request) => request,
        Err(response) => return *response,
    };
    request.answer(&visit, open(&visit, &request))
}

/// The page, or the one before where this browser has typed no address lately.
fn open(visit: &Visit, request: &PageRequest) -> Result<Response, PageError> {
    let purpose = MailPurpose::parse(request.field("purpose")?)
        .ok_or_else(|| PageError::new(ErrorKind::InvalidRequest, "purpose is not one of a mail"))?;
    let asked_at = request.step_with(purpose.asked_at(), request.unkept()?.as_slice());
    let Some(address) = entered_text::open(visit, request.field("address")?) else { return Ok(visit.redirect(&asked_at)) };
    let app = &visit.server.app;
    let page = CheckYourMailPage {
        chrome: visit.chrome(request.transaction.as_ref()),
        address,
        purpose,
        for_accounts: purpose == MailPurpose::MagicLink && !makes_accounts(app),
        wrong_address_url: asked_at,
        sign_in_url: request.step_with(urls::SIGN_IN, request.unkept()?.as_slice()),
        mailbox_url: app.is_dev().then(|| urls::DEV_MAIL.to_owned()),
    };
    Ok(visit.page(&page, &request.options(&Problems::none())))
}
