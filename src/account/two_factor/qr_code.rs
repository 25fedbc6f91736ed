//! QR codes (ISO/IEC 18004) as something that a page can draw.

use qrcode::{Color, QrCode as Encoded};

/// Light modules around a code, so that cameras find it.
const QUIET_ZONE: usize = 4;

/// A QR code.
#[derive(Clone, Debug)]
pub struct QrCode {
    /// How many modules wide and high it is, with the light ones around it.
    pub size: usize,
    /// The outline of the dark modules, as an SVG path draws it.
    pub path: String,
}

impl QrCode {
    /// The code of a text; none if it is too long for one.
    pub fn of(text: &str) -> Option<Self> {
        let code = Encoded::new(text).ok()?;
        let width = code.width();
        let mut path = String::new();
        for (at, color) in code.to_colors().into_iter().enumerate() {
            if color == Color::Dark {
                path.push_str(&format!("M{} {}h1v1h-1z", at % width + QUIET_ZONE, at / width + QUIET_ZONE));
            }
        }
        Some(Self { size: width + 2 * QUIET_ZONE, path })
    }
}
