//! The address, or the username, on its way from the first page of signing in to the second, where the two are apart.
//! It travels as [`entered_text`].

use crate::login::page_request::PageRequest;
use crate::login::password::identifier::Identifier;
use crate::model::email::EmailAddress;
use crate::model::urls;
use crate::web::entered_text;
use crate::web::login_transaction::LoginTransaction;
use crate::web::page::PageError;
use crate::web::visit::Visit;

/// The parameter that holds it.
const ADDRESS: &str = "address";
/// The parameter that asks for the first page again.
const STEP: &str = "step";
const FIRST_STEP: &str = "address";

/// What a page of signing in is to ask for.
pub(super) enum Step {
    /// For the address, filled in with this.
    Address(String),
    /// For the password of whom this names.
    Password(Identifier),
}

/// Reads how far the person got. What the app said about them counts as if they had typed it, if they could have.
pub(super) fn read(visit: &Visit, request: &PageRequest) -> Result<Step, PageError> {
    let hint = request.transaction.as_ref().and_then(LoginTransaction::login_hint);
    let known = open(visit, request.field(ADDRESS)?).or_else(|| Identifier::read(&visit.server.app.config, hint?));
    Ok(match known {
        Some(address) if request.field(STEP)? != FIRST_STEP => Step::Password(address),
        known => Step::Address(known.map(|address| address.as_str().to_owned()).unwrap_or_default()),
    })
}

/// The address that this browser was sent here with, as it stands in the page that asks for address and password at once.
pub(super) fn opened(visit: &Visit, request: &PageRequest) -> Result<Option<String>, PageError> {
    Ok(entered_text::open(visit, request.field(ADDRESS)?))
}

/// Where the password of `address` is asked for.
pub(super) fn password_url(visit: &Visit, request: &PageRequest, address: &Identifier) -> String {
    request.step_with(urls::SIGN_IN, &[(ADDRESS, &entered_text::seal(visit, address.as_str()))])
}

/// Where another address than `address` is typed.
pub(super) fn change_url(visit: &Visit, request: &PageRequest, address: &Identifier) -> String {
    request.step_with(urls::SIGN_IN, &[(STEP, FIRST_STEP), (ADDRESS, &entered_text::seal(visit, address.as_str()))])
}

/// `path` with `address` and more parameters, within the transaction if there is one.
pub(in crate::login) fn url_at(
    path: &str,
    visit: &Visit,
    entered: (&PageRequest, &EmailAddress),
    more: &[(&str, &str)],
) -> String {
    let (request, address) = entered;
    text_url_at(path, visit, (request, address.as_str()), more)
}

/// The same for another text that was entered.
pub(in crate::login) fn text_url_at(path: &str, visit: &Visit, entered: (&PageRequest, &str), more: &[(&str, &str)]) -> String {
    let (request, text) = entered;
    let sealed = entered_text::seal(visit, text);
    let own: Vec<_> = std::iter::once((ADDRESS, sealed.as_str())).chain(more.iter().copied()).collect();
    request.step_with(path, &own)
}

/// The mail address of [`open`]; none also where something else was entered.
pub(in crate::login) fn open_email(visit: &Visit, sealed: &str) -> Option<EmailAddress> {
    match open(visit, sealed)? {
        Identifier::Email(address) => Some(address),
        Identifier::Username(_) | Identifier::Phone(_) => None,
    }
}

/// The address or username of an envelope that this browser was given.
fn open(visit: &Visit, sealed: &str) -> Option<Identifier> {
    Identifier::read(&visit.server.app.config, &entered_text::open(visit, sealed)?)
}
