//! Uploading a picture of oneself.

use std::io::Cursor;

use axum::body::Body;
use axum::http::{Method, StatusCode};
use bytes::Bytes;
use image::{DynamicImage, ExtendedColorType, ImageEncoder as _, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};

use super::{EMAIL, ada, stored};
use crate::support::app::{PUBLIC_URL, Reply, TestApp, request};
use crate::support::browser::TestBrowser;

const RED: Rgb<u8> = Rgb([220, 20, 20]);
const BLUE: Rgb<u8> = Rgb([20, 20, 220]);

fn written(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture.write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes
}

/// Wider than high: red in the middle, blue at the sides.
fn photograph() -> DynamicImage {
    RgbImage::from_fn(900, 300, |x, _| if (300..600).contains(&x) { RED } else { BLUE }).into()
}

fn see_through() -> DynamicImage {
    RgbaImage::from_pixel(64, 64, Rgba([0, 0, 0, 0])).into()
}

/// A JPEG whose EXIF data says that the camera was held upright, and where.
fn upright_jpeg() -> Vec<u8> {
    let mut exif: Vec<u8> = b"MM\0\x2a\0\0\0\x08\0\x01".to_vec();
    exif.extend([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]);
    exif.extend(b"at 48.8584 N 2.2945 E");
    let picture = RgbImage::from_fn(300, 300, |_, y| if y < 150 { RED } else { BLUE });
    let mut bytes = Vec::new();
    let mut encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 95);
    encoder.set_exif_metadata(exif).unwrap();
    encoder.write_image(picture.as_raw(), 300, 300, ExtendedColorType::Rgb8).unwrap();
    bytes
}

/// The header of a PNG of that size, with nearly nothing in it.
fn png_of(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = written(&RgbImage::from_pixel(1, 1, RED).into(), ImageFormat::Png);
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let sum = crc32(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&sum.to_be_bytes());
    bytes
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 })
    })
}

fn multipart(csrf: &str, name: &str, file: &[u8]) -> Vec<u8> {
    let mut body = format!(
        "--cut\r\ncontent-disposition: form-data; name=\"csrf\"\r\n\r\n{csrf}\r\n--cut\r\ncontent-disposition: form-data; \
         name=\"upload\"; filename=\"{name}\"\r\ncontent-type: image/png\r\n\r\n"
    )
    .into_bytes();
    body.extend(file);
    body.extend(b"\r\n--cut--\r\n");
    body
}

async fn post(test: &TestApp, browser: &TestBrowser<'_>, body: Vec<u8>) -> Reply {
    let sent = request(Method::POST, "/account/picture")
        .header("accept", "text/html")
        .header("origin", PUBLIC_URL)
        .header("sec-fetch-site", "same-origin")
        .header("cookie", browser.cookie_header())
        .header("content-type", "multipart/form-data; boundary=cut");
    test.send(sent.body(Body::from(body)).unwrap()).await
}

/// Uploads a file as the picture of who is signed in.
pub async fn upload(test: &TestApp, browser: &TestBrowser<'_>, file: &[u8]) -> Reply {
    let page = browser.get("/account/profile").await;
    post(test, browser, multipart(&page.hidden("csrf").unwrap(), "me.png", file)).await
}

/// The bytes that are served below the address, and their type.
async fn served(test: &TestApp, image: &str) -> (StatusCode, String, Bytes) {
    let path = image.strip_prefix(PUBLIC_URL).unwrap();
    let response = test.answer(request(Method::GET, path).body(Body::empty()).unwrap()).await;
    let (parts, bytes) = response;
    let media_type = parts.headers.get("content-type").map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default();
    (parts.status, media_type, bytes)
}

