//! `vestibule user`.

use super::Installation;

#[test]
fn a_person_is_added_and_listed() {
    let installation = Installation::new();
    let arguments =
        ["user", "add", "--email", "Ada@Example.com", "--name", "Ada Lovelace", "--role", "admin", "--password-stdin"];
    let told = installation.run_with_input(&arguments, "correct horse\n").succeeded();
    assert!(told.out.starts_with("Added ada@example.com (admin), id "), "{told:?}");
    assert_eq!(told.err, "");
    let bob = installation.add_user("bob@example.com");
    assert_eq!((&bob["name"], &bob["role"]), (&"bob".into(), &"user".into()));

    let people = installation.json(&["user", "list", "--json"]);
    let emails: Vec<_> =
        people.as_array().expect("a list").iter().map(|person| person["email"].as_str().expect("a text")).collect();
    assert_eq!(emails, ["ada@example.com", "bob@example.com"]);
    assert_eq!(people[0]["name"], "Ada Lovelace");
    assert_eq!(people[0]["email_verified"], true);
    assert_eq!(people[1], bob);
    let table = installation.run(&["user", "list"]).succeeded().out;
    assert!(table.starts_with("EMAIL ") && table.contains("Ada Lovelace") && table.contains("active"), "{table}");
}

#[test]
fn an_empty_list_is_a_json_document_too() {
    assert_eq!(Installation::new().json(&["user", "list", "--json"]), serde_json::json!([]));
}

#[test]
fn a_person_is_locked_and_unlocked_by_address_or_id() {
    let installation = Installation::new();
    let ada = installation.add_user("ada@example.com");
    assert_eq!(installation.json(&["user", "lock", "ADA@example.com", "--json"])["locked"], true);
    assert!(installation.run(&["user", "list"]).succeeded().out.contains("locked"));
    let id = ada["id"].as_str().expect("an id");
    assert_eq!(installation.json(&["user", "unlock", id, "--json"])["locked"], false);
    installation.run(&["user", "lock", "nobody@example.com"]).refused(1, "nobody has the mail address or id");
}

#[test]
fn a_password_is_replaced_but_not_of_somebody_who_is_locked() {
    let installation = Installation::new();
    installation.add_user("ada@example.com");
    let arguments = ["user", "set-password", "ada@example.com", "--password-stdin"];
    let told = installation.run_with_input(&arguments, "another passphrase").succeeded();
    assert!(told.out.starts_with("ada@example.com has a new password"), "{told:?}");
    installation.run(&["user", "lock", "ada@example.com"]).succeeded();
    installation.run_with_input(&arguments, "a third passphrase").refused(1, "locked");
}

#[test]
fn a_second_factor_that_was_lost_is_taken_away() {
    let installation = Installation::new();
    installation.add_user("ada@example.com");
    let told = installation.run(&["user", "turn-off-second-factor", "ada@example.com"]).succeeded();
    assert!(told.out.starts_with("ada@example.com has no second factor any more"), "{told:?}");
    installation.run(&["user", "turn-off-second-factor", "nobody@example.com"]).refused(1, "nobody has");
}

#[test]
fn a_password_on_the_command_line_is_warned_about() {
    let installation = Installation::new();
    let told = installation.run(&["user", "add", "--email", "ada@example.com", "--password", "correct horse"]).succeeded();
    assert!(told.err.starts_with("warning: ") && told.err.contains("--password-stdin"), "{told:?}");
    assert!(!told.err.contains("correct horse"));
}

#[test]
fn what_cannot_be_a_person_is_refused_and_nothing_is_made() {
    let installation = Installation::new();
    let add = |email: &str, password: &str| {
        installation.run_with_input(&["user", "add", "--email", email, "--password-stdin"], password)
    };
    assert_eq!(add("not an address", "correct horse").status, 2);
    add("ada@example.com", "short").refused(1, "too short");
    add("ada@example.com", "").refused(1, "too short");
    assert_eq!(installation.run(&["user", "add", "--email", "ada@example.com"]).status, 2);
    assert_eq!(installation.run(&["user", "add", "--email", "ada@example.com", "--password-stdin", "--role", "root"]).status, 2);
    assert!(installation.files().is_empty(), "{:?}", installation.files());

    installation.add_user("ada@example.com");
    add("ADA@example.com", "correct horse").refused(1, "ada@example.com has an account already");
    let name = ["user", "add", "--email", "bob@example.com", "--name", " ", "--password-stdin"];
    installation.run_with_input(&name, "correct horse").refused(1, "a name has");
    assert_eq!(installation.json(&["user", "list", "--json"]).as_array().map(Vec::len), Some(1));
}

