//! Declarations of additional fields: what can be declared, and that every fault is told at its own place.

use serde_json::json;
use vestibule::config::{Mode, Sources};
use vestibule::model::additional_fields::{FieldKind, ShownOn};

use super::{config_of, faults, faults_of};

#[test]
fn a_field_of_every_kind_is_declared_in_toml_in_its_order() {
    let config = config_of(
        "[users.additional_fields.company]\ntype = 'string'\nrequired = true\nlabel = { en = 'Company', de = 'Firma' }\n\
         [users.additional_fields.plan]\ntype = ['free', 'pro']\ndefault = 'free'\ninput = false\n\
         [users.additional_fields.born]\ntype = 'date'\nclaim = 'birthdate'\nscope = 'profile'\n\
         [users.additional_fields.alpha]\ntype = 'json'\n\
         [sessions.additional_fields.theme]\ntype = 'string'\ndefault = 'light'",
    );
    let fields: Vec<_> = config.users.fields().iter().collect();
    assert_eq!(fields.iter().map(|field| field.name.as_str()).collect::<Vec<_>>(), ["company", "plan", "born", "alpha"]);
    assert_eq!(fields[0].label.in_language("de-CH"), Some("Firma"));
    assert_eq!(fields[0].label.in_language("fr"), Some("Company"));
    assert_eq!(fields[1].kind, FieldKind::Choice(vec!["free".to_owned(), "pro".to_owned()]));
    assert_eq!(
        fields.iter().map(|field| field.shown_on).collect::<Vec<_>>(),
        [ShownOn::SignUp, ShownOn::Nowhere, ShownOn::Profile, ShownOn::Nowhere]
    );
    assert_eq!(config.users.fields().claims().collect::<Vec<_>>(), ["birthdate"]);
    assert_eq!(config.sessions.fields().iter().map(|field| field.default.clone()).collect::<Vec<_>>(), [Some(json!("light"))]);
}

#[test]
fn the_environment_takes_the_declarations_as_json() {
    let variable = "VESTIBULE__USERS__ADDITIONAL_FIELDS";
    let load = |text: &str| vestibule::config::Config::load(&Sources::none().environment([(variable, text)]), Mode::Serve);
    let config = load(r#"{ "company": { "type": "string" } }"#).expect("it is sound");
    assert!(config.users.fields().find("company").is_some());
    assert!(load("").expect("it is sound").users.fields().is_empty());
    let found = faults(Sources::none().environment([(variable, "company")]), Mode::Serve);
    assert_eq!(
        found,
        ["users.additional_fields (VESTIBULE__USERS__ADDITIONAL_FIELDS): it is not a JSON object; \
         write a table of declarations, by the names of the fields"]
    );
}

#[test]
fn what_holds_is_shown_as_toml_that_says_the_same() {
    let config = config_of("[users.additional_fields.company]\ntype = 'string'\nlabel = { en = 'Company' }\nrequired = true");
    let shown = config.show(false);
    assert!(shown.contains(r#"additional_fields = { "company" = { "type" = "string""#), "{shown}");
    assert_eq!(config_of(&shown).users.fields(), config.users.fields());
}

#[test]
fn names_that_mean_something_else_are_refused() {
    for name in [
        "id",
        "email",
        "emailVerified",
        "email_verified",
        "EMAIL",
        "role",
        "banned",
        "username",
        "phoneNumber",
        "phone_number_verified",
        "twoFactorEnabled",
        "isAnonymous",
        "createdAt",
        "password",
        "passwordHash",
        "callbackURL",
        "rememberMe",
        "constructor",
        "prototype",
        "__proto__",
        "toString",
        "org_id",
        "is_admin",
        "1st",
        "with space",
        "ünder",
        "_x",
    ] {
        let found = faults_of(&format!("[users.additional_fields.'{name}']\ntype = 'string'"));
        assert_eq!(found.len(), 1, "{name}: {found:?}");
        assert!(found[0].starts_with(&format!("users.additional_fields.{name} (vestibule.toml): ")), "{}", found[0]);
    }
    for name in ["token", "userId", "expiresAt", "ip_address", "activeOrganizationId", "impersonatedBy"] {
        assert_eq!(faults_of(&format!("[sessions.additional_fields.{name}]\ntype = 'string'")).len(), 1, "{name}");
    }
}

#[test]
fn every_fault_of_every_declaration_is_told_at_once() {
    let found = faults_of(
        "[users.additional_fields.a]\ntype = 'text'\nrequired = 'yes'\nlabel = 3\ncolour = 'red'\nmaximum_length = 0\n\
         [users.additional_fields.b]\ntype = 'json'\nrequired = true\nunique = true\nshown_on = 'sign_up'\n\
         [users.additional_fields.c]\ntype = ['x', 'x']\n\
         [users.additional_fields.d]\ntype = 'number'\ndefault = 'one'\n\
         [users.additional_fields.e]\ntype = 'string'\nrequired = true\ninput = false\n\
         [users.additional_fields.f]\ntype = 'string'\nclaim = 'sub'\nscope = 'profile'\n\
         [users.additional_fields.g]\ntype = 'string'\nclaim = 'groups'\nscope = 'profile'\n\
         [users.additional_fields.h]\ntype = 'string'\nclaim = 'team'\n\
         [users.additional_fields.i]\ntype = 'string'\nclaim = 'team'\nscope = 'a b'\n\
         [users.additional_fields]\nj = 1\nG = { type = 'string' }",
    );
    let places: Vec<&str> =
        found.iter().map(|fault| fault.split(' ').next().unwrap().trim_start_matches("users.additional_fields.")).collect();
    for place in [
        "a.type",
        "a.required",
        "a.label",
        "a.colour",
        "a.maximum_length",
        "b.required",
        "b.unique",
        "b.shown_on",
        "c.type",
        "d.default",
        "e.required",
        "f.claim",
        "g.claim",
        "h.claim",
        "i.scope",
        "j",
    ] {
        assert!(places.contains(&place), "{place} is missing in {found:#?}");
    }
    assert!(found.iter().any(|fault| fault.contains("it is too much like g")), "{found:#?}");
}

#[test]
fn an_operators_own_field_may_carry_a_claim_of_authority() {
    let config =
        config_of("[users.additional_fields.teams]\ntype = 'string[]'\ninput = false\nclaim = 'groups'\nscope = 'groups'");
    assert_eq!(config.users.scopes().to_string(), "openid profile email offline_access groups");
}
