//! Writing the text messages that the outbox owes, and handing them over.

use crate::app::App;
use crate::clock::Timestamp;
use crate::model::ids::MessageId;
use crate::model::phone_code::PhoneCodeUse;
use crate::model::phone_number::PhoneNumber;
use crate::outbound::text_messages::{TextMessage, TextMessageError};

/// A code that is owed to a number.
#[derive(Clone, Copy, Debug)]
pub struct PhoneCode<'a> {
    /// What it is for.
    pub code_use: PhoneCodeUse,
    /// The number.
    pub number: &'a str,
    /// The code; none if nobody is owed one.
    pub code: Option<&'a str>,
    /// When it ends, in milliseconds.
    pub expires_at: i64,
}

/// Sends it, if it is still of use. Counts what became of it.
pub async fn send_code(
    app: &App,
    id: &MessageId,
    owed: &PhoneCode<'_>,
    (locale, now): (&str, Timestamp),
) -> Result<(), TextMessageError> {
    let Some(code) = owed.code.filter(|_| now.millis() < owed.expires_at) else { return Ok(()) };
    let locale = app.locales.find(locale).unwrap_or_else(|| app.locales.default_locale());
    let words = locale.texts().with(owed.code_use.text(), &[("brand", app.config.brand.name.as_str()), ("code", code)]);
    let message = TextMessage {
        to: PhoneNumber::from_stored(owed.number.to_owned()),
        // The last line binds the code to our origin, so that a phone fills it in nowhere else.
        text: format!("{words}\n\n@{} #{code}", app.config.server.public_url.host()),
        code: Some(code.to_owned()),
        purpose: owed.code_use.as_str(),
        locale: locale.tag().to_owned(),
        id: id.as_str().to_owned(),
    };
    let sent = app.text_messages.send(&message, now).await;
    let outcome = match &sent {
        Ok(()) => "sent",
        Err(TextMessageError::Transient(_)) => "failed",
        Err(TextMessageError::Permanent(_)) => "refused",
    };
    metrics::counter!("text_messages_total", "outcome" => outcome).increment(1);
    sent
}
