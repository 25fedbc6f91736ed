//! Whether text messages can be sent.

use super::Finding;
use crate::cli::opening::Setting;
use crate::config::Config;
use crate::locale::Locales;
use crate::model::phone_number::PhoneNumber;
use crate::outbound::egress::EgressPolicy;
use crate::outbound::http::HttpClient;
use crate::outbound::text_messages::{TextMessage, TextMessages};

const TEXT_MESSAGES: &str = "text messages";

/// Looks at the settings and, if asked, sends a message to `number`. None where nobody needs any.
pub(super) async fn examine(config: &Config, number: Option<&PhoneNumber>, setting: &Setting) -> Option<Finding> {
    let (Some(url), Some(secret)) = (&config.sms.webhook_url, config.sms.secret()) else {
        return number.map(|_| Finding::fail(TEXT_MESSAGES, "sms.webhook_url is not set: no text message can be sent"));
    };
    let host = url.expose().host_str().unwrap_or_default();
    let Some(number) = number else {
        let detail = format!("sent by {host}, untried; --send-test-text-message NUMBER tries it");
        return Some(Finding::ok(TEXT_MESSAGES, detail));
    };
    let http = HttpClient::new(EgressPolicy::new(config.outbound.allow.iter().map(|network| network.net())));
    let texts = Locales::new(config.pages.default_locale.as_str(), false);
    let locale = texts.default_locale();
    let message = TextMessage {
        to: number.clone(),
        text: locale.texts().with("text-message-test", &[("brand", config.brand.name.as_str())]),
        code: None,
        purpose: "test",
        locale: locale.tag().to_owned(),
        id: setting.entropy.alphanumeric(32),
    };
    let sent = TextMessages::gateway(url.expose().clone(), secret, http).send(&message, setting.clock.now()).await;
    Some(match sent {
        Ok(()) => Finding::ok(TEXT_MESSAGES, format!("{host} took a message; see whether it arrives")),
        Err(error) => Finding::fail(TEXT_MESSAGES, format!("{host}: {error}")),
    })
}
