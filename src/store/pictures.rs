//! The `pictures` table: the picture that a person has uploaded.

use crate::clock::Timestamp;
use crate::model::ids::{PictureId, UserId};
use crate::model::urls;
use crate::store::{StoreError, Tx, values};

/// A picture as it is served.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredPicture {
    /// The last part of its address.
    pub id: PictureId,
    /// Its type.
    pub media_type: String,
    /// Its bytes.
    pub content: Vec<u8>,
    /// When it was uploaded.
    pub created_at: Timestamp,
}

/// Puts a picture in the place of whatever a user, who is held, had before.
pub async fn put(tx: &mut Tx, user: &UserId, picture: &StoredPicture) -> Result<(), StoreError> {
    delete(tx, user).await?;
    tx.execute(
        "INSERT INTO pictures (id, user_id, media_type, content, created_at) VALUES ($1, $2, $3, $4, $5)",
        &values![picture.id.as_str(), user.as_str(), picture.media_type.as_str(), picture.content.clone(), picture.created_at],
    )
    .await
    .map(drop)
}

/// The picture with this id.
pub async fn by_id(tx: &mut Tx, id: &PictureId) -> Result<Option<StoredPicture>, StoreError> {
    one(tx, "SELECT id, media_type, content, created_at FROM pictures WHERE id = $1", id.as_str()).await
}

/// The picture of a user.
pub async fn of_user(tx: &mut Tx, user: &UserId) -> Result<Option<StoredPicture>, StoreError> {
    one(tx, "SELECT id, media_type, content, created_at FROM pictures WHERE user_id = $1", user.as_str()).await
}

async fn one(tx: &mut Tx, query: &'static str, key: &str) -> Result<Option<StoredPicture>, StoreError> {
    let Some(row) = tx.optional(query, &values![key]).await? else { return Ok(None) };
    Ok(Some(StoredPicture {
        id: PictureId::new(row.text(0)?),
        media_type: row.text(1)?,
        content: row.bytes(2)?,
        created_at: row.timestamp(3)?,
    }))
}

/// The id of a user's picture, without reading the picture.
pub async fn id_of(tx: &mut Tx, user: &UserId) -> Result<Option<PictureId>, StoreError> {
    let row = tx.optional("SELECT id FROM pictures WHERE user_id = $1", &values![user.as_str()]).await?;
    row.map(|row| Ok(PictureId::new(row.text(0)?))).transpose()
}

/// Deletes the picture of a user.
async fn delete(tx: &mut Tx, user: &UserId) -> Result<(), StoreError> {
    tx.execute("DELETE FROM pictures WHERE user_id = $1", &values![user.as_str()]).await.map(drop)
}

/// Deletes the picture of a user unless `image` is its address.
pub(super) async fn give_way_to(tx: &mut Tx, user: &UserId, image: Option<&str>) -> Result<(), StoreError> {
    let named = image.and_then(|image| image.rsplit_once('/')).filter(|(folder, _)| folder.ends_with(urls::PICTURES));
    let kept = named.map_or("", |(_, id)| id);
    tx.execute("DELETE FROM pictures WHERE user_id = $1 AND id <> $2", &values![user.as_str(), kept]).await.map(drop)
}
