//! Moving people in from the database of a Better Auth server.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use openssl::hash::MessageDigest;
use openssl::pkey::PKey;
use openssl::sign::Signer;
use secrecy::SecretString;
use vestibule::clock::Timestamp;
use vestibule::crypto::better_auth::Secrets;
use vestibule::model::ids::{ClientId, UserId};
use vestibule::model::user::Role;
use vestibule::moving::Move;
use vestibule::moving::better_auth::{self, MoveIn};
use vestibule::moving::report::{Report, TableReport};
use vestibule::sessions::judge::open_totp;
use vestibule::store::better_auth::{Names, Source};
use vestibule::store::{Engine, clients, consents, second_factors, usernames, users};

use super::envelopes::{SEALED_CODES, SEALED_TOTP, SECRET, TOTP};
use super::theirs::{AN_HOUR_AGO, LONG_AGO, TOMORROW, Theirs};
use crate::support::app::{START, TestApp};
use crate::support::databases;

/// Of the password "correct horse field Ångström".
const SCRYPT: &str = "000102030405060708090a0b0c0d0e0f:81defc6fc4a444f27e97d1cd144eeda7af137fd2044ac82f0652f931438832a75a605bcc6c3ad029e6aef3d377d136008d2b1679ae68c25daa8a26192470be4e";
const PASSWORD: &str = "correct horse \u{fb01}eld \u{212b}ngstr\u{f6}m";
/// SHA-256 of "secret", in base64url.
const SECRET_DIGEST: &str = "K7gNU3sdo-OL0wNhqoVWhr3g6s1xYv72ol_pe_Unols";
const SETTINGS: [(&str, &str); 2] = [("cookies.prefix", "better-auth"), ("two_factor.policy", "optional")];

async fn run(test: &TestApp, theirs: &Theirs, secret: Option<&str>) -> Report {
    let secrets = Secrets::parse(secret.map(SecretString::from), None).expect("secrets");
    let mut source = Source::open(&theirs.url, &Names::default()).await.unwrap_or_else(|error| panic!("{error}"));
    let order = Move { app: &test.app, real: None, is_plan: false, now: test.app.clock.now() };
    let report = better_auth::run(&MoveIn { order, secrets: &secrets }, &mut source).await.expect("moved");
    source.close().await;
    report
}

fn told<'a>(report: &'a Report, table: &str) -> &'a TableReport {
    report.tables.iter().find(|told| told.table == table).expect("the table was read")
}

fn reasons(report: &Report, table: &str) -> Vec<(String, Vec<String>)> {
    told(report, table).refused.iter().map(|(reason, rows)| (reason.clone(), rows.ids.clone())).collect()
}

/// The cookie that their server signed.
fn their_cookie(secret: &str, token: &str) -> String {
    let key = PKey::hmac(secret.as_bytes()).expect("a key");
    let signature = Signer::new(MessageDigest::sha256(), &key).expect("a signer").sign_oneshot_to_vec(token.as_bytes());
    let value = format!("{token}.{}", STANDARD.encode(signature.expect("a signature")));
    value.replace('+', "%2B").replace('/', "%2F").replace('=', "%3D")
}

