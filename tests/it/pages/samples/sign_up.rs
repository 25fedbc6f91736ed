//! Making an account by a mailed link, and agreeing to documents.

use vestibule::login::password::view::SignUpPage;
use vestibule::login::sign_up_link::view::{HasAccountPage, SignUpLinkPage};
use vestibule::login::terms::view::TermsPage;
use vestibule::model::username::UsernameRules;
use vestibule::web::account_form::UsernameField;
use vestibule::web::problem::{Problem, Problems};
use vestibule::web::terms::{TermsLink, TermsText};

use super::{Sample, Samples, sample};

impl Samples {
    fn terms(self) -> TermsText {
        let texts = self.chrome().texts;
        let link = |key: &str, url: &str| TermsLink { label: self.fill(&texts.get(key)), url: url.to_owned() };
        TermsText {
            sentence: self.fill(&texts.get("terms-usual")),
            links: vec![
                link("terms-document-terms", "https://northwind.example/terms"),
                link("terms-document-privacy", "https://northwind.example/privacy"),
            ],
            fingerprint: "0f1e2d3c4b5a6978".to_owned(),
            ticked: false,
        }
    }
}

pub fn samples(samples: Samples) -> Vec<Sample> {
    let with_terms = SignUpPage {
        chrome: samples.chrome_in_flow(),
        problems: Problems::none(),
        name: samples.fill("Ada Lovelace"),
        username: None,
        email: samples.fill("ada@example.test"),
        fields: Vec::new(),
        minimum_length: 8,
        terms: Some(samples.terms()),
        passkeys: false,
        wallets: false,
        return_to: Some("/account/security".to_owned()),
        sign_in_url: "/sign-in".to_owned(),
    };
    let unticked = SignUpPage { problems: Problem::TermsNotAccepted.into(), ..with_terms.clone() };
    let rules = UsernameRules { minimum: 3, maximum: 30 };
    let invitation = SignUpLinkPage {
        chrome: samples.chrome(),
        problems: Problems::none(),
        is_invitation: true,
        token: "token-value".to_owned(),
        email: samples.fill("ada@example.test"),
        name: samples.fill("Ada Lovelace"),
        username: Some(UsernameField::optional(rules, "")),
        fields: samples.declared_inputs(),
        return_to: None,
        minimum_length: 8,
        terms: Some(samples.terms()),
        passkey_options: Some("/sign-up/link/passkey-options?token=token-value".to_owned()),
    };
    let changed = SignUpLinkPage {
        problems: vec![Problem::NameMissing, Problem::TermsChanged].into(),
        terms: Some(TermsText { ticked: true, ..samples.terms() }),
        ..invitation.clone()
    };
    let asked = SignUpLinkPage {
        chrome: samples.chrome_in_flow(),
        is_invitation: false,
        username: None,
        terms: None,
        ..invitation.clone()
    };
    let refused = SignUpLinkPage { problems: Problem::PasskeyRefused.into(), ..asked.clone() };
    let no_passkeys = SignUpLinkPage { passkey_options: None, ..invitation.clone() };
    let has_account = HasAccountPage {
        chrome: samples.chrome(),
        email: samples.fill("ada@example.test"),
        sign_in_url: "/sign-in".to_owned(),
        forgot_url: Some("/forgot-password".to_owned()),
    };
    let terms = TermsPage {
        person: "u1".to_owned(),
        chrome: samples.chrome_in_flow(),
        problems: Problems::none(),
        terms: samples.terms(),
        agreed_before: true,
        email: samples.fill("ada@example.test"),
        data_url: "/account/data",
        delete_url: Some("/account/delete"),
        return_to: None,
    };
    let first = TermsPage {
        person: "u1".to_owned(),
        chrome: samples.chrome(),
        agreed_before: false,
        delete_url: None,
        return_to: Some("/account/profile".to_owned()),
        ..terms.clone()
    };
    vec![
        sample("sign-up-terms", &with_terms),
        sample("sign-up-terms-unticked", &unticked),
        sample("invitation", &invitation),
        sample("invitation-without-passkeys", &no_passkeys),
        sample("invitation-terms-changed", &changed),
        sample("sign-up-link", &asked),
        sample("sign-up-link-refused", &refused),
        sample("has-account", &has_account),
        sample("terms", &terms),
        sample("terms-first", &first),
        sample("terms-changed", &TermsPage { problems: Problem::TermsChanged.into(), ..first.clone() }),
    ]
}
