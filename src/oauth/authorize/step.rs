//! What comes next for an authorization request: one pure function over stored facts, asked again after every step.

use crate::clock::Timestamp;
use crate::model::authentication_method::AuthenticationMethod;
use crate::model::authorization_request::AuthorizationRequest;
use crate::model::client::Client;
use crate::model::login_transaction::TransactionFacts;
use crate::model::redirect_uri::RedirectUri;
use crate::model::scope::Scopes;
use crate::model::session::Session;
use crate::oauth::error::ErrorCode;
use crate::sessions::assurance;

/// What the decision rests on.
pub struct Situation<'a> {
    /// What is asked for.
    pub request: &'a AuthorizationRequest,
    /// By whom.
    pub client: &'a Client,
    /// Where the answer would go.
    pub destination: Destination<'a>,
    /// The browser's live session.
    pub session: Option<&'a Session>,
    /// Who else is or was signed in there; none where a browser has one person.
    pub others: Option<Others>,
    /// Whether the person of that session would be asked for a second factor if they signed in now.
    pub lacks_second_factor: bool,
    /// What the person of that session can do about a second factor.
    pub second_factor: SecondFactorReach,
    /// Whether the person still has to say something that the operator wants to know of everybody.
    pub profile_is_incomplete: bool,
    /// Whether the person of that session has still to agree to the operator's terms.
    pub owes_agreement: bool,
    /// What the person allowed this client before.
    pub consent: Option<&'a Scopes>,
    /// When the login transaction began; none on the first request.
    pub started_at: Option<Timestamp>,
    /// What was done in it.
    pub facts: TransactionFacts,
    /// The time.
    pub now: Timestamp,
}

/// Where an answer goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Destination<'a> {
    /// To this redirect URI of the client's.
    RedirectUri(&'a RedirectUri),
    /// To a device somewhere else (RFC 8628). Nobody but the person can tell whose it is.
    Device,
}

/// What a signed-in person can do about a second factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SecondFactorReach {
    /// Nothing: this installation asks nobody for one.
    None,
    /// Set one up, or have a code sent.
    SetUp,
    /// Show theirs.
    Show,
}

/// What a browser knows of people, where it may have several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Others {
    /// Whether there is anybody to choose, signed in or not.
    pub known: bool,
    /// Whether somebody is signed in, in use or not.
    pub living: bool,
    /// Whether the request names somebody else than who uses the browser.
    pub another_is_named: bool,
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The person signs in.
    SignIn,
    /// The person creates an account.
    CreateAccount,
    /// The person shows a second factor.
    ShowSecondFactor,
    /// The person, who has none yet, sets one up or has a code sent.
    GetSecondFactor,
    /// The person chooses the account.
    ChooseAccount,
    /// The person says what the operator wants to know of everybody.
    CompleteProfile,
    /// The person agrees to the operator's terms.
    Agree,
    /// The person allows or refuses.
    Consent,
    /// The person answers for a device.
    ConfirmDevice,
    /// The client is given a code.
    Issue,
    /// The client is given an error.
    Refuse(ErrorCode),
}

/// Decides.
pub fn next(situation: &Situation<'_>) -> Step {
    let step = choose_among(situation)
        .or_else(|| sign_in(situation))
        .or_else(|| show_second_factor(situation))
        .or_else(|| choose_account(situation))
        .or_else(|| agree(situation))
        .or_else(|| complete_profile(situation))
        .or_else(|| consent(situation))
        .unwrap_or(Step::Issue);
    if situation.request.prompt.none { without_page(step) } else { step }
}

/// OpenID Connect Core, section 3.1.2.6: with `prompt=none` a page that would be needed becomes the error that names it.
const fn without_page(step: Step) -> Step {
    match step {
        Step::SignIn | Step::CreateAccount | Step::ShowSecondFactor => Step::Refuse(ErrorCode::LoginRequired),
        Step::GetSecondFactor => Step::Refuse(ErrorCode::InteractionRequired),
        Step::ChooseAccount => Step::Refuse(ErrorCode::AccountSelectionRequired),
        Step::CompleteProfile => Step::Refuse(ErrorCode::InteractionRequired),
        Step::Agree => Step::Refuse(ErrorCode::InteractionRequired),
        Step::Consent | Step::ConfirmDevice => Step::Refuse(ErrorCode::ConsentRequired),
        Step::Issue | Step::Refuse(_) => step,
    }
}

