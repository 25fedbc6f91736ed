//! One challenge answered by fifty at once, and a passkey removed while it signs.

use std::sync::Arc;

use serde_json::{Value, json};
use vestibule::crypto::webauthn::credential_id;
use vestibule::model::request_origin::RequestOrigin;
use vestibule::sessions::challenge::{self, Challenge};
use vestibule::sessions::establish::{Admission, Established};
use vestibule::store::{Store, passkeys, sessions, users};
use vestibule::users::passkey::change::{Removed, remove};
use vestibule::users::passkey::register::{Registered, register};
use vestibule::users::passkey::sign_in::{Refusal, sign_in};
use vestibule::users::passkey::{Change, Shown, ceremony, second_factor};

use super::MANY;
use super::at_once::{against, at_once};
use super::world::{EMAIL, World, asked};
use crate::storage::on_every_engine;
use crate::support::app::PUBLIC_URL;
use crate::support::passkeys::PasskeyDevice;

on_every_engine!(
    a_challenge_signs_in_once,
    a_challenge_registers_once,
    one_count_of_a_passkey_signs_in_once,
    a_removed_passkey_signs_nobody_in,
    an_assertion_ends_one_of_many_pending_sign_ins,
    a_pending_sign_in_ends_once_whatever_signs,
    an_assertion_raises_a_session_once,
);

const ORIGINS: [&str; 1] = [PUBLIC_URL];

/// A ceremony's secret, and what an authenticator answered to it.
type Answer = Arc<(String, Value)>;

async fn asserted(world: &World, device: &PasskeyDevice) -> Answer {
    let begun = ceremony::begin_authentication(world.app(), None, world.now()).await.unwrap();
    Arc::new((begun.secret, device.get(&json!({ "challenge": begun.challenge }))))
}

async fn signs_in(world: World, answer: Answer) -> Result<Admission, Refusal> {
    let origin = RequestOrigin::default();
    let shown = Shown { ceremony: &answer.0, response: &answer.1, origins: &ORIGINS };
    sign_in(world.app(), shown, asked(&origin), world.now()).await.unwrap()
}

fn change<'a>(origin: &'a RequestOrigin, world: &World) -> Change<'a> {
    Change { origin, locale: "en", now: world.now() }
}

async fn a_challenge_signs_in_once(store: Store) {
    let world = World::on(store).await;
    let device = PasskeyDevice::default();
    device.enrol(&world.test, EMAIL).await;
    let answer = asserted(&world, &device).await;
    let outcomes = at_once(MANY, |_| signs_in(world.clone(), Arc::clone(&answer))).await;
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
    assert!(outcomes.iter().filter_map(|outcome| outcome.as_ref().err()).all(|refusal| *refusal == Refusal::NoCeremony));
    assert_eq!(world.live_sessions().await, 2, "the one of before, and one more");
}

async fn a_challenge_registers_once(store: Store) {
    let world = World::on(store).await;
    let begun = ceremony::begin_registration(world.app(), &world.user, world.now()).await.unwrap();
    let options = json!({ "challenge": begun.challenge, "user": { "id": "" } });
    // Different keys: the challenge alone decides.
    let answers: Vec<Answer> =
        (0..MANY).map(|_| Arc::new((begun.secret.clone(), PasskeyDevice::default().create(&options)))).collect();
    let outcomes = at_once(MANY, |number| {
        let (world, answer) = (world.clone(), Arc::clone(&answers[number]));
        async move {
            let origin = RequestOrigin::default();
            let shown = Shown { ceremony: &answer.0, response: &answer.1, origins: &ORIGINS };
            register(world.app(), &world.user, shown, None, change(&origin, &world)).await.unwrap()
        }
    })
    .await;
    assert_eq!(outcomes.iter().filter(|outcome| matches!(outcome, Registered::Done(_))).count(), 1);
    assert!(outcomes.iter().all(|outcome| matches!(outcome, Registered::Done(_) | Registered::NoCeremony)));
    assert_eq!(world.number("SELECT count(*) FROM passkeys").await, 1);
}

/// Two copies of a key sign with the same count for two challenges.
async fn one_count_of_a_passkey_signs_in_once(store: Store) {
    let world = World::on(store).await;
    let device = PasskeyDevice::default();
    device.enrol(&world.test, EMAIL).await;
    let mut answers = Vec::new();
    for _ in 0..MANY {
        device.count.set(1);
        answers.push(asserted(&world, &device).await);
    }
    let outcomes = at_once(MANY, |number| signs_in(world.clone(), Arc::clone(&answers[number]))).await;
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
    assert!(outcomes.iter().filter_map(|outcome| outcome.as_ref().err()).all(|refusal| *refusal == Refusal::Refused));
}

/// A world in which the person owes a second factor and has a key that does not know them.
async fn second_factor_world(store: Store) -> (World, PasskeyDevice) {
    let world = World::with(store, &[("passkey.enabled", "true"), ("two_factor.policy", "optional")]).await;
    let device = PasskeyDevice::default();
    device.knows_person.set(false);
    device.enrol(&world.test, EMAIL).await;
    let mut unit = world.store().write("test.two_factor").await.unwrap();
    users::set_two_factor(&mut unit, &world.user.id, Some(world.now())).await.unwrap();
    unit.commit().await.unwrap();
    (world, device)
}

