//! Whether mail can be sent.

use super::Finding;
use crate::cli::opening::Setting;
use crate::config::Config;
use crate::locale::Locales;
use crate::model::email::EmailAddress;
use crate::outbound::mailer::{Mail, Mailer};
use crate::outbound::messages::{Letterhead, TestMessage};

const MAIL: &str = "mail";

/// Looks at the settings and, if asked, sends a mail to `address`.
pub(super) async fn examine(config: &Config, address: Option<&EmailAddress>, setting: &Setting) -> Finding {
    let (Some(url), Some(from)) = (&config.mail.url, &config.mail.from) else {
        let detail = "mail.url is not set: nobody can prove an address or choose a new password";
        return if address.is_some() { Finding::fail(MAIL, detail) } else { Finding::warn(MAIL, detail) };
    };
    let mailer = match Mailer::smtp(&url.transport_url(), from.mailbox().clone()) {
        Ok(mailer) => mailer,
        Err(error) => return Finding::fail(MAIL, format!("mail.url: {error}")),
    };
    let Some(address) = address else {
        let detail = format!("sent by {}, untried; --send-test-mail ADDRESS tries it", url.host());
        return Finding::ok(MAIL, detail);
    };
    match send(config, &mailer, address, setting).await {
        Ok(()) => Finding::ok(MAIL, format!("{} took a mail to {address}; see whether it arrives", url.host())),
        Err(error) => Finding::fail(MAIL, format!("{}: {error}", url.host())),
    }
}

async fn send(config: &Config, mailer: &Mailer, address: &EmailAddress, setting: &Setting) -> Result<(), String> {
    let now = setting.clock.now();
    let locales = Locales::new(config.pages.default_locale.as_str(), false);
    let letterhead = Letterhead {
        texts: locales.default_locale().texts(),
        brand: config.brand.name.as_str().to_owned(),
        color: config.brand.color,
        name: address.to_string(),
    };
    let rendered = TestMessage { letterhead, at: now }.render().map_err(|error| error.to_string())?;
    let mail = Mail {
        to: address.clone(),
        subject: rendered.subject,
        text: rendered.text,
        html: rendered.html,
        message_id: format!("<{}@{}>", setting.entropy.alphanumeric(32), config.server.public_url.host()),
    };
    mailer.send(&mail, now).await.map_err(|error| error.to_string())
}
