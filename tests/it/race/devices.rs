//! One device, many answers and many redemptions.

use axum::http::StatusCode;
use vestibule::model::device_authorization::{DeviceYield, UserCode};
use vestibule::model::request_origin::RequestOrigin;
use vestibule::sessions::end;
use vestibule::store::{Store, StoreError, retry};
use vestibule::tokens::device_authorization::answer::{Answerer, Approval, Refusal, approve, deny};
use vestibule::tokens::device_authorization::lookup::{self, FoundDevice, Guesser, Lookup, Unheard};
use vestibule::tokens::device_authorization::request::{DeviceCodes, DeviceRequest, request};
use vestibule::users::{connected_apps, operator};

use super::MANY;
use super::at_once::{against, at_once};
use super::world::{World, assert_refused, one_winner, scopes};
use crate::storage::on_every_engine;
use crate::support::app::Reply;
use crate::support::devices::DEVICE_CODE;

on_every_engine!(
    a_device_code_is_redeemed_once_and_its_tokens_die,
    a_device_is_allowed_once,
    a_device_is_allowed_or_refused,
    a_device_is_opened_by_one_person,
    so_many_guesses_are_heard,
    redemptions_against_taking_consent_back,
    redemptions_against_locking_the_person,
    redemptions_against_ending_the_session,
    approvals_against_locking_the_person,
);

const PLACE: [u8; 32] = [7; 32];

/// A device that asked, and was opened by the person.
async fn opened(world: &World) -> (DeviceCodes, FoundDevice) {
    let origin = RequestOrigin::default();
    let asked = DeviceRequest { client: &world.client, scopes: scopes(), yields: DeviceYield::Tokens };
    let codes = request(world.app(), &asked, &origin, world.now()).await.expect("codes");
    let code = UserCode::entered(&codes.user_code).expect("a code");
    let guesser = Guesser { network: "here", user: None };
    let Ok(Lookup::Waiting(asks)) = lookup::find(world.app(), &code, guesser, world.now()).await else { panic!("it waits") };
    assert!(lookup::open(world.app(), &asks.id, &world.user.id, &PLACE, world.now()).await.expect("opened"));
    let found = lookup::by_id(world.app(), &asks.id).await.expect("readable").expect("there");
    (codes, found)
}

fn answerer<'a>(world: &'a World, found: &'a FoundDevice) -> Answerer<'a> {
    let session = &world.established.session;
    Answerer { asks: &found.asks, client: &world.client, session, user: &world.user, began_at: None }
}

async fn allow(world: &World, found: &FoundDevice) -> Approval {
    approve(world.app(), &answerer(world, found), (&RequestOrigin::default(), world.now())).await.expect("an answer")
}

/// A device that the person allowed.
async fn allowed(world: &World) -> String {
    let (codes, found) = opened(world).await;
    assert_eq!(allow(world, &found).await, Approval::Approved);
    codes.device_code
}

async fn redeem(world: &World, device_code: &str) -> Reply {
    world.as_client("/oauth2/token", &[("grant_type", DEVICE_CODE), ("device_code", device_code)]).await
}

async fn a_device_code_is_redeemed_once_and_its_tokens_die(store: Store) {
    let world = World::on(store).await;
    let code = allowed(&world).await;
    let replies = at_once(MANY, |_| {
        let (world, code) = (world.clone(), code.clone());
        async move { redeem(&world, &code).await }
    })
    .await;
    world.assert_dead(one_winner(&replies, "invalid_grant")).await;
    for table in ["SELECT count(*) FROM refresh_tokens", "SELECT count(*) FROM access_tokens"] {
        assert_eq!(world.number(table).await, 1, "{table}");
    }
    assert_eq!(world.number("SELECT count(*) FROM audit_events WHERE kind = 'device.redeemed'").await, 1);
    assert_eq!(world.number("SELECT count(*) FROM audit_events WHERE kind = 'token.code_reused'").await, 1);
}

async fn a_device_is_allowed_once(store: Store) {
    let world = World::on(store).await;
    let (codes, found) = opened(&world).await;
    let answers = at_once(MANY, |_| {
        let (world, found) = (world.clone(), found.clone());
        async move { allow(&world, &found).await }
    })
    .await;
    let won = answers.iter().filter(|answer| **answer == Approval::Approved).count();
    assert_eq!(won, 1, "{answers:?}");
    assert!(answers.iter().all(|answer| [Approval::Approved, Approval::Over].contains(answer)), "{answers:?}");
    assert_eq!(world.number("SELECT count(*) FROM audit_events WHERE kind = 'device.approved'").await, 1);
    assert_eq!(world.number("SELECT count(*) FROM grants").await, 1, "the losers leave no grant");
    assert_eq!(redeem(&world, &codes.device_code).await.status, StatusCode::OK);
}

async fn a_device_is_allowed_or_refused(store: Store) {
    let world = World::on(store).await;
    let (codes, found) = opened(&world).await;
    let answers = at_once(MANY, |number| {
        let (world, found) = (world.clone(), found.clone());
        async move {
            if number % 2 == 0 {
                return (allow(&world, &found).await == Approval::Approved, false);
            }
            let at = (&RequestOrigin::default(), world.now());
            (false, deny(world.app(), &answerer(&world, &found), at).await.expect("an answer") == Refusal::Denied)
        }
    })
    .await;
    let yes = answers.iter().filter(|(yes, _)| *yes).count();
    let no = answers.iter().filter(|(_, no)| *no).count();
    assert_eq!(yes + no, 1, "one transition");
    let reply = redeem(&world, &codes.device_code).await;
    assert_eq!(reply.status == StatusCode::OK, yes == 1, "{}", reply.body);
    assert_eq!(world.number("SELECT count(*) FROM grants").await, i64::try_from(yes).unwrap());
}

