//! What visitors do: one [`Desk`] shared by all web requests, one use case per file.

mod attachments;
mod change;
mod complaining;
mod contact;
mod copying;
mod delivered;
mod drafts;
mod errors;
mod finishing;
mod follow_up;
mod following;
mod forms;
mod handing;
mod holding;
mod items;
mod knowing;
mod late;
mod live;
mod nearby;
mod noticing;
mod opinions;
mod published;
mod reading;
mod records;
mod reminded;
mod sending;
mod steps;
pub(crate) mod stumbling;
mod taking_up;
mod times;
mod times_now;
mod turns;
mod view;
mod visitor;
mod visits;
mod waiting;

use std::sync::{Arc, atomic::AtomicI64};

use app::ports::{Authority, Catalogue, Office, Rules};
use arc_swap::{ArcSwap, ArcSwapOption};
use backoffice::ports::{Clock, Randomness};
use database::{Database, DatabaseError};
use domain::{notice::Manners, procedure::Procedure};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use object_store::ObjectStore;
use tokio::sync::Notify;

pub use attachments::OpenedFile;
pub(crate) use change::log_store;
pub(crate) use contact::Consequences;
pub use errors::{
    AttachError, BeginError, FollowError, FollowUpError, HandOverError, OpenError, SaveError,
    SendError, VisitError,
};
pub use finishing::Drafts;
pub use following::Proof;
pub use handing::Gift;
pub use late::About;
pub(crate) use late::LATE_HOURS;
pub use live::{Stream, Told};
pub use opinions::{Given, Giving, OpinionError};
pub use sending::SentAs;
pub use steps::{Next, SavedStep};
pub(crate) use stumbling::{week_of, weeks_before};
pub use turns::TurnStream;
pub use visitor::{NewVisitor, OwnerHash, Visitor};

use crate::{
    config::Watch,
    contract::Client,
    documents::Press,
    notices::{Gateway, Mailer},
    secrets::{Keys, Purpose},
    store::{
        self, Vault,
        copies::{self, Copy, Kind},
    },
    uploads::FileStore,
};

/// What a desk is made of.
pub struct DeskParts {
    /// The portal's own tables.
    pub database: Database,
    /// Where files are kept, encrypted.
    pub objects: Arc<dyn ObjectStore>,
    /// Keys of the encryption at rest.
    pub keys: Keys,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Randomness for codes, keys and identifiers.
    pub randomness: Arc<dyn Randomness>,
    /// The back office.
    pub backoffice: Client,
    /// Sends e-mails.
    pub mailer: Mailer,
    /// Sends text messages, if this portal has a gateway.
    pub gateway: Option<Gateway>,
    /// The authority that runs this portal.
    pub authority: Arc<Authority>,
    /// Its time zone.
    pub zone: TimeZone,
    /// Limits and retention.
    pub rules: Rules,
    /// When notices may arrive.
    pub manners: Manners,
    /// Who of the service is told of quality.
    pub watch: Watch,
}

/// The desk where visitors are served. Cheap to clone.
#[derive(Clone)]
pub struct Desk(pub(crate) Arc<Inner>);

/// What the clones of a desk share.
pub(crate) struct Inner {
    pub(crate) database: Database,
    pub(crate) vault: Vault,
    pub(crate) files: FileStore,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) backoffice: Client,
    pub(crate) mailer: Mailer,
    pub(crate) gateway: Option<Gateway>,
    pub(crate) authority: Arc<Authority>,
    pub(crate) zone: TimeZone,
    pub(crate) rules: Rules,
    pub(crate) manners: Manners,
    pub(crate) watch: Watch,
    /// The last good copy of the catalogue.
    pub(crate) catalogue: ArcSwapOption<Catalogue>,
    /// Forms of earlier versions that corrections need.
    pub(crate) old_forms: ArcSwap<forms::OldForms>,
    /// What the back office can do, as it last said.
    pub(crate) office: ArcSwap<Office>,
    /// When the back office last confirmed the catalogue, in milliseconds since 1970.
    pub(crate) confirmed_at: AtomicI64,
    pub(crate) bells: Bells,
    pub(crate) press: Press,
    /// Who waits at each place.
    pub(crate) places_now: turns::PlacesNow,
    /// Published figures, as last read.
    pub(crate) published: published::Published,
    /// Free times, as last said.
    pub(crate) times_now: times_now::TimesNow,
    /// Where people stumble, not written yet.
    pub(crate) stumbles: stumbling::Stumbles,
    /// Pages left open.
    pub(crate) live: Arc<live::Live>,
}

