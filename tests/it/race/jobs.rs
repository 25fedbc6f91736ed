//! Several nodes that send one outbox.

use std::collections::BTreeSet;

use vestibule::events::outbox::{self, OutboxMessage, OwedMail};
use vestibule::jobs::deliver_due;
use vestibule::store::Store;

use super::MANY;
use super::at_once::at_once;
use super::world::{EMAIL, World};
use crate::storage::on_every_engine;

on_every_engine!(each_mail_is_sent_once, of_many_reset_mails_the_last_link_works);

async fn owe(world: &World, mail: &OwedMail) {
    let mut unit = world.store().write("test").await.unwrap();
    let message = OutboxMessage { mail: mail.clone(), locale: "en".to_owned(), callback_url: None };
    outbox::put(world.app(), &mut unit, &message, world.now()).await.unwrap();
    unit.commit().await.unwrap();
}

async fn deliver_on_ten_nodes(world: &World) {
    at_once(10, |_| {
        let world = world.clone();
        async move { while deliver_due(world.app(), world.now()).await.unwrap() > 0 {} }
    })
    .await;
    // A node that lost every message of its batch to others stops early.
    world.test.deliver_mail().await;
    assert_eq!(world.number("SELECT count(*) FROM outbox").await, 0);
}

async fn each_mail_is_sent_once(store: Store) {
    let world = World::on(store).await;
    world.app().mailer.forget_caught();
    for _ in 0..MANY {
        owe(&world, &OwedMail::ExistingAccount { email: EMAIL.to_owned() }).await;
    }
    deliver_on_ten_nodes(&world).await;
    let mails = world.app().mailer.caught_mails();
    let different: BTreeSet<_> = mails.iter().map(|mail| mail.mail.message_id.clone()).collect();
    assert_eq!((mails.len(), different.len()), (MANY, MANY));
}

async fn of_many_reset_mails_the_last_link_works(store: Store) {
    let world = World::on(store).await;
    world.app().mailer.forget_caught();
    for _ in 0..MANY {
        owe(&world, &OwedMail::ResetPassword { email: EMAIL.to_owned() }).await;
    }
    deliver_on_ten_nodes(&world).await;
    assert_eq!(world.app().mailer.caught_mails().len(), MANY);
    let unspent = "SELECT count(*) FROM one_time_secrets WHERE purpose = 'reset_password' AND consumed_at IS NULL";
    assert_eq!(world.number(unspent).await, 1);
}
