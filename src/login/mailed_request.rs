//! The page that asks for the address to which a link or a code to sign in with is mailed.

use askama::Template;
use axum::response::Response;

use crate::login::page_request::{PageRequest, untick};
use crate::model::urls;
use crate::web::chrome::Chrome;
use crate::web::page::PageError;
use crate::web::problem::Problems;
use crate::web::visit::Visit;

/// What is mailed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mailed {
    /// A link to follow.
    Link,
    /// A code to type.
    Code,
}

impl Mailed {
    const fn path(self) -> &'static str {
        match self {
            Self::Link => urls::MAGIC_LINK_REQUEST,
            Self::Code => urls::EMAIL_CODE_REQUEST,
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Self::Link => "magic-link-request-title",
            Self::Code => "email-code-request-title",
        }
    }

    const fn text(self) -> &'static str {
        match self {
            Self::Link => "magic-link-request-text",
            Self::Code => "email-code-request-text",
        }
    }

    const fn button(self) -> &'static str {
        match self {
            Self::Link => "magic-link-request-button",
            Self::Code => "email-code-request-button",
        }
    }

    const fn button_id(self) -> &'static str {
        match self {
            Self::Link => "magic-link-submit",
            Self::Code => "email-code-submit",
        }
    }

    const fn action(self) -> &'static str {
        match self {
            Self::Link => "magic-link",
            Self::Code => "email-code",
        }
    }
}

/// Ask for one of them. Sends `email`, `remember`, `return_to` to the page's own address.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/login/mailed_request.html")]
pub struct MailedRequestPage {
    /// The frame. Inside a login transaction (`chrome.flow`) the page offers to cancel.
    pub chrome: Chrome,
    /// What was wrong with the last try.
    pub problems: Problems,
    /// What is mailed.
    pub mailed: Mailed,
    /// The address as typed.
    pub email: String,
    /// Whether "Keep me signed in" is ticked.
    pub remember: bool,
    /// The path to go on to, outside a login transaction.
    pub return_to: Option<String>,
    /// Back to sign-in.
    pub sign_in_url: String,
}

/// What somebody filled in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Typed<'a> {
    /// The address, in the page's own field or in that of a sign-in page whose button led here.
    pub(super) email: &'a str,
    /// Whether "Keep me signed in" is ticked.
    pub(super) remember: bool,
}

impl<'a> Typed<'a> {
    /// Of a page that was not filled in yet.
    pub(super) fn opened(request: &PageRequest) -> Result<Self, PageError> {
        Ok(Self { email: "", remember: request.keeps()? })
    }

    /// Of a form that was sent.
    pub(super) fn read(request: &'a PageRequest) -> Result<Self, PageError> {
        let email = match request.field("email")? {
            "" => request.field("identifier")?,
            email => email,
        };
        Ok(Self { email, remember: request.ticked("remember")? })
    }
}

/// The page.
pub(super) fn render(
    visit: &Visit,
    request: &PageRequest,
    mailed: Mailed,
    typed: Typed<'_>,
    problems: Problems,
) -> Result<Response, PageError> {
    let options = request.options(&problems);
    let page = MailedRequestPage {
        chrome: visit.chrome(request.transaction.as_ref()),
        problems,
        mailed,
        email: typed.email.to_owned(),
        remember: typed.remember,
        return_to: request.return_to(),
        sign_in_url: request.step_with(urls::SIGN_IN, untick(typed.remember).as_slice()),
    };
    Ok(visit.page(&page, &options))
}
