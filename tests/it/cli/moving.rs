//! `vestibule import` and `vestibule export`.

use std::os::unix::fs::PermissionsExt as _;

use vestibule::store::Engine;

use super::Installation;
use crate::moving::theirs::Theirs;

async fn theirs() -> Theirs {
    let theirs = Theirs::new(Engine::Sqlite).await;
    theirs.user("ann", &[]).await;
    theirs.user("bob", &[]).await;
    theirs
}

#[tokio::test]
async fn a_plan_says_what_a_run_does_and_makes_nothing() {
    let (theirs, installation) = (theirs().await, Installation::new());
    let import = ["import", "better-auth", "--from", &*theirs.url, "--secret", "a secret that is long enough", "--json"];
    let plan = installation.json(&[&import[..], &["--plan"]].concat());
    assert_eq!((&plan["plan"], &plan["refused"]), (&true.into(), &false.into()));
    assert!(installation.files().is_empty(), "{:?}", installation.files());
    let done = installation.json(&import);
    assert_eq!(done["report"], plan["report"]);
    assert_eq!(done["report"]["tables"][0]["moved"], 2);
    // A plan of an installation that has people knows them.
    let plan = installation.json(&[&import[..], &["--plan"]].concat());
    let users = &plan["report"]["tables"][0];
    assert_eq!((&users["moved"], &users["moved_before"]), (&0.into(), &2.into()), "{plan}");
}

#[tokio::test]
async fn what_is_refused_is_told_by_the_exit_status_too() {
    let (theirs, installation) = (theirs().await, Installation::new());
    installation.add_user("ann@example.com");
    for plan in [true, false] {
        let mut import = vec!["import", "better-auth", "--from", &*theirs.url];
        import.extend(plan.then_some("--plan"));
        let outcome = installation.run(&import);
        assert_eq!(outcome.status, 1, "{outcome:?}");
        assert!(outcome.out.contains("there is another account with its mail address: 1 (ann)"), "{outcome:?}");
    }
    let people = installation.json(&["user", "list", "--json"]);
    assert_eq!(people.as_array().map(Vec::len), Some(2), "{people}");
}

#[tokio::test]
async fn a_database_that_is_none_is_refused() {
    let installation = Installation::new();
    let refused = installation.run(&["import", "better-auth", "--from", "sqlite://nowhere.db", "--secret", "x"]);
    assert_eq!(refused.status, 1, "{refused:?}");
    assert!(installation.files().is_empty(), "{:?}", installation.files());
    installation.add_user("ann@example.com");
    let refused = installation.run(&["import", "better-auth", "--from", "sqlite://data/vestibule.db", "--secret", "x"]);
    assert_eq!(refused.status, 2, "{refused:?}");
    assert!(refused.err.contains("there is no table user"), "{refused:?}");
}

#[test]
fn an_export_is_a_private_file_that_another_installation_reads() {
    let installation = Installation::new();
    installation.add_user("ann@example.com");
    let made = installation.json(&["export", "--to", "out.jsonl", "--json"]);
    assert_eq!(made["users"], 1);
    let file = installation.path("out.jsonl");
    assert_eq!(file.metadata().expect("it is there").permissions().mode() & 0o777, 0o600);
    installation.run(&["export", "--to", "out.jsonl"]).refused(1, "out.jsonl");
    let other = Installation::new();
    let read = other.json(&["import", "vestibule", &file.display().to_string(), "--json"]);
    assert_eq!(read["report"]["tables"][0]["moved"], 1);
    assert_eq!(other.json(&["user", "list", "--json"]), installation.json(&["user", "list", "--json"]));
    let streamed = installation.run(&["export", "--to", "-"]);
    assert_eq!(streamed.out.lines().count(), 3, "{streamed:?}");
}
