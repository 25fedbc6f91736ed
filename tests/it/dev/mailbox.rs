//! The mailbox: pages, JSON, and that it is nowhere but in dev.

use vestibule::model::email::EmailAddress;
use vestibule::outbound::mailer::Mail;

use crate::support::app::{START, TestApp};

async fn catch(test: &TestApp, subject: &str, text: &str) {
    let mail = Mail {
        to: EmailAddress::parse("ada@example.test").expect("an address"),
        subject: subject.to_owned(),
        text: text.to_owned(),
        html: "<p style=\"margin:0\">Hello <script>alert(1)</script></p>".to_owned(),
        message_id: format!("<{subject}@localhost>"),
    };
    test.app.mailer.send(&mail, START).await.expect("caught");
}

#[tokio::test]
async fn lists_caught_mails_the_newest_first() {
    let test = TestApp::dev(&[]).await;
    catch(&test, "First", "One").await;
    catch(&test, "Second", "Two").await;
    let page = test.get("/dev/mail").await;
    assert_eq!(page.status, 200);
    let (first, second) = (page.body.find("First").expect("listed"), page.body.find("Second").expect("listed"));
    assert!(second < first);
    assert!(page.body.contains("href=\"/dev/mail/2\""));
}

#[tokio::test]
async fn shows_a_mail_with_its_links() {
    let test = TestApp::dev(&[]).await;
    catch(
        &test,
        "Links",
        "Open http://localhost:9180/confirm-link?token=abc&purpose=x. Or (https://example.test/b), or https://example.test/b",
    )
    .await;
    let page = test.get("/dev/mail/1").await;
    assert_eq!(page.status, 200);
    assert!(page.body.contains("href=\"http://localhost:9180/confirm-link?token=abc&#38;purpose=x\""), "{}", page.body);
    assert_eq!(page.body.matches("href=\"https://example.test/b\"").count(), 1);
    assert!(page.header("content-security-policy").ends_with("frame-src 'self'"));
    assert_eq!(page.headers.get_all("content-security-policy").iter().count(), 1, "two would both hold");
    assert!(page.body.contains("src=\"/dev/mail/1/html\""));
    assert_eq!(test.get("/dev/mail/2").await.status, 404);
    assert_eq!(test.get("/dev/mail/0").await.status, 404);
}

#[tokio::test]
async fn the_html_part_can_do_nothing() {
    let test = TestApp::dev(&[]).await;
    catch(&test, "Html", "text").await;
    let part = test.get("/dev/mail/1/html").await;
    assert_eq!(part.status, 200);
    assert!(part.body.contains("<p style="));
    let policy = part.header("content-security-policy");
    assert!(policy.starts_with("default-src 'none';"), "{policy}");
    assert!(!policy.contains("script-src"), "{policy}");
    assert!(policy.contains("frame-ancestors 'self'") && policy.ends_with("sandbox"), "{policy}");
}

#[tokio::test]
async fn gives_scripts_the_mails_the_newest_last() {
    let test = TestApp::dev(&[]).await;
    catch(&test, "First", "https://example.test/1").await;
    catch(&test, "Second", "no link").await;
    let mails = test.get("/dev/mail.json").await.json();
    assert_eq!(
        mails,
        serde_json::json!([
            { "to": "ada@example.test", "subject": "First", "text": "https://example.test/1", "links": ["https://example.test/1"] },
            { "to": "ada@example.test", "subject": "Second", "text": "no link", "links": [] },
        ])
    );
}

#[tokio::test]
async fn holds_what_the_server_itself_sends() {
    let test = TestApp::dev(&[]).await;
    let browser = test.browser();
    browser.sign_up("Grace", "grace@example.test", "a passphrase of grace").await;
    test.deliver_mail().await;
    let mails = test.get("/dev/mail.json").await.json();
    assert_eq!(mails[0]["to"], "grace@example.test");
    assert!(mails[0]["links"][0].as_str().is_some_and(|link| link.starts_with("http://localhost:9180/")), "{mails}");
}

#[tokio::test]
async fn is_emptied_by_its_own_form_only() {
    let test = TestApp::dev(&[]).await;
    catch(&test, "Gone soon", "text").await;
    assert_eq!(test.post_form("/dev/mail/clear", &[("csrf", "guessed")]).await.status, 403);
    assert_eq!(test.app.mailer.caught_mails().len(), 1);
    let browser = test.browser();
    let page = browser.get("/dev/mail").await;
    let cleared = browser.submit(&page, "/dev/mail/clear", &[]).await;
    assert_eq!((cleared.status.as_u16(), cleared.location()), (303, "/dev/mail"));
    assert_eq!(test.get("/dev/mail.json").await.json(), serde_json::json!([]));
}

#[tokio::test]
async fn is_absent_when_serving() {
    let test = TestApp::start().await;
    catch(&test, "Secret", "text").await;
    for path in ["/dev/mail", "/dev/mail.json", "/dev/mail/1", "/dev/mail/1/html"] {
        let reply = test.get(path).await;
        assert_eq!(reply.status, 404, "{path}");
        assert!(!reply.body.contains("Secret"), "{path}");
    }
    assert_eq!(test.post_form("/dev/mail/clear", &[]).await.status, 404);
}