/// Whether the person proved themselves after this transaction began.
fn is_fresh(situation: &Situation<'_>, session: &Session) -> bool {
    situation.started_at.is_some_and(|started_at| session.authenticated_at >= started_at)
}

/// Where a browser may have several people, who it is comes before whether they proved it freshly enough.
fn choose_among(situation: &Situation<'_>) -> Option<Step> {
    let others = situation.others.filter(|others| others.known && !situation.facts.account_chosen)?;
    let prompt = situation.request.prompt;
    if situation.session.is_some_and(|session| is_fresh(situation, session)) || prompt.create {
        return None;
    }
    let anybody_will_do = situation.request.hinted_subject.is_none() && !prompt.login;
    let nobody_in_use = situation.session.is_none() && others.living && anybody_will_do;
    let named = others.another_is_named && !prompt.none && !prompt.login;
    (prompt.select_account || nobody_in_use || named).then_some(Step::ChooseAccount)
}

fn sign_in(situation: &Situation<'_>) -> Option<Step> {
    let prompt = situation.request.prompt;
    let page = if prompt.create { Step::CreateAccount } else { Step::SignIn };
    let Some(session) = situation.session else { return Some(page) };
    let fresh = is_fresh(situation, session);
    if (prompt.login || prompt.create) && !fresh {
        return Some(page);
    }
    if situation.request.max_age.is_some_and(|max_age| !session.is_proved_within(max_age, situation.now)) && !fresh {
        return Some(Step::SignIn);
    }
    let expected = situation.request.hinted_subject.as_deref();
    if expected.is_some_and(|subject| subject != session.user_id.as_str()) {
        return Some(if fresh { Step::Refuse(ErrorCode::LoginRequired) } else { Step::SignIn });
    }
    None
}

/// What the operator demands of everybody by now, or for the client, is asked for, and without it there is no answer. A wish of the
/// client is asked for where it can be, and the `acr` of the answer says what there is.
fn show_second_factor(situation: &Situation<'_>) -> Option<Step> {
    let session = situation.session?;
    if situation.lacks_second_factor || assurance::falls_short(situation.client.metadata.second_factor, &session.methods) {
        // Whoever is nobody yet signs in first.
        if session.methods.began_with() == Some(AuthenticationMethod::Anonymous) {
            return Some(Step::SignIn);
        }
        return Some(match situation.second_factor {
            SecondFactorReach::Show => Step::ShowSecondFactor,
            SecondFactorReach::SetUp => Step::GetSecondFactor,
            SecondFactorReach::None => Step::Refuse(ErrorCode::UnmetAuthenticationRequirements),
        });
    }
    let wished = situation.request.prefers_two_factors && !situation.request.prompt.none;
    let can_show = situation.second_factor == SecondFactorReach::Show;
    (wished && can_show && !session.methods.are_multi_factor()).then_some(Step::ShowSecondFactor)
}

fn choose_account(situation: &Situation<'_>) -> Option<Step> {
    let fresh = situation.session.is_some_and(|session| is_fresh(situation, session));
    let owed = situation.request.prompt.select_account && !situation.facts.account_chosen && !fresh;
    owed.then_some(Step::ChooseAccount)
}

fn complete_profile(situation: &Situation<'_>) -> Option<Step> {
    situation.profile_is_incomplete.then_some(Step::CompleteProfile)
}

/// Asked once the account is chosen: others may owe nothing.
const fn agree(situation: &Situation<'_>) -> Option<Step> {
    if situation.owes_agreement { Some(Step::Agree) } else { None }
}

/// A device is answered for each time, whatever was allowed before: consent knows what an app may do, not where it runs.
fn consent(situation: &Situation<'_>) -> Option<Step> {
    let Destination::RedirectUri(redirect_uri) = situation.destination else { return Some(Step::ConfirmDevice) };
    let covered = situation.consent.is_some_and(|allowed| situation.request.scopes.is_subset_of(allowed));
    // What was allowed in this transaction counts for who allowed it: after a change of account it does not cover.
    if situation.facts.consented && covered {
        return None;
    }
    if situation.request.prompt.consent {
        return Some(Step::Consent);
    }
    if situation.client.skips_consent() {
        return None;
    }
    // Someone else could pose as a client of unproven identity: it gets no answer that nobody saw (RFC 8252, section 8.6).
    let seen = situation.session.is_some_and(|session| is_fresh(situation, session)) || situation.facts.account_chosen;
    let silent = situation.client.may_be_answered_silently(redirect_uri);
    (!covered || !(silent || seen)).then_some(Step::Consent)
}
