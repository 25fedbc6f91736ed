//! Redirect URIs: a line to register and a line that is requested. What is taken reads the same to a browser's parser, and what
//! matches leads to the registered place, but for the port of a loopback address.
#![no_main]

use libfuzzer_sys::fuzz_target;
use url::Url;
use vestibule::model::redirect_uri::{self, RedirectKind, RedirectUri};

fuzz_target!(|lines: &str| {
    let (registered, requested) = lines.split_once('\n').unwrap_or((lines, lines));
    let Ok(uri) = RedirectUri::parse_native(registered) else { return };
    let read = Url::parse(uri.as_str()).expect("what is registered is a URL");
    assert!(read.fragment().is_none() && read.username().is_empty() && read.password().is_none(), "{registered}");
    assert!(redirect_uri::matches(&uri, registered), "{registered} is itself");
    if uri.kind() == RedirectKind::Https {
        assert_eq!(read.scheme(), "https");
    }
    if !redirect_uri::matches(&uri, requested) || requested == registered {
        return;
    }
    let asked = Url::parse(requested).expect("what matches is a URL");
    assert_eq!(uri.kind(), RedirectKind::LoopbackAddress, "{requested} for {registered}");
    let place = |url: &Url| {
        (url.scheme().to_owned(), url.host_str().map(str::to_owned), url.path().to_owned(), url.query().map(str::to_owned))
    };
    assert_eq!(place(&read), place(&asked));
    assert!(asked.username().is_empty() && asked.password().is_none() && asked.fragment().is_none(), "{requested}");
});
