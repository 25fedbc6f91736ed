//! `vestibule user`.

use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Value, json};

use super::failure::Failure;
use super::invitation::{self, Invite, Withdraw};
use super::opening::{self, Setting};
use super::output::Listing;
use super::password_source::PasswordSource;
use super::{Format, output};
use crate::app::App;
use crate::config::Config;
use crate::model::additional_fields::FieldValues;
use crate::model::email::EmailAddress;
use crate::model::ids::UserId;
use crate::model::request_origin::RequestOrigin;
use crate::model::user::{Role, User};
use crate::store::users;
use crate::users::operator::{self, NewUser, OperatorError};

/// How many are read at once.
const PAGE: i64 = 500;

/// What to do with people's accounts.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make an account; you vouch for the mail address
    Add(Add),
    /// Invite somebody to make an account, whoever may otherwise
    Invite(Invite),
    /// Print the invitations that can still be accepted
    Invitations(Format),
    /// Withdraw an invitation
    WithdrawInvitation(Withdraw),
    /// Print the accounts, by mail address
    List(Format),
    /// Forbid somebody to sign in, and end their sessions and their apps' access
    Lock(Named),
    /// Let somebody sign in again
    Unlock(Named),
    /// Give somebody another password, and end their sessions and their apps' access
    SetPassword(SetPassword),
    /// Set declared fields of somebody, also those that they may not set themselves
    SetFields(SetFields),
    /// Take away the second factor of somebody who has lost it, and end their sessions and their apps' access
    TurnOffSecondFactor(Named),
}

/// `user add`.
#[derive(Debug, Args)]
pub struct Add {
    /// Their mail address
    #[arg(long)]
    email: EmailAddress,
    /// Their name [default: the mail address up to the @]
    #[arg(long)]
    name: Option<String>,
    /// What they may do
    #[arg(long, value_enum, default_value_t = RoleName::User)]
    role: RoleName,
    /// What they have in a declared field, as name=value; may be repeated
    #[arg(long = "field", value_name = "NAME=VALUE")]
    fields: Vec<String>,
    #[command(flatten)]
    password: PasswordSource,
    #[command(flatten)]
    format: Format,
}

/// `user lock`, `user unlock` and `user turn-off-second-factor`.
#[derive(Debug, Args)]
pub struct Named {
    /// Their mail address or id
    user: String,
    #[command(flatten)]
    format: Format,
}

/// `user set-password`.
#[derive(Debug, Args)]
pub struct SetPassword {
    #[command(flatten)]
    named: Named,
    #[command(flatten)]
    password: PasswordSource,
}

/// `user set-fields`.
#[derive(Debug, Args)]
pub struct SetFields {
    #[command(flatten)]
    named: Named,
    /// What they have in a declared field, as name=value; an empty value is none; may be repeated
    #[arg(long = "field", value_name = "NAME=VALUE", required = true)]
    fields: Vec<String>,
}

/// [`Role`] as it is written on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum RoleName {
    /// Use their own account
    User,
    /// Administer the installation
    Admin,
}

impl From<RoleName> for Role {
    fn from(name: RoleName) -> Self {
        match name {
            RoleName::User => Self::User,
            RoleName::Admin => Self::Admin,
        }
    }
}

impl From<OperatorError> for Failure {
    fn from(error: OperatorError) -> Self {
        Self::failed(error.to_string())
    }
}

/// Runs the command on the installation's store.
pub async fn run(command: Command, setting: &Setting) -> Result<(), Failure> {
    let config = setting.config()?;
    match command {
        Command::Add(arguments) => add(arguments, config, setting).await,
        Command::Invite(arguments) => {
            opening::with_app(config, setting, async |app| invitation::invite(app, arguments).await).await
        }
        Command::Invitations(format) => opening::with_app(config, setting, async |app| invitation::list(app, format).await).await,
        Command::WithdrawInvitation(named) => {
            opening::with_app(config, setting, async |app| invitation::withdraw(app, named).await).await
        }
        Command::List(format) => opening::with_app(config, setting, async |app| list(app, format).await).await,
        Command::Lock(named) => opening::with_app(config, setting, async |app| lock(app, &named).await).await,
        Command::Unlock(named) => opening::with_app(config, setting, async |app| unlock(app, &named).await).await,
        Command::SetPassword(arguments) => set_password(arguments, config, setting).await,
        Command::SetFields(arguments) => opening::with_app(config, setting, async |app| set_fields(app, &arguments).await).await,
        Command::TurnOffSecondFactor(named) => {
            opening::with_app(config, setting, async |app| turn_off_second_factor(app, &named).await).await
        }
    }
}

