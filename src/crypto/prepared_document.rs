//! A document that is the same for everyone (JWK set, discovery): its bytes, its compressed bytes and their entity tags, made once.

use std::io::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::digest::sha256;

/// One representation of a document: what is sent, and the strong entity tag (RFC 9110 section 8.8.3) that names these very bytes.
#[derive(Clone, Debug)]
pub struct Representation {
    /// The body.
    pub body: Bytes,
    /// The value of the `ETag` header, with its quotes.
    pub entity_tag: String,
}

/// A document prepared to be sent as it is.
#[derive(Clone, Debug)]
pub struct PreparedDocument {
    plain: Representation,
    gzip: Option<Representation>,
}

impl PreparedDocument {
    /// Prepares `body`. The compressed form is kept only if it is shorter.
    pub fn new(body: Vec<u8>) -> Self {
        let mut encoder = GzEncoder::new(Vec::with_capacity(body.len()), Compression::best());
        let compressed = encoder.write_all(&body).and_then(|()| encoder.finish()).ok();
        let gzip = compressed.filter(|compressed| compressed.len() < body.len()).map(Representation::new);
        Self { plain: Representation::new(body), gzip }
    }

    /// The bytes as they were given.
    pub const fn plain(&self) -> &Representation {
        &self.plain
    }

    /// The same with `Content-Encoding: gzip`, where that is shorter.
    pub const fn gzip(&self) -> Option<&Representation> {
        self.gzip.as_ref()
    }
}

impl Representation {
    fn new(body: Vec<u8>) -> Self {
        let entity_tag = format!("\"{}\"", URL_SAFE_NO_PAD.encode(sha256(&body)));
        Self { body: Bytes::from(body), entity_tag }
    }
}
