//! Reminders whose time has come become notices.

use super::Worker;
use crate::{
    portal::log_store,
    store::{
        StoreError,
        reminders::{self, Due},
    },
};

impl Worker {
    /// Raises the reminders that are due.
    ///
    /// # Errors
    /// The database refuses; the rest is raised next time.
    pub async fn raise_reminders(&self) -> Result<(), StoreError> {
        let desk = &*self.desk.0;
        while !self.stop.is_cancelled() {
            let due = reminders::due(&desk.database, self.desk.now()).await?;
            if due.is_empty() {
                return Ok(());
            }
            for due in due {
                match self.raise(&due).await {
                    Err(error @ StoreError::Database(_)) => return Err(error),
                    // A row of ours that cannot be read keeps nobody else from being reminded.
                    Err(error) => {
                        log_store(&error);
                        self.pass(due).await?;
                    }
                    Ok(()) => {}
                }
            }
        }
        Ok(())
    }

    async fn raise(&self, due: &Due) -> Result<(), StoreError> {
        let (due, post, now) = (due.clone(), self.desk.post(), self.desk.now());
        let raised =
            self.desk.0.database.write(move |tx| {
                Box::pin(async move { reminders::raise(tx, &post, &due, now).await })
            });
        raised.await
    }

    async fn pass(&self, due: Due) -> Result<(), StoreError> {
        let passed = self
            .desk
            .0
            .database
            .write(move |tx| Box::pin(async move { reminders::pass(tx, &due).await }));
        passed.await.map(drop)
    }
}
