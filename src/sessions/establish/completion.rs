//! The end of a sign-in that needed a second factor.

use crate::app::App;
use crate::clock::Timestamp;
use crate::model::authentication_method::{AuthenticationMethod, AuthenticationMethods};
use crate::model::ids::UserId;
use crate::model::request_origin::RequestOrigin;
use crate::model::trusted_device::TrustedDevice;
use crate::sessions::challenge::Challenge;
use crate::sessions::establish::{Established, NewSession, Proof, digest_of};
use crate::sessions::judge::SecondFactorProof;
use crate::store::{StoreError, Tx, trusted_devices};
use crate::users::anonymous;

const DEVICE_ID_LENGTH: usize = 32;

/// A session that begins once a second factor is judged right.
pub struct Completion {
    session: NewSession,
    trust: bool,
    anonymous: Option<UserId>,
}

/// Prepares the session that `challenge` stands for, if the second factor to be judged is right. `trust` has the browser trusted.
pub fn prepare_completion(
    app: &App,
    challenge: &Challenge,
    second: AuthenticationMethod,
    browser: (&RequestOrigin, Option<&str>, bool),
    now: Timestamp,
) -> Completion {
    let (origin, browser_secret, trust) = browser;
    let proof = Proof {
        user: &challenge.user,
        method: challenge.method(),
        remember: challenge.is_remembered(),
        replaces: None,
        browser_secret,
        trusted_device: None,
        shown_session: None,
    };
    let methods = AuthenticationMethods::first(proof.method).and(second);
    Completion {
        session: NewSession::new(app, &proof, methods, (origin, now)),
        anonymous: challenge.anonymous().cloned(),
        trust: trust && app.config.two_factor.trusted_devices,
    }
}

impl Completion {
    /// Records the session. The caller holds the person, and has spent the pending sign-in; that the second factor was right is in
    /// the last argument.
    pub async fn record(
        &self,
        app: &App,
        tx: &mut Tx,
        origin: &RequestOrigin,
        _right: SecondFactorProof,
    ) -> Result<Established, StoreError> {
        let Established { session, user, .. } = &self.session.established;
        let now = session.created_at;
        self.session.insert(app, tx, origin).await?;
        anonymous::become_person(app, tx, (self.anonymous.as_ref(), user), (origin, now)).await?;
        let mut established = self.session.established.clone();
        if self.trust {
            let device = &self.session.new_device;
            let trusted = TrustedDevice {
                id: app.entropy.alphanumeric(DEVICE_ID_LENGTH),
                user_agent: session.user_agent.clone(),
                created_at: now,
                used_at: now,
                expires_at: now + app.config.two_factor.trusted_device_seconds,
            };
            trusted_devices::insert(tx, user, &digest_of(device), &trusted).await?;
            established.trusted_device = Some(device.clone());
        }
        Ok(established)
    }
}
