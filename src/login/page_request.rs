//! What a page of this slice is asked with: parameters, and the login transaction in which it is asked.

use axum::body::Body;
use axum::http::{Request, Uri};
use axum::response::Response;

use crate::model::callback_url::CallbackUrl;
use crate::model::urls;
use crate::web::captcha;
use crate::web::form::{FormError, Parameters};
use crate::web::login_transaction::{self, LoginTransaction};
use crate::web::page::{PageError, PageOptions};
use crate::web::problem::Problems;
use crate::web::visit::Visit;

/// The box "Keep me signed in". A form brings it ticked or not at all; the address of a page says when it is not.
const REMEMBER: &str = "remember";
const UNTICKED: &str = "off";

/// The parameter by which a page is opened whose box is ticked or not.
pub(super) fn untick(remember: bool) -> Option<(&'static str, &'static str)> {
    (!remember).then_some((REMEMBER, UNTICKED))
}

/// A request for a page, or a form that was sent from one.
pub(super) struct PageRequest {
    pub(super) parameters: Parameters,
    pub(super) transaction: Option<LoginTransaction>,
    return_to: Option<CallbackUrl>,
}

/// How a `flow` is taken that this browser has no open transaction for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Flow {
    /// The page is a step of it: it is begun again, or the person is told.
    Step,
    /// A mailed link may be opened anywhere and any time: it works without.
    Mailed,
}

impl PageRequest {
    /// A page is opened. The error is the answer.
    pub(super) async fn opened(visit: &Visit, uri: &Uri, flow: Flow) -> Result<Self, Box<Response>> {
        let parameters = Parameters::from_query(uri).map_err(|error| Box::new(visit.error(&error.into(), None)))?;
        Self::of(visit, parameters, flow).await
    }

    /// A form is sent: from a page that this browser was given. The error is the answer.
    pub(super) async fn sent(visit: &Visit, request: Request<Body>, flow: Flow) -> Result<Self, Box<Response>> {
        let refuse = |error: PageError| Box::new(visit.error(&error, None));
        let (parts, body) = request.into_parts();
        let parameters = Parameters::from_body(&parts.headers, body).await;
        let parameters = parameters.map_err(|error: FormError| refuse(error.into()))?;
        let request = Self::of(visit, parameters, flow).await?;
        visit.check_form_within(request.transaction.as_ref(), &request.parameters).map_err(refuse)?;
        captcha::check_form(visit, &request.parameters).await.map_err(|error| refuse(error.into()))?;
        Ok(request)
    }

    async fn of(visit: &Visit, parameters: Parameters, flow: Flow) -> Result<Self, Box<Response>> {
        let transaction = match flow {
            Flow::Step => visit.transaction(&parameters).await?,
            Flow::Mailed => match parameters.all("flow").next() {
                Some(flow) => login_transaction::load(visit, flow).await.ok(),
                None => None,
            },
        };
        let return_to = parameters.single("return_to").map_err(|error| Box::new(visit.error(&error.into(), None)))?;
        let return_to = return_to.and_then(|path| CallbackUrl::parse_path(path).ok());
        Ok(Self { parameters, transaction, return_to })
    }

    /// A field, empty if it was not sent.
    pub(super) fn field(&self, name: &str) -> Result<&str, PageError> {
        Ok(self.parameters.single(name)?.unwrap_or_default())
    }

    /// Whether a box was ticked.
    pub(super) fn ticked(&self, name: &str) -> Result<bool, PageError> {
        Ok(self.parameters.single(name)?.is_some())
    }

    /// Another step of the same sign-in: it ends where this one was to end, within the transaction or outside of one.
    pub(super) fn step(&self, path: &str) -> String {
        self.step_with(path, &[])
    }

    /// The same with more parameters.
    pub(super) fn step_with(&self, path: &str, own: &[(&str, &str)]) -> String {
        let end = match (&self.transaction, &self.return_to) {
            (Some(transaction), _) => Some(("flow", transaction.flow.as_str())),
            (None, Some(path)) => Some(("return_to", path.as_str())),
            (None, None) => None,
        };
        urls::with_query(path, &end.into_iter().chain(own.iter().copied()).collect::<Vec<_>>())
    }

    /// The sign-in page, which tells what happened and has its box as it was.
    pub(super) fn sign_in_again(&self, notice: &str, remember: bool) -> String {
        let own: Vec<_> = std::iter::once(("notice", notice)).chain(untick(remember)).collect();
        self.step_with(urls::SIGN_IN, &own)
    }

    /// The path in `return_to`, if it is a plain one of ours: what the next form is to bring again.
    pub(super) fn return_to(&self) -> Option<String> {
        self.return_to.as_ref().map(ToString::to_string)
    }

    /// Where the person goes once they are signed in.
    pub(super) fn after_sign_in(&self) -> String {
        match (&self.transaction, &self.return_to) {
            (Some(transaction), _) => transaction.resume_url(),
            (None, Some(path)) => path.to_string(),
            (None, None) => urls::ACCOUNT.to_owned(),
        }
    }

    /// Where the person shows their second factor, to go on from there to `location` outside a login transaction.
    pub(super) fn second_factor_url(&self, location: &str) -> String {
        match &self.transaction {
            Some(_) => self.step(urls::TWO_FACTOR),
            None => urls::second_factor(location),
        }
    }

    /// Where a person is asked to set a second factor up, to go on from there to `location` outside a login transaction.
    pub(super) fn set_up_url(&self, location: &str) -> String {
        match &self.transaction {
            Some(_) => self.step(urls::TWO_FACTOR_SET_UP),
            None if location == urls::ACCOUNT => urls::TWO_FACTOR_SET_UP.to_owned(),
            None => urls::with_query(urls::TWO_FACTOR_SET_UP, &[("return_to", location)]),
        }
    }

    /// What a mail that is asked for here is to remember: the way back into the transaction, or to where the person was going.
    pub(super) fn way_back(&self) -> Option<String> {
        let onward = self.return_to.as_ref().map(|path| urls::resume_at(path.as_str()));
        self.transaction.as_ref().map(LoginTransaction::resume_url).or(onward)
    }

    /// Whether the box "Keep me signed in" is ticked on a page that is opened: unless somebody unticked it on the page before.
    pub(super) fn keeps(&self) -> Result<bool, PageError> {
        Ok(self.field(REMEMBER)? != UNTICKED)
    }

    /// What tells the page that is opened next that the box is not ticked here; nothing if it is, or if there is none.
    pub(super) fn unkept(&self) -> Result<Option<(&'static str, &'static str)>, PageError> {
        Ok(untick(self.keeps()?))
    }

    /// How a page within the transaction is answered after a try with `problems`.
    pub(super) fn options(&self, problems: &Problems) -> PageOptions {
        PageOptions::after(problems).within(self.transaction.as_ref())
    }

    /// Answers, in the worst case with an error page.
    pub(super) fn answer(&self, visit: &Visit, result: Result<Response, PageError>) -> Response {
        result.unwrap_or_else(|error| visit.error(&error, self.transaction.as_ref().map(|transaction| &transaction.client)))
    }
}
