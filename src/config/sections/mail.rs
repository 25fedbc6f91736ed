//! `[mail]`

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::super::Config;
use super::super::fault::Faults;
use super::super::values::{MailSender, MailUrl};

/// The section `mail`.
#[derive(Clone, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Mail {
    /// The mail server. Without one no mail is sent (the dev mode shows mails at `/dev/mail`). `smtp://` to another machine is
    /// upgraded with STARTTLS.
    pub url: Option<MailUrl>,
    /// Who mails come from. Needed with `mail.url`.
    pub from: Option<MailSender>,
}

impl Mail {
    /// Whether mail can be sent.
    pub const fn is_configured(&self) -> bool {
        self.url.is_some()
    }

    pub(in crate::config) fn check(&self, config: &Config, faults: &mut Faults) {
        if self.url.is_some() && self.from.is_none() {
            let remedy = format!("write an address of yours, such as login@{}", config.server.public_url.host());
            faults.add(config.fault("mail.from", "it is needed when mail.url is set", remedy));
        }
    }
}
