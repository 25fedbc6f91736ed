//! Repeats a unit that another one was in the way of: the one place that does.

use std::time::Duration;

use tokio::time::sleep;

use super::StoreError;
use crate::random::Entropy;

const ATTEMPTS: u32 = 8;
const FIRST_PAUSE: Duration = Duration::from_millis(5);
/// How long it is tried. An attempt that waits for another unit's lock may take seconds by itself.
const LONGEST: Duration = Duration::from_secs(5);

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

/// Runs `unit` again while it ends in a conflict: at most eight times in all, with growing pauses, and never anew after five
/// seconds; then the conflict is the answer. A running attempt is not cut off, because nobody would know what it left. `unit` opens
/// its unit of work itself, so that each attempt is a new one; what it captures must be the same each time (`now` and random values
/// are drawn before).
pub async fn retry<T, E, Unit, Attempt>(mut unit: Unit) -> Result<T, E>
where
    E: Retryable,
    Unit: FnMut() -> Attempt,
    Attempt: Future<Output = Result<T, E>>,
{
    let mut deadline = std::pin::pin!(sleep(LONGEST));
    let mut pause = FIRST_PAUSE;
    for _ in 1..ATTEMPTS {
        match unit().await {
            Err(error) if error.is_conflict() => {
                tokio::select! {
                    biased;
                    () = &mut deadline => return Err(error),
                    () = sleep(at_random(pause)) => {}
                }
            }
            ended => return ended,
        }
        pause *= 2;
    }
    unit().await
}

/// From half of the pause to one and a half: units that were in each other's way must not come back in step.
fn at_random(pause: Duration) -> Duration {
    let [byte] = Entropy::system().bytes::<1>();
    pause / 2 + pause * u32::from(byte) / 256
}
