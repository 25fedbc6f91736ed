//! Reading a shown access token: whether it lives now, and for whom. Never cached.

use crate::app::App;
use crate::clock::Timestamp;
use crate::crypto::digest::Digest;
use crate::store::StoreError;
use crate::store::tokens::{self, LiveAccessToken};

/// The longest text that is looked up.
const LONGEST: usize = 512;

/// The access token behind `text` if it, its client, its grant, its person and their session all live.
pub async fn live(app: &App, text: &str, now: Timestamp) -> Result<Option<LiveAccessToken>, StoreError> {
    if text.is_empty() || text.len() > LONGEST {
        return Ok(None);
    }
    let mut unit = app.store.read("access_token.live").await?;
    tokens::live_access(&mut unit, Digest::of(text).as_bytes(), now).await
}
