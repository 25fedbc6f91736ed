//! What pages say of the documents that people agree to: the sentence, and where each can be read.

use crate::app::App;
use crate::config::{TermsDocument, TermsKind};
use crate::locale::Texts;
use crate::users::terms::{self, Agreement};
use crate::web::form::{Duplicate, Parameters};
use crate::web::problem::Problem;

/// The name of the field.
const FIELD: &str = "terms";

/// Documents, in the words of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermsText {
    /// What somebody says who agrees.
    pub sentence: String,
    /// Where each can be read.
    pub links: Vec<TermsLink>,
    /// What a form sends back, so that nobody agrees to what the page did not show.
    pub fingerprint: String,
    /// Whether the box is ticked. It never is of its own accord.
    pub ticked: bool,
}

/// Where a document can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermsLink {
    /// What it is called.
    pub label: String,
    /// Its address.
    pub url: String,
}

impl TermsText {
    /// These documents in a language.
    pub fn new(documents: &[&TermsDocument], texts: &Texts) -> Self {
        let links = documents
            .iter()
            .map(|document| TermsLink { label: label(document, texts), url: document.url(texts.locale().tag()).to_string() });
        Self {
            links: links.collect(),
            sentence: sentence(documents, texts),
            fingerprint: terms::fingerprint(documents.iter().copied()),
            ticked: false,
        }
    }

    /// What a form that makes an account asks; none where nobody agrees to anything.
    pub fn of_new_account(app: &App, texts: &Texts, ticked: bool) -> Option<Self> {
        let documents: Vec<_> = app.config.terms.documents.iter().collect();
        app.config.terms.is_on().then(|| Self { ticked, ..Self::new(&documents, texts) })
    }
}

/// What a form that makes an account says. The problem is that it does not.
pub fn agreement(app: &App, parameters: &Parameters) -> Result<Result<Agreement, Problem>, Duplicate> {
    if !app.config.terms.is_on() {
        return Ok(Ok(Agreement::Owed));
    }
    Ok(match parameters.single(FIELD)? {
        None => Err(Problem::TermsNotAccepted),
        Some(shown) if shown == terms::fingerprint(&app.config.terms.documents) => Ok(Agreement::Given),
        Some(_) => Err(Problem::TermsChanged),
    })
}

/// Whether the box was ticked in a form that is shown again, and still stands for the same documents.
pub fn was_ticked(app: &App, parameters: &Parameters) -> bool {
    matches!(agreement(app, parameters), Ok(Ok(Agreement::Given)))
}

fn label(document: &TermsDocument, texts: &Texts) -> String {
    match (document.label(texts.locale().tag()), document.name.as_str()) {
        (Some(label), _) => label.to_owned(),
        (None, "terms") => texts.get("terms-document-terms"),
        (None, "privacy") => texts.get("terms-document-privacy"),
        (None, name) => name.to_owned(),
    }
}

/// The usual two have a sentence of their own; labels of the operator's stand in a list, which is right in every grammar.
fn sentence(documents: &[&TermsDocument], texts: &Texts) -> String {
    let named = |wanted: TermsKind| {
        let labels = documents.iter().filter(|document| document.kind == wanted).map(|document| label(document, texts));
        labels.collect::<Vec<_>>().join(", ")
    };
    let is_usual = |document: &TermsDocument, name: &str, kind| {
        document.name == name && document.kind == kind && document.label(texts.locale().tag()).is_none()
    };
    match documents {
        [one, other] if is_usual(one, "terms", TermsKind::Agree) && is_usual(other, "privacy", TermsKind::Read) => {
            return texts.get("terms-usual");
        }
        [only] if is_usual(only, "terms", TermsKind::Agree) => return texts.get("terms-usual-terms"),
        [only] if is_usual(only, "privacy", TermsKind::Read) => return texts.get("terms-usual-privacy"),
        _ => {}
    }
    let (agreed, read) = (named(TermsKind::Agree), named(TermsKind::Read));
    match (agreed.is_empty(), read.is_empty()) {
        (false, false) => texts.with("terms-agree-and-read", &[("agreed", &agreed), ("read", &read)]),
        (true, false) => texts.with("terms-read", &[("read", &read)]),
        (false, true) | (true, true) => texts.with("terms-agree", &[("agreed", &agreed)]),
    }
}
