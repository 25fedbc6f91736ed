//! What actions may change, and what people may not change without them.

use serde_json::{Value, json};

use super::{LOOPBACK, number, trail};
use crate::account::picture::upload;
use crate::api::{Call, PASSWORD, assert_error, cookies_of, sign_up};
use crate::support::app::{PUBLIC_URL, Reply, TestApp};
use crate::support::phones::{NUMBER, OTHER_NUMBER, PHONES, texted_code};
use crate::support::receiver::{Answers, Receiver, SECRET};

const ANN: &str = "ann@example.test";
const SMALLEST_GIF: &[u8] = b"GIF89a\x01\0\x01\0\x80\0\0\xff\0\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";

async fn as_ann(test: &TestApp, path: &str, body: Value, cookies: &str) -> Reply {
    Call::post(test, path, &body).in_browser(cookies).send().await
}

async fn who(test: &TestApp, cookies: &str) -> Value {
    Call::get(test, "/get-session").in_browser(cookies).send().await.json()
}

#[tokio::test]
async fn a_new_account_begins_with_what_the_action_says() {
    let receiver = Receiver::answering(Answers::changing(&json!({ "name": "Ann of Sales", "role": "admin" }))).await;
    let test = TestApp::with(&[LOOPBACK, ("actions", &receiver.action(&["before_sign_up"], "refuse"))]).await;
    let cookies = sign_up(&test, "ann").await;
    let user = who(&test, &cookies).await["user"].clone();
    assert_eq!(user["name"], "Ann of Sales");
    assert_eq!(number(&test, "SELECT count(*) FROM users WHERE role = 'admin'").await, 0, "only name and picture");
}

