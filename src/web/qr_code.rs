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
        for (y, row) in code.to_colors().chunks(width).enumerate() {
            let mut begun = None;
            for (x, color) in row.iter().copied().chain([Color::Light]).enumerate() {
                match (color, begun) {
                    (Color::Dark, None) => begun = Some(x),
                    (Color::Light, Some(from)) => {
                        let length = x - from;
                        path.push_str(&format!("M{} {}h{length}v1h-{length}z", from + QUIET_ZONE, y + QUIET_ZONE));
                        begun = None;
                    }
                    _ => {}
                }
            }
        }
        Some(Self { size: width + 2 * QUIET_ZONE, path })
    }
}
