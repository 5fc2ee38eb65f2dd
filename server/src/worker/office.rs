//! What the back office can do for residents, and how long its past requests took: asked from time to time, kept for
//! the days it does not answer.

use std::{
    collections::BTreeMap,
    sync::{Arc, atomic::Ordering},
};

use app::ports::Office;
use backoffice::api::capabilities::{Capabilities, Mode};
use domain::procedure::Procedure;

use super::Worker;
use crate::{
    contract::ContractError,
    store::{
        StoreError,
        copies::{self, Copy, Kind},
    },
};

/// Minutes between two times: neither changes by the hour.
const PAUSE: i64 = 10;

impl Worker {
    /// Asks when the last answer is old, once there is a catalogue to ask about.
    ///
    /// # Errors
    /// The database refuses to keep the copy.
    pub(super) async fn refresh_office_when_due(&self) -> Result<(), StoreError> {
        let last = self.office_at.load(Ordering::Relaxed);
        let age = self.desk.now().as_millisecond() - last;
        if self.desk.0.catalogue.load().is_none() || age < PAUSE * 60_000 {
            return Ok(());
        }
        self.refresh_office().await
    }

    /// Asks once.
    ///
    /// # Errors
    /// The database refuses to keep the copy.
    pub async fn refresh_office(&self) -> Result<(), StoreError> {
        match self.desk.0.catalogue.load_full() {
            Some(catalogue) => self.refresh_office_of(&catalogue.procedures).await,
            None => self.refresh_office_of(&[]).await,
        }
    }

    /// Asks once, for these procedures.
    pub(super) async fn refresh_office_of(
        &self,
        procedures: &[Arc<Procedure>],
    ) -> Result<(), StoreError> {
        let office = match self.ask_office(procedures).await {
            Ok(office) => office,
            Err(error) => {
                tracing::warn!(
                    code = error.code(),
                    "what the back office can do is not known anew"
                );
                return Ok(());
            }
        };
        let now = self.desk.now();
        self.office_at
            .store(now.as_millisecond(), Ordering::Relaxed);
        if *self.desk.office() == office {
            return Ok(());
        }
        let body =
            serde_json::to_vec(&office).map_err(|_| StoreError::Unreadable("copies.body"))?;
        self.desk.0.office.store(Arc::new(office));
        let copy = Copy {
            etag: None,
            body,
            fetched_at: now,
        };
        self.desk
            .0
            .database
            .write(move |tx| Box::pin(async move { copies::store(tx, Kind::Office, &copy).await }))
            .await
    }

    async fn ask_office(&self, procedures: &[Arc<Procedure>]) -> Result<Office, ContractError> {
        let desk = &*self.desk.0;
        let Capabilities {
            features, limits, ..
        } = desk.backoffice.capabilities().await?;
        let mut delays = BTreeMap::new();
        for procedure in procedures.iter().filter(|_| features.statistics) {
            delays.insert(
                procedure.id.clone(),
                desk.backoffice.delays(&procedure.id).await?,
            );
        }
        Ok(Office {
            messages: features.messages,
            withdrawal: features.withdrawal,
            corrections: features.corrections,
            documents: features.documents,
            appointments: features.appointments == Mode::Native
                && features.holds
                && features.reschedule,
            waiting_list: features.waiting_list,
            queue: features.queue,
            change_visit: features.change_visit,
            addresses: features.addresses,
            hold_minutes: limits.hold_minutes,
            delays,
        })
    }
}
