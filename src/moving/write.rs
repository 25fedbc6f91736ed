//! Writing rows: what is here already is left as it is.

use crate::app::App;
use crate::clock::Timestamp;
use crate::model::authentication_method::{AuthenticationMethod, AuthenticationMethods};
use crate::model::ids::UserId;
use crate::model::session::Session;
use crate::moving::candidate::{Candidate, Item, NewUser};
use crate::moving::report::{Outcome, TableReport};
use crate::store::clients::StoredClient;
use crate::store::{
    Store, StoreError, Tx, clients, consents, moving, passkeys, phone_numbers, retry, second_factors, sessions, usernames, users,
    wallet_addresses,
};

/// Where rows go.
pub struct Move<'a> {
    /// Where people go: the installation, or for a plan one that is thrown away.
    pub app: &'a App,
    /// For a plan: the real installation, if there is one.
    pub real: Option<&'a Store>,
    /// Whether the rows of a plan are written only to be thrown away.
    pub is_plan: bool,
    /// When.
    pub now: Timestamp,
}

impl Move<'_> {
    /// For a plan: asks the real installation about each row. Whom it has already is needed in the throw-away one too.
    pub(super) async fn ask_real(
        &self,
        candidates: Vec<Candidate>,
        told: &mut TableReport,
    ) -> Result<Vec<Candidate>, StoreError> {
        let Some(real) = self.real else { return Ok(candidates) };
        let mut unit = real.read("moving.plan").await?;
        let mut asked = Vec::with_capacity(candidates.len());
        for mut candidate in candidates {
            match outcome_known(&mut unit, &candidate).await? {
                Some(Outcome::MovedBefore) => {
                    candidate.is_here = is_still_here(&mut unit, &candidate).await?;
                    told.count(&candidate.id, Outcome::MovedBefore);
                    if candidate.is_here {
                        asked.push(candidate);
                    }
                }
                Some(outcome) => told.count(&candidate.id, outcome),
                None => {
                    leave_out_taken(self.app, &mut unit, &mut candidate).await?;
                    asked.push(candidate);
                }
            }
        }
        Ok(asked)
    }

    /// Writes a page in one unit; if one of its rows breaks a rule of the schema, each in its own.
    pub(super) async fn write_page(&self, candidates: &[Candidate], told: &mut TableReport) -> Result<(), StoreError> {
        match retry(|| write(self, candidates)).await {
            Ok(written) => written.into_iter().zip(candidates).for_each(|(written, candidate)| tell(told, candidate, written)),
            Err(StoreError::Constraint { .. }) => {
                for candidate in candidates {
                    match retry(|| write(self, std::slice::from_ref(candidate))).await {
                        Ok(written) => written.into_iter().for_each(|written| tell(told, candidate, written)),
                        Err(StoreError::Constraint { name, .. }) => {
                            let reason = reason_of(name.as_deref());
                            tell(told, candidate, (Outcome::Refused(reason), Vec::new()));
                        }
                        Err(error) => return Err(error),
                    }
                }
            }
            Err(error) => return Err(error),
        }
        Ok(())
    }
}

fn tell(told: &mut TableReport, candidate: &Candidate, (outcome, notes): (Outcome, Vec<String>)) {
    if candidate.is_here {
        return;
    }
    if outcome == Outcome::Moved {
        candidate.notes.iter().cloned().chain(notes).for_each(|note| told.note(&candidate.id, note));
    }
    told.count(&candidate.id, outcome);
}

/// What came of a row, and what of it is missing here.
type Written = (Outcome, Vec<String>);

fn refused(reason: &str) -> Option<Outcome> {
    Some(Outcome::Refused(reason.to_owned()))
}

/// Writes rows in one unit.
async fn write(order: &Move<'_>, candidates: &[Candidate]) -> Result<Vec<Written>, StoreError> {
    let mut unit = order.app.store.write("moving.better_auth").await?;
    let mut written = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        written.push(write_one(order, &mut unit, candidate).await?);
    }
    unit.commit().await?;
    Ok(written)
}

async fn write_one(order: &Move<'_>, tx: &mut Tx, candidate: &Candidate) -> Result<Written, StoreError> {
    if let Some(outcome) = outcome_known(tx, candidate).await? {
        return Ok((outcome, Vec::new()));
    }
    if let Some(person) = candidate.person
        && !moving::was_moved(tx, person).await?
    {
        return Ok((Outcome::Refused("its person was not moved".to_owned()), Vec::new()));
    }
    let mut notes = Vec::new();
    let is_written = match &candidate.item {
        Item::User(new) => write_user(order.app, tx, new, &mut notes).await?,
        Item::Account(account) => {
            moving::insert_account(tx, account).await?;
            true
        }
        Item::SecondFactor(factor) => {
            let is_first = moving::adopt_totp(tx, &factor.user, &factor.totp_sealed, (factor.failures, factor.failed_at)).await?;
            if is_first {
                users::set_two_factor_if_off(tx, &factor.user, order.now).await?;
                for code in &factor.code_digests {
                    moving::insert_backup_code(tx, &factor.user, *code, (order.now, None)).await?;
                }
            }
            is_first
        }
        Item::Passkey(passkey) => passkeys::insert(tx, passkey).await?,
        Item::Wallet(user, wallet, created_at) => match wallet_addresses::owner(tx, &wallet.address).await? {
            None => wallet_addresses::claim(tx, user, wallet, *created_at).await?,
            Some(_) => wallet_addresses::add_chain(tx, user, wallet, *created_at).await?,
        },
        Item::Session(session, token) => {
            let person = users::by_id(tx, &session.user_id).await?;
            let session =
                if person.is_some_and(|person| person.is_anonymous) { of_anonymous(session) } else { (**session).clone() };
            sessions::insert(tx, &session, token).await?;
            true
        }
        Item::Client(client, secret_digest) => {
            let stored =
                StoredClient { client: (**client).clone(), secret_digest: *secret_digest, registration_token_digest: None };
            clients::insert(tx, &stored).await?;
            true
        }
        Item::Consent { user, client, scopes, created_at, updated_at } => {
            if clients::by_id(tx, client).await?.is_none() {
                return Ok((Outcome::Refused("its app was not moved".to_owned()), Vec::new()));
            }
            moving::insert_consent(tx, user, client, scopes, (*created_at, *updated_at)).await?;
            true
        }
    };
    if !is_written {
        return Ok((Outcome::Refused("somebody else has it here".to_owned()), Vec::new()));
    }
    moving::mark_moved(tx, candidate.digest, order.now).await?;
    Ok((Outcome::Moved, notes))
}