/// Their server with one of everything.
async fn filled(engine: Engine) -> Theirs {
    let theirs = Theirs::new(engine).await;
    let ann = [
        ("image", "\"https://example.com/ann.png\""),
        ("username", "\"ann_one\""),
        ("displayUsername", "\"Ann_One\""),
        ("phoneNumber", "\"+12015550142\""),
        ("phoneNumberVerified", "true"),
        ("twoFactorEnabled", "true"),
        ("role", "\"user,admin\""),
        ("nickname", "\"Annie\""),
    ];
    theirs.user("ann", &ann).await;
    theirs.password("ann", SCRYPT).await;
    theirs.session("ann", "token-of-ann", TOMORROW).await;
    theirs.session("ann", "over", AN_HOUR_AGO).await;
    let rows = [
        format!(
            "'twoFactor' ('id', 'secret', 'backupCodes', 'userId', 'verified')
             VALUES (\"t1\", \"{SEALED_TOTP}\", \"{SEALED_CODES}\", \"ann\", true)"
        ),
        format!(
            "'account' ('id', 'accountId', 'providerId', 'userId', 'accessToken', 'createdAt', 'updatedAt')
             VALUES (\"g1\", \"1234567\", \"google\", \"ann\", \"ya29.token\", @{LONG_AGO}@, @{LONG_AGO}@)"
        ),
        format!(
            "'oauthClient' ('id', 'clientId', 'clientSecret', 'name', 'skipConsent', 'redirectUris', 'scopes', 'grantTypes')
             VALUES (\"c1\", \"app\", \"{SECRET_DIGEST}\", \"App\", true, \"[^https://app.test/cb^]\", \"[^openid^,^email^]\",
                     \"[^authorization_code^]\")"
        ),
        format!(
            "'oauthApplication' ('id', 'clientId', 'clientSecret', 'name', 'redirectUrls', 'type', 'disabled', 'createdAt', 'updatedAt')
             VALUES (\"c2\", \"old-app\", \"plain-secret-of-the-older-plugin\", \"Old\", \"https://a.test/cb,https://b.test/cb\", \"web\",
                     false, @{LONG_AGO}@, @{LONG_AGO}@)"
        ),
        format!(
            "'oauthConsent' ('id', 'clientId', 'userId', 'scopes', 'createdAt', 'updatedAt')
             VALUES (\"k1\", \"app\", \"ann\", \"[^openid^]\", @{LONG_AGO}@, @{LONG_AGO}@)"
        ),
        "'organization' ('id', 'name') VALUES (\"o1\", \"Wire\")".to_owned(),
    ];
    for row in rows {
        theirs.run(&format!("INSERT INTO {row}")).await;
    }
    theirs
}

async fn everything_moves(engine: Engine) {
    if !databases::available(engine) {
        return;
    }
    let theirs = filled(engine).await;
    let test = TestApp::on(databases::fresh(engine).await, &SETTINGS).await;
    let report = run(&test, &theirs, Some(SECRET)).await;
    assert!(!report.has_refusals(), "{report:?}");
    let moved = |table: &str| (told(&report, table).found, told(&report, table).moved);
    assert_eq!(moved("user"), (1, 1));
    assert_eq!(moved("account"), (2, 2));
    assert_eq!(moved("session"), (2, 1));
    assert_eq!(told(&report, "session").left["it is over"].ids, ["s-over"]);
    assert_eq!((moved("oauthClient"), moved("oauthApplication"), moved("oauthConsent")), ((1, 1), (1, 1), (1, 1)));
    assert_eq!(told(&report, "organization").left["Vestibule has no place for it yet"].count, 1);
    assert!(told(&report, "user").notes.keys().any(|note| note.contains("nickname")), "{report:?}");
    assert_eq!(report.other_tables, 1, "posts");

    let ann = UserId::new("ann");
    let mut unit = test.app.store.read("test").await.unwrap();
    let user = users::by_id(&mut unit, &ann).await.unwrap().expect("the id is kept");
    assert_eq!((user.email.as_str(), user.email_verified, user.role), ("ann@example.com", true, Role::Admin));
    assert_eq!(user.created_at, START - Duration::from_secs(14 * 24 * 60 * 60));
    assert_eq!(user.updated_at, Timestamp::from_millis(START.millis() - 3_600_000 + 123), "to the millisecond");
    assert_eq!(usernames::of_user(&mut unit, &ann).await.unwrap().display_username.as_deref(), Some("Ann_One"));
    let sealed = second_factors::of_user(&mut unit, &ann).await.unwrap().totp_sealed.expect("the authenticator app");
    assert_eq!(open_totp(&test.app, &sealed).unwrap().as_bytes(), TOTP.as_bytes());
    assert_eq!(vestibule::store::backup_codes::count(&mut unit, &ann).await.unwrap(), (2, 2));
    let old = clients::by_id(&mut unit, &ClientId::new("old-app")).await.unwrap().expect("the app of the older plugin");
    assert_eq!(old.client.metadata.redirect_uris.len(), 2);
    assert!(consents::find(&mut unit, &ann, &ClientId::new("app")).await.unwrap().expect("the consent").contains("openid"));
    drop(unit);

    let again = run(&test, &theirs, Some(SECRET)).await;
    assert!(again.tables.iter().all(|table| table.moved == 0 && table.refused.is_empty()), "{again:?}");
    assert_eq!(told(&again, "user").moved_before, 1);
    assert!(test.mails().await.is_empty(), "nobody is mailed");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everything_moves_from_sqlite() {
    everything_moves(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everything_moves_from_postgres() {
    everything_moves(Engine::Postgres).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everything_moves_from_mariadb() {
    everything_moves(Engine::Mariadb).await;
}

async fn get_session(test: &TestApp, cookie: &str) -> serde_json::Value {
    let browser = test.browser();
    browser.set_cookie("better-auth.session_token", cookie);
    browser.get("/api/auth/get-session").await.json()
}

#[tokio::test]
async fn the_old_cookie_counts_until_the_last_session_is_over() {
    let theirs = filled(Engine::Sqlite).await;
    let test = TestApp::with(&SETTINGS).await;
    let cookie = their_cookie(SECRET, "token-of-ann");
    assert!(get_session(&test, &cookie).await.is_null(), "before the move");
    run(&test, &theirs, Some(SECRET)).await;
    assert_eq!(get_session(&test, &cookie).await["user"]["id"], "ann");
    assert!(get_session(&test, &their_cookie("another secret", "token-of-ann")).await.is_null());
    assert!(get_session(&test, "token-of-ann").await.is_null(), "without a signature");
    assert!(get_session(&test, &their_cookie(SECRET, "no-such-token")).await.is_null(), "a signature alone opens nothing");
    test.advance(Duration::from_secs(24 * 60 * 60 + 1));
    assert!(get_session(&test, &cookie).await.is_null());
    assert_eq!(
        vestibule::crypto::signed_value::verify_foreign(&test.app.foreign_keys.current(), &cookie, test.app.clock.now()),
        None
    );
}

#[tokio::test]
async fn another_prefix_reads_no_foreign_cookie() {
    let theirs = filled(Engine::Sqlite).await;
    let test = TestApp::start().await;
    run(&test, &theirs, Some(SECRET)).await;
    let browser = test.browser();
    browser.set_cookie("vestibule.session_token", &their_cookie(SECRET, "token-of-ann"));
    assert!(browser.get("/api/auth/get-session").await.json().is_null());
}

#[tokio::test]
async fn the_old_password_signs_in_and_is_hashed_anew() {
    let theirs = Theirs::new(Engine::Sqlite).await;
    theirs.user("bob", &[]).await;
    theirs.password("bob", SCRYPT).await;
    let test = TestApp::with(&SETTINGS).await;
    run(&test, &theirs, None).await;
    for _ in 0..2 {
        let reply = test.browser().sign_in("bob@example.com", PASSWORD).await;
        assert_eq!(reply.status.as_u16(), 303, "{}", reply.body);
    }
    let mut unit = test.app.store.read("test").await.unwrap();
    let hash = vestibule::store::accounts::password_hash(&mut unit, &UserId::new("bob")).await.unwrap().unwrap();
    assert!(hash.starts_with("$argon2id$"), "{hash}");
}

#[tokio::test]
async fn what_cannot_be_moved_is_told_and_stops_nothing() {
    let theirs = Theirs::new(Engine::Sqlite).await;
    let test = TestApp::with(&SETTINGS).await;
    test.browser().sign_up("Here", "here@example.com", "correct horse battery").await;
    theirs.user("taken", &[("email", "Here(at)Example.com")]).await;
    theirs.user("bad-mail", &[("email", "nobody")]).await;
    theirs.user(&"x".repeat(65), &[("email", "long(at)example.com")]).await;
    theirs.user("strange-name", &[("username", "\"p\u{430}ypal\"")]).await;
    theirs.user("upper", &[("email", "Twice(at)example.com")]).await;
    theirs.user("zlower", &[("email", "twice(at)example.com")]).await;
    theirs.user("fine", &[]).await;
    theirs.password("taken", SCRYPT).await;
    theirs.password("fine", "md5:0123").await;
    theirs.password("nobody", SCRYPT).await;
    let report = run(&test, &theirs, None).await;
    let one = |reason: &str, id: &str| (reason.to_owned(), vec![id.to_owned()]);
    assert_eq!(
        reasons(&report, "user"),
        [
            one("id is longer than 64 characters", &"x".repeat(65)),
            one("its mail address is none that is taken here", "bad-mail"),
            ("there is another account with its mail address".to_owned(), vec!["taken".to_owned(), "zlower".to_owned()]),
        ]
    );
    assert_eq!(told(&report, "user").moved, 3);
    assert!(told(&report, "user").notes.keys().any(|note| note.starts_with("the user name stays")), "{report:?}");
    let accounts = reasons(&report, "account");
    assert!(accounts.contains(&one("its person was not moved", "a-taken")), "{accounts:?}");
    assert!(accounts.iter().any(|(reason, ids)| reason.starts_with("its password hash") && *ids == ["a-fine"]), "{accounts:?}");
    assert_eq!(told(&report, "account").left["its person is gone"].ids, ["a-nobody"]);
    assert_eq!(
        test.browser().sign_in("here@example.com", PASSWORD).await.status.as_u16(),
        422,
        "nobody else's password was touched"
    );
}

#[tokio::test]
async fn a_second_factor_that_cannot_be_opened_guards_all_the_same_and_moves_with_the_secret_later() {
    let theirs = filled(Engine::Sqlite).await;
    let test = TestApp::with(&SETTINGS).await;
    let report = run(&test, &theirs, None).await;
    assert!(reasons(&report, "twoFactor")[0].0.contains("the secret that it was sealed with was not given"), "{report:?}");
    let reply = test.browser().sign_in("ann@example.com", PASSWORD).await;
    assert!(reply.location().starts_with("/two-factor"), "{}", reply.location());
    let report = run(&test, &theirs, Some(SECRET)).await;
    assert_eq!(told(&report, "twoFactor").moved, 1);
    assert_eq!(told(&report, "user").moved, 0);
}

#[tokio::test]
async fn what_somebody_gave_up_here_does_not_come_back() {
    let theirs = filled(Engine::Sqlite).await;
    let test = TestApp::with(&SETTINGS).await;
    run(&test, &theirs, Some(SECRET)).await;
    let mut unit = test.app.store.write("test").await.unwrap();
    assert!(users::delete(&mut unit, &UserId::new("ann")).await.unwrap());
    unit.commit().await.unwrap();
    let report = run(&test, &theirs, Some(SECRET)).await;
    assert!(report.tables.iter().all(|table| table.moved == 0), "{report:?}");
    let mut unit = test.app.store.read("test").await.unwrap();
    assert!(users::by_id(&mut unit, &UserId::new("ann")).await.unwrap().is_none());
}

#[tokio::test]
async fn two_servers_that_gave_one_id_to_two_people_are_kept_apart() {
    let test = TestApp::with(&SETTINGS).await;
    let first = Theirs::new(Engine::Sqlite).await;
    first.user("1", &[("email", "first(at)example.com")]).await;
    run(&test, &first, None).await;
    let second = Theirs::new(Engine::Sqlite).await;
    second.user("1", &[("email", "second(at)example.com")]).await;
    second.run("UPDATE 'user' SET 'createdAt' = \"2026-01-01T00:00:00.000Z\"").await;
    second.password("1", SCRYPT).await;
    second.session("1", "foreign-token", TOMORROW).await;
    let report = run(&test, &second, Some(SECRET)).await;
    assert_eq!(reasons(&report, "user")[0].0, "there is another account with its id");
    assert_eq!(reasons(&report, "account")[0].0, "its person was not moved");
    assert_eq!(reasons(&report, "session")[0].0, "its person was not moved");
    assert!(get_session(&test, &their_cookie(SECRET, "foreign-token")).await.is_null());
}

#[tokio::test]
async fn many_rows_are_read_page_by_page() {
    let theirs = Theirs::new(Engine::Sqlite).await;
    theirs
        .run(&format!(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1001)
             INSERT INTO 'user' ('id', 'name', 'email', 'emailVerified', 'createdAt', 'updatedAt')
             SELECT \"u\" || i, \"N\", \"u\" || i || \"(at)example.com\", 1, @{LONG_AGO}@, @{LONG_AGO}@ FROM n"
        ))
        .await;
    let test = TestApp::with(&SETTINGS).await;
    let report = run(&test, &theirs, None).await;
    assert_eq!((told(&report, "user").found, told(&report, "user").moved), (1001, 1001));
}

#[tokio::test]
async fn names_in_another_spelling_are_asked_about_and_never_guessed() {
    let theirs = Theirs::new(Engine::Sqlite).await;
    theirs.run("ALTER TABLE 'user' RENAME COLUMN 'twoFactorEnabled' TO 'two_factor_enabled'").await;
    theirs.run("ALTER TABLE 'session' RENAME TO 'sessions'").await;
    let faults = Source::open(&theirs.url, &Names::default()).await.err().expect("refused").to_string();
    assert!(faults.contains("--rename user.twoFactorEnabled=two_factor_enabled"), "{faults}");
    assert!(faults.contains("--rename session=sessions"), "{faults}");
    let renames = ["user.twoFactorEnabled=two_factor_enabled".to_owned(), "session=sessions".to_owned()];
    assert!(Source::open(&theirs.url, &Names::parse(&renames).unwrap()).await.is_ok());
    assert!(Names::parse(&["users=people".to_owned()]).is_err());
    let without = Theirs::new(Engine::Sqlite).await;
    without.run("ALTER TABLE 'account' DROP COLUMN 'password'").await;
    let faults = Source::open(&without.url, &Names::default()).await.err().expect("refused").to_string();
    assert!(faults.contains("account lacks password"), "{faults}");
}