#[tokio::test]
async fn a_picture_is_cut_to_a_square_and_is_what_apps_are_told() {
    let test = TestApp::start().await;
    let (browser, _, user) = ada(&test).await;
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP, ImageFormat::Gif] {
        let reply = upload(&test, &browser, &written(&photograph(), format)).await;
        assert_eq!((reply.status, reply.location()), (StatusCode::SEE_OTHER, "/account/profile"), "{format:?}: {}", reply.body);
        let image = stored(&test, &user.id).await.unwrap().image.unwrap();
        assert!(image.starts_with("http://localhost:9180/pictures/") && image.len() > 60, "{image}");
        let (status, media_type, bytes) = served(&test, &image).await;
        assert_eq!((status, media_type.as_str()), (StatusCode::OK, "image/jpeg"), "{format:?}");
        let drawn = image::load_from_memory(&bytes).unwrap().to_rgb8();
        assert_eq!(drawn.dimensions(), (256, 256));
        for at in [(2, 128), (253, 128), (128, 128)] {
            let [red, _, blue] = drawn.get_pixel(at.0, at.1).0;
            assert!(red > 180 && blue < 80, "{format:?}: only the middle is left");
        }
    }
    let page = browser.get("/account/profile").await;
    assert!(page.body.contains("id=\"own-picture\""));
    let session = browser.get("/api/auth/get-session").await.json();
    assert_eq!(session["user"]["image"], stored(&test, &user.id).await.unwrap().image.unwrap());
}

#[tokio::test]
async fn what_lets_something_show_through_stays_so_and_what_is_small_stays_small() {
    let test = TestApp::start().await;
    let (browser, _, user) = ada(&test).await;
    upload(&test, &browser, &written(&see_through(), ImageFormat::Png)).await;
    let (_, media_type, bytes) = served(&test, &stored(&test, &user.id).await.unwrap().image.unwrap()).await;
    assert_eq!(media_type, "image/png");
    assert_eq!(image::load_from_memory(&bytes).unwrap().to_rgba8().dimensions(), (64, 64));
}

#[tokio::test]
async fn place_and_camera_are_left_out_and_the_picture_stands_upright() {
    let test = TestApp::start().await;
    let (browser, _, user) = ada(&test).await;
    let sent = upright_jpeg();
    assert!(sent.windows(9).any(|window| window == b"48.8584 N"));
    upload(&test, &browser, &sent).await;
    let (_, _, bytes) = served(&test, &stored(&test, &user.id).await.unwrap().image.unwrap()).await;
    for left_out in [b"Exif".as_slice(), b"48.8584"] {
        assert!(!bytes.windows(left_out.len()).any(|window| window == left_out));
    }
    let drawn = image::load_from_memory(&bytes).unwrap().to_rgb8();
    let ([left, ..], [right, ..]) = (drawn.get_pixel(20, 128).0, drawn.get_pixel(235, 128).0);
    assert!(right > 180 && left < 80, "turned a quarter to the right");
}

#[tokio::test]
async fn a_file_that_is_also_something_else_is_only_a_picture_afterwards() {
    let test = TestApp::start().await;
    let (browser, _, user) = ada(&test).await;
    let script = b"<script>alert(document.domain)</script>";
    for format in [ImageFormat::Gif, ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
        let mut both = written(&photograph(), format);
        both.extend(script);
        let reply = upload(&test, &browser, &both).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{format:?}");
        let image = stored(&test, &user.id).await.unwrap().image.unwrap();
        let (_, _, bytes) = served(&test, &image).await;
        assert!(!bytes.windows(7).any(|window| window == b"<script"));
        let reply = test.get(image.strip_prefix(PUBLIC_URL).unwrap()).await;
        assert_eq!(reply.header("content-security-policy"), "default-src 'none'; frame-ancestors 'none'; sandbox");
        assert_eq!(reply.header("x-content-type-options"), "nosniff");
        assert_eq!(reply.header("cache-control"), "public, max-age=31536000, immutable");
    }
}

