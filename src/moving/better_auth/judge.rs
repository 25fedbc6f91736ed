//! What becomes of a row, as far as the row itself tells.

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::better_auth::Secrets;
use crate::crypto::digest::sha256;
use crate::model::ids::MAXIMUM_LENGTH;
use crate::moving::candidate::{Candidate, Item};
use crate::moving::report::Outcome;
use crate::store::better_auth::Record;

/// Judges rows.
pub(super) struct Judge<'a> {
    pub(super) app: &'a App,
    pub(super) secrets: &'a Secrets,
    pub(super) now: Timestamp,
}

/// A row that cannot be moved.
pub(super) fn refused(reason: &str) -> Outcome {
    Outcome::Refused(reason.to_owned())
}

/// A row that is not to be moved.
pub(super) fn left(reason: &str) -> Outcome {
    Outcome::Left(reason.to_owned())
}

/// A row in our form, and what of it is missing.
pub(super) type Judged = Result<(Item, Vec<String>), Outcome>;

impl Judge<'_> {
    /// What becomes of a row.
    pub(super) fn judge(&self, record: &Record) -> Result<Candidate, Outcome> {
        let id = id_of(record, "id")?.to_owned();
        let (person, digest) = match record.table() {
            "user" => {
                let made_at = record.time("createdAt").ok_or_else(|| refused("its times cannot be read"))?;
                (None, digest(record.table(), &id, made_at))
            }
            "oauthClient" | "oauthApplication" => {
                let client_id = record.text("clientId").ok_or_else(|| refused("it has no client id"))?;
                (None, digest(record.table(), &format!("{id}\n{client_id}"), Timestamp::from_millis(0)))
            }
            table => {
                let person = record.filled("userId").ok_or_else(|| left("it is nobody's"))?;
                let made_at = record.person_made_at().ok_or_else(|| left("its person is gone"))?;
                (Some(digest("user", person, made_at)), digest(table, &format!("{id}\n{person}"), made_at))
            }
        };
        let (item, notes) = match record.table() {
            "user" => self.user(record)?,
            "account" => self.account(record)?,
            "twoFactor" => self.second_factor(record)?,
            "passkey" => self.passkey(record)?,
            "walletAddress" => self.wallet(record)?,
            "session" => self.session(record)?,
            "oauthClient" => self.client(record)?,
            "oauthApplication" => self.application(record)?,
            "oauthConsent" => self.consent(record)?,
            _ => return Err(refused("nothing is known of its table")),
        };
        Ok(Candidate { id, digest, person, is_here: false, item, notes })
    }
}

fn digest(table: &str, id: &str, made_at: Timestamp) -> [u8; 32] {
    sha256(format!("better-auth\n{table}\n{}\n{id}", made_at.millis()).as_bytes())
}

/// An id that can be kept.
pub(super) fn id_of<'a>(record: &'a Record, column: &str) -> Result<&'a str, Outcome> {
    let id = record.text(column).unwrap_or_default();
    if id.is_empty() || id.chars().any(char::is_control) {
        return Err(Outcome::Refused(format!("{column} is no id")));
    }
    if id.chars().nth(MAXIMUM_LENGTH).is_some() {
        return Err(Outcome::Refused(format!("{column} is longer than {MAXIMUM_LENGTH} characters")));
    }
    Ok(id)
}
