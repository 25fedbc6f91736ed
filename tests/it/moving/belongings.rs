//! What people have beside their ways in goes out and comes back too, on every engine.

use axum::http::StatusCode;
use serde_json::{Value, json};
use vestibule::model::ids::UserId;
use vestibule::model::phone_number::PhoneNumber;
use vestibule::model::username::{Username, Usernames};
use vestibule::store::terms_acceptances::{self, Acceptance};
use vestibule::store::wallet_addresses::{self, WalletAddress};
use vestibule::store::{Store, additional_fields, phone_numbers, pictures, second_factors, usernames, users};

use super::export::{PASSWORD, exported, restored};
use crate::account::picture::upload;
use crate::storage::on_every_engine;
use crate::support::app::{PUBLIC_URL, START, TestApp};
use crate::support::databases;

on_every_engine!(
    everything_that_people_have_comes_back,
    what_somebody_has_here_is_left_to_them,
    what_is_not_taken_here_is_told_and_the_person_comes_all_the_same,
);

const ANN: &str = "ann@example.com";
const FIELDS: (&str, &str) = (
    "users.additional_fields",
    r#"{ "company": { "type": "string" }, "badge": { "type": "number", "unique": true }, "hidden": { "type": "json", "input": false } }"#,
);
const NUMBER: &str = "+12015550123";
const SMALLEST_GIF: &[u8] = b"GIF89a\x01\0\x01\0\x80\0\0\xff\0\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";

/// Another database of the same engine.
async fn another(store: &Store) -> Store {
    databases::fresh(store.engine()).await
}

async fn id_of(test: &TestApp, email: &str) -> UserId {
    let mut unit = test.app.store.read("test").await.unwrap();
    users::by_email(&mut unit, email).await.unwrap().expect("there").id
}

/// Ann, who has something of everything.
async fn ann(test: &TestApp) -> UserId {
    let browser = test.browser();
    browser.sign_up("Ann", ANN, PASSWORD).await;
    assert_eq!(upload(test, &browser, SMALLEST_GIF).await.status, StatusCode::SEE_OTHER);
    let ann = id_of(test, ANN).await;
    let mut unit = test.app.store.write("test").await.unwrap();
    let username = Username::entered("ann_here").unwrap();
    usernames::claim(&mut unit, &ann, &username, START).await.unwrap();
    let names = Usernames { username: Some(username), display_username: Some("Ann_Here".to_owned()) };
    usernames::put(&mut unit, &ann, &names).await.unwrap();
    phone_numbers::put(&mut unit, &ann, Some(&PhoneNumber::parse(NUMBER).unwrap()), test.app.clock.now()).await.unwrap();
    for (name, value) in [("company", json!("Acme")), ("badge", json!(7)), ("hidden", json!({ "of": ["the", "operator"] }))] {
        additional_fields::claim(&mut unit, &ann, name, &value).await.unwrap();
        additional_fields::put_of_user(&mut unit, &ann, name, &value).await.unwrap();
    }
    for version in ["1", "2026-11"] {
        terms_acceptances::insert(&mut unit, &ann, &agreed(version)).await.unwrap();
    }
    let wallet = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
    for (chain_id, first) in [(10, true), (1, false)] {
        let wallet = WalletAddress { address: wallet.to_owned(), chain_id };
        if first {
            assert!(wallet_addresses::claim(&mut unit, &ann, &wallet, START).await.unwrap());
        } else {
            wallet_addresses::add_chain(&mut unit, &ann, &wallet, START).await.unwrap();
        }
    }
    second_factors::first_asked(&mut unit, &ann, START).await.unwrap();
    second_factors::set_text_distrusted(&mut unit, &ann, true).await.unwrap();
    unit.commit().await.unwrap();
    ann
}

fn agreed(version: &str) -> Acceptance {
    let (document, ip_address) = ("terms".to_owned(), "203.0.113.7".to_owned());
    Acceptance { document, version: version.to_owned(), accepted_at: START, ip_address }
}

