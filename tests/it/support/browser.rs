//! A browser as far as the server can tell: cookies, forms, redirects, the headers of navigation.

use std::cell::RefCell;
use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::Method;

use super::app::{PUBLIC_URL, Reply, TestApp, request};

/// A browser with a cookie jar of its own.
pub struct TestBrowser<'a> {
    test: &'a TestApp,
    cookies: RefCell<BTreeMap<String, String>>,
}

impl<'a> TestBrowser<'a> {
    /// One that has never been here.
    pub fn new(test: &'a TestApp) -> Self {
        Self { test, cookies: RefCell::default() }
    }

    /// Opens a path.
    pub async fn get(&self, path: &str) -> Reply {
        self.navigate(Method::GET, path, None).await
    }

    /// Opens a path and follows redirects as long as they stay here.
    pub async fn open(&self, path: &str) -> Reply {
        let reply = self.get(path).await;
        self.follow(reply).await
    }

    /// Posts these fields, nothing more.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.navigate(Method::POST, path, Some(body)).await
    }

    /// Posts these fields and the hidden fields that every form of ours has, of `page`, as its form would.
    pub async fn submit(&self, page: &Reply, path: &str, fields: &[(&str, &str)]) -> Reply {
        let hidden = page.hidden_fields();
        let mut all: Vec<(&str, &str)> = hidden.iter().map(|(name, value)| (*name, value.as_str())).collect();
        all.retain(|(name, _)| !fields.iter().any(|(own, _)| own == name));
        all.extend(fields);
        self.post(path, &all).await
    }

    /// Follows redirects as long as they stay here.
    pub async fn follow(&self, mut reply: Reply) -> Reply {
        for _ in 0..10 {
            if !reply.status.is_redirection() {
                return reply;
            }
            let location = reply.location().to_owned();
            let path = location.strip_prefix(PUBLIC_URL).unwrap_or(&location).to_owned();
            if !path.starts_with('/') {
                return reply;
            }
            reply = self.get(&path).await;
        }
        panic!("redirected in a circle: {}", reply.location());
    }

    /// A cookie's value.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.borrow().get(name).cloned()
    }

    /// Sets a cookie by hand.
    pub fn set_cookie(&self, name: &str, value: &str) {
        self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned());
    }

    /// Another browser with the same cookies, to act with what this one had.
    pub fn copy(&self) -> TestBrowser<'a> {
        TestBrowser { test: self.test, cookies: RefCell::new(self.cookies.borrow().clone()) }
    }

    /// The same browser at another server of the installation.
    pub fn at<'b>(&self, test: &'b TestApp) -> TestBrowser<'b> {
        TestBrowser { test, cookies: RefCell::new(self.cookies.borrow().clone()) }
    }

    /// The `Cookie` header.
    pub fn cookie_header(&self) -> String {
        self.cookies.borrow().iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    /// Creates an account on the hosted page and is signed in with it.
    pub async fn sign_up(&self, name: &str, email: &str, password: &str) -> Reply {
        let page = self.get("/sign-up").await;
        self.submit(&page, "/sign-up", &[("name", name), ("email", email), ("password", password)]).await
    }

    /// Signs in on the hosted page.
    pub async fn sign_in(&self, email: &str, password: &str) -> Reply {
        let page = self.get("/sign-in").await;
        self.submit(
            &page,
            "/sign-in",
            &[("identifier", email), ("password", password), ("remember", "on"), ("action", "sign-in")],
        )
        .await
    }

    async fn navigate(&self, method: Method, path: &str, form: Option<String>) -> Reply {
        let mut builder = request(method.clone(), path)
            .header("user-agent", "Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0")
            .header("accept", "text/html")
            .header("sec-fetch-mode", "navigate")
            .header("sec-fetch-site", "same-origin");
        let cookies = self.cookie_header();
        if !cookies.is_empty() {
            builder = builder.header("cookie", cookies);
        }
        if method == Method::POST {
            builder = builder.header("origin", PUBLIC_URL).header("content-type", "application/x-www-form-urlencoded");
        }
        let reply = self.test.send(builder.body(Body::from(form.unwrap_or_default())).expect("a request")).await;
        self.keep_cookies(&reply);
        reply
    }

    fn keep_cookies(&self, reply: &Reply) {
        let mut jar = self.cookies.borrow_mut();
        for header in reply.headers.get_all("set-cookie") {
            let text = header.to_str().expect("a cookie is text");
            let (name, rest) = text.split_once('=').expect("a cookie has a value");
            let value = rest.split(';').next().unwrap_or_default();
            if text.to_ascii_lowercase().contains("max-age=0") {
                jar.remove(name);
            } else {
                jar.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}
