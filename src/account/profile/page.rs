//! `/account/profile` and where its forms go.

use axum::body::Body;
use axum::http::{Request, Uri};
use axum::response::Response;
use axum::routing::{get, post};
use serde_json::json;

use crate::account::notice::Notice;
use crate::account::profile::update::{ProfileUpdate, ProfileUpdated, update};
use crate::account::profile::view::{EmailChange, ProfilePage};
use crate::account::profile::{phone, picture, username};
use crate::account::visit::{AccountVisit, Refusal, switched_off};
use crate::config::Config;
use crate::model::additional_fields::AdditionalField;
use crate::model::email::EmailAddress;
use crate::model::profile::PictureUrl;
use crate::model::urls;
use crate::users::email_change::{self, ChangedAtOnce, Way};
use crate::users::verification;
use crate::users::{self, address_rules};
use crate::users::{fields, permission};
use crate::web::account_form;
use crate::web::declared_fields::DeclaredForm;
use crate::web::form::Parameters;
use crate::web::problem::{Problem, Problems};
use crate::web::server::Server;

/// The routes of this page.
pub fn routes(config: &Config) -> axum::Router<Server> {
    axum::Router::new()
        .route(urls::ACCOUNT_PROFILE, get(show).post(save))
        .merge(picture::routes(config))
        .route(urls::ACCOUNT_USERNAME, post(username::save))
        .route(urls::ACCOUNT_EMAIL, post(change_email))
        .merge(phone_routes(config))
        .route(urls::ACCOUNT_VERIFICATION, post(send_verification))
}

fn phone_routes(config: &Config) -> axum::Router<Server> {
    if !config.phone.enabled {
        return axum::Router::new();
    }
    axum::Router::new()
        .route(urls::ACCOUNT_PHONE, post(phone::ask))
        .route(urls::ACCOUNT_PHONE_CODE, post(phone::enter))
        .route(urls::ACCOUNT_PHONE_REMOVE, post(phone::remove))
}

async fn show(at: AccountVisit, uri: Uri) -> Response {
    at.answer(shown(&at, &uri).await)
}

async fn shown(at: &AccountVisit, uri: &Uri) -> Result<Response, Refusal> {
    let mut page = page(at, Problems::none()).await?;
    if let Some(card) = page.phone.as_mut() {
        card.entered = phone::entered_in(at, uri)?;
    }
    Ok(at.show(&page, &Problems::none()))
}

/// The page with what is stored.
pub(super) async fn page(at: &AccountVisit, problems: Problems) -> Result<ProfilePage, Refusal> {
    let (chrome, frame) = at.frame();
    let user = &at.signed_in.user;
    let email_change = if !at.visit.server.app.config.accounts.change_email {
        EmailChange::Off
    } else if at.is_proved() {
        EmailChange::Form { new_email: String::new() }
    } else {
        EmailChange::ProofFirst { proof_url: at.proof_url() }
    };
    let portrait = picture::card(at).await?;
    let (asked, texts) = (asked_fields(at), at.visit.locale.texts());
    let own = fields::of_user(&at.visit.server.app, &user.id).await?;
    Ok(ProfilePage {
        fields: DeclaredForm::new(&asked, &texts).holding(&own),
        chrome,
        frame,
        problems,
        username: username::card(at).await?,
        phone: phone::card(at).await?,
        name: user.name.clone(),
        picture: user.image.clone().filter(|_| portrait.elsewhere).unwrap_or_default(),
        portrait,
        email: user.email.clone(),
        email_verified: user.email_verified,
        email_change,
        way: Way::of(&at.visit.server.app.config, user),
    })
}

/// The fields that the operator declared, as far as people see and set them.
fn asked_fields(at: &AccountVisit) -> Vec<&AdditionalField> {
    let fields = at.visit.server.app.config.users.fields().iter();
    fields.filter(|field| field.is_on_profile() && field.is_asked_on_pages()).collect()
}

async fn save(at: AccountVisit, request: Request<Body>) -> Response {
    at.answer(saved(&at, request).await)
}

