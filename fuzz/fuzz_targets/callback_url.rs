//! Callback URLs: whatever is taken, a browser's parser reads it as a place on our own origin or on a trusted one.
#![no_main]

use libfuzzer_sys::fuzz_target;
use url::Url;
use vestibule::model::callback_url::CallbackUrl;
use vestibule::model::trusted_origin::{OriginPattern, TrustedOrigins};

const OWN: &str = "https://id.example.com";

fn is_trusted(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let own = url.scheme() == "https" && host == "id.example.com" && url.port().is_none();
    let app = url.scheme() == "https" && host == "app.example.com" && url.port().is_none();
    let tenant = url.scheme() == "https" && host.ends_with(".apps.example.net") && url.port().is_none();
    own || app || tenant
}

fuzz_target!(|text: &str| {
    let patterns = ["https://app.example.com", "https://*.apps.example.net"];
    let patterns = patterns.map(|pattern| OriginPattern::parse(pattern).expect("a pattern"));
    let trusted = TrustedOrigins::new(OWN, patterns);
    let own = Url::parse(OWN).expect("our origin");
    if let Ok(path) = CallbackUrl::parse_path(text) {
        assert_eq!(own.join(path.as_str()).expect("a path").origin(), own.origin(), "{text}");
    }
    let Ok(callback) = CallbackUrl::parse(text, &trusted) else { return };
    let place = own.join(callback.as_str()).expect("what is taken is a URL");
    assert!(is_trusted(&place) && place.username().is_empty() && place.password().is_none(), "{text} leads to {place}");
    let longer = callback.with_parameter("error", "a b&c=d#e");
    let longer = own.join(longer.as_str()).expect("what is taken is a URL");
    assert!(longer.query_pairs().any(|(name, value)| name == "error" && value == "a b&c=d#e"), "{longer}");
    assert_eq!((longer.origin(), longer.path()), (place.origin(), place.path()));
});
