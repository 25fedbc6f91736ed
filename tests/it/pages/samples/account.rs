//! The account.

use vestibule::account::activity::view::{ActivityLine, ActivityPage};
use vestibule::account::connected_apps::view::{AppRow, ConnectedAppsPage};
use vestibule::account::delete::view::{DeletePage, DeletedPage};
use vestibule::account::frame::{Frame, Section};
use vestibule::account::linked_accounts::view::{IdentitiesPage, IdentityKind, IdentityLine, WayInKind, WayInLine};
use vestibule::account::notice::Notice;
use vestibule::account::passkeys::view::{PasskeyLine, PasskeysPage};
use vestibule::account::profile::view::{EmailChange, EnteredNumber, PhoneCard, Portrait, ProfilePage, UsernameCard};
use vestibule::account::security::view::SecurityPage;
use vestibule::account::sessions::view::{SessionLine, SessionsPage};
use vestibule::account::two_factor::view::{BackupCodesPage, BrowserLine, TwoFactorPage};
use vestibule::events::audit::AuditKind;
use vestibule::model::authentication_method::{AuthenticationMethod, AuthenticationMethods};
use vestibule::model::second_factor::SecondFactor;
use vestibule::model::user_agent::Device;
use vestibule::model::username::UsernameRules;
use vestibule::users::email_change::Way;
use vestibule::web::account_form::UsernameField;
use vestibule::web::problem::{Problem, Problems};

use super::{Sample, Samples, moment, proposed_app, sample};