async fn write_user(app: &App, tx: &mut Tx, new: &NewUser, notes: &mut Vec<String>) -> Result<bool, StoreError> {
    let mut new = new.clone();
    notes.extend(leave_out(app, tx, &mut new).await?);
    let NewUser { user, usernames, phone_number, belongings } = new;
    if !users::insert(tx, &user).await? {
        return Ok(false);
    }
    if let Some(username) = &usernames.username {
        usernames::claim(tx, &user.id, username, user.created_at).await?;
    }
    if usernames.username.is_some() || usernames.display_username.is_some() {
        usernames::put(tx, &user.id, &usernames).await?;
    }
    if let Some(number) = &phone_number {
        let verified_at = belongings.phone_number_verified_at.unwrap_or(user.updated_at);
        moving::insert_phone_number(tx, &user.id, number, verified_at).await?;
    }
    belongings.write(app, tx, &user).await?;
    Ok(true)
}

fn of_anonymous(session: &Session) -> Session {
    Session { methods: AuthenticationMethods::first(AuthenticationMethod::Anonymous), ..session.clone() }
}

/// What is already clear of a row: it was moved before, or something here is in its place.
async fn outcome_known(tx: &mut Tx, candidate: &Candidate) -> Result<Option<Outcome>, StoreError> {
    if moving::was_moved(tx, candidate.digest).await? {
        return Ok(Some(Outcome::MovedBefore));
    }
    Ok(match &candidate.item {
        Item::User(new) => {
            if moving::has_user(tx, &new.user.id).await? {
                refused("there is another account with its id")
            } else if users::by_email(tx, &new.user.email).await?.is_some() {
                refused("there is another account with its mail address")
            } else {
                None
            }
        }
        Item::Account(account) if moving::has_account(tx, &account.issuer, &account.subject).await? => {
            refused("there is such a way in already")
        }
        Item::SecondFactor(factor) if second_factors::of_user(tx, &factor.user).await?.totp_sealed.is_some() => {
            refused("its person has an authenticator app here")
        }
        Item::Passkey(passkey) if passkeys::by_credential(tx, &passkey.credential.id).await?.is_some() => {
            refused("the passkey is known here")
        }
        Item::Wallet(user, wallet, _) => match wallet_addresses::owner(tx, &wallet.address).await? {
            Some(owner) if owner.id != *user => refused("the wallet is somebody else's here"),
            _ => None,
        },
        Item::Session(_, token) if moving::has_session(tx, token.digest).await? => refused("there is such a session already"),
        Item::Client(client, _) if clients::by_id(tx, &client.id).await?.is_some() => {
            refused("there is another app with its client id")
        }
        Item::Consent { user, client, .. } if consents::find(tx, user, client).await?.is_some() => {
            refused("its person decided about the app here")
        }
        _ => None,
    })
}

/// Whether what was moved before is still here.
async fn is_still_here(tx: &mut Tx, candidate: &Candidate) -> Result<bool, StoreError> {
    match &candidate.item {
        Item::User(new) => moving::has_user(tx, &new.user.id).await,
        Item::Client(client, _) => Ok(clients::by_id(tx, &client.id).await?.is_some()),
        _ => Ok(false),
    }
}

/// For a plan: takes out of a row what somebody else has in the real installation.
async fn leave_out_taken(app: &App, tx: &mut Tx, candidate: &mut Candidate) -> Result<(), StoreError> {
    if let Item::User(new) = &mut candidate.item {
        candidate.notes.extend(leave_out(app, tx, new).await?);
    }
    Ok(())
}

async fn leave_out(app: &App, tx: &mut Tx, new: &mut NewUser) -> Result<Vec<String>, StoreError> {
    let mut notes = new.belongings.leave_out_taken(app, tx, &new.user.id).await?;
    if let Some(username) = &new.usernames.username
        && !is_claimed_by(usernames::claimant(tx, username).await?.as_ref(), &new.user.id)
    {
        new.usernames.username = None;
        notes.push("the user name stays: somebody else has or had it here".to_owned());
    }
    if let Some(number) = &new.phone_number
        && phone_numbers::owner(tx, number).await?.is_some()
    {
        new.phone_number = None;
        notes.push("the phone number stays: it is on another account here".to_owned());
    }
    Ok(notes)
}

fn is_claimed_by(claimant: Option<&UserId>, user: &UserId) -> bool {
    claimant.is_none_or(|claimant| claimant == user)
}

/// Why a rule of the schema refuses a row.
fn reason_of(rule: Option<&str>) -> String {
    match rule {
        Some(rule) if rule.ends_with("_pkey") => "something else has its id here".to_owned(),
        Some(rule) => format!("it breaks the rule {rule} here"),
        None => "what it rests on is not here".to_owned(),
    }
}
