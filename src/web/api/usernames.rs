//! The two names beside name and address, as bodies bring them and refusals name them.

use axum::http::StatusCode;
use utoipa::ToSchema;

use crate::config::Config;
use crate::model::username::{InvalidUsername, Username, Usernames};
use crate::users::username::UsernameChange;
use crate::web::api::call::ApiCall;
use crate::web::api::error::ApiError;
use crate::web::api::validation::Shape;

/// What a body says of the names, where usernames are turned on.
#[derive(Debug, Default, ToSchema)]
#[schema(rename_all = "camelCase")]
pub struct SentUsernames {
    /// The name to sign in with; null for none.
    username: Option<String>,
    /// The name that others see; null for none.
    display_username: Option<String>,
    #[schema(ignore)]
    has_username: bool,
    #[schema(ignore)]
    has_display_username: bool,
}

impl SentUsernames {
    /// Reads them; nothing where usernames are turned off.
    pub fn read(call: &ApiCall, shape: Shape) -> Result<Self, ApiError> {
        if !call.config().username.enabled {
            return Ok(Self::default());
        }
        let mut fields = call.fields(shape)?;
        let sent = Self {
            username: if fields.is_null("username") { None } else { fields.optional_text("username") },
            display_username: if fields.is_null("displayUsername") { None } else { fields.optional_name("displayUsername") },
            has_username: fields.has("username"),
            has_display_username: fields.has("displayUsername"),
        };
        fields.finish()?;
        Ok(sent)
    }

    /// The names of a new account. Whoever sends one of the two has both, as far as one is fit for the other.
    pub fn of_new_account(&self, config: &Config) -> Result<Usernames, ApiError> {
        let display = self.display_username.as_deref().filter(|display| !display.is_empty());
        match (&self.username, display) {
            (Some(typed), display) => {
                let username = chosen(config, typed)?;
                Ok(Usernames::spelt(username, display.unwrap_or(typed)))
            }
            (None, Some(display)) if !self.has_username => Ok(Usernames {
                username: Username::chosen(display, config.username.rules()).ok(),
                display_username: Some(display.to_owned()),
            }),
            (None, display) => Ok(Usernames { username: None, display_username: display.map(str::to_owned) }),
        }
    }

    /// What changes of a living account.
    pub fn change(&self, config: &Config) -> Result<UsernameChange, ApiError> {
        let username = self.username.as_deref().map(|typed| chosen(config, typed)).transpose()?;
        Ok(UsernameChange {
            username: self.has_username.then_some(username),
            display_username: self.has_display_username.then(|| self.display_username.clone()),
        })
    }
}

fn chosen(config: &Config, typed: &str) -> Result<Username, ApiError> {
    Username::chosen(typed, config.username.rules()).map_err(|error| invalid(error, StatusCode::BAD_REQUEST))
}

/// A text that is no username, with the status that the endpoint has for it.
pub fn invalid(error: InvalidUsername, status: StatusCode) -> ApiError {
    match error {
        InvalidUsername::TooShort => ApiError::new(status, "USERNAME_TOO_SHORT", "Username is too short"),
        InvalidUsername::TooLong => ApiError::new(status, "USERNAME_TOO_LONG", "Username is too long"),
        InvalidUsername::Malformed => ApiError::new(status, "INVALID_USERNAME", "Username is invalid"),
    }
}

/// One answer for an unknown username, a wrong password, and an account without one.
pub fn mismatch() -> ApiError {
    ApiError::new(StatusCode::UNAUTHORIZED, "INVALID_USERNAME_OR_PASSWORD", "Invalid username or password")
}

/// Somebody else has or had the username.
pub fn taken() -> ApiError {
    ApiError::bad_request("USERNAME_IS_ALREADY_TAKEN", "Username is already taken. Please try another.")
}

/// The username stays.
pub fn immutable() -> ApiError {
    ApiError::bad_request("USERNAME_IS_IMMUTABLE", "Username cannot be updated")
}
