//! Issuing against revoking: what is issued before dies, what comes after is refused, nothing slips through between.

use axum::http::StatusCode;
use vestibule::model::request_origin::RequestOrigin;
use vestibule::store::{Store, StoreError, grants, retry};
use vestibule::users::password::{self, Changed, PasswordChange};
use vestibule::users::recover::OtherSessions;
use vestibule::users::{connected_apps, operator};

use super::MANY;
use super::at_once::against;
use super::world::{PASSWORD, World, asked, assert_refused, password as entered};
use crate::storage::on_every_engine;

on_every_engine!(
    refreshes_against_revoking_all_grants,
    refreshes_against_taking_consent_back,
    refreshes_against_locking_the_person,
    refreshes_against_a_change_of_password,
    refreshes_against_erasing_the_person,
    redemptions_against_taking_consent_back,
    codes_against_taking_consent_back,
    codes_against_a_change_of_password,
    codes_against_locking_the_person,
);

/// Uses many refresh tokens while `revoke` happens; afterwards nothing of them may live.
async fn refreshes_against<Revoking>(world: &World, revoke: impl Fn(World) -> Revoking)
where
    Revoking: Future<Output = ()> + Send + 'static,
{
    let shown = world.refresh_tokens(MANY).await;
    let refresh = |number: usize| {
        let (world, token) = (world.clone(), shown[number].clone());
        async move { world.refresh(&token).await }
    };
    let replies = against(MANY, refresh, || revoke(world.clone())).await;
    for reply in &replies {
        if reply.status == StatusCode::OK {
            world.assert_dead(reply).await;
        } else {
            assert_refused(reply, "invalid_grant");
        }
    }
    for token in &shown {
        assert_refused(&world.refresh(token).await, "invalid_grant");
    }
}

async fn refreshes_against_revoking_all_grants(store: Store) {
    let world = World::on(store).await;
    refreshes_against(&world, |world| async move {
        let revoked = retry(|| async {
            let mut unit = world.store().write("test.revoke").await?;
            grants::revoke_of_user(&mut unit, &world.user.id, world.now()).await?;
            unit.commit().await?;
            Ok::<_, StoreError>(())
        });
        revoked.await.unwrap();
    })
    .await;
}

async fn take_consent_back(world: World) {
    let origin = RequestOrigin::default();
    connected_apps::revoke(world.app(), &world.user.id, &world.client.id, &origin, world.now()).await.unwrap();
}

async fn refreshes_against_taking_consent_back(store: Store) {
    refreshes_against(&World::on(store).await, take_consent_back).await;
}

async fn refreshes_against_locking_the_person(store: Store) {
    let world = World::on(store).await;
    refreshes_against(&world, |world| async move {
        operator::lock(world.app(), &world.user.id, &RequestOrigin::default(), world.now()).await.unwrap();
    })
    .await;
}

async fn change_password(world: World) {
    let change = PasswordChange {
        user: &world.user,
        session: &world.established.session,
        current: &entered(PASSWORD),
        new: &entered("a new password"),
        others: OtherSessions::End,
    };
    let origin = RequestOrigin::default();
    let changed = password::change(world.app(), &change, asked(&origin), world.now()).await.unwrap();
    assert!(matches!(changed, Changed::Renewed(_)));
}

async fn refreshes_against_a_change_of_password(store: Store) {
    refreshes_against(&World::on(store).await, change_password).await;
}

async fn refreshes_against_erasing_the_person(store: Store) {
    let world = World::on(store).await;
    refreshes_against(&world, |world| async move {
        world.test.erase(&world.user.id).await;
    })
    .await;
    for table in ["SELECT count(*) FROM refresh_tokens", "SELECT count(*) FROM grants"] {
        assert_eq!(world.number(table).await, 0, "{table}");
    }
}

async fn redemptions_against_taking_consent_back(store: Store) {
    let world = World::on(store).await;
    let mut codes = Vec::new();
    for _ in 0..MANY {
        codes.push(world.code().await);
    }
    let redeem = |number: usize| {
        let (world, code) = (world.clone(), codes[number].clone());
        async move { world.redeem(&code).await }
    };
    let replies = against(MANY, redeem, || take_consent_back(world.clone())).await;
    for reply in &replies {
        if reply.status == StatusCode::OK {
            world.assert_dead(reply).await;
        } else {
            assert_refused(reply, "invalid_grant");
        }
    }
}

/// Asks for many codes while `revoke` happens; afterwards none of them may be worth anything.
async fn codes_against<Revoking>(world: &World, revoke: impl Fn(World) -> Revoking)
where
    Revoking: Future<Output = ()> + Send + 'static,
{
    let ask = |_| {
        let world = world.clone();
        async move { world.open(&world.authorization_request("")).await }
    };
    let replies = against(MANY, ask, || revoke(world.clone())).await;
    for reply in &replies {
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}", reply.body);
        if let Some(code) = reply.location_parameter("code") {
            assert_refused(&world.redeem(&code).await, "invalid_grant");
        }
        let error = reply.location_parameter("error");
        assert!(error.as_deref().is_none_or(|error| ["consent_required", "login_required"].contains(&error)), "{error:?}");
    }
    assert_eq!(world.number("SELECT count(*) FROM grants WHERE revoked_at IS NULL").await, 0);
}

async fn codes_against_taking_consent_back(store: Store) {
    codes_against(&World::on(store).await, take_consent_back).await;
}

async fn codes_against_a_change_of_password(store: Store) {
    codes_against(&World::on(store).await, change_password).await;
}

async fn codes_against_locking_the_person(store: Store) {
    codes_against(&World::on(store).await, |world| async move {
        operator::lock(world.app(), &world.user.id, &RequestOrigin::default(), world.now()).await.unwrap();
    })
    .await;
}
