//! The range query: the service is told five digits of twenty bits, and answers with every leaked digest that begins so. Padding hides
//! from who watches the length of the answer how many there are; padded lines have the count 0.

use std::time::Duration;

use http::{Request, StatusCode};

use crate::outbound::http::{HttpClient, HttpError, RequestLimits};
use crate::users::new_password::{Sha1Digest, Unread};

/// The largest answer that is read; a real one has some forty thousand bytes.
const MAXIMUM_ANSWER: usize = 512 * 1024;

/// Whether the service at an address knows the password as leaked.
pub(super) async fn knows(http: &HttpClient, (address, timeout): (&str, Duration), digest: &Sha1Digest) -> Result<bool, Unread> {
    let (prefix, suffix) = digest.parts();
    let slash = if address.ends_with('/') { "" } else { "/" };
    let request = Request::builder().uri(format!("{address}{slash}{prefix}")).header("add-padding", "true");
    let request = request.body(Vec::new()).map_err(|_| HttpError::Address)?;
    let limits = RequestLimits { maximum_length: MAXIMUM_ANSWER, timeout };
    let answer = http.send_within(limits, request).await?;
    if answer.status() != StatusCode::OK {
        let status = answer.status().as_u16();
        return Err(Unread { reason: format!("the service answers with status {status}"), status: Some(status) });
    }
    let text = std::str::from_utf8(answer.body()).map_err(|_| HttpError::Unexpected)?;
    let Some(count) = count_of(text, suffix) else { return Ok(false) };
    Ok(count.parse::<u64>().map_err(|_| HttpError::Unexpected)? > 0)
}

/// What stands behind a digest's other digits.
fn count_of<'a>(answer: &'a str, suffix: &str) -> Option<&'a str> {
    let lines = answer.lines().filter_map(|line| line.trim_end().split_once(':'));
    lines.into_iter().find(|(found, _)| found.eq_ignore_ascii_case(suffix)).map(|(_, count)| count)
}
