//! The brand's color.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A color in sRGB, written `#rrggbb`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(inline, title = "a color such as #3b5bdb")]
pub struct Color {
    red: u8,
    green: u8,
    blue: u8,
}

impl Color {
    /// WCAG 2.2, success criterion 1.4.3: the least contrast of normal text.
    pub const LEAST_CONTRAST: f64 = 4.5;

    /// From its three parts.
    pub const fn new(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }

    /// The contrast ratio of white text on this color, 1 to 21 (WCAG 2.2, "contrast ratio").
    pub fn contrast_with_white(self) -> f64 {
        1.05 / (self.luminance() + 0.05)
    }

    /// Whether white text on this color can be read.
    pub fn carries_white_text(self) -> bool {
        self.contrast_with_white() >= Self::LEAST_CONTRAST
    }

    /// This color, or the first darker shade of it on which white text can be read.
    #[must_use]
    pub fn under_white_text(self) -> Self {
        let darker = |part: u8| part - part.div_ceil(20);
        let mut shade = self;
        while !shade.carries_white_text() {
            shade = Self::new(darker(shade.red), darker(shade.green), darker(shade.blue));
        }
        shade
    }

    /// WCAG 2.2, "relative luminance".
    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }
}

impl TryFrom<String> for Color {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6);
        let mut parts = [0_u8; 3];
        match digits.map(|digits| hex::decode_to_slice(digits, &mut parts)) {
            Some(Ok(())) => {
                let [red, green, blue] = parts;
                Ok(Self { red, green, blue })
            }
            _ => Err(format!("{text:?} is not # and six hexadecimal digits")),
        }
    }
}

impl From<Color> for String {
    fn from(color: Color) -> Self {
        format!("#{:02x}{:02x}{:02x}", color.red, color.green, color.blue)
    }
}
