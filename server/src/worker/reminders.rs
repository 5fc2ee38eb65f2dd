//! Reminders whose time has come become notices.

use super::Worker;
use crate::store::{StoreError, reminders};

impl Worker {
    /// Raises the reminders that are due.
    ///
    /// # Errors
    /// The database refuses; the rest is raised next time.
    pub async fn raise_reminders(&self) -> Result<(), StoreError> {
        let desk = &*self.desk.0;
        while !self.stop.is_cancelled() {
            let now = self.desk.now();
            let due = reminders::due(&desk.database, now).await?;
            if due.is_empty() {
                return Ok(());
            }
            for due in due {
                let post = self.desk.post();
                desk.database
                    .write(move |tx| {
                        let due = due.clone();
                        let post = post.clone();
                        Box::pin(async move { reminders::raise(tx, &post, &due, now).await })
                    })
                    .await?;
            }
        }
        Ok(())
    }
}
