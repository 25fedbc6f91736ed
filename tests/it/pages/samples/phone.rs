//! Codes in text messages.

use vestibule::login::phone::view::{PhoneCodePage, PhoneRequestPage, PhoneResetPage, SentTo};
use vestibule::model::phone_code::PhoneCodeUse;
use vestibule::web::problem::{Problem, Problems};

use super::{Sample, Samples, sample};

pub fn samples(samples: Samples) -> Vec<Sample> {
    let ask = PhoneRequestPage {
        chrome: samples.chrome_in_flow(),
        problems: Problems::none(),
        code_use: PhoneCodeUse::Verify,
        phone: String::new(),
        remember: true,
        return_to: None,
        sign_in_url: "/sign-in".to_owned(),
    };
    let refused = |problem: Problem| PhoneRequestPage {
        chrome: samples.chrome(),
        problems: problem.into(),
        phone: samples.fill("+1 201 555"),
        return_to: Some("/account/security".to_owned()),
        ..ask.clone()
    };
    let for_reset = PhoneRequestPage { chrome: samples.chrome(), code_use: PhoneCodeUse::ResetPassword, ..ask.clone() };
    let sent = SentTo {
        number: samples.fill("+1 201-555-0123"),
        sealed: samples.fill("sealed"),
        for_accounts: false,
        just_now: false,
        change_url: "/sign-in/phone".to_owned(),
        mailbox_url: None,
    };
    let again = SentTo { for_accounts: true, just_now: true, mailbox_url: Some("/dev/mail".to_owned()), ..sent.clone() };
    let enter = PhoneCodePage {
        chrome: samples.chrome_in_flow(),
        problems: Problems::none(),
        sent: sent.clone(),
        remember: true,
        return_to: None,
    };
    let reset = PhoneResetPage {
        chrome: samples.chrome(),
        problems: Problems::none(),
        sent: again.clone(),
        minimum_length: 8,
        return_to: None,
    };
    vec![
        sample("phone-request", &ask),
        sample("phone-request-malformed", &refused(Problem::PhoneNumberMalformed)),
        sample("phone-request-elsewhere", &refused(Problem::PhoneNumberElsewhere)),
        sample("phone-request-reset", &for_reset),
        sample("phone-code", &enter),
        sample("phone-code-wrong", &PhoneCodePage { problems: Problem::CodeWrong.into(), ..enter.clone() }),
        sample("phone-code-again", &PhoneCodePage { chrome: samples.chrome(), sent: again, ..enter.clone() }),
        sample("phone-reset", &reset),
        sample("phone-reset-refused", &PhoneResetPage { problems: Problem::CodeSpent.into(), ..reset.clone() }),
    ]
}