/// Many people who know the code open it at once, each in a place of their own.
async fn a_device_is_opened_by_one_person(store: Store) {
    let world = World::on(store).await;
    let origin = RequestOrigin::default();
    let asked = DeviceRequest { client: &world.client, scopes: scopes(), yields: DeviceYield::Tokens };
    let codes = request(world.app(), &asked, &origin, world.now()).await.expect("codes");
    let code = UserCode::entered(&codes.user_code).expect("a code");
    let guesser = Guesser { network: "here", user: None };
    let Ok(Lookup::Waiting(asks)) = lookup::find(world.app(), &code, guesser, world.now()).await else { panic!("it waits") };
    let mut people = Vec::new();
    for number in 0..MANY {
        let stranger = world.stranger(&format!("stranger{number}@example.test"));
        let mut unit = world.store().write("test.stranger").await.expect("a unit");
        assert!(vestibule::store::users::insert(&mut unit, &stranger).await.expect("written"));
        unit.commit().await.expect("committed");
        people.push(stranger.id);
    }
    let opened = at_once(MANY, |number| {
        let (world, id, person) = (world.clone(), asks.id.clone(), people[number].clone());
        let place = [u8::try_from(number).expect("few"); 32];
        async move { lookup::open(world.app(), &id, &person, &place, world.now()).await.expect("an answer") }
    })
    .await;
    assert_eq!(opened.iter().filter(|opened| **opened).count(), 1);
}

async fn so_many_guesses_are_heard(store: Store) {
    let world = World::on(store).await;
    let heard = at_once(MANY, |_| {
        let world = world.clone();
        async move {
            let code = UserCode::draw(&world.app().entropy);
            let guesser = Guesser { network: "here", user: None };
            match lookup::find(world.app(), &code, guesser, world.now()).await.expect("an answer") {
                Lookup::Unknown => true,
                Lookup::Unheard(Unheard::Until(_)) => false,
                other => panic!("{other:?}"),
            }
        }
    })
    .await;
    assert_eq!(heard.iter().filter(|heard| **heard).count(), 20);
}

/// Redeems many devices while `revoke` happens; afterwards nothing of them may live.
async fn redemptions_against<Revoking>(world: &World, outlives: bool, revoke: impl Fn(World) -> Revoking)
where
    Revoking: Future<Output = ()> + Send + 'static,
{
    let mut codes = Vec::new();
    for _ in 0..MANY {
        codes.push(allowed(world).await);
    }
    let take = |number: usize| {
        let (world, code) = (world.clone(), codes[number].clone());
        async move { redeem(&world, &code).await }
    };
    let replies = against(MANY, take, || revoke(world.clone())).await;
    for reply in &replies {
        if reply.status == StatusCode::OK {
            if !outlives {
                world.assert_dead(reply).await;
            }
        } else {
            assert_refused(reply, "invalid_grant");
        }
    }
    for code in &codes {
        assert_refused(&redeem(world, code).await, "invalid_grant");
    }
}

async fn redemptions_against_taking_consent_back(store: Store) {
    redemptions_against(&World::on(store).await, false, |world| async move {
        let origin = RequestOrigin::default();
        connected_apps::revoke(world.app(), &world.user.id, &world.client.id, &origin, world.now()).await.unwrap();
    })
    .await;
}

async fn redemptions_against_locking_the_person(store: Store) {
    redemptions_against(&World::on(store).await, false, |world| async move {
        operator::lock(world.app(), &world.user.id, &RequestOrigin::default(), world.now()).await.unwrap();
    })
    .await;
}

/// What was fetched before lives on as offline access does; nothing is fetched afterwards.
async fn redemptions_against_ending_the_session(store: Store) {
    redemptions_against(&World::on(store).await, true, |world| async move {
        let origin = RequestOrigin::default();
        let ended = retry(|| async {
            let mut unit = world.store().write("test.end").await?;
            end::sign_out(world.app(), &mut unit, &world.established.session, (&origin, world.now())).await?;
            unit.commit().await?;
            Ok::<_, StoreError>(())
        });
        ended.await.unwrap();
    })
    .await;
}

async fn approvals_against_locking_the_person(store: Store) {
    let world = World::on(store).await;
    let mut devices = Vec::new();
    for _ in 0..MANY {
        devices.push(opened(&world).await);
    }
    let answer = |number: usize| {
        let (world, found) = (world.clone(), devices[number].1.clone());
        async move { allow(&world, &found).await }
    };
    let answers = against(MANY, answer, || {
        let world = world.clone();
        async move {
            operator::lock(world.app(), &world.user.id, &RequestOrigin::default(), world.now()).await.unwrap();
        }
    })
    .await;
    assert!(answers.iter().all(|answer| [Approval::Approved, Approval::Stale].contains(answer)), "{answers:?}");
    for (codes, _) in &devices {
        let reply = redeem(&world, &codes.device_code).await;
        assert!(
            ["invalid_grant", "authorization_pending"].contains(&reply.json()["error"].as_str().unwrap_or("tokens")),
            "{}",
            reply.body
        );
    }
}
