//! Several processes that start at once where nothing is yet: one makes the master key, and all have it.

use std::path::Path;

use vestibule::boot::{self, Surroundings};
use vestibule::config::{Config, Mode};
use vestibule::crypto::password::PasswordParameters;

use super::at_once::at_once;

const PROCESSES: usize = 6;

fn config(folder: &Path) -> Config {
    let toml = format!(
        "database.url = 'sqlite://{0}/data/vestibule.db'\n[keys]\nmaster_file = '{0}/keys/master.key'\nsigning_algorithms = ['ES256']\n",
        folder.display()
    );
    Config::from_toml(&toml, Mode::Serve).expect("it is sound")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn all_have_the_same_master_key() {
    let folder = tempfile::tempdir().expect("a folder");
    let apps = at_once(PROCESSES, |_| {
        let config = config(folder.path());
        async move {
            let surroundings = Surroundings {
                password_parameters: PasswordParameters::new(64, 1, 1).expect("cheap parameters exist"),
                ..Surroundings::of_server()
            };
            boot::open(config, surroundings).await
        }
    })
    .await;
    let apps: Vec<_> = apps.into_iter().map(|app| app.expect("each starts")).collect();
    assert!(apps.iter().all(|app| app.master_keys.are(&apps[0].master_keys)));
    let files: Vec<_> =
        std::fs::read_dir(folder.path().join("keys")).expect("a folder").map(|file| file.expect("a file")).collect();
    assert_eq!(files.len(), 1, "nothing is left over: {files:?}");
    for app in apps {
        app.store.close().await;
    }
}
