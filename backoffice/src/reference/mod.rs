//! The reference back office: the whole contract on SQLite or PostgreSQL and an object store. Mounted in
//! the portal's process by default; its agents act through [`Staff`].

mod acts;
mod agenda;
mod answering;
mod asking;
mod attaching;
mod catalogue_versions;
mod clock;
mod contract;
mod corrections;
mod deadlines;
mod deciding;
mod delays;
mod delivering;
mod demands;
mod events;
mod faults;
pub(crate) mod foreign;
mod given_documents;
mod judging;
mod keys;
mod messages;
mod once;
mod purge;
mod reading;
mod requests;
mod requests_together;
mod resident_messages;
mod rows;
mod schema;
mod staff;
mod staff_reading;
mod surveys;
mod taking;
mod timeline;
mod together;
mod tracking;
mod uploads;
mod vault;
mod view;
mod withdrawal;

use std::sync::Arc;

use axum::Router;
use database::Database;
use domain::{booking::Hold, street::Streets};
use object_store::ObjectStore;

pub use self::{
    acts::{
        Act, Asking, Closing, Extending, NewDelivery, NewDocument, NewMark, StaffError, Verdict,
    },
    agenda::{ClosedDays, DayOf, DaysToClose, InLine, Opening, Planned, VisitAct, Waiter},
    demands::Demand,
    faults::OpenError,
    keys::{Keys, KeysError},
    purge::Purged,
    staff::Staff,
    staff_reading::{Attachment, File, ListFilter},
    surveys::{Export, ExportPage, HearError, Heard},
    vault::Unreadable,
};
use self::{together::Together, vault::Vault};
use crate::{
    api::{
        appointments::NewHold,
        authentication::Clients,
        back_office::{Call, Written},
        requests::{NewRequest, Request},
        router,
    },
    catalogue::Catalogue,
    ports::{Clock, Randomness},
};

/// Greatest weight of one file when nothing else is said, in bytes: 25 MiB.
pub const MAX_UPLOAD_BYTES: u64 = 25 << 20;

/// What a reference back office is made of.
pub struct Parts {
    /// Its tables, which may share a database with the portal's.
    pub database: Database,
    /// Where encrypted files are kept.
    pub objects: Arc<dyn ObjectStore>,
    /// What it offers.
    pub catalogue: Arc<Catalogue>,
    /// What its secrets derive from. Without them, what is stored cannot be read.
    pub keys: Keys,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Randomness for codes, keys and identifiers.
    pub randomness: Arc<dyn Randomness>,
    /// Greatest weight of one file, in bytes; usually [`MAX_UPLOAD_BYTES`].
    pub max_upload_bytes: u64,
}

/// The reference back office. Cheap to clone; clones are the same office.
#[derive(Clone)]
pub struct Reference(Arc<Inner>);

struct Inner {
    database: Database,
    objects: Arc<dyn ObjectStore>,
    catalogue: Arc<Catalogue>,
    streets: Streets,
    /// Changes with anything in the catalogue.
    catalogue_version: String,
    vault: Vault,
    clock: Arc<dyn Clock>,
    randomness: Arc<dyn Randomness>,
    max_upload_bytes: u64,
    /// Holds that are written together, and requests.
    holds: Together<(Call, NewHold), Written<Hold>>,
    requests: Together<(Call, NewRequest), Written<Request>>,
}

impl Reference {
    /// Brings the tables up to date and takes note of the forms of the catalogue.
    ///
    /// # Errors
    /// The database cannot be used, or it holds data sealed with another key.
    pub async fn open(parts: Parts) -> Result<Self, OpenError> {
        parts
            .database
            .migrate("backoffice", &schema::MIGRATIONS)
            .await?;
        let catalogue_version = catalogue_versions::version(&parts.catalogue)?;
        let office = Self(Arc::new(Inner {
            database: parts.database,
            objects: parts.objects,
            streets: Streets::new(&parts.catalogue.streets),
            catalogue: parts.catalogue,
            catalogue_version,
            vault: Vault::new(&parts.keys),
            clock: parts.clock,
            randomness: parts.randomness,
            max_upload_bytes: parts.max_upload_bytes,
            holds: Together::new(2),
            requests: Together::new(2),
        }));
        keys::check(&office.0).await?;
        catalogue_versions::take_note(&office.0).await?;
        catalogue_versions::keep_questionnaires(&office.0).await?;
        Ok(office)
    }

    /// The contract in front of this office, for clients that have a token.
    pub fn router(&self, clients: impl Into<Clients>) -> Router {
        let randomness = Arc::clone(&self.0.randomness);
        router::router(Arc::new(self.clone()), clients.into(), randomness)
    }

    /// What the service's agents do.
    #[must_use]
    pub fn staff(&self) -> Staff {
        Staff::new(Arc::clone(&self.0))
    }

    /// Deletes what has been kept long enough, and lets the legal time of requests go on where residents had
    /// their last day to give documents; call it every hour or so.
    ///
    /// # Errors
    /// The database or the object store cannot be used; what was not deleted will be next time.
    pub async fn purge(&self) -> Result<Purged, OpenError> {
        clock::run_on(&self.0).await?;
        surveys::settle_old(&self.0).await?;
        agenda::over(&self.0).await?;
        agenda::turn(&self.0).await?;
        purge::purge(&self.0).await
    }

    /// Lets offers of the waiting list that nobody answered go on to the next one, and offers what became free by
    /// itself; call it every minute or so. How many offers were made.
    ///
    /// # Errors
    /// The database cannot be used; whose turn it is gets theirs next time.
    pub async fn offer_times(&self) -> Result<usize, OpenError> {
        Ok(agenda::turn(&self.0).await?)
    }

    /// Whether a write would be kept now.
    ///
    /// # Errors
    /// Why it would not.
    pub async fn ready(&self) -> Result<(), OpenError> {
        Ok(self.0.database.ready().await?)
    }
}

#[cfg(test)]
mod tests;
