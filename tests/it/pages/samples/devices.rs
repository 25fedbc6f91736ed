//! Devices that are signed in from somewhere else.

use vestibule::model::user_agent::Device;
use vestibule::oauth::consent::view::{ScopeLine, ScopeMeaning};
use vestibule::oauth::device_authorization::view::{
    DeviceCodePage, DeviceConfirmPage, DeviceOutcome, DeviceOutcomePage, Requester,
};
use vestibule::web::problem::{Problem, Problems};

use super::{Filling, Sample, Samples, moment, sample};

pub fn samples(samples: Samples) -> Vec<Sample> {
    let enter = DeviceCodePage { chrome: samples.chrome(), user_code: String::new(), linked: false, problems: Problems::none() };
    let linked = DeviceCodePage { user_code: "WDJB-MJHT".to_owned(), linked: true, ..enter.clone() };
    let wrong =
        |problem: Problem| DeviceCodePage { user_code: samples.fill("WDJB-MJHT"), problems: problem.into(), ..enter.clone() };
    let mut all = vec![
        sample("device-code", &enter),
        sample("device-code-linked", &linked),
        sample("device-code-malformed", &wrong(Problem::UserCodeMalformed)),
        sample("device-code-unknown", &wrong(Problem::UserCodeUnknown)),
        sample("device-code-too-many", &wrong(Problem::TooManyUserCodes { minutes: 12 })),
    ];
    all.extend(confirms(samples));
    all.extend(DeviceOutcome::ALL.map(|outcome| {
        let page = DeviceOutcomePage {
            chrome: samples.chrome(),
            app_name: samples.fill("Acme CLI"),
            outcome,
            account_url: "/account/apps".to_owned(),
            device_url: "/device".to_owned(),
        };
        sample(&format!("device-{}", outcome.as_str()), &page)
    }));
    all
}

fn confirms(samples: Samples) -> Vec<Sample> {
    let line = |scope: &str, meaning: ScopeMeaning| ScopeLine {
        scope: scope.to_owned(),
        meaning,
        declared: Vec::new(),
        new: false,
        optional: false,
    };
    let confirm = DeviceConfirmPage {
        chrome: samples.chrome_in_flow(),
        app_name: samples.fill("Acme CLI"),
        client_id: "acme-cli".to_owned(),
        unverified: false,
        policy_url: Some("https://acme.example/privacy".to_owned()),
        terms_url: Some("https://acme.example/terms".to_owned()),
        name: samples.fill("Ada Lovelace"),
        email: samples.fill("ada@example.test"),
        person: "ada".to_owned(),
        switch_url: "/choose-account?flow=flow-value".to_owned(),
        user_code: Some("WDJB-MJHT".to_owned()),
        minutes_left: 28,
        whole_account: false,
        scopes: vec![
            line("openid", ScopeMeaning::OpenId),
            line("profile", ScopeMeaning::Profile),
            line("email", ScopeMeaning::Email { address: Some(samples.fill("ada@example.test")) }),
            line("offline_access", ScopeMeaning::OfflineAccess),
        ],
        requester: Requester {
            place: Some(samples.fill("Cologne, Germany")),
            ip_address: "203.0.113.7".to_owned(),
            device: Device::guess("curl/8.9 (Linux)"),
            asked_at: moment(0),
            elsewhere: false,
        },
        account_url: "/account/apps".to_owned(),
    };
    let elsewhere = DeviceConfirmPage {
        unverified: true,
        minutes_left: 1,
        policy_url: None,
        terms_url: None,
        requester: Requester { elsewhere: true, ..confirm.requester.clone() },
        ..confirm.clone()
    };
    let whole = DeviceConfirmPage {
        whole_account: true,
        user_code: None,
        requester: Requester { place: None, device: Device::guess(""), ..confirm.requester.clone() },
        ..confirm.clone()
    };
    // A hostile app is one that nobody vouches for.
    let usual = if samples.filling == Filling::Hostile { &elsewhere } else { &confirm };
    vec![
        sample("device-confirm", usual),
        sample("device-confirm-elsewhere", &elsewhere),
        sample("device-confirm-whole-account", &whole),
    ]
}
