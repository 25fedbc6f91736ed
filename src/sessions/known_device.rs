//! Whether somebody signs in with a device that they had before. Where not, they are told by mail.
//!
//! A browser keeps a cookie of its own for that, which is nothing but a number: it opens nothing. Programs keep none; for them the
//! kind of program stands, as its `user-agent` names it. The first device of a person is no news.

use std::time::Duration;

use crate::app::App;
use crate::crypto::digest::Digest;
use crate::events::outbox::{self, MailBudget, NewDevice, OutboxMessage, OwedMail};
use crate::model::request_origin::{RequestOrigin, ShownDevice};
use crate::model::session::Session;
use crate::model::user::User;
use crate::model::user_agent::Device;
use crate::store::known_devices::{self, Seen};
use crate::store::{StoreError, Tx};

/// How long a device that is not used stays known; as long as browsers keep a cookie at most.
pub const KNOWN_FOR: Duration = Duration::from_secs(400 * 24 * 60 * 60);

/// What a browser shows from now on; none where no device is kept in mind.
pub(super) fn mark_of(app: &App, origin: &RequestOrigin) -> Option<String> {
    if !app.config.accounts.new_device_mails {
        return None;
    }
    match &origin.device {
        ShownDevice::Browser { mark: Some(mark) } => Some(mark.clone()),
        ShownDevice::Browser { mark: None } => Some(app.entropy.token()),
        ShownDevice::Program => None,
    }
}

/// Takes note of the device of a session that begins, and owes a mail about a new one. The caller holds the person.
pub(super) async fn note(
    app: &App,
    tx: &mut Tx,
    begun: (&Session, &User, Option<&str>),
    origin: &RequestOrigin,
) -> Result<(), StoreError> {
    if !app.config.accounts.new_device_mails {
        return Ok(());
    }
    let (session, user, mark) = begun;
    let shown = match mark {
        Some(mark) => format!("browser\n{mark}"),
        None => format!("program\n{}", program(&origin.user_agent)),
    };
    let digest = Digest::of(&format!("device\n{}\n{shown}", user.id));
    let now = session.created_at;
    if known_devices::see(tx, &user.id, digest.as_bytes(), (now, now + KNOWN_FOR)).await? != Seen::New {
        return Ok(());
    }
    let device =
        NewDevice { user_id: user.id.clone(), user_agent: origin.user_agent.clone(), ip_address: origin.ip_address.clone() };
    let message = OutboxMessage::unasked(app, OwedMail::NewDevice(device));
    outbox::put_within(app, tx, (MailBudget::of_requests("new_device"), &user.email), &message, now).await
}

/// The kind of a program: its name without its version.
fn program(user_agent: &str) -> String {
    let Device { browser, system } = Device::guess(user_agent);
    let name = browser.unwrap_or_else(|| user_agent.split(['/', ' ']).next().unwrap_or_default());
    format!("{name}\n{}", system.unwrap_or_default())
}
