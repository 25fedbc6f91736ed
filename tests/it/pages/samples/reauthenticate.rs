//! Proving again who it is, by whatever the person has.

use vestibule::login::password::view::{MailedWays, ReauthenticatePage, SignInAgain};
use vestibule::web::problem::{Problem, Problems};

use super::{Sample, Samples, sample};

pub fn samples(samples: Samples) -> Vec<Sample> {
    let everything = ReauthenticatePage {
        chrome: samples.chrome(),
        problems: Problem::PasswordWrong.into(),
        name: samples.fill("Ada Lovelace"),
        email: samples.fill("ada@example.test"),
        return_to: "/account/security".to_owned(),
        forgot_url: Some("/forgot-password".to_owned()),
        has_password: true,
        has_passkeys: true,
        has_wallet: true,
        again: SignInAgain::default(),
    };
    let nothing = ReauthenticatePage { has_password: false, has_passkeys: false, has_wallet: false, ..everything.clone() };
    let by_passkey = ReauthenticatePage { has_passkeys: true, problems: Problem::PasskeyRefused.into(), ..nothing.clone() };
    let by_wallet = |problem| ReauthenticatePage { has_wallet: true, problems: problem, ..nothing.clone() };
    let by_message = ReauthenticatePage {
        problems: Problems::none(),
        again: SignInAgain {
            remember: true,
            mail: Some((samples.fill("ada@example.test"), MailedWays { link: true, code: true, ..MailedWays::default() })),
            phone: Some(("+12015550123".to_owned(), MailedWays { text_message: true, ..MailedWays::default() })),
        },
        ..nothing.clone()
    };
    vec![
        sample("reauthenticate", &everything),
        sample("reauthenticate-passkey", &by_passkey),
        sample("reauthenticate-wallet", &by_wallet(Problem::WalletNotYours.into())),
        sample("reauthenticate-wallet-late", &by_wallet(Problem::WalletTooLate.into())),
        sample("reauthenticate-message", &by_message),
    ]
}
