//! Every page in every language and filling: it is well-formed, accessible as far as markup tells, and inert.

use std::collections::HashSet;

use vestibule::locale::Locale;

use super::markup::{self, Element};
use super::samples::{Filling, HOSTILE, Sample, Samples};

const LARGEST: usize = 30_000;
/// Pages that exist in English only.
const ENGLISH_ONLY: [&str; 2] = ["dev-", "demo-"];

fn every_sample() -> Vec<(Locale, Filling, Sample)> {
    let mut locales = Locale::all();
    locales.push(Locale::pseudo());
    let mut all = Vec::new();
    for locale in locales {
        for filling in [Filling::Plain, Filling::Hostile] {
            all.extend(Samples { locale, filling }.all().into_iter().map(|sample| (locale, filling, sample)));
        }
    }
    all
}

/// Runs `check` on every sample and reports all faults together.
fn faults(check: impl Fn(Locale, &Sample, &[Element]) -> Vec<String>) -> Vec<String> {
    let mut faults = Vec::new();
    for (locale, filling, sample) in every_sample() {
        let place = format!("{} {locale:?} {filling:?}", sample.name);
        match markup::read(&sample.html) {
            Ok(elements) => faults.extend(check(locale, &sample, &elements).into_iter().map(|fault| format!("{place}: {fault}"))),
            Err(fault) => faults.push(format!("{place}: {fault}")),
        }
    }
    faults
}

fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

fn with_tag<'a>(elements: &'a [Element], tag: &'a str) -> impl Iterator<Item = &'a Element> {
    elements.iter().filter(move |element| element.tag == tag)
}

#[test]
fn every_page_has_its_landmarks_heading_title_and_language() {
    assert_none(&faults(|locale, sample, elements| {
        let mut faults = Vec::new();
        for tag in ["html", "title", "h1", "main", "header"] {
            if with_tag(elements, tag).count() != 1 {
                faults.push(format!("not exactly one {tag}"));
            }
        }
        let english = ENGLISH_ONLY.iter().any(|prefix| sample.name.starts_with(prefix));
        let expected = if english { ("en", "ltr") } else { (locale.tag(), locale.direction().as_str()) };
        let html = with_tag(elements, "html").next().map(|html| (html.attribute("lang"), html.attribute("dir")));
        if html != Some((Some(expected.0), Some(expected.1))) {
            faults.push(format!("lang and dir are {html:?}"));
        }
        for tag in ["title", "h1"] {
            if with_tag(elements, tag).any(|element| element.text.trim().is_empty()) {
                faults.push(format!("an empty {tag}"));
            }
        }
        if sample.html.contains('\u{27E6}') {
            faults.push("a text that is in no catalogue".to_owned());
        }
        if sample.html.len() > LARGEST {
            faults.push(format!("{} bytes", sample.html.len()));
        }
        faults
    }));
}

#[test]
fn the_language_menu_names_each_language_in_itself() {
    assert_none(&faults(|_, sample, elements| {
        if ENGLISH_ONLY.iter().any(|prefix| sample.name.starts_with(prefix)) {
            return Vec::new();
        }
        let links: Vec<&Element> = with_tag(elements, "a").filter(|link| link.attribute("hreflang").is_some()).collect();
        let expected = |locale: Locale| {
            let found = links.iter().find(|link| link.attribute("hreflang") == Some(locale.tag()));
            found.is_some_and(|link| {
                let language = (link.attribute("lang"), link.attribute("dir"));
                link.text == locale.endonym() && language == (Some(locale.tag()), Some(locale.direction().as_str()))
            })
        };
        let lacking = Locale::all().into_iter().filter(|locale| !expected(*locale));
        lacking.map(|locale| format!("the menu does not offer {locale:?}")).collect()
    }));
}