/// The lines without the first, which tells when and where.
fn lines(text: &str) -> Vec<Value> {
    text.lines().skip(1).map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

async fn everything_that_people_have_comes_back(store: Store) {
    let to = another(&store).await;
    let from = TestApp::on(store, &[FIELDS]).await;
    let ann = ann(&from).await;
    let text = exported(&from, true).await;
    let to = TestApp::on(to, &[FIELDS]).await;
    let report = restored(&to, &text).await.expect("restored");
    assert!(!report.has_refusals() && report.tables.iter().all(|table| table.notes.is_empty()), "{report:?}");
    assert_eq!(lines(&exported(&to, true).await), lines(&text), "what comes out is what went in");

    let mut unit = to.app.store.read("test").await.unwrap();
    let picture = pictures::of_user(&mut unit, &ann).await.unwrap().expect("a picture");
    let image = users::by_id(&mut unit, &ann).await.unwrap().unwrap().image.expect("its address");
    let claimant = additional_fields::claimant(&mut unit, "badge", &json!(7)).await.unwrap();
    let facts = second_factors::standing(&mut unit, &ann).await.unwrap();
    drop(unit);
    assert_eq!(image, format!("{PUBLIC_URL}/pictures/{}", picture.id));
    assert_eq!(to.get(image.strip_prefix(PUBLIC_URL).unwrap()).await.status, StatusCode::OK);
    assert_eq!(claimant, Some(ann), "nobody else may have it here either");
    assert_eq!((facts.asked_at, facts.text_distrusted, facts.mail_distrusted), (Some(START), true, false));
}

/// A value, a name and a number that nobody else may have stay with whom they belong to here.
async fn what_somebody_has_here_is_left_to_them(store: Store) {
    let to = another(&store).await;
    let from = TestApp::on(store, &[FIELDS]).await;
    let ann = ann(&from).await;
    let text = exported(&from, false).await;
    let to = TestApp::on(to, &[FIELDS]).await;
    // Seeded alike, the two installations would draw one id for two people.
    to.app.entropy.token();
    to.browser().sign_up("Bob", "bob@example.com", PASSWORD).await;
    let bob = id_of(&to, "bob@example.com").await;
    let mut unit = to.app.store.write("test").await.unwrap();
    additional_fields::claim(&mut unit, &bob, "badge", &json!(7)).await.unwrap();
    additional_fields::put_of_user(&mut unit, &bob, "badge", &json!(7)).await.unwrap();
    unit.commit().await.unwrap();
    let report = restored(&to, &text).await.expect("restored");
    assert_eq!(report.moved("users"), 1, "{report:?}");
    let notes: Vec<&String> = report.tables[0].notes.keys().collect();
    assert_eq!(notes, [r#"the field "badge" stays: somebody else has its value here"#]);
    let mut unit = to.app.store.read("test").await.unwrap();
    let fields = additional_fields::of_user(&mut unit, &ann).await.unwrap();
    assert_eq!((fields.get("badge"), fields.get("company")), (None, Some(&json!("Acme"))));
}

async fn what_is_not_taken_here_is_told_and_the_person_comes_all_the_same(store: Store) {
    let to = another(&store).await;
    let from = TestApp::on(store, &[FIELDS]).await;
    let ann = ann(&from).await;
    let text = exported(&from, false)
        .await
        .replace("\"image/png\"", "\"image/svg+xml\"")
        .replace("\"image/jpeg\"", "\"image/svg+xml\"")
        .replace("203.0.113.7", &"7".repeat(65));
    let declared = ("users.additional_fields", r#"{ "company": { "type": "boolean" } }"#);
    let to = TestApp::on(to, &[declared]).await;
    let report = restored(&to, &text).await.expect("restored");
    assert!(!report.has_refusals(), "{report:?}");
    let notes: Vec<&str> = report.tables[0].notes.keys().map(String::as_str).collect();
    assert_eq!(
        notes,
        [
            r#"the field "company" stays: it is declared in another way here"#,
            "the picture stays: it is none that is served here",
            "to what was agreed stays in part: a name or version is too long",
        ]
    );
    let mut unit = to.app.store.read("test").await.unwrap();
    let fields = additional_fields::of_user(&mut unit, &ann).await.unwrap();
    assert_eq!(fields.get("badge"), Some(&json!(7)), "what is not declared here waits until it is");
    assert!(pictures::of_user(&mut unit, &ann).await.unwrap().is_none());
    assert!(terms_acceptances::of_user(&mut unit, &ann).await.unwrap().is_empty());
}
