//! The second factor of a sign-in.

use vestibule::login::two_factor::set_up_view::{FirstBackupCodesPage, PutOff, SetUpSecondFactorPage};
use vestibule::login::two_factor::view::{OtherFactor, TwoFactorPage};
use vestibule::model::second_factor::SecondFactor;
use vestibule::web::problem::{Problem, Problems};

use super::{Sample, Samples, moment, proposed_app, sample};

pub fn samples(samples: Samples) -> Vec<Sample> {
    [second_factor(samples), first_second_factor(samples)].into_iter().flatten().collect()
}

fn second_factor(samples: Samples) -> Vec<Sample> {
    let app = TwoFactorPage {
        chrome: samples.chrome_in_flow(),
        problems: Problems::none(),
        factor: SecondFactor::Totp,
        sent: false,
        sent_to: samples.fill("a***@example.test"),
        signed_in: false,
        may_trust: true,
        has_passkey: false,
        others: [SecondFactor::MailedCode, SecondFactor::BackupCode]
            .map(|factor| OtherFactor { factor, url: format!("/two-factor?flow=abc&method={}", factor.as_str()) })
            .into(),
        return_to: None,
    };
    let wrong = TwoFactorPage { problems: Problem::SecondFactorWrong.into(), ..app.clone() };
    let clock = TwoFactorPage { problems: Problem::SecondFactorOffClock.into(), ..app.clone() };
    let locked = TwoFactorPage { problems: Problem::TooManyTries { minutes: 15 }.into(), ..app.clone() };
    let alone = TwoFactorPage {
        chrome: samples.chrome(),
        factor: SecondFactor::BackupCode,
        signed_in: true,
        may_trust: false,
        others: Vec::new(),
        return_to: Some("/account/security".to_owned()),
        ..app.clone()
    };
    let mail = TwoFactorPage { factor: SecondFactor::MailedCode, ..app.clone() };
    let sent = TwoFactorPage { sent: true, ..mail.clone() };
    let text = TwoFactorPage { factor: SecondFactor::TextedCode, sent_to: samples.fill("***23"), ..app.clone() };
    let passkey = TwoFactorPage { has_passkey: true, ..app.clone() };
    let passkey_alone = TwoFactorPage { factor: SecondFactor::Passkey, has_passkey: true, others: Vec::new(), ..app.clone() };
    let expired = TwoFactorPage { problems: Problem::CodeSpent.into(), ..sent.clone() };
    vec![
        sample("two-factor", &app),
        sample("two-factor-wrong", &wrong),
        sample("two-factor-clock", &clock),
        sample("two-factor-locked", &locked),
        sample("two-factor-backup-code", &alone),
        sample("two-factor-mail", &mail),
        sample("two-factor-mail-sent", &sent),
        sample("two-factor-mail-expired", &expired),
        sample("two-factor-text", &text),
        sample("two-factor-or-passkey", &passkey),
        sample("two-factor-passkey", &passkey_alone),
    ]
}

fn first_second_factor(samples: Samples) -> Vec<Sample> {
    let asked = SetUpSecondFactorPage {
        chrome: samples.chrome_in_flow(),
        problems: Problems::none(),
        proposed: None,
        signed_in: false,
        put_off: None,
        return_to: None,
    };
    let offered = SetUpSecondFactorPage {
        put_off: Some(PutOff { until: moment(0), onward: "/oauth2/authorize/resume?flow=abc".to_owned() }),
        ..asked.clone()
    };
    let proposed = SetUpSecondFactorPage { proposed: Some(proposed_app(samples)), ..asked.clone() };
    let wrong = SetUpSecondFactorPage {
        chrome: samples.chrome(),
        problems: Problem::CodeWrong.into(),
        signed_in: true,
        return_to: Some("/account/security".to_owned()),
        ..proposed.clone()
    };
    let codes = FirstBackupCodesPage {
        chrome: samples.chrome_in_flow(),
        codes: (0..10).map(|number| samples.fill(&format!("aB3d{number}-Xy9Qz"))).collect(),
        onward: "/account".to_owned(),
    };
    vec![
        sample("two-factor-set-up", &asked),
        sample("two-factor-set-up-offered", &offered),
        sample("two-factor-set-up-proposed", &proposed),
        sample("two-factor-set-up-wrong", &wrong),
        sample("two-factor-first-backup-codes", &codes),
    ]
}
