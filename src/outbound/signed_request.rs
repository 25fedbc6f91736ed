//! Requests that their receiver can tell from forged ones: POST with JSON, signed per the Standard Webhooks convention.

use http::header::{ACCEPT, CONTENT_TYPE};
use http::{Method, Request, Response};
use url::Url;

use crate::clock::Timestamp;
use crate::crypto::webhook_signature::WebhookSecret;
use crate::outbound::http::{HttpClient, HttpError, RequestLimits};

/// Who is sent requests.
pub struct Receiver<'a> {
    /// Where.
    pub url: &'a Url,
    /// With which secrets they are signed; the receiver needs to know one.
    pub secrets: Vec<WebhookSecret>,
    /// What a request may cost.
    pub limits: RequestLimits,
}

impl Receiver<'_> {
    /// Sends `body` as the message `id`. An answer of any status is one; redirects are not followed.
    pub async fn post(&self, http: &HttpClient, id: &str, body: Vec<u8>, now: Timestamp) -> Result<Response<Vec<u8>>, HttpError> {
        let seconds = now.seconds();
        let signatures: Vec<String> = self.secrets.iter().map(|secret| secret.sign(id, seconds, &body)).collect();
        let request = Request::builder()
            .method(Method::POST)
            .uri(self.url.as_str())
            .header(CONTENT_TYPE, "application/json")
            .header(ACCEPT, "application/json")
            .header("webhook-id", id)
            .header("webhook-timestamp", seconds.to_string())
            .header("webhook-signature", signatures.join(" "))
            .body(body)
            .map_err(|_| HttpError::Address)?;
        http.send_within(self.limits, request).await
    }
}
