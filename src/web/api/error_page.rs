//! The page to which links and sign-ins lead when they fail and the app named no page of its own.

use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, SET_COOKIE};

use crate::config::ErrorUrl;
use crate::model::urls;
use crate::web::api::call::{ApiCall, ApiResult, redirect_to};
use crate::web::error_view::{ErrorAction, ErrorKind, ErrorPage};
use crate::web::page::PageOptions;

/// What the page says where it is told no code, or one that no program of ours or an upstream would write.
const UNKNOWN: &str = "UNKNOWN";
const MAXIMUM_CODE_LENGTH: usize = 128;

/// The page's address for an error.
pub fn address(own_origin: &str, code: &str) -> String {
    format!("{own_origin}{}", urls::with_query(&format!("{}/error", urls::API), &[("error", code)]))
}

fn is_code(text: &str) -> bool {
    (1..=MAXIMUM_CODE_LENGTH).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"'_-".contains(&byte))
}

fn kind_of(code: &str) -> ErrorKind {
    match code {
        "INVALID_TOKEN" | "TOKEN_EXPIRED" => ErrorKind::LinkExpired,
        _ => ErrorKind::InvalidRequest,
    }
}

/// Leads to the app's own page for errors.
fn lead_to(page: &ErrorUrl, code: &str, description: Option<&str>) -> ApiResult {
    let description = description.map(|description| ("error_description", description));
    let told: Vec<_> = [("error", code)].into_iter().chain(description).collect();
    let (address, fragment) =
        page.as_str().split_once('#').map_or((page.as_str(), None), |(address, part)| (address, Some(part)));
    let (place, query) = address.split_once('?').unwrap_or((address, ""));
    let told = urls::with_query("", &told);
    let told = told.trim_start_matches('?');
    let query = if query.is_empty() { told.to_owned() } else { format!("{query}&{told}") };
    let fragment = fragment.map(|fragment| format!("#{fragment}")).unwrap_or_default();
    let mut response = redirect_to(&format!("{place}?{query}{fragment}"), StatusCode::FOUND)?;
    response.headers_mut().remove(CONTENT_TYPE);
    Ok(response)
}

/// Shows the error that the query names, or has the operator's page show it.
pub async fn show(call: &mut ApiCall) -> ApiResult {
    let mut fields = call.query_fields();
    let code = fields.optional_text("error").filter(|code| is_code(code)).unwrap_or_else(|| UNKNOWN.to_owned());
    let told = fields.optional_text("error_description").filter(|description| !description.is_empty());
    if let Some(page) = &call.config().pages.error_url {
        return lead_to(page, &code, told.as_deref());
    }
    let description = told.map_or_else(|| code.clone(), |told| format!("{code}: {told}"));
    // The page's own links repeat only what was understood.
    let mut visit = call.visit.clone();
    visit.query = Some(urls::with_query("", &[("error", &code)]).trim_start_matches('?').to_owned());
    let chrome = visit.chrome(None);
    let primary = ErrorAction::to_account(&chrome, urls::ACCOUNT);
    let page = ErrorPage {
        kind: kind_of(&code),
        description: Some(description),
        time: visit.now,
        primary,
        secondary: None,
        comparison: None,
        chrome,
    };
    let mut response = visit.page(&page, &PageOptions::default());
    // The page has no form, so the browser needs no secret for one.
    response.headers_mut().remove(SET_COOKIE);
    Ok(response)
}
