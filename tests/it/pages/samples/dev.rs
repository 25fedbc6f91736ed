//! The mailbox and the demo app, which are in English only.

use vestibule::dev::view::{
    ClaimRow, DemoFailure, DemoHomePage, DemoSignedInPage, Hop, MailLine, MailPage, MailboxPage, TextLine, TokenPanel,
};

use super::{Sample, Samples, moment, sample};

pub fn samples(samples: Samples) -> Vec<Sample> {
    let mail = |subject: &str, minutes: i64| MailLine {
        url: "/dev/mail/1".to_owned(),
        to: samples.fill("ada@example.test"),
        subject: samples.fill(subject),
        sent_at: moment(minutes),
    };
    let mails = vec![mail("Reset your Northwind password", 3), mail("Confirm your email for Northwind", 0)];
    let message = MailPage {
        mail: mail("Confirm your email for Northwind", 0),
        from: Some("Northwind <no-reply@northwind.example>".to_owned()),
        text: samples.fill("Hello Ada Lovelace,\n\nConfirm that this address is yours.\n"),
        links: vec!["http://localhost:9180/verify-email?token=abc".to_owned()],
        html_url: Some("/dev/mail/1/html".to_owned()),
        mailbox_url: "/dev/mail".to_owned(),
    };
    let home = DemoHomePage {
        issuer: "http://localhost:9180".to_owned(),
        sign_in_url: "/sign-in".to_owned(),
        try_account: Some(("ada@example.test".to_owned(), "correct horse battery staple".to_owned())),
        failure: None,
        signed_out: false,
        hops: Vec::new(),
    };
    let refused = DemoHomePage {
        failure: Some(DemoFailure {
            refused_by: "Vestibule answered",
            code: "access_denied".to_owned(),
            description: samples.fill("You refused."),
        }),
        signed_out: true,
        hops: hops(samples),
        ..home.clone()
    };
    vec![
        sample("dev-mailbox", &mailbox(mails)),
        sample("dev-mailbox-empty", &mailbox(Vec::new())),
        sample("dev-mail", &message),
        sample("demo-home", &home),
        sample("demo-home-refused", &refused),
        sample("demo-signed-in", &signed_in(samples)),
    ]
}

fn signed_in(samples: Samples) -> DemoSignedInPage {
    let claim = |name: &str, value: &str, meaning: &str| ClaimRow {
        name: name.to_owned(),
        value: samples.fill(value),
        meaning: meaning.to_owned(),
    };
    let token = |id: &str, name: &str, decoded: bool| TokenPanel {
        id: id.to_owned(),
        name: name.to_owned(),
        raw: "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln".repeat(8),
        decoded: decoded.then(|| ("{\n  \"alg\": \"RS256\"\n}".to_owned(), samples.fill("{\n  \"sub\": \"a\"\n}"))),
        remark: "Works until 2026-11-21 19:42 UTC.".to_owned(),
    };
    DemoSignedInPage {
        name: samples.fill("Ada Lovelace"),
        issuer: "http://localhost:9180".to_owned(),
        account_url: "http://localhost:9180/account/profile".to_owned(),
        csrf: "csrf-value".to_owned(),
        notice: Some("New tokens.".to_owned()),
        claims: vec![
            claim("sub", "\"Xb3kQ0\"", "who: the same for this app for ever"),
            claim("iss", "\"http://localhost:9180\"", "who says so"),
            claim("auth_time", "1795286520", "when you signed in"),
        ],
        userinfo: Some(samples.fill("{\n  \"email\": \"ada@example.test\"\n}")),
        tokens: vec![token("id_token", "ID token", true), token("access_token", "Access token", false)],
        hops: hops(samples),
    }
}

fn mailbox(mails: Vec<MailLine>) -> MailboxPage {
    MailboxPage {
        csrf: "csrf-value".to_owned(),
        clear_url: "/dev/mail/clear".to_owned(),
        json_url: "/dev/mail.json".to_owned(),
        mails,
        texts: vec![TextLine {
            to: "+1 201-555-0123".to_owned(),
            text: "481920 is your code for Northwind. Tell it to nobody.\n\n@id.northwind.example #481920".to_owned(),
            sent_at: moment(0),
        }],
        texts_json_url: "/dev/text-messages.json".to_owned(),
    }
}

fn hops(samples: Samples) -> Vec<Hop> {
    vec![
        Hop {
            summary: "The app sent you to Vestibule with a request to sign in.".to_owned(),
            parties: "Browser to Vestibule".to_owned(),
            request: "GET /oauth2/authorize?response_type=code&client_id=demo".to_owned(),
            response: samples.fill("302 http://127.0.0.1:9190/callback?code=…"),
        },
        Hop {
            summary: "The app swapped the code for tokens.".to_owned(),
            parties: "App to Vestibule".to_owned(),
            request: "POST /oauth2/token".to_owned(),
            response: "200 application/json".to_owned(),
        },
    ]
}