#[tokio::test]
async fn what_is_said_after_a_sign_up_holds_afterwards() {
    let receiver = Receiver::answering(Answers::changing(&json!({ "name": "Ann of Sales" }))).await;
    let actions = receiver.action(&["after_sign_up", "after_delete"], "go_on");
    let test = TestApp::with(&[LOOPBACK, ("actions", &actions)]).await;
    let cookies = sign_up(&test, "ann").await;
    assert!(receiver.seen().is_empty(), "nobody waits for it");
    test.deliver_hooks().await;
    let told = receiver.seen().pop().expect("it was told");
    assert!(told.is_signed_with(SECRET));
    assert_eq!((&told.json()["point"], &told.json()["user"]["email"]), (&json!("after_sign_up"), &json!(ANN)));
    assert_eq!(who(&test, &cookies).await["user"]["name"], "Ann of Sales");
    assert_eq!(trail(&test, "user.profile_changed").await, [r#"{"by":"rule"}"#]);
    // A refusal comes too late.
    receiver.answers(Answers::refuse());
    sign_up(&test, "eve").await;
    test.deliver_hooks().await;
    assert_eq!(number(&test, "SELECT count(*) FROM users").await, 2);
    assert_eq!(number(&test, "SELECT count(*) FROM webhook_deliveries WHERE state = 'delivered'").await, 2);
}

#[tokio::test]
async fn nothing_changes_that_an_action_is_against() {
    let receiver = Receiver::answering(Answers::refuse()).await;
    let actions = receiver.action(&["before_user_update"], "refuse");
    let values = [LOOPBACK, ("actions", actions.as_str()), ("accounts.change_email", "true"), ("username.enabled", "true")];
    let test = TestApp::with(&values).await;
    let cookies = sign_up(&test, "ann").await;
    for (path, body) in [
        ("/update-user", json!({ "name": "Anna" })),
        ("/update-user", json!({ "username": "ann_new" })),
        ("/change-email", json!({ "newEmail": "anna@example.test" })),
    ] {
        assert_error(&as_ann(&test, path, body, &cookies).await, 403, "NOT_OURS");
    }
    assert_eq!(who(&test, &cookies).await["user"]["name"], "ann");
    let asked: Vec<_> = receiver.seen().iter().map(|seen| seen.json()["asked"].clone()).collect();
    let of = |place: usize, name: &str| asked[place][name].clone();
    assert_eq!((of(0, "name"), of(1, "username"), of(2, "email")), (json!("Anna"), json!("ann_new"), json!("anna@example.test")));
    assert_eq!(asked[0], json!({ "name": "Anna" }), "only what changes");

    let browser = test.browser();
    browser.sign_in(ANN, PASSWORD).await;
    let page = browser.get("/account/profile").await;
    let saved = browser.submit(&page, "/account/profile", &[("name", "Anna"), ("picture", "")]).await;
    assert_eq!((saved.status.as_u16(), saved.text_of("error-message").as_deref()), (403, Some("Only for staff.")));
    let removed = browser.submit(&page, "/account/picture/remove", &[]).await;
    assert_eq!((removed.status.as_u16(), removed.text_of("error-message").as_deref()), (403, Some("Only for staff.")));
    assert_eq!(receiver.seen().last().map(|seen| seen.json()["asked"].clone()), Some(json!({ "picture": "removed" })));
}

#[tokio::test]
async fn nobody_completes_a_profile_or_uploads_a_picture_past_an_action() {
    let receiver = Receiver::answering(Answers::refuse()).await;
    let actions = receiver.action(&["before_user_update"], "refuse");
    let company = r#"{ "company": { "type": "string", "required": true } }"#;
    let values = [LOOPBACK, ("actions", actions.as_str()), ("magic_link.enabled", "true"), ("users.additional_fields", company)];
    let test = TestApp::with(&values).await;
    let asked = Call::post(&test, "/sign-in/magic-link", &json!({ "email": ANN })).in_browser("").send().await;
    assert_eq!(asked.status, 200, "{}", asked.body);
    let browser = test.browser();
    let page = browser.open(&test.mailed_link(ANN).await).await;
    let _ = browser.submit(&page, "/sign-in/link", &[]).await;
    let page = browser.get("/complete-profile").await;
    let sent = browser.submit(&page, "/complete-profile", &[("field_company", "Acme")]).await;
    assert_eq!((sent.status.as_u16(), sent.text_of("error-message").as_deref()), (403, Some("Only for staff.")), "{}", sent.body);
    let told = receiver.seen().pop().expect("the action was asked").json();
    assert_eq!(told["asked"], json!({ "additional_fields": { "company": "Acme" } }));
    assert_eq!(number(&test, "SELECT count(*) FROM user_field_values").await, 0);

    let uploaded = upload(&test, &browser, SMALLEST_GIF).await;
    assert_eq!(
        (uploaded.status.as_u16(), uploaded.text_of("error-message").as_deref()),
        (403, Some("Only for staff.")),
        "{}",
        uploaded.body
    );
    assert_eq!(number(&test, "SELECT count(*) FROM pictures").await, 0);
}

/// Whatever changes the picture, what was uploaded is gone when it is another one, and only then.
#[tokio::test]
async fn a_picture_that_an_action_sets_takes_the_place_of_what_was_uploaded() {
    for (image, stays) in [(json!("https://pictures.example/ann.png"), false), (Value::Null, false), (json!("no address"), true)]
    {
        let receiver = Receiver::answering(Answers::changing(&json!({ "name": "Ann of Sales", "image": image }))).await;
        let actions = receiver.action(&["after_sign_up"], "go_on");
        let test = TestApp::with(&[LOOPBACK, ("actions", &actions)]).await;
        let cookies = sign_up(&test, "ann").await;
        let browser = test.browser();
        browser.sign_in(ANN, PASSWORD).await;
        upload(&test, &browser, SMALLEST_GIF).await;
        let uploaded = who(&test, &cookies).await["user"]["image"].as_str().expect("an address").to_owned();
        test.deliver_hooks().await;
        let user = who(&test, &cookies).await["user"].clone();
        let expected = if stays { json!(uploaded) } else { image.clone() };
        assert_eq!((&user["name"], &user["image"]), (&json!("Ann of Sales"), &expected));
        assert_eq!(number(&test, "SELECT count(*) FROM pictures").await, i64::from(stays), "{image}");
        let served = test.get(uploaded.strip_prefix(PUBLIC_URL).expect("it is here")).await;
        assert_eq!(served.status.as_u16(), if stays { 200 } else { 404 }, "{image}");
    }
}

/// A picture that was uploaded while an app changed the name is no older one.
#[tokio::test]
async fn a_change_of_name_leaves_the_picture_alone_that_came_meanwhile() {
    let receiver = Receiver::answering(Answers::allow()).await;
    let actions = receiver.action(&["before_user_update"], "refuse");
    let test = TestApp::with(&[LOOPBACK, ("actions", &actions)]).await;
    let cookies = sign_up(&test, "ann").await;
    let browser = test.browser();
    browser.sign_in(ANN, PASSWORD).await;
    receiver.answers(Answers::Late(std::time::Duration::from_millis(300), json!({ "decision": "allow" }).to_string()));
    let renamed = as_ann(&test, "/update-user", json!({ "name": "Anna" }), &cookies);
    let uploaded = async {
        while receiver.seen().is_empty() {
            tokio::task::yield_now().await;
        }
        receiver.answers(Answers::allow());
        upload(&test, &browser, SMALLEST_GIF).await
    };
    let (renamed, uploaded) = tokio::join!(renamed, uploaded);
    assert_eq!((renamed.status.as_u16(), uploaded.status.as_u16()), (200, 303), "{} {}", renamed.body, uploaded.body);
    let user = who(&test, &cookies).await["user"].clone();
    assert_eq!(user["name"], "Anna");
    assert!(user["image"].as_str().is_some_and(|image| image.starts_with(PUBLIC_URL)), "{user}");
    assert_eq!(number(&test, "SELECT count(*) FROM pictures").await, 1);
}

/// On the page and by an app: nothing of it is done, and the code still works once it is allowed.
#[tokio::test]
async fn no_phone_number_is_put_on_or_taken_off_past_an_action() {
    let receiver = Receiver::answering(Answers::allow()).await;
    let actions = receiver.action(&["before_user_update"], "refuse");
    let values = [[LOOPBACK, ("actions", actions.as_str())].as_slice(), PHONES.as_slice()].concat();
    let test = TestApp::with(&values).await;
    let cookies = sign_up(&test, "ann").await;
    let numbers = "SELECT count(*) FROM phone_numbers WHERE number IS NOT NULL";
    let is_refused = |reply: &Reply| {
        let by_page = reply.text_of("error-message").as_deref() == Some("Only for staff.");
        assert!(reply.status == 403 && (by_page || reply.body.contains("NOT_OURS")), "{} {}", reply.status, reply.body);
    };
    let asked = || receiver.seen().last().expect("the action was asked").json()["asked"].clone();

    as_ann(&test, "/phone-number/send-otp", json!({ "phoneNumber": NUMBER }), &cookies).await;
    let body = json!({ "phoneNumber": NUMBER, "code": texted_code(&test, NUMBER).await, "updatePhoneNumber": true });
    receiver.answers(Answers::refuse());
    is_refused(&as_ann(&test, "/phone-number/verify", body.clone(), &cookies).await);
    assert_eq!((number(&test, numbers).await, asked()), (0, json!({ "phone_number": NUMBER })));
    receiver.answers(Answers::allow());
    assert_eq!(as_ann(&test, "/phone-number/verify", body, &cookies).await.status, 200);

    let browser = test.browser();
    browser.sign_in(ANN, PASSWORD).await;
    let page = browser.get("/account/profile").await;
    let sent = browser.submit(&page, "/account/phone", &[("phone", OTHER_NUMBER), ("action", "send")]).await;
    let page = browser.get(sent.location().split('#').next().expect("a path")).await;
    let (entered, code) = (page.hidden("entered").expect("the number"), texted_code(&test, OTHER_NUMBER).await);
    let fields = [("entered", entered.as_str()), ("code", code.as_str()), ("action", "save")];
    receiver.answers(Answers::refuse());
    is_refused(&browser.submit(&page, "/account/phone/code", &fields).await);
    assert_eq!(asked(), json!({ "phone_number": OTHER_NUMBER }));
    is_refused(&browser.submit(&page, "/account/phone/remove", &[("action", "remove")]).await);
    is_refused(&as_ann(&test, "/update-user", json!({ "phoneNumber": null }), &cookies).await);
    assert_eq!(asked(), json!({ "phone_number": null }));
    assert_eq!(who(&test, &cookies).await["user"]["phoneNumber"], NUMBER);
    receiver.answers(Answers::allow());
    assert_eq!(browser.submit(&page, "/account/phone/code", &fields).await.status, 303);
    assert_eq!(who(&test, &cookies).await["user"]["phoneNumber"], OTHER_NUMBER);
    assert_eq!(as_ann(&test, "/update-user", json!({ "phoneNumber": null }), &cookies).await.status, 200);
    assert_eq!(number(&test, numbers).await, 0);
}

#[tokio::test]
async fn an_account_stays_that_an_action_keeps() {
    let receiver = Receiver::answering(Answers::refuse()).await;
    let actions = receiver.action(&["before_delete"], "refuse");
    let test = TestApp::with(&[LOOPBACK, ("actions", &actions), ("accounts.delete", "true")]).await;
    let cookies = sign_up(&test, "ann").await;
    let delete = json!({ "password": PASSWORD });
    let refused = as_ann(&test, "/delete-user", delete.clone(), &cookies).await;
    if refused.status == 200 {
        // Where a mail has to confirm it, the link asks.
        let link = test.mailed_link(ANN).await;
        let reply = Call::get(&test, &link).in_browser(&cookies).send().await;
        assert_error(&reply, 403, "NOT_OURS");
    } else {
        assert_error(&refused, 403, "NOT_OURS");
    }
    assert_eq!(number(&test, "SELECT count(*) FROM users").await, 1);
}

#[tokio::test]
async fn an_app_is_told_what_the_action_adds_to_a_session() {
    let added = json!({ "plan": "gold", "user": { "id": "somebody" }, "session": null });
    let receiver = Receiver::answering(Answers::changing(&added)).await;
    let test = TestApp::with(&[LOOPBACK, ("actions", &receiver.action(&["session"], "go_on"))]).await;
    let body = json!({ "name": "Ann", "email": ANN, "password": PASSWORD });
    let cookies = cookies_of(&Call::post(&test, "/sign-up/email", &body).send().await);
    let session = who(&test, &cookies).await;
    assert_eq!((&session["plan"], &session["user"]["email"]), (&json!("gold"), &json!(ANN)));
    assert!(session["session"]["token"].is_string());
    receiver.answers(Answers::With(500, String::new()));
    let session = who(&test, &cookies).await;
    assert_eq!((session.get("plan"), &session["user"]["email"]), (None, &json!(ANN)));
    assert_eq!(who(&test, "").await, Value::Null);
}
