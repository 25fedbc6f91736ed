//! A person gives up all their ways in at once: one stays.

use vestibule::account::linked_accounts::unlink::{Least, Unlinked, unlink};
use vestibule::model::ids::AccountId;
use vestibule::model::request_origin::RequestOrigin;
use vestibule::store::{Store, accounts, values};

use super::MANY;
use super::at_once::at_once;
use super::world::World;
use crate::storage::on_every_engine;

on_every_engine!(one_is_given_up_and_it_is_recorded);

async fn one_is_given_up_and_it_is_recorded(store: Store) {
    let world = World::on(store).await;
    let mut unit = world.store().write("test").await.unwrap();
    unit.execute(
        "INSERT INTO accounts (id, user_id, provider_id, issuer, subject, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &values!["second", world.user.id.as_str(), "company", "https://idp.example", "ada", 1_i64, 1_i64],
    )
    .await
    .unwrap();
    unit.commit().await.unwrap();
    let mut unit = world.store().read("test").await.unwrap();
    let ids: Vec<AccountId> =
        accounts::of_user(&mut unit, &world.user.id).await.unwrap().into_iter().map(|account| account.id).collect();
    drop(unit);

    let outcomes =
        at_once(MANY, |number| {
            let (world, id) = (world.clone(), ids[number % 2].clone());
            async move {
                unlink(world.app(), &world.user, (&id, Least::Listed), &RequestOrigin::default(), world.now()).await.unwrap()
            }
        })
        .await;
    assert_eq!(outcomes.iter().filter(|outcome| **outcome == Unlinked::Gone).count(), 1, "{outcomes:?}");
    assert!(outcomes.iter().all(|outcome| matches!(outcome, Unlinked::Gone | Unlinked::Outdated)), "{outcomes:?}");
    assert_eq!(world.number("SELECT count(*) FROM accounts").await, 1);
    assert_eq!(world.number("SELECT count(*) FROM audit_events WHERE kind = 'user.account_unlinked'").await, 1);
}
