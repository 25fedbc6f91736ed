//! Request ids.

use axum::http::{HeaderMap, HeaderValue};
use vestibule::random::Entropy;
use vestibule::web::request_id::{RequestId, X_REQUEST_ID};

fn of(values: &[&'static str], trusted: bool) -> RequestId {
    let headers: HeaderMap = values.iter().map(|value| (X_REQUEST_ID, HeaderValue::from_static(value))).collect();
    RequestId::of_request(&headers, trusted, &Entropy::seeded(1))
}

#[test]
fn an_incoming_id_counts_from_a_trusted_proxy_if_well_formed() {
    assert_eq!(of(&["abc-123_X.9"], true).as_str(), "abc-123_X.9");
    assert_ne!(of(&["abc-123_X.9"], false).as_str(), "abc-123_X.9");
    for values in [&[][..], &[""], &["short"], &["with space"], &["semi;colon;x"], &["<script>alert"], &["abcdefgh", "ijklmnop"]]
    {
        let made = of(values, true);
        assert_eq!(made.as_str().len(), 24, "{values:?}");
        assert!(made.as_str().bytes().all(|byte| byte.is_ascii_alphanumeric()));
    }
    let long: &'static str = Box::leak("a".repeat(65).into_boxed_str());
    assert_ne!(of(&[long], true).as_str(), long);
}

#[test]
fn is_written_once() {
    let mut headers = HeaderMap::from_iter([(X_REQUEST_ID, HeaderValue::from_static("older"))]);
    let id = RequestId::random(&Entropy::seeded(2));
    id.write(&mut headers);
    assert_eq!(headers.get_all(X_REQUEST_ID).iter().collect::<Vec<_>>(), [id.as_str()]);
}
