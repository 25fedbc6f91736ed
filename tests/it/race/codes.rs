//! One authorization code, many redemptions.

use vestibule::store::Store;

use super::MANY;
use super::at_once::at_once;
use super::world::{World, one_winner};
use crate::storage::on_every_engine;

on_every_engine!(a_code_is_redeemed_once_and_its_tokens_die, a_code_dies_after_wrong_redemptions);

/// The losers showed a spent code with everything that makes them its rightful client: so what the winner got is revoked.
async fn a_code_is_redeemed_once_and_its_tokens_die(store: Store) {
    let world = World::on(store).await;
    let code = world.code().await;
    let replies = at_once(MANY, |_| {
        let (world, code) = (world.clone(), code.clone());
        async move { world.redeem(&code).await }
    })
    .await;
    world.assert_dead(one_winner(&replies, "invalid_grant")).await;
    assert_eq!(world.number("SELECT count(*) FROM refresh_tokens").await, 1);
    assert_eq!(world.number("SELECT count(*) FROM access_tokens").await, 1);
    assert_eq!(world.number("SELECT count(*) FROM audit_events WHERE kind = 'token.code_reused'").await, 1);
}

/// Every wrong redirect URI is counted, so that a thief cannot go on guessing beside the rightful client.
async fn a_code_dies_after_wrong_redemptions(store: Store) {
    let world = World::on(store).await;
    let code = world.code().await;
    let replies = at_once(MANY, |_| {
        let (world, code) = (world.clone(), code.clone());
        async move {
            let wrong = [("grant_type", "authorization_code"), ("code", code.as_str()), ("redirect_uri", "https://evil.test/")];
            world.as_client("/oauth2/token", &wrong).await
        }
    })
    .await;
    for reply in &replies {
        super::world::assert_refused(reply, "invalid_grant");
    }
    assert_eq!(world.number("SELECT failures FROM authorization_codes").await, 50);
    super::world::assert_refused(&world.redeem(&code).await, "invalid_grant");
}
