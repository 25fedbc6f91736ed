//! What an app's request leads to.

use vestibule::oauth::authorize::view::{ChooseAccountPage, FormPostPage, KnownAccount};
use vestibule::oauth::consent::view::{ConsentPage, ScopeLine, ScopeMeaning};
use vestibule::oauth::end_session::view::{SignOutConfirmPage, SignedOutPage, StillSignedInPage};

use super::{Filling, Sample, Samples, sample};

pub fn samples(samples: Samples) -> Vec<Sample> {
    let account = |name: &str, email: &str, signed_out: bool| KnownAccount {
        id: email.to_owned(),
        name: samples.fill(name),
        email: samples.fill(email),
        signed_out,
        in_use: !signed_out,
    };
    let choose = ChooseAccountPage {
        chrome: samples.chrome_in_flow(),
        accounts: vec![account("Ada Lovelace", "ada@example.test", false), account("Grace Hopper", "grace@acme.test", true)],
        removing: false,
        remove_url: Some("/choose-account?flow=flow-value&remove=account".to_owned()),
        back_url: "/account".to_owned(),
    };
    let alone = ChooseAccountPage {
        accounts: vec![account("Ada Lovelace", "ada@example.test", false)],
        remove_url: None,
        ..choose.clone()
    };
    let switch = ChooseAccountPage { chrome: samples.chrome(), ..choose.clone() };
    let remove = ChooseAccountPage { removing: true, back_url: "/choose-account?flow=flow-value".to_owned(), ..choose.clone() };
    let form_post = FormPostPage {
        chrome: samples.chrome_in_flow(),
        redirect_uri: "https://fieldnotes.example/callback".to_owned(),
        parameters: vec![("code".to_owned(), samples.fill("abc")), ("state".to_owned(), samples.fill("xyz"))],
    };
    let still = StillSignedInPage { chrome: samples.chrome(), account_url: "/account/profile".to_owned() };
    let mut all = vec![
        sample("choose-account", &choose),
        sample("choose-account-alone", &alone),
        sample("choose-account-switch", &switch),
        sample("choose-account-remove", &remove),
        sample("form-post", &form_post),
        sample("form-post-plain", &FormPostPage { chrome: samples.chrome(), ..form_post.clone() }),
        sample("still-signed-in", &still),
    ];
    all.extend(consents(samples));
    all.extend(sign_outs(samples));
    all
}

fn consents(samples: Samples) -> Vec<Sample> {
    let line = |scope: &str, meaning: ScopeMeaning| ScopeLine {
        scope: scope.to_owned(),
        meaning,
        declared: Vec::new(),
        new: false,
        optional: false,
    };
    let declared = ScopeLine {
        declared: vec![samples.fill("Company"), samples.fill("Staff number")],
        ..line("company", ScopeMeaning::Declared)
    };
    let custom =
        ScopeMeaning::Custom { title: samples.fill("Read your notes"), description: Some(samples.fill("not the locked ones")) };
    let consent = ConsentPage {
        person: "u1".to_owned(),
        chrome: samples.chrome_in_flow(),
        app_name: samples.fill("Fieldnotes"),
        name: samples.fill("Ada Lovelace"),
        email: samples.fill("ada@example.test"),
        switch_url: "/choose-account?flow=flow-value".to_owned(),
        scopes: vec![
            line("openid", ScopeMeaning::OpenId),
            line("profile", ScopeMeaning::Profile),
            line("email", ScopeMeaning::Email { address: Some(samples.fill("ada@example.test")) }),
            ScopeLine { new: true, ..line("offline_access", ScopeMeaning::OfflineAccess) },
        ],
        client_id: "fieldnotes".to_owned(),
        redirect_host: "fieldnotes.example".to_owned(),
        unverified: samples.filling == Filling::Hostile,
        policy_url: Some("https://fieldnotes.example/privacy".to_owned()),
        terms_url: Some("https://fieldnotes.example/terms".to_owned()),
        account_url: "/account/apps".to_owned(),
    };
    let optional = ConsentPage {
        scopes: vec![
            line("openid", ScopeMeaning::OpenId),
            declared,
            ScopeLine { optional: true, ..line("phone", ScopeMeaning::Phone) },
            ScopeLine { optional: true, ..line("address", ScopeMeaning::Address) },
            ScopeLine { optional: true, new: true, ..line("notes.read", custom) },
        ],
        unverified: true,
        policy_url: None,
        terms_url: None,
        ..consent.clone()
    };
    vec![sample("consent", &consent), sample("consent-optional", &optional)]
}

fn sign_outs(samples: Samples) -> Vec<Sample> {
    let confirm = SignOutConfirmPage {
        chrome: samples.chrome_in_flow(),
        name: samples.fill("Ada Lovelace"),
        email: samples.fill("ada@example.test"),
        fields: vec![("state".to_owned(), samples.fill("xyz"))],
    };
    let done = SignedOutPage {
        chrome: samples.chrome(),
        sign_in_url: "/sign-in".to_owned(),
        app_url: None,
        unconfirmed_apps: Vec::new(),
    };
    let partly = SignedOutPage {
        chrome: samples.chrome_in_flow(),
        app_url: Some("https://fieldnotes.example/bye".to_owned()),
        unconfirmed_apps: vec![samples.fill("Timesheets")],
        ..done.clone()
    };
    let plain = SignedOutPage { app_url: partly.app_url.clone(), ..done.clone() };
    vec![
        sample("sign-out-confirm", &confirm),
        sample("sign-out-confirm-plain", &SignOutConfirmPage { chrome: samples.chrome(), ..confirm.clone() }),
        sample("signed-out", &done),
        sample("signed-out-partly", &partly),
        sample("signed-out-back", &plain),
    ]
}
