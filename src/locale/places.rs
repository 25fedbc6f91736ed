//! Where an internet address is, in words: by a file that the operator has, in MaxMind's format. Nobody is asked, so nobody learns
//! who signs in here. A guess for people to recognise; nothing is decided by it.

use std::collections::BTreeMap;
use std::fmt;
use std::net::IpAddr;
use std::path::Path;
use std::sync::Arc;

use maxminddb::Reader;
use serde::Deserialize;

use super::Texts;

/// What every file has names in.
const ENGLISH: &str = "en";

/// The file cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct UnusablePlaces(String);

/// The operator's file, if there is one. Cloning it is cheap.
#[derive(Clone, Default)]
pub struct Places(Option<Arc<Reader<Vec<u8>>>>);

impl fmt::Debug for Places {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Places({})", if self.0.is_some() { "known" } else { "unknown" })
    }
}

/// What is read of an entry, in files of cities and of countries.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Entry {
    city: Named,
    country: Named,
    registered_country: Named,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Named {
    iso_code: Option<String>,
    names: BTreeMap<String, String>,
}

impl Named {
    /// The name in the language of this tag, in its parent, in English.
    fn in_language(&self, tag: &str) -> Option<&str> {
        let parent = tag.split('-').next().unwrap_or(tag);
        [tag, parent, ENGLISH].into_iter().find_map(|tag| self.names.get(tag)).map(String::as_str)
    }
}

impl Places {
    /// Reads the file.
    pub fn read(path: &Path) -> Result<Self, UnusablePlaces> {
        let reader = Reader::open_readfile(path).map_err(|error| UnusablePlaces(error.to_string()))?;
        Ok(Self(Some(Arc::new(reader))))
    }

    /// The city and country of an address, in words; none where there is no file.
    pub fn describe(&self, address: &str, texts: Texts) -> Option<String> {
        let reader = self.0.as_ref()?;
        let entry = address.parse::<IpAddr>().ok().and_then(|address| look_up(reader, address)).unwrap_or_default();
        let tag = texts.locale().tag();
        let country = entry.country.in_language(tag).or_else(|| entry.registered_country.in_language(tag));
        Some(match (entry.city.in_language(tag), country) {
            (Some(city), Some(country)) => texts.with("place-in-country", &[("city", city), ("country", country)]),
            (Some(one), None) | (None, Some(one)) => one.to_owned(),
            (None, None) => texts.get("place-unknown"),
        })
    }

    /// The country of an address, by its code; none where there is no file, or the file does not know.
    pub fn country(&self, address: &str) -> Option<String> {
        let entry = look_up(self.0.as_ref()?, address.parse().ok()?)?;
        entry.country.iso_code.or(entry.registered_country.iso_code)
    }
}

/// What the file has of an address. One that does not hold what it should says nothing.
fn look_up(reader: &Reader<Vec<u8>>, address: IpAddr) -> Option<Entry> {
    reader.lookup(address.to_canonical()).ok()?.decode::<Entry>().ok()?
}
