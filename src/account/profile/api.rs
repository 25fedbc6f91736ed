//! Name, picture and mail address, as JSON.

use axum::http::StatusCode;
use serde_json::json;
use utoipa::ToSchema;

use crate::account::profile::update::{ProfileUpdate, ProfileUpdated, update};
use crate::model::email::EmailAddress;
use crate::users::address_rules;
use crate::users::email_change::{self, ChangedAtOnce, Way};
use crate::users::permission;
use crate::web::api::body::MediaTypes;
use crate::web::api::fields;
use crate::web::api::objects::Status;
use crate::web::api::phone_numbers;
use crate::web::api::usernames::{self, SentUsernames};
use crate::web::api::validation::Shape;
use crate::web::api::{ApiCall, ApiError, ApiResult, ApiRoutes, Calling, Description, answer};
use crate::web::asked_link::AskedLink;
use crate::web::visit::SignedIn;

/// Where the link leads that was asked for without a place.
const HOME: &str = "/";

const JSON: Calling = Calling::Post(MediaTypes::Json);

/// The endpoints of the profile.
pub fn routes() -> ApiRoutes {
    ApiRoutes::new()
        .endpoint(
            JSON,
            "/update-user",
            |call| Box::pin(update_user(call)),
            Description::new("Change one's name, picture or username")
                .takes::<UpdateBody>()
                .answers::<Status>()
                .needs_session()
                .fails(400, &["VALIDATION_ERROR", "EMAIL_CAN_NOT_BE_UPDATED", "INVALID_USERNAME", "USERNAME_TOO_SHORT"])
                .fails(400, &["USERNAME_TOO_LONG", "USERNAME_IS_ALREADY_TAKEN", "USERNAME_IS_IMMUTABLE"])
                .fails(400, &["PHONE_NUMBER_CANNOT_BE_UPDATED", "FIELD_NOT_ALLOWED", "MISSING_FIELD", "FIELD_IS_ALREADY_TAKEN"])
                .fails(403, &["SESSION_NOT_FRESH"]),
        )
        .endpoint(
            JSON,
            "/change-email",
            |call| Box::pin(change_email(call)),
            Description::new("Change one's mail address: by mailed links, or at once where the operator allows it")
                .takes::<ChangeEmailBody>()
                .answers::<Status>()
                .needs_session()
                .fails(400, &["VALIDATION_ERROR", "CHANGE_EMAIL_DISABLED", "EMAIL_DOMAIN_NOT_ALLOWED"])
                .fails(401, &["INVALID_USER"])
                .fails(403, &["INVALID_CALLBACK_URL", "SESSION_NOT_FRESH"]),
        )
}

/// What changes; what is left out stays.
#[derive(ToSchema)]
struct UpdateBody {
    /// The name.
    name: Option<String>,
    /// The address of the picture; null for none.
    image: Option<String>,
    /// Whether the picture was named, if only to be none.
    #[schema(ignore)]
    names_image: bool,
    #[serde(flatten)]
    usernames: SentUsernames,
}

impl UpdateBody {
    fn read(call: &ApiCall) -> Result<Self, ApiError> {
        let mut fields = call.fields(Shape::Record)?;
        if fields.has_something("email") {
            return Err(ApiError::email_stays());
        }
        let names_image = fields.has("image");
        let body = Self {
            name: fields.has("name").then(|| fields.name("name")),
            image: if fields.is_null("image") { None } else { fields.optional_text("image") },
            names_image,
            usernames: SentUsernames::read(call, Shape::Record)?,
        };
        fields.finish()?;
        Ok(body)
    }
}

