//! Phone numbers and the text messages to them. The numbers are fictitious (555-01xx).

use serde_json::json;

use super::app::{Reply, TestApp, json_request};

/// A number in the United States.
pub const NUMBER: &str = "+12015550123";
/// Another.
pub const OTHER_NUMBER: &str = "+12015550145";

/// Everything that phone numbers need to be turned on.
pub const PHONES: [(&str, &str); 4] = [
    ("phone.enabled", "true"),
    ("phone.countries", "US,GB"),
    ("sms.webhook_url", "https://gateway.example.test/messages"),
    ("sms.webhook_secret", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
];

/// An app with phone numbers, and these values.
pub async fn with_phones(values: &[(&str, &str)]) -> TestApp {
    let values: Vec<_> = PHONES.into_iter().chain(values.iter().copied()).collect();
    TestApp::with(&values).await
}

/// How many text messages a number was sent so far, after sending what is owed.
pub async fn texts(test: &TestApp, number: &str) -> usize {
    test.deliver_mail().await;
    test.app.text_messages.caught_texts().iter().filter(|caught| caught.message.to.as_str() == number).count()
}

/// The code in the newest text message to a number.
pub async fn texted_code(test: &TestApp, number: &str) -> String {
    test.deliver_mail().await;
    let caught = test.app.text_messages.caught_texts();
    let newest = caught.iter().rev().find(|caught| caught.message.to.as_str() == number).expect("a text message was sent");
    newest.message.code.clone().expect("it has a code")
}

/// Asks for a code as an app does.
pub async fn ask(test: &TestApp, number: &str) -> Reply {
    test.send(json_request("POST", "/api/auth/phone-number/send-otp", &json!({ "phoneNumber": number }))).await
}

/// A code that is not `code`.
pub fn another(code: &str) -> &'static str {
    if code == "000000" { "000001" } else { "000000" }
}
