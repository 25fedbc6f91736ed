//! One refresh token, many uses.

use vestibule::store::Store;

use super::MANY;
use super::at_once::at_once;
use super::world::{World, one_winner};
use crate::storage::on_every_engine;

on_every_engine!(a_refresh_token_is_used_once_and_its_family_dies, different_tokens_do_not_hinder_each_other);

async fn a_refresh_token_is_used_once_and_its_family_dies(store: Store) {
    let world = World::on(store).await;
    let token = world.refresh_tokens(1).await.remove(0);
    let replies = at_once(MANY, |_| {
        let (world, token) = (world.clone(), token.clone());
        async move { world.refresh(&token).await }
    })
    .await;
    world.assert_dead(one_winner(&replies, "invalid_grant")).await;
    assert_eq!(world.number("SELECT count(*) FROM refresh_tokens WHERE consumed_at IS NULL").await, 1);
    assert_eq!(world.number("SELECT count(*) FROM audit_events WHERE kind = 'token.refresh_token_reused'").await, 1);
}

async fn different_tokens_do_not_hinder_each_other(store: Store) {
    let world = World::on(store).await;
    let tokens = world.refresh_tokens(MANY).await;
    let replies = at_once(MANY, |number| {
        let (world, token) = (world.clone(), tokens[number].clone());
        async move { world.refresh(&token).await }
    })
    .await;
    for reply in &replies {
        assert!(reply.status.is_success(), "{} {}", reply.status, reply.body);
    }
}