pub fn samples(samples: Samples) -> Vec<Sample> {
    [
        profiles(samples),
        security(samples),
        passkeys(samples),
        identities(samples),
        second_factor(samples),
        lists(samples),
        activity(samples),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn frame(samples: Samples, section: Section) -> Frame {
    Frame {
        section,
        name: samples.fill("Ada Lovelace"),
        known_by: samples.fill("ada@example.test"),
        has_mailbox: true,
        may_delete: true,
        two_factor: true,
        passkeys: true,
        several: false,
        console_url: None,
        notice: None,
    }
}

/// Of somebody who has given no address.
fn unreachable(frame: Frame) -> Frame {
    Frame { known_by: frame.name.clone(), has_mailbox: false, ..frame }
}

fn profiles(samples: Samples) -> Vec<Sample> {
    let plain = ProfilePage {
        chrome: samples.chrome(),
        frame: Frame { notice: Some(Notice::EmailPermissionAsked), ..frame(samples, Section::Profile) },
        problems: Problems::none(),
        name: samples.fill("Ada Lovelace"),
        picture: samples.fill(""),
        portrait: Portrait { url: None, elsewhere: false, maximum: Some("1 MB".to_owned()) },
        fields: Vec::new(),
        username: None,
        phone: None,
        email: samples.fill("ada@example.test"),
        email_verified: true,
        email_change: EmailChange::Form { new_email: String::new() },
        way: Way::AllowThenProve,
    };
    let refused = ProfilePage {
        frame: Frame { console_url: Some("/admin".to_owned()), several: true, ..frame(samples, Section::Profile) },
        problems: vec![Problem::NameMissing, Problem::PictureMalformed, Problem::EmailTaken].into(),
        email_verified: false,
        email_change: EmailChange::Form { new_email: samples.fill("ada@lovelace.example") },
        way: Way::Prove,
        ..plain.clone()
    };
    let stale = ProfilePage {
        frame: Frame { may_delete: false, ..frame(samples, Section::Profile) },
        email_change: EmailChange::ProofFirst { proof_url: "/confirm-identity?return_to=%2Faccount%2Fprofile".to_owned() },
        ..plain.clone()
    };
    let portrait = |url: Option<&str>, elsewhere, maximum: Option<&str>| Portrait {
        url: url.map(str::to_owned),
        elsewhere,
        maximum: maximum.map(str::to_owned),
    };
    let uploaded = ProfilePage {
        portrait: portrait(Some("/pictures/5mUqYb0pZr2dQkT7xVhN1cLwJ9aEfGs3"), false, Some("1 MB")),
        ..plain.clone()
    };
    let elsewhere = ProfilePage {
        portrait: portrait(None, true, Some("1 MB")),
        picture: samples.fill("https://pictures.example/ada.png"),
        problems: Problem::PictureTooLarge { maximum: "1 MB".to_owned() }.into(),
        ..plain.clone()
    };
    let no_uploads = ProfilePage { portrait: portrait(None, false, None), ..plain.clone() };
    let at_once = ProfilePage { email_verified: false, way: Way::AtOnce, ..plain.clone() };
    let fixed = ProfilePage { email_change: EmailChange::Off, ..plain.clone() };
    let declared = ProfilePage { fields: samples.declared_inputs(), ..fixed.clone() };
    let rules = UsernameRules { minimum: 3, maximum: 30 };
    let named = |current: Option<String>, field: Option<UsernameField>| ProfilePage {
        username: Some(UsernameCard { current, field }),
        ..fixed.clone()
    };
    let field = |typed: &str| Some(UsernameField::required(rules, typed));
    let nameless = named(None, field(""));
    let ada = samples.fill("Ada.Lovelace");
    let stays = ProfilePage { problems: Problem::UsernameImmutable.into(), ..named(Some(ada.clone()), field(&ada)) };
    let number = samples.fill("+1 201-555-0123");
    let without = PhoneCard { current: None, typed: String::new(), entered: None, proof_url: None, mailbox_url: None };
    let with = PhoneCard { current: Some(number.clone()), ..without.clone() };
    let entered = Some(EnteredNumber { number: number.clone(), sealed: samples.fill("sealed") });
    let entering = PhoneCard { entered, mailbox_url: Some("/dev/mail".to_owned()), ..without.clone() };
    let asked = PhoneCard { proof_url: Some("/confirm-identity?return_to=%2Faccount%2Fprofile".to_owned()), ..with.clone() };
    let phone = |card: PhoneCard, problems: Problems| ProfilePage { phone: Some(card), problems, ..fixed.clone() };
    let temporary = ProfilePage {
        email: "12015550123@phone.invalid".to_owned(),
        email_verified: false,
        frame: unreachable(plain.frame.clone()),
        ..plain.clone()
    };
    let taken = PhoneCard { typed: number, ..with.clone() };
    let mut samples = vec![
        sample("account-phone-none", &phone(without, Problems::none())),
        sample("account-phone", &phone(with.clone(), Problems::none())),
        sample("account-phone-code", &phone(entering.clone(), Problems::none())),
        sample("account-phone-code-wrong", &phone(entering, Problem::CodeWrong.into())),
        sample("account-phone-taken", &phone(taken, Problem::PhoneNumberTaken.into())),
        sample("account-phone-needed", &phone(with, Problem::PhoneNumberNeeded.into())),
        sample("account-phone-stale", &phone(asked, Problems::none())),
        sample("account-temporary-email", &temporary),
        sample("account-profile", &plain),
        sample("account-profile-declared", &declared),
        sample("account-username", &named(Some(ada.clone()), field(&ada))),
        sample("account-username-none", &nameless),
        sample("account-username-refused", &stays),
        sample("account-username-fixed", &named(Some(ada), None)),
        sample("account-picture", &uploaded),
        sample("account-picture-elsewhere", &elsewhere),
        sample("account-picture-no-uploads", &no_uploads),
        sample("account-profile-refused", &refused),
        sample("account-profile-stale", &stale),
        sample("account-profile-at-once", &at_once),
        sample("account-profile-fixed", &fixed),
    ];
    samples.extend(Notice::ALL.map(|notice| {
        let page = ProfilePage { frame: Frame { notice: Some(notice), ..plain.frame.clone() }, ..plain.clone() };
        sample(&format!("account-notice-{notice:?}"), &page)
    }));
    samples
}

fn identities(samples: Samples) -> Vec<Sample> {
    let way = |kind: WayInKind| WayInLine { kind, url: "/account/security".to_owned() };
    let page = IdentitiesPage {
        chrome: samples.chrome(),
        frame: frame(samples, Section::Identities),
        problems: Problems::none(),
        ways: vec![
            way(WayInKind::Password { set: true }),
            way(WayInKind::Passkeys { count: 2 }),
            way(WayInKind::Mail { address: Some(samples.fill("ada@example.test")) }),
            way(WayInKind::Phone { number: None }),
            way(WayInKind::Username { username: Some(samples.fill("ada.lovelace")) }),
        ],
        identities: vec![
            IdentityLine {
                id: "one".to_owned(),
                kind: IdentityKind::Wallet { address: "0x71C7656EC7ab88b098defB751B7401B5f6d8976F".to_owned(), chain: 1 },
                since: moment(0),
            },
            IdentityLine {
                id: "two".to_owned(),
                kind: IdentityKind::Provider { provider: samples.fill("github") },
                since: moment(-60),
            },
        ],
    };
    let least = IdentitiesPage {
        ways: vec![way(WayInKind::Password { set: false }), way(WayInKind::Passkeys { count: 0 })],
        problems: Problem::IdentityLastWayIn.into(),
        ..page.clone()
    };
    let none = IdentitiesPage { identities: Vec::new(), ..page.clone() };
    vec![sample("account-identities", &page), sample("account-identities-last", &least), sample("account-identities-none", &none)]
}

fn passkeys(samples: Samples) -> Vec<Sample> {
    let line = |name: &str, backed_up: bool, used: bool| PasskeyLine {
        id: "abc".to_owned(),
        name: if name.is_empty() { String::new() } else { samples.fill(name) },
        backed_up,
        created_at: moment(0),
        last_used_at: used.then(|| moment(5)),
    };
    let none = PasskeysPage {
        chrome: samples.chrome(),
        frame: frame(samples, Section::Passkeys),
        problems: Problems::none(),
        passkeys: Vec::new(),
    };
    let some = PasskeysPage {
        passkeys: vec![line("Google Password Manager", true, true), line("", false, false), line("My key ring", false, true)],
        ..none.clone()
    };
    let last = PasskeysPage { problems: Problem::PasskeyLastWayIn.into(), ..some.clone() };
    vec![sample("account-passkeys-none", &none), sample("account-passkeys", &some), sample("account-passkeys-last", &last)]
}

fn second_factor(samples: Samples) -> Vec<Sample> {
    let off = TwoFactorPage {
        chrome: samples.chrome(),
        frame: frame(samples, Section::TwoFactor),
        problems: Problems::none(),
        enabled_at: None,
        has_app: false,
        browsers: Vec::new(),
        backup_codes_left: 0,
        proposed: None,
    };
    let proposed = TwoFactorPage { proposed: Some(proposed_app(samples)), ..off.clone() };
    let wrong = TwoFactorPage { problems: Problem::CodeWrong.into(), ..proposed.clone() };
    let browser = |number: i64| BrowserLine {
        id: format!("browser{number}"),
        device: Device { browser: Some("Firefox"), system: (number > 0).then_some("Linux") },
        created_at: moment(number),
        used_at: moment(number + 60),
        expires_at: moment(number + 60 * 24 * 30),
        current: number == 0,
    };
    let browsers = vec![browser(0), browser(1)];
    let on = TwoFactorPage { enabled_at: Some(moment(0)), has_app: true, backup_codes_left: 9, browsers, ..off.clone() };
    let by_mail = TwoFactorPage { has_app: false, backup_codes_left: 0, ..on.clone() };
    let codes = BackupCodesPage {
        chrome: samples.chrome(),
        frame: frame(samples, Section::TwoFactor),
        codes: (0..10).map(|number| samples.fill(&format!("aB3d{number}-Xy9Qz"))).collect(),
        just_set_up: true,
    };
    vec![
        sample("account-two-factor", &off),
        sample("account-two-factor-set-up", &proposed),
        sample("account-two-factor-wrong", &wrong),
        sample("account-two-factor-on", &on),
        sample("account-two-factor-by-mail", &by_mail),
        sample("account-backup-codes", &codes),
    ]
}

fn activity(samples: Samples) -> Vec<Sample> {
    let none =
        ActivityPage { chrome: samples.chrome(), frame: frame(samples, Section::Activity), lines: Vec::new(), older_url: None };
    let known = AuthenticationMethods::first(AuthenticationMethod::Password);
    let line = |(minutes, kind)| ActivityLine {
        kind,
        occurred_at: moment(minutes),
        ip_address: samples.fill("192.0.2.7"),
        place: (minutes % 2 == 0).then(|| samples.fill("Köln, Germany")),
        device: (minutes % 3 != 0).then(|| Device::guess("Firefox/147.0 Linux")),
        methods: Some(known.clone()).filter(|_| matches!(kind, AuditKind::SignedIn | AuditKind::SignInRefused)),
    };
    let every = ActivityPage {
        lines: (0..).zip(AuditKind::ALL).map(line).collect(),
        older_url: Some("/account/activity?before=1795286520000".to_owned()),
        ..none.clone()
    };
    vec![sample("account-activity-none", &none), sample("account-activity", &every)]
}

fn security(samples: Samples) -> Vec<Sample> {
    let page = SecurityPage {
        chrome: samples.chrome(),
        frame: frame(samples, Section::Security),
        problems: Problems::none(),
        has_password: true,
        password_changed_at: Some(moment(0)),
        minimum_length: 8,
        revoke_sessions: true,
    };
    let problems = vec![Problem::CurrentPasswordWrong, Problem::PasswordTooShort { minimum: 8 }];
    let delete = DeletePage {
        chrome: samples.chrome(),
        frame: frame(samples, Section::Delete),
        problems: Problems::none(),
        has_password: true,
    };
    let nowhere_to_mail =
        SecurityPage { has_password: false, password_changed_at: None, frame: unreachable(page.frame.clone()), ..page.clone() };
    let not_yet = DeletePage { has_password: false, frame: unreachable(delete.frame.clone()), ..delete.clone() };
    let deleted = DeletedPage { chrome: samples.chrome(), sign_in_url: "/sign-in".to_owned() };
    vec![
        sample("account-security", &page),
        sample("account-security-refused", &SecurityPage { problems: problems.into(), ..page.clone() }),
        sample("account-security-first", &SecurityPage { has_password: false, password_changed_at: None, ..page.clone() }),
        sample("account-security-no-address", &nowhere_to_mail),
        sample("account-delete-no-address", &not_yet),
        sample("account-delete", &delete),
        sample("account-delete-by-mail", &DeletePage { has_password: false, ..delete.clone() }),
        sample("account-deleted", &deleted),
    ]
}

fn lists(samples: Samples) -> Vec<Sample> {
    let session = |device: &str, current: bool| SessionLine {
        id: format!("session-{device}-{current}"),
        let_in: device.starts_with("curl").then(|| samples.fill("Acme CLI")),
        device: Device::guess(device),
        ip_address: "203.0.113.7".to_owned(),
        place: current.then(|| samples.fill("Köln, Germany")),
        methods: AuthenticationMethods::first(AuthenticationMethod::Password)
            .and(AuthenticationMethod::Second(SecondFactor::Totp)),
        created_at: moment(-3000),
        last_used_at: moment(0),
        current,
    };
    let sessions = SessionsPage {
        chrome: samples.chrome(),
        frame: frame(samples, Section::Sessions),
        sessions: vec![session("Firefox/147.0 Linux", true), session("curl/8.14.1", false), session("", false)],
    };
    let alone = SessionsPage { sessions: vec![session("Firefox/147.0 Linux", true)], ..sessions.clone() };
    let app = |name: &str, last_used: bool| AppRow {
        client_id: samples.fill(name),
        name: samples.fill(name),
        scopes: ["openid", "profile", "email", "phone", "address", "offline_access", "notes.read"].map(str::to_owned).to_vec(),
        since: moment(-90_000),
        last_used_at: Some(moment(0)).filter(|_| last_used),
    };
    let apps = ConnectedAppsPage {
        chrome: samples.chrome(),
        frame: frame(samples, Section::ConnectedApps),
        apps: vec![app("Fieldnotes", true), app("Timesheets", false)],
    };
    vec![
        sample("account-sessions", &sessions),
        sample("account-sessions-alone", &alone),
        sample("account-apps", &apps),
        sample("account-apps-none", &ConnectedAppsPage { apps: Vec::new(), ..apps.clone() }),
    ]
}
