//! A row of somebody else's table, read by the names of Better Auth's schema. What is missing and what is NULL are the same.

use std::collections::HashMap;

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::clock::Timestamp;

/// Numbers from here on are milliseconds, smaller ones seconds: in seconds it would be the year 5138.
const FIRST_MILLISECONDS: i64 = 100_000_000_000;

/// A row.
#[derive(Debug)]
pub struct Record {
    table: &'static str,
    cells: HashMap<&'static str, String>,
}

impl Record {
    /// When the person was made whose row it is.
    pub(super) const PERSON_MADE_AT: &'static str = "user.createdAt";
    /// Whether they turned their second factor on.
    pub(super) const PERSON_HAS_SECOND_FACTOR: &'static str = "user.twoFactorEnabled";

    pub(super) fn new(table: &'static str, cells: impl Iterator<Item = (&'static str, Option<String>)>) -> Self {
        Self { table, cells: cells.filter_map(|(name, cell)| Some((name, cell?))).collect() }
    }

    /// The table that it is of.
    pub const fn table(&self) -> &'static str {
        self.table
    }

    /// Text.
    pub fn text(&self, column: &str) -> Option<&str> {
        self.cells.get(column).map(String::as_str)
    }

    /// Text that is not empty.
    pub fn filled(&self, column: &str) -> Option<&str> {
        self.text(column).map(str::trim).filter(|text| !text.is_empty())
    }

    /// Whether it is there and true.
    pub fn flag(&self, column: &str) -> bool {
        self.stated(column) == Some(true)
    }

    /// True or false, if it says so.
    pub fn stated(&self, column: &str) -> Option<bool> {
        match self.text(column)? {
            "1" | "t" | "true" | "TRUE" | "True" => Some(true),
            "0" | "f" | "false" | "FALSE" | "False" => Some(false),
            _ => None,
        }
    }

    /// A whole number.
    pub fn number(&self, column: &str) -> Option<i64> {
        self.text(column)?.trim().parse().ok()
    }

    /// A time: ISO 8601, with a blank or a `T`, in UTC where it names no zone; or seconds or milliseconds since the epoch.
    pub fn time(&self, column: &str) -> Option<Timestamp> {
        parse_time(self.text(column)?.trim())
    }

    /// When the person was made whose row it is.
    pub fn person_made_at(&self) -> Option<Timestamp> {
        self.time(Self::PERSON_MADE_AT)
    }

    /// Whether they turned their second factor on.
    pub fn person_has_second_factor(&self) -> bool {
        self.flag(Self::PERSON_HAS_SECOND_FACTOR)
    }

    /// A list of texts: a JSON array, or separated as `separators` says.
    pub fn list(&self, column: &str, separators: &[char]) -> Vec<String> {
        let Some(text) = self.filled(column) else { return Vec::new() };
        if let Ok(list) = serde_json::from_str::<Vec<String>>(text) {
            return list;
        }
        // Some adapters write the JSON text of an array as a JSON text.
        if let Ok(inner) = serde_json::from_str::<String>(text)
            && let Ok(list) = serde_json::from_str::<Vec<String>>(&inner)
        {
            return list;
        }
        text.split(separators).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    }
}

fn parse_time(text: &str) -> Option<Timestamp> {
    if let Ok(number) = text.parse::<i64>() {
        let seconds = number.abs() < FIRST_MILLISECONDS;
        return Some(if seconds { Timestamp::from_seconds(number) } else { Timestamp::from_millis(number) });
    }
    // The day, and the time with its zone: each engine leaves out what it thinks clear.
    let (day, time) = text.split_once(['T', ' '])?;
    let time = time.trim_end_matches(['Z', 'z']);
    let (time, zone) = time.find(['+', '-']).map_or((time, "+00:00"), |sign| time.split_at(sign));
    let zone = match zone.len() {
        3 => format!("{zone}:00"),
        5 => format!("{}:{}", zone.get(..3)?, zone.get(3..)?),
        _ => zone.to_owned(),
    };
    OffsetDateTime::parse(&format!("{day}T{time}{zone}"), &Rfc3339).ok().and_then(of)
}

fn of(at: OffsetDateTime) -> Option<Timestamp> {
    i64::try_from(at.unix_timestamp_nanos() / 1_000_000).ok().map(Timestamp::from_millis)
}
