//! One single-use secret, many uses, at the operations themselves; `links` presses the buttons of the pages.

use std::time::Duration;

use vestibule::model::request_origin::RequestOrigin;
use vestibule::model::user::User;
use vestibule::one_time::{self, Purpose, SecretError, Shown, Subject};
use vestibule::store::{Store, StoreError, accounts, retry, users as stored_users};
use vestibule::users::email_change::{self, Changed, EmailChangePayload, Step};
use vestibule::users::erase::{self, ErasePayload};
use vestibule::users::new_password::NotTaken;
use vestibule::users::permission;
use vestibule::users::recover::{self, OtherSessions, ResetError, ResetPayload};
use vestibule::users::verification::{self, VerificationPayload};

use super::MANY;
use super::at_once::at_once;
use super::world::{EMAIL, World, password};
use crate::storage::on_every_engine;

on_every_engine!(
    a_reset_link_sets_one_password,
    a_verification_link_works_once,
    a_change_of_address_happens_once,
    two_people_cannot_take_one_address,
    a_link_allows_one_change_of_address,
    an_erasure_link_works_once,
    a_set_up_link_works_once,
    the_newest_link_alone_works,
    links_of_all_purposes_do_not_hinder_each_other,
);

fn is_over(error: &SecretError) -> bool {
    matches!(error, SecretError::Spent | SecretError::Unknown)
}

async fn reset(world: &World, link: &str, chosen: &str) -> Result<User, SecretError> {
    let (origin, chosen) = (RequestOrigin::default(), password(chosen));
    loop {
        let reset = recover::reset(world.app(), link, &chosen, OtherSessions::End, (&origin, world.now()));
        match reset.await {
            Ok(user) => return Ok(user),
            // Hashing has a short queue by design.
            Err(ResetError::Password(NotTaken::Overloaded(_))) => tokio::time::sleep(Duration::from_millis(1)).await,
            Err(ResetError::Password(error)) => panic!("{error}"),
            Err(ResetError::Secret(error)) => return Err(error),
        }
    }
}

async fn a_reset_link_sets_one_password(store: Store) {
    let world = World::on(store).await;
    let payload = ResetPayload { email: EMAIL.to_owned() };
    let link = world.mint(Purpose::ResetPassword, Subject::User(&world.user), &payload).await;
    let outcomes = at_once(MANY, |number| {
        let (world, link) = (world.clone(), link.clone());
        async move { reset(&world, &link, &format!("new password {number}")).await }
    })
    .await;
    assert!(outcomes.iter().filter_map(|outcome| outcome.as_ref().err()).all(is_over), "{outcomes:?}");
    let winners: Vec<usize> = (0..MANY).filter(|number| outcomes[*number].is_ok()).collect();
    assert_eq!(winners.len(), 1);
    let mut unit = world.store().read("test").await.unwrap();
    let hash = accounts::password_hash(&mut unit, &world.user.id).await.unwrap();
    drop(unit);
    let winners_own = password(&format!("new password {}", winners[0]));
    let verification = world.app().passwords.verify(winners_own.secret().clone(), hash).await.unwrap();
    assert!(matches!(verification, vestibule::crypto::password::Verification::Match { .. }));
    assert_eq!(world.number("SELECT credential_version FROM users").await, world.user.credential_version + 1);
    assert_eq!(world.live_sessions().await, 0);
}

async fn a_verification_link_works_once(store: Store) {
    let world = World::on(store).await;
    let payload = VerificationPayload { email: EMAIL.to_owned(), callback_url: None };
    let link = world.mint(Purpose::VerifyEmail, Subject::User(&world.user), &payload).await;
    let outcomes = at_once(MANY, |_| {
        let (world, link) = (world.clone(), link.clone());
        async move { verification::verify(world.app(), &link, &RequestOrigin::default(), world.now()).await.map(drop) }
    })
    .await;
    one_success(&outcomes);
    assert_eq!(world.number("SELECT count(*) FROM audit_events WHERE kind = 'user.email_verified'").await, 1);
}

fn one_success(outcomes: &[Result<(), SecretError>]) {
    assert!(outcomes.iter().filter_map(|outcome| outcome.as_ref().err()).all(is_over), "{outcomes:?}");
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
}

async fn change_link(world: &World, purpose: Purpose, user: &User, to: &str) -> String {
    let payload = EmailChangePayload { from: user.email.clone(), to: to.to_owned(), callback_url: None };
    world.mint(purpose, Subject::User(user), &payload).await
}

async fn take(world: &World, step: Step, link: &str) -> Result<Changed, SecretError> {
    email_change::take(world.app(), step, link, &RequestOrigin::default(), world.now()).await
}

async fn a_change_of_address_happens_once(store: Store) {
    let world = World::on(store).await;
    let link = change_link(&world, Purpose::VerifyNewEmail, &world.user, "new@example.test").await;
    let outcomes = at_once(MANY, |_| {
        let (world, link) = (world.clone(), link.clone());
        async move { take(&world, Step::Verify, &link).await.map(drop) }
    })
    .await;
    one_success(&outcomes);
    assert_eq!(world.number("SELECT count(*) FROM audit_events WHERE kind = 'user.email_changed'").await, 1);
}

