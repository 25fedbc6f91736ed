//! `vestibule user invite`, `user invitations`, `user withdraw-invitation`.

use clap::Args;
use serde_json::{Value, json};

use super::Format;
use super::failure::Failure;
use super::output::{self, Listing};
use super::user::RoleName;
use crate::app::App;
use crate::model::email::EmailAddress;
use crate::model::request_origin::RequestOrigin;
use crate::store::invitations::Invitation;
use crate::users::invitation::{self, InviteError};

/// `user invite`.
#[derive(Debug, Args)]
pub struct Invite {
    /// Their mail address
    #[arg(long)]
    email: EmailAddress,
    /// Their name; they can say otherwise
    #[arg(long)]
    name: Option<String>,
    /// What they may do
    #[arg(long, value_enum, default_value_t = RoleName::User)]
    role: RoleName,
    /// Print the link and mail nothing
    #[arg(long)]
    no_mail: bool,
    #[command(flatten)]
    format: Format,
}

/// `user withdraw-invitation`.
#[derive(Debug, Args)]
pub struct Withdraw {
    /// The mail address or the id of the invitation
    invitation: String,
    #[command(flatten)]
    format: Format,
}

impl From<InviteError> for Failure {
    fn from(error: InviteError) -> Self {
        Self::failed(error.to_string())
    }
}

/// Invites somebody: mails the link where mail can be sent, and prints it.
pub(super) async fn invite(app: &App, arguments: Invite) -> Result<(), Failure> {
    let mailed = app.config.mail.is_configured() && !arguments.no_mail;
    let invite = invitation::Invite { email: arguments.email, name: arguments.name, role: arguments.role.into(), mailed };
    let invited = invitation::invite(app, invite, &RequestOrigin::default(), app.clock.now()).await?;
    let url = invited.url(app);
    if arguments.format.json {
        let mut value = value(&invited.invitation);
        if let Some(members) = value.as_object_mut() {
            members.insert("url".to_owned(), url.into());
            members.insert("token".to_owned(), invited.secret.into());
            members.insert("mailed".to_owned(), mailed.into());
        }
        output::json(&value);
    } else {
        let (email, until) = (&invited.invitation.email, invited.invitation.expires_at.rfc3339());
        let how = if mailed { "the link is mailed, and works until" } else { "hand over the link, which works until" };
        output::line(format!("Invited {email}; {how} {until}:"));
        output::line(url);
    }
    Ok(())
}

/// Prints the invitations that can still be accepted.
pub(super) async fn list(app: &App, format: Format) -> Result<(), Failure> {
    let mut listing = Listing::begin(format.json, [("EMAIL", 32), ("NAME", 24), ("ROLE", 5), ("UNTIL", 24), ("ID", 32)]);
    for invitation in invitation::open(app, app.clock.now()).await? {
        let cells = [
            invitation.email.clone(),
            invitation.name.clone().unwrap_or_default(),
            invitation.role.as_str().to_owned(),
            invitation.expires_at.rfc3339(),
            invitation.id.to_string(),
        ];
        listing.row(&cells, &value(&invitation));
    }
    listing.end();
    Ok(())
}

/// Withdraws one.
pub(super) async fn withdraw(app: &App, arguments: Withdraw) -> Result<(), Failure> {
    let now = app.clock.now();
    let named = &arguments.invitation;
    let email = EmailAddress::parse(named).ok();
    let open = invitation::open(app, now).await?;
    let is_named = |invitation: &&Invitation| {
        invitation.id.as_str() == named || email.as_ref().is_some_and(|email| email.as_str() == invitation.email)
    };
    let found = open.iter().find(is_named);
    let found = found.ok_or_else(|| Failure::failed(format!("no open invitation has the mail address or id {named:?}")))?;
    if !invitation::withdraw(app, &found.id, &RequestOrigin::default(), now).await? {
        return Err(Failure::failed("the invitation was accepted or withdrawn at the same moment"));
    }
    if arguments.format.json {
        output::json(&value(found));
    } else {
        output::line(format!("The invitation of {} is withdrawn; its link opens nothing any more.", found.email));
    }
    Ok(())
}

fn value(invitation: &Invitation) -> Value {
    json!({
        "id": invitation.id,
        "email": invitation.email,
        "name": invitation.name,
        "role": invitation.role.as_str(),
        "created_at": invitation.created_at.rfc3339(),
        "expires_at": invitation.expires_at.rfc3339(),
    })
}
