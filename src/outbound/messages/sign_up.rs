//! Mails by which accounts are made.

use askama::Template;

use super::{Letterhead, RenderedMessage, one_line};

message!(
    /// Invites somebody to make an account.
    Invitation, "email/invitation/subject.txt", "email/invitation/body.txt", "email/invitation/body.html", {
        /// The link.
        url: String,
        /// How long it works.
        minutes: u64,
    }
);
message!(
    /// Lets somebody make the account that they asked for.
    SignUpLink, "email/sign_up_link/subject.txt", "email/sign_up_link/body.txt", "email/sign_up_link/body.html", {
        /// The link.
        url: String,
        /// How long it works.
        minutes: u64,
    }
);
