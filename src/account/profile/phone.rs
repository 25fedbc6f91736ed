//! The phone number on the profile page, and where its forms go.
//!
//! A number is a way in: to put one on the account, or to take it off, a person must have proved lately that it is they.

use axum::body::Body;
use axum::http::{Request, Uri};
use axum::response::Response;
use serde_json::json;

use crate::account::notice::Notice;
use crate::account::profile::page::{page, text};
use crate::account::profile::view::{EnteredNumber, PhoneCard, ProfilePage};
use crate::account::visit::{AccountVisit, Refusal};
use crate::model::phone_code::PhoneCodeUse;
use crate::model::phone_number::PhoneNumber;
use crate::model::short_code::ShortCode;
use crate::model::urls;
use crate::users::permission;
use crate::users::phone::{self, NumberChanged, NumberCleared, TypedPhoneCode};
use crate::users::phone_code::{self, PhoneCodePlace};
use crate::users::short_code::CodeRefusal;
use crate::web::form::Parameters;
use crate::web::problem::{Problem, Problems};
use crate::web::{account_form, entered_text};

/// The parameter that holds the number to which a code was sent, sealed for the browser.
const ENTERED: &str = "phone";

/// The person's number; none where numbers are turned off.
pub(super) async fn card(at: &AccountVisit) -> Result<Option<PhoneCard>, Refusal> {
    let app = &at.visit.server.app;
    if !app.config.phone.enabled {
        return Ok(None);
    }
    let stored = phone::of_user(app, &at.signed_in.user.id).await?;
    Ok(Some(PhoneCard {
        current: stored.and_then(|stored| stored.number).map(|number| number.grouped()),
        typed: String::new(),
        entered: None,
        proof_url: (!at.is_proved()).then(|| at.proof_url()),
        mailbox_url: app.is_dev().then(|| urls::DEV_MAIL.to_owned()),
    }))
}

/// Where a code was sent to, if the page was opened to type it.
pub(super) fn entered_in(at: &AccountVisit, uri: &Uri) -> Result<Option<EnteredNumber>, Refusal> {
    let parameters = Parameters::from_query(uri)?;
    let sealed = text(&parameters, ENTERED)?;
    Ok(opened(at, sealed).map(|number| entered(&number, sealed)))
}

fn opened(at: &AccountVisit, sealed: &str) -> Option<PhoneNumber> {
    entered_text::open(&at.visit, sealed).and_then(|number| PhoneNumber::parse(&number).ok())
}

fn entered(number: &PhoneNumber, sealed: &str) -> EnteredNumber {
    EnteredNumber { number: number.grouped(), sealed: sealed.to_owned() }
}

/// `POST /account/phone`: asks for a code.
pub(super) async fn ask(at: AccountVisit, request: Request<Body>) -> Response {
    at.answer(asked(&at, request).await)
}

async fn asked(at: &AccountVisit, request: Request<Body>) -> Result<Response, Refusal> {
    let parameters = at.form(request).await?;
    at.proved()?;
    let app = &at.visit.server.app;
    let typed = text(&parameters, "phone")?;
    let number = match opened(at, text(&parameters, "entered")?) {
        Some(number) => number,
        None => match account_form::phone_number(&app.config.phone, typed) {
            Ok(number) => number,
            Err(problem) => return refused(at, (typed, None), problem).await,
        },
    };
    let place = PhoneCodePlace { code_use: PhoneCodeUse::Verify, number: &number };
    let asker = Some(&at.signed_in.user.id);
    phone_code::request(app, &place, asker, at.visit.locale.tag(), at.visit.now).await?;
    let sealed = entered_text::seal(&at.visit, number.as_str());
    Ok(at.visit.redirect(&format!("{}#phone-heading", urls::with_query(urls::ACCOUNT_PROFILE, &[(ENTERED, &sealed)]))))
}

/// `POST /account/phone/code`: shows the code.
pub(super) async fn enter(at: AccountVisit, request: Request<Body>) -> Response {
    at.answer(entered_code(&at, request).await)
}

async fn entered_code(at: &AccountVisit, request: Request<Body>) -> Result<Response, Refusal> {
    let parameters = at.form(request).await?;
    at.proved()?;
    let sealed = text(&parameters, "entered")?;
    let Some(number) = opened(at, sealed) else { return Ok(at.unchanged()) };
    let code = ShortCode::entered(text(&parameters, "code")?);
    let typed = TypedPhoneCode { number: &number, code: &code };
    let app = &at.visit.server.app;
    let when = (&at.visit.origin, at.visit.now);
    let may = permission::to_change(app, &at.signed_in.user, json!({ "phone_number": number.as_str() }), when).await?;
    let problem = match phone::change(app, &at.signed_in.user, typed, &may, when).await? {
        NumberChanged::Done => return Ok(at.done(Notice::PhoneNumberSaved)),
        NumberChanged::Outdated => return Ok(at.unchanged()),
        NumberChanged::Taken => return refused(at, (&number.grouped(), None), Problem::PhoneNumberTaken).await,
        NumberChanged::Code(CodeRefusal::Wrong) => Problem::CodeWrong,
        NumberChanged::Code(_) => Problem::CodeSpent,
    };
    refused(at, ("", Some(entered(&number, sealed))), problem).await
}

/// `POST /account/phone/remove`.
pub(super) async fn remove(at: AccountVisit, request: Request<Body>) -> Response {
    at.answer(removed(&at, request).await)
}

async fn removed(at: &AccountVisit, request: Request<Body>) -> Result<Response, Refusal> {
    at.form(request).await?;
    at.proved()?;
    let (app, user, when) = (&at.visit.server.app, &at.signed_in.user, (&at.visit.origin, at.visit.now));
    let may = permission::to_change(app, user, json!({ "phone_number": null }), when).await?;
    match phone::clear_now(app, user, &may, when).await? {
        NumberCleared::Done => Ok(at.done(Notice::PhoneNumberRemoved)),
        NumberCleared::LastWayIn => refused(at, ("", None), Problem::PhoneNumberNeeded).await,
    }
}

/// The page again, with what was typed.
async fn refused(
    at: &AccountVisit,
    (typed, entered): (&str, Option<EnteredNumber>),
    problem: Problem,
) -> Result<Response, Refusal> {
    let problems = Problems::from(problem);
    let mut page: ProfilePage = page(at, problems.clone()).await?;
    if let Some(card) = page.phone.as_mut() {
        typed.clone_into(&mut card.typed);
        card.entered = entered;
    }
    Ok(at.show(&page, &problems))
}
