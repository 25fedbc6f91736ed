//! Several nodes that start at once on one fresh database.

use std::sync::Arc;

use vestibule::app::App;
use vestibule::boot::{self, Surroundings};
use vestibule::clock::Clock;
use vestibule::config::{Config, Mode, Sources};
use vestibule::crypto::master_key::MasterKeys;
use vestibule::crypto::password::PasswordParameters;
use vestibule::model::signing_algorithm::SigningAlgorithm;
use vestibule::model::signing_key::KeyState;
use vestibule::random::Entropy;
use vestibule::store::{Store, StoreError, retry, signing_keys};

use super::MANY;
use super::at_once::at_once;
use crate::storage::on_every_engine;
use crate::support::app::START;

on_every_engine!(
    nodes_that_start_at_once_have_the_same_keys,
    nodes_that_start_at_once_with_another_master_key_move_the_keys_to_it,
    each_change_is_a_generation
);

const CONFIGURATION: &str = r#"
[server]
public_url = "http://localhost:9180"
[mail]
url = "smtp://127.0.0.1:1"
from = "login@example.test"
[keys]
master = "CzBVep_E6Q4zWH2ix-wRNluApcrvFDleg6jN8hc8YYY"
"#;
const FIRST: &str = "CzBVep_E6Q4zWH2ix-wRNluApcrvFDleg6jN8hc8YYY";
const NEXT: &str = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";
const NODES: usize = 4;

async fn node(store: Store, master_keys: &str) -> App {
    let config = Config::load(&Sources::none().toml(CONFIGURATION), Mode::Serve).unwrap();
    let surroundings = Surroundings {
        clock: Clock::fixed(START),
        entropy: Entropy::system(),
        password_parameters: PasswordParameters::new(64, 1, 1).unwrap(),
        catch_mail: true,
        dev: None,
    };
    boot::assemble(config, surroundings, store, MasterKeys::parse(master_keys).unwrap()).await.unwrap()
}

async fn nodes_that_start_at_once_with_another_master_key_move_the_keys_to_it(store: Store) {
    let before = node(store.clone(), FIRST).await;
    let both = format!("2:{NEXT},1:{FIRST}");
    at_once(NODES, |_| {
        let (store, both) = (store.clone(), both.clone());
        async move { node(store, &both).await }
    })
    .await;
    let after = node(store.clone(), &format!("2:{NEXT}")).await;
    let ids = |app: &App| app.keyring.current().keys().iter().map(|(key, _)| key.key_id().clone()).collect::<Vec<_>>();
    assert_eq!(ids(&before), ids(&after));
    let mut unit = store.read("test").await.unwrap();
    let keys = signing_keys::all(&mut unit).await.unwrap();
    assert!(!keys.is_empty() && keys.iter().all(|key| after.master_keys.is_current(&key.private_key_sealed)));
}

async fn nodes_that_start_at_once_have_the_same_keys(store: Store) {
    let nodes = at_once(NODES, |_| node(store.clone(), FIRST)).await;
    let mut unit = store.read("test").await.unwrap();
    let keys = signing_keys::all(&mut unit).await.unwrap();
    drop(unit);
    for algorithm in SigningAlgorithm::ALL {
        let active = keys.iter().filter(|key| key.algorithm == algorithm && key.state == KeyState::Active).count();
        assert!(active <= 1, "{algorithm:?}: {active} active keys");
    }
    assert!(!keys.is_empty());
    for node in &nodes {
        let keyring = node.keyring.current();
        for key in &keys {
            let signer = keyring.signer(key.algorithm).expect("the node has the key");
            assert_eq!(*signer.key_id(), key.id);
        }
    }
}

/// Otherwise a node that had read between two changes would never notice the second.
async fn each_change_is_a_generation(store: Store) {
    let store = Arc::new(store);
    at_once(MANY, |_| {
        let store = Arc::clone(&store);
        async move {
            let raised = retry(|| async {
                let mut unit = store.write("test").await?;
                signing_keys::raise_generation(&mut unit, START).await?;
                unit.commit().await?;
                Ok::<_, StoreError>(())
            });
            raised.await.unwrap();
        }
    })
    .await;
    let mut unit = store.read("test").await.unwrap();
    assert_eq!(signing_keys::generation(&mut unit).await.unwrap(), 50);
}
