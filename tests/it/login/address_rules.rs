//! With which mail addresses accounts are made: blocked domains, and sign-up for some domains alone.

use serde_json::json;
use vestibule::model::email::EmailAddress;
use vestibule::model::mail_domains::MailDomains;

use super::{ADA, PASSWORD, is_password, person};
use crate::support::app::{Reply, TestApp, json_request};

const THROWAWAY: &str = "ada@throwaway.test";
const BELOW: &str = "ada@mail.throwaway.test";
const BLOCKED: [(&str, &str); 1] = [("registration.blocked_domains", "throwaway.test,other.test")];

fn is_told(reply: &Reply) -> bool {
    reply.status == 422 && reply.body.contains("cannot have an email of this domain")
}

async fn post(test: &TestApp, path: &str, body: serde_json::Value) -> Reply {
    test.send(json_request("POST", &format!("/api/auth{path}"), &body)).await
}

fn new(email: &str) -> serde_json::Value {
    json!({ "name": "Ada", "email": email, "password": PASSWORD })
}

#[test]
fn a_domain_stands_for_what_is_below_it_and_nothing_else() {
    let domains = MailDomains::parse_list("# thrown away\n\nThrowaway.test\r\n  other.test  \n").unwrap();
    for (email, covered) in [
        (THROWAWAY, true),
        (BELOW, true),
        ("ada@a.b.throwaway.test", true),
        ("ada@notthrowaway.test", false),
        ("ada@throwaway.test.example", false),
        ("throwaway.test@example.test", false),
        ("ada@OTHER.test", true),
    ] {
        assert_eq!(domains.cover(&EmailAddress::parse(email).unwrap()), covered, "{email}");
    }
    assert_eq!(MailDomains::parse_list("good.test\nnot a domain\n").unwrap_err().line, 2);
}

#[tokio::test]
async fn no_account_is_made_with_a_blocked_domain_and_nothing_tells_who_has_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("list");
    std::fs::write(&path, "# more\nlisted.test\n").unwrap();
    let list = [BLOCKED[0], ("registration.blocked_domains_list", path.to_str().unwrap())];
    let test = TestApp::with(&list).await;
    for email in [THROWAWAY, BELOW, "ada@listed.test"] {
        assert!(is_told(&test.browser().sign_up("Ada", email, PASSWORD).await), "{email}");
        let called = post(&test, "/sign-up/email", new(email)).await;
        assert_eq!((called.status.as_u16(), called.json()["code"].as_str()), (400, Some("EMAIL_DOMAIN_NOT_ALLOWED")));
    }
    assert_eq!(test.browser().sign_up("Ada", ADA, PASSWORD).await.location(), "/account");
}

#[tokio::test]
async fn accounts_from_before_go_on_and_look_to_strangers_like_none() {
    let store = crate::support::databases::fresh(vestibule::store::Engine::Sqlite).await;
    person(&TestApp::on(store.clone(), &[]).await, THROWAWAY).await;
    let test = TestApp::on(store, &BLOCKED).await;
    assert!(is_password(&test, THROWAWAY, PASSWORD).await);
    let (known, unknown) = (post(&test, "/sign-up/email", new(THROWAWAY)).await, post(&test, "/sign-up/email", new(BELOW)).await);
    assert_eq!((known.status, known.body), (unknown.status, unknown.body));
}

#[tokio::test]
async fn no_account_moves_to_a_blocked_domain() {
    let test = TestApp::with(&BLOCKED).await;
    let ada = person(&test, ADA).await;
    test.deliver_mail().await;
    let page = ada.get("/account/profile").await;
    assert!(is_told(&ada.submit(&page, "/account/email", &[("email", THROWAWAY)]).await));
    assert!(test.mails().await.iter().all(|mail| mail.mail.to.as_str() == ADA));
}

#[tokio::test]
async fn mailed_links_make_no_account_with_a_blocked_domain_either() {
    let test = TestApp::with(&[BLOCKED[0], ("magic_link.enabled", "true"), ("email_code.enabled", "true")]).await;
    for email in [THROWAWAY, ADA] {
        assert_eq!(post(&test, "/sign-in/magic-link", json!({ "email": email })).await.status, 200);
        let body = json!({ "email": email, "type": "sign-in" });
        assert_eq!(post(&test, "/email-otp/send-verification-otp", body).await.status, 200);
    }
    let mails = test.mails().await;
    assert_eq!(mails.iter().filter(|mail| mail.mail.to.as_str() == THROWAWAY).count(), 0);
    assert_eq!(mails.iter().filter(|mail| mail.mail.to.as_str() == ADA).count(), 2);
}

#[tokio::test]
async fn sign_up_for_some_domains_is_closed_to_the_others() {
    let values = [("registration.sign_up", "domains"), ("registration.sign_up_domains", "example.test")];
    let test = TestApp::with(&values).await;
    assert!(test.browser().get("/sign-in").await.body.contains("/sign-up"));
    assert_eq!(test.browser().sign_up("Ada", ADA, PASSWORD).await.location(), "/account");
    assert_eq!(test.browser().sign_up("Bob", "bob@team.example.test", PASSWORD).await.location(), "/account");
    assert!(is_told(&test.browser().sign_up("Mallory", "mallory@example.com", PASSWORD).await));
}
