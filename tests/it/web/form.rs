//! Parameters: attack S25, and that they can be written again.

use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, HeaderValue, Uri};
use vestibule::random::Entropy;
use vestibule::web::form::{Duplicate, FormError, MAXIMUM_BODY_LENGTH, MAXIMUM_PARAMETERS, Parameters, has_media_type, is_form};

fn parse(text: &str) -> Result<Parameters, FormError> {
    Parameters::parse(text.as_bytes(), MAXIMUM_BODY_LENGTH)
}

fn pairs(parameters: &Parameters) -> Vec<(&str, &str)> {
    parameters.iter().collect()
}

fn content_type(value: &'static str) -> HeaderMap {
    HeaderMap::from_iter([(CONTENT_TYPE, HeaderValue::from_static(value))])
}

#[test]
fn reads_names_and_values_in_order() {
    for (text, expected) in [
        ("", &[][..]),
        ("&&", &[]),
        ("a=1&b=2", &[("a", "1"), ("b", "2")]),
        ("b=2&a=1&b=3", &[("b", "2"), ("a", "1"), ("b", "3")]),
        ("a", &[("a", "")]),
        ("a=", &[("a", "")]),
        ("=x", &[("", "x")]),
        ("a=b=c", &[("a", "b=c")]),
        ("a=x+y%20z%2B", &[("a", "x y z+")]),
        ("%61=%C3%BC", &[("a", "ü")]),
        ("a=ü", &[("a", "ü")]),
        ("a=1&&b=2&", &[("a", "1"), ("b", "2")]),
        ("a[]=1;b=2", &[("a[]", "1;b=2")]),
    ] {
        assert_eq!(pairs(&parse(text).unwrap()), expected, "{text:?}");
    }
}

#[test]
fn s25_refuses_what_is_broken_or_too_much() {
    for text in [
        "a=%",
        "a=%4",
        "a=%zz",
        "a=%4g",
        "%=1",
        "a=%+1",
        "a=%ff",
        "a=%C3",
        "a=%ED%A0%80",
        "a=%C0%80",
        "a=%00",
        "a%00b=1",
        "a=x\0",
    ] {
        assert_eq!(parse(text), Err(FormError::Malformed), "{text:?}");
    }
    assert_eq!(Parameters::parse(b"a=\xff", 100), Err(FormError::Malformed));
    let many = |count: usize| vec!["a=1"; count].join("&");
    assert!(parse(&many(MAXIMUM_PARAMETERS)).is_ok());
    assert_eq!(parse(&many(MAXIMUM_PARAMETERS + 1)), Err(FormError::TooManyParameters));
    assert_eq!(parse(&many(10_000)), Err(FormError::TooManyParameters));
    assert_eq!(parse(&"&".repeat(10_000)), Err(FormError::TooManyParameters));
    assert!(Parameters::parse(b"a=12345678", 10).is_ok());
    assert_eq!(Parameters::parse(b"a=123456789", 10), Err(FormError::TooLarge));
}

#[test]
fn duplicates_are_seen() {
    let parameters = parse("grant_type=a&resource=x&grant_type=b&resource=y&code=").unwrap();
    assert_eq!(parameters.single("grant_type"), Err(Duplicate));
    assert_eq!(parameters.single("code"), Ok(Some("")));
    assert_eq!(parameters.single("state"), Ok(None));
    assert_eq!(parameters.all("resource").collect::<Vec<_>>(), ["x", "y"]);
    assert_eq!(parameters.duplicate(&["resource"]), Some("grant_type"));
    assert_eq!(parameters.duplicate(&["resource", "grant_type"]), None);
    assert_eq!(parse("a=1&a=1").unwrap().single("a"), Err(Duplicate), "the same value twice is twice");
}

#[test]
fn writes_itself_again() {
    let entropy = Entropy::seeded(66);
    for _ in 0..2000 {
        let [count] = entropy.bytes::<1>();
        let text = |length| entropy.from_alphabet("aZ0 +&=%/?#;\"'\\-_.~*".as_bytes(), length);
        let parameters: Parameters = (0..count % 8).map(|_| (text(3), format!("{}ü€", text(5)))).collect();
        assert_eq!(parse(&parameters.encode()).as_ref(), Ok(&parameters));
    }
    let mut parameters = parse("prompt=login&client_id=x&prompt=none").unwrap().without("prompt");
    parameters.push("prompt", "select account");
    assert_eq!(parameters.encode(), "client_id=x&prompt=select+account");
    assert!(!parameters.is_empty());
    assert!(parameters.without("prompt").without("client_id").is_empty());
}

#[test]
fn reads_queries() {
    let query = |uri: &'static str| Parameters::from_query(&Uri::from_static(uri));
    assert_eq!(pairs(&query("/a?b=c%26d").unwrap()), [("b", "c&d")]);
    assert!(query("/a").unwrap().is_empty());
    assert_eq!(query("/a?b=%"), Err(FormError::Malformed));
    let long: Uri = format!("/a?b={}", "c".repeat(40_000)).parse().unwrap();
    assert_eq!(Parameters::from_query(&long), Err(FormError::TooLarge));
}

#[tokio::test]
async fn reads_bodies_of_the_right_type_and_size() {
    let form = content_type("application/x-www-form-urlencoded");
    let read = Parameters::from_body(&form, Body::from("a=1")).await.unwrap();
    assert_eq!(pairs(&read), [("a", "1")]);
    let json = Parameters::from_body(&content_type("application/json"), Body::from("{}")).await;
    assert_eq!(json, Err(FormError::ContentType));
    assert_eq!(Parameters::from_body(&HeaderMap::new(), Body::from("a=1")).await, Err(FormError::ContentType));
    let huge = Parameters::from_body(&form, Body::from(vec![b'a'; 5 * 1024 * 1024])).await;
    assert_eq!(huge, Err(FormError::TooLarge));
}

#[test]
fn media_types() {
    for value in [
        "application/x-www-form-urlencoded",
        "Application/X-WWW-Form-Urlencoded; charset=UTF-8",
        "application/x-www-form-urlencoded ;x",
    ] {
        assert!(is_form(&content_type(value)), "{value}");
    }
    for value in ["", "text/plain", "application/x-www-form-urlencodedx", "multipart/form-data", "application/json"] {
        assert!(!is_form(&content_type(value)), "{value}");
    }
    assert!(has_media_type(&content_type("application/json;charset=utf-8"), "application/json"));
    let mut twice = content_type("application/x-www-form-urlencoded");
    twice.append(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    assert!(!is_form(&twice), "two declarations are none");
}
