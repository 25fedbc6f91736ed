//! The embedded static files: stylesheet, script, icons. Each has an address with a digest of its content, which browsers keep
//! for good, so that a new release is seen at once and nothing is asked for twice.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use rust_embed::RustEmbed;

use crate::web::brand_color::BrandColor;

/// Where the files are served, for the router: `/assets/{file}`.
pub const ROUTE: &str = "/assets/{file}";
/// The stylesheet with the operator's colour, for the router.
pub const BRAND_STYLESHEET: &str = "/assets/brand.css";

const FOREVER: &str = "public, max-age=31536000, immutable";
const DIGEST_BYTES: usize = 6;

#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/static"]
struct Files;

struct Asset {
    /// The plain name: `look.css`.
    name: String,
    /// The name in addresses: `look.0123456789ab.css`.
    file: String,
    content_type: &'static str,
    content: Bytes,
}

static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| Files::iter().filter_map(|name| Asset::load(&name)).collect());

impl Asset {
    fn load(name: &str) -> Option<Self> {
        let embedded = Files::get(name)?;
        let (stem, extension) = name.rsplit_once('.')?;
        let digest: String =
            embedded.metadata.sha256_hash().iter().take(DIGEST_BYTES).map(|byte| format!("{byte:02x}")).collect();
        Some(Self {
            name: name.to_owned(),
            file: format!("{stem}.{digest}.{extension}"),
            content_type: content_type(extension),
            content: embedded.data.into_owned().into(),
        })
    }
}

fn content_type(extension: &str) -> &'static str {
    match extension {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

/// The address of an embedded file. An unknown name gives an address that answers 404; a test renders every page and asks for
/// each of its files.
pub fn url(name: &str) -> String {
    let file = ASSETS.iter().find(|asset| asset.name == name).map_or(name, |asset| asset.file.as_str());
    format!("/assets/{file}")
}

/// Serves one file. A file of this name with another digest is of another release, which may run beside this one during an
/// update: it gets the current content, not to be kept.
pub async fn serve(Path(file): Path<String>) -> Response {
    if let Some(asset) = ASSETS.iter().find(|asset| asset.file == file) {
        return answer(asset.content_type, FOREVER, asset.content.clone());
    }
    match ASSETS.iter().find(|asset| is_other_release(asset, &file)) {
        Some(asset) => answer(asset.content_type, "no-cache", asset.content.clone()),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn is_other_release(asset: &Asset, file: &str) -> bool {
    let parts = asset.name.rsplit_once('.').and_then(|(stem, extension)| {
        let digest = file.strip_prefix(stem)?.strip_prefix('.')?.strip_suffix(extension)?.strip_suffix('.')?;
        Some(digest.len() == 2 * DIGEST_BYTES && digest.bytes().all(|byte| byte.is_ascii_hexdigit()))
    });
    parts.unwrap_or(false)
}

/// The stylesheet that sets the operator's colour.
pub fn brand_stylesheet(color: &BrandColor) -> Response {
    answer("text/css; charset=utf-8", "public, max-age=300", color.stylesheet().into())
}

fn answer(content_type: &'static str, caching: &'static str, content: Bytes) -> Response {
    let headers =
        [(header::CONTENT_TYPE, content_type), (header::CACHE_CONTROL, caching), (header::X_CONTENT_TYPE_OPTIONS, "nosniff")];
    (headers, content).into_response()
}
