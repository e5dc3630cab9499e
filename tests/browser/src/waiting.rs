//! Waiting for something to become true, with a limit and a sentence about what was awaited.

use std::future::Future;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// How long a person would wait at most.
pub const PATIENCE: Duration = Duration::from_secs(10);
const PAUSE: Duration = Duration::from_millis(40);

/// Asks again and again until there is an answer.
///
/// # Errors
/// After [`PATIENCE`]: what was awaited, and the last error if there was one.
pub async fn until<T, F>(awaited: &str, mut ask: impl FnMut() -> F) -> Result<T>
where
    F: Future<Output = Result<Option<T>>>,
{
    let start = Instant::now();
    loop {
        // A page that is just changing may answer with an error once; only the last one counts.
        let answer = ask().await;
        if let Ok(Some(found)) = answer {
            return Ok(found);
        }
        if start.elapsed() > PATIENCE {
            let seconds = PATIENCE.as_secs();
            match answer {
                Err(error) => bail!("waited {seconds} s for {awaited}: {error:#}"),
                Ok(_) => bail!("waited {seconds} s in vain for {awaited}"),
            }
        }
        tokio::time::sleep(PAUSE).await;
    }
}
