//! What was sent is decoded and drawn anew, so that nothing of the file stays but how it looks: no place, no camera, no thumbnail of
//! what was cropped away, nothing that another program would take for a page or a script.
//!
//! A decoder reads what strangers wrote. It is told how large a picture may become before it begins, and one that panics has not
//! understood its file.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder as _, ImageError, ImageFormat, ImageReader, Limits};

/// The width and height of what is served, in pixels; less if less was sent.
pub const SIDE: u32 = 256;
/// The greatest width and height that is decoded.
pub const LARGEST_SIDE: u32 = 10_000;
/// The most pixels that are decoded: those of a good camera.
const MOST_PIXELS: u64 = 30_000_000;
/// The most memory that a decoder may take, in bytes.
const MOST_MEMORY: u64 = 128 * 1024 * 1024;
/// The quality at which photographs show no fault at this size.
const QUALITY: u8 = 88;

/// Why no picture can be made of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unusable {
    /// It is none of the kinds that are taken, or broken.
    #[error("not a picture of a kind that is taken, or a broken one")]
    Unreadable,
    /// It has more pixels than are decoded.
    #[error("the picture has too many pixels")]
    TooManyPixels,
}

/// A picture to be served.
#[derive(Debug)]
pub(super) struct Made {
    pub(super) media_type: &'static str,
    pub(super) content: Vec<u8>,
}

/// Makes the square picture.
pub(super) fn make(sent: &[u8]) -> Result<Made, Unusable> {
    catch_unwind(AssertUnwindSafe(|| draw(sent))).unwrap_or(Err(Unusable::Unreadable))
}

fn draw(sent: &[u8]) -> Result<Made, Unusable> {
    let (picture, orientation) = decode(sent)?;
    let (width, height) = (picture.width(), picture.height());
    let side = width.min(height);
    let square = picture.crop_imm((width - side) / 2, (height - side) / 2, side, side);
    let target = side.min(SIDE);
    let mut square = if target < side { square.resize_exact(target, target, FilterType::CatmullRom) } else { square };
    // A camera that was held upright says so beside the picture, where it would be lost.
    square.apply_orientation(orientation);
    encode(&square).map_err(unusable)
}

fn decode(sent: &[u8]) -> Result<(DynamicImage, Orientation), Unusable> {
    // By what it is, whatever the file was called.
    let format = image::guess_format(sent).map_err(unusable)?;
    if !matches!(format, ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP | ImageFormat::Gif) {
        return Err(Unusable::Unreadable);
    }
    let mut reader = ImageReader::with_format(Cursor::new(sent), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST_SIDE);
    limits.max_image_height = Some(LARGEST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(unusable)?;
    let (width, height) = decoder.dimensions();
    if width == 0 || height == 0 {
        return Err(Unusable::Unreadable);
    }
    if u64::from(width) * u64::from(height) > MOST_PIXELS || decoder.total_bytes() > MOST_MEMORY {
        return Err(Unusable::TooManyPixels);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    Ok((DynamicImage::from_decoder(decoder).map_err(unusable)?, orientation))
}

fn unusable(error: ImageError) -> Unusable {
    match error {
        ImageError::Limits(_) => Unusable::TooManyPixels,
        _ => Unusable::Unreadable,
    }
}

/// JPEG for what hides everything behind it, PNG for what does not.
fn encode(square: &DynamicImage) -> Result<Made, ImageError> {
    let mut content = Vec::new();
    let pixels = square.to_rgba8();
    if pixels.pixels().all(|pixel| matches!(pixel.0, [_, _, _, u8::MAX])) {
        let opaque = square.to_rgb8();
        let encoder = JpegEncoder::new_with_quality(&mut content, QUALITY);
        encoder.write_image(opaque.as_raw(), opaque.width(), opaque.height(), ExtendedColorType::Rgb8)?;
        return Ok(Made { media_type: "image/jpeg", content });
    }
    pixels.write_to(&mut Cursor::new(&mut content), ImageFormat::Png)?;
    Ok(Made { media_type: "image/png", content })
}
