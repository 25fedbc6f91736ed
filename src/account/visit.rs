//! A visit to an account page: who may come in, what they must prove before a sensitive change, and how the pages answer.

use askama::Template;
use axum::body::Body;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{Method, Request};
use axum::response::Response;

use crate::account::frame::{Frame, Section};
use crate::account::notice::Notice;
use crate::model::urls;
use crate::sessions::{assurance, still_owed};
use crate::store::StoreError;
use crate::users::password::JudgeError;
use crate::users::permission::Denied;
use crate::users::{terms, ways_in};
use crate::web::chrome::Chrome;
use crate::web::error_view::ErrorKind;
use crate::web::form::{Duplicate, FormError, Parameters};
use crate::web::page::{PageError, PageOptions};
use crate::web::problem::Problems;
use crate::web::server::Server;
use crate::web::visit::{SignedIn, Visit};

/// A visit by the person whose account it is. An extractor: whoever is signed out is sent to sign in, and comes back to the page.
pub struct AccountVisit {
    /// The visit.
    pub visit: Visit,
    /// The person and their session.
    pub signed_in: SignedIn,
    section: Section,
    is_form: bool,
    notice: Option<Notice>,
}

impl FromRequestParts<Server> for AccountVisit {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, server: &Server) -> Result<Self, Self::Rejection> {
        let Ok(visit) = Visit::from_request_parts(parts, server).await;
        let section = Section::of_path(&visit.path);
        match visit.signed_in().await {
            Ok(Some(signed_in))
                if lacks_second_factor(&visit, &signed_in).await.map_err(|error| visit.error(&error.into(), None))? =>
            {
                Err(visit.redirect(&urls::with_query(urls::TWO_FACTOR, &[("return_to", section.path())])))
            }
            Ok(Some(signed_in))
                if owes_agreement(&visit, &signed_in).await.map_err(|error| visit.error(&error.into(), None))? =>
            {
                Err(visit.redirect(&urls::with_query(urls::TERMS, &[("return_to", section.path())])))
            }
            Ok(Some(signed_in)) => Ok(Self {
                signed_in,
                section,
                is_form: parts.method == Method::POST,
                notice: Notice::of_request(server, &parts.headers),
                visit,
            }),
            Ok(None) => Err(visit.redirect(&urls::with_query(urls::SIGN_IN, &[("return_to", section.path())]))),
            Err(error) => Err(visit.error(&error.into(), None)),
        }
    }
}

/// Whether the person could not sign in with what was proved in this session: it began before more was asked for.
async fn lacks_second_factor(visit: &Visit, signed_in: &SignedIn) -> Result<bool, StoreError> {
    still_owed::lacks_second_factor(&visit.server.app, (&signed_in.user, &signed_in.session.methods), visit.now).await
}

/// Whether the person has to agree to something before they see this page. Nobody has to who takes their data along, or goes.
async fn owes_agreement(visit: &Visit, signed_in: &SignedIn) -> Result<bool, StoreError> {
    if [urls::ACCOUNT_DATA, urls::ACCOUNT_DELETE].contains(&visit.path.as_str()) {
        return Ok(false);
    }
    Ok(!terms::owed(&visit.server.app, &signed_in.user).await?.is_empty())
}

/// Why a page or form goes no further.
pub enum Refusal {
    /// The person first has to prove that it is they.
    ProofNeeded,
    /// An error page tells.
    Page(PageError),
}

impl From<PageError> for Refusal {
    fn from(error: PageError) -> Self {
        Self::Page(error)
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        Self::Page(error.into())
    }
}

impl From<FormError> for Refusal {
    fn from(error: FormError) -> Self {
        Self::Page(error.into())
    }
}

impl From<Duplicate> for Refusal {
    fn from(error: Duplicate) -> Self {
        Self::Page(error.into())
    }
}

impl From<Denied> for Refusal {
    fn from(denied: Denied) -> Self {
        Self::Page(denied.into())
    }
}

