//! The picture that a person uploads: made anew, kept here, and served under an address of ours that `user.image` and the claim
//! `picture` then name.

mod making;

use std::time::Duration;

use bytes::Bytes;
use tokio::sync::Semaphore;
use tokio::time::timeout;

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::password_pool::Overloaded;
use crate::events::audit::{AuditEvent, AuditKind};
use crate::model::ids::{PictureId, UserId};
use crate::model::request_origin::RequestOrigin;
use crate::model::urls;
use crate::model::user::User;
use crate::store::pictures::{self, StoredPicture};
use crate::store::{StoreError, retry, users};
use crate::users::permission::MayChange;

pub use making::{LARGEST_SIDE, SIDE, Unusable};

/// How many pictures are made at once.
static DRAWING: Semaphore = Semaphore::const_new(2);
/// How long somebody waits for it.
const PATIENCE: Duration = Duration::from_secs(5);

/// What came of an upload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureSaved {
    /// It is the person's picture.
    Saved,
    /// No picture can be made of what was sent.
    Refused(Unusable),
    /// There is no such person any more.
    Gone,
}

/// Why nothing came of it.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// Too much is being computed just now.
    #[error(transparent)]
    Overloaded(#[from] Overloaded),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The address of a picture.
pub fn address(app: &App, id: &PictureId) -> String {
    format!("{}{}/{id}", app.config.server.public_url, urls::PICTURES)
}

/// Makes a picture of what was sent and puts it in the place of the person's old one.
pub async fn put(
    app: &App,
    user: &UserId,
    sent: Bytes,
    _may: &MayChange,
    at: (&RequestOrigin, Timestamp),
) -> Result<PictureSaved, PictureError> {
    let (origin, now) = at;
    // The pool bounds what the processor has to do, this what the pictures take of the memory.
    let drawing = timeout(PATIENCE, DRAWING.acquire()).await.map_err(|_| Overloaded)?.map_err(|_| Overloaded)?;
    let made = app.passwords.run(move || making::make(&sent)).await?;
    drop(drawing);
    let made = match made {
        Ok(made) => made,
        Err(unusable) => return Ok(PictureSaved::Refused(unusable)),
    };
    let picture = StoredPicture {
        id: PictureId::random(&app.entropy),
        media_type: made.media_type.to_owned(),
        content: made.content,
        created_at: now,
    };
    let address = address(app, &picture.id);
    let saved = retry(|| async {
        let mut unit = app.store.write("users.picture.put").await?;
        if !users::hold(&mut unit, user).await? {
            return Ok(PictureSaved::Gone);
        }
        pictures::put(&mut unit, user, &picture).await?;
        users::set_image(&mut unit, user, Some(&address), now).await?;
        let changed = AuditEvent::new(AuditKind::ProfileChanged, origin).user(user).detail("picture", "uploaded");
        changed.record(app, &mut unit, now).await?;
        unit.commit().await?;
        Ok::<_, StoreError>(PictureSaved::Saved)
    });
    Ok(saved.await?)
}

/// Takes the person's picture away, wherever it is.
pub async fn remove(app: &App, user: &UserId, _may: &MayChange, at: (&RequestOrigin, Timestamp)) -> Result<(), StoreError> {
    let (origin, now) = at;
    retry(|| async {
        let mut unit = app.store.write("users.picture.remove").await?;
        if users::hold(&mut unit, user).await? {
            users::set_image(&mut unit, user, None, now).await?;
            let changed = AuditEvent::new(AuditKind::ProfileChanged, origin).user(user).detail("picture", "removed");
            changed.record(app, &mut unit, now).await?;
        }
        unit.commit().await
    })
    .await
}

/// What a person has uploaded, if that is their picture.
pub async fn uploaded(app: &App, user: &User) -> Result<Option<PictureId>, StoreError> {
    let Some(image) = user.image.as_deref() else { return Ok(None) };
    let mut unit = app.store.read("users.picture.uploaded").await?;
    Ok(pictures::id_of(&mut unit, &user.id).await?.filter(|id| address(app, id) == image))
}

/// The picture with this id, as it is served.
pub async fn find(app: &App, id: &PictureId) -> Result<Option<StoredPicture>, StoreError> {
    let mut unit = app.store.read("users.picture.find").await?;
    pictures::by_id(&mut unit, id).await
}
