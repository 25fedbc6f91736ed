//! The sessions that one browser keeps, of several people, where the operator allows that.
//!
//! What a browser keeps it shows in signed cookies, one a session; nothing else is stored. Whatever begins, renews or ends a session
//! [`settle`]s them in its unit: one session a person, no more than `multi_session.maximum`, none that is over. [`switch`] changes
//! which of them is used, [`end_all`] ends them all, [`remove`] one.

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::digest::Digest;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::request_origin::RequestOrigin;
use crate::model::session::Session;
use crate::model::shown_sessions::ShownSessions;
use crate::model::user::User;
use crate::sessions::end::{self, Ended};
use crate::store::{StoreError, Tx, login_transactions, retry, sessions};

fn digest_of(secret: &str) -> [u8; 32] {
    *Digest::of(secret).as_bytes()
}

/// What changes in the sessions that a browser keeps: the cookies to be set and to be removed.
#[derive(Clone, Default)]
pub struct KeptChange {
    /// The tokens that it keeps from now on, and whether their people asked to be kept signed in.
    pub joined: Vec<(String, bool)>,
    /// The tokens that it is to forget.
    pub forgotten: Vec<String>,
    /// Whether the session that the browser used until now is somebody else's and finds no place.
    pub(super) is_crowded_out: bool,
}

/// Puts the sessions of a browser in order, in the unit that changes them: `newcomer`, with its token, is the session that the browser
/// uses from now on, if it has one.
pub(crate) async fn settle(
    app: &App,
    tx: &mut Tx,
    newcomer: Option<(&Session, &str)>,
    shown: &ShownSessions,
    now: Timestamp,
) -> Result<KeptChange, StoreError> {
    let mut change = KeptChange::default();
    if !app.config.multi_session.enabled {
        return Ok(change);
    }
    let (mut living, mut expired, mut unkept) = (0, Vec::new(), None);
    for token in shown.tokens().filter(|token| newcomer.is_none_or(|(_, own)| own != *token)) {
        let kept = shown.keeps(token);
        let found = sessions::unended_by_token(tx, &digest_of(token)).await?;
        let replaced = |session: &Session| newcomer.is_some_and(|(own, _)| own.user_id == session.user_id);
        match found {
            Some((session, _)) if replaced(&session) => {
                sessions::revoke_by_id(tx, &session.id, now).await?;
                change.forgotten.extend(kept.then(|| token.to_owned()));
            }
            Some((session, _)) if session.expires_at > now => {
                if kept {
                    living += 1;
                } else {
                    unkept = Some((token.to_owned(), session.remembered));
                }
            }
            Some(_) if kept => expired.push(token.to_owned()),
            None if kept => change.forgotten.push(token.to_owned()),
            Some(_) | None => {}
        }
    }
    let mut room = app.config.multi_session.room().saturating_sub(living);
    if let Some((session, token)) = newcomer.filter(|_| room > 0) {
        room -= 1;
        change.joined.extend((!shown.keeps(token)).then(|| (token.to_owned(), session.remembered)));
    }
    if let Some(unkept) = unkept {
        change.is_crowded_out = room == 0;
        if room > 0 {
            room -= 1;
            change.joined.push(unkept);
        }
    }
    change.forgotten.extend(expired.into_iter().skip(room));
    Ok(change)
}

/// A session that a browser shows.
#[derive(Clone)]
pub struct KnownSession {
    /// It.
    pub session: Session,
    /// Whose it is.
    pub user: User,
    /// Its token.
    pub token: String,
    /// Whether it still lives; else its time ran out, and its person is known here but signed out.
    pub lives: bool,
    /// Whether the browser can be switched to it.
    pub is_kept: bool,
}

