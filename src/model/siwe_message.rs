//! What a wallet shows its owner before they sign in with it (EIP-4361): a text of fixed lines, read as strictly as it is written.

use std::fmt;

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::clock::Timestamp;
use crate::model::percent_encoding;

const INVITATION: &str = " wants you to sign in with your Ethereum account:";
/// EIP-4361 asks for eight letters and digits.
const LEAST_NONCE: usize = 8;

/// A message, with its lines taken apart. What it says is not yet judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiweMessage<'a> {
    /// The scheme of the page that asked.
    pub scheme: Option<&'a str>,
    /// The authority of the page that asked.
    pub domain: &'a str,
    /// The account, as written.
    pub address: &'a str,
    /// What the app has its people read.
    pub statement: Option<&'a str>,
    /// What is signed in to.
    pub uri: &'a str,
    /// The chain on which the account is looked at.
    pub chain_id: i64,
    /// What makes this sign-in another one than all before.
    pub nonce: &'a str,
    /// When the message was written.
    pub issued_at: Timestamp,
    /// When it is too late.
    pub expires_at: Option<Timestamp>,
    /// Before when it is too early.
    pub not_before: Option<Timestamp>,
}

/// The text is no such message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a message of EIP-4361")]
pub struct InvalidSiweMessage;

/// The lines that are still to be read.
struct Lines<'a>(std::iter::Peekable<std::str::Split<'a, char>>);

impl<'a> Lines<'a> {
    fn next(&mut self) -> Result<&'a str, InvalidSiweMessage> {
        self.0.next().ok_or(InvalidSiweMessage)
    }

    fn empty(&mut self) -> Result<(), InvalidSiweMessage> {
        if self.next()?.is_empty() { Ok(()) } else { Err(InvalidSiweMessage) }
    }

    /// What follows the name of the next line.
    fn named(&mut self, name: &str) -> Result<&'a str, InvalidSiweMessage> {
        self.next()?.strip_prefix(name).filter(|value| !value.is_empty()).ok_or(InvalidSiweMessage)
    }

    /// The same for a line that may be missing. It may be empty after its name.
    fn optional(&mut self, name: &str) -> Option<&'a str> {
        self.0.next_if(|line| line.starts_with(name)).and_then(|line| line.strip_prefix(name))
    }
}

impl<'a> SiweMessage<'a> {
    /// Reads a message.
    pub fn parse(text: &'a str) -> Result<Self, InvalidSiweMessage> {
        if text.chars().any(|character| character.is_control() && character != '\n') {
            return Err(InvalidSiweMessage);
        }
        let mut lines = Lines(text.split('\n').peekable());
        let asker = lines.next()?.strip_suffix(INVITATION).ok_or(InvalidSiweMessage)?;
        let (scheme, domain) = asker.split_once("://").map_or((None, asker), |(scheme, domain)| (Some(scheme), domain));
        let address = lines.next()?;
        lines.empty()?;
        let statement = Some(lines.next()?).filter(|line| !line.is_empty());
        if statement.is_some() {
            lines.empty()?;
        }
        let uri = uri(lines.named("URI: ")?)?;
        if lines.named("Version: ")? != "1" {
            return Err(InvalidSiweMessage);
        }
        let message = Self {
            scheme: scheme.map(valid_scheme).transpose()?,
            domain: Some(domain).filter(|domain| is_authority(domain)).ok_or(InvalidSiweMessage)?,
            address,
            statement,
            uri,
            chain_id: chain_id(lines.named("Chain ID: ")?)?,
            nonce: Some(lines.named("Nonce: ")?).filter(|nonce| is_nonce(nonce)).ok_or(InvalidSiweMessage)?,
            issued_at: moment(lines.named("Issued At: ")?)?,
            expires_at: lines.optional("Expiration Time: ").map(moment).transpose()?,
            not_before: lines.optional("Not Before: ").map(moment).transpose()?,
        };
        lines.optional("Request ID: ");
        if lines.0.next_if_eq(&"Resources:").is_some() {
            while let Some(resource) = lines.optional("- ") {
                self::uri(resource)?;
            }
        }
        if lines.0.next().is_some() { Err(InvalidSiweMessage) } else { Ok(message) }
    }
}

impl fmt::Display for SiweMessage<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(scheme) = self.scheme {
            write!(formatter, "{scheme}://")?;
        }
        write!(formatter, "{}{INVITATION}\n{}\n\n", self.domain, self.address)?;
        if let Some(statement) = self.statement {
            writeln!(formatter, "{statement}")?;
        }
        write!(formatter, "\nURI: {}\nVersion: 1\nChain ID: {}\nNonce: {}", self.uri, self.chain_id, self.nonce)?;
        write!(formatter, "\nIssued At: {}", self.issued_at.rfc3339())?;
        if let Some(end) = self.expires_at {
            write!(formatter, "\nExpiration Time: {}", end.rfc3339())?;
        }
        self.not_before.map_or(Ok(()), |start| write!(formatter, "\nNot Before: {}", start.rfc3339()))
    }
}

/// Whether a text can be the statement of a message that every wallet reads: EIP-4361 has it of what stands in URIs, and spaces.
pub fn is_statement(text: &str) -> bool {
    let fits = |character: char| character.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;= ".contains(character);
    !text.is_empty() && text.chars().all(fits)
}

/// The number of a chain as wallets tell it (EIP-695): hexadecimal after `0x`, no chain being 0.
pub fn chain_of_wallet(text: &str) -> Option<i64> {
    i64::from_str_radix(text.strip_prefix("0x")?, 16).ok().filter(|number| *number > 0)
}

fn valid_scheme(scheme: &str) -> Result<&str, InvalidSiweMessage> {
    let known = scheme.starts_with(|first: char| first.is_ascii_alphabetic());
    let good = scheme.chars().all(|character| character.is_ascii_alphanumeric() || "+-.".contains(character));
    if known && good { Ok(scheme) } else { Err(InvalidSiweMessage) }
}

fn is_authority(domain: &str) -> bool {
    !domain.is_empty()
        && domain.chars().all(|character| character.is_ascii_alphanumeric() || "-._~%:[]@!$&'()*+,;=".contains(character))
}

fn is_nonce(nonce: &str) -> bool {
    nonce.len() >= LEAST_NONCE && nonce.chars().all(|character| character.is_ascii_alphanumeric())
}

/// RFC 3986: a scheme, and nothing that an address cannot hold.
fn uri(text: &str) -> Result<&str, InvalidSiweMessage> {
    let (scheme, _) = text.split_once(':').ok_or(InvalidSiweMessage)?;
    valid_scheme(scheme)?;
    let fits = text.chars().all(|character| character.is_ascii_graphic() && !"<>\"{}|\\^`".contains(character));
    if fits && percent_encoding::decode_text(text).is_some() { Ok(text) } else { Err(InvalidSiweMessage) }
}

/// EIP-155; no chain has the number 0.
fn chain_id(text: &str) -> Result<i64, InvalidSiweMessage> {
    let digits = text.chars().all(|character| character.is_ascii_digit()) && !text.starts_with('0');
    text.parse().ok().filter(|_| digits).ok_or(InvalidSiweMessage)
}

fn moment(text: &str) -> Result<Timestamp, InvalidSiweMessage> {
    let moment = OffsetDateTime::parse(text, &Rfc3339).map_err(|_| InvalidSiweMessage)?;
    i64::try_from(moment.unix_timestamp_nanos() / 1_000_000).map(Timestamp::from_millis).map_err(|_| InvalidSiweMessage)
}