/// Rung after each commit that leaves work for the worker.
#[derive(Default)]
pub(crate) struct Bells {
    pub(crate) delivery: Notify,
    pub(crate) receipts: Notify,
    pub(crate) notices: Notify,
    pub(crate) events: Notify,
}

impl Desk {
    /// Prepares the tables and takes the last good copy of the catalogue from them.
    ///
    /// # Errors
    /// The database does not open, or refuses the migrations.
    pub async fn open(parts: DeskParts) -> Result<Self, OpenError> {
        store::migrate(&parts.database).await?;
        let vault = Vault::new(parts.keys, parts.randomness);
        check_key(&parts.database, &vault, parts.clock.now()).await?;
        let catalogue = store::copies::catalogue(&parts.database)
            .await?
            .map(Arc::new);
        let office = store::copies::office(&parts.database).await?;
        let confirmed_at = catalogue.as_ref().and_then(|known| known.stale_since);
        let confirmed_at = store::millis(confirmed_at.unwrap_or_else(|| parts.clock.now()));
        Ok(Self(Arc::new(Inner {
            files: FileStore::new(parts.objects, vault.clone()),
            database: parts.database,
            vault,
            clock: parts.clock,
            backoffice: parts.backoffice,
            mailer: parts.mailer,
            gateway: parts.gateway,
            authority: parts.authority,
            zone: parts.zone,
            rules: parts.rules,
            manners: parts.manners,
            watch: parts.watch,
            catalogue: ArcSwapOption::new(catalogue),
            confirmed_at: AtomicI64::new(confirmed_at),
            old_forms: ArcSwap::default(),
            office: ArcSwap::from_pointee(office),
            bells: Bells::default(),
            press: Press::default(),
            places_now: turns::PlacesNow::default(),
            published: published::Published::default(),
            stumbles: stumbling::Stumbles::default(),
            times_now: times_now::TimesNow::default(),
            live: Arc::default(),
        })))
    }

    /// Whether the desk can serve: the database writes, and there is a catalogue to show.
    pub async fn ready(&self) -> bool {
        self.0.catalogue.load().is_some() && self.0.database.ready().await.is_ok()
    }

    /// The back office says that something happened there: its events are read now.
    pub fn hear_events(&self) {
        self.0.bells.events.notify_one();
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.0.clock.now()
    }

    /// Today where the authority is.
    pub(crate) fn today(&self) -> Date {
        self.now().to_zoned(self.0.zone.clone()).date()
    }

    /// What the back office can do, and how long its past requests took.
    pub(crate) fn office(&self) -> Arc<Office> {
        self.0.office.load_full()
    }

    pub(crate) fn procedure(&self, id: &str) -> Option<Arc<Procedure>> {
        self.0
            .catalogue
            .load()
            .as_ref()
            .and_then(|catalogue| catalogue.procedure(id).cloned())
    }
}

/// Refuses to serve with a key that opens nothing of what is stored: a lost key file must be noticed at
/// start, not by the resident who finds their draft gone.
async fn check_key(database: &Database, vault: &Vault, now: Timestamp) -> Result<(), OpenError> {
    let body = vault.keys().blind(Purpose::KeyCheck, "parvis").to_vec();
    match copies::find(database, Kind::KeyCheck).await? {
        Some(known) if known.body == body => Ok(()),
        Some(_) => Err(OpenError::OtherKey),
        None => {
            let copy = Copy {
                etag: None,
                body,
                fetched_at: now,
            };
            let write = database.write(move |tx| {
                Box::pin(async move { copies::store(tx, Kind::KeyCheck, &copy).await })
            });
            Ok(write.await?)
        }
    }
}

/// Tells the operator about the database once, here; the caller shows the person what to do.
pub(crate) fn log_database(error: &DatabaseError) {
    tracing::error!(error = %error, "the database refused");
}
