//! The static files behind the pages.

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response, StatusCode, header};
use axum::routing::get;
use http_body_util::BodyExt;
use tower::ServiceExt;
use vestibule::locale::Locale;
use vestibule::web::assets;
use vestibule::web::brand_color::BrandColor;

use super::markup;
use super::samples::{Filling, Samples};

async fn fetch(path: &str) -> Response<Body> {
    let app: Router = Router::new()
        .route(assets::BRAND_STYLESHEET, get(|| async { assets::brand_stylesheet(&BrandColor::default()) }))
        .route(assets::ROUTE, get(assets::serve));
    app.oneshot(Request::get(path).body(Body::empty()).unwrap()).await.unwrap()
}

fn caching(response: &Response<Body>) -> &str {
    response.headers()[header::CACHE_CONTROL].to_str().unwrap()
}

#[tokio::test]
async fn every_file_that_a_page_names_is_served() {
    let samples = Samples { locale: Locale::english(), filling: Filling::Plain };
    let mut seen = 0;
    for sample in samples.all() {
        for element in markup::read(&sample.html).unwrap() {
            let url = element.attribute("src").or_else(|| element.attribute("href")).filter(|url| url.starts_with("/assets/"));
            if let Some(url) = url {
                assert_eq!(fetch(url).await.status(), StatusCode::OK, "{url}");
                seen += 1;
            }
        }
    }
    assert!(seen > 100);
}

#[tokio::test]
async fn a_file_is_kept_for_good_under_its_digest_and_not_under_another() {
    let url = assets::url("look.css");
    let current = fetch(&url).await;
    assert_eq!(caching(&current), "public, max-age=31536000, immutable");
    assert_eq!(current.headers()[header::CONTENT_TYPE], "text/css; charset=utf-8");
    assert_eq!(current.headers()[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
    let other = fetch("/assets/look.000000000000.css").await;
    assert_eq!((other.status(), caching(&other)), (StatusCode::OK, "no-cache"));
    for path in ["/assets/look.css", "/assets/nothing.css", "/assets/look.00000000000g.css", "/assets/..%2fCargo.toml"] {
        assert_eq!(fetch(path).await.status(), StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn the_operators_colour_is_a_stylesheet() {
    let response = fetch(assets::BRAND_STYLESHEET).await;
    assert_eq!(response.headers()[header::CONTENT_TYPE], "text/css; charset=utf-8");
    let body = response.into_body().collect().await.unwrap().to_bytes();
    assert!(body.starts_with(b":root {\n  --brand: #3b5bdb;\n"));
}

/// The script must run where old engines and drivers do, and under Trusted Types.
#[tokio::test]
async fn the_script_is_small_and_writes_no_html() {
    let body = fetch(&assets::url("enhance.js")).await.into_body().collect().await.unwrap().to_bytes();
    let script = String::from_utf8(body.to_vec()).unwrap();
    assert!(script.len() < 4_000);
    for word in ["innerHTML", "outerHTML", "document.write", "eval(", "=>", "`", "import "] {
        assert!(!script.contains(word), "{word}");
    }
}