async fn saved(at: &AccountVisit, request: Request<Body>) -> Result<Response, Refusal> {
    let parameters = at.form(request).await?;
    let (name, picture) = (text(&parameters, "name")?, text(&parameters, "picture")?);
    let (app, user) = (&at.visit.server.app, &at.signed_in.user);
    let (asked, texts) = (asked_fields(at), at.visit.locale.texts());
    let declared = DeclaredForm::new(&asked, &texts);
    let own = fields::of_user(app, &user.id).await?;
    // Only these: whatever else a form brings along changes nothing.
    let problems = match (account_form::name(name), read_picture(picture), declared.read(&parameters, &own)?) {
        (Ok(name), Ok(picture), Ok(said)) => {
            // Whoever leaves the address empty wants none, or goes on with what they have uploaded.
            let stays = picture.is_none() && users::picture::uploaded(app, user).await?.is_some();
            let image = (!stays).then(|| picture.as_ref().map(PictureUrl::as_str));
            let change = ProfileUpdate { name: Some(name.as_str()), image, fields: said, ..ProfileUpdate::default() };
            match update(app, user, &change, (&at.visit.origin, at.visit.now)).await? {
                ProfileUpdated::FieldTaken(field) => Problems::from(declared.taken(&field)),
                // Nothing was asked of the others.
                ProfileUpdated::Done
                | ProfileUpdated::UsernameTaken
                | ProfileUpdated::UsernameImmutable
                | ProfileUpdated::PhoneNumberNeeded => return Ok(at.done(Notice::ProfileSaved)),
            }
        }
        (read_name, read_picture, said) => {
            let mut problems = [read_name.err(), read_picture.err()].into_iter().flatten().collect::<Vec<Problem>>();
            problems.extend(said.err().unwrap_or_default());
            Problems::from(problems)
        }
    };
    let page = ProfilePage {
        name: name.to_owned(),
        picture: picture.to_owned(),
        fields: declared.sent(&parameters),
        ..page(at, problems.clone()).await?
    };
    Ok(at.show(&page, &problems))
}

pub(super) fn text<'a>(parameters: &'a Parameters, name: &str) -> Result<&'a str, Refusal> {
    Ok(parameters.single(name)?.unwrap_or_default())
}

fn read_picture(typed: &str) -> Result<Option<PictureUrl>, Problem> {
    let typed = Some(typed.trim()).filter(|text| !text.is_empty());
    typed.map(PictureUrl::parse).transpose().map_err(|_| Problem::PictureMalformed)
}

async fn change_email(at: AccountVisit, request: Request<Body>) -> Response {
    at.answer(email_changed(&at, request).await)
}

async fn email_changed(at: &AccountVisit, request: Request<Body>) -> Result<Response, Refusal> {
    let parameters = at.form(request).await?;
    let app = &at.visit.server.app;
    if !app.config.accounts.change_email {
        return Err(switched_off("Changing the mail address"));
    }
    at.proved()?;
    let typed = text(&parameters, "email")?;
    let user = &at.signed_in.user;
    let refuse = async |problem: Problem| -> Result<Response, Refusal> {
        let problems = Problems::from(problem);
        let email_change = EmailChange::Form { new_email: typed.to_owned() };
        Ok(at.show(&ProfilePage { email_change, ..page(at, problems.clone()).await? }, &problems))
    };
    let new_email = match account_form::email(typed) {
        Ok(new_email) if new_email.as_str() == user.email => return Ok(at.unchanged()),
        Ok(new_email) if address_rules::check(app, &new_email).is_err() => return refuse(Problem::EmailDomainRefused).await,
        Ok(new_email) => new_email,
        Err(problem) => return refuse(problem).await,
    };
    let (reply, now) = ((at.visit.locale.tag(), None), at.visit.now);
    let may = permission::to_change(app, user, json!({ "email": new_email.as_str() }), (&at.visit.origin, now)).await?;
    let way = Way::of(&app.config, user);
    if way == Way::AtOnce {
        return match email_change::change_at_once(app, (user, &new_email), &may, reply, (&at.visit.origin, now)).await? {
            ChangedAtOnce::Changed => Ok(at.done(Notice::EmailChanged)),
            ChangedAtOnce::AddressTaken => refuse(Problem::EmailTaken).await,
            ChangedAtOnce::Outdated => Ok(at.unchanged()),
        };
    }
    email_change::request(app, (user, &new_email), &may, reply, now).await?;
    Ok(at.done(if way == Way::AllowThenProve { Notice::EmailPermissionAsked } else { Notice::EmailLinkSent }))
}

async fn send_verification(at: AccountVisit, request: Request<Body>) -> Response {
    at.answer(verification_sent(&at, request).await)
}

async fn verification_sent(at: &AccountVisit, request: Request<Body>) -> Result<Response, Refusal> {
    at.form(request).await?;
    let user = &at.signed_in.user;
    if user.email_verified {
        return Ok(at.unchanged());
    }
    let email = EmailAddress::from_stored(user.email.clone());
    verification::request(&at.visit.server.app, &email, at.visit.locale.tag(), None, at.visit.now).await?;
    Ok(at.done(Notice::VerificationLinkSent))
}