async fn two_people_cannot_take_one_address(store: Store) {
    let world = World::on(store).await;
    let mut links = Vec::new();
    for number in 0..10 {
        let person = world.stranger(&format!("person{number}@example.test"));
        let mut unit = world.store().write("test").await.unwrap();
        assert!(stored_users::insert(&mut unit, &person).await.unwrap());
        unit.commit().await.unwrap();
        links.push(change_link(&world, Purpose::VerifyNewEmail, &person, "wanted@example.test").await);
    }
    let outcomes = at_once(links.len(), |number| {
        let (world, link) = (world.clone(), links[number].clone());
        async move { take(&world, Step::Verify, &link).await }
    })
    .await;
    let changed = outcomes.iter().filter(|outcome| matches!(outcome, Ok(Changed::Changed { .. }))).count();
    let taken = outcomes.iter().filter(|outcome| matches!(outcome, Ok(Changed::AddressTaken { .. }))).count();
    let faults: Vec<_> = outcomes.iter().filter_map(|outcome| outcome.as_ref().err()).collect();
    assert_eq!((changed, taken), (1, links.len() - 1), "{faults:?}");
}

async fn a_link_allows_one_change_of_address(store: Store) {
    let world = World::on(store).await;
    let link = change_link(&world, Purpose::ConfirmEmailChange, &world.user, "new@example.test").await;
    let outcomes = at_once(MANY, |_| {
        let (world, link) = (world.clone(), link.clone());
        async move { take(&world, Step::Confirm, &link).await.map(drop) }
    })
    .await;
    one_success(&outcomes);
    assert_eq!(world.number("SELECT count(*) FROM outbox").await, 1);
}

async fn an_erasure_link_works_once(store: Store) {
    let world = World::on(store).await;
    let link = world.mint(Purpose::DeleteAccount, Subject::User(&world.user), &ErasePayload { callback_url: None }).await;
    let outcomes = at_once(MANY, |_| {
        let (world, link) = (world.clone(), link.clone());
        async move {
            let nobody = RequestOrigin::default();
            let at = (&nobody, world.now());
            let may = permission::to_erase(world.app(), &world.user, at).await.unwrap();
            erase::by_link(world.app(), &world.user.id, &link, &may, at).await.map(drop)
        }
    })
    .await;
    one_success(&outcomes);
    assert_eq!(world.number("SELECT count(*) FROM users").await, 0);
}

async fn a_set_up_link_works_once(store: Store) {
    let world = World::on(store).await;
    let link = world.mint(Purpose::SetUp, Subject::Installation, &()).await;
    let outcomes = at_once(MANY, |_| {
        let (world, link) = (world.clone(), link.clone());
        async move {
            let mut unit = world.store().write("test").await?;
            let shown: Shown<()> = one_time::look_up(world.app(), &mut unit, Purpose::SetUp, &link).await?;
            let won = shown.spend(&mut unit, world.now()).await?;
            unit.commit().await?;
            if won { Ok(()) } else { Err(SecretError::Spent) }
        }
    })
    .await;
    one_success(&outcomes);
}

/// Also when many are asked for at once.
async fn the_newest_link_alone_works(store: Store) {
    let world = World::on(store).await;
    let minted = at_once(MANY, |_| {
        let world = world.clone();
        async move {
            let life = (world.now(), Duration::from_secs(60));
            let payload = ResetPayload { email: EMAIL.to_owned() };
            let minted = one_time::mint(world.app(), Purpose::ResetPassword, Subject::User(&world.user), life, &payload)?;
            let recorded = retry(|| async {
                let mut unit = world.store().write("test").await?;
                minted.record(&mut unit).await?;
                unit.commit().await
            });
            recorded.await?;
            Ok::<_, StoreError>(minted.secret)
        }
    })
    .await;
    let mut working = 0;
    for link in minted {
        working += usize::from(recover::look_up(world.app(), &link.unwrap()).await.is_ok());
    }
    assert_eq!(working, 1);
}

/// A reset makes every other link worthless, and those are being used meanwhile.
async fn links_of_all_purposes_do_not_hinder_each_other(store: Store) {
    let world = World::on(store).await;
    for round in 0..5 {
        let mut unit = world.store().read("test").await.unwrap();
        let user = stored_users::by_id(&mut unit, &world.user.id).await.unwrap().unwrap();
        drop(unit);
        let verify = VerificationPayload { email: user.email.clone(), callback_url: None };
        let links = [
            world.mint(Purpose::ResetPassword, Subject::User(&user), &ResetPayload { email: user.email.clone() }).await,
            world.mint(Purpose::VerifyEmail, Subject::User(&user), &verify).await,
            change_link(&world, Purpose::VerifyNewEmail, &user, &format!("new{round}@example.test")).await,
        ];
        let outcomes = at_once(15, |number| {
            let (world, links) = (world.clone(), links.clone());
            async move {
                let [reset_link, verification_link, change_link] = &links;
                match number % 3 {
                    0 => reset(&world, reset_link, "another password").await.map(drop),
                    1 => {
                        let origin = RequestOrigin::default();
                        verification::verify(world.app(), verification_link, &origin, world.now()).await.map(drop)
                    }
                    _ => take(&world, Step::Verify, change_link).await.map(drop),
                }
            }
        })
        .await;
        assert!(outcomes.iter().filter_map(|outcome| outcome.as_ref().err()).all(is_over), "{outcomes:?}");
        assert!(outcomes.iter().any(Result::is_ok));
    }
}
