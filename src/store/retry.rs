//! Repeats a unit that another one was in the way of: the one place that does.

use std::time::Duration;

use super::StoreError;

const ATTEMPTS: u32 = 6;
const FIRST_PAUSE: Duration = Duration::from_millis(5);

/// An error that can tell whether repeating the whole unit makes sense.
pub trait Retryable {
    /// Whether another unit was in the way and nothing of this one was kept.
    fn is_conflict(&self) -> bool;
}

impl Retryable for StoreError {
    fn is_conflict(&self) -> bool {
        matches!(self, Self::Conflict)
    }
}

/// Runs `unit` again while it ends in a conflict, at most six times in all and with growing pauses. `unit` opens its unit of work
/// itself, so that each attempt is a new one; what it captures must be the same each time (`now` and random values are drawn
/// before).
pub async fn retry<T, E, Unit, Attempt>(mut unit: Unit) -> Result<T, E>
where
    E: Retryable,
    Unit: FnMut() -> Attempt,
    Attempt: Future<Output = Result<T, E>>,
{
    let mut pause = FIRST_PAUSE;
    for _ in 1..ATTEMPTS {
        match unit().await {
            Err(error) if error.is_conflict() => tokio::time::sleep(pause).await,
            ended => return ended,
        }
        pause *= 2;
    }
    unit().await
}
