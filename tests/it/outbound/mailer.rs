//! Mail, against a relay of a few lines.

use std::sync::{Arc, Mutex};

use secrecy::SecretString;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use vestibule::clock::Timestamp;
use vestibule::model::email::EmailAddress;
use vestibule::outbound::mailer::{InvalidMailUrl, MAXIMUM_CAUGHT, Mail, MailError, Mailer};

const NOW: Timestamp = Timestamp::from_seconds(1_795_288_504);

fn mail(subject: &str) -> Mail {
    Mail {
        to: EmailAddress::parse("alice@example.com").unwrap(),
        subject: subject.to_owned(),
        text: "481 920 is your code".to_owned(),
        html: "<p>481 920 is your code</p>".to_owned(),
        message_id: "<message-1@login.example>".to_owned(),
    }
}

fn smtp(url: &str) -> Result<Mailer, InvalidMailUrl> {
    Mailer::smtp(&SecretString::from(url), "Vestibule <no-reply@login.example>".parse().unwrap())
}

/// A relay that answers RCPT with `recipient_answer` and keeps all that it was told.
async fn relay(recipient_answer: &'static str) -> (String, Arc<Mutex<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    let told = Arc::new(Mutex::new(String::new()));
    let log = Arc::clone(&told);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(converse(stream, recipient_answer, Arc::clone(&log)));
        }
    });
    (url, told)
}

async fn converse(stream: TcpStream, recipient_answer: &'static str, log: Arc<Mutex<String>>) -> std::io::Result<()> {
    let (reader, mut writer) = stream.into_split();
    let mut lines = BufReader::new(reader).lines();
    let mut data = false;
    writer.write_all(b"220 relay.example\r\n").await?;
    while let Some(line) = lines.next_line().await? {
        log.lock().unwrap().push_str(&format!("{line}\n"));
        let verb = line.get(..4).unwrap_or_default().to_ascii_uppercase();
        let answer = match verb.as_str() {
            _ if data && line != "." => continue,
            "DATA" => "354 go on",
            "EHLO" => "250 relay.example",
            "RCPT" => recipient_answer,
            _ => "250 ok",
        };
        data = answer.starts_with("354");
        writer.write_all(format!("{answer}\r\n").as_bytes()).await?;
    }
    Ok(())
}

#[tokio::test]
async fn hands_a_mail_to_the_relay() {
    let (url, told) = relay("250 ok").await;
    let mailer = smtp(&url).unwrap();
    mailer.send(&mail("Your code\r\nBcc: mallory@evil.example"), NOW).await.unwrap();
    let told = told.lock().unwrap().clone();
    for expected in [
        "MAIL FROM:<no-reply@login.example>",
        "RCPT TO:<alice@example.com>",
        "From: Vestibule <no-reply@login.example>",
        "To: alice@example.com",
        "Message-ID: <message-1@login.example>",
        "Date: Sat, 21 Nov 2026 19:15:04 +0000",
        "multipart/alternative",
        "text/plain",
        "481 920 is your code",
        "<p>481 920 is your code</p>",
    ] {
        assert!(told.contains(expected), "{expected} in\n{told}");
    }
    assert!(told.contains("Subject: Your code"), "{told}");
    assert!(!told.lines().any(|line| line.starts_with("Bcc")), "a subject adds no header:\n{told}");
    assert!(mailer.caught_mails().is_empty());
}

#[tokio::test]
async fn tells_what_may_be_tried_again() {
    for (answer, permanent) in [
        ("550 no such mailbox", true),
        ("552 too large", true),
        ("450 busy", false),
        ("421 going down", false),
        ("530 sign in first", false),
        ("535 wrong password", false),
    ] {
        let (url, _) = relay(answer).await;
        let error = smtp(&url).unwrap().send(&mail("x"), NOW).await.unwrap_err();
        assert_eq!(matches!(error, MailError::Permanent(_)), permanent, "{answer}: {error}");
        assert!(!error.to_string().contains("alice"));
    }
    let nobody = smtp("smtp://127.0.0.1:1").unwrap().send(&mail("x"), NOW).await;
    assert!(matches!(nobody, Err(MailError::Transient(_))), "{nobody:?}");
}

#[tokio::test]
async fn demands_encryption_when_told_to() {
    let (url, told) = relay("250 ok").await;
    let refused = smtp(&format!("{url}?tls=required")).unwrap().send(&mail("x"), NOW).await;
    assert!(matches!(refused, Err(MailError::Transient(_))), "{refused:?}");
    assert!(!told.lock().unwrap().contains("MAIL FROM"), "nothing was said in the clear");
}

#[test]
fn settings() {
    for (url, shown) in [
        ("smtp://localhost", "localhost:25, None"),
        ("smtp://127.0.0.1:1025", "127.0.0.1:1025, None"),
        ("smtp://[::1]:1025", "::1:1025, None"),
        ("smtp://mail.example", "mail.example:25, WhenOffered"),
        ("smtp://mail.example/?tls=required", "mail.example:25, Required"),
        ("smtp://mail.example?tls=opportunistic", "mail.example:25, WhenOffered"),
        ("smtp://user:p%40ss@mail.example", "mail.example:587, Required"),
        ("smtps://user:pass@mail.example", "mail.example:465, FromTheStart"),
        ("smtps://mail.example:2465", "mail.example:2465, FromTheStart"),
    ] {
        let mailer = smtp(url).unwrap();
        let debug = format!("{mailer:?}");
        assert!(debug.contains(shown), "{url}: {debug}");
        assert!(!debug.contains("ss@") && !debug.contains("pass"), "{debug}");
    }
    for url in [
        "",
        "mail.example",
        "http://mail.example",
        "smtp://",
        "smtp://user@mail.example",
        "smtp://u:p%zz@mail.example",
        "smtp://mail.example/x",
        "smtp://mail.example?tls=maybe",
        "smtps://mail.example?tls=none",
        "smtp://mail.example#x",
    ] {
        assert_eq!(smtp(url).map(|_| ()), Err(InvalidMailUrl), "{url}");
    }
}

#[tokio::test]
async fn caught_mails_are_kept_in_order_and_bounded() {
    let mailer = Mailer::caught();
    for number in 0..=MAXIMUM_CAUGHT {
        mailer.clone().send(&mail(&number.to_string()), NOW).await.unwrap();
    }
    let caught = mailer.caught_mails();
    assert_eq!(caught.len(), MAXIMUM_CAUGHT);
    assert_eq!(caught.first().map(|caught| (caught.mail.subject.as_str(), caught.at)), Some(("1", NOW)));
    assert_eq!(caught.last().map(|caught| caught.mail.subject.clone()), Some(MAXIMUM_CAUGHT.to_string()));
    mailer.forget_caught();
    assert!(mailer.caught_mails().is_empty());
}