#[test]
fn no_page_carries_style_or_script_of_its_own() {
    assert_none(&faults(|_, _, elements| {
        let mut faults = Vec::new();
        for element in elements {
            for name in element.attributes.keys() {
                if name == "style" || name.starts_with("on") {
                    faults.push(format!("<{} {name}>", element.tag));
                }
            }
            let outside = ["src", "href"].into_iter().filter_map(|name| element.attribute(name));
            if outside.clone().any(|url| url.trim_start().to_lowercase().starts_with("javascript:")) {
                faults.push("a script address".to_owned());
            }
            let loads = matches!(element.tag.as_str(), "script" | "link" | "img" | "iframe");
            if loads && outside.clone().any(|url| !url.starts_with('/')) {
                faults.push(format!("<{}> loads from elsewhere", element.tag));
            }
            if element.tag == "style" || (element.tag == "script" && element.attribute("src").is_none()) {
                faults.push(format!("an inline <{}>", element.tag));
            }
        }
        faults
    }));
}

#[test]
fn every_control_has_a_name_and_every_reference_a_target() {
    assert_none(&faults(|_, _, elements| {
        let mut faults = Vec::new();
        let mut ids = HashSet::new();
        for id in elements.iter().filter_map(|element| element.attribute("id")) {
            if !ids.insert(id.to_owned()) {
                faults.push(format!("id {id} twice"));
            }
        }
        let labelled: HashSet<&str> = with_tag(elements, "label").filter_map(|label| label.attribute("for")).collect();
        for input in with_tag(elements, "input").filter(|input| input.attribute("type") != Some("hidden")) {
            let has_label =
                input.attribute("id").is_some_and(|id| labelled.contains(id)) || input.attribute("aria-label").is_some();
            if !has_label {
                faults.push(format!("no label for {:?}", input.attributes));
            }
        }
        for element in elements {
            for name in ["for", "aria-describedby", "aria-labelledby", "data-reveal", "data-copy"] {
                for target in
                    element.attribute(name).unwrap_or_default().split_whitespace().filter(|target| !ids.contains(*target))
                {
                    faults.push(format!("{name} points to {target}, which is not there"));
                }
            }
            if let Some(target) =
                element.attribute("href").and_then(|href| href.strip_prefix('#')).filter(|target| !ids.contains(*target))
            {
                faults.push(format!("a link to #{target}, which is not there"));
            }
            let named = !element.text.trim().is_empty() || element.attribute("aria-label").is_some();
            if matches!(element.tag.as_str(), "button" | "a" | "label" | "summary" | "th" | "h2" | "h3") && !named {
                faults.push(format!("a <{}> without a name", element.tag));
            }
            if element.tag == "img" && element.attribute("alt").is_none() {
                faults.push("an <img> without alt".to_owned());
            }
        }
        faults
    }));
}

#[test]
fn every_form_posts_with_its_csrf_value_and_a_real_button() {
    assert_none(&faults(|_, sample, elements| {
        let forms = with_tag(elements, "form").count();
        let mut faults = Vec::new();
        if with_tag(elements, "form").any(|form| form.attribute("method") != Some("post") || form.attribute("action").is_none()) {
            faults.push("a form without method or action".to_owned());
        }
        // The answer to an app is the one form that leaves the house, and it carries no secret of ours.
        let expected = if sample.name.starts_with("form-post") { 0 } else { forms };
        let csrf = with_tag(elements, "input").filter(|input| input.attribute("name") == Some("csrf")).count();
        if csrf != expected {
            faults.push(format!("{forms} forms, {csrf} csrf values"));
        }
        let submits = |button: &&Element| button.attribute("type") != Some("button");
        if with_tag(elements, "button").filter(submits).count() < forms {
            faults.push("a form without a button".to_owned());
        }
        if with_tag(elements, "button")
            .filter(submits)
            .any(|button| button.attribute("hidden").is_some() || button.attribute("disabled").is_some())
        {
            faults.push("a button that cannot be pressed".to_owned());
        }
        faults
    }));
}

