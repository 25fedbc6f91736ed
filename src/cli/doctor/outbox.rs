//! Whether messages get out.

use super::Finding;
use crate::events::undelivered;
use crate::store::Store;
use crate::store::outbox::Standing;

const OUTBOX: &str = "outbox";

/// Looks at the messages that wait, and at those that were given up.
pub(super) async fn examine(store: &Store) -> Finding {
    match undelivered::standing(store).await {
        Ok(standing) => judge(&standing),
        Err(error) => Finding::fail(OUTBOX, error.to_string()),
    }
}

fn judge(standing: &Standing) -> Finding {
    let Standing { waiting, failing, given_up, oldest, last_error } = standing;
    let since = oldest.map_or_else(String::new, |oldest| format!(", the oldest since {}", oldest.rfc3339()));
    if *failing == 0 && *given_up == 0 {
        let detail = if *waiting == 0 { "no message waits".to_owned() } else { format!("{waiting} messages wait{since}") };
        return Finding::ok(OUTBOX, detail);
    }
    let error = last_error.as_deref().unwrap_or_default();
    let advice = "`vestibule outbox list` shows them, `vestibule outbox retry` has them tried again";
    let counted = format!("{waiting} messages wait{since}, {failing} of them were not taken; {given_up} were given up");
    Finding::warn(OUTBOX, format!("{counted}; at last: {error}; {advice}"))
}
