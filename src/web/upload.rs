//! A form with a file in it: `multipart/form-data` (RFC 7578), read as strictly as other forms.

use axum::body::Body;
use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;
use bytes::{Bytes, BytesMut};
use http_body_util::BodyExt as _;
use multer::Multipart;

use crate::web::form::{FormError, MAXIMUM_PARAMETERS, Parameters, has_media_type};

/// What a form may hold beside its file, in bytes.
const BESIDE: usize = 64 * 1024;
/// How much of a body that is too large is still taken from the browser, in bytes. One that is cut off while it sends shows a fault
/// of the network instead of our answer.
const TAKEN: usize = 64 * 1024 * 1024;

/// A form and its file.
#[derive(Clone, Debug, Default)]
pub struct Upload {
    /// The fields that are text.
    pub parameters: Parameters,
    /// The file; none if none was chosen.
    pub file: Option<Bytes>,
}

/// Reads a form whose field `name` is a file of at most `maximum` bytes. None: it is larger.
pub async fn read(headers: &HeaderMap, body: Body, name: &str, maximum: usize) -> Result<Option<Upload>, FormError> {
    if !has_media_type(headers, "multipart/form-data") {
        return Err(FormError::ContentType);
    }
    let declared = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let boundary = multer::parse_boundary(declared).map_err(|_| FormError::Malformed)?;
    let Some(body) = collect(body, maximum.saturating_add(BESIDE)).await? else { return Ok(None) };
    let mut multipart = Multipart::new(Body::from(body).into_data_stream(), boundary);
    let mut upload = Upload::default();
    let mut fields = 0;
    while let Some(field) = multipart.next_field().await.map_err(|_| FormError::Malformed)? {
        fields += 1;
        if fields > MAXIMUM_PARAMETERS {
            return Err(FormError::TooManyParameters);
        }
        let field_name = field.name().ok_or(FormError::Malformed)?.to_owned();
        let content = field.bytes().await.map_err(|_| FormError::Malformed)?;
        if field_name == name {
            if upload.file.is_some() {
                return Err(FormError::Malformed);
            }
            if content.len() > maximum {
                return Ok(None);
            }
            upload.file = Some(content).filter(|content| !content.is_empty());
        } else {
            upload.parameters.push(field_name, text(&content)?);
        }
    }
    Ok(Some(upload))
}

fn text(content: &Bytes) -> Result<String, FormError> {
    if content.contains(&0) {
        return Err(FormError::Malformed);
    }
    String::from_utf8(content.to_vec()).map_err(|_| FormError::Malformed)
}

/// The body; none if it has more than `maximum` bytes.
async fn collect(mut body: Body, maximum: usize) -> Result<Option<Bytes>, FormError> {
    let mut kept = BytesMut::new();
    let mut length: usize = 0;
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame.map_err(|_| FormError::Incomplete)?.into_data() else { continue };
        length = length.saturating_add(data.len());
        if length > TAKEN {
            return Ok(None);
        }
        if length > maximum {
            kept = BytesMut::new();
        } else {
            kept.extend_from_slice(&data);
        }
    }
    Ok((length <= maximum).then(|| kept.freeze()))
}
