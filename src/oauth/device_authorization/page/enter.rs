//! `/device`: typing the code that a device shows. An address with the code in it (RFC 8628, section 3.3.1) fills the field in and does
//! nothing more: somebody else may have made it.

use axum::body::Body;
use axum::http::{Request, Uri};
use axum::response::Response;

use crate::model::device_authorization::UserCode;
use crate::model::login_transaction::AnswerTarget;
use crate::model::urls;
use crate::oauth::device_authorization::view::DeviceCodePage;
use crate::tokens::device_authorization::lookup::{self, Guesser, Lookup, Unheard};
use crate::web::form::{FormError, Parameters};
use crate::web::login_transaction::{self, resume_url};
use crate::web::page::{PageError, PageOptions};
use crate::web::problem::{Problem, Problems};
use crate::web::visit::Visit;

/// As much as is shown again of what was typed or linked.
const LONGEST_SHOWN: usize = 16;

/// `GET /device`.
pub(super) async fn show(visit: Visit, uri: Uri) -> Response {
    let typed = Parameters::from_query(&uri).map_err(PageError::from);
    let page = typed.and_then(|parameters| {
        let linked = parameters.single("user_code")?.filter(|code| !code.is_empty());
        Ok(render(&visit, linked.unwrap_or_default(), linked.is_some(), Problems::none()))
    });
    page.unwrap_or_else(|error| visit.error(&error, None))
}

fn render(visit: &Visit, typed: &str, linked: bool, problems: Problems) -> Response {
    let options = PageOptions::after(&problems);
    let shown = UserCode::entered(typed).map_or_else(|| typed.chars().take(LONGEST_SHOWN).collect(), |code| code.shown());
    let page = DeviceCodePage { chrome: visit.chrome(None), user_code: shown, linked, problems };
    visit.page(&page, &options)
}

/// `POST /device`.
pub(super) async fn send(visit: Visit, request: Request<Body>) -> Response {
    match act(&visit, request).await {
        Ok(response) => response,
        Err(error) => visit.error(&error, None),
    }
}

async fn act(visit: &Visit, request: Request<Body>) -> Result<Response, PageError> {
    let (parts, body) = request.into_parts();
    let parameters = Parameters::from_body(&parts.headers, body).await.map_err(|error: FormError| PageError::from(error))?;
    visit.check_form(&parameters)?;
    let typed = parameters.single("user_code")?.unwrap_or_default();
    let Some(code) = UserCode::entered(typed) else {
        return Ok(render(visit, typed, false, Problem::UserCodeMalformed.into()));
    };
    let signed_in = visit.signed_in().await?;
    let guesser = Guesser { network: &visit.network, user: signed_in.as_ref().map(|signed_in| &signed_in.user.id) };
    match lookup::find(&visit.server.app, &code, guesser, visit.now).await? {
        Lookup::Waiting(asks) => {
            let target = AnswerTarget::Device(asks.id);
            let flow = login_transaction::begin(visit, &asks.client_id, &Parameters::default(), target).await?;
            Ok(visit.redirect(&resume_url(&flow)))
        }
        Lookup::Unknown => Ok(render(visit, typed, false, Problem::UserCodeUnknown.into())),
        Lookup::Unheard(Unheard::Until(until)) => {
            Ok(render(visit, typed, false, Problem::too_many_user_codes(until, visit.now).into()))
        }
        Lookup::Unheard(Unheard::SignInFirst) => {
            let here = urls::with_query(urls::DEVICE, &[("user_code", &code.shown())]);
            Ok(visit.redirect(&urls::with_query(urls::SIGN_IN, &[("return_to", &here)])))
        }
    }
}
