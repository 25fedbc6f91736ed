//! `/account/two-factor`.

use axum::body::Body;
use axum::http::Request;
use axum::response::Response;
use axum::routing::get;

use crate::account::notice::Notice;
use crate::account::two_factor::view::{BackupCodesPage, BrowserLine, TwoFactorPage};
use crate::account::visit::{AccountVisit, Refusal};
use crate::model::urls;
use crate::model::user_agent::Device;
use crate::sessions::establish::Established;
use crate::users::two_factor::backup_codes::{self, BackupCodes};
use crate::users::two_factor::enrol::{self, Confirmed, Existing};
use crate::users::two_factor::trusted_browsers::{self, TrustedBrowser};
use crate::users::two_factor::{self, Change, turn_off};
use crate::users::ways_in;
use crate::web::authenticator_app::ProposedApp;
use crate::web::problem::{Problem, Problems};
use crate::web::server::Server;
use crate::web::session_cookies;

/// The routes of this page.
pub fn routes() -> axum::Router<Server> {
    axum::Router::new().route(urls::ACCOUNT_TWO_FACTOR, get(show).post(submit))
}

async fn show(at: AccountVisit) -> Response {
    let outcome = match at.proved() {
        Ok(()) => render(&at, Problems::none()).await,
        Err(refusal) => Err(refusal),
    };
    at.answer(outcome)
}

async fn render(at: &AccountVisit, problems: Problems) -> Result<Response, Refusal> {
    let app = &at.visit.server.app;
    let standing = two_factor::standing(app, &at.signed_in.user).await?;
    let (chrome, frame) = at.frame();
    let issuer = app.config.totp_issuer();
    let page = TwoFactorPage {
        chrome,
        frame,
        problems: problems.clone(),
        enabled_at: standing.enabled_at,
        has_app: standing.totp.is_some(),
        browsers: browsers(at).await?,
        backup_codes_left: u64::try_from(standing.backup_codes_left).unwrap_or(0),
        proposed: standing
            .proposed
            .map(|secret| ProposedApp::new(&secret, issuer, ways_in::known_by(&app.config, &at.signed_in.user))),
    };
    Ok(at.show(&page, &problems))
}

async fn browsers(at: &AccountVisit) -> Result<Vec<BrowserLine>, Refusal> {
    let AccountVisit { visit, signed_in, .. } = at;
    let trusted = trusted_browsers::of_user(&visit.server.app, &signed_in.user, visit.trusted_device(), visit.now).await?;
    let line = |browser: TrustedBrowser| BrowserLine {
        id: browser.device.id,
        device: Device::guess(&browser.device.user_agent),
        created_at: browser.device.created_at,
        used_at: browser.device.used_at,
        expires_at: browser.device.expires_at,
        current: browser.is_this_one,
    };
    Ok(trusted.into_iter().map(line).collect())
}

async fn submit(at: AccountVisit, request: Request<Body>) -> Response {
    at.answer(submitted(&at, request).await)
}

async fn submitted(at: &AccountVisit, request: Request<Body>) -> Result<Response, Refusal> {
    let parameters = at.form(request).await?;
    at.proved()?;
    match parameters.single("action")?.unwrap_or_default() {
        "propose" => propose(at).await,
        "confirm" => confirm(at, parameters.single("code")?.unwrap_or_default()).await,
        "codes" => new_codes(at).await,
        "untrust" => untrust(at, parameters.single("browser")?.unwrap_or_default()).await,
        "turn_off" => turn_off(at).await,
        _ => Ok(at.unchanged()),
    }
}

fn change(at: &AccountVisit) -> Change<'_> {
    Change {
        origin: &at.visit.origin,
        browser_secret: at.visit.browser.shown(),
        locale: at.visit.locale.tag(),
        now: at.visit.now,
    }
}

async fn propose(at: &AccountVisit) -> Result<Response, Refusal> {
    enrol::propose(&at.visit.server.app, &at.signed_in.user, Existing::Replace, None, change(at)).await?;
    Ok(at.unchanged())
}

async fn confirm(at: &AccountVisit, code: &str) -> Result<Response, Refusal> {
    let app = &at.visit.server.app;
    let codes = BackupCodes::generate(app);
    let who = (&at.signed_in.user, &at.signed_in.session);
    match enrol::confirm(app, who, code, Some(&codes), change(at)).await? {
        Confirmed::Done(established) => {
            let mut response = show_codes(at, &codes, true);
            write(at, &mut response, &established);
            Ok(response)
        }
        Confirmed::Wrong => render(at, Problem::CodeWrong.into()).await,
        Confirmed::OffClock => render(at, Problem::SecondFactorOffClock.into()).await,
        Confirmed::NothingProposed => Ok(at.unchanged()),
    }
}

fn write(at: &AccountVisit, response: &mut Response, established: &Established) {
    session_cookies::write_established(&at.visit.server, response.headers_mut(), established);
}

/// The one answer to a form that is no redirect: the codes are kept nowhere from which another page could show them.
fn show_codes(at: &AccountVisit, codes: &BackupCodes, just_set_up: bool) -> Response {
    let (chrome, frame) = at.frame();
    let page = BackupCodesPage { chrome, frame, codes: codes.shown().to_vec(), just_set_up };
    at.show(&page, &Problems::none())
}

async fn new_codes(at: &AccountVisit) -> Result<Response, Refusal> {
    let app = &at.visit.server.app;
    let codes = BackupCodes::generate(app);
    if backup_codes::renew(app, &at.signed_in.user, &codes, change(at)).await? {
        Ok(show_codes(at, &codes, false))
    } else {
        Ok(at.unchanged())
    }
}

/// Ends the trust in the chosen browser, or in all.
async fn untrust(at: &AccountVisit, chosen: &str) -> Result<Response, Refusal> {
    let this_one = browsers(at).await?.into_iter().find(|browser| browser.current);
    let id = Some(chosen).filter(|chosen| *chosen != "all");
    if !trusted_browsers::end(&at.visit.server.app, &at.signed_in.user, id, change(at)).await? {
        return Ok(at.unchanged());
    }
    let mut response = at.done(Notice::TrustEnded);
    if this_one.is_some_and(|browser| id.is_none_or(|id| browser.id == id)) {
        session_cookies::forget_trusted_device(&at.visit.server, response.headers_mut());
    }
    Ok(response)
}

async fn turn_off(at: &AccountVisit) -> Result<Response, Refusal> {
    let who = (&at.signed_in.user, &at.signed_in.session);
    let Some(established) = turn_off::turn_off(&at.visit.server.app, who, None, change(at)).await? else {
        return Ok(at.unchanged());
    };
    let mut response = at.done(Notice::TwoFactorOff);
    write(at, &mut response, &established);
    if at.visit.trusted_device().is_some() {
        session_cookies::forget_trusted_device(&at.visit.server, response.headers_mut());
    }
    Ok(response)
}
