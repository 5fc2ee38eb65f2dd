//! Where people stumbled in the last weeks, for those who improve forms.

use std::process::ExitCode;

use backoffice::ports::Clock;

use super::open;
use crate::{config::Config, portal::weeks_before, run::say, store::irritants};

/// Weeks looked back on, the present one among them.
const WEEKS: i64 = 4;

/// Lists what people stumbled over, the most frequent first: how often, what, in which procedure, where.
///
/// # Errors
/// The database cannot be opened, or refuses.
pub async fn irritants(config: &Config, clock: &dyn Clock) -> anyhow::Result<ExitCode> {
    let database = open(config).await?;
    let today = clock.now().to_zoned(config.zone.clone()).date();
    for (irritant, times) in irritants::since(&database, weeks_before(today, WEEKS - 1)).await? {
        let (trouble, procedure) = (irritant.trouble.name(), &irritant.procedure);
        say(&format!(
            "{times}  {trouble}  {procedure}  {}",
            irritant.detail
        ));
    }
    Ok(ExitCode::SUCCESS)
}
