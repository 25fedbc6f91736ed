//! The pages of the mailbox and of the demo app.

use askama::Template;

use crate::clock::Timestamp;

/// A caught mail in the list.
#[derive(Clone, Debug)]
pub struct MailLine {
    /// The page that shows it.
    pub url: String,
    /// The recipient.
    pub to: String,
    /// The subject.
    pub subject: String,
    /// When it was sent.
    pub sent_at: Timestamp,
}

/// The caught mails. Sends `csrf` to `clear_url`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/dev/mailbox.html")]
pub struct MailboxPage {
    /// The hidden field `csrf`.
    pub csrf: String,
    /// Where the mailbox is emptied.
    pub clear_url: String,
    /// The same mails for scripts.
    pub json_url: String,
    /// The mails, the newest first.
    pub mails: Vec<MailLine>,
    /// The text messages, the newest first.
    pub texts: Vec<TextLine>,
    /// The same for scripts.
    pub texts_json_url: String,
}

/// A caught text message.
#[derive(Clone, Debug)]
pub struct TextLine {
    /// The number.
    pub to: String,
    /// The text.
    pub text: String,
    /// When it was sent.
    pub sent_at: Timestamp,
}

/// One caught mail.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/dev/mail.html")]
pub struct MailPage {
    /// The mail.
    pub mail: MailLine,
    /// The sender, where one is configured.
    pub from: Option<String>,
    /// The plain text.
    pub text: String,
    /// The links in the text, to be followed from here.
    pub links: Vec<String>,
    /// Where the HTML part is served, with a policy of its own; shown in a frame.
    pub html_url: Option<String>,
    /// The list.
    pub mailbox_url: String,
}

/// The demo app before signing in.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/dev/demo_home.html")]
pub struct DemoHomePage {
    /// The provider.
    pub issuer: String,
    /// Where the demo app starts the flow.
    pub sign_in_url: String,
    /// The account to try: address and password.
    pub try_account: Option<(String, String)>,
    /// What went wrong at the last try.
    pub failure: Option<DemoFailure>,
    /// Whether the person has just signed out.
    pub signed_out: bool,
    /// What went over the wire before it went wrong, in order.
    pub hops: Vec<Hop>,
}

/// Why the demo app could not go on.
#[derive(Clone, Debug)]
pub struct DemoFailure {
    /// Who refused: `Vestibule answered`, or `Fieldnotes refused the answer`.
    pub refused_by: &'static str,
    /// The `error` of the answer, or a name of the demo app's own.
    pub code: String,
    /// The `error_description`, or what the demo app found wrong.
    pub description: String,
}

/// One claim, with what it means.
#[derive(Clone, Debug)]
pub struct ClaimRow {
    /// The claim's name.
    pub name: String,
    /// Its value as JSON.
    pub value: String,
    /// What it means, in a few words.
    pub meaning: String,
}

/// A token that the demo app holds.
#[derive(Clone, Debug)]
pub struct TokenPanel {
    /// A short name fit for an element id: `id_token`.
    pub id: String,
    /// What people call it: `ID token`.
    pub name: String,
    /// The token as it came.
    pub raw: String,
    /// Header and payload as indented JSON, when it is a JWT.
    pub decoded: Option<(String, String)>,
    /// A remark: until when it works, or why it cannot be decoded.
    pub remark: String,
}

/// One request of the flow.
#[derive(Clone, Debug)]
pub struct Hop {
    /// What happened, in plain words.
    pub summary: String,
    /// Who asked whom: `Browser → Vestibule`.
    pub parties: String,
    /// The request: method, address, interesting parameters.
    pub request: String,
    /// The answer.
    pub response: String,
}

/// The demo app after signing in. Sends forms to `/refresh`, `/userinfo` and `/sign-out`.
#[derive(Clone, Debug, Template)]
#[template(path = "pages/dev/demo_signed_in.html")]
pub struct DemoSignedInPage {
    /// The person's name, or their subject when the name is not known.
    pub name: String,
    /// The provider.
    pub issuer: String,
    /// The account pages there.
    pub account_url: String,
    /// The hidden field `csrf`.
    pub csrf: String,
    /// What was just done.
    pub notice: Option<String>,
    /// The claims of the ID token.
    pub claims: Vec<ClaimRow>,
    /// The answer of the userinfo endpoint as indented JSON, once it was asked for.
    pub userinfo: Option<String>,
    /// The tokens.
    pub tokens: Vec<TokenPanel>,
    /// What went over the wire, in order.
    pub hops: Vec<Hop>,
}
