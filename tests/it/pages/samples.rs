//! Every page with every state worth seeing. A hostile filling puts an attack wherever a text comes from outside.

use askama::Template;
use vestibule::clock::Timestamp;
use vestibule::locale::{Locale, Locales, Texts};
use vestibule::users::proof_of_work::Challenge;
use vestibule::web::authenticator_app::ProposedApp;
use vestibule::web::captcha::FormChallenge;
use vestibule::web::chrome::{AppLine, Brand, Chrome, language_menu};
use vestibule::web::error_view::{Comparison, ErrorAction, ErrorKind, ErrorPage};
use vestibule::web::qr_code::QrCode;

mod account;
mod apps;
mod declared;
mod dev;
mod devices;
mod login;
mod phone;
mod reauthenticate;
mod second_factor;
mod sign_up;

/// How names and texts of people and apps are filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filling {
    /// As on a good day.
    Plain,
    /// Every text that comes from outside attacks the page.
    Hostile,
}

/// What a hostile person or app is called.
pub const HOSTILE: &str = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>\u{202E}";

/// A rendered page.
pub struct Sample {
    pub name: String,
    pub html: String,
}

/// One language and filling.
#[derive(Clone, Copy, Debug)]
pub struct Samples {
    pub locale: Locale,
    pub filling: Filling,
}

impl Samples {
    /// Every page.
    pub fn all(self) -> Vec<Sample> {
        let parts = [
            login::samples(self),
            reauthenticate::samples(self),
            sign_up::samples(self),
            phone::samples(self),
            second_factor::samples(self),
            apps::samples(self),
            devices::samples(self),
            self.errors(),
            account::samples(self),
            dev::samples(self),
        ];
        parts.into_iter().flatten().collect()
    }

    fn fill(self, plain: &str) -> String {
        match self.filling {
            Filling::Plain => plain.to_owned(),
            Filling::Hostile => HOSTILE.to_owned(),
        }
    }

    /// The frame of a page that belongs to no app.
    fn chrome(self) -> Chrome {
        Chrome {
            texts: Texts::new(self.locale),
            brand: Brand {
                name: self.fill("Northwind"),
                logo_url: None,
                help_url: Some("https://northwind.example/help".to_owned()),
                privacy_url: Some("https://northwind.example/privacy".to_owned()),
                terms_url: Some("https://northwind.example/terms".to_owned()),
            },
            app: None,
            csrf: "csrf-value".to_owned(),
            flow: None,
            work: None,
            languages: language_menu(&Locales::new("en", true), self.locale, "/page", Some("flow=abc&ui_locales=en")),
            dev: self.filling == Filling::Hostile,
            request_id: "01JD3V8Q7M4W".to_owned(),
        }
    }

    /// What a guarded form asks of the browser.
    fn work(self) -> FormChallenge {
        let challenge = Challenge { text: self.fill("1790000000000-18-value.signature"), bits: 18 };
        FormChallenge { challenge, wait_seconds: 20 }
    }

    /// The frame of a page within a login transaction.
    fn chrome_in_flow(self) -> Chrome {
        let app = AppLine {
            name: self.fill("Fieldnotes"),
            logo_url: None,
            host: Some("fieldnotes.example".to_owned()),
            verified: self.filling == Filling::Plain,
        };
        Chrome { app: Some(app), flow: Some("flow-value".to_owned()), ..self.chrome() }
    }

    fn errors(self) -> Vec<Sample> {
        let page = |kind: ErrorKind| ErrorPage {
            chrome: self.chrome(),
            kind,
            description: None,
            time: moment(0),
            primary: ErrorAction::start_again(&self.chrome(), "/"),
            secondary: None,
            comparison: None,
        };
        let mut samples: Vec<Sample> =
            ErrorKind::ALL.into_iter().map(|kind| sample(&format!("error-{}", kind.code()), &page(kind))).collect();
        let registered = ["https://fieldnotes.example/callback".to_owned(), "https://fieldnotes.example/login/cb".to_owned()];
        let received = self.fill("https://fieldnotes.example/callback/");
        let for_developers = ErrorPage {
            description: Some("The redirect_uri is not registered for this client.".to_owned()),
            secondary: Some(ErrorAction::back_to_app(&self.chrome(), &self.fill("Fieldnotes"), "https://fieldnotes.example/")),
            comparison: Some(Comparison::between("redirect_uri", &registered, &received)),
            ..page(ErrorKind::RedirectUriMismatch)
        };
        samples.push(sample("error-for-developers", &for_developers));
        samples
    }
}

/// 2026-11-21 18:42 UTC and some minutes.
fn moment(minutes: i64) -> Timestamp {
    Timestamp::from_seconds(1_795_286_520 + 60 * minutes)
}

/// An authenticator app that is being set up.
fn proposed_app(samples: Samples) -> ProposedApp {
    ProposedApp {
        qr_code: QrCode::of("otpauth://totp/Northwind:ada%40example.test?secret=GEZDGNBVGY3TQOJQ&issuer=Northwind"),
        secret: samples.fill("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ"),
    }
}

fn sample(name: &str, page: &impl Template) -> Sample {
    Sample { name: name.to_owned(), html: page.render().unwrap() }
}