#[test]
fn texts_from_outside_come_out_inert() {
    let samples = Samples { locale: Locale::english(), filling: Filling::Hostile };
    let mut seen = 0;
    for sample in samples.all() {
        assert!(!sample.html.contains("<script>alert"), "{}", sample.name);
        assert!(!sample.html.contains("<img src=x"), "{}", sample.name);
        assert!(!sample.html.contains(HOSTILE), "{}", sample.name);
        seen += usize::from(sample.html.contains("&#60;script&#62;alert(1)&#60;/script&#62;"));
    }
    assert!(seen > 40, "only {seen} pages show what they were given");
}

/// The ids and names that automated drivers and the handlers hold on to.
#[test]
fn names_that_others_rely_on_are_there() {
    let samples = Samples { locale: Locale::english(), filling: Filling::Plain }.all();
    let page = |name: &str| samples.iter().find(|sample| sample.name == name).map(|sample| sample.html.as_str()).unwrap();
    let expected: [(&str, &[&str]); 12] = [
        (
            "sign-in",
            &[
                "id=\"username\" name=\"identifier\"",
                "id=\"password\" name=\"password\"",
                "id=\"remember\" name=\"remember\" value=\"on\" checked",
                "id=\"login-submit\" name=\"action\" value=\"sign-in\"",
                "id=\"login-cancel\" name=\"action\" value=\"cancel\" formnovalidate",
                "name=\"flow\" value=\"flow-value\"",
                "action=\"/sign-in\"",
            ],
        ),
        (
            "sign-up",
            &["action=\"/sign-up\"", "name=\"name\"", "name=\"email\"", "name=\"password\"", "autocomplete=\"new-password\""],
        ),
        ("forgot-password", &["action=\"/forgot-password\"", "name=\"email\""]),
        ("reset-password", &["action=\"/reset-password\"", "name=\"token\"", "name=\"revoke_sessions\" value=\"on\" checked"]),
        ("reauthenticate", &["action=\"/confirm-identity\"", "name=\"return_to\""]),
        (
            "consent",
            &["id=\"consent-allow\" name=\"action\" value=\"allow\"", "id=\"consent-deny\" name=\"action\" value=\"deny\""],
        ),
        ("consent-optional", &["name=\"scope\" value=\"notes.read\" checked"]),
        ("sign-out-confirm", &["id=\"logout-confirm\" name=\"action\"", "id=\"logout-cancel\" name=\"action\""]),
        ("signed-out", &["id=\"logged-out\""]),
        (
            "error-for-developers",
            &["id=\"error-code\">redirect_uri_mismatch<", "id=\"error-description\"", "callback<mark>/</mark>"],
        ),
        ("account-sessions", &["name=\"session\" value=\"others\"", "name=\"session\" value=\"all\""]),
        ("form-post", &["data-auto-submit", "type=\"submit\" id=\"form-post-continue\""]),
    ];
    for (name, parts) in expected {
        for part in parts {
            assert!(page(name).contains(part), "{name} lacks {part}");
        }
    }
    assert!(!page("sign-in-alone").contains("login-cancel"), "there is nothing to cancel outside a login transaction");
}

#[test]
fn a_refusal_is_said_first_and_at_its_field() {
    let samples = Samples { locale: Locale::english(), filling: Filling::Plain }.all();
    let refused = samples.iter().find(|sample| sample.name == "sign-up-refused").unwrap();
    let elements = markup::read(&refused.html).unwrap();
    let by_id = |id: &str| elements.iter().find(|element| element.attribute("id") == Some(id)).unwrap();
    assert!(with_tag(&elements, "title").all(|title| title.text.starts_with("Error: ")));
    assert_eq!(by_id("form-error").attribute("role"), Some("alert"));
    assert_eq!(by_id("password").attribute("aria-invalid"), Some("true"));
    assert_eq!(by_id("password").attribute("aria-describedby"), Some("password-hint password-error"));
    assert_eq!(by_id("name").attribute("aria-describedby"), Some("name-error"));
    assert_eq!(by_id("name").attribute("value"), Some("Ada Lovelace"), "what was typed is kept");
    assert_eq!(by_id("email").attribute("value"), Some("ada"));
    assert_eq!(by_id("email-error").text, "Enter an email address like ada@example.com.");
}
