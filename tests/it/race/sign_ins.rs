//! Sessions beginning while the person may not any more, or while what they proved is being replaced.

use vestibule::model::request_origin::RequestOrigin;
use vestibule::store::Store;
use vestibule::users::operator;
use vestibule::users::password::{self, Changed, PasswordChange};
use vestibule::users::recover::OtherSessions;
use vestibule::users::register::{Registered, Registration, register};
use vestibule::users::terms::Agreement;

use super::MANY;
use super::at_once::{against, at_once};
use super::world::{PASSWORD, World, asked, password as entered};
use crate::storage::on_every_engine;

on_every_engine!(
    sign_ins_against_locking_the_person,
    sign_ins_against_a_change_of_password,
    changes_of_password_happen_once,
    an_address_is_registered_once,
);

fn sign_in(world: &World) -> impl Future<Output = bool> + Send + use<> {
    let (world, prepared) = (world.clone(), world.prepared_sign_in());
    async move { world.record(&prepared).await }
}

async fn sign_ins_against_locking_the_person(store: Store) {
    let world = World::on(store).await;
    let disable = || {
        let world = world.clone();
        async move {
            let origin = RequestOrigin::default();
            operator::lock(world.app(), &world.user.id, &origin, world.now()).await.unwrap();
        }
    };
    against(MANY, |_| sign_in(&world), disable).await;
    assert_eq!(world.live_sessions().await, 0);
    assert!(!sign_in(&world).await);
}

async fn sign_ins_against_a_change_of_password(store: Store) {
    let world = World::on(store).await;
    let change = || {
        let world = world.clone();
        async move { assert!(matches!(change_password(&world, "a new password").await, Changed::Renewed(_))) }
    };
    against(MANY, |_| sign_in(&world), change).await;
    assert_eq!(world.live_sessions().await, 1, "the one that the change began");
    assert!(!sign_in(&world).await, "the old password is worth nothing");
}

async fn change_password(world: &World, new: &str) -> Changed {
    let change = PasswordChange {
        user: &world.user,
        session: &world.established.session,
        current: &entered(PASSWORD),
        new: &entered(new),
        others: OtherSessions::End,
    };
    let origin = RequestOrigin::default();
    password::change(world.app(), &change, asked(&origin), world.now()).await.unwrap()
}

/// Fewer than elsewhere: hashing has a short queue by design.
async fn changes_of_password_happen_once(store: Store) {
    let world = World::on(store).await;
    let outcomes = at_once(8, |number| {
        let world = world.clone();
        async move { change_password(&world, &format!("a new password {number}")).await }
    })
    .await;
    assert_eq!(outcomes.iter().filter(|outcome| matches!(outcome, Changed::Renewed(_))).count(), 1);
    assert!(outcomes.iter().all(|outcome| matches!(outcome, Changed::Renewed(_) | Changed::Wrong)));
    assert_eq!(world.live_sessions().await, 1);
}

async fn an_address_is_registered_once(store: Store) {
    let world = World::on(store).await;
    let outcomes = at_once(8, |_| {
        let world = world.clone();
        async move {
            let origin = RequestOrigin::default();
            let registration = Registration {
                email: vestibule::model::email::EmailAddress::parse("grace@example.test").unwrap(),
                name: "Grace".to_owned(),
                image: None,
                usernames: Default::default(),
                fields: Default::default(),
                password: entered(PASSWORD),
                role: vestibule::model::user::Role::User,
                email_verified: false,
                agreement: Agreement::Owed,
                asked: asked(&origin),
            };
            register(world.app(), registration, world.now()).await.unwrap()
        }
    })
    .await;
    assert_eq!(outcomes.iter().filter(|outcome| matches!(outcome, Registered::SignedIn(_))).count(), 1);
    assert!(outcomes.iter().all(|outcome| matches!(outcome, Registered::SignedIn(_) | Registered::AddressTaken)));
    assert_eq!(world.number("SELECT count(*) FROM users").await, 2);
    assert_eq!(world.number("SELECT count(*) FROM outbox").await, 1);
}
