//! The first administrator, made through a link that works once and that only the operator sees: it is printed at the start.

pub mod page;
pub mod view;

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::clock::Timestamp;
use crate::model::urls;
use crate::one_time::{self, Purpose, SecretError, Subject};
use crate::store::{StoreError, retry, users};

/// How long a link works.
const LIFETIME: Duration = Duration::from_secs(15 * 60);

/// A set-up link carries nothing.
#[derive(Serialize, Deserialize)]
struct NoPayload {}

/// A link that makes the first administrator, in place of any earlier one; none when there is an administrator.
pub async fn create_link(app: &App, now: Timestamp) -> Result<Option<String>, StoreError> {
    let minted = one_time::mint(app, Purpose::SetUp, Subject::Installation, (now, LIFETIME), &NoPayload {})?;
    let recorded = retry(|| async {
        let mut unit = app.store.write("admin.setup.create_link").await?;
        if users::has_administrator(&mut unit).await? {
            return Ok(false);
        }
        minted.record(&mut unit).await?;
        unit.commit().await?;
        Ok::<_, StoreError>(true)
    });
    if !recorded.await? {
        return Ok(None);
    }
    let path = urls::with_query(urls::ADMIN_SETUP, &[("code", &minted.secret)]);
    Ok(Some(format!("{}{path}", app.config.server.public_url.as_str())))
}

/// Whether the code of a link still makes an administrator, without spending it.
async fn look_up(app: &App, code: &str) -> Result<(), SecretError> {
    let mut unit = app.store.read("admin.setup.look_up").await?;
    one_time::look_up::<NoPayload>(app, &mut unit, Purpose::SetUp, code).await?;
    if users::has_administrator(&mut unit).await? { Err(SecretError::Spent) } else { Ok(()) }
}

/// Spends the code, while there is no administrator.
async fn spend(app: &App, code: &str, now: Timestamp) -> Result<(), SecretError> {
    retry(|| async {
        let mut unit = app.store.write("admin.setup.spend").await?;
        let shown = one_time::look_up::<NoPayload>(app, &mut unit, Purpose::SetUp, code).await?;
        if users::has_administrator(&mut unit).await? || !shown.spend(&mut unit, now).await? {
            return Err(SecretError::Spent);
        }
        Ok(unit.commit().await?)
    })
    .await
}
