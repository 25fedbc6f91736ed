//! Asking a captcha's provider whether an answer of its widget is good. Each has a dialect of one protocol.

use std::time::Duration;

use http::header::CONTENT_TYPE;
use http::{Request, StatusCode};
use secrecy::ExposeSecret as _;
use serde::Deserialize;
use serde_json::json;

use crate::config::{Captcha, CaptchaProvider, Text};
use crate::outbound::http::{HttpClient, HttpError, RequestLimits};

const LIMITS: RequestLimits = RequestLimits { maximum_length: 64 * 1024, timeout: Duration::from_secs(10) };

/// What the provider says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Verdict {
    success: bool,
    score: Option<f64>,
    action: Option<String>,
    hostname: Option<String>,
}

/// Whether an answer is good, as the provider says. An error means that it says nothing.
pub async fn is_good(http: &HttpClient, settings: &Captcha, answer: &str, remote_ip: &str) -> Result<bool, HttpError> {
    let own = settings.provider.verify_url().ok_or(HttpError::Address)?;
    let url = settings.verify_url.as_ref().map_or(own, |url| url.as_str());
    let (media_type, body) = question(settings, answer, remote_ip);
    let request = Request::post(url).header(CONTENT_TYPE, media_type).body(body).map_err(|_| HttpError::Address)?;
    let reply = http.send_within(LIMITS, request).await?;
    if reply.status() != StatusCode::OK {
        return Err(HttpError::Unexpected);
    }
    let verdict: Verdict = serde_json::from_slice(reply.body()).map_err(|_| HttpError::Unexpected)?;
    Ok(satisfies(settings, &verdict))
}

fn question(settings: &Captcha, answer: &str, remote_ip: &str) -> (&'static str, Vec<u8>) {
    let secret = settings.secret_key.as_ref().map(|secret| secret.expose_secret()).unwrap_or_default();
    let site_key = settings.site_key.as_ref().map(Text::as_str);
    let (address_name, site_key) = match settings.provider {
        CaptchaProvider::CloudflareTurnstile => {
            let mut question = json!({ "secret": secret, "response": answer });
            if let Some(fields) = question.as_object_mut().filter(|_| !remote_ip.is_empty()) {
                fields.insert("remoteip".to_owned(), remote_ip.into());
            }
            return ("application/json", question.to_string().into_bytes());
        }
        CaptchaProvider::Captchafox => ("remoteIp", site_key),
        CaptchaProvider::Hcaptcha => ("remoteip", site_key),
        CaptchaProvider::GoogleRecaptcha | CaptchaProvider::ProofOfWork | CaptchaProvider::Off => ("remoteip", None),
    };
    let mut question = url::form_urlencoded::Serializer::new(String::new());
    question.append_pair("secret", secret).append_pair("response", answer);
    question.extend_pairs(site_key.map(|key| ("sitekey", key)));
    question.extend_pairs(Some((address_name, remote_ip)).filter(|(_, address)| !address.is_empty()));
    ("application/x-www-form-urlencoded", question.finish().into_bytes())
}

fn satisfies(settings: &Captcha, verdict: &Verdict) -> bool {
    let asks_more = matches!(settings.provider, CaptchaProvider::CloudflareTurnstile | CaptchaProvider::GoogleRecaptcha);
    let least = f64::from(settings.minimum_score_percent) / 100.0;
    let scores = settings.provider != CaptchaProvider::GoogleRecaptcha || verdict.score.is_none_or(|score| score >= least);
    let acts = settings.expected_action.as_ref().is_none_or(|action| verdict.action.as_deref() == Some(action.as_str()));
    let hosts = &settings.allowed_hostnames;
    let from_host = hosts.is_empty() || verdict.hostname.as_ref().is_some_and(|host| hosts.contains(host));
    verdict.success && scores && (!asks_more || (acts && from_host))
}
