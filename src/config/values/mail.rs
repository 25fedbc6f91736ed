//! The mail server and the sender.

use std::fmt;

use lettre::message::Mailbox;
use schemars::JsonSchema;
use secrecy::SecretString;
use serde::{Deserialize, Serialize, Serializer};
use url::{Host, Url};

use super::public_url::is_loopback;
use super::secret::HIDDEN;

/// A mail server's address, with the credentials for it.
#[derive(Clone, Deserialize, JsonSchema)]
#[serde(try_from = "String")]
#[schemars(
    inline,
    into = "String",
    title = "smtps://user:password@host:465 or smtp://user:password@host:587 (a secret)",
    extend("writeOnly" = true)
)]
pub struct MailUrl(Url);

impl MailUrl {
    /// The server's name, for logs.
    pub fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }

    /// The address in the form of lettre's `SmtpTransport::from_url`. `smtp://` to another machine must upgrade to TLS (STARTTLS,
    /// RFC 3207) unless a `tls` parameter says otherwise: mails carry links that sign people in.
    pub fn transport_url(&self) -> SecretString {
        let mut url = self.0.clone();
        // The host of a scheme that is not the web's is left as text by the parser.
        let local = Host::parse(self.host()).is_ok_and(|host| is_loopback(&host));
        let stated = url.query_pairs().any(|(name, _)| name == "tls");
        if url.scheme() == "smtp" && !local && !stated {
            url.query_pairs_mut().append_pair("tls", "required");
        }
        SecretString::from(String::from(url))
    }
}

impl TryFrom<String> for MailUrl {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let url = Url::parse(&text).map_err(|_| "it is not an address")?;
        match url.scheme() {
            "smtp" | "smtps" if url.host_str().is_some_and(|host| !host.is_empty()) => Ok(Self(url)),
            "smtp" | "smtps" => Err("it names no host"),
            _ => Err("it starts with neither smtp:// nor smtps://"),
        }
    }
}

impl fmt::Debug for MailUrl {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("MailUrl")
    }
}

impl Serialize for MailUrl {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(HIDDEN)
    }
}

/// Who mails come from (RFC 5322, section 3.4: `mailbox`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(inline, title = "a mail address, such as Example Login <login@example.com>")]
pub struct MailSender(Mailbox);

impl MailSender {
    /// For the `From` header.
    pub const fn mailbox(&self) -> &Mailbox {
        &self.0
    }
}

impl TryFrom<String> for MailSender {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse().map(Self).map_err(|_| format!("{text:?} is not a mail address"))
    }
}

impl From<MailSender> for String {
    fn from(sender: MailSender) -> Self {
        sender.0.to_string()
    }
}
