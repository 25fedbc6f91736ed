//! The JSON interface under `/api/auth`, called as programs, scripts and browsers call it.

mod account_switches;
mod additional_fields;
mod anonymous;
mod asked_links;
mod callback_urls;
mod description;
mod device;
mod email_codes;
mod invitations;
mod last_login_method;
mod links;
mod magic_links;
mod multi_sessions;
mod one_time_tokens;
mod origins;
mod parity;
pub mod passkeys;
mod phone_numbers;
mod session_jwts;
mod sessions;
pub mod siwe;
mod transport;
mod two_factor;
mod usernames;
mod validation;

use axum::body::Body;
use axum::http::Method;
use serde_json::{Value, json};

use crate::support::app::{PUBLIC_URL, Reply, TestApp, request};

/// A password that everybody has here.
pub const PASSWORD: &str = "correct horse battery";

/// One call, put together step by step.
pub struct Call<'a> {
    test: &'a TestApp,
    method: Method,
    path: String,
    headers: Vec<(String, String)>,
    body: String,
}

impl<'a> Call<'a> {
    /// A POST of JSON by a program: no cookies, no origin.
    pub fn post(test: &'a TestApp, path: &str, body: &Value) -> Self {
        let call = Self::bare(test, Method::POST, path).with("content-type", "application/json");
        Self { body: body.to_string(), ..call }
    }

    /// A GET by a program.
    pub fn get(test: &'a TestApp, path: &str) -> Self {
        Self::bare(test, Method::GET, path)
    }

    /// A call without a body. A path that is not whole stands below `/api/auth`.
    pub fn bare(test: &'a TestApp, method: Method, path: &str) -> Self {
        let path = if path.starts_with("/api/") { path.to_owned() } else { format!("/api/auth{path}") };
        Self { test, method, path, headers: Vec::new(), body: String::new() }
    }

    /// With one more header.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// With this text as its body.
    pub fn text(self, content_type: &str, body: &str) -> Self {
        Self { body: body.to_owned(), ..self.with("content-type", content_type) }
    }

    /// By a script of our own page, with these cookies.
    pub fn in_browser(self, cookies: &str) -> Self {
        let call = self.with("origin", PUBLIC_URL).with("sec-fetch-site", "same-origin").with("sec-fetch-mode", "cors");
        if cookies.is_empty() { call } else { call.with("cookie", cookies) }
    }

    /// Sends it.
    pub async fn send(self) -> Reply {
        let mut builder = request(self.method, &self.path);
        for (name, value) in &self.headers {
            builder = builder.header(name, value);
        }
        self.test.send(builder.body(Body::from(self.body)).expect("a request")).await
    }
}

/// Makes an account and returns the cookies of its browser.
pub async fn sign_up(test: &TestApp, name: &str) -> String {
    let body = json!({ "name": name, "email": format!("{name}@example.test"), "password": PASSWORD });
    let reply = Call::post(test, "/sign-up/email", &body).send().await;
    assert_eq!(reply.status, 200, "{}", reply.body);
    cookies_of(&reply)
}

/// What a browser would send back after this answer.
pub fn cookies_of(reply: &Reply) -> String {
    let pairs = reply.headers.get_all("set-cookie").iter().filter_map(|header| header.to_str().ok()?.split(';').next());
    pairs.collect::<Vec<_>>().join("; ")
}

/// The value of a parameter in a link.
pub fn parameter(link: &str, name: &str) -> String {
    let query = link.split_once('?').expect("the link has parameters").1;
    let found = url::form_urlencoded::parse(query.as_bytes()).find(|(its, _)| its == name);
    found.expect("the link has the parameter").1.into_owned()
}

/// The names of the cookies that an answer removes.
pub fn removed_cookies(reply: &Reply) -> Vec<String> {
    let removed = reply.headers.get_all("set-cookie").iter().filter_map(|header| header.to_str().ok());
    removed.filter(|text| text.contains("Max-Age=0")).filter_map(|text| Some(text.split_once('=')?.0.to_owned())).collect()
}

/// Asserts that one call succeeded, and that all others were refused with this code.
pub fn assert_one_winner(replies: &[Reply], code: &str) {
    assert_eq!(replies.iter().filter(|reply| reply.status == 200).count(), 1);
    replies.iter().filter(|reply| reply.status != 200).for_each(|reply| assert_error(reply, 400, code));
}

/// Asserts an error of the usual shape.
pub fn assert_error(reply: &Reply, status: u16, code: &str) {
    assert_eq!((reply.status.as_u16(), reply.json()["code"].as_str()), (status, Some(code)), "{}", reply.body);
}
