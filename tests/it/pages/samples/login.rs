//! Signing in, signing up, passwords, mailed links.

use vestibule::admin::setup::view::SetupPage;
use vestibule::login::complete_profile::view::CompleteProfilePage;
use vestibule::login::email_code::view::EmailCodePage;
use vestibule::login::magic_link::view::{AskedElsewhere, MagicLinkPage};
use vestibule::login::mailed_request::{Mailed, MailedRequestPage};
use vestibule::login::passkey::view::PasskeyOfferPage;
use vestibule::login::password::notice::SignInNotice;
use vestibule::login::password::view::{
    CheckYourMailPage, ForgotPasswordPage, MailPurpose, MailedWays, ResetPasswordPage, SignInAddressPage, SignInPage,
    SignInPasswordPage, SignOutPage, SignUpPage, Taken,
};
use vestibule::login::verification::view::{ConfirmLinkPage, LinkPurpose, ToldDevice, VerifiedPage};
use vestibule::model::authentication_method::AuthenticationMethod;
use vestibule::model::user_agent::Device;
use vestibule::model::username::UsernameRules;
use vestibule::web::account_form::UsernameField;
use vestibule::web::problem::{Problem, Problems};

use super::{Sample, Samples, moment, sample};

pub fn samples(samples: Samples) -> Vec<Sample> {
    [
        sign_in(samples),
        sign_in_by_steps(samples),
        sign_up(samples),
        passwords(samples),
        links(samples),
        magic_links(samples),
        email_codes(samples),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn sign_in(samples: Samples) -> Vec<Sample> {
    let first = SignInPage {
        passkeys: true,
        wallets: true,
        chrome: samples.chrome_in_flow(),
        problems: Problems::none(),
        identifier: String::new(),
        takes: Taken::default(),
        last_used: None,
        remember: true,
        sign_up_url: Some("/sign-up".to_owned()),
        choose_url: None,
        forgot_url: Some("/forgot-password".to_owned()),
        mailed: MailedWays { link: true, code: true, text_message: true, last_used: Some(AuthenticationMethod::MagicLink) },
        notice: None,
        return_to: None,
    };
    let refused =
        |problem: Problem| SignInPage { problems: problem.into(), identifier: samples.fill("ada@example.test"), ..first.clone() };
    let alone = SignInPage {
        chrome: samples.chrome(),
        remember: false,
        sign_up_url: None,
        forgot_url: None,
        mailed: MailedWays::default(),
        passkeys: false,
        wallets: false,
        notice: Some(SignInNotice::PasswordReset),
        return_to: Some("/account/security".to_owned()),
        ..first.clone()
    };
    let out = SignOutPage {
        chrome: samples.chrome(),
        name: samples.fill("Ada Lovelace"),
        email: samples.fill("ada@example.test"),
        back_url: "/account/profile".to_owned(),
        several: false,
    };
    let offer = PasskeyOfferPage {
        chrome: samples.chrome_in_flow(),
        problems: Problems::none(),
        onward: "/account".to_owned(),
        return_to: String::new(),
    };
    let by_username = SignInPage { takes: Taken { usernames: true, phone_numbers: false }, ..refused(Problem::UsernameMismatch) };
    vec![
        sample("sign-in", &first),
        sample("sign-in-username", &SignInPage { identifier: samples.fill("ada"), ..by_username }),
        sample("sign-in-mismatch", &refused(Problem::CredentialsMismatch)),
        sample("sign-in-locked", &refused(Problem::TooManyTries { minutes: 2 })),
        sample("sign-in-locked-minute", &refused(Problem::TooManyTries { minutes: 1 })),
        sample("sign-in-disabled", &refused(Problem::AccountDisabled)),
        sample("sign-in-unverified", &refused(Problem::EmailUnverified)),
        sample("sign-in-expired", &refused(Problem::FormExpired)),
        sample("sign-in-last-used", &SignInPage { last_used: Some(AuthenticationMethod::Password), ..alone.clone() }),
        sample("sign-in-alone", &alone),
        sample("sign-in-passkey-unknown", &SignInPage { notice: Some(SignInNotice::PasskeyUnknown), ..first.clone() }),
        sample("sign-in-wallet-too-late", &SignInPage { notice: Some(SignInNotice::WalletTooLate), ..first.clone() }),
        sample("sign-in-wallet-refused", &SignInPage { notice: Some(SignInNotice::WalletRefused), ..first.clone() }),
        sample("sign-in-wallet-unknown", &SignInPage { notice: Some(SignInNotice::WalletUnknown), ..first.clone() }),
        sample("sign-in-wallet-last", &SignInPage { last_used: Some(AuthenticationMethod::Wallet), ..first.clone() }),
        sample("sign-in-passkey-last", &SignInPage { last_used: Some(AuthenticationMethod::Passkey), ..first.clone() }),
        sample("passkey-offer", &offer),
        sample("passkey-offer-refused", &PasskeyOfferPage { problems: Problem::PasskeyRefused.into(), ..offer.clone() }),
        sample("sign-in-beside", &SignInPage { choose_url: Some("/choose-account".to_owned()), ..alone }),
        sample("sign-out-all", &SignOutPage { several: true, ..out.clone() }),
        sample("sign-out", &out),
    ]
}

fn sign_in_by_steps(samples: Samples) -> Vec<Sample> {
    let address = SignInAddressPage {
        passkeys: true,
        wallets: true,
        chrome: samples.chrome_in_flow(),
        problems: Problems::none(),
        identifier: String::new(),
        takes: Taken::default(),
        sign_up_url: Some("/sign-up".to_owned()),
        choose_url: Some("/choose-account?flow=flow-value".to_owned()),
        notice: None,
        return_to: None,
    };
    let no_address =
        SignInAddressPage { problems: Problem::EmailMalformed.into(), identifier: samples.fill("ada"), ..address.clone() };
    let password = SignInPasswordPage {
        passkeys: true,
        wallets: true,
        chrome: samples.chrome_in_flow(),
        problems: Problems::none(),
        identifier: samples.fill("ada@example.test"),
        takes: Taken::default(),
        last_used: None,
        remember: true,
        change_url: "/sign-in?step=address&address=sealed".to_owned(),
        url: "/sign-in?address=sealed".to_owned(),
        forgot_url: Some("/forgot-password".to_owned()),
        mailed: MailedWays { link: true, code: true, text_message: true, last_used: None },
        return_to: None,
    };
    let alone = SignInPasswordPage {
        chrome: samples.chrome(),
        remember: false,
        forgot_url: None,
        mailed: MailedWays::default(),
        return_to: Some("/account/security".to_owned()),
        ..password.clone()
    };
    let no_identifier = SignInAddressPage {
        takes: Taken { usernames: true, phone_numbers: true },
        problems: Problem::IdentifierMalformed.into(),
        identifier: samples.fill("ada-"),
        ..address.clone()
    };
    let username = SignInPasswordPage {
        takes: Taken { usernames: true, phone_numbers: false },
        identifier: samples.fill("ada"),
        ..password.clone()
    };
    vec![
        sample("sign-in-address", &address),
        sample("sign-in-identifier-malformed", &no_identifier),
        sample("sign-in-password-username", &username),
        sample("sign-in-address-malformed", &no_address),
        sample("sign-in-password", &password),
        sample("sign-in-password-mismatch", &SignInPasswordPage { problems: Problem::CredentialsMismatch.into(), ..password }),
        sample("sign-in-password-alone", &alone),
    ]
}

fn sign_up(samples: Samples) -> Vec<Sample> {
    let first = SignUpPage {
        chrome: samples.chrome_in_flow(),
        problems: Problems::none(),
        name: String::new(),
        username: None,
        email: String::new(),
        fields: Vec::new(),
        minimum_length: 8,
        terms: None,
        passkeys: true,
        wallets: true,
        return_to: None,
        sign_in_url: "/sign-in".to_owned(),
    };
    let problems = vec![Problem::NameTooLong { maximum: 5 }, Problem::EmailMalformed, Problem::PasswordTooShort { minimum: 8 }];
    let refused =
        SignUpPage { problems: problems.into(), name: samples.fill("Ada Lovelace"), email: samples.fill("ada"), ..first.clone() };
    let with = |problem: Problem| SignUpPage { problems: problem.into(), ..first.clone() };
    let setup = SetupPage {
        chrome: samples.chrome(),
        problems: Problems::none(),
        code: "code-value".to_owned(),
        name: samples.fill(""),
        email: samples.fill(""),
        minimum_length: 12,
    };
    let declared = SignUpPage { fields: samples.declared_inputs(), ..first.clone() };
    let declared_refused = SignUpPage { problems: samples.declared_problems().into(), ..declared.clone() };
    let completing = CompleteProfilePage {
        person: "u1".to_owned(),
        chrome: samples.chrome_in_flow(),
        problems: Problems::none(),
        email: samples.fill("ada@example.test"),
        fields: samples.declared_inputs(),
        return_to: Some("/account".to_owned()),
    };
    let completing_refused = CompleteProfilePage { problems: samples.declared_problems().into(), ..completing.clone() };
    let mut guarded = first.clone();
    guarded.chrome.work = Some(samples.work());
    let rules = UsernameRules { minimum: 3, maximum: 30 };
    let optional = SignUpPage { username: Some(UsernameField::optional(rules, "")), ..first.clone() };
    let required = |typed: &str, problem: Problem| SignUpPage {
        username: Some(UsernameField::required(rules, typed)),
        problems: problem.into(),
        ..first.clone()
    };
    let [short, long] = [Problem::UsernameTooShort { minimum: 3 }, Problem::UsernameTooLong { maximum: 30 }];
    vec![
        sample("sign-up", &first),
        sample("sign-up-declared", &declared),
        sample("sign-up-declared-refused", &declared_refused),
        sample("complete-profile", &completing),
        sample("complete-profile-refused", &completing_refused),
        sample("sign-up-username", &optional),
        sample("sign-up-username-missing", &required("", Problem::UsernameMissing)),
        sample("sign-up-username-short", &required("ad", short)),
        sample("sign-up-username-long", &required(&"ada".repeat(11), long)),
        sample("sign-up-username-malformed", &required("ada lovelace", Problem::UsernameMalformed)),
        sample("sign-up-username-taken", &required("ada", Problem::UsernameTaken)),
        sample("sign-up-refused", &refused),
        sample("sign-up-taken", &with(Problem::EmailTaken)),
        sample("sign-up-nameless", &with(Problem::NameMissing)),
        sample("sign-up-long-password", &with(Problem::PasswordTooLong { maximum: 128 })),
        sample("sign-up-guessable", &with(Problem::PasswordGuessable)),
        sample("sign-up-guarded", &guarded),
        sample("sign-up-breached", &with(Problem::PasswordBreached)),
        sample("sign-up-domain-refused", &with(Problem::EmailDomainRefused)),
        sample("sign-up-unchecked", &with(Problem::PasswordUnchecked)),
        sample("admin-setup", &setup),
    ]
}

fn passwords(samples: Samples) -> Vec<Sample> {
    let forgot = ForgotPasswordPage {
        chrome: samples.chrome_in_flow(),
        problems: Problems::none(),
        phone_url: Some("/forgot-password/phone".to_owned()),
        return_to: Some("/account/security".to_owned()),
        email: samples.fill("ada@example.test"),
        sign_in_url: "/sign-in".to_owned(),
    };
    let mailed = |purpose: MailPurpose| CheckYourMailPage {
        chrome: samples.chrome(),
        address: samples.fill("ada@example.test"),
        purpose,
        for_accounts: false,
        wrong_address_url: "/sign-up".to_owned(),
        sign_in_url: "/sign-in".to_owned(),
        mailbox_url: Some("/dev/mail".to_owned()),
    };
    let reset = ResetPasswordPage {
        chrome: samples.chrome(),
        problems: Problems::none(),
        token: samples.fill("token-value"),
        email: samples.fill("ada@example.test"),
        minimum_length: 8,
        return_to: Some("/account/security".to_owned()),
    };
    let for_accounts = CheckYourMailPage { for_accounts: true, ..mailed(MailPurpose::MagicLink) };
    vec![
        sample("forgot-password", &forgot),
        sample("check-your-mail-verify", &mailed(MailPurpose::VerifyEmail)),
        sample("check-your-mail-reset", &mailed(MailPurpose::ResetPassword)),
        sample("check-your-mail-magic-link", &mailed(MailPurpose::MagicLink)),
        sample("check-your-mail-magic-link-for-accounts", &for_accounts),
        sample("reset-password", &reset),
        sample("reset-password-refused", &ResetPasswordPage { problems: Problem::PasswordGuessable.into(), ..reset.clone() }),
    ]
}

fn links(samples: Samples) -> Vec<Sample> {
    let purposes = [
        LinkPurpose::VerifyEmail,
        LinkPurpose::AllowEmailChange,
        LinkPurpose::ChangeEmail,
        LinkPurpose::DeleteAccount,
        LinkPurpose::Disown,
    ];
    let confirm = |purpose: LinkPurpose| ConfirmLinkPage {
        chrome: samples.chrome(),
        purpose,
        address: samples.fill("ada@example.test"),
        device: (purpose == LinkPurpose::Disown).then(|| ToldDevice {
            device: Device::guess("Firefox/147.0 Linux"),
            at: moment(0),
            ip_address: "203.0.113.7".to_owned(),
            place: Some(samples.fill("Köln, Germany")),
        }),
        token: samples.fill("token-value"),
        callback_url: Some("/account".to_owned()),
        return_to: None,
    };
    let done = |purpose: LinkPurpose| VerifiedPage {
        chrome: samples.chrome(),
        purpose,
        address: samples.fill("ada@example.test"),
        continue_url: "/account/profile".to_owned(),
    };
    let confirms = purposes.into_iter().map(|purpose| sample(&format!("confirm-link-{purpose:?}"), &confirm(purpose)));
    let dones = purposes.into_iter().map(|purpose| sample(&format!("link-done-{purpose:?}"), &done(purpose)));
    confirms.chain(dones).collect()
}

fn mailed_requests(samples: Samples, mailed: Mailed) -> (MailedRequestPage, MailedRequestPage) {
    let ask = MailedRequestPage {
        chrome: samples.chrome_in_flow(),
        problems: Problems::none(),
        mailed,
        email: String::new(),
        remember: true,
        return_to: None,
        sign_in_url: "/sign-in".to_owned(),
    };
    let malformed = MailedRequestPage {
        chrome: samples.chrome(),
        problems: Problem::EmailMalformed.into(),
        email: samples.fill("ada"),
        remember: false,
        return_to: Some("/account/security".to_owned()),
        ..ask.clone()
    };
    (ask, malformed)
}

fn magic_links(samples: Samples) -> Vec<Sample> {
    let (ask, malformed) = mailed_requests(samples, Mailed::Link);
    let follow = MagicLinkPage {
        chrome: samples.chrome(),
        address: samples.fill("a***@example.test"),
        elsewhere: AskedElsewhere { device: Device::guess("Firefox/147.0 Linux"), at: moment(0) },
        token: samples.fill("token-value"),
        places: vec![("callbackURL", samples.fill("/welcome")), ("newUserCallbackURL", samples.fill("/new"))],
    };
    let unknown = AskedElsewhere { device: Device::guess(""), ..follow.elsewhere };
    vec![
        sample("magic-link-request", &ask),
        sample("magic-link-request-malformed", &malformed),
        sample("magic-link", &follow),
        sample("magic-link-unknown-device", &MagicLinkPage { elsewhere: unknown, places: Vec::new(), ..follow.clone() }),
    ]
}

fn email_codes(samples: Samples) -> Vec<Sample> {
    let (ask, malformed) = mailed_requests(samples, Mailed::Code);
    let enter = EmailCodePage {
        chrome: samples.chrome_in_flow(),
        problems: Problems::none(),
        email: samples.fill("ada@example.test"),
        address: samples.fill("sealed"),
        for_accounts: false,
        sent_just_now: false,
        remember: true,
        return_to: None,
        change_url: "/sign-in/email-code".to_owned(),
        mailbox_url: None,
    };
    let again = EmailCodePage {
        chrome: samples.chrome(),
        for_accounts: true,
        sent_just_now: true,
        return_to: Some("/account/security".to_owned()),
        mailbox_url: Some("/dev/mail".to_owned()),
        ..enter.clone()
    };
    vec![
        sample("email-code-request", &ask),
        sample("email-code-request-malformed", &malformed),
        sample("email-code", &enter),
        sample("email-code-wrong", &EmailCodePage { problems: Problem::CodeWrong.into(), ..enter.clone() }),
        sample("email-code-spent", &EmailCodePage { problems: Problem::CodeSpent.into(), ..enter.clone() }),
        sample("email-code-again", &again),
    ]
}