async fn add(arguments: Add, config: Config, setting: &Setting) -> Result<(), Failure> {
    let password = arguments.password.read(&config)?;
    let name = arguments.name.unwrap_or_else(|| arguments.email.as_str().split('@').next().unwrap_or_default().to_owned());
    let fields = declared_fields(&config, &arguments.fields)?;
    let new = NewUser { email: arguments.email, name, password, role: arguments.role.into(), fields };
    opening::with_app(config, setting, async |app| {
        let user = operator::add(app, new, &RequestOrigin::default(), app.clock.now()).await?;
        done(arguments.format, &user, &format!("Added {} ({}), id {}.", user.email, user.role.as_str(), user.id));
        Ok(())
    })
    .await
}

async fn list(app: &App, format: Format) -> Result<(), Failure> {
    let mut listing = Listing::begin(format.json, [("EMAIL", 32), ("NAME", 24), ("ROLE", 5), ("STATE", 6), ("ID", 32)]);
    let mut after = String::new();
    loop {
        let mut unit = app.store.read("cli.user.list").await?;
        let page = users::page(&mut unit, &after, PAGE).await?;
        drop(unit);
        let Some(last) = page.last() else { break };
        after.clone_from(&last.email);
        for user in &page {
            let cells = [&user.email, &user.name, user.role.as_str(), state(user), user.id.as_str()].map(str::to_owned);
            listing.row(&cells, &value(user));
        }
    }
    listing.end();
    Ok(())
}

async fn lock(app: &App, named: &Named) -> Result<(), Failure> {
    let user = find(app, &named.user).await?;
    operator::lock(app, &user.id, &RequestOrigin::default(), app.clock.now()).await?;
    let user = find(app, &named.user).await?;
    done(named.format, &user, &format!("Locked {}.", user.email));
    Ok(())
}

async fn unlock(app: &App, named: &Named) -> Result<(), Failure> {
    let user = find(app, &named.user).await?;
    operator::unlock(app, &user.id, &RequestOrigin::default(), app.clock.now()).await?;
    let user = find(app, &named.user).await?;
    done(named.format, &user, &format!("Unlocked {}.", user.email));
    Ok(())
}

async fn set_password(arguments: SetPassword, config: Config, setting: &Setting) -> Result<(), Failure> {
    let password = arguments.password.read(&config)?;
    let named = arguments.named;
    opening::with_app(config, setting, async |app| {
        let user = find(app, &named.user).await?;
        operator::set_password(app, &user, &password, &RequestOrigin::default(), app.clock.now()).await?;
        done(named.format, &user, &format!("{} has a new password; every session of theirs has ended.", user.email));
        Ok(())
    })
    .await
}

async fn set_fields(app: &App, arguments: &SetFields) -> Result<(), Failure> {
    let fields = declared_fields(&app.config, &arguments.fields)?;
    let user = find(app, &arguments.named.user).await?;
    operator::set_fields(app, &user, &fields, &RequestOrigin::default(), app.clock.now()).await?;
    let names = fields.keys().map(String::as_str).collect::<Vec<_>>().join(", ");
    done(arguments.named.format, &user, &format!("Set {names} of {}.", user.email));
    Ok(())
}

/// Reads `name=value`, each by the type of its field.
fn declared_fields(config: &Config, written: &[String]) -> Result<FieldValues, Failure> {
    let read = |written: &String| {
        let fault = |problem: &str| Failure::failed(format!("--field {written:?}: {problem}"));
        let (name, value) = written.split_once('=').ok_or_else(|| fault("write it as name=value"))?;
        let field = config.users.fields().find(name).ok_or_else(|| fault("no such field is declared"))?;
        let value = field.kind.read(value).map_err(|_| fault("the field does not take this"))?;
        Ok((name.to_owned(), value))
    };
    written.iter().map(read).collect()
}

async fn turn_off_second_factor(app: &App, named: &Named) -> Result<(), Failure> {
    let user = find(app, &named.user).await?;
    operator::turn_off_second_factor(app, &user, &RequestOrigin::default(), app.clock.now()).await?;
    let user = find(app, &named.user).await?;
    done(named.format, &user, &format!("{} has no second factor any more; every session of theirs has ended.", user.email));
    Ok(())
}

async fn find(app: &App, named: &str) -> Result<User, Failure> {
    let mut unit = app.store.read("cli.user.find").await?;
    if let Ok(email) = EmailAddress::parse(named)
        && let Some(user) = users::by_email(&mut unit, email.as_str()).await?
    {
        return Ok(user);
    }
    let user = users::by_id(&mut unit, &UserId::new(named)).await?;
    user.ok_or_else(|| Failure::failed(format!("nobody has the mail address or id {named:?}")))
}

fn done(format: Format, user: &User, text: &str) {
    if format.json { output::json(&value(user)) } else { output::line(text) }
}

fn state(user: &User) -> &'static str {
    if user.disabled_at.is_some() { "locked" } else { "active" }
}

fn value(user: &User) -> Value {
    json!({
        "id": user.id,
        "email": user.email,
        "email_verified": user.email_verified,
        "name": user.name,
        "role": user.role.as_str(),
        "locked": user.disabled_at.is_some(),
        "created_at": user.created_at.rfc3339(),
    })
}