#[tokio::test]
async fn what_is_no_picture_is_refused_beside_its_field_and_changes_nothing() {
    let test = TestApp::start().await;
    let (browser, _, user) = ada(&test).await;
    let whole = written(&photograph(), ImageFormat::Png);
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".to_vec();
    let mut named_gif = b"GIF89a".to_vec();
    named_gif.extend(b"=1;alert(1)//");
    let bitmap = b"BM\x3a\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x01\0\0\0\x01\0\0\0\x01\0\x18\0\0\0\0\0\x04\0\0\0".to_vec();
    let cut_webp = written(&photograph(), ImageFormat::WebP)[..40].to_vec();
    for broken in [svg, named_gif, bitmap, b"hello".to_vec(), whole[..60].to_vec(), cut_webp, vec![0xff, 0xd8, 0xff, 0xe0]] {
        let reply = upload(&test, &browser, &broken).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{:?}", &broken[..4]);
        // What only begins like a picture may claim to be a huge one.
        let claims_a_size = broken.starts_with(b"GIF89a");
        let expected = if claims_a_size { "wide and high" } else { "PNG, JPEG, WebP or GIF" };
        assert!(reply.text_of("upload-error").is_some_and(|text| text.contains(expected)), "{}", reply.body);
    }
    let reply = upload(&test, &browser, &[]).await;
    assert_eq!(reply.text_of("upload-error").as_deref(), Some("Choose a file first."));
    assert_eq!(stored(&test, &user.id).await.unwrap(), user);
}

#[tokio::test]
async fn every_cut_of_a_picture_is_answered_and_never_with_a_fault() {
    let test = TestApp::start().await;
    let (browser, ..) = ada(&test).await;
    let small: DynamicImage = photograph().thumbnail(60, 20);
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP, ImageFormat::Gif] {
        let whole = written(&small, format);
        for length in (1..whole.len()).step_by(whole.len() / 12) {
            let reply = upload(&test, &browser, &whole[..length]).await;
            assert!(matches!(reply.status.as_u16(), 303 | 422), "{format:?} cut to {length}: {}", reply.status);
        }
    }
}

#[tokio::test]
async fn a_picture_that_would_fill_the_memory_is_not_decoded() {
    let test = TestApp::start().await;
    let (browser, ..) = ada(&test).await;
    for (width, height) in [(60_000, 60_000), (10_001, 1), (9_000, 9_000), (u32::MAX >> 1, 1)] {
        let reply = upload(&test, &browser, &png_of(width, height)).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            reply.text_of("upload-error").is_some_and(|text| text.contains("wide and high")),
            "{width}×{height}: {}",
            reply.body
        );
    }
}

#[tokio::test]
async fn a_file_that_is_too_large_is_answered_with_the_page() {
    let test = TestApp::with(&[("pictures.maximum_bytes", "20480")]).await;
    let (browser, _, user) = ada(&test).await;
    let page = browser.get("/account/profile").await;
    assert!(page.body.contains("20 kB"));
    for length in [20_481, 300_000, 5_000_000] {
        let reply = upload(&test, &browser, &vec![b'x'; length]).await;
        assert_eq!(reply.status, StatusCode::PAYLOAD_TOO_LARGE, "{length}");
        assert!(reply.text_of("upload-error").is_some_and(|text| text.contains("20 kB")));
        assert!(reply.body.contains("Ada Lovelace"));
    }
    assert_eq!(stored(&test, &user.id).await.unwrap(), user);
}

#[tokio::test]
async fn only_a_form_of_ours_with_one_file_is_taken() {
    let test = TestApp::start().await;
    let (browser, _, user) = ada(&test).await;
    let file = written(&photograph(), ImageFormat::Png);
    let forged = post(&test, &browser, multipart("forged", "me.png", &file)).await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN);
    let page = browser.get("/account/profile").await;
    let csrf = page.hidden("csrf").unwrap();
    let mut twice = multipart(&csrf, "a.png", &file);
    twice.truncate(twice.len() - "--cut--\r\n".len());
    twice.extend(&multipart(&csrf, "b.png", &file));
    let cut = multipart(&csrf, "me.png", &file)[..500].to_vec();
    for odd in [twice, cut, b"nothing".to_vec()] {
        assert_eq!(post(&test, &browser, odd).await.status, StatusCode::BAD_REQUEST);
    }
    let plain = browser.submit(&page, "/account/picture", &[("upload", "text")]).await;
    assert_eq!(plain.status, StatusCode::BAD_REQUEST);
    assert_eq!(stored(&test, &user.id).await.unwrap(), user);
    assert_eq!(test.browser().post("/account/picture", &[]).await.location(), "/sign-in?return_to=%2Faccount%2Fprofile");
}

