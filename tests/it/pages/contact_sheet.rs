//! Writes every page beside its assets to `<target>/tmp/pages/<language>-<filling>/`, and every mail to `<target>/tmp/mails/<language>/`,
//! to be looked at in a browser.

use std::fs;
use std::path::Path;

use vestibule::locale::Locale;
use vestibule::web::assets;
use vestibule::web::brand_color::BrandColor;

use super::mails::mails;
use super::samples::{Filling, Samples};

const FILES: [&str; 6] = ["look.css", "enhance.js", "passkeys.js", "proof_of_work.js", "wallet.js", "favicon.svg"];

#[test]
fn every_page_is_there_to_be_looked_at() {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pages");
    let mut locales = Locale::all();
    locales.push(Locale::pseudo());
    for locale in locales {
        for filling in [Filling::Plain, Filling::Hostile] {
            let folder = root.join(format!("{}-{filling:?}", locale.tag()).to_lowercase());
            fs::create_dir_all(&folder).unwrap();
            for file in FILES {
                fs::copy(Path::new(env!("CARGO_MANIFEST_DIR")).join("static").join(file), folder.join(file)).unwrap();
            }
            fs::write(folder.join("brand.css"), BrandColor::default().stylesheet()).unwrap();
            for sample in (Samples { locale, filling }).all() {
                let named = FILES.iter().fold(sample.html, |html, file| html.replace(&assets::url(file), file));
                let relative = named.replace(assets::BRAND_STYLESHEET, "brand.css");
                assert!(!relative.contains("/assets/"), "{} needs a file that is not copied", sample.name);
                fs::write(folder.join(format!("{}.html", sample.name)), relative).unwrap();
            }
        }
    }
}

#[test]
fn every_mail_is_there_to_be_looked_at() {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mails");
    let mut locales = Locale::all();
    locales.push(Locale::pseudo());
    for locale in locales {
        let folder = root.join(locale.tag());
        fs::create_dir_all(&folder).unwrap();
        for (name, mail) in mails(locale, "Ada Lovelace") {
            fs::write(folder.join(format!("{name}.html")), mail.html).unwrap();
            fs::write(folder.join(format!("{name}.txt")), format!("{}\n\n{}", mail.subject, mail.text)).unwrap();
        }
    }
}