impl From<JudgeError> for Refusal {
    fn from(error: JudgeError) -> Self {
        Self::Page(error.into())
    }
}

impl AccountVisit {
    /// Turns what a handler came to into its answer.
    pub fn answer(&self, outcome: Result<Response, Refusal>) -> Response {
        match outcome {
            Ok(response) => response,
            Err(Refusal::Page(error)) => self.visit.error(&error, None),
            Err(Refusal::ProofNeeded) => {
                let mut response = self.visit.redirect(&self.proof_url());
                if self.is_form {
                    Notice::SendAgain.leave(&self.visit.server, &mut response);
                }
                response
            }
        }
    }

    /// Goes on only if the person proved lately that it is they, with the second factor if they have one: before every sensitive page
    /// and change.
    pub fn proved(&self) -> Result<(), Refusal> {
        if self.is_proved() { Ok(()) } else { Err(Refusal::ProofNeeded) }
    }

    /// Whether the person proved lately, and with all that they have, that it is they.
    pub fn is_proved(&self) -> bool {
        self.is_fresh() && !self.owes_second_factor()
    }

    fn is_fresh(&self) -> bool {
        let age = self.visit.server.app.config.sessions.sensitive_proof_seconds.duration();
        self.signed_in.session.is_proved_within(age, self.visit.now)
    }

    fn owes_second_factor(&self) -> bool {
        let policy = self.visit.server.app.config.two_factor.policy;
        assurance::second_factor_is_unshown(policy, &self.signed_in.user, &self.signed_in.session.methods)
    }

    /// Where they prove what is missing, to come back to this page.
    pub fn proof_url(&self) -> String {
        let place = if self.is_fresh() && self.owes_second_factor() { urls::TWO_FACTOR } else { urls::CONFIRM_IDENTITY };
        urls::with_query(place, &[("return_to", self.section.path())])
    }

    /// Reads a form that came from one of our pages.
    pub async fn form(&self, request: Request<Body>) -> Result<Parameters, Refusal> {
        let (parts, body) = request.into_parts();
        let parameters = Parameters::from_body(&parts.headers, body).await?;
        self.visit.check_form(&parameters)?;
        Ok(parameters)
    }

    /// The frame of this page.
    pub fn frame(&self) -> (Chrome, Frame) {
        let frame = Frame {
            section: self.section,
            name: self.signed_in.user.name.clone(),
            known_by: ways_in::known_by(&self.visit.server.app.config, &self.signed_in.user).to_owned(),
            has_mailbox: self.visit.server.app.config.has_mailbox(&self.signed_in.user),
            may_delete: self.visit.server.app.config.accounts.delete,
            two_factor: self.visit.server.app.config.two_factor.is_on(),
            passkeys: self.visit.server.app.config.passkey.enabled,
            several: self.visit.server.app.config.multi_session.enabled,
            console_url: None,
            notice: self.notice,
        };
        (self.visit.chrome(None), frame)
    }

    /// Answers with this page; `problems` are those of a form that was not taken.
    pub fn show(&self, page: &impl Template, problems: &Problems) -> Response {
        let mut response = self.visit.page(page, &PageOptions::after(problems));
        if self.notice.is_some() {
            Notice::forget(&self.visit.server, &mut response);
        }
        response
    }

    /// Goes back to this page, which says what was done.
    pub fn done(&self, notice: Notice) -> Response {
        let mut response = self.visit.redirect(self.section.path());
        notice.leave(&self.visit.server, &mut response);
        response
    }

    /// Goes back to this page as it now is.
    pub fn unchanged(&self) -> Response {
        self.visit.redirect(self.section.path())
    }
}

/// The operator has switched this off.
pub fn switched_off(what: &str) -> Refusal {
    Refusal::Page(PageError::new(ErrorKind::Forbidden, format!("{what} is switched off in this installation")))
}