#[tokio::test]
async fn another_picture_takes_the_place_of_the_last_and_removing_leaves_none() {
    let test = TestApp::start().await;
    let (browser, _, user) = ada(&test).await;
    let image = async || stored(&test, &user.id).await.unwrap().image;
    let file = written(&photograph(), ImageFormat::Png);
    upload(&test, &browser, &file).await;
    let first = image().await.unwrap();
    upload(&test, &browser, &file).await;
    let second = image().await.unwrap();
    assert_ne!(first, second, "what caches keep for good has another address");
    assert_eq!(served(&test, &first).await.0, StatusCode::NOT_FOUND);
    let page = browser.get("/account/profile").await;
    // Saving the name leaves the picture alone.
    browser.submit(&page, "/account/profile", &[("name", "Ada King"), ("picture", "")]).await;
    assert_eq!(image().await.as_ref(), Some(&second));
    let page = browser.get("/account/profile").await;
    browser.submit(&page, "/account/picture/remove", &[]).await;
    assert_eq!(image().await, None);
    assert_eq!(served(&test, &second).await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_address_elsewhere_takes_the_place_of_what_was_uploaded() {
    let test = TestApp::start().await;
    let (browser, _, user) = ada(&test).await;
    let file = written(&photograph(), ImageFormat::Png);
    upload(&test, &browser, &file).await;
    let uploaded = stored(&test, &user.id).await.unwrap().image.unwrap();
    let update = async |image: serde_json::Value| {
        let sent = request(Method::POST, "/api/auth/update-user")
            .header("origin", PUBLIC_URL)
            .header("content-type", "application/json")
            .header("cookie", browser.cookie_header());
        test.send(sent.body(Body::from(serde_json::json!({ "image": image }).to_string())).unwrap()).await
    };
    // An app that sends back what it was told takes nothing away.
    assert_eq!(update(uploaded.as_str().into()).await.status, StatusCode::OK);
    assert_eq!(served(&test, &uploaded).await.0, StatusCode::OK);
    assert_eq!(update("https://pictures.example/ada.png".into()).await.status, StatusCode::OK);
    assert_eq!(served(&test, &uploaded).await.0, StatusCode::NOT_FOUND);
    let page = browser.get("/account/profile").await;
    assert!(page.body.contains("value=\"https://pictures.example/ada.png\"") && !page.body.contains("own-picture"));
    upload(&test, &browser, &file).await;
    let uploaded = stored(&test, &user.id).await.unwrap().image.unwrap();
    assert_eq!(update(serde_json::Value::Null).await.status, StatusCode::OK);
    assert_eq!((served(&test, &uploaded).await.0, stored(&test, &user.id).await.unwrap().image), (StatusCode::NOT_FOUND, None));
}

#[tokio::test]
async fn a_picture_is_in_ones_own_data_and_goes_with_the_account() {
    let test = TestApp::start().await;
    let (browser, _, user) = ada(&test).await;
    upload(&test, &browser, &written(&photograph(), ImageFormat::Png)).await;
    let image = stored(&test, &user.id).await.unwrap().image.unwrap();
    let data = browser.get("/account/data").await.json();
    assert_eq!(data["profile"]["picture"], image.as_str());
    assert_eq!(data["uploaded_picture"]["media_type"], "image/jpeg");
    assert!(data["uploaded_picture"]["content"].as_str().unwrap().starts_with("/9j/"));
    test.erase(&user.id).await;
    assert_eq!(served(&test, &image).await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn where_the_operator_forbids_it_nothing_is_uploaded() {
    let test = TestApp::with(&[("pictures.upload", "false")]).await;
    let (browser, _, user) = ada(&test).await;
    let page = browser.get("/account/profile").await;
    assert!(!page.body.contains("/account/picture\""));
    assert_eq!(upload(&test, &browser, &written(&photograph(), ImageFormat::Png)).await.status, StatusCode::NOT_FOUND);
    assert_eq!(stored(&test, &user.id).await.unwrap(), user);
    assert_eq!(EMAIL, user.email);
}
