//! A person uploads many pictures at once: each is taken, one after the other, and one is left.

use vestibule::model::request_origin::RequestOrigin;
use vestibule::store::{Store, pictures, users};
use vestibule::users::permission;
use vestibule::users::picture::{self, PictureSaved};

use super::at_once::at_once;
use super::world::World;
use crate::storage::on_every_engine;

on_every_engine!(the_picture_that_is_left_is_the_one_that_the_person_has);

const MANY: usize = 12;
/// The smallest GIF there is.
const GIF: &[u8] = b"GIF89a\x01\0\x01\0\x80\0\0\xff\0\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";

async fn the_picture_that_is_left_is_the_one_that_the_person_has(store: Store) {
    let world = World::on(store).await;
    let saved = at_once(MANY, |_| {
        let world = world.clone();
        async move {
            let sent = bytes::Bytes::from_static(GIF);
            let nobody = RequestOrigin::default();
            let at = (&nobody, world.now());
            let may = permission::to_change(world.app(), &world.user, serde_json::Value::Null, at).await.unwrap();
            picture::put(world.app(), &world.user.id, sent, &may, at).await.unwrap()
        }
    })
    .await;
    assert!(saved.iter().all(|saved| *saved == PictureSaved::Saved), "{saved:?}");
    assert_eq!(world.number("SELECT count(*) FROM pictures").await, 1);
    let mut unit = world.store().read("test").await.unwrap();
    let left = pictures::of_user(&mut unit, &world.user.id).await.unwrap().unwrap();
    let user = users::by_id(&mut unit, &world.user.id).await.unwrap().unwrap();
    drop(unit);
    assert_eq!(user.image, Some(picture::address(world.app(), &left.id)));
    assert_eq!((left.media_type.as_str(), pictures_found(&world, &left).await), ("image/jpeg", true));
}

/// Whether the picture is served with the bytes that are stored, on this engine too.
async fn pictures_found(world: &World, left: &pictures::StoredPicture) -> bool {
    picture::find(world.app(), &left.id).await.unwrap().as_ref() == Some(left)
}
