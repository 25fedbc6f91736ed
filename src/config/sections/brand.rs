//! `[brand]`

use std::path::PathBuf;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::Config;
use super::super::fault::Faults;
use super::super::values::{Color, Text};

/// The section `brand`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Brand {
    /// The name in titles and mails.
    pub name: Text,
    /// The file of the logo above the forms: SVG, PNG, JPEG or WebP. It is served from here, so that pages load nothing from elsewhere.
    pub logo: Option<PathBuf>,
    /// The color of buttons and links. White text is written on it.
    pub color: Color,
}

impl Default for Brand {
    fn default() -> Self {
        Self { name: Text::of_program("Vestibule"), logo: None, color: Color::new(0x3b, 0x5b, 0xdb) }
    }
}

impl Brand {
    pub(in crate::config) fn check(&self, config: &Config, faults: &mut Faults) {
        if let Some(path) = &self.logo
            && !path.is_file()
        {
            let problem = format!("there is no file {}", path.display());
            faults.add(config.fault("brand.logo", problem, "write the path of a picture"));
        }
    }
}
