//! Lists of tables: `[[webhooks]]` and `[[actions]]`.

use vestibule::config::{Config, Mode, OnFailure, Sources};

use super::{config_of, fault_of, faults_of};

const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

fn webhook(more: &str) -> String {
    format!("[[webhooks]]\nname = 'crm'\nurl = 'https://hooks.example.com/x'\nsecret = '{SECRET}'\nevents = ['user.*']\n{more}\n")
}

fn action(more: &str) -> String {
    format!("[[actions]]\nname = 'rule'\nurl = 'https://hooks.example.com/x'\nsecret = '{SECRET}'\n{more}\n")
}

#[test]
fn a_list_is_read_from_file_and_environment() {
    let config = config_of(&(webhook("") + &action("points = ['token']\non_failure = 'go_on'")));
    assert!(config.webhooks[0].takes("user.created") && !config.webhooks[0].takes("session.created"));
    assert_eq!((config.actions[0].on_failure, config.actions[0].timeout_milliseconds.duration().as_secs()), (OnFailure::GoOn, 2));
    let json = format!(r#"[{{"name":"other","url":"https://x.example","secret":"{SECRET}","events":["*"]}}]"#);
    let sources = Sources::none().toml(webhook("")).environment([("VESTIBULE__WEBHOOKS", json)]);
    let config = Config::load(&sources, Mode::Serve).expect("it is sound");
    assert_eq!((config.webhooks.len(), config.webhooks[0].name.as_str()), (1, "other"), "the environment replaces the file");
}

#[test]
fn a_secret_can_stand_in_a_file() {
    let file = crate::support::databases::new_path();
    std::fs::write(&file, format!("{SECRET}\n")).unwrap();
    let text = webhook("").replace(&format!("secret = '{SECRET}'"), &format!("secret_file = '{}'", file.display()));
    assert_eq!(config_of(&text).webhooks[0].secrets().len(), 1);
    let both = webhook(&format!("secret_file = '{}'", file.display()));
    assert!(fault_of(&both).contains("secret and secret_file are both set"));
}

#[test]
fn faults_name_the_table_and_no_secret() {
    for (text, expected) in [
        (webhook("evnts = []"), "webhooks.crm"),
        (webhook("").replace("user.*", "user.*x"), "there are no events"),
        (webhook("").replace("name = 'crm'", "name = 'C R M'"), "is not a name"),
        (webhook("").replace(SECRET, "whsec_short"), "secret of crm"),
        (webhook("") + &webhook(""), "crm is there twice"),
        ("[webhooks]\nname = 'crm'".to_owned(), "[[webhooks]]"),
        (action("points = ['token']"), "on_failure"),
        (action("points = ['tokens']\non_failure = 'refuse'"), "tokens"),
        (action("points = ['token']\non_failure = 'refuse'\ntimeout_milliseconds = 20000"), "20000"),
    ] {
        let faults = faults_of(&text);
        assert!(faults.iter().any(|fault| fault.contains(expected)), "{expected}: {faults:?}");
        assert!(faults.iter().all(|fault| !fault.contains("MfKQ")), "{faults:?}");
    }
}

#[test]
fn what_is_shown_hides_secrets_and_is_no_change_by_itself() {
    let config = config_of(&webhook(""));
    let shown = config.show(true);
    assert!(shown.contains("[[webhooks]]") && !shown.contains("MfKQ") && !shown.contains("hooks.example.com"), "{shown}");
    assert_eq!(config.changed_keys(&config), Vec::<String>::new());
    let other = config_of(&webhook("").replace("MfKQ", "MfKR"));
    assert_eq!(config.changed_keys(&other), ["webhooks.crm.secret"]);
}
