//! What somebody lacks who signed in before: every path that gives a living session, or what came of one, something new asks here,
//! and gives nothing to who would not be signed in today.

use crate::app::App;
use crate::clock::Timestamp;
use crate::model::authentication_method::AuthenticationMethods;
use crate::model::user::User;
use crate::sessions::assurance::{self, Owed};
use crate::store::{StoreError, retry, second_factors};

/// Whether `user`, who proved `methods` some time ago, lacks a second factor that they would be asked for if they signed in now. Whoever
/// has time to set one up is given it here too: it runs from the first time that they are asked about.
pub async fn lacks_second_factor(app: &App, person: (&User, &AuthenticationMethods), now: Timestamp) -> Result<bool, StoreError> {
    let (settings, user) = (&app.config.two_factor, person.0);
    if assurance::is_short_of(settings, person, None, now) == Owed::Nothing {
        return Ok(false);
    }
    if !assurance::has_grace(settings, user) {
        return Ok(true);
    }
    let mut unit = app.store.read("sessions.still_owed").await?;
    let asked_at = second_factors::asked_at(&mut unit, &user.id).await?;
    drop(unit);
    let asked_at = match asked_at {
        Some(asked_at) => asked_at,
        None => {
            retry(|| async {
                let mut unit = app.store.write("sessions.still_owed").await?;
                let asked_at = second_factors::first_asked(&mut unit, &user.id, now).await?;
                unit.commit().await?;
                Ok::<_, StoreError>(asked_at)
            })
            .await?
        }
    };
    Ok(assurance::is_short_of(settings, person, Some(asked_at), now) == Owed::Now)
}
