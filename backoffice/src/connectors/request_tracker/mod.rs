//! Request Tracker 5 behind the contract: a request becomes a ticket, agents work in RT's own pages, what they do
//! comes back. RT keeps words and files; this connector keeps what RT cannot: structured answers, tracking codes,
//! what was asked and decided, the list of changes (decision 0005).

mod acts;
mod client;
mod contract;
mod creating;
mod desk;
mod html;
mod operations;
mod polling;
mod posts;
mod schema;
mod settings;
mod syncing;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
#[cfg(test)]
mod tests;
mod text;
mod tickets;
mod walking;
mod wire;

use std::{
    collections::BTreeSet,
    future::Future,
    sync::{Arc, Mutex},
};

use axum::Router;
use jiff::SignedDuration;

use self::client::Client;
pub use self::{
    client::{Fault, Limits},
    polling::{Round, RoundError},
    settings::{Queues, Secret, Settings, SettingsError, Statuses},
};
use super::Transport;
use crate::{
    api::{
        authentication::Clients,
        problem::{Answered, Problem, ProblemCode},
        router,
    },
    catalogue::Catalogue,
    ports::Randomness,
    reference::{OpenError, Parts, Purged, Reference, foreign::Record},
};

/// Name under which the connector calls. RT sends whoever calls itself Mozilla to its login page.
pub const AGENT: &str = "parvis-backoffice";
/// What was posted and not followed within this time never will be.
const FORGET: SignedDuration = SignedDuration::from_hours(24 * 90);

/// What a connector is made of.
pub struct TrackerParts {
    /// The record: its database, files, keys and catalogue.
    pub record: Parts,
    /// Where RT is and how to speak to it.
    pub settings: Settings,
    /// The way to it.
    pub transport: Transport,
    /// How long to wait for it.
    pub limits: Limits,
}

/// Why the connector cannot open.
#[derive(Debug, thiserror::Error)]
pub enum TrackerError {
    /// The record cannot.
    #[error(transparent)]
    Record(#[from] OpenError),
    /// The token or password holds signs that no call may carry.
    #[error("the token or password of Request Tracker holds signs that cannot be sent")]
    Secret,
}

/// The connector. Cheap to clone; clones are the same.
#[derive(Clone)]
pub struct RequestTracker(Arc<Inner>);

struct Inner {
    reference: Reference,
    record: Record,
    randomness: Arc<dyn Randomness>,
    client: Client,
    settings: Settings,
    /// Queues that were seen to have the custom field.
    ready_queues: Mutex<BTreeSet<String>>,
}

impl RequestTracker {
    /// Brings the tables up to date. RT is not called: it may be away.
    ///
    /// # Errors
    /// The record cannot be used, or the secret cannot be sent.
    pub async fn open(parts: TrackerParts) -> Result<Self, TrackerError> {
        let (settings, randomness) = (parts.settings, Arc::clone(&parts.record.randomness));
        let database = parts.record.database.clone();
        let (account, secret) = (&settings.account, &settings.secret);
        let client = Client::new(parts.transport, account, secret, parts.limits)
            .ok_or(TrackerError::Secret)?;
        // Tickets have no agenda.
        let catalogue = Catalogue::clone(&parts.record.catalogue).without_visits();
        let record = Parts {
            catalogue: Arc::new(catalogue),
            ..parts.record
        };
        let reference = Reference::open(record).await?;
        let owner = "request-tracker";
        let migrated = database.migrate(owner, &schema::MIGRATIONS).await;
        migrated.map_err(OpenError::from)?;
        Ok(Self(Arc::new(Inner {
            record: reference.record(),
            reference,
            randomness,
            client,
            settings,
            ready_queues: Mutex::default(),
        })))
    }

    /// The contract in front of RT, for clients that have a token.
    pub fn router(&self, clients: impl Into<Clients>) -> Router {
        let randomness = Arc::clone(&self.0.randomness);
        router::router(Arc::new(self.clone()), clients.into(), randomness)
    }

    /// Asks RT for everything that a request needs: the account, the queues and their custom field.
    ///
    /// # Errors
    /// What RT lacks, or that it is away.
    pub async fn check(&self) -> Result<(), Fault> {
        let queues = &self.0.settings.queues;
        for queue in std::iter::once(&queues.usual).chain(queues.by_procedure.values()) {
            self.0.ready(queue).await?;
        }
        Ok(())
    }

    /// Deletes what has been kept long enough here; RT keeps its own rules. Call it every hour or so.
    ///
    /// # Errors
    /// The record cannot be used; what was not deleted will be next time.
    pub async fn purge(&self) -> Result<Purged, OpenError> {
        let purged = self.0.reference.purge().await?;
        let now = self.0.record.now();
        let before = now
            .saturating_sub(FORGET)
            .map_or(i64::MIN, |at| at.as_microsecond());
        self.0
            .record
            .database()
            .write::<_, OpenError, _>(move |tx| {
                Box::pin(async move {
                    let sql = "DELETE FROM tracker_posts WHERE at < $1";
                    tx.execute(sql, &[before.into()]).await?;
                    // The ticket of a call that never came again stays in RT: an agent sees it there.
                    let sql = "DELETE FROM tracker_tickets WHERE made_at < $1
                                AND call_key NOT IN (SELECT call_key FROM backoffice_requests)";
                    tx.execute(sql, &[before.into()]).await?;
                    Ok(())
                })
            })
            .await?;
        Ok(purged)
    }
}

/// Runs to its end even when the caller goes away: what RT was told must be written down.
async fn to_the_end<T: Send + 'static>(
    work: impl Future<Output = Answered<T>> + Send + 'static,
) -> Answered<T> {
    match tokio::spawn(work).await {
        Ok(done) => done,
        Err(_) => Err(Problem::new(ProblemCode::BackofficeUnavailable)),
    }
}
