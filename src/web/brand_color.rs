//! The operator's one colour, and the shades of it that keep to the contrast of WCAG 2.2 (1.4.3: 4.5 to 1 for text).

use std::fmt;
use std::str::FromStr;

const ENOUGH: f64 = 4.5;
const WHITE: Rgb = Rgb(255, 255, 255);
const BLACK: Rgb = Rgb(0, 0, 0);
/// The darkest light ground and the lightest dark ground of `static/look.css` that links stand on.
const LIGHT_GROUND: Rgb = Rgb(0xf6, 0xf5, 0xf2);
const DARK_GROUND: Rgb = Rgb(0x1b, 0x1d, 0x21);
const STEPS: u8 = 20;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Rgb(u8, u8, u8);

/// A colour from the configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BrandColor(Rgb);

/// The text is no colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a colour is written #rrggbb")]
pub struct NotAColor;

impl FromStr for BrandColor {
    type Err = NotAColor;

    fn from_str(text: &str) -> Result<Self, NotAColor> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6).ok_or(NotAColor)?;
        match hex::decode(digits).map_err(|_| NotAColor)?.as_slice() {
            [red, green, blue] => Ok(Self(Rgb(*red, *green, *blue))),
            _ => Err(NotAColor),
        }
    }
}

impl Default for BrandColor {
    fn default() -> Self {
        Self(Rgb(0x3b, 0x5b, 0xdb))
    }
}

impl fmt::Display for BrandColor {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl BrandColor {
    /// Whether white text can be read on it as it is. If not, buttons use a darker shade, and the operator should hear of it.
    pub fn carries_white(&self) -> bool {
        self.0.contrast(WHITE) >= ENOUGH
    }

    /// The stylesheet that sets the colour and its shades for `static/look.css`.
    pub fn stylesheet(&self) -> String {
        let action = self.0.until(BLACK, |shade| shade.contrast(WHITE));
        let light = self.0.until(BLACK, |shade| shade.contrast(LIGHT_GROUND));
        let dark = self.0.until(WHITE, |shade| shade.contrast(DARK_GROUND));
        format!(
            ":root {{\n  --brand: {};\n  --action: {action};\n  --on-action: #fff;\n  --link-light: {light};\n  --link-dark: {dark};\n}}\n",
            self.0
        )
    }
}

impl Rgb {
    /// The first mixture with `other`, from none of it to all of it, that reaches the contrast.
    fn until(self, other: Self, contrast: impl Fn(Self) -> f64) -> Self {
        (0..=STEPS).map(|step| self.mixed(other, step)).find(|shade| contrast(*shade) >= ENOUGH).unwrap_or(other)
    }

    fn mixed(self, other: Self, step: u8) -> Self {
        let share = f64::from(step) / f64::from(STEPS);
        let channel = |from: u8, to: u8| {
            let mixed = f64::from(from) * (1.0 - share) + f64::from(to) * share;
            (0..=u8::MAX).rev().find(|value| f64::from(*value) <= mixed.round()).unwrap_or(0)
        };
        Self(channel(self.0, other.0), channel(self.1, other.1), channel(self.2, other.2))
    }

    /// WCAG 2.2's contrast ratio: 1 to 21.
    fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    fn luminance(self) -> f64 {
        let channel = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(self.0) + 0.7152 * channel(self.1) + 0.0722 * channel(self.2)
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}
