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
use crate::sessions::assurance;
use crate::store::StoreError;
use crate::users::password::JudgeError;
use crate::users::permission::Denied;
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

    /// Goes on only if the person proved lately that it is they: before every sensitive page and change.
    pub fn proved(&self) -> Result<(), Refusal> {
        if self.is_proved() { Ok(()) } else { Err(Refusal::ProofNeeded) }
    }

    /// The same, with the second factor of whoever has one. The response is the way to the question for it.
    pub fn proved_with_all_factors(&self) -> Result<Option<Response>, Refusal> {
        self.proved()?;
        let policy = self.visit.server.app.config.two_factor.policy;
        let (user, session) = (&self.signed_in.user, &self.signed_in.session);
        let owed = user.two_factor_enabled_at.is_some() && assurance::second_factor_is_owed(policy, user, &session.methods);
        let url = || urls::with_query(urls::TWO_FACTOR, &[("return_to", self.section.path())]);
        Ok(owed.then(|| self.visit.redirect(&url())))
    }

    /// Whether the person proved lately that it is they.
    pub fn is_proved(&self) -> bool {
        let age = self.visit.server.app.config.sessions.sensitive_proof_seconds.duration();
        self.signed_in.session.is_proved_within(age, self.visit.now)
    }

    /// Where they prove it, to come back to this page.
    pub fn proof_url(&self) -> String {
        urls::with_query(urls::CONFIRM_IDENTITY, &[("return_to", self.section.path())])
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
            email: self.signed_in.user.email.clone(),
            may_delete: self.visit.server.app.config.accounts.delete,
            two_factor: self.visit.server.app.config.two_factor.is_on(),
            passkeys: self.visit.server.app.config.passkey.enabled,
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