#[test]
fn declared_fields_are_set_by_the_operator_also_those_that_people_may_not() {
    let declared = "[users.additional_fields.company]\ntype = 'string'\nunique = true\n\
                    [users.additional_fields.seats]\ntype = 'number'\ninput = false\n";
    let installation = Installation::with(declared);
    let add = |email: &str, fields: &[&str]| {
        let all = [["user", "add", "--email", email, "--password-stdin"].as_slice(), fields].concat();
        installation.run_with_input(&all, "correct horse battery\n")
    };
    add("ada@example.com", &["--field", "company=Acme = Co", "--field", "seats=3"]).succeeded();
    add("bob@example.com", &["--field", "colour=red"]).refused(1, "no such field is declared");
    add("bob@example.com", &["--field", "seats"]).refused(1, "write it as name=value");
    add("bob@example.com", &["--field", "seats=many"]).refused(1, "the field does not take this");
    add("bob@example.com", &["--field", "company=Acme = Co"]).refused(1, "somebody else has this");
    let told =
        installation.run(&["user", "set-fields", "ada@example.com", "--field", "seats=4", "--field", "company="]).succeeded();
    assert!(told.out.starts_with("Set seats, company of ada@example.com"), "{told:?}");
    add("bob@example.com", &["--field", "company=Acme = Co"]).succeeded();
}

#[test]
fn somebody_is_invited_listed_and_uninvited() {
    let installation = Installation::new();
    let arguments = ["user", "invite", "--email", "Ada@Example.com", "--name", "Ada Lovelace", "--role", "admin"];
    let told = installation.run(&arguments).succeeded();
    assert!(told.out.starts_with("Invited ada@example.com; hand over the link, which works until "), "{told:?}");
    assert!(told.out.contains("/sign-up/link?token="), "{told:?}");
    let bob = installation.json(&["user", "invite", "--email", "bob@example.com", "--json"]);
    assert_eq!((&bob["role"], &bob["mailed"]), (&"user".into(), &false.into()));
    let token = bob["token"].as_str().expect("a token");
    assert!(bob["url"].as_str().expect("a link").ends_with(token));

    let open = installation.json(&["user", "invitations", "--json"]);
    let emails: Vec<_> = open.as_array().expect("a list").iter().map(|one| one["email"].as_str().expect("a text")).collect();
    assert_eq!(emails, ["ada@example.com", "bob@example.com"]);
    assert!(open[1].get("token").is_none() && !open.to_string().contains(token), "the secret is told once");
    let table = installation.run(&["user", "invitations"]).succeeded().out;
    assert!(table.starts_with("EMAIL ") && table.contains("Ada Lovelace") && table.contains("admin"), "{table}");

    let told = installation.run(&["user", "withdraw-invitation", "ADA@example.com"]).succeeded();
    assert!(told.out.starts_with("The invitation of ada@example.com is withdrawn"), "{told:?}");
    let id = bob["id"].as_str().expect("an id");
    assert_eq!(installation.json(&["user", "withdraw-invitation", id, "--json"])["email"], "bob@example.com");
    installation.run(&["user", "withdraw-invitation", id]).refused(1, "no open invitation");
    assert_eq!(installation.json(&["user", "invitations", "--json"]), serde_json::json!([]));
}

#[test]
fn nobody_is_invited_who_has_an_account_or_no_name() {
    let installation = Installation::new();
    installation.add_user("ada@example.com");
    installation.run(&["user", "invite", "--email", "ada@example.com"]).refused(1, "ada@example.com has an account already");
    installation.run(&["user", "invite", "--email", "bob@example.com", "--name", " "]).refused(1, "the name is empty");
    assert_eq!(installation.run(&["user", "invite", "--email", "nobody"]).status, 2);
}
