//! Text messages at the operator's cost: who earns on them asks for many (S35, and SMS pumping, also called toll fraud).

use std::time::Duration;

use serde_json::json;

use crate::api::{Call, sign_up};
use crate::support::app::TestApp;
use crate::support::phones::{NUMBER, another, ask, texted_code, texts, with_phones};

const OPEN: (&str, &str) = ("phone.sign_up", "true");

/// A number of the United States for each `line`.
fn number(line: usize) -> String {
    format!("+1201555{:04}", 100 + line)
}

async fn sent(test: &TestApp) -> usize {
    test.deliver_mail().await;
    test.app.text_messages.caught_texts().len()
}

#[tokio::test]
async fn sms_pumping_a_number_is_sent_five_codes_a_quarter_and_twenty_a_day() {
    let test = with_phones(&[OPEN]).await;
    for _ in 0..10 {
        assert_eq!(ask(&test, NUMBER).await.status, 200, "the answer stays the same");
    }
    assert_eq!(texts(&test, NUMBER).await, 5);
    for _ in 0..20 {
        test.advance(Duration::from_secs(16 * 60));
        for _ in 0..10 {
            ask(&test, NUMBER).await;
        }
        test.deliver_mail().await;
    }
    assert_eq!(texts(&test, NUMBER).await, 20);
}

#[tokio::test]
async fn sms_pumping_many_numbers_of_one_country_share_a_budget() {
    let test = with_phones(&[OPEN, ("phone.hourly_messages_per_country", "7")]).await;
    for line in 0..30 {
        assert_eq!(ask(&test, &number(line)).await.status, 200);
    }
    assert_eq!(sent(&test).await, 7);
    ask(&test, "+447400123456").await;
    assert_eq!(sent(&test).await, 8, "another country has its own");
    test.advance(Duration::from_secs(60 * 60));
    ask(&test, NUMBER).await;
    assert_eq!(sent(&test).await, 9);
}

/// Whoever used a country's budget up cannot tell by the answers to codes which numbers would have been sent one.
#[tokio::test]
async fn s39_an_exhausted_country_tells_nothing() {
    let test = with_phones(&[("phone.hourly_messages_per_country", "1")]).await;
    let cookies = sign_up(&test, "ann").await;
    let asked = async |number: &str| {
        let body = json!({ "phoneNumber": number });
        Call::post(&test, "/phone-number/send-otp", &body).in_browser(&cookies).send().await;
    };
    let verify = async |number: &str, code: &str| {
        let body = json!({ "phoneNumber": number, "code": code, "updatePhoneNumber": true });
        Call::post(&test, "/phone-number/verify", &body).in_browser(&cookies).send().await
    };
    asked(NUMBER).await;
    assert_eq!(verify(NUMBER, &texted_code(&test, NUMBER).await).await.status, 200);
    for line in 0..5 {
        ask(&test, &number(line)).await;
    }
    ask(&test, NUMBER).await;
    for asked_for in [NUMBER, number(0).as_str()] {
        let body = json!({ "phoneNumber": asked_for, "code": "000000" });
        let refused = Call::post(&test, "/phone-number/verify", &body).send().await;
        assert_eq!(refused.json()["code"], "INVALID_OTP", "{asked_for}");
    }
    assert_eq!(sent(&test).await, 1);
}

/// Numbers that are sent nothing take nothing from those that are.
#[tokio::test]
async fn sms_pumping_unknown_numbers_shut_nobody_out() {
    let test = with_phones(&[("phone.hourly_messages_per_country", "7")]).await;
    for line in 0..30 {
        ask(&test, &number(line)).await;
    }
    assert_eq!(sent(&test).await, 0);
    let cookies = sign_up(&test, "ann").await;
    let body = json!({ "phoneNumber": NUMBER });
    Call::post(&test, "/phone-number/send-otp", &body).in_browser(&cookies).send().await;
    assert_eq!(texts(&test, NUMBER).await, 1);
}

#[tokio::test]
async fn sms_pumping_a_person_has_ten_codes_an_hour_sent_to_whomever() {
    let test = with_phones(&[]).await;
    let cookies = sign_up(&test, "ann").await;
    for line in 0..30 {
        let body = json!({ "phoneNumber": number(line) });
        let asked = Call::post(&test, "/phone-number/send-otp", &body).in_browser(&cookies).send().await;
        assert_eq!(asked.status, 200);
    }
    assert_eq!(sent(&test).await, 10);
}

/// `+1` is more than one country, and premium numbers are in every one.
#[tokio::test]
async fn sms_pumping_only_named_countries_and_mobile_numbers_are_sent_to() {
    let test = with_phones(&[OPEN]).await;
    for number in ["+18762101234", "+4915123456789", "+447797712345", "+19002345678", "+447012345678", "+18002345678"] {
        let asked = ask(&test, number).await;
        assert_eq!((asked.status.as_u16(), asked.json()["code"].as_str()), (400, Some("INVALID_PHONE_NUMBER")), "{number}");
    }
    let browser = test.browser();
    let page = browser.get("/sign-in/phone").await;
    let refused = browser.submit(&page, "/sign-in/phone", &[("phone", "+1 876 210 1234")]).await;
    assert!(refused.status == 422 && refused.body.contains("We send no text messages to this country."), "{}", refused.body);
    assert_eq!(sent(&test).await, 0);
}

/// The budget of wrong tries spans codes.
#[tokio::test]
async fn s35_new_codes_to_a_number_give_no_endless_tries() {
    let test = with_phones(&[OPEN]).await;
    let verify = async |code: &str| {
        let body = json!({ "phoneNumber": NUMBER, "code": code });
        Call::post(&test, "/phone-number/verify", &body).send().await
    };
    for _ in 0..5 {
        ask(&test, NUMBER).await;
        let code = texted_code(&test, NUMBER).await;
        for _ in 0..3 {
            assert_eq!(verify(another(&code)).await.json()["code"], "INVALID_OTP");
        }
        test.advance(Duration::from_secs(4 * 60));
    }
    ask(&test, NUMBER).await;
    let right = verify(&texted_code(&test, NUMBER).await).await;
    assert_eq!(right.status, 403, "a right one, in its first try: {}", right.body);
    test.advance(Duration::from_secs(60 * 60));
    ask(&test, NUMBER).await;
    assert_eq!(verify(&texted_code(&test, NUMBER).await).await.status, 200);
}
