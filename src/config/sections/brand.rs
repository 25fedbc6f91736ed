//! `[brand]`

use std::path::PathBuf;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::Config;
use super::super::fault::Faults;
use super::super::values::{Color, Text, WebUrl};

/// The section `brand`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Brand {
    /// The name in titles and mails.
    pub name: Text,
    /// The logo above the forms.
    pub logo: Option<Logo>,
    /// The color of buttons and links. White text is written on it.
    pub color: Color,
}

impl Default for Brand {
    fn default() -> Self {
        Self { name: Text::of_program("Vestibule"), logo: None, color: Color::new(0x3b, 0x5b, 0xdb) }
    }
}

/// A picture: a file that Vestibule serves, or one that is elsewhere on the web.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(inline, title = "the path of a picture, or its https:// address")]
pub enum Logo {
    /// A file.
    File(PathBuf),
    /// An address.
    Url(WebUrl),
}

impl TryFrom<String> for Logo {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        if text.contains("://") {
            WebUrl::try_from(text).map(Self::Url)
        } else if text.trim().is_empty() {
            Err("it is empty".to_owned())
        } else {
            Ok(Self::File(PathBuf::from(text)))
        }
    }
}

impl From<Logo> for String {
    fn from(logo: Logo) -> Self {
        match logo {
            Logo::File(path) => path.display().to_string(),
            Logo::Url(url) => url.into(),
        }
    }
}

impl Brand {
    pub(in crate::config) fn check(&self, config: &Config, faults: &mut Faults) {
        if let Some(Logo::File(path)) = &self.logo
            && !path.is_file()
        {
            let problem = format!("there is no file {}", path.display());
            faults.add(config.fault("brand.logo", problem, "write the path of a picture, or its https:// address"));
        }
    }
}