/// The person has shown their password, and is asked for more.
async fn pending(world: &World) -> Arc<Challenge> {
    let mut unit = world.store().read("test.user").await.unwrap();
    let user = users::by_id(&mut unit, &world.user.id).await.unwrap().unwrap();
    drop(unit);
    let (prepared, nowhere) = (world.prepared_sign_in_of(&user), RequestOrigin::default());
    let mut unit = world.store().write("test.sign_in").await.unwrap();
    let recorded = prepared.record(world.app(), &mut unit, &nowhere).await.unwrap().unwrap();
    unit.commit().await.unwrap();
    let Admission::SecondFactorOwed(pending) = recorded.conclude(world.app(), &nowhere).await.unwrap() else {
        panic!("a second factor is owed")
    };
    Arc::new(challenge::load(world.app(), &pending.secret, world.now()).await.unwrap().unwrap())
}

async fn completes(world: World, challenge: Arc<Challenge>, answer: Answer) -> Result<Box<Established>, Refusal> {
    let origin = RequestOrigin::default();
    let shown = Shown { ceremony: &answer.0, response: &answer.1, origins: &ORIGINS };
    second_factor::complete(world.app(), &challenge, shown, (&origin, None, false), world.now()).await.unwrap()
}

/// Says that one of them began the session with both factors.
async fn one_session_of_two_factors(world: &World, outcomes: &[Result<Box<Established>, Refusal>]) {
    let won: Vec<_> = outcomes.iter().filter_map(|outcome| outcome.as_ref().ok()).collect();
    assert_eq!(won.len(), 1, "winners");
    assert!(won[0].session.methods.are_multi_factor());
    assert_eq!(world.live_sessions().await, 2, "the one of before, and one more");
}

async fn an_assertion_ends_one_of_many_pending_sign_ins(store: Store) {
    let (world, device) = second_factor_world(store).await;
    let answer = asserted(&world, &device).await;
    let mut challenges = Vec::new();
    for _ in 0..MANY {
        challenges.push(pending(&world).await);
    }
    let outcomes = at_once(MANY, |number| completes(world.clone(), Arc::clone(&challenges[number]), Arc::clone(&answer))).await;
    one_session_of_two_factors(&world, &outcomes).await;
    assert!(outcomes.iter().filter_map(|outcome| outcome.as_ref().err()).all(|refusal| *refusal == Refusal::NoCeremony));
    assert_eq!(world.number("SELECT count(*) FROM pending_sign_ins").await, 49, "the others still owe one");
}

/// Fifty signatures, each to a challenge of its own: the sign-in that they end is one.
async fn a_pending_sign_in_ends_once_whatever_signs(store: Store) {
    let (world, device) = second_factor_world(store).await;
    let challenge = pending(&world).await;
    let mut answers = Vec::new();
    for _ in 0..MANY {
        answers.push(asserted(&world, &device).await);
    }
    let outcomes = at_once(MANY, |number| completes(world.clone(), Arc::clone(&challenge), Arc::clone(&answers[number]))).await;
    one_session_of_two_factors(&world, &outcomes).await;
    assert_eq!(world.number("SELECT count(*) FROM pending_sign_ins").await, 0);
}

async fn an_assertion_raises_a_session_once(store: Store) {
    let (world, device) = second_factor_world(store).await;
    let answer = asserted(&world, &device).await;
    let outcomes = at_once(MANY, |_| {
        let (world, answer) = (world.clone(), Arc::clone(&answer));
        async move {
            let origin = RequestOrigin::default();
            let shown = Shown { ceremony: &answer.0, response: &answer.1, origins: &ORIGINS };
            let signed_in = (&world.user, &world.established.session);
            second_factor::step_up(world.app(), signed_in, shown, (&origin, None), world.now()).await.unwrap()
        }
    })
    .await;
    let raised: Vec<_> = outcomes.iter().filter_map(|outcome| outcome.as_ref().ok()).collect();
    assert_eq!(raised.len(), 1, "winners");
    assert!(outcomes.iter().filter_map(|outcome| outcome.as_ref().err()).all(|refusal| *refusal == Refusal::NoCeremony));
    let mut unit = world.store().read("test.sessions").await.unwrap();
    let live = sessions::live_of_user(&mut unit, &world.user.id, world.now()).await.unwrap();
    assert_eq!(live.len(), 1, "the same session, under one new token");
}

async fn a_removed_passkey_signs_nobody_in(store: Store) {
    let world = World::on(store).await;
    let device = PasskeyDevice::default();
    let passkey = device.enrol(&world.test, EMAIL).await;
    let mut answers = Vec::new();
    for _ in 0..MANY {
        answers.push(asserted(&world, &device).await);
    }
    let removal = || {
        let (world, id) = (world.clone(), passkey.id.clone());
        async move {
            let origin = RequestOrigin::default();
            let removed = remove(world.app(), &world.user, &id, change(&origin, &world)).await.unwrap();
            assert_eq!(removed, Removed::Gone);
        }
    };
    against(MANY - 1, |number| signs_in(world.clone(), Arc::clone(&answers[number])), removal).await;
    let last = signs_in(world.clone(), Arc::clone(answers.last().unwrap())).await;
    assert_eq!(last.err(), Some(Refusal::Unknown));
    let mut unit = world.store().read("test.passkey").await.unwrap();
    let id = credential_id(&answers[0].1).unwrap();
    assert!(passkeys::by_credential(&mut unit, &id).await.unwrap().is_none());
}