async fn update_user(call: &mut ApiCall) -> ApiResult {
    call.fields(Shape::Record)?.finish()?;
    phone_numbers::refuse_at_update(call)?;
    let signed_in = call.signed_in().await?;
    let UpdateBody { name, image, names_image, usernames } = UpdateBody::read(call)?;
    let usernames = usernames.change(call.config())?;
    let clears_phone_number = phone_numbers::clears(call)?;
    let said = fields::of_user_change(call)?;
    // A number and a username are ways in.
    if clears_phone_number || usernames.username.is_some() {
        call.must_be_proved(&signed_in).await?;
    }
    let SignedIn { session, user, token } = signed_in;
    if name.is_none() && !names_image && usernames.is_empty() && said.is_empty() && !clears_phone_number {
        return Err(ApiError::uncoded("No fields to update"));
    }
    let change = ProfileUpdate {
        name: name.as_deref(),
        image: names_image.then_some(image.as_deref()),
        usernames,
        fields: said,
        clears_phone_number,
    };
    match update(call.app(), &user, &change, (&call.visit.origin, call.visit.now)).await? {
        ProfileUpdated::Done => {}
        ProfileUpdated::UsernameTaken => return Err(usernames::taken()),
        ProfileUpdated::FieldTaken(field) => return Err(fields::taken(&field)),
        ProfileUpdated::UsernameImmutable => return Err(usernames::immutable()),
        ProfileUpdated::PhoneNumberNeeded => return Err(phone_numbers::cannot_be_updated()),
    }
    call.write_again(&token, session.remembered);
    answer(&Status::DONE)
}

/// The new address.
#[derive(ToSchema)]
#[schema(rename_all = "camelCase")]
struct ChangeEmailBody {
    /// It.
    #[schema(value_type = String, format = Email)]
    new_email: EmailAddress,
    /// Where the mailed links lead.
    #[schema(rename = "callbackURL")]
    callback_url: Option<String>,
}

impl ChangeEmailBody {
    fn read(call: &ApiCall) -> Result<Self, ApiError> {
        let mut fields = call.fields(Shape::Object)?;
        let body = Self { new_email: fields.email("newEmail"), callback_url: fields.optional_text("callbackURL") };
        fields.finish()?;
        Ok(body)
    }
}

/// Says the same whether or not somebody has the new address. Where it changes at once, the session tells.
async fn change_email(call: &mut ApiCall) -> ApiResult {
    let ChangeEmailBody { new_email, callback_url } = ChangeEmailBody::read(call)?;
    let signed_in = call.signed_in().await?;
    let SignedIn { session, user, token } = signed_in.clone();
    if !call.config().accounts.change_email {
        return Err(ApiError::bad_request("CHANGE_EMAIL_DISABLED", "Change email is disabled"));
    }
    if user.is_anonymous {
        return Err(ApiError::email_stays());
    }
    if user.email == new_email.as_str() {
        return Err(ApiError::uncoded("Email is the same"));
    }
    let place = callback_url.as_deref().filter(|place| !place.is_empty()).unwrap_or(HOME);
    let reply = (call.visit.locale.tag(), Some(place));
    address_rules::check(call.app(), &new_email)?;
    call.must_have_all_factors(&signed_in).await?;
    let way = Way::of(call.config(), &user);
    // Nobody at the old address is asked, so whoever merely found a session must not take the account along.
    if way == Way::AtOnce || (way == Way::Prove && user.email_verified) {
        call.must_be_fresh(&session)?;
    }
    let at = (&call.visit.origin, call.visit.now);
    let may = permission::to_change(call.app(), &user, json!({ "email": new_email.as_str() }), at).await?;
    match way {
        Way::AtOnce => {
            return match email_change::change_at_once(call.app(), (&user, &new_email), &may, reply, at).await? {
                ChangedAtOnce::Changed => {
                    call.write_again(&token, session.remembered);
                    call.write_asked_link(&AskedLink::VerifyEmail { email: new_email.as_str() });
                    answer(&Status::DONE)
                }
                ChangedAtOnce::AddressTaken => answer(&Status::DONE),
                ChangedAtOnce::Outdated => Err(ApiError::new(StatusCode::UNAUTHORIZED, "INVALID_USER", "Invalid user")),
            };
        }
        Way::AllowThenProve | Way::Prove => {}
    }
    email_change::request(call.app(), (&user, &new_email), &may, reply, call.visit.now).await?;
    call.write_asked_link(&AskedLink::ChangeEmail { user: &user.id, to: new_email.as_str() });
    answer(&Status::DONE)
}