/// The sessions that a browser shows, one a person, in the order in which they began. Who was signed out on purpose, here or
/// elsewhere, is not known any more.
pub async fn known(app: &App, shown: &ShownSessions, now: Timestamp) -> Result<Vec<KnownSession>, StoreError> {
    let mut known: Vec<KnownSession> = Vec::new();
    if shown.tokens().next().is_none() {
        return Ok(known);
    }
    let mut unit = app.store.read("sessions.known").await?;
    for token in shown.tokens() {
        if let Some((session, user)) = sessions::unended_by_token(&mut unit, &digest_of(token)).await? {
            let lives = session.expires_at > now;
            known.push(KnownSession { lives, session, user, token: token.to_owned(), is_kept: shown.keeps(token) });
        }
    }
    drop(unit);
    // Of two sessions of one person the living one counts, and of two such the newer.
    known.sort_by(|one, other| {
        let rank = |known: &KnownSession| (known.lives, known.session.created_at);
        rank(other).cmp(&rank(one)).then_with(|| one.session.id.as_str().cmp(other.session.id.as_str()))
    });
    let mut people: Vec<KnownSession> = Vec::with_capacity(known.len());
    for candidate in known {
        if !people.iter().any(|person| person.user.id == candidate.user.id) {
            people.push(candidate);
        }
    }
    people.sort_by(|one, other| {
        let order = |known: &KnownSession| (known.session.created_at, known.session.id.as_str().to_owned());
        order(one).cmp(&order(other))
    });
    Ok(people)
}

/// A browser was switched to another of its sessions: what it must be given. Made by [`switch`] alone.
#[derive(Clone)]
pub struct Switched {
    /// The session.
    pub session: Session,
    /// Its person.
    pub user: User,
    /// Its token.
    pub token: String,
    /// The browser's new flow secret.
    pub browser_secret: String,
    /// What else changes.
    pub kept: KeptChange,
    _made: Made,
}

/// Made in this module alone, so that no cookie is written without what is done here.
#[derive(Clone, Debug)]
struct Made;

/// Has the browser use the session with this token, which it showed. `None` means that it does not live. Open login transactions of
/// the browser go on under its new secret; forms that were open for the person before do not.
pub async fn switch(
    app: &App,
    token: &str,
    browser: (&RequestOrigin, Option<&str>),
    now: Timestamp,
) -> Result<Option<Switched>, StoreError> {
    let (origin, old_secret) = browser;
    let browser_secret = app.entropy.token();
    retry(|| async {
        let mut unit = app.store.write("sessions.switch").await?;
        let Some((session, user)) = sessions::live_by_token(&mut unit, &digest_of(token), now).await? else { return Ok(None) };
        if !sessions::hold(&mut unit, &session.id, now).await? {
            return Ok(None);
        }
        if let Some(old) = old_secret {
            login_transactions::rebind(&mut unit, &digest_of(old), &digest_of(&browser_secret)).await?;
        }
        let kept = settle(app, &mut unit, Some((&session, token)), &origin.sessions, now).await?;
        if origin.sessions.active.as_deref() != Some(token) {
            let event = AuditEvent::new(AuditKind::AccountSwitched, origin).user(&user.id).session(&session.id);
            event.record(app, &mut unit, now).await?;
        }
        unit.commit().await?;
        let token = token.to_owned();
        Ok(Some(Switched { session, user, token, browser_secret: browser_secret.clone(), kept, _made: Made }))
    })
    .await
}

/// Ends every session of a browser: `active`, and those that it keeps.
pub async fn end_all(app: &App, active: Option<&Session>, at: (&RequestOrigin, Timestamp)) -> Result<Ended, StoreError> {
    let (origin, _) = at;
    retry(|| async {
        let mut unit = app.store.write("sessions.end_all").await?;
        let mut ending: Vec<Session> = active.into_iter().cloned().collect();
        for token in &origin.sessions.kept {
            if let Some((session, _)) = sessions::unended_by_token(&mut unit, &digest_of(token)).await? {
                ending.push(session);
            }
        }
        // In one order everywhere, so that two of these do not wait for each other.
        ending.sort_by(|one, other| one.id.as_str().cmp(other.id.as_str()));
        ending.dedup_by(|one, other| one.id == other.id);
        for session in &ending {
            end::sign_out(app, &mut unit, session, at).await?;
        }
        unit.commit().await?;
        Ok(Ended::with_kept(origin.sessions.kept.clone()))
    })
    .await
}

/// Ends one session that a browser showed, and has it forgotten there.
pub async fn remove(app: &App, known: &KnownSession, at: (&RequestOrigin, Timestamp)) -> Result<Ended, StoreError> {
    retry(|| async {
        let mut unit = app.store.write("sessions.remove").await?;
        end::sign_out(app, &mut unit, &known.session, at).await?;
        unit.commit().await?;
        Ok(Ended::with_kept(vec![known.token.clone()]))
    })
    .await
}
